// One order in several parcels, and Amazon's answer to an upload, from outside: label
// rows for each parcel, a confirmation of each item and number, only what was refused.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { SHOP } from '../handoff/golden_carriers.mjs';
import { ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const COLUMNS = [
  ...['order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'product-name'],
  ...['quantity-purchased', 'quantity-shipped', 'recipient-name', 'ship-address-1', 'ship-state'],
  ...['ship-postal-code', 'ship-country', 'ship-phone-number'],
];
const ONE = '250-0000001-0000000';
const TWO = '250-0000002-0000000';
const [CUP, POT, TEA] = ['10000000000001', '10000000000002', '10000000000003'];
const line = (order, item, units, product) =>
  [
    ...[order, item, '2026-11-17T10:00:00+09:00', '2026-11-20T23:59:59+09:00', 'S', product],
    ...[units, '0', '田中 花子', '江東区豊洲1-2-27', '東京都', '135-0061', 'JP', '03-1234-5678'],
  ].join('\t');
const REPORT = file(
  'u.txt',
  [
    COLUMNS.join('\t'),
    line(ONE, CUP, '3', '湯のみ'),
    line(ONE, POT, '1', '急須'),
    line(TWO, TEA, '1', '茶葉'),
    '',
  ].join('\r\n'),
);
const SHOP_FILE = file('shop.json', JSON.stringify(SHOP));
const SPLIT = file(
  'split.json',
  JSON.stringify({
    splits: [
      {
        order_id: ONE,
        parcels: [
          [{ order_item_id: CUP, quantity: 2 }],
          [
            { order_item_id: CUP, quantity: 1 },
            { order_item_id: POT, quantity: 1 },
          ],
        ],
      },
    ],
  }),
);
let made = 0;
function write(kind, ...values) {
  const out = join(folder, `out-${(made += 1)}`);
  const run = parcelwise([
    ...['export', kind, REPORT, '--now', '2026-11-20T09:00:00+09:00'],
    ...(values.includes('--shop') ? [] : ['--shop', SHOP_FILE]),
    ...['--carrier', 'yamato', '-o', out, ...values],
  ]);
  const text = existsSync(out)
    ? new TextDecoder('shift_jis').decode(readFileSync(out)).trimEnd().split('\r\n')
    : [];
  return { ...run, text };
}
// Order, item, units and number of each confirmed line.
const confirmed = (...values) =>
  write('shipping-confirmation', ...values)
    .text.slice(3)
    .map((row) => row.split('\t'))
    .map((cells) => [...cells.slice(0, 3), cells[6]].join(' '));

test('a split order has a label row for each parcel, and its numbers find their units', () => {
  for (const [kind, column, names] of [
    ['yamato-b2', 0, [`${ONE}-1`, `${ONE}-2`]],
    ['sagawa-ehiden3', 9, [/^[A-Z][A-Z0-9]{5}10000000A$/, /^[A-Z][A-Z0-9]{5}10000000B$/]],
  ]) {
    const { text, stderr } = write(kind, '--split', SPLIT);
    const keys = text.slice(1).map((row) => row.split(',')[column].replaceAll('"', ''));
    assert.equal(keys.length, 3, stderr);
    names.forEach((name, i) => assert.match(keys[i], new RegExp(name)));
    const back = file(
      `${kind}.csv`,
      ['お客様管理番号,伝票番号', ...keys.map((key, i) => `${key},${i + 1}00000000000`), ''].join(
        '\r\n',
      ),
    );
    assert.deepEqual(confirmed('--tracking', back, '--split', SPLIT), [
      `${ONE} ${CUP} 2 100000000000`,
      `${ONE} ${CUP} 1 200000000000`,
      `${ONE} ${POT} 1 200000000000`,
      `${TWO}   300000000000`,
    ]);
    // Nobody says what the numbers are for: asked, and not confirmed.
    const asked = write('shipping-confirmation', '--tracking', back);
    assert.match(
      asked.stderr,
      /Order 250-0000001-0000000 may leave in several parcels \(100000000000, 200000000000\)/,
    );
    assert.deepEqual(
      asked.text.slice(3).map((row) => row.split('\t')[0]),
      [TWO],
    );
  }
});

test('each parcel’s label names what is in it', () => {
  const { text, stderr } = write(
    'yamato-b2',
    '--split',
    SPLIT,
    '--shop',
    file('bare.json', JSON.stringify({ ...SHOP, goods: undefined })),
  );
  assert.ok(text[1], stderr);
  assert.match(text[1], /湯のみ/);
  assert.doesNotMatch(text[1], /急須/);
  assert.match(text[2], /湯のみ.*急須/);
});

test('a split beyond what is to be sent is told, and not written', () => {
  const parcels = [[{ order_item_id: CUP, quantity: 2 }], [{ order_item_id: CUP, quantity: 2 }]];
  const wrong = file('wrong.json', JSON.stringify({ splits: [{ order_id: ONE, parcels }] }));
  const { text, stderr } = write('yamato-b2', '--split', wrong);
  assert.equal(text.length, 2);
  assert.match(stderr, /its parcels hold 4 units of item 10000000000001/);
  assert.equal(write('yamato-b2', '--split', file('bad.json', '{"splits":[{}]}')).status, 1);
});

test('units without a number stay back, and are told', () => {
  const some = file(
    'some.csv',
    `order-id,order-item-id,quantity,tracking-number\r\n${ONE},${CUP},1,100000000000\r\n`,
  );
  const { text, stderr } = write('shipping-confirmation', '--tracking', some);
  assert.deepEqual(
    text.slice(3).map((row) => row.split('\t').slice(0, 3)),
    [[ONE, CUP, '1']],
  );
  assert.match(stderr, /Order 250-0000001-0000000: 3 of its units have no tracking number/);
});

const RESULT = file(
  'result.txt',
  [
    'Feed Processing Summary:',
    '\tNumber of records processed\t\t3',
    '\tNumber of records successful\t\t1',
    '',
    'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
    `1\t${ONE}\t${POT}\t13013\tError\tThe tracking number is not of this carrier.`,
    `2\t${TWO}\t\t18021\tError\tQuantity exceeds.`,
    '3\t249-9999999-9999999\t\t4711\tWarning\tship-method',
    '',
  ].join('\n'),
);

test('Amazon’s answer is told at each order', () => {
  const run = parcelwise(['upload-result', REPORT, '--result', RESULT, '--format', 'json']);
  assert.equal(run.status, 0, run.stderr);
  const told = JSON.parse(run.stdout);
  assert.deepEqual(
    [told.processed, told.successful, told.refused, told.elsewhere],
    [3, 1, [ONE], 1],
  );
  assert.deepEqual(
    told.rows.map(({ order_id, order_item_id, known, outcome, again }) => [
      order_id,
      order_item_id,
      known,
      outcome,
      again,
    ]),
    [
      [ONE, POT, false, 'refused', true],
      [TWO, '', true, 'unknown', false],
      ['249-9999999-9999999', '', false, 'unknown', false],
    ],
  );
  assert.match(told.rows[0].meaning, /The tracking number is not of this carrier/);
  const text = parcelwise(['upload-result', REPORT, '--result', RESULT, '--format', 'text']).stdout;
  assert.match(text, /1 of 3 records were accepted/);
  assert.match(text, /another upload/);
});

test('a file for a second try holds only what was refused', () => {
  const all = file(
    'all.csv',
    [
      'order-id,order-item-id,quantity,tracking-number',
      `${ONE},${CUP},3,100000000000`,
      `${ONE},${POT},1,200000000000`,
      `${TWO},,,300000000000`,
      '',
    ].join('\r\n'),
  );
  assert.equal(confirmed('--tracking', all).length, 3);
  assert.deepEqual(confirmed('--tracking', all, '--retry', RESULT), [
    `${ONE} ${POT} 1 200000000000`,
  ]);
  assert.equal(write('shipping-confirmation', '--tracking', all, '--retry', all).status, 1);
});
