// One group to decide on: both addresses as the reports write them, with what differs
// marked; all that speaks for and against; the sum from the charges to what goes back.

import { html, nothing } from 'lit/html.js';
import type { CombineGroup, Money } from '../../../wasm/parcelwise';
import { accepted, declined, reopened, takenOut } from '../desk/decisions';
import { formatMoney } from '../format/money';
import { dueTime } from './due';
import { onEnvelope } from './envelope';
import { firstOf, moreOf, named } from './first_of';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

const hues = { suggest: 'later', ask: 'today', blocked: 'info' } as const;

export function groupCard(scene: Scene, group: CombineGroup): Drawn {
  const { speech } = scene;
  const words = speech.words.combine;
  const id = `group-${group.orders[0] ?? ''}`;
  return html`<article class="group ${hues[group.verdict]}" aria-labelledby=${id}>
    <div class="group-head">
      <span class="badge ${hues[group.verdict]}">${words.verdicts[group.verdict]}</span>
      <h3 id=${id}>${speech.count(words.title, group.orders.length)}</h3>
      <span class="group-due">${words.shipBy} ${dueTime(scene, group.ship_by)}</span>
    </div>
    ${addresses(scene, group)} ${reasons(scene, group)}
    ${group.verdict === 'blocked' ? nothing : sum(scene, group)} ${sizes(scene, group)}
    ${group.verdict === 'suggest'
      ? nothing
      : html`<ol class="steps">
          ${group.steps.map((step) => html`<li>${step}</li>`)}
        </ol>`}
    ${decide(scene, group)}
  </article>`;
}

function addresses(scene: Scene, group: CombineGroup): Drawn {
  const { speech, plan, act } = scene;
  const { combine: words } = speech.words;
  return html`<div class="addresses">
    ${firstOf(group.addresses).map(
      ({ order_id: order, lines }) =>
        html`<div class="address">
          <p class="address-head">
            <button type="button" class="link open-order" @click=${() => act.openOrder(order)}>
              ${order}
            </button>
            ${group.verdict === 'blocked'
              ? nothing
              : html`<button
                  type="button"
                  class="quiet take-out"
                  aria-label=${speech.fill(words.takeOutOf, { order })}
                  title=${speech.fill(words.takeOutOf, { order })}
                  @click=${() =>
                    act.editParcels(() => plan.decide(takenOut(plan.decisions, order)))}
                >
                  ${words.takeOut}
                </button>`}
          </p>
          <address>
            ${onEnvelope(lines).map(
              (line) =>
                html`<span class="address-line"
                  >${line.map((each) =>
                    typeof each === 'string'
                      ? each
                      : html`<span title=${each.column}
                          >${each.parts.map(({ text, differs }) =>
                            differs ? html`<mark>${text}</mark>` : html`${text}`,
                          )}</span
                        >`,
                  )}</span
                >`,
            )}
          </address>
        </div>`,
    )}
    ${moreOf(speech, group.addresses)
      ? html`<p class="faint more">${moreOf(speech, group.addresses)}</p>`
      : nothing}
  </div>`;
}

function reasons({ speech }: Scene, group: CombineGroup): Drawn {
  const words = speech.words.combine;
  const all = group.orders.length;
  return html`<div class="reasons">
    ${group.reasons.length > 0
      ? html`<div>
          <h4>${words.against}</h4>
          <ul>
            ${group.reasons.map(
              ({ code, text, orders }) =>
                html`<li class="against" data-code=${code}>
                  ${icon('warning')}<span
                    >${text}${orders.length < all
                      ? html` <code>${named(speech, orders)}</code>`
                      : nothing}</span
                  >
                </li>`,
            )}
          </ul>
        </div>`
      : nothing}
    ${group.verdict === 'blocked'
      ? nothing
      : html`<div>
          <h4>${words.inFavour}</h4>
          <ul>
            ${group.for.map(
              (text) => html`<li class="favour">${icon('check')}<span>${text}</span></li>`,
            )}
          </ul>
        </div>`}
  </div>`;
}

function sum({ speech }: Scene, group: CombineGroup): Drawn {
  const { combine: words, list } = speech.words;
  const money = (amount: Money | null) =>
    amount ? formatMoney(speech.language, amount) : list.unknown;
  const refundOf = (order: string) => group.refunds.find((each) => each.order_id === order);
  const refunded = group.charged.some((each) => (each.refunded?.minor ?? 0) > 0);
  const { cost, saved, basis } = group;
  return html`<div class="table-frame" tabindex="0" role="group" aria-label=${words.sum}>
      <table class="shares">
        <thead>
          <tr>
            <th scope="col">${list.columns.order}</th>
            <th scope="col" class="number">${words.charged}</th>
            ${refunded ? html`<th scope="col" class="number">${words.refunded}</th>` : nothing}
            <th scope="col" class="number">${words.goesBack}</th>
          </tr>
        </thead>
        <tbody>
          ${firstOf(group.charged).map((each) => {
            const back = refundOf(each.order_id)?.amount;
            return html`<tr>
              <th scope="row"><code>${each.order_id}</code></th>
              <td class="number">${money(each.shipping)}</td>
              ${refunded ? html`<td class="number">${money(each.refunded)}</td>` : nothing}
              <td class="number money">${back ? money(back) : saved ? '–' : list.unknown}</td>
            </tr>`;
          })}
          ${moreOf(speech, group.charged)
            ? html`<tr>
                <th scope="row" class="faint">${moreOf(speech, group.charged)}</th>
                <td></td>
                ${refunded ? html`<td></td>` : nothing}
                <td></td>
              </tr>`
            : nothing}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${speech.words.refund.total}</th>
            <td></td>
            ${refunded ? html`<td></td>` : nothing}
            <td class="number money saved">${money(saved)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
    ${cost
      ? html`<p class="cost">
          ${speech.fill(words.basis[basis], {
            separate: money(cost.separate),
            combined: money(cost.combined),
          })}
        </p>`
      : nothing}
    ${group.parcels.length > 0
      ? html`<ul class="split">
          ${group.parcels.map(
            (parcel) =>
              html`<li>
                ${parcel.service}, ${money(parcel.cost)}:
                <code>${named(speech, parcel.orders)}</code>
              </li>`,
          )}
        </ul>`
      : nothing}
    ${group.missing.length > 0
      ? html`<ul class="missing">
          ${firstOf(group.missing).map((text) => html`<li>${text}</li>`)}
        </ul>`
      : nothing}`;
}

// Sizes by hand, where a tariff is in force and some size is not known or was given.
function sizes({ speech, parcels }: Scene, { orders, missing, verdict }: CombineGroup): Drawn {
  const words = speech.words.combine;
  const tariffs = parcels.inForce?.tariffs ?? [];
  const given = [orders, ...orders.map((order) => [order])].some((each) => parcels.sizeOf(each));
  if (tariffs.length === 0 || verdict === 'blocked' || (missing.length === 0 && !given)) {
    return nothing;
  }
  const chooser = (name: string, of: readonly string[]) => {
    const size = parcels.sizeOf(of);
    return html`<label>
      <span>${name}</span>
      <select @change=${(event: Event) => void parcels.setSize(of, valueOf(event))}>
        ${option('', words.unknownSize, size)}
        ${tariffs.map(
          (tariff) =>
            html`<optgroup label=${tariff.name || words.ownTariff}>
              ${tariff.sizes.map((each) => option(each.size, each.name, size))}
            </optgroup>`,
        )}
      </select>
    </label>`;
  };
  return html`<fieldset class="sizes">
    <legend>${words.sizes}</legend>
    ${firstOf(orders).map((order) => chooser(order, [order]))} ${chooser(words.together, orders)}
  </fieldset>`;
}

function decide(scene: Scene, group: CombineGroup): Drawn {
  const { speech, parcels, plan, act } = scene;
  const words = speech.words.combine;
  if (group.verdict === 'blocked') return nothing;
  if (parcels.show === 'declined') {
    const reopen = () => plan.decide(reopened(plan.decisions, group.orders));
    return html`<p class="decide">
      <button type="button" class="reopen" @click=${() => act.editParcels(reopen)}>
        ${words.reopen}
      </button>
    </p>`;
  }
  const accept = () =>
    plan.decide(accepted(plan.decisions, group), [...plan.requests, ...group.requests]);
  const decline = () => plan.decide(declined(plan.decisions, group.orders));
  const which = speech.count(words.title, group.orders.length);
  return html`<p class="decide">
    <button
      type="button"
      class="accept ${group.verdict === 'suggest' ? 'main' : ''}"
      aria-label=${`${words.accept}: ${which}, ${named(speech, group.orders)}`}
      @click=${() => act.editParcels(accept)}
    >
      ${words.accept}
    </button>
    <button
      type="button"
      class="decline"
      aria-label=${`${words.decline}: ${which}, ${named(speech, group.orders)}`}
      @click=${() => act.editParcels(decline)}
    >
      ${words.decline}
    </button>
    ${group.saved && group.saved.minor > 0
      ? html`<span class="faint">
          ${speech.fill(words.planned, { money: formatMoney(speech.language, group.saved) })}
        </span>`
      : nothing}
  </p>`;
}
