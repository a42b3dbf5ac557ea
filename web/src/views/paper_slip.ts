// A packing slip, in the language of the place it goes to: where it goes, each order with
// its number as text and as bars, the lines by SKU, a gift's message. It says of itself
// that it is no invoice.

import { html, nothing, svg } from 'lit/html.js';
import type { Language, Slip, SlipOrder } from '../../../wasm/parcelwise';
import { Speech } from '../catalogue/speech';
import { formatMoney } from '../format/money';
import { formatDate } from '../format/when';
import type { Drawn, Scene } from './scene';

const speeches = new Map<Language, Speech>();

function speechIn(language: Language): Speech {
  const known = speeches.get(language) ?? new Speech(language);
  speeches.set(language, known);
  return known;
}

export function packingSlip(scene: Scene, slip: Slip): Drawn {
  const speech = speechIn(slip.language);
  const words = speech.words.paper;
  const business = slip.orders.some((each) => each.business);
  return html`<article class="slip" lang=${slip.language}>
    <header>
      <div>
        <h1>${words.slip}</h1>
        ${business ? html`<p class="obligatory">${words.business}</p>` : nothing}
      </div>
      ${sender(scene)}
    </header>
    ${address(slip)}
    ${slip.orders.length > 1
      ? html`<p class="together">${speech.count(words.together, slip.orders.length)}</p>`
      : nothing}
    ${slip.orders.map((order, i) => orderOf(scene, speech, slip, order, i))}
    <footer>${words.noInvoice}</footer>
  </article>`;
}

export function address(slip: Slip): Drawn {
  if (slip.to.length === 0) return nothing;
  return html`<address lang=${slip.language}>
    ${slip.to.map((line, at) => html`<span class=${at === slip.name ? 'name' : ''}>${line}</span>`)}
  </address>`;
}

export function sender({ state }: Scene): Drawn {
  const lines = state.paper?.slips.sender ?? [];
  if (lines.length === 0) return nothing;
  return html`<p class="sender">${lines.map((line) => html`<span>${line}</span>`)}</p>`;
}

// In a parcel of several a small page ends between two orders, and each page must tell
// whose it is.
function orderOf(scene: Scene, speech: Speech, slip: Slip, order: SlipOrder, i: number): Drawn {
  const words = speech.words.paper;
  const priced = order.lines.some((line) => line.price);
  const zone = scene.desk.summary?.policy.zone ?? 'UTC';
  return html`<section>
    <div class="order-head">
      <dl>
        <div>
          <dt>
            ${slip.orders.length > 1
              ? speech.fill(words.orderOf, { at: i + 1, n: slip.orders.length })
              : words.order}
          </dt>
          <dd class="id">${order.order_id}</dd>
        </div>
        ${i > 0 && slip.to.length > 0
          ? html`<div>
              <dt>${words.recipient}</dt>
              <dd>${slip.to[slip.name]}</dd>
            </div>`
          : nothing}
        ${order.purchased
          ? html`<div>
              <dt>${words.purchased}</dt>
              <dd>${formatDate(speech.language, order.purchased, zone)}</dd>
            </div>`
          : nothing}
        ${order.po
          ? html`<div class="po">
              <dt>${words.po}</dt>
              <dd>${order.po}</dd>
            </div>`
          : nothing}
      </dl>
      ${barcode(order.barcode)}
    </div>
    <table>
      <thead>
        <tr>
          <th scope="col" class="sku">${words.sku}</th>
          <th scope="col">${words.product}</th>
          <th scope="col" class="number">${words.units}</th>
          ${priced ? html`<th scope="col" class="number">${words.price}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${order.lines.map(
          (line) =>
            html`<tr>
              <td class="sku">${line.sku}</td>
              <td>${line.product}</td>
              <td class="number qty">${speech.number(line.units)}</td>
              ${priced
                ? html`<td class="number">
                    ${line.price ? formatMoney(speech.language, line.price) : nothing}
                  </td>`
                : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
    ${order.messages.length > 0
      ? html`<div class="message">
          <h2>${words.message}</h2>
          ${order.messages.map((each) => html`<p>${each}</p>`)}
        </div>`
      : nothing}
  </section>`;
}

const quietZone = 10; // modules on either side, as Code 128 asks

// Bars as one path of rectangles; the viewer may stretch them in height only.
export function barcode(widths: readonly number[]): Drawn {
  let at = quietZone;
  let bars = '';
  for (const [i, width] of widths.entries()) {
    if (i % 2 === 0) bars += `M${at} 0h${width}v1h-${width}z`;
    at += width;
  }
  const modules = at + quietZone;
  return html`<svg
    class="barcode"
    viewBox="0 0 ${modules} 1"
    preserveAspectRatio="none"
    shape-rendering="crispEdges"
    aria-hidden="true"
  >
    ${svg`<path d=${bars} />`}
  </svg>`;
}
