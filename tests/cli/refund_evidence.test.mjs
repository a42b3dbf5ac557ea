// What tells the command of refunds: settlements, returns, adjustments files and the
// stock in hand, each from the file to the amount; and orders that cannot be right.
import assert from 'node:assert/strict';
import { basename } from 'node:path';
import test from 'node:test';

import { NOW } from '../golden/reports.mjs';
import { adjustmentsFile, returnsReport, settlementReport } from '../samples/refund_files.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';
import { report, SAMPLES, sample, sampleOrders } from './refund_orders.mjs';

const { file } = ownFolder();
const ORDER = '250-1234567-1234567';
const HALF = '503-5779657-8136711'; // the sample's settlement tells the refund of its towel

const yen = (json, names) => names.map((name) => json[name].minor);
const ACCOUNT = ['charged', 'already_refunded', 'total', 'remaining'];

function refund(reports, order, reason, ...values) {
  return parcelwise([
    'refund',
    '--now',
    NOW,
    '--policy',
    'amazon-jp',
    ...reports,
    '--order',
    order,
    '--reason',
    reason,
    ...values,
  ]);
}

function refunded(...values) {
  const { status, stdout, stderr } = refund(...values);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function actions(reports, ...values) {
  const { status, stdout, stderr } = parcelwise([
    'check',
    '--now',
    NOW,
    '--policy',
    'amazon-jp',
    ...reports,
    ...values,
  ]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout).actions;
}

// One order of one line: 2,000 yen and 330 for its shipping.
const orders = file('orders.txt', report({ sku: 'A', 'item-price': 2000, 'shipping-price': 330 }));

const returns = (name, row) =>
  file(
    name,
    returnsReport([
      {
        'Order ID': ORDER,
        'Merchant SKU': 'A',
        'Amazon RMA ID': 'D1RRMA',
        'Return Reason': 'CR-DEFECTIVE',
        ...row,
      },
    ]),
  );
const settlement = (name, amounts) =>
  file(
    name,
    settlementReport({
      summary: { 'settlement-id': '1', 'total-amount': 0, currency: 'JPY' },
      transactions: [
        {
          'transaction-type': 'Refund',
          'order-id': ORDER,
          'adjustment-id': 'adj-1',
          sku: 'A',
          'order-item-code': '10000000000001',
          'posted-date': '2026-11-19',
          'posted-date-time': '2026-11-19T02:40:00+00:00',
          amounts,
        },
      ],
    }),
  );
const upload = (name, cells) =>
  file(
    name,
    adjustmentsFile(
      [
        {
          'order-id': ORDER,
          'order-item-id': '10000000000001',
          'adjustment-reason-code': 'CustomerReturn',
          currency: 'JPY',
          'item-price-adj': '0.00',
          ...cells,
        },
      ],
      { promotions: false },
    ),
  );

test('a settlement of the samples: what it refunded is not refunded again', () => {
  const [umbrella, towel] = [...sampleOrders().get(HALF).values()];
  const told = refunded([...SAMPLES, sample('settlement')], HALF, 'defective');
  assert.deepEqual(yen(told, ACCOUNT), [
    umbrella.item + umbrella.shipping + towel.item + towel.shipping,
    towel.item + towel.shipping,
    umbrella.item + umbrella.shipping,
    0,
  ]);
  assert.deepEqual(
    told.lines.map(({ sku }) => sku),
    ['UMBR-AUTO-NV'],
  );
  // As a report among the others or by --refunded, it is the same.
  assert.deepEqual(refunded(SAMPLES, HALF, 'defective', '--refunded', sample('settlement')), told);
  const again = refund(SAMPLES, HALF, 'items-unavailable', '--refunded', sample('settlement'));
  assert.equal(again.status, 1);
  assert.equal(again.stdout, '');
});

test('each of the three files tells what is left, by component where it knows it', () => {
  const cases = {
    settlement: [
      settlement('part-settled.txt', [
        ['ItemPrice', 'Principal', -500],
        ['ItemPrice', 'Shipping', -330],
        ['ItemFees', 'Commission', 75],
      ]),
      [2330, 830, 1500, 0],
      { item_price: 1500, shipping_price: 0 },
    ],
    adjustments: [
      upload('part-uploaded.txt', { 'item-price-adj': '500.00', 'shipping-price-adj': '330.00' }),
      [2330, 830, 1500, 0],
      { item_price: 1500, shipping_price: 0 },
    ],
    // A returns report knows a sum alone: it counts as the item's first.
    returns: [
      returns('part-returned.txt', {
        'Refunded Amount': 830,
        'Return delivery date': '18-Nov-2026',
      }),
      [2330, 830, 1500, 0],
      { item_price: 1170, shipping_price: 330 },
    ],
  };
  for (const [name, [path, account, components]] of Object.entries(cases)) {
    const json = refunded([orders], ORDER, 'defective', '--refunded', path);
    assert.deepEqual(yen(json, ACCOUNT), account, name);
    for (const [component, minor] of Object.entries(components)) {
      assert.equal(json.lines[0][component].minor, minor, `${name}: ${component}`);
    }
  }
});

test('one refund told by all three counts once', () => {
  const files = [
    settlement('settled.txt', [['ItemPrice', 'Principal', -500]]),
    upload('uploaded.txt', { 'item-price-adj': '500.00' }),
    returns('returned.txt', { 'Refunded Amount': 500, 'Return delivery date': '18-Nov-2026' }),
  ];
  const json = refunded(
    [orders],
    ORDER,
    'defective',
    '--accept-unread', // were the upload and the settlement two, this would not fit
    ...files.flatMap((path) => ['--refunded', path]),
  );
  assert.deepEqual(yen(json, ACCOUNT), [2330, 500, 1830, 0]);
});

test('a report of orders by --refunded is told of and refused, in three languages', () => {
  const words = {
    en: /tells of no refunds/,
    ja: /返金の記録はありません/,
    it: /non riporta rimborsi/,
  };
  const kinds = {
    'new-orders': orders,
    'unshipped-orders': sample('unshipped'),
    'pending-orders': sample('pending'),
  };
  for (const [kind, path] of Object.entries(kinds))
    for (const [language, said] of Object.entries(words)) {
      const run = refund([orders], ORDER, 'defective', '--refunded', path, '--language', language);
      assert.equal(run.status, 1, kind);
      assert.equal(run.stdout, '');
      assertOneLineEach(run.stderr);
      assert.equal(run.stderr.split('\n').length, 2);
      assert.ok(run.stderr.includes(`--refunded ${basename(path)}:`), run.stderr);
      assert.ok(run.stderr.includes(kind), run.stderr);
      assert.match(run.stderr, said);
    }
  const both = refund([orders], ORDER, 'defective', '--refunded', orders, '--refunded', orders);
  assert.equal(both.stderr.split('\n').length, 3, 'one line each');
});

test('more refunded than was paid is shown: nothing more is given, and nothing is negative', () => {
  const over = settlement('over.txt', [['ItemPrice', 'Principal', -2900]]);
  const run = refund([orders], ORDER, 'defective', '--refunded', over);
  assert.equal(run.status, 1);
  assert.match(run.stderr, /nothing is left/);
  const two = file(
    'two.txt',
    report(
      { sku: 'A', 'item-price': 2000, 'shipping-price': 330 },
      { 'order-item-id': '10000000000002', sku: 'B', 'item-price': 700 },
    ),
  );
  const json = refunded([two], ORDER, 'defective', '--refunded', over);
  assert.deepEqual(yen(json, ACCOUNT), [3030, 2900, 700, 0]);
  assert.match(json.warnings.join(), /570.*more was refunded/);
});

test('a return is answered within 24 hours, and refunded within 2 business days of its arrival', () => {
  const asked = returns('asked.txt', {
    'Return request date': '19-Nov-2026',
    'Return request status': 'Pending',
  });
  const answer = actions([orders, asked]).find(({ rule }) => rule === 'answer-return');
  assert.equal(answer.due, '2026-11-20T23:59:59+09:00');
  assert.equal(answer.urgency, 'today');

  // Friday the 20th, and Monday the 23rd is a holiday: Tuesday and Wednesday count.
  const arrived = (more) =>
    actions([
      orders,
      returns('arrived.txt', {
        'Return request date': '16-Nov-2026',
        'Return delivery date': '20-Nov-2026',
        ...more,
      }),
    ]).find(({ rule }) => rule === 'refund-return');
  const due = arrived({});
  assert.equal(due.due, '2026-11-25T23:59:59+09:00');
  const json = refunded([orders], ORDER, 'defective');
  assert.ok(
    due.evidence.some(
      ({ column, value }) => column === 'refund' && value === `JPY ${json.total.minor}`,
    ),
  );
  assert.match(due.title, /Refund JPY 2,?330 .*arrived/);
  assert.match(arrived({ 'In policy': 'N' }).title, /outside the window/);
  assert.equal(arrived({ 'Refunded Amount': 2330 }), undefined);
});

test('stock goes to the orders that must leave first; the others say what is missing', () => {
  // None is past its ship-by: of those that are, no report tells whether they left.
  const three = ['18', '19', '19'].map((day, i) => ({
    'order-id': `250-1234567-000000${i + 1}`,
    sku: 'A',
    'purchase-date': `2026-11-${day}T01:00:00+00:00`,
  }));
  const lastFirst = file('stock.txt', report(...[...three].reverse()));
  const short = (...values) =>
    actions([lastFirst], ...values)
      .filter(({ rule }) => rule === 'out-of-stock')
      .map(({ order_id }) => order_id);
  const ids = three.map((row) => row['order-id']);
  assert.deepEqual(short('--stock', file('two.csv', 'A,2\n')), ids.slice(2));
  assert.deepEqual(
    short('--stock', file('one.csv', 'sku\tunits\r\nA\t1\r\n')).sort(),
    ids.slice(1),
  );
  assert.deepEqual(short('--out-of-stock', 'A').sort(), ids);
  assert.deepEqual(short('--stock', file('three.csv', 'A,3\n')), []);
});

test('orders that cannot be right are refused or shown, and no amount is negative', () => {
  const path = (...rows) => file('odd.txt', report(...rows));
  const over = refunded(
    [path({ 'item-price': 1000, 'item-promotion-discount': -1500, 'shipping-price': 300 })],
    ORDER,
    'defective',
  );
  assert.deepEqual(yen(over, ACCOUNT), [300, 0, 300, 0]);
  assert.match(over.warnings.join(), /discount is larger than the price/);

  const none = refund([path({ 'quantity-purchased': 0 })], ORDER, 'defective');
  assert.equal(none.status, 1);
  assert.match(none.stderr, /nothing is left/);

  const mixed = refund(
    [path({ sku: 'A' }, { 'order-item-id': '10000000000002', sku: 'B', currency: 'USD' })],
    ORDER,
    'defective',
  );
  assert.equal(mixed.status, 1);
  assert.match(mixed.stderr, /different currencies/);

  const unpriced = refund([sample('unshipped')], '503-3164500-8871081', 'refused');
  assert.equal(unpriced.status, 1);
  assert.match(unpriced.stderr, /new orders report or the all orders report/);

  const three = refund([orders], ORDER, 'defective', '--item', 'A:3');
  assert.equal(three.status, 1);
  assert.match(three.stderr, /3 units are more than the 1 /);
  const much = refund([orders], ORDER, 'combined-shipping', '--saved', '331');
  assert.equal(much.status, 1);
  assert.match(much.stderr, /330/);
});

test('a refund that fits no line is named, refuses, and takes up room once accepted', () => {
  const told = settlement('strange.txt', [['ItemPrice', 'Surprise', -500]]);
  const refused = refund([orders, told], ORDER, 'defective');
  assert.equal(refused.status, 1);
  assert.equal(refused.stdout, '');
  assert.match(refused.stderr, /strange\.txt:3; JPY 500\).*\(--accept-unread\)\n$/);

  const accepted = refunded([orders, told], ORDER, 'defective', '--accept-unread');
  assert.deepEqual(yen(accepted, ACCOUNT), [2330, 500, 1830, 0]);
  const one = { file: 'strange.txt', row: 3, order_id: ORDER };
  const found = [{ ...one, amount: { currency: 'JPY', minor: 500 }, why: 'unknown-kind' }];
  assert.deepEqual(accepted.not_counted, found);
  assert.equal(accepted.request.accept_unread, true);

  const check = parcelwise(['check', '--now', NOW, orders, told, '--format', 'json']);
  assert.equal(check.status, 0);
  assert.match(check.stderr, /fit no line.*JPY 500/);
  const { refund_events: events, notices } = JSON.parse(check.stdout);
  assert.deepEqual(events, { told: 1, counted: 0, not_counted: found });
  assert.ok(notices.some(({ code }) => code === 'refunds-not-counted'));

  // A plan says of each refund whether it was accepted; the option does of all.
  const write = (request, ...values) => {
    const plan = file('strange-plan.json', JSON.stringify({ refunds: [request] }));
    const out = ['-o', file('strange-out.txt', '')];
    return parcelwise(
      ['export', 'adjustments', '--now', NOW, orders, told, '--refunds', plan, ...out].concat(
        values,
      ),
    );
  };
  const request = { order_id: ORDER, reason: 'defective' };
  assert.equal(write(request).status, 1);
  assert.match(write(request).stderr, /--accept-unread/);
  assert.equal(write({ ...request, accept_unread: true }).status, 0);
  assert.equal(write(request, '--accept-unread').status, 0);
});

test('a refund waits where two files disagree on what was charged', () => {
  const told = { 'item-price': 1000, 'shipping-price': 300, 'item-promotion-discount': -100 };
  const rows = [
    { name: 'item price', other: { 'item-price': 9000 }, waits: true },
    { name: 'shipping price', other: { 'shipping-price': 200 }, waits: true },
    { name: 'discount', other: { 'item-promotion-discount': -200 }, waits: true },
    { name: 'quantity', other: { 'quantity-purchased': 2 }, waits: true },
    { name: 'currency', other: { currency: 'USD' }, waits: true },
    { name: 'name of the product', other: { 'product-name': 'mug' }, waits: false },
    { name: 'SKU', other: { sku: 'B' }, waits: false },
  ];
  for (const { name, other, waits } of rows) {
    // Whichever file comes first.
    for (const [first, second] of [
      ['disputed-a.txt', 'disputed-b.txt'],
      ['disputed-b.txt', 'disputed-a.txt'],
    ]) {
      const reports = [file(first, report(told)), file(second, report({ ...told, ...other }))];
      for (const reason of [['defective'], ['defective', '--item', '10000000000001:1']]) {
        const { status, stdout, stderr } = refund(reports, ORDER, ...reason);
        assert.equal(status, waits ? 1 : 0, `${name}: ${stderr}`);
        if (!waits) continue;
        assert.equal(stdout, '', name);
        for (const row of [/disputed-a\.txt:2/, /disputed-b\.txt:2/, /\(--accept-unread\)\n$/])
          assert.match(stderr, row, name);
        const accepted = refunded(reports, ORDER, ...reason, '--accept-unread');
        assert.ok(accepted.total.minor <= accepted.charged.minor, name);
      }
    }
  }
  // A concession is of no line.
  const reports = [
    file('disputed-a.txt', report(told)),
    file('disputed-b.txt', report({ ...told, 'item-price': 9000 })),
  ];
  assert.equal(refunded(reports, ORDER, 'goodwill', '--amount', '50').total.minor, 50);
});

test('an upload and its settlement are one refund, and both files are named', () => {
  const reports = [
    orders,
    settlement('done.txt', [['ItemPrice', 'Principal', -500]]),
    upload('asked.txt', { 'item-price-adj': '500.00' }),
  ];
  const told = refunded(reports, ORDER, 'goodwill', '--amount', '100');
  assert.deepEqual(
    told.not_counted.map(({ amount, ...each }) => [each, amount.minor]),
    [
      [
        {
          file: 'asked.txt',
          row: 2,
          order_id: ORDER,
          why: 'equal-events',
          other_file: 'done.txt',
          other_row: 3,
        },
        500,
      ],
    ],
  );
  const whole = refund(reports, ORDER, 'defective');
  assert.equal(whole.status, 1);
  assert.match(whole.stderr, /asked\.txt:2, done\.txt:3; JPY 500/);
  assert.deepEqual(
    yen(refunded(reports, ORDER, 'defective', '--accept-unread'), ACCOUNT),
    [2330, 500, 1830, 0],
  );
});
