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

// What would steer the text around it, and how the page shows it.
export const steeringNames = {
  'a name written backwards': ['annex\u202Etxt.exe', 'annex[U+202E]txt.exe'],
  'isolates that are left open': ['\u2066山田\u2067', '[U+2066]山田[U+2067]'],
  'a letter of no width': ['山\u200B田', '山[U+200B]田'],
  'a joiner that joins nothing': ['山\u200D田', '山[U+200D]田'],
  'a family of emoji': ['👩\u200D👧', '👩\u200D👧'],
  'the form of a kanji': ['葛\u{E0100}城', '葛\u{E0100}城'],
  'an escape': ['\x1b]0;owned\x07', '[U+001B]]0;owned[U+0007]'],
  'an escape spelt out': ['\\u001b', '\\u001b'],
  'a NUL': ['a\0b', 'a[U+0000]b'],
  backspaces: ['ab\b\bcd\f', 'ab[U+0008][U+0008]cd[U+000C]'],
  'an invisible tag': ['a\u{E0041}', 'a[U+E0041]'],
  Hebrew: ['שלום 1', 'שלום 1'],
};

// A row for each name; __proto__ also stands as a column of its own.
export function hostileReport({ prices = false, names = hostileNames } = {}) {
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
  const rows = names.map((name, i) => [
    `250-1234567-10000${i + 10}`,
    `123456789012${i + 10}`,
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
