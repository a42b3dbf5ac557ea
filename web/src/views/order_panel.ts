// One order beside the list: every action with its reason, deadline, amount at risk, steps and
// rule; then its lines, and all that the reports say of it.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Money, OrderAction, OrderDetail, OrderLine } from '../../../wasm/parcelwise';
import type { Speech } from '../catalogue/speech';
import { formatMoney } from '../format/money';
import { formatOwnTime } from '../format/when';
import { addressBlock } from './address_block';
import { answerButton, answerPanel } from './answer_panel';
import { caseNote } from './case_table';
import { dueTime, zoneAt } from './due';
import { forgetButton } from './forget_dialog';
import { icon } from './icon';
import { panelFrame } from './panel_frame';
import { parcelOf } from './parcel_card';
import { isPastRetention, isPersonal } from './personal_columns';
import { plannedNote, refundButton, refundFor, refundPanel } from './refund_panel';
import { ownMarks, progressSteps } from './progress_steps';
import type { Drawn, Scene } from './scene';
import { orderServices } from './services_list';
import { trackingLine } from './tracking_line';
import { why } from './why';

// An order, its answer or its refund, or an answer without an order.
export function panelOpen({ list, inquiry }: Pick<Scene, 'list' | 'inquiry'>): boolean {
  return list.chosen !== undefined || inquiry !== undefined;
}

export function orderPanel(scene: Scene): Drawn {
  const { speech, list, state, draft, inquiry, act } = scene;
  const id = list.chosen;
  if (draft) return refundPanel(scene, draft);
  if (inquiry) return answerPanel(scene, inquiry);
  if (!id) return nothing;
  const words = speech.words.order;
  return panelFrame(scene, {
    name: 'order',
    title: speech.fill(words.title, { order: id }),
    after: html`${stepButton(scene, -1)} ${stepButton(scene, 1)}
      ${'clipboard' in navigator
        ? html`<button
            type="button"
            class="quiet round"
            aria-label=${words.copy}
            title=${words.copy}
            @click=${() => act.copy(id, words.copied)}
          >
            ${icon(state.copied === id ? 'check' : 'copy')}
          </button>`
        : nothing}
      <button
        type="button"
        class="quiet round close"
        aria-label=${words.close}
        title=${words.close}
        @click=${() => act.choose(undefined)}
      >
        ${icon('close')}
      </button>`,
    content: html`<div class="order-ways">${answerButton(scene)} ${refundButton(scene)}</div>
      ${list.detail ? details(scene, list.detail) : html`<p class="faint">${words.loading}</p>`}`,
  });
}

// Greyed at the end of the list; an order that the list does not show has neither.
function stepButton({ speech, list, act }: Scene, by: 1 | -1): Drawn {
  const { next, previous } = speech.words.order;
  const name = by > 0 ? next : previous;
  return html`<button
    type="button"
    id="${by > 0 ? 'next' : 'previous'}-order"
    class="quiet round"
    aria-label=${name}
    title=${name}
    ?disabled=${!list.hasNeighbour(by)}
    @click=${() => act.step(by)}
  >
    ${icon(by > 0 ? 'down' : 'up')}
  </button>`;
}

function details(scene: Scene, order: OrderDetail): Drawn {
  const { state } = scene;
  return html`${caseNote(scene)} ${plannedNote(scene)} ${parcelOf(scene)}
    ${trackingLine(scene, order)} ${progressSteps(scene, order)} ${standing(scene, order)}
    ${unread(scene, order)} ${addressBlock(scene, order)} ${orderServices(scene, order)}
    <ol class="actions">
      ${order.actions.map((action) => html`<li>${actionCard(scene, order, action)}</li>`)}
    </ol>
    ${order.refundable || !order.not_refundable
      ? nothing
      : html`<p class="notice hint" id="not-refundable"><span>${order.not_refundable}</span></p>`}
    ${ownMarks(scene, order)} ${lines(scene, order)} ${reportedValues(scene, order, state.revealed)}`;
}

// An order that left the list can be called open again, and that word taken back.
function standing({ speech, desk }: Scene, { order_id: order, left }: OrderDetail): Drawn {
  const words = speech.words.order;
  const known = desk.notSent.includes(order);
  if (!left && !known) return nothing;
  return html`<p class="notice hint" id="standing">
    <span>${known ? words.notSentKnown : words.leftTheList}</span>
    <button type="button" id="not-sent" @click=${() => void desk.setNotSent(order, !known)}>
      ${known ? words.takeWordBack : words.notSent}
    </button>
  </p>`;
}

// Rows of it that could not be read: a line may be missing.
function unread({ speech, act }: Scene, { unread: rows }: OrderDetail): Drawn {
  if (rows.length === 0) return nothing;
  const places = rows.slice(0, 5).map(({ file, row }) => `${file}:${row}`);
  return html`<p class="notice bad" id="unread">
    ${icon('warning')}
    <span>
      ${speech.count(speech.words.order.unread, rows.length, { places: places.join(', ') })}
    </span>
    <button type="button" @click=${() => act.set({ view: 'rejects' })}>
      ${speech.words.order.showUnread}
    </button>
  </p>`;
}

function actionCard(scene: Scene, detail: OrderDetail, action: OrderAction): Drawn {
  const order = detail.order_id;
  const { speech, ticks, act } = scene;
  const { order: words, urgencies, list } = speech.words;
  const done = ticks.has(order, action.rule);
  const tickName = speech.fill(list.tick, { order, rule: action.name });
  return html`<article class="action ${action.urgency} ${done ? 'done' : ''}">
    <p class="action-rule">
      <span class="badge ${action.urgency}">${urgencies[action.urgency]}</span>
      <span>${action.name}</span>
      <label class="tick">
        <input
          type="checkbox"
          aria-label=${tickName}
          .checked=${live(done)}
          @change=${() => act.mark({ order, rule: action.rule, done: !done })}
        />
        <span aria-hidden="true">${words.done}</span>
      </label>
    </p>
    <h3>${action.title}</h3>
    <dl class="facts-of">
      ${action.due
        ? html`<div>
            <dt>${words.due}</dt>
            <dd>${dueTime(scene, action.due)}${ownTime(scene, action.due)}</dd>
          </div>`
        : nothing}
      ${action.at_risk
        ? html`<div>
            <dt>${words.atRisk}</dt>
            <dd class="money">${formatMoney(speech.language, action.at_risk)}</dd>
          </div>`
        : nothing}
      ${action.evidence.length > 0
        ? html`<div class="wide">
            <dt>${words.why}</dt>
            <dd>${why(scene, detail.policy, action.evidence)}</dd>
          </div>`
        : nothing}
    </dl>
    ${action.steps.length > 0
      ? html`<h4>${words.steps}</h4>
          <ol class="steps">
            ${action.steps.map((step) => html`<li>${step}</li>`)}
          </ol>`
      : nothing}
    ${refundFor(scene, action.rule)}
    ${action.rule === 'combine'
      ? html`<button type="button" class="show-group" @click=${() => act.showParcels()}>
          ${speech.words.combine.decide}
        </button>`
      : nothing}
    ${action.source_text
      ? html`<p class="source">
          <b>${words.source} ${action.source.join(', ')}</b> ${action.source_text}
        </p>`
      : nothing}
  </article>`;
}

function ownTime({ speech, desk }: Scene, due: string): Drawn {
  const { summary } = desk;
  if (!summary) return nothing;
  const time = formatOwnTime(speech.language, due, zoneAt(summary, due), summary.now);
  if (!time) return nothing;
  return html`<span class="own-time">${speech.fill(speech.words.order.yourTime, { time })}</span>`;
}

function lines({ speech }: Scene, order: OrderDetail): Drawn {
  if (order.lines.length === 0) return nothing;
  const words = speech.words.order;
  const columns = reportedColumns(speech, order.lines);
  return html`<section aria-labelledby="lines-title">
    <h3 id="lines-title">${words.lines}</h3>
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="lines-title">
      <table class="lines">
        <thead>
          <tr>
            <th scope="col">${words.columns.item}</th>
            ${columns.map(([text]) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${order.lines.map(
            (line) =>
              html`<tr>
                <th scope="row">
                  <span class="product">${line.product || line.sku}</span>
                  ${units(speech, line)} <code>${line.sku}</code>
                </th>
                ${columns.map(([, valueIn]) => html`<td>${valueIn(line) ?? '–'}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

const mostBoxes = 8;

// A box for each unit, full once it is confirmed as shipped; of many, the number alone.
function units(speech: Speech, { purchased, shipped }: OrderLine): Drawn {
  if (purchased === null || purchased < 1) return nothing;
  const sent = Math.min(shipped ?? 0, purchased);
  const boxes = purchased > mostBoxes ? 0 : purchased;
  return html`<span class="boxes ${purchased > 1 ? 'several' : ''}">
    <span aria-hidden="true">
      ${Array.from({ length: boxes }, (_, i) => html`<i class=${i < sent ? 'sent' : ''}></i>`)}
    </span>
    ${speech.count(speech.words.order.units, purchased)}
  </span>`;
}

type LineColumn = readonly [head: string, valueIn: (line: OrderLine) => string | undefined];

// Only what some report says of some line: the panel is narrow.
function reportedColumns(speech: Speech, lines: readonly OrderLine[]): LineColumn[] {
  const { columns } = speech.words.order;
  const number = (n: number | null) => (n === null ? undefined : speech.number(n));
  const money = (sum: Money | null) => (sum ? formatMoney(speech.language, sum) : undefined);
  const all: LineColumn[] = [
    [columns.purchased, (line) => number(line.purchased)],
    [columns.shipped, (line) => number(line.shipped)],
    [columns.toShip, (line) => number(line.to_ship)],
    [columns.price, (line) => money(line.item_price)],
    [columns.shipping, (line) => money(line.shipping_price)],
    [columns.wrap, (line) => money(line.gift_wrap_price)],
    [columns.promotion, (line) => money(line.promotion)],
  ];
  return all.filter(([, valueIn]) => lines.some((line) => valueIn(line) !== undefined));
}

function reportedValues(scene: Scene, order: OrderDetail, revealed: boolean): Drawn {
  const { speech, act } = scene;
  const words = speech.words.order;
  const pastRetention = isPastRetention(order);
  const covered = html`<span class="covered">${words.concealed}</span>`;
  return html`<section class="reported" aria-labelledby="reported-title">
    <h3 id="reported-title">${words.reported}</h3>
    ${pastRetention
      ? html`<p id="past-retention">${words.pastRetention} ${forgetButton(scene)}</p>`
      : html`<button
          type="button"
          id="reveal"
          aria-pressed=${revealed}
          @click=${() => act.set({ revealed: !revealed })}
        >
          ${revealed ? words.conceal : words.reveal}
        </button>`}
    ${order.told.map(
      ({ file, row, values }) =>
        html`<details>
          <summary>${speech.fill(words.sourceRow, { file, row })}</summary>
          <dl>
            ${values
              .filter(({ value }) => value !== '')
              .map(
                ({ column, value }) =>
                  html`<div>
                    <dt><code>${column}</code></dt>
                    <dd>
                      ${isPersonal(column, pastRetention) && (pastRetention || !revealed)
                        ? covered
                        : value}
                    </dd>
                  </div>`,
              )}
          </dl>
        </details>`,
    )}
  </section>`;
}
