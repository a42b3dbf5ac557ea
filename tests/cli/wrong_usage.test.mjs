// What the command cannot be asked for so: one line that says why, status 2, and
// nothing on its output.
import assert from 'node:assert/strict';
import test from 'node:test';

import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { file } = ownFolder();
const NOW = '2026-11-20T09:00:00+09:00';
const orders = file(
  'orders.txt',
  'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\n' +
    '250-1234567-0000001\t10000000000001\t2026-11-17T01:00:00+00:00\tTEA\t1\n',
);
const euros = file('euros.csv', 'service,max_sum_mm,price_eur\nA,600,5.00\n');
const skus = file('skus.csv', 'sku,length_mm,width_mm,height_mm\nTEA,100,100,100\n');

const ROWS = [
  ['a day that is none', ['check', orders, '--now', 'tomorrow'], /--now takes an instant/],
  [
    'a moment of a file that is no listing',
    ['check', orders, '--now', NOW, '--listing-at', `orders.txt=${NOW}`],
    /--listing-at: orders\.txt is no unshipped orders report/,
  ],
  [
    'two currencies of tariffs',
    ['combine', orders, '--now', NOW, '--tariff', 'yamato', '--tariff', euros, '--from', '東京都'],
    /tariffs are in different currencies/,
  ],
  [
    'a tariff from nowhere',
    ['combine', orders, '--now', NOW, '--tariff', 'yamato'],
    /--tariff needs --from/,
  ],
  [
    'a tariff from a place that is none',
    ['combine', orders, '--now', NOW, '--tariff', 'yamato', '--from', 'Atlantis'],
    /--from takes a prefecture that the tariff knows, not "Atlantis"/,
  ],
  [
    'services without sizes',
    ['services', orders, '--now', NOW, '--from', '東京都'],
    /needs --skus/,
  ],
  ...['yamato-b2', 'calendar', 'worklist', 'picklist'].map((kind) => [
    `${kind} of what Amazon refused`,
    ['export', kind, orders, '--now', NOW, '--retry', orders, '-o', `${orders}.${kind}`],
    /takes no --retry: Amazon's result tells of files for Amazon alone/,
  ]),
  ['services from nowhere', ['services', orders, '--now', NOW, '--skus', skus], /needs --from/],
];

for (const [name, values, why] of ROWS)
  test(name, () => {
    const { status, stdout, stderr } = parcelwise(values);
    assert.match(stderr, why);
    assertOneLineEach(stderr);
    assert.equal(status, 2);
    assert.equal(stdout, '');
  });
