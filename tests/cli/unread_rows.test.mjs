// `parcelwise export` of a report with rows that could not be read: each is told,
// and the file is not taken for whole before the seller has looked them up.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { SHOP } from '../handoff/golden_carriers.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const COLUMNS = [
  ...['order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'product-name'],
  ...['quantity-purchased', 'quantity-shipped', 'recipient-name', 'ship-address-1', 'ship-state'],
  ...['ship-postal-code', 'ship-country', 'ship-phone-number'],
];
const [ONE, TWO, NINE] = [1, 2, 9].map((n) => `250-000000${n}-0000000`);
const line = (order, item, units = '1') =>
  [
    ...[order, item, '2026-11-17T10:00:00+09:00', '2026-11-20T23:59:59+09:00', 'S', '湯のみ'],
    ...[units, '0', '田中 花子', '江東区豊洲1-2-27', '東京都', '135-0061', 'JP', '03-1234-5678'],
  ].join('\t');
const reportOf = (name, ...lines) =>
  file(name, [COLUMNS.join('\t'), line(ONE, '10000000000001'), ...lines, ''].join('\r\n'));
const SHOP_FILE = file('shop.json', JSON.stringify(SHOP));
const UNREAD = reportOf('unread.txt', line(TWO, '10000000000002', 'x'));
const NAMELESS = reportOf('nameless.txt', line('2.5E+17', '10000000000002'));
const OF_ONE = reportOf('line.txt', line(ONE, '10000000000002', 'x'));
const WHOLE = reportOf('whole.txt', line(TWO, '10000000000002'));

let made = 0;
function write(kind, report, ...values) {
  const out = join(folder, `out-${(made += 1)}`);
  const run = parcelwise([
    ...['export', kind, report, '--now', '2026-11-20T09:00:00+09:00', '--shop', SHOP_FILE],
    ...['--carrier', 'yamato', '--without-tracking', '-o', out, ...values],
  ]);
  assertOneLineEach(run.stderr);
  const text = existsSync(out) ? new TextDecoder('shift_jis').decode(readFileSync(out)) : '';
  return { ...run, text };
}

const KINDS = [
  ...['picklist', 'worklist', 'calendar', 'shipping-confirmation'],
  ...['yamato-b2', 'sagawa-ehiden3', 'clickpost', 'yuprint'],
];
for (const kind of KINDS) {
  test(`${kind}: an unread row is told with its order, and waits for a look`, () => {
    const { status, stderr, text } = write(kind, UNREAD);
    assert.equal(status, 1, stderr);
    assert.match(stderr, new RegExp(`Order ${TWO}: unread.txt, row 3, could not be read`));
    assert.match(stderr, new RegExp(`: ${TWO}\\. .*\\(--accept-unread\\)`));
    assert.notEqual(text, '', 'what could be read is written');
    const accepted = write(kind, UNREAD, '--accept-unread');
    assert.equal(accepted.status, 0, accepted.stderr);
    assert.match(accepted.stderr, new RegExp(`Order ${TWO}: unread.txt, row 3`));
    assert.equal(accepted.text, text);
  });

  test(`${kind}: so is a row that names no order`, () => {
    const { status, stderr } = write(kind, NAMELESS);
    assert.equal(status, 1, stderr);
    assert.match(stderr, /nameless\.txt, row 3, could not be read and names no order/);
    assert.match(stderr, /: nameless\.txt:3\. .*\(--accept-unread\)/);
    assert.equal(write(kind, NAMELESS, '--accept-unread').status, 0);
  });
}

test('what is told, by what is asked for', () => {
  const rows = [
    // name, values, status, rows told
    ['no row is unread', [WHOLE], 0, []],
    ['a line of an order in the file', [OF_ONE], 1, ['line.txt, row 3']],
    ['a line of the order chosen', [OF_ONE, '--order', ONE], 1, ['line.txt, row 3']],
    ['of an order not chosen', [UNREAD, '--order', ONE], 0, []],
    ['of no order, and one is chosen', [NAMELESS, '--order', ONE], 0, []],
    ['the same in two files', [UNREAD, NAMELESS], 1, ['nameless.txt, row 3', 'unread.txt, row 3']],
  ];
  for (const [name, values, status, told] of rows) {
    const run = write('picklist', ...values);
    assert.equal(run.status, status, `${name}: ${run.stderr}`);
    const found = [...run.stderr.matchAll(/(\S+\.txt, row \d+), could not be read/g)];
    assert.deepEqual(found.map(([, place]) => place).sort(), told, name);
  }
});

test('each language says it', () => {
  for (const language of ['ja', 'it']) {
    const { stderr } = write('picklist', UNREAD, NAMELESS, '--language', language);
    assert.equal(stderr.split('\n').filter((each) => each.includes('unread.txt')).length, 1);
    assert.equal(stderr.split('\n').filter((each) => each.includes('nameless.txt')).length, 2);
    assert.doesNotMatch(stderr, /[{}]/);
  }
});

test('a chosen order that could not be read is not said to be in no report', () => {
  const unread = write('picklist', UNREAD, '--order', TWO);
  assert.equal(unread.status, 1);
  assert.match(unread.stderr, new RegExp(`rows of the order ${TWO} .*not be read: unread.txt:3`));
  const perhaps = write('picklist', NAMELESS, '--order', NINE);
  assert.match(perhaps.stderr, /could be read; these name no order: nameless\.txt:3/);
  const nowhere = write('picklist', WHOLE, '--order', NINE);
  assert.match(nowhere.stderr, new RegExp(`no report has the order ${NINE}\n`));
});

test('a refund asks of its own order only', () => {
  const plan = file('plan.json', JSON.stringify({ order_id: ONE, reason: 'not-received' }));
  const { stderr } = write('adjustments', UNREAD, '--refunds', plan);
  assert.doesNotMatch(stderr, /unread\.txt/);
});
