// The checked-in reports are what the generator writes, byte for byte, and the
// generator keeps its promises on columns, encodings, ids and seeds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { columnsOf } from './columns.mjs';
import { DAMAGE_KINDS } from './damage.mjs';
import { encoderOf } from './encodings.mjs';
import { generate } from './generate.mjs';
import { goldenReports, samples } from './golden.mjs';

const NOW = Date.parse('2026-11-20T09:00:00+09:00');

function report(options) {
  const pieces = [];
  generate({
    kind: 'unshipped-orders',
    variant: 'jp34',
    orders: 300,
    seed: 3,
    now: NOW,
    ...options,
    sink: (bytes) => pieces.push(bytes),
  });
  return Buffer.concat(pieces);
}

for (const [folder, files] of [
  ['../../data/samples/', samples()],
  ['../golden/', goldenReports()],
]) {
  for (const [name, bytes] of Object.entries(files)) {
    test(`${folder}${name} is what the generator writes`, () => {
      assert.ok(bytes.length < 30_000, `${bytes.length} bytes`);
      assert.ok(
        readFileSync(new URL(folder + name, import.meta.url)).equals(bytes),
        'run node tests/samples/write_samples.mjs',
      );
    });
  }
}

// A checked-in file's rows, as cells by column.
function rowsOf(name) {
  const text = readFileSync(new URL(`../../data/samples/${name}`, import.meta.url), 'utf8');
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i]])));
}

test("the sample's returns show every stage of a return once", () => {
  const stage = (row) => {
    if (row['A-to-Z Claim'] === 'Y') return 'claimed';
    if (row['In policy'] === 'N') return 'out of window';
    if (row['Return request status'] === 'Pending') return 'unanswered';
    const arrived = row['Return delivery date'];
    if (arrived === '') return 'under way';
    return Number(row['Refunded Amount']) > 0 ? 'refunded' : `here since ${arrived}`;
  };
  assert.deepEqual(rowsOf('sample-returns.txt').map(stage), [
    'unanswered',
    'under way',
    'here since 19-Nov-2026',
    'here since 16-Nov-2026',
    'refunded',
    'out of window',
    'claimed',
  ]);
});

test('a returned order is a shipped one of the samples or in none of them', () => {
  const status = new Map(
    rowsOf('sample-all-orders.txt').map((row) => [row['amazon-order-id'], row['order-status']]),
  );
  const told = rowsOf('sample-returns.txt').map((row) => status.get(row['Order ID']));
  assert.deepEqual(told, ['Shipped', ...Array(6).fill(undefined)]);
});

test("the sample's settlement adds up, and its refund is of a line of the new orders", () => {
  const [summary, ...rows] = rowsOf('sample-settlement.txt');
  const sum = rows.reduce((total, row) => total + Number(row.amount), 0);
  assert.equal(sum, Number(summary['total-amount']));
  const refund = rows.filter((row) => row['transaction-type'] === 'Refund');
  const line = rowsOf('sample-new-orders.txt').find(
    (row) => row['order-item-id'] === refund[0]['order-item-code'],
  );
  assert.equal(line['order-id'], refund[0]['order-id']);
  assert.equal(refund[0].amount, `-${line['item-price']}`);
  assert.equal(refund[1].amount, `-${line['shipping-price']}`);
});

test('columns as documented', () => {
  for (const [kind, variant, count] of [
    ['unshipped-orders', 'jp31', 31],
    ['unshipped-orders', 'jp32', 32],
    ['unshipped-orders', 'jp34', 34],
    ['unshipped-orders', 'us41', 41],
    ['new-orders', 'jp33', 33],
    ['new-orders', 'eu34', 34],
    ['new-orders', 'in66', 66],
    ['all-orders', 'base28', 28],
    ['pending-orders', 'jp7', 7],
  ])
    assert.equal(columnsOf(kind, variant).columns.length, count, `${kind} ${variant}`);
});

test('the same seed gives the same bytes, another seed others', () => {
  assert.ok(report({}).equals(report({})));
  assert.ok(!report({}).equals(report({ seed: 4 })));
});

test('every encoding reads back as the same text', () => {
  const text = report({}).toString('utf8');
  for (const [encoding, label] of [
    ['utf-8-bom', 'utf-8'],
    ['cp932', 'shift_jis'],
    ['utf-16le', 'utf-16le'],
  ]) {
    assert.equal(
      new TextDecoder(label, { fatal: true }).decode(report({ encoding })),
      text,
      encoding,
    );
  }
});

test('windows-1252 keeps the euro sign and the accents', () => {
  assert.deepEqual([...encoderOf('windows-1252').encode('€é–')], [0x80, 0xe9, 0x96]);
});

test("every row has the header's fields, order ids are 3-7-7, item ids never repeat", () => {
  const [header, ...rows] = report({})
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const items = new Set();
  for (const row of rows) {
    assert.equal(row.length, header.length);
    assert.match(row[0], /^\d{3}-\d{7}-\d{7}$/);
    assert.match(row[1], /^\d{14}$/);
    items.add(row[1]);
  }
  assert.equal(items.size, rows.length);
});

test('reports of one seed tell of the same orders', () => {
  const ids = (options) =>
    new Set(
      report(options)
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t')[0]),
    );
  assert.deepEqual(ids({ kind: 'new-orders', variant: 'jp33' }), ids({}));
});

test('one of each damage leaves the other rows as they were', () => {
  const form = { kind: 'new-orders', variant: 'jp-rich' };
  const clean = report(form).toString('latin1').split('\n');
  const dirty = report({ ...form, damage: 'one-of-each' })
    .toString('latin1')
    .split('\n');
  // A blank line, a header, a duplicate and the second half of a broken row come on top.
  assert.equal(dirty.length, clean.length + 4);
  const kept = new Set(dirty);
  const added = ['blank-line', 'repeated-header', 'duplicate'];
  assert.equal(clean.filter((line) => !kept.has(line)).length, DAMAGE_KINDS.length - added.length);
});
