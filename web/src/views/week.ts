// The days by which orders must leave: how many each that are not ticked off, as a bar and a
// number, and the money at stake. A day narrows the list to itself.

import { html, nothing } from 'lit/html.js';
import { formatMoney } from '../format/money';
import { formatDay } from '../format/when';
import { stillAtStake } from './at_stake';
import type { Drawn, Scene } from './scene';

// Where one day has them all there is nothing to choose.
export function week({ speech, desk, list }: Scene): Drawn {
  const { days = [], now = '' } = desk.summary ?? {};
  const chosen = list.query.day;
  if (days.length < 2 && !chosen) return nothing;
  const { language, words } = speech;
  const most = Math.max(...days.map((each) => each.orders));
  const done = list.found.filter((each) => each.foremost);
  const today = now.slice(0, 10);
  return html`<div class="week" role="group" aria-label=${words.list.week}>
    ${days.map(({ day, orders, at_risk: atRisk }) => {
      const pressed = day === chosen;
      // What is done may still be of the check before.
      const gone = done.filter((each) => each.ship_by === day);
      const left = Math.max(0, orders - gone.length);
      const height = (18 * left) / most;
      const money = stillAtStake(atRisk, gone)
        .map((each) => formatMoney(language, each))
        .join(' + ');
      return html`<button
        type="button"
        class="day ${day < today ? 'overdue' : day === today ? 'today' : ''}"
        data-day=${day}
        title=${money || nothing}
        aria-pressed=${pressed}
        @click=${() => void list.narrow(pressed ? { rule: '' } : { rule: 'ship', day })}
      >
        <svg viewBox="0 0 6 18" aria-hidden="true">
          <rect width="6" y=${18 - height} height=${height} />
        </svg>
        <span>${formatDay(language, day)}</span> <b>${speech.number(left)}</b>
        ${money ? html`<span class="unseen">${money}</span>` : nothing}
      </button>`;
    })}
  </div>`;
}
