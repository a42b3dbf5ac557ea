// Orders to refund: the samples as their columns have them, and made-up ones.
import { readFileSync } from 'node:fs';

export const sample = (name) =>
  new URL(`../../data/samples/sample-${name}.txt`, import.meta.url).pathname;
export const SAMPLES = [sample('new-orders'), sample('unshipped')];

const AMOUNTS = {
  item: 'item-price',
  shipping: 'shipping-price',
  wrap: 'gift-wrap-price',
  itemPromotion: 'item-promotion-discount',
  shipPromotion: 'ship-promotion-discount',
};

// The sample's orders by id, their lines by item id, summed from the columns:
// a row without a SKU continues the item above it.
export function sampleOrders() {
  const [header, ...rows] = readFileSync(sample('new-orders'), 'utf8').trimEnd().split('\n');
  const names = header.split('\t');
  const orders = new Map();
  for (const row of rows) {
    const cells = row.split('\t');
    const cell = (name) => cells[names.indexOf(name)];
    const lines = orders.get(cell('order-id')) ?? new Map();
    orders.set(cell('order-id'), lines);
    const line = lines.get(cell('order-item-id')) ?? {
      units: Number(cell('quantity-purchased')),
      cod: cell('payment-method') === 'COD',
      item: 0,
      shipping: 0,
      wrap: 0,
      itemPromotion: 0,
      shipPromotion: 0,
    };
    lines.set(cell('order-item-id'), line);
    for (const [key, column] of Object.entries(AMOUNTS))
      line[key] += Math.abs(Number(cell(column)));
  }
  return orders;
}

const HEADER = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'sku',
  'product-name',
  'quantity-purchased',
  'currency',
  'item-price',
  'shipping-price',
  'gift-wrap-price',
  'item-promotion-discount',
  'item-promotion-id',
];
const ORDINARY = {
  'order-id': '250-1234567-1234567',
  'order-item-id': '10000000000001',
  'purchase-date': '2026-11-17T01:00:00+00:00',
  sku: 'A',
  'product-name': 'cup',
  'quantity-purchased': 1,
  currency: 'JPY',
  'item-price': 1000,
};

// A new orders report of ordinary rows with these cells in their place.
export function report(...rows) {
  const lines = rows.map((row) =>
    HEADER.map((name) => row[name] ?? ORDINARY[name] ?? '').join('\t'),
  );
  return [HEADER.join('\t'), ...lines, ''].join('\n');
}

// The worked examples of the rules.
export const W7 = report(
  { 'order-item-id': '10000000000001', sku: 'A', 'item-price': 2400, 'shipping-price': 300 },
  {
    'order-item-id': '10000000000002',
    sku: 'B',
    'item-price': 1980,
    'shipping-price': 300,
    'gift-wrap-price': 308,
    'item-promotion-discount': -198,
    'item-promotion-id': '秋の割引',
  },
  { 'order-item-id': '10000000000003', sku: 'C', 'item-price': 5500, 'shipping-price': 0 },
);
export const W8 = report({ 'quantity-purchased': 3, 'item-price': 1000 });
export const W9 = report({ 'item-price': 3980, 'gift-wrap-price': 308, 'shipping-price': 550 });
