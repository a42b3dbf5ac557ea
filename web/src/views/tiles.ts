// The day at a glance: one sentence on where to begin, then the urgencies with their
// orders and the money at risk. A tile narrows the list to itself.

import { html, nothing } from 'lit/html.js';
import type { CheckSummary, FoundTick, Money, Urgency } from '../../../wasm/parcelwise';
import { formatMoney } from '../format/money';
import { stillAtStake } from './at_stake';
import type { Drawn, Scene } from './scene';
import { week } from './week';

const always: readonly Urgency[] = ['overdue', 'today', 'soon', 'later'];
const order: readonly Urgency[] = [...always, 'hold', 'info'];

export function tiles(scene: Scene): Drawn {
  const { speech, desk, list, act } = scene;
  const { summary } = desk;
  if (!summary) return nothing;
  const words = speech.words.list;
  const done = doneOf(scene).length;
  const by = new Map(summary.urgencies.map((each) => [each.urgency, each]));
  const shown = order.filter((each) => always.includes(each) || (by.get(each)?.orders ?? 0) > 0);
  return html`<div class="glance">
    <div class="glance-head">
      <h2 class="headline" id="headline" tabindex="-1">${headline(scene, summary)}</h2>
      ${week(scene)}
    </div>
    ${summary.orders === 0 && summary.rejects > 0
      ? html`<button
          type="button"
          id="show-rejects"
          class="link bad"
          @click=${() => act.set({ view: 'rejects' })}
        >
          ${speech.count(speech.words.files.rejected, summary.rejects)}
        </button>`
      : nothing}
    <div class="tiles" role="group" aria-label=${words.tiles}>
      ${shown.map((urgency) => {
        const found = by.get(urgency);
        return tile(scene, urgency, found?.orders ?? 0, found?.at_risk ?? []);
      })}
      <button
        type="button"
        class="tile all"
        aria-pressed=${!list.query.urgency}
        @click=${() => void list.narrow({ urgency: undefined as never })}
      >
        <span class="tile-name">${words.all}</span>
        <span class="tile-count">${speech.number(summary.orders - done)}</span>
        ${leftOf(scene, done, summary.orders)}
      </button>
    </div>
  </div>`;
}

// What is ticked, of all or of one urgency.
function doneOf({ list }: Scene, urgency?: Urgency): readonly FoundTick[] {
  return list.found.filter((each) => each.foremost && (!urgency || each.urgency === urgency));
}

// What remains decides where to begin.
function headline(scene: Scene, summary: CheckSummary): string {
  const { speech } = scene;
  const words = speech.words.headline;
  const orders = (urgency: Urgency) =>
    (summary.urgencies.find((each) => each.urgency === urgency)?.orders ?? 0) -
    doneOf(scene, urgency).length;
  for (const urgency of ['overdue', 'today', 'soon'] as const) {
    if (orders(urgency) > 0) return speech.count(words[urgency], orders(urgency));
  }
  if (summary.orders > 0) return words.calm;
  return summary.rejects > 0 ? words.unread : words.empty;
}

function tile(scene: Scene, urgency: Urgency, orders: number, atRisk: readonly Money[]): Drawn {
  const { speech, list } = scene;
  const { list: words, urgencies } = speech.words;
  const pressed = list.query.urgency === urgency;
  const done = doneOf(scene, urgency);
  const [before = '', after = ''] = words.atRisk.split('{money}');
  const of = (text: string) => (text ? html`<span class="of">${text}</span>` : nothing);
  const money = stillAtStake(atRisk, done)
    .filter(({ minor }) => minor > 0)
    .map((each) => formatMoney(speech.language, each))
    .join(' + ');
  return html`<button
    type="button"
    class="tile ${urgency} ${orders === 0 ? 'zero' : ''}"
    aria-pressed=${pressed}
    @click=${() => void list.narrow({ urgency: (pressed ? undefined : urgency) as never })}
  >
    <span class="tile-name">${urgencies[urgency]}</span>
    <span class="tile-count">${speech.number(orders - done.length)}</span>
    ${leftOf(scene, done.length, orders)}
    ${money ? html`<span class="tile-at-risk">${of(before)}${money}${of(after)}</span>` : nothing}
  </button>`;
}

// Behind the count of what remains: of how many.
function leftOf({ speech }: Scene, done: number, all: number): Drawn {
  if (done === 0) return nothing;
  return html`<span class="tile-done">${speech.fill(speech.words.list.leftOf, { all })}</span>`;
}
