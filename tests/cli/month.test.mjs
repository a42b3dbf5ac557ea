// A generated month: of 600 new orders 25 are unshipped and 12 came this morning. What
// is checked, picked, labelled, confirmed and combined is exactly these, whatever the
// order of files and rows.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { SHOP } from '../handoff/golden_carriers.mjs';
import { Chance } from '../samples/chance.mjs';
import { MONTH_NOW, month, shuffled, textOf } from '../samples/month.mjs';
import { ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const { files, open, partly, orders, orderOf } = month();
const openIds = [...open.keys()].sort();
const inJapan = openIds.filter((id) => orderOf.get(id).market.country === 'JP');
const shop = file('shop.json', JSON.stringify(SHOP));

function written(seed) {
  const chance = new Chance(seed);
  const paths = Object.entries(files).map(([name, { header, rows }]) =>
    file(name, textOf({ header, rows: seed ? shuffled(rows, chance) : rows })),
  );
  return seed ? shuffled(paths, chance) : paths;
}

function run(...values) {
  const made = parcelwise([...values, '--now', MONTH_NOW]);
  assert.equal(made.status, 0, made.stderr);
  return made;
}

function exported(kind, paths, ...more) {
  const out = join(folder, 'out');
  run('export', kind, ...paths, ...more, '-o', out);
  return readFileSync(out);
}

// The orders of a text, each once.
const named = (text) => [...new Set(text.match(/\b(250|302)-\d{7}-\d{7}\b/g) ?? [])].sort();

for (const seed of [0, 1, 2]) {
  const how = seed ? `shuffled (${seed})` : 'as written';

  test(`${how}: the check names exactly the open orders`, () => {
    const check = JSON.parse(run('check', ...written(seed), '--format', 'json').stdout);
    const of = (rule) =>
      check.actions.filter((action) => action.rule === rule).map((action) => action.order_id);
    assert.deepEqual(of('ship').sort(), openIds);
    assert.deepEqual(of('finish-partial-confirmation').sort(), [...partly].sort());
    assert.deepEqual(of('status-unknown'), []);
    assert.equal(of('left-the-list').length, orders.length - openIds.length);
    assert.deepEqual(
      of('confirm-or-lose').filter((id) => !open.has(id)),
      [],
    );
  });

  test(`${how}: the pick list holds what is left of them`, () => {
    const wanted = new Map();
    for (const line of [...open.values()].flat()) {
      wanted.set(line.sku, (wanted.get(line.sku) ?? 0) + Number(line['quantity-purchased']));
    }
    const [, ...rows] = exported('picklist', written(seed))
      .toString('utf8')
      .trim()
      .split('\r\n')
      .map((row) => row.split(','));
    assert.deepEqual(
      new Map(rows.map((row) => [row[0], Number(row[2])])),
      new Map([...wanted].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
  });

  for (const kind of ['yamato-b2', 'sagawa-ehiden3', 'yuprint', 'clickpost']) {
    test(`${how}: ${kind} has a row for each of them in Japan`, () => {
      const bytes = exported(kind, written(seed), '--shop', shop);
      const text = new TextDecoder('shift_jis').decode(bytes);
      const rows = text.split('\r\n').filter((row) => row !== '').length;
      const headings = kind === 'yuprint' ? 0 : 1;
      assert.equal(rows - headings, inJapan.length);
    });
  }

  // One file for each of the two marketplaces.
  test(`${how}: the confirmations name exactly the open orders`, () => {
    const out = join(folder, `confirmation-${seed}`);
    const more = ['--carrier', 'yamato', '--without-tracking', '-o', out];
    run('export', 'shipping-confirmation', ...written(seed), ...more);
    const texts = readdirSync(folder)
      .filter((name) => name.startsWith(`confirmation-${seed}-amazon.`))
      .map((name) => new TextDecoder('shift_jis').decode(readFileSync(join(folder, name))));
    assert.equal(texts.length, 2);
    assert.deepEqual(texts.flatMap(named).sort(), openIds);
  });

  test(`${how}: no order that left is offered for a parcel`, () => {
    const { groups } = JSON.parse(run('combine', ...written(seed), '--format', 'json').stdout);
    for (const id of groups.flatMap((group) => group.orders)) assert.ok(open.has(id), id);
  });
}
