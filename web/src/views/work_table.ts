// One page of the work list as a table: most urgent first, or by the column the
// seller chose. The order's number opens the order; arrows walk the rows.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../../wasm/parcelwise';
import type { Sort } from '../desk/work_list';
import { formatMoney } from '../format/money';
import { dueTime } from './due';
import { isPastRetention } from './personal_columns';
import { progressBadge } from './progress_steps';
import type { Drawn, Scene } from './scene';
import { rangeOf, turner } from './turner';

export function workTable(scene: Scene): Drawn {
  const { speech, list } = scene;
  const { page } = list;
  if (!page) return nothing;
  const words = speech.words.list;
  const { rule, urgency, search, change } = list.query;
  if (page.total === 0) {
    return rule || urgency || search || change || list.hideDone
      ? html`<p class="none">${words.none}</p>`
      : nothing;
  }
  const range = rangeOf(scene, page.offset, page.rows.length, page.total);
  return html`<div class="table-frame">
      <table class="work" @keydown=${walk}>
        <caption class="unseen">
          ${speech.fill(words.caption, { range })}
        </caption>
        <thead>
          <tr>
            ${pickHead(scene)}
            <th scope="col" class="col-done">${words.columns.done}</th>
            ${columnHead(scene, 'urgency', words.columns.urgency)}
            <th scope="col" class="col-todo">${words.columns.todo}</th>
            ${columnHead(scene, 'due', words.columns.due)}
            ${columnHead(scene, 'at_risk', words.columns.atRisk)}
            ${columnHead(scene, 'order_id', words.columns.order)}
            ${columnHead(scene, 'recipient', words.columns.recipient)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            page.rows.slice(0, list.drawn),
            (row) => row.order_id,
            (row) => tableRow(scene, row),
          )}
        </tbody>
      </table>
    </div>
    ${turner(scene, 'page', page.offset, page.total, range, (to) => void list.turnTo(to))}`;
}

function columnHead({ speech, list }: Scene, sort: Sort, text: string): Drawn {
  const current = (list.query.sort ?? 'urgency') === sort;
  const direction = list.query.descending ? 'descending' : 'ascending';
  return html`<th
    scope="col"
    class="col-${sort.replace('_', '-')}"
    aria-sort=${current ? direction : 'none'}
    lang=${speech.language}
  >
    <button type="button" class="sort" @click=${() => void list.sortBy(sort)}>${text}</button>
  </th>`;
}

function tableRow(scene: Scene, row: Row): Drawn {
  const { speech, list, ticks, act } = scene;
  const { list: words, urgencies } = speech.words;
  const done = ticks.has(row.order_id, row.rule);
  const chosen = list.chosen === row.order_id;
  const name = (rule: string) => ruleName(scene, rule);
  const open = (event: Event) => {
    const target = event.target as Element;
    if (!target.closest('button, input, label')) act.choose(row.order_id);
  };
  const recipient = isPastRetention(row) ? words.pastRetention : row.recipient;
  const atRisk = row.at_risk ? formatMoney(speech.language, row.at_risk) : '';
  return html`<tr
    class="${row.urgency} ${done ? 'done' : ''} ${chosen ? 'chosen' : ''}"
    @click=${open}
  >
    ${pickCell(scene, row)}
    <td class="col-done">
      <label class="tick">
        <input
          type="checkbox"
          aria-label=${speech.fill(words.tick, { order: row.order_id, rule: name(row.rule) })}
          .checked=${live(done)}
          @change=${() => act.mark({ order: row.order_id, rule: row.rule, done: !done })}
        />
      </label>
    </td>
    <td class="col-urgency"><span class="badge ${row.urgency}">${urgencies[row.urgency]}</span></td>
    <td class="col-todo">
      <span class="title">${row.title}</span>
      ${row.incomplete ? html`<span class="badge incomplete">${words.incomplete}</span>` : nothing}
      ${progressBadge(scene, row)}
      <span class="under">
        <span class="product">
          ${row.product || row.sku}
          ${row.lines > 1 ? speech.count(words.moreLines, row.lines - 1) : nothing}
        </span>
        ${row.service
          ? html`<span class="service">
              ${row.service.name} ${formatMoney(speech.language, row.service.price)}
            </span>`
          : nothing}
        ${also(scene, row.also.map(name))}
      </span>
      <span class="phone-only">
        ${opener(scene, row)}
        <span class="person">${recipient}</span>
        ${atRisk ? html`<b>${atRisk}</b>` : nothing}
      </span>
    </td>
    <td class="col-due">${dueTime(scene, row.due)}</td>
    <td class="col-at-risk">
      ${atRisk || html`<span class="faint" title=${words.unknown}>–</span>`}
    </td>
    <th scope="row" class="col-order-id">
      ${opener(scene, row)}
      <span class="faint">${row.units > 0 ? speech.count(words.units, row.units) : nothing}</span>
    </th>
    <td class="col-recipient">${recipient}</td>
  </tr>`;
}

// The first column chooses: each order, with Shift all from the one before, or all of this
// page.
function pickHead({ speech, list, outbox }: Scene): Drawn {
  const orders = (list.page?.rows ?? []).map((row) => row.order_id);
  const chosen = orders.filter((order) => outbox.chosen.has(order)).length;
  const all = chosen === orders.length;
  return html`<th scope="col" class="col-pick">
    <label class="tick">
      <input
        type="checkbox"
        id="pick-all"
        aria-label=${speech.words.outbox.shown}
        .checked=${live(all)}
        .indeterminate=${live(chosen > 0 && !all)}
        @change=${() => void outbox.choose(orders, !all)}
      />
    </label>
  </th>`;
}

function pickCell({ speech, outbox, act }: Scene, { order_id: order }: Row): Drawn {
  const chosen = outbox.chosen.has(order);
  return html`<td class="col-pick">
    <label class="tick">
      <input
        type="checkbox"
        aria-label=${speech.fill(speech.words.outbox.pick, { order })}
        .checked=${live(chosen)}
        @click=${(event: MouseEvent) => act.pick(order, event.shiftKey)}
      />
    </label>
  </td>`;
}

// The order's other rules: small labels to the eye, one sentence to the ear.
function also({ speech }: Scene, names: readonly string[]): Drawn {
  if (names.length === 0) return nothing;
  const sentence = speech.fill(speech.words.list.also, { rules: names.join(', ') });
  return html`<span class="unseen">${sentence}</span>
    <span class="also" aria-hidden="true">${names.map((each) => html`<i>${each}</i>`)}</span>`;
}

// Stands in the order's column, or under the title where there is no room for one.
function opener({ list, act }: Scene, row: Row): Drawn {
  return html`<button
    type="button"
    class="link open-order"
    data-order=${row.order_id}
    aria-current=${list.chosen === row.order_id ? 'true' : nothing}
    @click=${() => act.choose(row.order_id)}
  >
    ${row.order_id}
  </button>`;
}

function ruleName({ desk }: Scene, rule: string): string {
  return desk.summary?.rules.find((each) => each.rule === rule)?.name ?? rule;
}

const steps: ReadonlyMap<string, (at: number, last: number) => number> = new Map([
  ['ArrowDown', (at, last) => Math.min(at + 1, last)],
  ['ArrowUp', (at) => Math.max(at - 1, 0)],
  ['Home', () => 0],
  ['End', (_at, last) => last],
]);

function walk(event: KeyboardEvent): void {
  const step = steps.get(event.key);
  const table = event.currentTarget as HTMLTableElement;
  const row = (event.target as Element).closest('tbody tr');
  if (!step || !row) return;
  const openers = [...table.querySelectorAll<HTMLButtonElement>('.open-order')].filter(
    (each) => each.offsetParent !== null,
  );
  const at = openers.findIndex((each) => row.contains(each));
  openers[step(at, openers.length - 1)]?.focus();
  event.preventDefault();
}
