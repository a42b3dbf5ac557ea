// Runs `parcelwise combine`: the worked examples W4 to W6, the samples, and what it
// says of wrong options and tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';
import { SAMPLES, sample } from './refund_orders.mjs';

const { folder, file } = ownFolder();
const NOW = ['--now', '2026-11-20T09:00:00+09:00'];
const combine = (...values) => parcelwise(['combine', ...NOW, ...values]);

function combined(...values) {
  const { status, stdout, stderr } = combine(...values);
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  return JSON.parse(stdout).groups;
}

const HEADER = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'sku',
  'product-name',
  'quantity-purchased',
  'currency',
  'item-price',
  'shipping-price',
  'recipient-name',
  'ship-address-1',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'latest-ship-date',
  'payment-method',
];
const id = (number) => `250-1234567-000000${number}`;
const ORDINARY = {
  'purchase-date': '2026-11-17T01:00:00+00:00',
  sku: 'A',
  'product-name': 'cup',
  'quantity-purchased': 1,
  currency: 'JPY',
  'item-price': 1000,
  'recipient-name': 'Tanaka Hanako',
  'ship-address-1': '梅田1-2-27',
  'ship-state': '大阪府',
  'ship-postal-code': '530-0001',
  'ship-country': 'JP',
  'latest-ship-date': '2026-11-20T14:59:59+00:00',
};
// Orders 1, 2, ... to one address with these cells.
function report(...rows) {
  const lines = rows.map((row, i) => {
    const cells = {
      ...ORDINARY,
      'order-id': id(i + 1),
      'order-item-id': 10000000000001 + i,
      ...row,
    };
    return HEADER.map((name) => cells[name] ?? '').join('\t');
  });
  return [HEADER.join('\t'), ...lines, ''].join('\n');
}
const charged = (...shipping) =>
  report(...shipping.map((amount) => ({ 'shipping-price': amount })));
const THREE = file('three.txt', charged(700, 500, 300));
const TWO = file('two.txt', charged(700, 500));
const YAMATO = ['--tariff', 'yamato', '--from', '東京都'];
const sizes = (...list) => list.flatMap((size, i) => ['--parcel', `${id(i + 1)}=${size}`]);

const amounts = ({ refunds }) => refunds.map(({ amount }) => amount.minor);

test('W4: three of size 60 as one of 100, all shipping goes back', () => {
  const [group] = combined(THREE, ...YAMATO, ...sizes(60, 60, 60));
  assert.deepEqual(Object.keys(group), [
    'orders',
    'verdict',
    'reasons',
    'ship_by',
    'charged',
    'basis',
    'cost',
    'saved',
    'refunds',
    'steps',
    'parcels',
    'missing',
  ]);
  assert.deepEqual(group.orders, [id(1), id(2), id(3)]);
  assert.equal(group.verdict, 'suggest');
  assert.equal(group.ship_by, '2026-11-20T23:59:59+09:00');
  assert.equal(group.basis, 'cost');
  assert.deepEqual(group.cost, {
    separate: { currency: 'JPY', minor: 3180 },
    combined: { currency: 'JPY', minor: 1650 },
  });
  assert.equal(group.saved.minor, 1500);
  assert.deepEqual(amounts(group), [700, 500, 300]);
  assert.equal(group.steps[0], 'Compare the addresses once more, then pack the 3 orders together.');
  assert.equal(group.steps.length, 4);
  assert.deepEqual(group.refunds[0].lines, [
    { order_item_id: '10000000000001', amount: { currency: 'JPY', minor: 700 } },
  ]);
  assert.deepEqual(group.missing, []);
});

test('W4 and W5: two of size 60 save 770; 770 over three charges', () => {
  const [two] = combined(TWO, ...YAMATO, ...sizes(60, 60));
  assert.deepEqual(
    [two.cost.separate.minor, two.cost.combined.minor, two.saved.minor],
    [2120, 1350, 770],
  );
  const own = file('own.csv', 'service,max_sum_mm,price\nS,600,1000\nL,5000,2230\n');
  const [three] = combined(THREE, '--tariff', own, '--from', 'Tokyo', ...sizes('S', 'S', 'S'));
  assert.equal(three.saved.minor, 770);
  assert.deepEqual(amounts(three), [359, 257, 154]);
});

test('W6: two Letter Packs are cheaper than one parcel', () => {
  const kyushu = file(
    'w6.txt',
    report(
      {
        'shipping-price': 700,
        'ship-state': '福岡県',
        'ship-postal-code': '810-0001',
        'ship-address-1': '天神1-2-27',
      },
      {
        'shipping-price': 500,
        'ship-state': '福岡県',
        'ship-postal-code': '810-0001',
        'ship-address-1': '天神1-2-27',
      },
    ),
  );
  const [group] = combined(
    kyushu,
    ...YAMATO,
    '--tariff',
    'japan-post',
    ...sizes('letter-pack-light', 'letter-pack-light'),
    '--parcel',
    `${id(1)}+${id(2)}=60`,
  );
  assert.equal(group.verdict, 'ask');
  assert.deepEqual(group.steps, [
    'Send each order by itself, or together if that is easier: no shipping charge has to go back.',
  ]);
  assert.deepEqual(
    group.reasons.map(({ code, orders }) => [code, orders]),
    [['not-cheaper', [id(1), id(2)]]],
  );
  assert.equal(group.cost.separate.minor, 860);
  assert.equal(group.saved.minor, 0);
  assert.deepEqual(group.refunds, []);
});

test('without a tariff the charges are compared, and one of three is kept', () => {
  const saved = (...values) => combined(THREE, ...values)[0].saved.minor;
  assert.equal(saved(), 800);
  assert.equal(saved('--keep', 'cheapest'), 1200);
  assert.equal(saved('--keep', 'first'), 800);
  assert.equal(saved('--basis', 'charge', ...YAMATO, ...sizes(60, 60, 60)), 800);
  const [group] = combined(THREE, ...YAMATO, ...sizes(60, 60));
  assert.equal(group.basis, 'charge');
  assert.match(group.missing.join(), new RegExp(id(3)));
});

test('sizes from a SKU table', () => {
  const skus = file('skus.csv', 'sku,length_mm,width_mm,height_mm\nA,190,190,190\n');
  const [group] = combined(THREE, ...YAMATO, '--skus', skus);
  assert.equal(group.cost.separate.minor, 3180);
  assert.equal(group.cost.combined.minor, 1650);
});

test('what was refunded goes back once', () => {
  const given = file(
    'given.txt',
    'order-id\torder-item-id\tadjustment-reason-code\tcurrency\titem-price-adj\titem-tax-adj\t' +
      'shipping-price-adj\tshipping-tax-adj\tgift-wrap-price-adj\tgift-wrap-tax-adj\tquantity-cancelled\r\n' +
      `${id(1)}\t10000000000001\tOther\tJPY\t0.00\t0.00\t700.00\t0.00\t0.00\t0.00\t0\r\n`,
  );
  const [group] = combined(THREE, '--refunded', given, ...YAMATO, ...sizes(60, 60, 60));
  assert.equal(group.charged[0].refunded.minor, 700);
  assert.deepEqual(amounts(group), [500, 300]);
});

test('a reason that blocks is told with its order', () => {
  const path = file(
    'cod.txt',
    report({ 'shipping-price': 700 }, { 'shipping-price': 500, 'payment-method': 'COD' }),
  );
  const [group] = combined(path, ...YAMATO, ...sizes(60, 60));
  assert.equal(group.verdict, 'blocked');
  assert.deepEqual(group.steps, ['Send each of these orders by itself.']);
  assert.deepEqual(
    group.reasons.map(({ code, orders }) => [code, orders]),
    [['cash-on-delivery', [id(2)]]],
  );
  assert.equal(group.cost, null);
  assert.deepEqual(group.refunds, []);
});

test('the samples: by ship-by, the same bytes in any order of files, refunds within charges', () => {
  const groups = combined(...SAMPLES);
  assert.ok(groups.length > 3);
  const due = groups.map(({ ship_by, orders }) => `${ship_by} ${orders[0]}`);
  assert.deepEqual(due, [...due].sort());
  for (const { charged: charges, refunds, saved } of groups) {
    assert.equal(
      refunds.reduce((sum, { amount }) => sum + amount.minor, 0),
      saved.minor,
    );
    for (const { order_id, amount } of refunds) {
      assert.ok(
        amount.minor <= charges.find((one) => one.order_id === order_id).shipping.minor,
        order_id,
      );
    }
  }
  assert.equal(combine(...SAMPLES).stdout, combine(...[...SAMPLES].reverse()).stdout);
  // Without prices nothing is known to be saved.
  for (const { saved, missing } of combined(sample('unshipped'))) {
    assert.equal(saved, null);
    assert.ok(missing.length > 0);
  }
});

test('a refund takes what combine worked out', () => {
  const [group] = combined(TWO, ...YAMATO, ...sizes(60, 60));
  for (const { order_id, amount } of group.refunds) {
    const { stdout, stderr } = parcelwise([
      'refund',
      TWO,
      ...NOW,
      '--order',
      order_id,
      '--reason',
      'combined-shipping',
      '--saved',
      String(amount.minor),
    ]);
    assert.equal(JSON.parse(stdout || '{}').total?.minor, amount.minor, stderr);
  }
});

test('the text form fits 80 columns in every language', () => {
  for (const language of ['en', 'ja', 'it']) {
    for (const values of [
      SAMPLES,
      [THREE, ...YAMATO, ...sizes(60, 60, 60)],
      [sample('unshipped'), ...YAMATO],
    ]) {
      const { status, stdout, stderr } = combine(
        ...values,
        '--language',
        language,
        '--format',
        'text',
      );
      assert.equal(status, 0, stderr);
      assertFits(stdout, language);
      assert.doesNotMatch(stdout, /cli\/|combine\/|[{}]/, language);
    }
    const alone = file('alone.txt', charged(700));
    assert.equal(
      combine(alone, '--language', language, '--format', 'text').stdout.split('\n').length,
      2,
    );
  }
});

test('2 for wrong usage: one line, nothing on standard output', () => {
  let tables = 0;
  const table = (text) => ['--tariff', file(`bad-${++tables}.csv`, text), '--from', 'Tokyo'];
  const cases = [
    [['--tariff', 'yamato'], /--from/],
    [['--tariff', 'yamato', '--from', 'Atlantis'], /Atlantis/],
    [['--tariff', `${folder}/none.csv`, '--from', 'Tokyo'], /none\.csv/],
    [sizes(60), /--tariff/],
    [['--skus', 'x.csv'], /--tariff/],
    [['--from', 'Tokyo'], /--tariff/],
    [['--basis', 'cost'], /--tariff/],
    [['--basis', 'guess'], /basis/],
    [['--keep', 'all'], /keep/],
    [['--format', 'yaml'], /format/],
    [[...YAMATO, '--parcel', id(1)], /--parcel/],
    [[...YAMATO, '--parcel', `${id(1)}=`], /--parcel/],
    [[...YAMATO, '--parcel', `${id(1)}=huge`], /huge/],
    [[...YAMATO, '--parcel', `${id(1)}=9999`], /9999/],
    [[...YAMATO, '--parcel', 'one=60'], /one=60/],
    [[...YAMATO, '--parcel', `${id(1)}+${id(1)}=60`], /--parcel/],
    [
      table('service,max_sum_mm,price\nA,600,900\nB,800,"1,060"\n'),
      /bad-1\.csv.* row 3.*price.*1,060/,
      1,
    ],
    [
      [...YAMATO, '--skus', file('skus-bad.csv', 'sku,weight_g\nA-1,"1,5"\n')],
      /skus-bad\.csv.* row 2.*weight_g.*1,5/,
      1,
    ],
    [table('{"id": 5}'), /bad-2\.csv.* \/id/, 1],
  ];
  for (const [values, said, exit = 2] of cases) {
    const { status, stdout, stderr } = combine(THREE, ...values);
    assert.equal(status, exit, `${values}: ${stderr}`);
    assert.equal(stdout, '', String(values));
    assert.match(stderr, said);
  }
  for (const language of ['ja', 'it']) {
    const { stderr } = combine(
      THREE,
      '--language',
      language,
      ...table('service,max_sum_mm,price\nA,600,x\n'),
    );
    assertOneLineEach(stderr);
    assert.match(stderr, /bad-\d\.csv.*2.*price.*x/);
  }
});

test('1 for a file that is no report and for a parcel of an order that none has', () => {
  const unknown = combine(THREE, ...YAMATO, '--parcel', `${id(9)}=60`);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, new RegExp(id(9)));
  const letter = combine(THREE, file('letter.pdf', '%PDF-1.7\n'));
  assert.equal(letter.status, 1);
  assert.equal(letter.stdout, '');
  assertOneLineEach(letter.stderr);
});
