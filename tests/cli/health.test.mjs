// `check --health`, and what is told of it before a cancellation and before a
// confirmation without a number is written.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';

import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const NOW = '2026-11-20T09:00:00+09:00';
const id = (n) => `250-1234567-${String(n).padStart(7, '0')}`;
const day = (back) => new Date(Date.UTC(2026, 10, 20 - back, 1)).toISOString().slice(0, 19) + 'Z';
const table = (name, columns, rows) =>
  file(name, [columns, ...rows].map((row) => row.join('\t') + '\n').join(''));

const ALL = [
  'amazon-order-id',
  'purchase-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'sku',
  'item-status',
  'quantity',
  'currency',
  'item-price',
];
const sold = (n, back, status, sku = 'CUP', price = '1500') => [
  id(n),
  day(back),
  status,
  'Merchant',
  'Amazon.co.jp',
  sku,
  status,
  '1',
  'JPY',
  price,
];
// 41 orders of the seven days allow one cancellation, and TEA had one.
const all = table('all.txt', ALL, [
  sold(99, 12, 'Shipped'),
  sold(98, 12, 'Cancelled', 'TEA'),
  ...Array.from({ length: 38 }, (_, n) => sold(n + 1, (n % 7) + 1, 'Shipped')),
  ...[50, 51].map((n) => sold(n, 1, 'Unshipped', 'TEA')),
  sold(52, 1, 'Unshipped', 'CUP', '900'),
]);
const open = table(
  'open.txt',
  ['order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'quantity-purchased'],
  [50, 51, 52].map((n) => [
    id(n),
    `10000000000000${n}`,
    day(1),
    '2026-11-24T14:59:59+00:00',
    n === 52 ? 'CUP' : 'TEA',
    '1',
  ]),
);

test('the health of the account is told as JSON only where it is asked for', () => {
  const asked = parcelwise(['check', all, open, '--health', '--now', NOW]);
  assert.equal(asked.status, 0, asked.stderr);
  const { health } = JSON.parse(asked.stdout);
  assert.equal(health.length, 1);
  assert.equal(health[0].policy, 'amazon-jp');
  const [cancellations, late] = health[0].figures;
  assert.deepEqual(
    { ...cancellations, name: '', text: '' },
    {
      id: 'cancellations',
      name: '',
      bound: 'upper',
      numerator: 0,
      denominator: 41,
      from: '2026-11-13',
      to: '2026-11-19',
      covered: true,
      target_per_mille: 25,
      room: 1,
      orders: [],
      text: '',
    },
  );
  assert.deepEqual([late.id, late.bound, late.numerator], ['late', 'lower', 0]);
  assert.deepEqual(health[0].offers, []);
  assert.match(health[0].only_seller_central, /who cancelled/);
  const plain = parcelwise(['check', all, open, '--now', NOW]);
  assert.equal(JSON.parse(plain.stdout).health, undefined);
});

test('its text fits 80 columns in every language', () => {
  for (const language of ['en', 'ja', 'it']) {
    const run = parcelwise(
      ['check', all, open, '--health', '--now', NOW, '--format', 'text'].concat([
        '--language',
        language,
      ]),
    );
    assert.equal(run.status, 0, run.stderr);
    assertFits(run.stdout, language);
    assert.doesNotMatch(run.stdout, /[{}]/, language);
  }
});

const GERMAN = { 'Amazon.co.jp': 'Amazon.de', JPY: 'EUR' };

test('offers at risk and the invoices of Europe are told by their SKU and order', () => {
  const german = table(
    'german.txt',
    [...ALL, 'is-business-order'],
    [
      ['Shipped', 'TEA', 'true'],
      ['Shipped', 'TEA', 'false'],
      ['Cancelled', 'TEA', 'false'],
      ['Cancelled', 'TEA', 'false'],
      ['Cancelled', 'CUP', 'false'],
    ].map(([status, sku, business], n) => [
      ...sold(n + 1, 2, status, sku).map((cell) => GERMAN[cell] ?? cell),
      business,
    ]),
  );
  for (const language of ['en', 'ja', 'it']) {
    const { status, stdout, stderr } = parcelwise([
      'check',
      german,
      '--health',
      '--now',
      NOW,
      '--format',
      'text',
      '--language',
      language,
    ]);
    assert.equal(status, 0, stderr);
    assertFits(stdout, language);
    const health = stdout.slice(stdout.indexOf('amazon-de'));
    assert.match(health, /TEA/, language);
    assert.doesNotMatch(health, /CUP/, `${language}: one cancellation puts no offer at risk`);
    assert.ok(health.includes(id(1)), language);
    assert.ok(!health.includes(id(2)), `${language}: no business order`);
  }
});

const write = (kind, ...values) => {
  const run = parcelwise([
    'export',
    kind,
    all,
    open,
    '--now',
    NOW,
    '-o',
    join(folder, `${kind}.txt`),
    ...values,
  ]);
  assert.equal(run.status, 0, run.stderr);
  assertOneLineEach(run.stderr);
  return run.stderr;
};

test('before cancellations are written their number and the room for them are told', () => {
  const one = ['--order', id(50), '--reason', 'NoInventory'];
  const fits = write('cancellations', ...one);
  assert.match(fits, /Amazon\.co\.jp: .* count against you: 1\./);
  assert.match(fits, /Of 41 orders .* room for 1 more\./);
  assert.doesNotMatch(fits, /pass Amazon/);
  assert.match(fits, /TEA: 2 orders cancelled within 30 days/); // one before, one now
  const passes = write('cancellations', ...one, '--order', id(52));
  assert.match(passes, /With this file they pass Amazon’s limit\./);
});

test('what the buyer officially asked for does not count', () => {
  const asked = table(
    'asked.txt',
    [
      ...['order-id', 'order-item-id', 'purchase-date', 'sku', 'quantity-purchased'],
      'is-buyer-requested-cancellation',
    ],
    [[id(50), '1000000000000050', day(1), 'TEA', '1', 'true']],
  );
  assert.doesNotMatch(write('cancellations', asked), /count against you/);
});

test('before a confirmation without a number the rate is told, of what counts', () => {
  const numbered = table('n.csv', ['order-id,tracking-number'], [[`${id(50)},123456789012`]]);
  const run = write('shipping-confirmation', '--carrier', 'yamato', '--without-tracking');
  // 900 yen are below Japan's 1,000.
  assert.match(run, /of the 2 orders .* 2 have no tracking number\. .*95 %.*JPY 1000/);
  const some = write(
    ...['shipping-confirmation', '--carrier', 'yamato', '--without-tracking'],
    ...['--tracking', numbered],
  );
  assert.match(some, /of the 2 orders .* 1 have/);
  const all = write(
    ...['shipping-confirmation', '--carrier', 'yamato', '--tracking', numbered],
    ...['--order', id(50)],
  );
  assert.doesNotMatch(all, /have no tracking number/);
});
