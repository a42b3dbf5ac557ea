// The refund of one order, in the order's place: why, for which lines, and what follows
// from it as the core works it out. No amount is typed here but the two that only the
// seller knows: what combining saved, and what goodwill gives.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { RefundReason } from '../../../wasm/parcelwise';
import { nameOf, type RefundDraft, type RefundFields } from '../desk/refund_draft';
import { formatMoney } from '../format/money';
import type { Drawn, Scene } from '../page/scene';
import { icon } from './icon';
import { option, valueOf } from './option';
import { advice, outcome, sellerSums, warnings } from './refund_outcome';
import { sheet } from './sheet';

export function refundSheet(scene: Scene, draft: RefundDraft): Drawn {
  const { speech, act } = scene;
  const words = speech.words.refund;
  const title = speech.fill(words.title, { order: draft.order.order_id });
  const submit = (event: Event) => {
    event.preventDefault();
    act.planRefund();
  };
  return sheet(scene, {
    name: 'refund',
    title,
    back: words.back,
    close: () => act.closeRefund(),
    content: html`<form class="refund" autocomplete="off" novalidate @submit=${submit}>
      ${fields(scene, draft)} ${lines(scene, draft)} ${outcome(scene, draft)}
      ${warnings(scene, draft)} ${feeRate(scene, draft)} ${advice(scene, draft)}
      ${foot(scene, draft)}
    </form>`,
  });
}

// Where a refusal belongs: at the amount where one is asked for, else at the lines.
const refusedAmount = (draft: RefundDraft) => draft.failure && draft.needs('amount');

function fields(scene: Scene, draft: RefundDraft): Drawn {
  const { speech, desk } = scene;
  const words = speech.words.refund;
  const { reason, amount, condition, days, concession } = draft.fields;
  const set = (field: keyof RefundFields) => (event: Event) =>
    draft.set({ [field]: valueOf(event) });
  const refused = refusedAmount(draft);
  const amountName = reason === 'combined-shipping' ? words.amount.saved : words.amount.given;
  const currency = currencyOf(draft);
  return html`<label class="stacked">
      <span>${words.reason}</span>
      <select id="refund-reason" @change=${set('reason')}>
        ${reason ? nothing : option('', words.choose, reason)}
        ${desk.reasons.map((each) => option(each.reason, each.name, reason))}
      </select>
    </label>
    ${draft.needs('concession')
      ? html`<label class="stacked">
          <span>${words.concession}</span>
          <select id="refund-concession" @change=${set('concession')}>
            ${option('other', words.concessions.goodwill, concession)}
            ${option('return-shipping', words.concessions.returning, concession)}
          </select>
        </label>`
      : nothing}
    ${draft.needs('condition')
      ? html`<label class="stacked">
          <span>${words.condition}</span>
          <select id="refund-condition" @change=${set('condition')}>
            ${condition ? nothing : option('', words.choose, condition)}
            ${Object.entries(words.conditions).map(([each, text]) =>
              option(each, text, condition),
            )}
          </select>
        </label>`
      : nothing}
    ${draft.needs('days')
      ? html`<label class="stacked">
          <span>${words.days}</span>
          <input
            id="refund-days"
            inputmode="numeric"
            maxlength="4"
            .value=${live(days)}
            @input=${set('days')}
          />
        </label>`
      : nothing}
    ${draft.needs('amount')
      ? html`<label class="stacked">
            <span>${speech.fill(amountName, { currency })}</span>
            <input
              id="refund-amount"
              inputmode="decimal"
              maxlength="20"
              aria-invalid=${refused ? 'true' : 'false'}
              aria-describedby=${refused ? 'refund-error' : nothing}
              .value=${live(amount)}
              @input=${set('amount')}
            />
          </label>
          ${refused ? refusal(draft) : nothing}`
      : nothing}`;
}

function currencyOf({ refund, order }: RefundDraft): string {
  const price = refund?.total ?? order.lines.find((each) => each.item_price)?.item_price;
  return price?.currency ?? '';
}

function refusal({ failure }: RefundDraft): Drawn {
  return html`<p id="refund-error" class="bad">${icon('warning')} ${failure?.message}</p>`;
}

function lines(scene: Scene, draft: RefundDraft): Drawn {
  const { speech } = scene;
  const words = speech.words.refund;
  const refused = draft.failure && !draft.needs('amount');
  const chosen = new Map(draft.chosen.map((each) => [each.order_item_id, each]));
  const all =
    draft.refund?.order_lines ??
    draft.order.lines.map((line) => ({ ...line, units_left: line.purchased ?? 1 }));
  return html`<fieldset aria-describedby=${refused ? 'refund-error' : nothing}>
    <legend>${words.lines}</legend>
    ${all.map((line) => {
      const { sku, product, units_left: left } = line;
      const id = nameOf(line);
      const item = chosen.get(id);
      return html`<div class="refund-line">
        <label class="tick">
          <input
            type="checkbox"
            .checked=${live(item !== undefined)}
            @change=${() => draft.tick(id, !item)}
          />
          <span><span class="product">${product || sku}</span><code>${sku}</code></span>
        </label>
        ${left > 1 && item && !draft.needs('amount')
          ? html`<span class="units">
              <input
                type="number"
                min="1"
                max=${left}
                aria-label=${speech.fill(words.units, { sku })}
                .value=${live(String(item.quantity ?? left))}
                @input=${(event: Event) => draft.setQuantity(id, parseFloat(valueOf(event)))}
              />
              ${speech.fill(words.ofUnits, { n: left })}
            </span>`
          : nothing}
      </div>`;
    })}
    ${draft.items?.length === 0 ? html`<p class="bad">${words.none}</p>` : nothing}
    ${refused ? refusal(draft) : nothing}
  </fieldset>`;
}

function feeRate(scene: Scene, draft: RefundDraft): Drawn {
  const { speech } = scene;
  const words = speech.words.refund;
  const wrong = draft.feeRateWrong;
  if (!draft.request) return nothing;
  return html`<fieldset>
    <legend>${words.seller}</legend>
    ${sellerSums(scene, draft)}
    <label class="stacked">
      <span>${words.feeRate}</span>
      <input
        id="fee-rate"
        inputmode="decimal"
        maxlength="6"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="fee-hint"
        .value=${live(draft.fields.feeRate)}
        @input=${(event: Event) => draft.set({ feeRate: valueOf(event) })}
      />
    </label>
    <p id="fee-hint" class=${wrong ? 'bad' : 'faint'}>${words.feeHint}</p>
  </fieldset>`;
}

function foot({ speech }: Scene, draft: RefundDraft): Drawn {
  const words = speech.words.refund;
  const refund = draft.outcome;
  return html`<div class="refund-foot">
    <p role="status">
      ${refund
        ? html`${words.gets}
            <output id="refund-total">${formatMoney(speech.language, refund.total)}</output>`
        : draft.failure
          ? html`<span class="unseen">${draft.failure.message}</span>`
          : html`<span class="faint">${words.fill}</span>`}
    </p>
    <button type="submit" id="refund-add" class="main" ?disabled=${!refund}>${words.add}</button>
  </div>`;
}

// What leads to the sheet, in the head of the order.
export function refundButton({ speech, list, act }: Scene): Drawn {
  const order = list.detail;
  if (!order?.refundable) return nothing;
  return html`<button
    type="button"
    id="open-refund"
    @click=${() => act.openRefund(order, order.suggested_refund)}
  >
    ${speech.words.refund.open}
  </button>`;
}

// On the card of a rule that a refund settles.
export function refundFor(scene: Scene, rule: string): Drawn {
  const { speech, list, act } = scene;
  const words = speech.words.refund;
  const order = list.detail;
  if (!order?.refundable) return nothing;
  const { order_id, suggested_refund: suggested } = order;
  const missing = rule === 'out-of-stock';
  if (!missing && (rule !== 'refund-return' || !suggested)) return nothing;
  const reason: RefundReason = 'items-unavailable';
  const request = missing && suggested?.reason !== reason ? { order_id, reason } : suggested;
  return html`<button
    type="button"
    class="refund-this"
    @click=${() => act.openRefund(order, request)}
  >
    ${missing ? words.openMissing : words.open}
  </button>`;
}

// What is planned of the order already.
export function plannedNote({ speech, list, plan, act }: Scene): Drawn {
  const words = speech.words.refund;
  const planned = plan.requests.filter((each) => each.order_id === list.chosen).length;
  if (planned === 0) return nothing;
  return html`<p class="notice planned-note">
    <span>${speech.count(words.inPlan, planned)}</span>
    <button type="button" class="link" @click=${() => act.showPlan()}>${words.showPlan}</button>
  </p>`;
}
