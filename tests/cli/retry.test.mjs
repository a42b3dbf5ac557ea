// `parcelwise export shipping-confirmation --retry` from outside: what goes to
// Amazon again is what it refused, and nothing that it may have taken.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const COLUMNS = [
  ...['order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'product-name'],
  ...['quantity-purchased', 'quantity-shipped', 'recipient-name', 'ship-address-1', 'ship-state'],
  ...['ship-postal-code', 'ship-country'],
];
const ONE = '250-0000001-0000000';
const TWO = '250-0000002-0000000';
const [CUP, POT, TEA] = ['10000000000001', '10000000000002', '10000000000003'];
const [A, B] = ['100000000000', '200000000000'];
const line = (order, item, units) =>
  [
    ...[order, item, '2026-11-17T10:00:00+09:00', '2026-11-20T23:59:59+09:00', 'S', '湯のみ'],
    ...[units, '0', '田中 花子', '江東区豊洲1-2-27', '東京都', '135-0061', 'JP'],
  ].join('\t');
// ONE has a cup and a pot, TWO three bags of tea.
const REPORT = file(
  'u.txt',
  [COLUMNS.join('\t'), line(ONE, CUP, '1'), line(ONE, POT, '1'), line(TWO, TEA, '3'), ''].join(
    '\r\n',
  ),
);
// The tea in two parcels; the whole of ONE in another.
const PARCELS = file(
  'parcels.csv',
  [
    'order-id,order-item-id,quantity,tracking-number',
    `${ONE},,,300000000000`,
    `${TWO},${TEA},2,${A}`,
    `${TWO},${TEA},1,${B}`,
    '',
  ].join('\r\n'),
);

let made = 0;
function again(
  records,
  rows,
  kind = 'shipping-confirmation',
  values = [REPORT, '--carrier', 'yamato', '--tracking', PARCELS],
) {
  made += 1;
  const out = join(folder, `out-${made}.txt`);
  const result = file(
    `result-${made}.txt`,
    [
      'Feed Processing Summary:',
      `\tNumber of records processed\t\t${records}`,
      `\tNumber of records successful\t\t${Math.max(0, records - rows.length)}`,
      '',
      'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
      ...rows.map(([record, order, item, code, words = 'words', type = 'Error']) =>
        [record, order, item, code, type, words].join('\t'),
      ),
      '',
    ].join('\n'),
  );
  const run = parcelwise([
    ...['export', kind, ...values, '--now', '2026-11-20T09:00:00+09:00'],
    ...['--retry', result, '-o', out],
  ]);
  assertOneLineEach(run.stderr);
  const text = existsSync(out) ? new TextDecoder('shift_jis').decode(readFileSync(out)) : '';
  const sent = text
    .trimEnd()
    .split('\r\n')
    .slice(3)
    .map((row) => row.split('\t'))
    .map((cells) => [...cells.slice(0, 3), cells[6]].join(' '));
  return { ...run, text, sent };
}

test('only the lines that were refused, and that may be sent again', () => {
  const [whole, cup, pot, two, one] = [
    `${ONE}   300000000000`,
    `${ONE} ${CUP} 1 300000000000`,
    `${ONE} ${POT} 1 300000000000`,
    `${TWO} ${TEA} 2 ${A}`,
    `${TWO} ${TEA} 1 ${B}`,
  ];
  const rows = [
    // what was refused, records, the result's rows, sent again, left open
    ['all of an order', 3, [['1', ONE, '', '99999']], [whole], false],
    ['one item of it', 3, [['1', ONE, CUP, '99999']], [cup], false],
    [
      'one item, while the other may be done',
      3,
      [
        ['1', ONE, CUP, '99999'],
        ['2', ONE, POT, '18021'],
      ],
      [cup],
      false,
    ],
    [
      'each item by itself',
      3,
      [
        ['1', ONE, CUP, '99999'],
        ['1', ONE, POT, '99999'],
      ],
      [cup, pot],
      false,
    ],
    [
      'all of it, but one item may be done',
      3,
      [
        ['1', ONE, '', '99999'],
        ['1', ONE, POT, '18021'],
      ],
      [cup],
      false,
    ],
    [
      'one record that may be done by a second error',
      3,
      [
        ['1', ONE, '', '99999'],
        ['1', ONE, '', '18021'],
      ],
      [],
      false,
    ],
    [
      'a warning beside an error',
      3,
      [
        ['1', ONE, '', '99999'],
        ['1', ONE, '', '4711', 'words', 'Warning'],
      ],
      [whole],
      false,
    ],
    ['an item that the order lacks', 3, [['1', ONE, '55', '99999']], [], true],
    ['the first parcel, by its record', 3, [['2', TWO, TEA, '99999']], [two], false],
    ['the second, by its record', 3, [['3', TWO, TEA, '99999']], [one], false],
    ['the second, without the item', 3, [['3', TWO, '', '99999']], [one], false],
    ['the record of another file', 9, [['3', TWO, TEA, '99999']], [], true],
    ['the record of another row', 3, [['1', TWO, TEA, '99999']], [], true],
    ['no record', 3, [['', TWO, TEA, '99999']], [], true],
    ['by the number in the words', 9, [['7', TWO, TEA, '99999', `${B}: no.`]], [one], false],
    ['by a longer number', 9, [['7', TWO, TEA, '99999', `${B}1: no.`]], [], true],
    [
      'both parcels, of any file',
      9,
      [
        ['7', TWO, TEA, '99999'],
        ['8', TWO, TEA, '99999'],
      ],
      [two, one],
      false,
    ],
    [
      'one parcel, while the other may be done',
      3,
      [
        ['2', TWO, TEA, '99999'],
        ['3', TWO, TEA, '18021'],
      ],
      [two],
      false,
    ],
  ];
  for (const [name, records, told, sent, open] of rows) {
    const run = again(records, told);
    assert.deepEqual(run.sent, sent, `${name}: ${run.stderr}`);
    assert.equal(/does not tell which of its lines/.test(run.stderr), open, name);
    assert.equal(run.status, sent.length > 0 ? 0 : 1, name);
  }
});

test('a refund that Amazon took does not go again', () => {
  const orders = file(
    'charged.txt',
    'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\tcurrency\titem-price\n' +
      [ONE, TWO]
        .map((id) => `${id}\t${CUP}\t2026-11-17T01:00:00+00:00\tS\t1\tJPY\t1000\n`)
        .join(''),
  );
  const plan = [ONE, TWO].map((id) => ({ order_id: id, reason: 'defective' }));
  const run = again(2, [['2', TWO, CUP, '99999']], 'adjustments', [
    ...[orders, '--refunds', file('plan.json', JSON.stringify({ refunds: plan }))],
  ]);
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.text, new RegExp(TWO));
  assert.doesNotMatch(run.text, new RegExp(ONE));
});

test('of a file that was refused whole all goes again, without --retry', () => {
  const run = again(0, [['0', '', '', '90012', 'words', 'Fatal']]);
  assert.match(run.stderr, /refused the whole file.* without --retry/);
  assert.equal(run.status, 1);
  assert.deepEqual(run.sent, []);
});

test('a refused record that has a number and no order is told', () => {
  const run = again(3, [
    ['1', '', '', '99999'],
    ['2', TWO, TEA, '99999'],
  ]);
  assert.match(run.stderr, /which they are: 1\./);
});

test('records that no row names are told', () => {
  for (const [language, words] of [
    ['en', /which they are: 2\./],
    ['ja', /：2件。/],
    ['it', /quali sono: 2\./],
  ]) {
    const silent = file(
      'silent.txt',
      'Feed Processing Summary:\n\tprocessed\t\t3\n\tsuccessful\t\t1\n\n',
    );
    const run = parcelwise([
      ...['upload-result', REPORT, '--result', silent, '--format', 'text'],
      ...['--language', language],
    ]);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout.replace(/\n/g, language === 'ja' ? '' : ' '), words);
    const retried = parcelwise([
      ...['export', 'shipping-confirmation', REPORT, '--now', '2026-11-20T09:00:00+09:00'],
      ...['--carrier', 'yamato', '--tracking', PARCELS, '--retry', silent],
      ...['-o', join(folder, 'none.txt'), '--language', language],
    ]);
    assert.match(retried.stderr, words);
  }
  assert.doesNotMatch(again(3, [['1', ONE, '', '99999']]).stderr, /which they are/);
});
