// What carriers' files call the contents, by SKU, shop or product; and cells of a report
// that a spreadsheet would run.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Papa from 'papaparse';

import { assertOneLineEach, ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { openModule } from '../wasm/open_module.mjs';
import { SHOP, CARRIERS } from './golden_carriers.mjs';
import { report, toTokyo } from './golden_layouts.mjs';

const { folder, file } = ownFolder();
const LONG = '特選'.repeat(30); // a title of 60 characters
const ORDER = '250-1111111-1111111';
const order = (more) => toTokyo({ 'order-id': ORDER, 'product-name': LONG, ...more });
const { goods: _, ...WITHOUT } = SHOP;
const LABELS = 'sku,label\nTEA-01,緑茶\nTEA-02,急須\n';

let made = 0;
function write(kind, rows, { shop = WITHOUT, skus } = {}, ...values) {
  const out = join(folder, `out-${(made += 1)}.csv`);
  const run = parcelwise([
    ...['export', kind, file('orders.txt', report(rows)), '--now', NOW, '-o', out],
    ...['--shop', file('shop.json', JSON.stringify(shop))],
    ...(skus ? ['--skus', file('skus.csv', skus)] : []),
    ...values,
  ]);
  assertOneLineEach(run.stderr);
  return { ...run, bytes: existsSync(out) ? readFileSync(out) : null };
}
const rowsOf = (bytes) =>
  Papa.parse(new TextDecoder('shift_jis', { fatal: true }).decode(bytes).trimEnd(), {}).data;
const KINDS = [...new Set(CARRIERS.map(({ kind }) => kind))];

test('a title of 60 characters stops a label, a label of its SKU does not', () => {
  for (const kind of KINDS) {
    const refused = write(kind, [order()]);
    assert.equal(refused.bytes, null, kind);
    const { status, stderr, bytes } = write(kind, [order()], { skus: LABELS });
    assert.equal(status, 0, `${kind}: ${stderr}`);
    assert.ok(rowsOf(bytes).at(-1).includes('緑茶'), kind);
  }
});

test('what the shop calls a SKU goes before its label in the table of goods', () => {
  const shop = { ...WITHOUT, labels: { 'TEA-01': '煎茶' } };
  for (const kind of KINDS) {
    const { status, stderr, bytes } = write(kind, [order()], { shop, skus: LABELS });
    assert.equal(status, 0, `${kind}: ${stderr}`);
    assert.ok(rowsOf(bytes).at(-1).includes('煎茶'), kind);
  }
});

test('labels of SKUs that are no texts are refused with their place', () => {
  for (const [labels, place] of [
    [['煎茶'], '/labels'],
    [{ 'TEA-01': '' }, '/labels/TEA-01'],
    [{ 'TEA/01': 1 }, '/labels/TEA~101'],
    [{ 'TEA-01': '煎\n茶' }, '/labels/TEA-01'],
  ]) {
    const { status, stderr, bytes } = write('yamato-b2', [order()], {
      shop: { ...WITHOUT, labels },
    });
    assert.equal(status, 1);
    assert.equal(bytes, null);
    assert.ok(stderr.includes(place), stderr);
  }
});

test('the page is told every SKU whose name has no room, each once', async () => {
  const module = await openModule();
  const other = { 'order-id': '250-2222222-2222222', sku: 'TEA-02' };
  const rows = [
    order(),
    order({ 'order-item-id': '2' }),
    order({ ...other, 'product-name': '急須' }),
  ];
  module.load('orders.txt', Buffer.from(report(rows)));
  module.ok('check', NOW, '{}');
  const unnamed = (shop) =>
    module.ok('writeFiles', 'yamato-b2', JSON.stringify({ shop })).unnamed.map(({ sku }) => sku);
  assert.deepEqual(unnamed(WITHOUT), ['TEA-01']);
  assert.deepEqual(unnamed({ ...WITHOUT, labels: { 'TEA-01': LONG } }), ['TEA-01']);
  assert.deepEqual(unnamed({ ...WITHOUT, labels: { 'TEA-01': '煎茶' } }), []);
  assert.deepEqual(unnamed(SHOP), []);
});

test('each SKU by its label, the others by what the shop calls its goods', () => {
  const lines = ['TEA-01', 'TEA-02', 'TEA-03', 'TEA-01'].map((sku, i) =>
    order({ sku, 'order-item-id': `1234567890123${i}` }),
  );
  for (const [shop, names] of [
    [SHOP, ['緑茶', '急須']],
    [WITHOUT, ['緑茶', '急須']],
  ]) {
    const { status, stderr, bytes } = write('yamato-b2', lines, { shop, skus: LABELS });
    assert.equal(status, 0, stderr);
    const row = rowsOf(bytes).at(-1);
    assert.deepEqual([row[27], row[29]], names);
    // The third has no room.
    assert.match(stderr, shop === SHOP ? /日用品/ : new RegExp(LONG.slice(0, 10)));
  }
});

test('a table that is wrong stops the export', () => {
  const { status, stderr, bytes } = write('clickpost', [order()], {
    skus: `sku,label\nTEA-01,${'a'.repeat(101)}\n`,
  });
  assert.equal(status, 1);
  assert.equal(bytes, null);
  assert.match(stderr, /skus\.csv.*label.*100 bytes/);
});

test('the page reads the labels of the table that it was given', async () => {
  const module = await openModule();
  module.load('orders.txt', Buffer.from(report([order()])));
  module.ok('check', NOW, '{}');
  module.ok('setTerms', JSON.stringify({ skus: LABELS }));
  const options = JSON.stringify({ shop: WITHOUT });
  const { files } = module.ok('writeFiles', 'clickpost', options);
  const [{ at, bytes }] = files;
  const row = rowsOf(Buffer.from(module.module.HEAPU8.slice(at, at + bytes))).at(-1);
  assert.equal(row.at(-1), '緑茶');
});

test("a cell that begins like a formula is told in every carrier's file", () => {
  for (const kind of KINDS) {
    const { status, stderr, bytes } = write(
      kind,
      [order({ 'recipient-name': '=1+1' })],
      { shop: SHOP },
      '--language',
      'en',
    );
    assert.equal(status, 0, stderr);
    assert.ok(rowsOf(bytes).at(-1).includes('=1+1'), kind);
    assert.match(stderr, new RegExp(`Order ${ORDER}, .*“=1\\+1” begins like a formula`), kind);
    const plain = write(kind, [order()], { shop: SHOP });
    assert.doesNotMatch(plain.stderr, /formula/, kind);
  }
});
