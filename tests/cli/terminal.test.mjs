// What a person reads at the terminal where the JSON has another shape: several marketplaces,
// many rejected rows, a message whose case is sought, files that take companions along.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

import { NOW } from '../golden/reports.mjs';
import { report, toTokyo } from '../handoff/golden_layouts.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const sample = (name) =>
  fileURLToPath(new URL(`../../data/samples/sample-${name}`, import.meta.url));
const order = (number, more) => toTokyo({ 'order-id': `250-1111111-111111${number}`, ...more });

function said(...values) {
  const run = parcelwise([...values, '--now', NOW, '--language', 'en']);
  assertOneLineEach(run.stderr);
  return run;
}

test('each marketplace of a region has a line with its zone and its orders', () => {
  const { status, stdout } = said('check', '--format', 'text', sample('eu-unshipped.txt'));
  assert.equal(status, 0);
  const lines = stdout.split('\n');
  for (const [id, zone] of [
    ['amazon-it', 'Europe/Rome'],
    ['amazon-de', 'Europe/Berlin'],
    ['amazon-uk', 'Europe/London'],
  ]) {
    const line = lines.find((each) => each.startsWith(`  ${id} `));
    assert.match(line ?? '', new RegExp(`${zone} +orders: [1-9]\\d*$`), id);
  }
});

test('of many rejected rows the first are shown and the rest are counted', () => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    order(0, { 'order-item-id': `${i}`, 'quantity-to-ship': 'many' }),
  );
  const { stdout } = said('check', '--format', 'text', file('damaged.txt', report(rows)));
  const shown = stdout.split('\n').filter((line) => /damaged\.txt:\d+/.test(line)).length;
  assert.ok(shown > 0 && shown < 60, `${shown}`);
  assert.match(stdout, new RegExp(`\\b${60 - shown} more`));
});

test('a message whose case is sought names its orders and the cases with their words', () => {
  const path = file('order.txt', report([order(1)]));
  const message = '250-1111111-1111111 is damaged, the box was crushed';
  const { status, stdout } = said('answer', '--format', 'text', 'which', path, '--find', message);
  assert.equal(status, 0);
  assert.match(stdout, /250-1111111-1111111/);
  assert.match(stdout, /- damaged-wrong-or-missing: .*\(damaged\)/);
  const nothing = said('answer', '--format', 'text', 'which', path, '--find', 'thank you').stdout;
  assert.doesNotMatch(nothing, / - /);
});

test('orders that share a parcel with a chosen one are told', () => {
  const path = file('pair.txt', report([order(1), order(2)]));
  const ids = ['250-1111111-1111111', '250-1111111-1111112'];
  const groups = file('groups.json', JSON.stringify({ groups: [{ orders: ids }] }));
  const { status, stderr } = said(
    ...['export', 'worklist', path, '--order', ids[0]],
    ...['--combine', groups, '-o', join(folder, 'list.csv')],
  );
  assert.equal(status, 0, stderr);
  const parcel = said(
    ...['export', 'clickpost', path, '--order', ids[0]],
    ...['--combine', groups, '-o', join(folder, 'click.csv')],
  );
  assert.equal(parcel.status, 0, parcel.stderr);
  assert.match(parcel.stderr, /written too: 1\./);
});

test('a day or an order that is none stops the export, with its text', () => {
  const path = file('one.txt', report([order(1)]));
  const out = ['-o', join(folder, 'none.txt')];
  const day = said('export', 'shipping-confirmation', path, '--ship-date', 'soon', ...out);
  assert.equal(day.status, 2);
  assert.match(day.stderr, /"soon"/);
  const unknown = said('export', 'worklist', path, '--order', '250-9999999-9999999', ...out);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /250-9999999-9999999/);
});
