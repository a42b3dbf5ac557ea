// The reports that the page's tests drop: generated ones of any size, one of buyers
// who would like to run code, and files that are no reports at all.

import { generate } from '../samples/generate.mjs';
import { sampleMoment } from './visit.mjs';

export function report(options) {
  const pieces = [];
  generate({
    kind: 'unshipped-orders',
    variant: 'jp34',
    orders: 30,
    seed: 7,
    now: Date.parse(sampleMoment),
    ...options,
    sink: (bytes) => pieces.push(Buffer.from(bytes)),
  });
  return Buffer.concat(pieces);
}

export const hostileNames = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(2)</script>',
  'javascript:alert(3)',
  '__proto__',
  '=HYPERLINK("http://example.invalid";"x")',
  '{n} ${alert(4)} {{constructor}}',
];

// A row for each name; __proto__ also stands as a column of its own.
export function hostileReport({ prices = false } = {}) {
  const priced = prices ? ['currency', 'item-price', 'shipping-price'] : [];
  const columns = [
    'order-id',
    'order-item-id',
    'purchase-date',
    'promise-date',
    'sku',
    'product-name',
    'quantity-purchased',
    'quantity-shipped',
    'quantity-to-ship',
    'recipient-name',
    'buyer-phone-number',
    'ship-address-1',
    '__proto__',
    ...priced,
  ];
  const rows = hostileNames.map((name, i) => [
    `250-1234567-100000${i}`,
    `1234567890123${i}`,
    '2026-11-18T01:00:00+00:00',
    '2026-11-20T14:59:59+00:00',
    name,
    name,
    '1',
    '0',
    '1',
    name,
    '090-0000-0000',
    name,
    name,
    ...(prices ? ['JPY', '1000', '100'] : []),
  ]);
  return Buffer.from([columns, ...rows].map((row) => row.join('\t')).join('\n'));
}

const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0]);

export const noReports = [
  { name: 'photo.jpg', bytes: Buffer.concat([photo, Buffer.alloc(4000, 0xd9)]) },
  { name: 'slip.pdf', bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n', 'latin1') },
  { name: 'empty.txt', bytes: Buffer.alloc(0) },
  { name: 'letter.txt', bytes: Buffer.from('Dear seller,\nplease send me two.\n') },
  {
    name: 'settlement.txt',
    bytes: Buffer.from('settlement-id\tdeposit-date\ttotal-amount\n11\t2026-11-01\t12\n'),
  },
  { name: 'zeros.bin', bytes: Buffer.alloc(6_000_000) },
];
