// The journal from outside: exports add to it, check and changes only read it,
// and what is wrong in it is told.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { SHOP } from '../handoff/golden_carriers.mjs';
import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();

const COLUMNS =
  'order-id order-item-id purchase-date payments-date reporting-date promise-date ' +
  'days-past-promise buyer-email buyer-name sku product-name quantity-purchased ' +
  'quantity-shipped quantity-to-ship ship-service-level recipient-name ship-address-1 ' +
  'ship-city ship-state ship-postal-code ship-country ship-phone-number';
const id = (number) => `250-0000000-${String(number).padStart(7, '0')}`;

// An unshipped report of that day's morning; each order bought the day before.
function report(name, day, numbers, more = {}) {
  const names = COLUMNS.split(' ');
  const rows = numbers.map((number) => {
    const row = {
      'order-id': id(number),
      'order-item-id': `4000000000${number}`,
      'purchase-date': '2026-11-17T10:00:00+09:00',
      'payments-date': '2026-11-17T10:00:00+09:00',
      'reporting-date': `2026-11-${day}T07:30:00+09:00`,
      'promise-date': '2026-11-20T23:59:59+09:00',
      'buyer-email': `a${number}@marketplace.amazon.co.jp`,
      'buyer-name': '試験 一郎',
      sku: `POT-${number}`,
      'product-name': '見本の品',
      'quantity-purchased': '2',
      'quantity-shipped': '0',
      'quantity-to-ship': '2',
      'recipient-name': `試験 ${number}`,
      'ship-address-1': `港区芝1-17-${number}`,
      'ship-state': '東京都',
      'ship-postal-code': '105-0014',
      'ship-country': 'JP',
      'ship-phone-number': '03-1234-5678',
      ...more[number],
    };
    return names.map((column) => row[column] ?? '').join('\t');
  });
  return file(name, [names.join('\t'), ...rows].join('\r\n') + '\r\n');
}

const at = (day, time) => `2026-11-${day}T${time}+09:00`;
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
function run(...values) {
  const made = parcelwise(values);
  assertOneLineEach(made.stderr);
  return made;
}
function json(...values) {
  const made = run(...values, '--format', 'json');
  assert.equal(made.status, 0, made.stderr);
  return JSON.parse(made.stdout);
}
const rules = (check, rule) =>
  check.actions.filter((action) => action.rule === rule).map((action) => action.order_id);

test('two days: label, number, confirmation, gone, and one that came back', () => {
  const journal = join(folder, 'two-days.json');
  const shop = file('shop.json', JSON.stringify(SHOP));
  const monday = report('monday.txt', '18', [1, 2, 3, 4]);
  const chosen = [1, 2, 3].flatMap((number) => ['--order', id(number)]);

  const labels = run(
    ...['export', 'yamato-b2', monday, ...chosen, '--shop', shop, '--journal', journal],
    ...['-o', join(folder, 'b2.csv'), '--now', at(18, '09:00:00')],
  );
  assert.equal(labels.status, 0, labels.stderr);
  assert.match(labels.stderr, /two-days\.json is new/);
  let { events } = read(journal);
  assert.deepEqual(
    events.map((event) => event.what),
    ['listing', 'carrier-file'],
  );
  assert.deepEqual(events[0].orders, [1, 2, 3, 4].map(id));
  assert.equal(events[0].listing_at, at(18, '07:30:00'));
  assert.equal(events[1].kind, 'yamato-b2');
  assert.equal(events[1].file, 'b2.csv');
  assert.deepEqual(events[1].orders, [1, 2, 3].map(id));
  const states = (check) => check.progress.map((one) => one.state);
  const later = json('check', monday, '--journal', journal, '--now', at(18, '10:00:00'));
  assert.deepEqual(states(later), ['label-made', 'label-made', 'label-made', 'new']);
  assert.deepEqual(rules(later, 'label-without-number'), []);
  const nextDay = json('check', monday, '--journal', journal, '--now', at(19, '10:00:00'));
  assert.deepEqual(rules(nextDay, 'label-without-number'), [1, 2, 3].map(id));

  // Order 3 has no number: it is left out of the confirmation, and of its event.
  const tracking = file('numbers.txt', `${id(1)}\t400000000005\n${id(2)}\t400000000016\n`);
  const confirmed = run(
    ...['export', 'shipping-confirmation', monday, ...chosen, '--tracking', tracking],
    ...['--carrier', 'yamato', '--journal', journal, '-o', join(folder, 'c.txt')],
    ...['--now', at(18, '15:00:00')],
  );
  assert.equal(confirmed.status, 0, confirmed.stderr);
  ({ events } = read(journal));
  assert.deepEqual(
    events.map((event) => event.what),
    ['listing', 'carrier-file', 'numbers', 'confirmation-file'],
  );
  assert.deepEqual(events[2].numbers, { [id(1)]: '400000000005', [id(2)]: '400000000016' });
  assert.deepEqual(events[3].orders, [id(1), id(2)]);

  const tuesday = report('tuesday.txt', '19', [2, 3, 4, 5], {
    3: { 'quantity-to-ship': '1', 'quantity-shipped': '1' },
    4: { 'ship-address-1': '港区芝9-9-9' },
  });
  const before = readFileSync(journal, 'utf8');
  const check = json('check', tuesday, '--journal', journal, '--now', at(19, '08:00:00'));
  assert.deepEqual(states(check), ['left', 'came-back', 'label-made', 'new', 'new']);
  assert.deepEqual(rules(check, 'came-back'), [id(2)]);
  assert.equal(check.summary['came-back'].today, 1);

  const changes = json('changes', tuesday, '--journal', journal, '--now', at(19, '08:00:00'));
  assert.deepEqual(changes, {
    since: at(18, '09:00:00'),
    new: [id(5)],
    left_confirmed: [id(1)],
    left_otherwise: [],
    came_back: [id(2)],
    still_open: [id(3), id(4)],
    changed: [
      { order_id: id(3), what: 'quantity' },
      { order_id: id(4), what: 'address' },
    ],
  });
  for (const language of ['en', 'ja', 'it']) {
    const told = run(
      ...['changes', tuesday, '--journal', journal, '--now', at(19, '08:00:00')],
      ...['--language', language, '--format', 'text'],
    );
    assertFits(told.stdout, language);
    assert.ok(told.stdout.includes(id(5)));
    assert.doesNotMatch(told.stdout, /[{}]|cli\//);
  }
  assert.equal(readFileSync(journal, 'utf8'), before, 'check and changes only read');
});

test('a number without a confirmation asks for one', () => {
  const journal = file(
    'numbered.json',
    JSON.stringify({
      journal: 1,
      events: [{ at: at(18, '10:00:00'), what: 'numbers', numbers: { [id(1)]: '400000000005' } }],
    }),
  );
  const day = report('day.txt', '18', [1, 2]);
  const check = json('check', day, '--journal', journal, '--now', at(18, '11:00:00'));
  assert.deepEqual(rules(check, 'confirm-now'), [id(1)]);
  assert.deepEqual(json('check', day, '--now', at(18, '11:00:00')).progress, undefined);
});

test('lists for the seller happen to no order; the listing is noted once', () => {
  const journal = join(folder, 'lists.json');
  const day = report('lists.txt', '18', [1]);
  for (const out of ['one.csv', 'two.csv']) {
    const made = run(
      ...['export', 'picklist', day, '--journal', journal, '-o', join(folder, out)],
      ...['--now', at(18, '09:00:00')],
    );
    assert.equal(made.status, 0, made.stderr);
  }
  assert.deepEqual(
    read(journal).events.map((event) => event.what),
    ['listing'],
  );
});

test('a wrong line is left out, told, and kept as it came', () => {
  const day = report('wrong.txt', '18', [1]);
  const lines = [
    { at: at(18, '08:00:00'), what: 'done', orders: [id(1)] },
    { at: 'soon', what: 'done', orders: [id(1)] },
    { at: at(18, '08:00:00'), what: 'sang', song: [1] },
    7,
  ];
  const journal = file('wrong.json', JSON.stringify({ journal: 1, shop: 's', events: lines }));
  const values = [day, '--journal', journal, '--now', at(18, '09:00:00')];
  const checked = run('check', ...values, '--format', 'json');
  assert.equal(checked.status, 0);
  for (const place of ['/events/1/at', '/events/2/what', '/events/3'])
    assert.ok(checked.stderr.includes(place), checked.stderr);
  assert.equal(JSON.parse(checked.stdout).progress[0].done, true);
  const shop = file('shop-2.json', JSON.stringify(SHOP));
  const made = run(
    ...['export', 'yamato-b2', ...values, '--shop', shop, '-o', join(folder, 'w.csv')],
  );
  assert.equal(made.status, 0, made.stderr);
  const { shop: name, events } = read(journal);
  assert.equal(name, 's');
  assert.deepEqual(events.slice(0, 4), lines);
  assert.equal(events.length, 6);
});

test('what is no journal stops the command, and nothing is written', () => {
  const day = report('stops.txt', '18', [1]);
  const bad = {
    'photo.json': Buffer.from('89504e470d0a1a0a', 'hex'),
    'list.json': '[]',
    'newer.json': '{"journal": 2, "events": []}',
    'empty.json': '',
  };
  for (const [name, content] of Object.entries(bad)) {
    const journal = file(name, content);
    const out = join(folder, `${name}.csv`);
    for (const values of [
      ['check', day, '--journal', journal],
      ['changes', day, '--journal', journal],
      ['export', 'picklist', day, '--journal', journal, '-o', out],
    ]) {
      const made = run(...values, '--now', at(18, '09:00:00'));
      assert.equal(made.status, 1, `${values[0]} ${name}`);
      assert.equal(made.stdout, '');
      assert.ok(made.stderr.includes(name), made.stderr);
      assert.equal(made.stderr.split('\n').length, 2, made.stderr);
    }
    assert.ok(!existsSync(out));
  }
  const missing = join(folder, 'missing.json');
  for (const command of ['check', 'changes']) {
    assert.equal(run(command, day, '--journal', missing).status, 1);
  }
  assert.equal(parcelwise(['changes', day]).status, 2, '--journal is required');
});

test('the journal is never the file that is written', () => {
  const day = report('same.txt', '18', [1]);
  const journal = join(folder, 'same.json');
  writeFileSync(journal, '{"journal": 1, "events": []}');
  const made = run('export', 'picklist', day, '--journal', journal, '-o', journal);
  assert.equal(made.status, 1);
  assert.equal(readFileSync(journal, 'utf8'), '{"journal": 1, "events": []}');
});
