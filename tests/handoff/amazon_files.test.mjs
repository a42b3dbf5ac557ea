// The files for Amazon's upload page from the samples: the same bytes from the command
// and the module, read back by another reader, and the way from a carrier's file and
// its numbers to the confirmation of every order.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { assertOneLineEach, ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { openModule } from '../wasm/open_module.mjs';
import {
  AMAZON_GOLDEN,
  LINES,
  amazonArguments,
  numberOf,
  ordersOf,
  toShip,
} from './amazon_golden.mjs';
import { SAMPLES } from './golden_files.mjs';

const { folder, file } = ownFolder();
const module = await openModule();
let made = 0;
const fresh = () => join(folder, `out-${(made += 1)}.txt`);

function write(kind, ...values) {
  const out = fresh();
  const run = parcelwise(['export', kind, '--now', NOW, ...SAMPLES, '-o', out, ...values]);
  assert.equal(run.stdout, '');
  assertOneLineEach(run.stderr);
  return { ...run, out };
}

// The file read by the browser's own decoder: its header lines and its rows as objects.
function readBack(path, encoding, headerLines) {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  assert.ok(text.endsWith('\r\n'));
  const lines = text.slice(0, -2).split('\r\n');
  const head = lines.slice(0, headerLines);
  const names = head.at(-1).split('\t');
  const rows = lines.slice(headerLines).map((line) => {
    const cells = line.split('\t');
    assert.equal(cells.length, names.length);
    return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
  });
  return { head, rows };
}

// docs/formats.md 2.1, with the template's own trailing spaces.
const JAPANESE = [
  '注文番号',
  '注文商品番号',
  '出荷数',
  '出荷日',
  '配送業者コード',
  '配送業者名',
  'お問い合わせ伝票番号',
  '配送方法',
  '代金引換',
  '製品が透明に登録されている場合の製品の透明コード。',
  ...['名称', '行 1', '行 2', '行 3', '市町村', '郡', '州・省', '郵便番号', '国コード'].map(
    (part) => `出荷元住所-${part}\u3000${part === '市町村' ? ' ' : ''}`,
  ),
];
const ENGLISH = [
  'order-id',
  'order-item-id',
  'quantity',
  'ship-date',
  'carrier-code',
  'carrier-name',
  'tracking-number',
  'ship-method',
  'cod-collection-method',
  'transparency_code',
  'ship_from_address_name',
  'ship_from_address_line1',
  'ship_from_address_line2',
  'ship_from_address_line3',
  'ship_from_address_city',
  'ship_from_address_county',
  'ship_from_address_state_or_region',
  'ship_from_address_postalcode',
  'ship_from_address_countrycode',
];

test("the confirmation of every order to ship, as Japan's template has it", () => {
  const { status, stderr, out } = write(
    'shipping-confirmation',
    '--tracking',
    file('lines.txt', LINES),
    '--carrier',
    'yamato',
    '--strict',
  );
  assert.equal(status, 0, stderr);
  const { head, rows } = readBack(out, 'shift_jis', 3);
  assert.equal(
    head[0],
    'TemplateType=OrderFulfillment\tVersion=2011.1102\tこの行はAmazonが使用しますので変更や削除しないでください。',
  );
  assert.deepEqual(head[1].split('\t'), JAPANESE);
  assert.deepEqual(head[2].split('\t'), ENGLISH);
  assert.deepEqual([...new Set(rows.map((row) => row['order-id']))], toShip);
  for (const row of rows) {
    const n = toShip.indexOf(row['order-id']);
    assert.equal(row['tracking-number'], numberOf(n));
    assert.match(row['tracking-number'], /^\d{12}$/);
    assert.equal(row['carrier-code'], 'YAMATO');
    assert.match(row['ship-date'], /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+09:00$/);
    assert.ok(Date.parse(row['ship-date']) <= Date.parse(NOW));
    assert.equal(row.quantity === '', row['order-item-id'] === '');
  }
  const cod = new Set(ordersOf('cash-on-delivery'));
  assert.ok(rows.some((row) => cod.has(row['order-id'])));
  for (const row of rows) {
    assert.equal(row['cod-collection-method'], cod.has(row['order-id']) ? 'DirectPayment' : '');
  }
});

for (const golden of AMAZON_GOLDEN) {
  test(`${golden.kind}: command, module and golden file are one`, () => {
    const { kind, lines, options, path } = golden;
    const expected = readFileSync(path);
    const out = fresh();
    const run = parcelwise(amazonArguments(golden, out), { input: lines });
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(readFileSync(out), expected);

    for (const report of SAMPLES) module.load(report.split('/').at(-1), readFileSync(report));
    module.ok('check', NOW, '{}');
    if (lines) module.ok('pasteTracking', 'lines', lines, '');
    const { files, left_out: leftOut } = module.ok('writeFiles', kind, JSON.stringify(options));
    const bytes = files.map(({ at, bytes: size }) =>
      Buffer.from(module.module.HEAPU8.slice(at, at + size)),
    );
    assert.deepEqual(leftOut, []);
    assert.deepEqual(bytes, [expected]);
    module.ok('removeAll');
  });
}

test('cancellations: what the buyers asked for, item by item', () => {
  const { status, stderr, out } = write('cancellations');
  assert.equal(status, 0, stderr);
  const { head, rows } = readBack(out, 'utf-8', 2);
  assert.match(head[0], /^TemplateType=OrderCancellation\t/);
  assert.deepEqual(head[1].split('\t'), [
    'order-id',
    'cancellation-reason-code',
    'amazon-order-item-code',
  ]);
  assert.deepEqual(
    [...new Set(rows.map((row) => row['order-id']))],
    ordersOf('buyer-cancel-request'),
  );
  for (const row of rows) {
    assert.equal(row['cancellation-reason-code'], 'BuyerCanceled');
    assert.match(row['amazon-order-item-code'], /^\d{14}$/);
  }
});

test('without numbers nothing is written unless the seller says so', () => {
  const none = write('shipping-confirmation', '--carrier', 'yamato');
  assert.equal(none.status, 1);
  assert.ok(!existsSync(none.out));
  const without = write('shipping-confirmation', '--carrier', 'yamato', '--without-tracking');
  assert.equal(without.status, 0);
  const { rows } = readBack(without.out, 'shift_jis', 3);
  for (const row of rows) assert.equal(row['tracking-number'], '');
  for (const language of ['ja', 'it']) {
    const { stderr } = write(
      'shipping-confirmation',
      '--carrier',
      'yamato',
      '--language',
      language,
    );
    assert.doesNotMatch(stderr, /[{}]|handoff\/|cli\/|tracking\//);
  }
});

test("every row of a carrier's file is accounted for", () => {
  const table = [
    'order-id,tracking-number',
    `${toShip[0]},1234-5678-9013`,
    `${toShip[1]},1.23457E+11`,
    'R-55,123456789013',
    '',
    `${toShip[0]},123456789013`,
    `${toShip[2]},`,
  ].join('\r\n');
  const { status, stderr } = write(
    'shipping-confirmation',
    '--tracking',
    file('table.csv', `${table}\r\n`),
    '--carrier',
    'yamato',
  );
  assert.equal(status, 0, stderr);
  assert.match(stderr, /table\.csv, row 3: .*1\.23457E\+11/);
  assert.match(stderr, /table\.csv, row 4: .*R-55/);
  assert.match(stderr, /table\.csv, row 7: /);
  assert.match(
    stderr,
    /table\.csv: 6 rows: 1 tracking numbers, 1 repeated, 1 without an order here, 2 refused, 1 blank/,
  );
});

test('columns that are not known are told, and read once the seller names them', () => {
  const table = file('own.csv', `受注No,問合せNo\n${toShip[0]},${numberOf(0)}\n`);
  const unknown = write('shipping-confirmation', '--tracking', table, '--carrier', 'yamato');
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /own\.csv.*受注No, 問合せNo/);
  const columns = file(
    'columns.json',
    JSON.stringify({ columns: { 受注No: 'order', 問合せNo: 'number' }, carrier: 'sagawa' }),
  );
  const known = write('shipping-confirmation', '--tracking', table, '--tracking-columns', columns);
  assert.equal(known.status, 0, known.stderr);
  const { rows } = readBack(known.out, 'shift_jis', 3);
  assert.deepEqual(
    rows.map((row) => [row['order-id'], row['carrier-code']]),
    [[toShip[0], 'SAGAWA']],
  );
  const bad = write(
    'shipping-confirmation',
    '--tracking',
    table,
    '--tracking-columns',
    file('bad.json', '[]'),
  );
  assert.equal(bad.status, 1);
});
