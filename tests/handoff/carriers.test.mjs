// Carriers' files as another program reads them: CP932 by the platform's own decoder,
// rows by papaparse; the same bytes from the command and the module; and the headings
// that formats 3 tells, written down here once more.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Papa from 'papaparse';

import { ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { openModule } from '../wasm/open_module.mjs';
import { CARRIERS, SHOP, carrier_arguments } from './golden_carriers.mjs';
import { SAMPLES, written } from './golden_files.mjs';

const { folder } = ownFolder();
const module = await openModule();

const rowsOf = (bytes) => {
  const text = new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  const { data, errors } = Papa.parse(text, { newline: '\r\n' });
  assert.deepEqual(errors, []);
  assert.deepEqual(data.pop(), ['']);
  return data;
};

const reportRows = SAMPLES.slice(0, 2).map((path) => {
  const [header, ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split('\t'));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
});
// What the two reports tell of an order, the first that is not blank.
const told = (order, name) =>
  reportRows
    .flat()
    .filter((row) => row['order-id'] === order)
    .map((row) => row[name] ?? '')
    .find((cell) => cell !== '') ?? '';
const toShip = new Set(
  JSON.parse(parcelwise(['check', '--now', NOW, '--format', 'json', ...SAMPLES]).stdout)
    .actions.filter(({ rule }) => rule === 'ship')
    .map((action) => action.order_id),
);

for (const carrier of CARRIERS) {
  test(`${carrier.name}: command, module and golden file are one`, () => {
    const out = join(folder, `${carrier.name}.csv`);
    const run = parcelwise(carrier_arguments(carrier, out, folder));
    assert.equal(run.status, 0, run.stderr);
    const expected = readFileSync(carrier.path);
    assert.ok(expected.length > 1000);
    assert.deepEqual(readFileSync(out), expected);
    assert.deepEqual(
      written(module, { kind: carrier.kind, language: 'en' }, { shop: carrier.shop }),
      [expected],
    );
  });

  test(`${carrier.name}: another reader finds every order's own values`, () => {
    const rows = rowsOf(readFileSync(carrier.path));
    if (carrier.header) assert.deepEqual(rows.shift(), carrier.header);
    assert.ok(rows.length > 20);
    const orders = rows.map((row) => carrier.order(row, toShip));
    assert.equal(new Set(orders).size, rows.length);
    rows.forEach((row, i) => {
      const order = orders[i];
      assert.equal(row.length, carrier.columns);
      assert.ok(toShip.has(order), order);
      const [postal, address, name, phone] = carrier.read(row);
      assert.equal(postal.replace('-', ''), told(order, 'ship-postal-code').replace('-', ''));
      const street = [1, 2, 3].map((n) => told(order, `ship-address-${n}`)).join('');
      assert.equal(
        address.replace(/[ 　]/g, ''),
        (told(order, 'ship-state') + street)
          .replace(/[ 　]/g, '')
          .replaceAll('〜', '～')
          .replaceAll('−', '－'),
      );
      // Neither a purchase order number nor 様 is part of the name.
      assert.equal(
        name.replace(/[ 　]/g, ''),
        told(order, 'recipient-name')
          .replace(/\(PO: .*\)$/, '')
          .replace(/[ 　]/g, '')
          .replace(/様$/, ''),
      );
      if (phone !== null) {
        assert.equal(
          phone.replaceAll('-', ''),
          (told(order, 'ship-phone-number') || told(order, 'buyer-phone-number')).replaceAll(
            '-',
            '',
          ),
        );
      }
    });
  });
}

test("the page learns each kind's name and settings, in its language", () => {
  module.ok('setLanguage', 'ja');
  const kinds = module.ok('exportKinds');
  const b2 = kinds.find(({ kind }) => kind === 'yamato-b2');
  assert.equal(b2.for, 'carrier');
  assert.equal(b2.name, 'ヤマト B2クラウド');
  assert.deepEqual(
    b2.settings.slice(0, 3).map(({ name }) => name),
    ['/sender/name', '/sender/phone', '/sender/postal_code'],
  );
  assert.deepEqual(
    b2.settings.find(({ name }) => name.endsWith('customer_code')),
    {
      name: '/carriers/yamato-b2/customer_code',
      label: '請求先顧客コード',
      required: true,
      pattern: '[0-9]{10,12}',
    },
  );
  for (const language of ['en', 'ja', 'it']) {
    module.ok('setLanguage', language);
    for (const { kind, name, settings } of module.ok('exportKinds')) {
      assert.ok(!name.includes('/'), `${kind} has no name`);
      for (const setting of settings) assert.ok(!setting.label.includes('handoff/'), setting.name);
    }
  }
});

test('what the shop has not said is told once, and then it is written', () => {
  const out = join(folder, 'nothing.csv');
  const run = parcelwise([
    'export',
    'yamato-b2',
    '--now',
    NOW,
    '--language',
    'en',
    ...SAMPLES,
    '-o',
    out,
  ]);
  assert.equal(run.status, 1);
  assert.match(
    run.stderr,
    /Sender’s telephone number \(\/sender\/phone\) of your shop’s settings is blank/,
  );
  assert.equal(run.stderr.match(/customer_code/g).length, 1);
  const shop = join(folder, 'shop.json');
  writeFileSync(shop, JSON.stringify(SHOP));
  const again = parcelwise([
    'export',
    'yamato-b2',
    '--now',
    NOW,
    '--language',
    'en',
    '--shop',
    shop,
    ...SAMPLES,
    '-o',
    out,
  ]);
  assert.equal(again.status, 0, again.stderr);
});

test('an order with two faults is told twice and counted once', () => {
  const [header, ...rows] = readFileSync(SAMPLES[0], 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split('\t'));
  const order = [...toShip].find((id) => rows.some((row) => row[0] === id));
  for (const row of rows.filter(([id]) => id === order)) {
    for (const name of ['ship-phone-number', 'buyer-phone-number', 'ship-postal-code'])
      row[header.indexOf(name)] = '';
  }
  const [report, shop] = [join(folder, 'faults.txt'), join(folder, 'shop.json')];
  writeFileSync(report, [header, ...rows].map((row) => row.join('\t')).join('\n'));
  writeFileSync(shop, JSON.stringify(SHOP));
  const run = parcelwise([
    'export',
    'yamato-b2',
    '--now',
    NOW,
    '--shop',
    shop,
    '--order',
    order,
    report,
    '-o',
    join(folder, 'faults.csv'),
  ]);
  assert.equal(run.status, 1);
  assert.equal(run.stderr.split('\n').filter((line) => line.includes(order)).length, 2, run.stderr);
  assert.match(run.stderr, /faults\.csv was not written: 0 rows could be; 1 orders left out/);
});

test('the help names every kind', () => {
  const { stdout } = parcelwise(['export', '--help']);
  for (const { kind } of module.ok('exportKinds'))
    assert.ok(stdout.replace(/\s+/g, ' ').includes(kind.replace('carrier:', '')), kind);
});
