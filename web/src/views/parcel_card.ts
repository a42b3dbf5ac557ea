// A parcel that was accepted: what is left to do for each of its orders, and what the
// reports say became of it.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { FollowedOrder, GroupPage } from '../../../wasm/parcelwise';
import { takenBack } from '../desk/decisions';
import { plannedShares } from '../desk/parcels';
import { formatMoney } from '../format/money';
import { dueTime } from './due';
import { firstOf, moreOf, named } from './first_of';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

type Accepted = GroupPage['accepted_groups'][number];

export function parcelCard(scene: Scene, group: Accepted): Drawn {
  const { speech, parcels, plan, act } = scene;
  const words = speech.words.combine;
  const id = `parcel-${group.orders[0] ?? ''}`;
  const shares = plannedShares(plan.requests, group.orders);
  const others = plan.requests.filter((each) => !shares.includes(each));
  const takeBack = () => plan.decide(takenBack(plan.decisions, group.orders), others);
  const again = () => plan.decide(plan.decisions, [...others, ...(group.again ?? [])]);
  const trouble = group.followed.some(({ standing }) => inTrouble(standing));
  return html`<article class="group accepted ${trouble ? 'overdue' : 'soon'}" aria-labelledby=${id}>
    <div class="group-head">
      <h4 id=${id}>${speech.count(words.parcel, group.orders.length)}</h4>
      ${group.ship_by
        ? html`<span class="group-due">${words.shipBy} ${dueTime(scene, group.ship_by)}</span>`
        : nothing}
      <button
        type="button"
        class="quiet take-back"
        aria-label=${`${words.takeBack}: ${named(speech, group.orders)}`}
        @click=${() => act.editParcels(takeBack)}
      >
        ${words.takeBack}
      </button>
    </div>
    ${parcels.isStale(group.orders, group.again)
      ? html`<p class="notice stale">
          <span>${words.stale}</span>
          <button type="button" class="again" @click=${() => act.editParcels(again)}>
            ${words.again}
          </button>
        </p>`
      : nothing}
    <ul class="followed">
      ${firstOf(group.followed).map(
        (order) =>
          html`<li>
            <button
              type="button"
              class="link open-order"
              @click=${() => act.openOrder(order.order_id)}
            >
              ${order.order_id}
            </button>
            ${followed(scene, order)}
          </li>`,
      )}
      ${moreOf(speech, group.followed)
        ? html`<li class="faint more">${moreOf(speech, group.followed)}</li>`
        : nothing}
    </ul>
  </article>`;
}

// The same on the order's own panel.
export function parcelOf(scene: Scene): Drawn {
  const order = scene.list.detail?.parcel;
  if (!order) return nothing;
  const { combine: words } = scene.speech.words;
  return html`<section class="action ${inTrouble(order.standing) ? 'overdue' : 'info'}" id="parcel">
    <p class="action-rule">
      <span>${words.shared}</span>
      <button type="button" class="link" @click=${() => scene.act.showParcels()}>
        ${words.showAll}
      </button>
    </p>
    ${followed(scene, order)}
  </section>`;
}

function inTrouble(standing: FollowedOrder['standing']): boolean {
  return standing === 'refused' || standing === 'lost' || standing === 'cancelled';
}

function followed(scene: Scene, order: FollowedOrder): Drawn {
  const bad = inTrouble(order.standing);
  return html`<p class="standing ${order.standing} ${bad ? 'bad' : ''}">
      ${bad
        ? icon('warning')
        : order.standing === 'left' || order.standing === 'shipped'
          ? icon('check')
          : nothing}
      <span>${order.text}</span>
    </p>
    ${limits(scene, order)}
    <ul class="after">
      ${order.steps.map((each) => step(scene, order, each))}
    </ul>`;
}

// The ship-by until the shipment is through; where it did not get through, what is left.
function limits(scene: Scene, order: FollowedOrder): Drawn {
  const words = scene.speech.words.combine;
  const bad = inTrouble(order.standing);
  const all: readonly (readonly [string, string | null])[] = [
    [words.shipBy, order.ship_by],
    [words.confirmBy, bad ? order.confirm_by : null],
    [words.lostAfter, bad ? order.amazon_by : null],
  ];
  const known = all.filter(([, at]) => at !== null);
  if (known.length === 0) return nothing;
  return html`<dl class="facts-of limits">
    ${known.map(
      ([name, at]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${dueTime(scene, at)}</dd>
        </div>`,
    )}
  </dl>`;
}

// What the reports tell stands; the rest is the seller's to tick.
function step(
  { speech, ticks, act }: Scene,
  { order_id: order, refund }: FollowedOrder,
  { step, text, done }: FollowedOrder['steps'][number],
): Drawn {
  const rule = `combine-${step}`;
  const ticked = done ?? ticks.has(order, rule);
  return html`<li class="after-step ${ticked ? 'done' : ''}" data-step=${step}>
    <label class="tick">
      <input
        type="checkbox"
        .checked=${live(ticked)}
        ?disabled=${done !== null}
        @change=${() => act.mark({ order, rule, done: !ticked })}
      />
      <span
        >${text}${step === 'refund' && refund
          ? html` <b>${formatMoney(speech.language, refund)}</b>`
          : nothing}</span
      >
    </label>
  </li>`;
}
