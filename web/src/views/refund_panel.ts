// The refund of one order, in the order's place: why, for which lines, and what follows
// from it as the core works it out. No amount is typed here but the two that only the
// seller knows: what combining saved, and what goodwill gives.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { RefundReason } from '../../../wasm/parcelwise';
import { mostDays, nameOf, type RefundDraft, type RefundFields } from '../desk/refund_draft';
import { formatMoney, sampleAmount } from '../format/money';
import { icon } from './icon';
import { option, valueOf } from './option';
import { advice, outcome, sellerSums, warnings } from './refund_outcome';
import { backButton, panelFrame } from './panel_frame';
import type { Drawn, Scene } from './scene';

export function refundPanel(scene: Scene, draft: RefundDraft): Drawn {
  const { speech, act } = scene;
  const words = speech.words.refund;
  const title = speech.fill(words.title, { order: draft.order.order_id });
  const submit = (event: Event) => {
    event.preventDefault();
    act.planRefund();
  };
  return panelFrame(scene, {
    name: 'refund',
    title,
    before: backButton('refund', words.back, () => act.closeRefund()),
    content: html`<form class="refund" autocomplete="off" novalidate @submit=${submit}>
      ${fields(scene, draft)} ${draft.needs('concession') ? nothing : lines(scene, draft)}
      ${unplaced(scene, draft)} ${outcome(scene, draft)} ${warnings(scene, draft)}
      ${feeRate(scene, draft)} ${advice(scene, draft)} ${foot(scene, draft)}
    </form>`,
  });
}

// What cannot be read, or what the core refuses.
function complaint({ speech }: Scene, draft: RefundDraft): string {
  const words = speech.words.refund;
  const { currency } = draft;
  const example = sampleAmount(speech.language, currency);
  if (draft.daysWrong) return speech.fill(words.daysWrong, { n: mostDays });
  if (draft.amountWrong) return speech.fill(words.amountWrong, { currency, example });
  return draft.failure?.message ?? '';
}

// Where it belongs: at the amount where one is asked for, else at the lines.
const place = (draft: RefundDraft) =>
  draft.daysWrong ? 'days' : draft.needs('amount') ? 'amount' : 'lines';

function fields(scene: Scene, draft: RefundDraft): Drawn {
  const { speech, desk } = scene;
  const words = speech.words.refund;
  const { reason, amount, condition, days, concession } = draft.fields;
  const set = (field: keyof RefundFields) => (event: Event) =>
    draft.set({ [field]: valueOf(event) });
  const wrong = complaint(scene, draft) && place(draft);
  const amountName = reason === 'combined-shipping' ? words.amount.saved : words.amount.given;
  const { currency } = draft;
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
            ${Object.entries(words.conditions).map(([each, text]) => option(each, text, condition))}
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
              aria-invalid=${wrong === 'days' ? 'true' : 'false'}
              aria-describedby=${wrong === 'days' ? 'refund-error' : nothing}
              .value=${live(days)}
              @input=${set('days')}
            />
          </label>
          ${wrong === 'days' ? refusal(scene, draft) : nothing}`
      : nothing}
    ${draft.needs('amount')
      ? html`<label class="stacked">
            <span>${speech.fill(amountName, { currency })}</span>
            <input
              id="refund-amount"
              inputmode="decimal"
              maxlength="20"
              aria-invalid=${wrong === 'amount' ? 'true' : 'false'}
              aria-describedby=${wrong === 'amount' ? 'refund-error' : nothing}
              .value=${live(amount)}
              @input=${set('amount')}
            />
          </label>
          ${wrong === 'amount' ? refusal(scene, draft) : nothing}`
      : nothing}`;
}

function refusal(scene: Scene, draft: RefundDraft): Drawn {
  return html`<p id="refund-error" class="bad">${icon('warning')} ${complaint(scene, draft)}</p>`;
}

function lines(scene: Scene, draft: RefundDraft): Drawn {
  const { speech } = scene;
  const words = speech.words.refund;
  const refused = draft.failure && place(draft) === 'lines';
  const chosen = new Map(draft.chosen.map((each) => [each.order_item_id, each]));
  return html`<fieldset aria-describedby=${refused ? 'refund-error' : nothing}>
    <legend>${words.lines}</legend>
    ${draft.lines.map((line) => {
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
                .value=${live(Number.isNaN(item.quantity) ? '' : String(item.quantity ?? left))}
                @input=${(event: Event) => draft.setQuantity(id, parseFloat(valueOf(event)))}
              />
              ${speech.fill(words.ofUnits, { n: left })}
            </span>`
          : nothing}
      </div>`;
    })}
    ${draft.items?.length === 0 ? html`<p class="bad">${words.none}</p>` : nothing}
    ${refused ? refusal(scene, draft) : nothing}
  </fieldset>`;
}

// What the reports tell of the order's refunds and no line took; where that, or a row
// that could not be read, stops the refund, a tick says that it was looked up.
function unplaced(scene: Scene, draft: RefundDraft): Drawn {
  const { speech } = scene;
  const words = speech.words.refund;
  const told = draft.failure?.not_counted ?? draft.refund?.not_counted ?? [];
  const asks = draft.failure?.unread === true || draft.acceptUnread;
  if (told.length === 0 && !asks) return nothing;
  return html`<fieldset class="unplaced">
    <legend>${words.unplaced.title}</legend>
    ${told.length > 0
      ? html`<ul>
          ${told.map(
            ({ file, row, amount, why, other_file: other, other_row: otherRow }) =>
              html`<li>
                ${speech.fill(words.unplaced.row, { file, row: speech.number(row) })}
                ${other
                  ? speech.fill(words.unplaced.row, {
                      file: other,
                      row: speech.number(otherRow ?? 0),
                    })
                  : nothing}
                <b>${amount ? formatMoney(speech.language, amount) : speech.words.list.unknown}</b>
                <span class="faint">${words.unplaced.why[why]}</span>
              </li>`,
          )}
        </ul>`
      : nothing}
    ${asks
      ? html`<label class="tick">
          <input
            type="checkbox"
            id="refund-accept-unread"
            .checked=${live(draft.acceptUnread)}
            @change=${() => draft.accept(!draft.acceptUnread)}
          />
          <span>${words.unplaced.accept}</span>
        </label>`
      : nothing}
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

function foot(scene: Scene, draft: RefundDraft): Drawn {
  const { speech } = scene;
  const wrong = complaint(scene, draft);
  const words = speech.words.refund;
  const refund = draft.outcome;
  return html`<div class="refund-foot">
    <p role="status">
      ${refund
        ? html`${words.gets}
            <output id="refund-total">${formatMoney(speech.language, refund.total)}</output>`
        : wrong
          ? html`<span class="unseen">${wrong}</span>`
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
