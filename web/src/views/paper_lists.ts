// The pick list of all chosen orders, and the addresses for labels or envelopes: both
// are the seller's own, in the page's language.

import { html, nothing } from 'lit/html.js';
import type { Slips } from '../../../wasm/parcelwise';
import { formatMoment } from '../format/when';
import { address, barcode, sender } from './paper_slip';
import type { Drawn, Scene } from './scene';

export function pickList({ speech, desk }: Scene, { picked, slips }: Slips): Drawn {
  const { paper: words } = speech.words;
  const units = picked.reduce((sum, each) => sum + each.units, 0);
  const orders = slips.reduce((sum, slip) => sum + slip.orders.length, 0);
  const { summary } = desk;
  return html`<article class="picks">
    <h1>${words.picks}</h1>
    <p>
      ${speech.fill(words.picked, { units, orders })}
      ${summary
        ? formatMoment(speech.language, summary.now, summary.policy.zone, summary.now)
        : nothing}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="box"></span></th>
          <th scope="col">${words.sku}</th>
          <th scope="col">${words.product}</th>
          <th scope="col" class="number">${words.units}</th>
          <th scope="col" class="number">${words.orders}</th>
        </tr>
      </thead>
      <tbody>
        ${picked.map(
          (each) =>
            html`<tr>
              <td><span class="box"></span></td>
              <td class="sku">${each.sku}</td>
              <td>${each.product}</td>
              <td class="number qty">${speech.number(each.units)}</td>
              <td class="number">${speech.number(each.orders)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}

export function addressSheet(scene: Scene, { slips }: Slips): Drawn {
  return html`${slips
    .filter((slip) => slip.to.length > 0)
    .map(
      (slip) =>
        html`<article class="label">
          ${address(slip)}
          <div class="from">
            ${sender(scene)}
            <p class="ids">
              ${slip.orders.map(
                (order) => html`${barcode(order.barcode)}<span>${order.order_id}</span>`,
              )}
            </p>
          </div>
        </article>`,
    )}`;
}
