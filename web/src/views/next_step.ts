// After each file: what was written and what was left out, where it goes next, and the
// day's next step as one press.

import { html, nothing } from 'lit/html.js';
import type { Drawn, Scene } from './scene';

interface Step {
  readonly name: string;
  readonly done: readonly string[];
  readonly goes?: string;
  readonly next?: string;
  press?(): void;
}

function step({ name, done, goes, next, press }: Step): Drawn {
  return html`<p class="notice next-step" id="next-${name}" role="status">
    <span><b>${done.join(' · ')}</b> ${goes}</span>
    ${next ? html`<button type="button" class="main" @click=${press}>${next}</button>` : nothing}
  </p>`;
}

// Of the file that was downloaded last.
export function afterDownload({ speech, desk, outbox, act }: Scene): Drawn {
  const { plan, outbox: words, next } = speech.words;
  const { handed } = outbox;
  if (!handed) return nothing;
  const { rows, files, orders_left_out: leftOut } = handed.written;
  const names = files.map((each) => each.name).join(', ');
  const done = [
    speech.count(plan.written, rows, { files: names }),
    ...(leftOut > 0 ? [speech.count(words.leftOut, leftOut)] : []),
  ];
  const reader = desk.exports.find(({ kind }) => kind === handed.kind)?.for;
  const to = reader === 'carrier' ? 'numbers' : 'answer';
  if (reader !== 'carrier' && reader !== 'amazon') return step({ name: 'none', done });
  return step({
    name: to,
    done,
    goes: next[reader],
    next: next[to],
    press: () => act.goOn(to),
  });
}

// Of the numbers that stand in no confirmation yet.
export function afterNumbers({ speech, desk, tracking, act }: Scene): Drawn {
  const { journal, next } = speech.words;
  const { progress } = desk.summary?.journal ?? {};
  const taken = tracking.summary?.orders.length ?? 0;
  const count = Math.min(taken, progress ? (progress.numbered ?? 0) : taken);
  if (count === 0) return nothing;
  const not = tracking.summary?.notes_total ?? 0;
  return step({
    name: 'confirmation',
    done: [
      speech.count(journal.numbers, count),
      ...(not > 0 ? [speech.count(journal.numbersNot, not)] : []),
    ],
    goes: next.taken,
    next: next.confirmation,
    press: () => act.goOn('confirmation'),
  });
}
