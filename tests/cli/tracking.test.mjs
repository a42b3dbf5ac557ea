// The `parcelwise tracking` command from outside: each row of a carrier's file with
// the order that it belongs to, and why.
import assert from 'node:assert/strict';
import test from 'node:test';

import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { file } = ownFolder();
const COLUMNS = [
  ...['order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'product-name'],
  ...['quantity-purchased', 'quantity-shipped', 'recipient-name', 'ship-address-1'],
  ...['ship-postal-code', 'ship-country'],
];
const line = (n, name, code) =>
  [
    ...[`250-000000${n}-0000000`, `1000000000000${n}`, '2026-11-17T10:00:00+09:00'],
    ...['2026-11-20T23:59:59+09:00', 'TEA', '見本の品', '1', '0', name, '港区芝1-1', code, 'JP'],
  ].join('\t');
const REPORT = file(
  'u.txt',
  [
    COLUMNS.join('\t'),
    line(1, '田中 花子', '135-0061'),
    line(2, '試験 次郎', '100-0005'),
    line(3, '例文 三郎', '530-0001'),
    '',
  ].join('\r\n'),
);
const BACK = file(
  'back.csv',
  [
    'お客様管理番号,お問い合せ送り状No.,お届け先郵便番号,お届け先名称１,削除区分',
    '250-0000001-0000000,111111111116,135-0061,田中 花子,0',
    'R-2,222222222225,100-0005,試験 次郎 様,0',
    'R-3,333333333334,531-0001,例文 三郎,0',
    '250-0000003-0000000,444444444443,530-0001,例文 三郎,2',
    '',
  ].join('\r\n'),
);
const run = (...values) =>
  parcelwise([
    'tracking',
    REPORT,
    '--tracking',
    BACK,
    '--now',
    '2026-11-20T09:00:00+09:00',
    ...values,
  ]);
const json = (...values) => JSON.parse(run('--format', 'json', ...values).stdout);

test('each row is told with its order, or why it has none', () => {
  const told = json();
  assert.deepEqual(told.matched, [
    {
      file: 'back.csv',
      row: 2,
      order_id: '250-0000001-0000000',
      number: '111111111116',
      by: 'order-id',
    },
  ]);
  assert.deepEqual(told.proposed, [
    {
      file: 'back.csv',
      row: 3,
      order_id: '250-0000002-0000000',
      number: '222222222225',
      by: 'name-and-postal-code',
      name: '試験 次郎 様',
      postal_code: '100-0005',
    },
  ]);
  assert.deepEqual(
    told.unmatched.map(({ row, code }) => [row, code]),
    [[4, 'other-postal-code']],
  );
  assert.deepEqual(
    told.refused.map(({ row, code, order_id }) => [row, code, order_id]),
    [[5, 'deleted-slip', '250-0000003-0000000']],
  );
  assert.equal(told.deleted, 1);
});

test('what is proposed counts once it is accepted', () => {
  const told = json('--accept-proposed');
  assert.deepEqual(
    told.matched.map(({ number }) => number),
    ['111111111116', '222222222225'],
  );
  assert.deepEqual(told.proposed, []);
});

test('a person reads the same', () => {
  const { status, stdout, stderr } = run('--format', 'text');
  assert.equal(status, 0);
  assertOneLineEach(stderr);
  assert.match(
    stdout,
    /^Orders that have their tracking number: 1\.\n {2}250-0000001-0000000 +111/,
  );
  assert.match(stderr, /row 3: 222222222225 seems to be the number of order 250-0000002-0000000/);
  assert.match(stderr, /Proposed tracking numbers, which do not count yet: 1\..*--accept-proposed/);
  assert.match(stderr, /back\.csv: 1 deleted slips left out/);
});

test('it needs a file to match', () => {
  assert.equal(parcelwise(['tracking', REPORT]).status, 2);
  assert.equal(parcelwise(['tracking', REPORT, '--tracking', 'gone.csv']).status, 1);
});
