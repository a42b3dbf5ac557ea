// The files that tell of refunds: seller-fulfilled returns, V2 settlements, refund
// uploads (docs/formats.md 1.12, 1.14, 2.2). Rows name the cells they are about;
// the rest is what Amazon would write there.
import { ReportWriter } from './report.mjs';

const list = (text) => text.trim().split(/\s*,\s*/);
const RETURNS =
  list(`Order ID, Order date, Return request date, Return request status, Amazon RMA ID,
  Merchant RMA ID, Label type, Label cost, Currency code, Return carrier, Tracking ID, Label to be paid by,
  A-to-Z Claim, Is prime, ASIN, Merchant SKU, Item Name, Return quantity, Return Reason, In policy, Return type,
  Resolution, Invoice number, Return delivery date, Order Amount, Order quantity, SafeT Action reason,
  SafeT claim id, SafeT claim state, SafeT claim creation time, SafeT claim reimbursement amount, Refunded Amount`);
const SETTLEMENT =
  list(`settlement-id, settlement-start-date, settlement-end-date, deposit-date, total-amount,
  currency, transaction-type, order-id, merchant-order-id, adjustment-id, shipment-id, marketplace-name,
  amount-type, amount-description, amount, fulfillment-id, posted-date, posted-date-time, order-item-code,
  merchant-order-item-id, merchant-adjustment-item-id, sku, quantity-purchased`);
const PROMOTIONS = list(
  'item-promotion-adj, item-promotion-id, ship-promotion-adj, ship-promotion-id',
);
const ADJUSTMENTS =
  list(`order-id, order-item-id, adjustment-reason-code, currency, item-price-adj, item-tax-adj,
  shipping-price-adj, shipping-tax-adj, gift-wrap-price-adj, gift-wrap-tax-adj, ${PROMOTIONS.join(', ')},
  quantity-cancelled`);

// Bytes of a file with these columns; a row is cells by column, or a raw line.
export function table(columns, rows, form = {}) {
  const pieces = [];
  const writer = new ReportWriter({ columns, sink: (bytes) => pieces.push(bytes), ...form });
  for (const row of rows) {
    writer.row(typeof row === 'string' ? row : columns.map((column) => String(row[column] ?? '')));
  }
  writer.close();
  return Buffer.concat(pieces);
}

// Amazon adds columns behind these: "Category" is one.
export function returnsReport(rows, { extra = [], ...form } = {}) {
  const usual = {
    'Return request status': 'Approved',
    'Label type': 'SellerPrepaidLabel',
    'Currency code': 'JPY',
    'Label to be paid by': 'Seller',
    'A-to-Z Claim': 'N',
    'Is prime': 'N',
    'Return quantity': 1,
    'In policy': 'Y',
    'Return type': 'Return',
    Resolution: 'StandardRefund',
    'Order quantity': 1,
    'Refunded Amount': 0,
  };
  const filled = rows.map((row) => (typeof row === 'string' ? row : { ...usual, ...row }));
  return table([...RETURNS, ...extra], filled, form);
}

// The cells that tell an order's line in a returns report. A label's price and the
// order's are yen here; `offset` is that of the marketplace's day.
export const returned = (order, line = order.lines[0], offset = 9) => ({
  'Order ID': order.id,
  'Order date': dayInWords(order.purchase, offset),
  ASIN: line.product.asin,
  'Merchant SKU': line.product.sku,
  'Item Name': line.product.name,
  'Order Amount': line.price + line.shipping,
  'Order quantity': line.purchased,
});

// `summary` is the first row, with the sums; of the others each is a transaction
// with its amounts: [type, description, amount].
export function settlementReport({ summary, transactions }, form) {
  const id = summary['settlement-id'];
  const rows = transactions.flatMap(({ amounts, ...cells }) =>
    amounts.map(([type, description, amount]) => ({
      'settlement-id': id,
      ...cells,
      'amount-type': type,
      'amount-description': description,
      amount,
    })),
  );
  return table(SETTLEMENT, [summary, ...rows], form);
}

export function adjustmentsFile(rows, { promotions = true, ...form } = {}) {
  const columns = ADJUSTMENTS.filter((column) => promotions || !PROMOTIONS.includes(column));
  const usual = {
    'item-tax-adj': '0.00',
    'shipping-price-adj': '0.00',
    'shipping-tax-adj': '0.00',
    'gift-wrap-price-adj': '0.00',
    'gift-wrap-tax-adj': '0.00',
    'quantity-cancelled': 0,
  };
  const filled = rows.map((row) => (typeof row === 'string' ? row : { ...usual, ...row }));
  return table(columns, filled, form);
}

const two = (number) => String(number).padStart(2, '0');
const MONTHS = list('Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec');

// "05-Nov-2026", the day in Japan, or at another offset.
export function dayInWords(ms, offset = 9) {
  const date = new Date(ms + offset * 3_600_000);
  return `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
}
