// What stands in each column: a function of the order, its line and the report
// (`report.now`, the clock its dates are told by). A column without an entry is empty.
import { MARKETS } from './orders.mjs';
import * as abroad from './people_abroad.mjs';
import * as japan from './people_japan.mjs';

const DAY = 86_400_000;

export function instant(ms, offsetHours = 0) {
  const text = new Date(ms + offsetHours * 3_600_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetHours) * 60;
  const two = (n) => String(Math.floor(n)).padStart(2, '0');
  return `${text}${offsetHours < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

// Minor units as the report prints them: yen bare, others with two decimals.
function amount(minor, order) {
  return MARKETS[order.market].digits === 0 ? String(minor) : (minor / 100).toFixed(2);
}

const discount = (minor, order) => (minor === 0 ? '' : amount(-minor, order));
const bool = (value) => (value ? 'true' : 'false');
const hidden = (order) => order.status === 'Pending' || order.status === 'Cancelled';
const price = (pick) => (order, line) => (hidden(order) ? '' : amount(pick(line), order));
const jp = (order) => order.market === 'jp';

function addressLines(order) {
  order.addressLines ??= (jp(order) ? japan : abroad).spellAddress(
    order.buyer.address,
    order.spelling,
  );
  return order.addressLines;
}

function recipient(order) {
  const po = order.po && order.poGlued ? ` (PO: ${order.po})` : '';
  return order.buyer.recipient + (order.honorific && `　${order.honorific}`) + po;
}

const state = (order) => (jp(order) ? order.buyer.address.prefecture : order.buyer.address.state);
const postal = (order) => order.buyer.address.postal;
const country = (order) => (jp(order) ? 'JP' : order.buyer.address.country);
const city = (order) => (jp(order) ? '' : order.buyer.address.city);
const windowEdge = (edge) => (order) => (order.window ? instant(order.window[edge]) : '');
const payment = (order) =>
  order.market === 'us' ? instant(order.payment, -8) : instant(order.payment);
const itemStatus = (order, line) => {
  if (!['Unshipped', 'Shipping', 'PartiallyShipped'].includes(order.status))
    return order.status === 'Pending' ? '' : order.status;
  return line.shipped === line.purchased ? 'Shipped' : 'Unshipped';
};

export const CELLS = {
  'order-id': (order) => order.id,
  'amazon-order-id': (order) => order.id,
  'merchant-order-id': (order) => order.id,
  'order-item-id': (order, line) => line.id,
  'purchase-date': (order) => instant(order.purchase),
  'payments-date': payment,
  'reporting-date': (order, line, report) =>
    instant(Math.min(order.payment + 1_500_000, report.now)),
  'last-updated-date': (order) => instant(order.updated),
  'promise-date': (order) => instant(order.promise),
  'latest-ship-date': (order) => instant(order.promise),
  'earliest-ship-date': (order) => instant(order.purchase),
  'earliest-delivery-date': (order) => instant(order.promise + DAY + 1000),
  'latest-delivery-date': (order) => instant(order.promise + 3 * DAY),
  'days-past-promise': (order, line, report) =>
    String(Math.floor((report.now - order.promise) / DAY)),
  'buyer-email': (order) => order.buyer.email,
  'buyer-name': (order) => order.buyer.name,
  'buyer-phone-number': (order) => order.buyer.phone,
  'ship-phone-number': (order) => order.buyer.phone,
  sku: (order, line) => line.product.sku,
  asin: (order, line) => line.product.asin,
  'product-name': (order, line) => line.product.name,
  'number-of-items': () => '1',
  'quantity-purchased': (order, line) => String(line.purchased),
  quantity: (order, line) => (order.status === 'Cancelled' ? '0' : String(line.purchased)),
  'quantity-shipped': (order, line) => String(line.shipped),
  'quantity-to-ship': (order, line) => String(line.purchased - line.shipped),
  'ship-service-level': (order) => order.serviceLevel,
  'ship-service-name': () => 'Std US D2D Dom',
  'recipient-name': recipient,
  'ship-address-1': (order) => addressLines(order)[0],
  'ship-address-2': (order) => addressLines(order)[1],
  'ship-address-3': (order) => order.company,
  'ship-city': city,
  'ship-state': state,
  'ship-postal-code': postal,
  'ship-country': country,
  'bill-address-1': (order) => addressLines(order)[0],
  'bill-city': city,
  'bill-state': state,
  'bill-postal-code': postal,
  'bill-country': country,
  'delivery-start-date': windowEdge('start'),
  'delivery-end-date': windowEdge('end'),
  'delivery-time-zone': (order) => (order.window && jp(order) ? 'Asia/Tokyo' : ''),
  'scheduled-delivery-start-date': windowEdge('start'),
  'scheduled-delivery-end-date': windowEdge('end'),
  'delivery-Instructions': (order) => order.instructions,
  'delivery-preferred-time': (order) => (order.instructions ? '{"weekday":["09:00","12:00"]}' : ''),
  'payment-method': (order) => (order.cash ? 'COD' : ''),
  'cod-collectible-amount': (order) => (order.cash ? amount(order.cash.collect, order) : ''),
  'already-paid': (order) => (order.cash ? amount(order.cash.paid, order) : ''),
  'payment-method-fee': (order) => (order.cash ? amount(order.cash.fee, order) : ''),
  'points-granted': (order, line) => String(line.points),
  'is-prime': (order) => bool(order.prime),
  'verge-of-cancellation': (order) => bool(order.vergeCancel),
  'verge-of-lateShipment': (order) => bool(order.vergeLate),
  'is-business-order': (order) => bool(order.business),
  'purchase-order-number': (order) => order.po,
  'price-designation': (order) => (order.business ? 'BusinessPrice' : ''),
  'buyer-company-name': (order) => order.company,
  'is-buyer-requested-cancellation': (order) => bool(order.cancelReason !== ''),
  'buyer-requested-cancel-reason': (order) => order.cancelReason,
  currency: (order) => (hidden(order) ? '' : MARKETS[order.market].currency),
  'item-price': price((line) => line.price),
  'item-tax': price((line) => line.tax),
  'shipping-price': price((line) => line.shipping),
  'shipping-tax': price((line) => line.shippingTax),
  'gift-wrap-price': (order, line) => (line.wrap ? amount(line.wrap, order) : ''),
  'gift-wrap-tax': (order, line) => (line.wrap ? amount(line.wrapTax, order) : ''),
  'gift-wrap-type': (order, line) => line.giftWrap,
  'gift-message-text': (order, line) => (line.giftWrap ? order.giftMessage : ''),
  'vat-exclusive-item-price': price((line) => line.price - line.tax),
  'vat-exclusive-shipping-price': price((line) => line.shipping - line.shippingTax),
  // Where no promotion has a name, and so none a row of its own, they are one sum.
  'item-promotion-discount': (order, line, { hasPromotions }) =>
    discount(line.promotion + (hasPromotions ? 0 : line.secondPromotion), order),
  'item-promotion-id': (order, line) => line.promotionId,
  'ship-promotion-discount': (order, line) => discount(line.shippingPromotion, order),
  'ship-promotion-id': (order, line) => (line.shippingPromotion ? 'Free Shipping' : ''),
  'promotion-ids': (order, line) => line.promotionId,
  'sales-channel': (order) => MARKETS[order.market].channel,
  'order-channel': () => '',
  'is-sold-by-ab': () => 'false',
  'is-transparency': () => 'false',
  'is-global-express': () => 'false',
  'is-premium-order': () => 'false',
  'is-ispu-order': (order) => bool(order.pickup),
  'ioss-number': (order) => order.ioss,
  'is-exchange-order': () => 'false',
  'is-amazon-invoiced': () => 'false',
  'is-iba': () => 'false',
  'is-heavy-or-bulky': () => 'false',
  'signature-confirmation-recommended': (order) => bool(order.signature),
  'is-replacement-order': (order) => bool(order.replacement),
  'original-order-id': (order) =>
    order.replacement ? (order.originalId ?? '250-0000000-0000001') : '',
  'address-type': (order) => (order.business ? 'Commercial' : 'Residential'),
  'payment-method-details': (order) => (order.market === 'br' ? 'Boleto' : 'CreditCard'),
  cpf: (order) => (order.market === 'br' ? '000.000.000-00' : ''),
  'fulfilled-by': (order) => (order.market === 'in' ? 'Easy Ship' : ''),
  'order-status': (order) => order.status,
  'item-status': itemStatus,
  'fulfillment-channel': (order) => order.channel,
  'payment-type': () => '',
};

// What a promotion's own row repeats; all else stays empty.
export const CONTINUATION_CELLS = {
  'order-id': CELLS['order-id'],
  'order-item-id': CELLS['order-item-id'],
  'item-promotion-discount': (order, line) => discount(line.secondPromotion, order),
  'item-promotion-id': () => 'Second promotion PAWS-V2-0000000000',
};
