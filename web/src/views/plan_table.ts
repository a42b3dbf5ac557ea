// The plan of refunds as a table, with the way back from every change and the way out:
// the file that Seller Central takes, and what to do with it.

import { html, nothing } from 'lit/html.js';
import type { RefundPlan, RefundPlanRow } from '../../../wasm/parcelwise';
import { rowsAPage } from '../desk/work_list';
import { formatMoney } from '../format/money';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';
import { rangeOf, turner } from './turner';

export function planTable(scene: Scene): Drawn {
  const { speech, plan } = scene;
  const { views, files, plan: words } = speech.words;
  return html`<section class="plan" aria-labelledby="plan-title">
    <h2 id="plan-title">${views.plan}</h2>
    ${plan.failure
      ? html`<p class="notice bad" role="alert">
          ${icon('warning')}<span>${plan.failure.message} <b>${files.kept}</b></span>
        </p>`
      : nothing}
    ${buttons(scene)}
    ${plan.requests.length === 0 ? html`<p class="none">${words.none}</p>` : nothing}
    ${plan.page ? table(scene, plan.page) : nothing} ${written(scene)}
  </section>`;
}

function buttons({ speech, plan, act }: Scene): Drawn {
  const { plan: words, list } = speech.words;
  const empty = plan.requests.length === 0;
  const button = (id: string, text: string, disabled: boolean, press: () => void, kind = '') =>
    html`<button type="button" id=${id} class=${kind} ?disabled=${disabled} @click=${press}>
      ${text}
    </button>`;
  return html`<div class="plan-buttons">
      ${button('plan-download', words.download, !plan.page, () => act.writePlan(), 'main')}
      ${button('plan-save', words.save, empty, () => act.savePlan())}
      ${button('plan-undo', list.undo, !plan.edits.canUndo, () => act.undoPlan())}
      ${button('plan-redo', words.redo, !plan.edits.canRedo, () => act.redoPlan())}
      ${button('plan-clear', words.clear, empty, () => act.editPlan(() => plan.clear()), 'quiet')}
      <button
        type="button"
        class="quiet round print"
        aria-label=${list.print}
        title=${list.print}
        @click=${() => window.print()}
      >
        ${icon('print')}
      </button>
    </div>
    ${plan.unsaved ? html`<p class="faint plan-kept">${words.kept}</p>` : nothing}`;
}

function table(scene: Scene, page: RefundPlan): Drawn {
  const { speech, plan } = scene;
  const { plan: words, views, list, order, refund, rejects } = speech.words;
  const range = rangeOf(scene, plan.from, page.rows.length, page.refunds);
  const money = page.totals.map((each) => formatMoney(speech.language, each)).join(' + ');
  return html`<p class="plan-total" role="status">
      ${money ? html`<b>${refund.total} ${money}</b>` : nothing}
      ${page.failed > 0
        ? html`<span class="bad">
            ${icon('warning')} ${speech.count(words.failed, page.failed)}
          </span>`
        : nothing}
    </p>
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="plan-title">
      <table class="planned">
        <caption class="unseen">
          ${views.plan}, ${range}
        </caption>
        <thead>
          <tr>
            <th scope="col">${list.columns.order}</th>
            <th scope="col">${rejects.reason}</th>
            <th scope="col">${order.columns.item}</th>
            <th scope="col" class="number">${words.units}</th>
            <th scope="col" class="number">${refund.total}</th>
            <th scope="col" class="number">${refund.fee}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${page.rows.map((row) => tableRow(scene, row))}
        </tbody>
      </table>
    </div>
    ${page.refunds > rowsAPage
      ? turner(scene, 'plan', plan.from, page.refunds, range, (from) => void plan.turnTo(from))
      : nothing}`;
}

function tableRow(scene: Scene, row: RefundPlanRow): Drawn {
  const { speech, plan, act } = scene;
  const words = speech.words.plan;
  const remove = speech.fill(words.remove, { order: row.order_id });
  const open = () => {
    act.set({ view: 'work' });
    act.choose(row.order_id);
  };
  const money = (amount: RefundPlanRow['total']) =>
    amount ? formatMoney(speech.language, amount) : '–';
  return html`<tr class=${row.error ? 'failed' : ''}>
    <th scope="row">
      <button type="button" class="link open-order" @click=${open}>${row.order_id}</button>
    </th>
    <td>
      ${row.reason_name || row.reason}
      ${row.error ? html`<span class="bad">${icon('warning')} ${row.error}</span>` : nothing}
      ${row.looks_done
        ? html`<button
            type="button"
            class="quiet still-to-make"
            @click=${() => act.editPlan(() => plan.acceptDone(row.index))}
          >
            ${words.stillToMake}
          </button>`
        : nothing}
    </td>
    <td class="skus"><code>${row.skus.join(', ')}</code></td>
    <td class="number">${row.units > 0 ? speech.number(row.units) : '–'}</td>
    <td class="number money">${money(row.total)}</td>
    <td class="number">${money(row.refund_fee)}</td>
    <td>
      <button
        type="button"
        class="quiet round remove"
        aria-label=${remove}
        title=${remove}
        @click=${() => act.editPlan(() => plan.remove(row.index))}
      >
        ${icon('close')}
      </button>
    </td>
  </tr>`;
}

function written({ speech, plan, act }: Scene): Drawn {
  if (!plan.written) return nothing;
  const words = speech.words.plan;
  const { files, rows, left_out: leftOut } = plan.written;
  const names = files.map((each) => each.name).join(', ');
  return html`<div class="written" role="status">
    <p>${speech.count(words.written, rows, { files: names || '–' })}</p>
    ${leftOut.length > 0
      ? html`<h3>${words.leftOut}</h3>
          <ul class="left-out">
            ${leftOut.map(({ message }) => html`<li>${message}</li>`)}
          </ul>`
      : nothing}
    ${files.length > 0
      ? html`<h3>${words.next}</h3>
          <ol class="steps">
            ${Object.values(words.steps).map((each) => html`<li>${each}</li>`)}
          </ol>
          <button type="button" id="plan-answer" @click=${() => act.goOn('answer')}>
            ${speech.words.next.answer}
          </button>`
      : nothing}
  </div>`;
}
