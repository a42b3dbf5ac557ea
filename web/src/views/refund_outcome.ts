// What a refund comes to: every component of every line, what was charged, what stays
// and why, the limits, and what it means for the seller.

import { html, nothing } from 'lit/html.js';
import type { Money, Refund, RefundAmounts, RefundLine } from '../../../wasm/parcelwise';
import { nameOf, type RefundDraft } from '../desk/refund_draft';
import { formatMoney } from '../format/money';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

export function outcome(scene: Scene, draft: RefundDraft): Drawn {
  const refund = draft.outcome;
  if (!refund) return nothing;
  const { speech } = scene;
  const words = speech.words.refund;
  return html`
    ${refund.lines.length > 0 ? parts(scene, refund) : nothing} ${sums(scene, refund)}
    ${refund.withheld.length > 0
      ? html`<h3>${words.withheld}</h3>
          <ul class="withheld">
            ${refund.withheld.map(
              ({ component, amount, why }) =>
                html`<li>
                  <b>
                    ${componentName(scene, component)} ${formatMoney(speech.language, amount)}
                  </b>
                  ${why}
                </li>`,
            )}
          </ul>`
      : nothing}
  `;
}

export function warnings({ speech }: Scene, draft: RefundDraft): Drawn {
  const all = draft.outcome?.warnings ?? [];
  if (all.length === 0) return nothing;
  return html`<div class="refund-warnings">
    <h3>${icon('warning')} ${speech.words.refund.warnings}</h3>
    <ul>
      ${all.map((each) => html`<li>${each}</li>`)}
    </ul>
  </div>`;
}

// What to do, and by which rule.
export function advice({ speech }: Scene, draft: RefundDraft): Drawn {
  const refund = draft.outcome;
  if (!refund) return nothing;
  const { order } = speech.words;
  return html`
    ${refund.steps.length > 0
      ? html`<h3>${order.steps}</h3>
          <ol class="steps">
            ${refund.steps.map((each) => html`<li>${each}</li>`)}
          </ol>`
      : nothing}
    ${refund.source_text
      ? html`<p class="source">
          <b>${order.source} ${refund.source.join(', ')}</b> ${refund.source_text}
        </p>`
      : nothing}
  `;
}

// "shipping_price" -> "Shipping": what is taxed and what is taken off have one name each.
function componentName({ speech }: Scene, component: string): string {
  const { refund: words, order } = speech.words;
  const { price, shipping, wrap, promotion } = order.columns;
  if (component.endsWith('tax')) return words.tax;
  if (component.endsWith('promotion')) return promotion;
  return component === 'item_price' ? price : component === 'shipping_price' ? shipping : wrap;
}

type Part = readonly [head: string, amount: (line: RefundAmounts) => number];

function parts(scene: Scene, refund: Refund): Drawn {
  const products = new Map(refund.order_lines.map((each) => [nameOf(each), each.product]));
  return partsTable(scene, {
    title: scene.speech.words.refund.parts,
    lines: refund.lines,
    product: (line) => products.get(nameOf(line)) || line.sku,
  });
}

export interface Parts<Line extends RefundLine> {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly product: (line: Line) => string;
  readonly sums?: RefundAmounts;
}

export function partsTable<Line extends RefundLine>(
  { speech }: Scene,
  { title, lines, product, sums }: Parts<Line>,
): Drawn {
  const { refund: words, order } = speech.words;
  const all: Part[] = [
    [order.columns.price, (line) => line.item_price.minor],
    [words.tax, (line) => line.item_tax.minor + line.shipping_tax.minor + line.gift_wrap_tax.minor],
    [order.columns.shipping, (line) => line.shipping_price.minor],
    [order.columns.wrap, (line) => line.gift_wrap_price.minor],
    [order.columns.promotion, (line) => -line.item_promotion.minor - line.ship_promotion.minor],
  ];
  const shown = all.filter(([, amount]) => lines.some((line) => amount(line) !== 0));
  const currency = lines[0]?.total.currency ?? '';
  const money = (minor: number) => formatMoney(speech.language, { currency, minor });
  const row = (name: Drawn, line: RefundAmounts) =>
    html`<tbody>
      <tr>
        <th scope="rowgroup" colspan=${shown.length + 1}>${name}</th>
      </tr>
      <tr>
        ${shown.map(([head, amount]) => html`<td data-part=${head}>${money(amount(line))}</td>`)}
        <td class="money" data-part=${words.total}>${money(line.total.minor)}</td>
      </tr>
    </tbody>`;
  return html`<h3 id="parts-title">${title}</h3>
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="parts-title">
      <table class="lines parts">
        <thead>
          <tr>
            ${shown.map(([head]) => html`<th scope="col">${head}</th>`)}
            <th scope="col">${words.total}</th>
          </tr>
        </thead>
        ${lines.map((line) =>
          row(
            html`<span class="product">${product(line)}</span> ${line.quantity > 0
                ? `× ${speech.number(line.quantity)}`
                : nothing}`,
            line,
          ),
        )}
        ${sums && lines.length > 1 ? row(html`<b>${words.total}</b>`, sums) : nothing}
      </table>
    </div>`;
}

function sums({ speech }: Scene, refund: Refund): Drawn {
  const words = speech.words.refund;
  const money = (amount: Money) => formatMoney(speech.language, amount);
  return html`<dl class="sums-of">
    ${sum(words.charged, money(refund.charged))}
    ${refund.already_refunded.minor > 0
      ? sum(words.refunded, `− ${money(refund.already_refunded)}`)
      : nothing}
    ${refund.concession
      ? nothing
      : sum(
          html`${words.thisOne}
          ${refund.tax_inside
            ? html`<span class="faint">
                ${speech.fill(words.taxInside, { money: money(refund.tax_inside) })}
              </span>`
            : nothing}`,
          `− ${money(refund.total)}`,
        )}
    ${sum(words.remaining, money(refund.remaining), 'whole')}
    ${refund.concession ? sum(words.beside, money(refund.total)) : nothing}
    ${refund.caps.map(({ name, limit, room }) =>
      name === 'charged'
        ? nothing // the sum above says it
        : sum(
            name === 'concession' ? words.concessions.goodwill : words.concessions.returning,
            speech.fill(words.room, { limit: money(limit), room: money(room) }),
          ),
    )}
  </dl>`;
}

function sum(name: string | Drawn, value: string | Drawn, kind = ''): Drawn {
  return html`<div class=${kind}>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

export function sellerSums({ speech }: Scene, draft: RefundDraft): Drawn {
  const words = speech.words.refund;
  const seller = draft.outcome?.seller;
  if (!seller) return nothing;
  const money = (amount: Money) => formatMoney(speech.language, amount);
  return html`<dl class="sums-of">
    ${sum(
      words.fee,
      seller.refund_fee ? money(seller.refund_fee) : speech.words.combine.unknownSize,
    )}
    ${seller.referral_returned ? sum(words.referral, money(seller.referral_returned)) : nothing}
    ${seller.points_returned > 0
      ? sum(words.points, speech.number(seller.points_returned))
      : nothing}
  </dl>`;
}
