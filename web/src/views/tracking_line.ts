// An order's tracking number, where a carrier's file or the seller gave it.

import { html, nothing } from 'lit/html.js';
import type { OrderDetail } from '../../../wasm/parcelwise';
import { trackingCarriers } from '../desk/tracking';
import type { Drawn, Scene } from './scene';

export function trackingLine({ speech }: Scene, { tracking }: OrderDetail): Drawn {
  if (!tracking) return nothing;
  const words = speech.words.tracking;
  const known = trackingCarriers.find((each) => each === tracking.carrier);
  const carrier = tracking.service || (known ? words.carriers[known] : tracking.carrier);
  return html`<p class="notice hint" id="order-tracking">
    <span>
      <b>${words.numberOf}</b>
      ${tracking.parts.length > 0
        ? tracking.parts.map(
            (part) =>
              html`<code>${part.number}</code> (${speech.fill(words.partUnits, {
                  item: part.order_item_id,
                  n: part.quantity,
                })}) `,
          )
        : html`<code>${tracking.number}</code>`}
      ${carrier} ${tracking.shipped ?? ''}
      <span class="faint">
        ${speech.fill(speech.words.order.sourceRow, { file: tracking.file, row: tracking.row })}
      </span>
    </span>
  </p>`;
}
