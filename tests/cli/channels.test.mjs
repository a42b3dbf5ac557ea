// Several marketplaces in one file: each order by its own, and what leaves for
// Amazon as one file for each sales channel.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const NOW = '2026-11-16T10:00:00+01:00';
const UNSHIPPED =
  'order-id order-item-id purchase-date reporting-date promise-date sku product-name ' +
  'quantity-purchased quantity-shipped quantity-to-ship recipient-name ship-address-1 ' +
  'ship-postal-code ship-country is-buyer-requested-cancellation sales-channel';
const SOLD =
  'order-id order-item-id purchase-date buyer-email sku product-name quantity-purchased ' +
  'currency item-price shipping-price ship-country sales-channel';

function reportOf(name, columns, rows) {
  const names = columns.split(' ');
  const lines = rows.map((row) => names.map((each) => row[each] ?? '').join('\t'));
  return file(name, [names.join('\t'), ...lines].map((line) => line + '\r\n').join(''));
}

const order = (number, channel, more = {}) => ({
  'order-id': `250-1234567-000000${number}`,
  'order-item-id': `1000000000000${number}`,
  'purchase-date': '2026-11-13T09:00:00+00:00',
  'reporting-date': '2026-11-13T09:30:00+00:00',
  'promise-date': '2026-11-17T22:59:59+00:00',
  sku: `SKU-${number}`,
  'product-name': 'A cup',
  'quantity-purchased': '1',
  'quantity-shipped': '0',
  'quantity-to-ship': '1',
  'recipient-name': 'Ada Example',
  'ship-address-1': `Example Road ${number}`,
  'ship-postal-code': '12345',
  'ship-country': 'DE',
  'sales-channel': channel,
  ...more,
});

const CHANNELS = ['Amazon.de', 'Amazon.co.uk', 'amazon.de', 'Amazon.xx'];
const rows = CHANNELS.map((channel, i) => order(i + 1, channel));

let made = 0;
function exported(kind, report, ...values) {
  const out = join(folder, `out-${(made += 1)}`);
  mkdirSync(out);
  const run = parcelwise(
    ['export', kind, report, '--now', NOW, '-o', join(out, 'file.txt'), ...values],
    { encoding: 'utf8' },
  );
  assertOneLineEach(run.stderr);
  const read = (name) => readFileSync(join(out, name), 'utf8');
  return { ...run, files: readdirSync(out).sort(), read };
}

test('each order by its own marketplace, whatever the case of its channel', () => {
  const report = reportOf('u.txt', UNSHIPPED, rows);
  const run = parcelwise(['check', report, '--now', NOW, '--format', 'json']);
  assert.equal(run.status, 0, run.stderr);
  const { policy, policies, actions, notices } = JSON.parse(run.stdout);
  assert.equal(policy.id, 'amazon-de');
  assert.deepEqual(
    policies.map(({ id, name, orders }) => [id, name, orders]),
    [
      ['amazon-de', 'Amazon.de', 2],
      ['amazon-uk', 'Amazon.co.uk', 1],
      ['unknown', null, 1],
    ],
  );
  const due = Object.fromEntries(
    actions.filter(({ rule }) => rule === 'ship').map((one) => [one.order_id, one.due]),
  );
  assert.equal(due[rows[0]['order-id']], '2026-11-17T23:59:59+01:00');
  assert.equal(due[rows[1]['order-id']], '2026-11-17T22:59:59+00:00');
  assert.deepEqual(
    notices.map(({ code, count }) => [code, count]),
    [['no-marketplace', 1]],
  );
});

test('--policy rules the orders of the marketplace that it extends, and no other', () => {
  const report = reportOf('u.txt', UNSHIPPED, rows);
  const own = file(
    'own.json',
    JSON.stringify({ extends: 'amazon-uk', id: 'our-shop', business_days: { closed: [] } }),
  );
  const run = parcelwise(['check', report, '--now', NOW, '--policy', own, '--format', 'json']);
  const { policies } = JSON.parse(run.stdout);
  assert.deepEqual(
    policies.map(({ id, orders }) => [id, orders]),
    [
      ['amazon-de', 2],
      ['our-shop', 1],
      ['unknown', 1],
    ],
  );
});

test('a confirmation is one file for each sales channel, named so', () => {
  const report = reportOf('u.txt', UNSHIPPED, rows);
  const { status, stderr, files, read } = exported(
    'shipping-confirmation',
    report,
    '--without-tracking',
    '--carrier',
    'DHL',
  );
  assert.equal(status, 0, stderr);
  assert.deepEqual(files, ['file-amazon.co.uk.txt', 'file-amazon.de.txt']);
  assert.ok(read('file-amazon.de.txt').includes(rows[0]['order-id']));
  assert.ok(read('file-amazon.de.txt').includes(rows[2]['order-id']));
  assert.ok(!read('file-amazon.de.txt').includes(rows[1]['order-id']));
  assert.ok(read('file-amazon.co.uk.txt').includes(rows[1]['order-id']));
  assert.ok(stderr.includes(rows[3]['order-id']), 'an order of no marketplace is left out');
  assert.ok(stderr.includes('upload it to amazon.co.uk'), stderr);
});

test('one channel needs no name, and --strict writes nothing where one is unknown', () => {
  const one = reportOf('one.txt', UNSHIPPED, [rows[0], rows[2]]);
  const confirm = ['--without-tracking', '--carrier', 'DHL'];
  assert.deepEqual(exported('shipping-confirmation', one, ...confirm).files, ['file.txt']);
  const report = reportOf('u.txt', UNSHIPPED, rows);
  const strict = exported('shipping-confirmation', report, ...confirm, '--strict');
  assert.equal(strict.status, 1);
  assert.deepEqual(strict.files, []);
});

test('cancellations are one file for each sales channel', () => {
  const asked = rows.map((row) => ({ ...row, 'is-buyer-requested-cancellation': 'true' }));
  const report = reportOf('c.txt', UNSHIPPED, asked);
  const { files, read } = exported('cancellations', report);
  assert.deepEqual(files, ['file-amazon.co.uk.txt', 'file-amazon.de.txt']);
  assert.ok(read('file-amazon.co.uk.txt').includes(rows[1]['order-id']));
});

test('refunds are one file for each sales channel, in its currency and its decimals', () => {
  const priced = [
    ['Amazon.de', 'EUR', '12.50'],
    ['Amazon.co.uk', 'GBP', '8.00'],
    ['Amazon.pl', 'PLN', '40.10'],
  ].map(([channel, currency, price], i) =>
    order(i + 1, channel, { currency, 'item-price': price, 'shipping-price': '1.00' }),
  );
  const report = reportOf('n.txt', SOLD, priced);
  const plan = file(
    'plan.json',
    JSON.stringify(priced.map((one) => ({ order_id: one['order-id'], reason: 'defective' }))),
  );
  const { status, stderr, files, read } = exported('adjustments', report, '--refunds', plan);
  assert.equal(status, 0, stderr);
  assert.deepEqual(files, ['file-amazon.co.uk.txt', 'file-amazon.de.txt', 'file-amazon.pl.txt']);
  for (const [name, currency, price] of [
    ['file-amazon.de.txt', 'EUR', '12.50'],
    ['file-amazon.co.uk.txt', 'GBP', '8.00'],
    ['file-amazon.pl.txt', 'PLN', '40.10'],
  ]) {
    const [, row] = read(name).split('\r\n');
    assert.ok(row.includes(`\t${currency}\t${price}\t`), `${name}: ${row}`);
  }
  assert.ok(!existsSync(join(folder, 'file.txt')));
});

test('shuffled rows give the same bytes', () => {
  const answer = (list) => {
    const report = reportOf('s.txt', UNSHIPPED, list);
    const { stdout } = parcelwise(['check', report, '--now', NOW, '--format', 'json']);
    const { reports, ...rest } = JSON.parse(stdout);
    assert.equal(reports[0].rows, list.length);
    return JSON.stringify(rest);
  };
  const six = ['Amazon.de', 'Amazon.fr', 'Amazon.it', 'Amazon.es', 'Amazon.co.uk', 'Amazon.pl'];
  const list = six.map((channel, i) => order(i + 1, channel));
  const first = answer(list);
  assert.equal(JSON.parse(first).policies.length, 6);
  assert.equal(answer([...list].reverse()), first);
  assert.equal(answer([...list.slice(3), ...list.slice(0, 3)]), first);
});
