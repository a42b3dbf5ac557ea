// The loop of a working day: the carrier's file goes out, comes back with numbers as the
// carrier's own program writes them, and every order to ship stands in the confirmation
// once, the orders of one parcel with the number they share.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Papa from 'papaparse';

import { ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { numberOf, toShip } from './amazon_golden.mjs';
import { CARRIERS, SHOP } from './golden_carriers.mjs';
import { SAMPLES } from './golden_files.mjs';

const { folder, file } = ownFolder();
const found = JSON.parse(parcelwise(['combine', '--now', NOW, ...SAMPLES]).stdout).groups;
const { orders: GROUP } = found.find(
  ({ verdict, orders }) =>
    verdict === 'suggest' && orders.length === 2 && orders.every((id) => toShip.includes(id)),
);
const groups = file('groups.json', JSON.stringify({ groups: [{ orders: GROUP }] }));
const written = (name) =>
  new TextDecoder('shift_jis', { fatal: true }).decode(readFileSync(join(folder, name)));

function run(...values) {
  const { status, stderr } = parcelwise(values);
  assert.equal(status, 0, stderr);
  return stderr;
}

function sentOut(carrier, name) {
  const shop = file(`shop-${name}.json`, JSON.stringify({ ...SHOP, ...carrier.shop }));
  run(
    'export',
    carrier.kind,
    '--now',
    NOW,
    '--shop',
    shop,
    '--combine',
    groups,
    ...SAMPLES,
    '-o',
    join(folder, name),
  );
  return Papa.parse(written(name).trimEnd()).data;
}

// How each carrier's program gives the rows back: its own columns, numbers with hyphens.
const hyphens = (number) => number.replace(/(\d{4})(?=\d)/g, '$1-');
const BACK = {
  'yamato-b2': (rows) =>
    rows.map((row, i) => (i === 0 ? row : Object.assign([...row], { 3: hyphens(numberOf(i)) }))),
  'sagawa-ehiden3': (rows) => {
    const at = rows[0].indexOf('お問い合せ送り状No.');
    return rows.map((row, i) => (i === 0 ? row : Object.assign([...row], { [at]: numberOf(i) })));
  },
  clickpost: (rows) => [
    ['お問い合わせ番号', '出荷日', 'お届け先氏名', '内容品'],
    ...rows.slice(1).map((row, i) => [hyphens(numberOf(i + 1)), '2026/11/20', row[1], row[7]]),
  ],
};

for (const carrier of CARRIERS.filter(({ kind }) => BACK[kind])) {
  test(`${carrier.kind}: out, back, and confirmed`, () => {
    const sent = sentOut(carrier, `${carrier.kind}.csv`);
    const back = file(`${carrier.kind}-back.csv`, Papa.unparse(BACK[carrier.kind](sent)));
    const out = `${carrier.kind}-confirmation.txt`;
    const told = run(
      'export',
      'shipping-confirmation',
      '--now',
      NOW,
      '--combine',
      groups,
      '--tracking',
      back,
      ...SAMPLES,
      '-o',
      join(folder, out),
    );
    const shown = sent.length - 1; // some orders are not for every carrier: cash on delivery
    assert.match(
      told,
      new RegExp(
        `${shown} rows: ${shown} tracking numbers, 0 repeated, 0 without an order here, 0 refused, 0 blank`,
      ),
    );
    const [names, ...rows] = written(out)
      .trimEnd()
      .split('\r\n')
      .slice(2)
      .map((line) => line.split('\t'));
    const confirmed = new Map();
    for (const row of rows) {
      const { 'order-id': order, 'tracking-number': number } = Object.fromEntries(
        names.map((name, i) => [name, row[i]]),
      );
      assert.ok(!confirmed.has(order) || row[1] !== '', `${order} once`);
      confirmed.set(order, number);
    }
    const leftOut = toShip.filter((order) => !confirmed.has(order));
    assert.equal(
      confirmed.size,
      shown + 1,
      "the group's two orders are one row out and two lines in",
    );
    for (const order of leftOut) assert.match(told, new RegExp(`${order}: .*tracking number`));
    if (carrier.kind === 'yamato-b2') assert.deepEqual(leftOut, []);
    assert.equal(confirmed.get(GROUP[0]), confirmed.get(GROUP[1]));
    assert.equal(new Set(confirmed.values()).size, shown);
    assert.match(told, new RegExp(`${GROUP[1]}: its number`));
  });
}

test('a result file without its line of names: by position where it is certain, else told', () => {
  const rows = BACK['yamato-b2'](
    sentOut(
      CARRIERS.find(({ kind }) => kind === 'yamato-b2'),
      'headed.csv',
    ),
  );
  const confirmed = (name, rows) => {
    const out = join(folder, `${name}.txt`);
    const run = parcelwise([
      'export',
      'shipping-confirmation',
      '--now',
      NOW,
      '--combine',
      groups,
      '--tracking',
      file(`${name}.csv`, Papa.unparse(rows)),
      ...SAMPLES,
      '-o',
      out,
    ]);
    return { ...run, bytes: run.status === 0 ? readFileSync(out, 'latin1') : '' };
  };
  const [headed, bare] = [confirmed('headed', rows), confirmed('bare', rows.slice(1))];
  assert.equal(headed.status, 0, headed.stderr);
  assert.equal(bare.bytes, headed.bytes);
  assert.match(
    bare.stderr,
    new RegExp(`bare.csv: ${rows.length - 1} rows: ${rows.length - 1} tracking numbers`),
  );
  const leftOut = (name, width) =>
    confirmed(
      name,
      rows.slice(1).map((row) => row.slice(0, width)),
    );
  assert.equal(leftOut('short', 60).bytes, headed.bytes, 'its last columns may be missing');
  const cut = leftOut('cut', 12);
  assert.equal(cut.status, 1);
  assert.match(
    cut.stderr,
    /cut\.csv has no line of column names: .* Export it again with the names/,
  );
  assert.doesNotMatch(cut.stderr, /東京都|様/, 'whose parcels they are is not repeated');
});
