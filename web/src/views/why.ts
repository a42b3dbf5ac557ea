// Why an action is asked for, as a sentence made of what the reports say; the columns
// themselves are folded below it, for whoever wants to look them up.

import { html, nothing } from 'lit/html.js';
import type { Evidence } from '../../../wasm/parcelwise';
import type { Plural } from '../catalogue/words';
import { formatMoment } from '../format/when';
import { zoneOfPolicy } from './due';
import { isPersonal } from './personal_columns';
import type { Drawn, Scene } from './scene';

const mostFacts = 9; // a sentence of more is read by nobody

const yes = /^(true|y|yes|1)$/i; // as the core reads a flag

// Dates as reports write them most; others stand as they are.
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

export function why(scene: Scene, policy: string, all: readonly Evidence[]): Drawn {
  if (all.length === 0) return nothing;
  const { speech } = scene;
  const words = speech.words.why;
  // Where the parcel goes is covered, and stands in the address.
  const facts = all.filter(({ column }) => !isPersonal(column, false)).flatMap(fact);
  const shown = [...facts.slice(0, mostFacts), ...(facts.length > mostFacts ? [words.more] : [])];
  const sentence = speech.fill(words.sentence, { facts: shown.join(words.comma) });
  return html`${facts.length > 0 ? html`<p class="why">${capital(sentence)}</p>` : nothing}
    <details class="columns-of">
      <summary>${words.columns}</summary>
      ${all.map((each) => evidence(scene, each))}
    </details>`;

  // A flag is told where it is set: its text has no place for the value.
  function fact({ column, value }: Evidence): string | never[] {
    if (column === 'ask') return []; // a code, whose words stand on the group's card
    const key = column.toLowerCase().replaceAll(' ', '-');
    const text = (words.facts as Readonly<Record<string, string | Plural>>)[key];
    const spoken = spokenValue(scene, policy, value);
    if (text === undefined) return `${column}: ${spoken}`;
    if (typeof text === 'string') {
      if (!text.includes('{value}') && !yes.test(value)) return [];
      return speech.fill(text, { value: spoken });
    }
    const n = Number(value);
    return Number.isInteger(n) ? speech.count(text, n) : `${column}: ${spoken}`;
  }

  function capital(text: string): string {
    return text.charAt(0).toLocaleUpperCase(speech.language) + text.slice(1);
  }
}

function spokenValue({ speech, desk }: Scene, policy: string, value: string): string {
  const { summary } = desk;
  if (!summary || !moment.test(value)) return value;
  return formatMoment(speech.language, value, zoneOfPolicy(summary, policy), summary.now);
}

function evidence({ speech, state }: Scene, { column, value }: Evidence): Drawn {
  const covered = isPersonal(column, false) && !state.revealed;
  return html`<span class="evidence">
    <code>${column}</code>
    ${covered ? html`<span class="covered">${speech.words.order.concealed}</span>` : value}
  </span>`;
}
