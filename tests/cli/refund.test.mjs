// The `parcelwise refund` command from outside: every reason on the samples,
// totals traced to their columns, errors, both formats.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { NOW, ordersOf } from '../golden/reports.mjs';
import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';
import { report, SAMPLES, sample, sampleOrders, W7, W8, W9 } from './refund_orders.mjs';

const { folder, file } = ownFolder();
const ORDER = '503-3164500-8871081'; // one knife, shipping, two promotions
const TWO = '249-2007118-9805297'; // one of its two lines is confirmed as shipped

const refund = (...values) => parcelwise(['refund', '--now', NOW, ...values]);

function refunded(...values) {
  const { status, stdout, stderr } = refund(...values);
  assert.equal(status, 0, `${values.join(' ')}: ${stderr}`);
  assert.equal(stderr, '');
  assert.ok(stdout.endsWith('}\n'), 'JSON where standard output is no terminal');
  return JSON.parse(stdout);
}

const REASONS = {
  undeliverable: [],
  refused: [],
  'invalid-address': [],
  'carrier-damage': [],
  'wrong-item': [],
  defective: [],
  'items-unavailable': [],
  'combined-shipping': ['--saved', '120'],
  returned: ['--condition', 'used', '--days', '5'],
  'not-received': [],
  goodwill: ['--amount', '500', '--concession', 'return-shipping'],
};
const COMPONENTS = [
  'item_price',
  'item_tax',
  'shipping_price',
  'shipping_tax',
  'gift_wrap_price',
  'gift_wrap_tax',
  'item_promotion',
  'ship_promotion',
];

function assertMoney(amount) {
  assert.deepEqual(Object.keys(amount), ['currency', 'minor']);
  assert.equal(amount.currency, 'JPY');
  assert.ok(Number.isSafeInteger(amount.minor) && amount.minor >= 0, JSON.stringify(amount));
}

// What docs/command.md promises of every refund.
function assertContract(json, order, reason) {
  assert.deepEqual(Object.keys(json).slice(0, 11), [
    'order_id',
    'reason',
    'lines',
    'total',
    'charged',
    'already_refunded',
    'remaining',
    'withheld',
    'seller',
    'steps',
    'warnings',
  ]);
  assert.equal(json.order_id, order);
  assert.equal(json.reason, reason);
  let total = 0;
  for (const line of json.lines) {
    assert.deepEqual(Object.keys(line), [
      'order_item_id',
      'sku',
      'quantity',
      ...COMPONENTS,
      'total',
    ]);
    assert.equal(typeof line.order_item_id, 'string');
    for (const name of [...COMPONENTS, 'total']) assertMoney(line[name]);
    const sum = COMPONENTS.reduce(
      (so_far, name) => so_far + line[name].minor * (name.endsWith('promotion') ? -1 : 1),
      0,
    );
    assert.equal(line.total.minor, sum);
    total += sum;
  }
  for (const name of ['total', 'charged', 'already_refunded', 'remaining']) assertMoney(json[name]);
  if (json.concession) {
    assert.deepEqual(json.lines, []);
    assert.deepEqual(json.concession.amount, json.total);
  } else {
    assert.equal(json.total.minor, total);
  }
  assert.equal(json.charged.minor, json.already_refunded.minor + total + json.remaining.minor);
  for (const { component, amount, why } of json.withheld) {
    assert.ok(COMPONENTS.includes(component));
    assertMoney(amount);
    assert.notEqual(why, '');
  }
  assert.ok('refund_fee' in json.seller);
  assert.ok(Number.isInteger(json.seller.points_returned));
  assert.ok(json.steps.length > 0);
  for (const text of [...json.steps, ...json.warnings]) {
    assert.doesNotMatch(text, /[{}]|refund\//, 'a text of the catalogue, filled');
  }
}

for (const [reason, more] of Object.entries(REASONS)) {
  test(`${reason} keeps the contract`, () => {
    const json = refunded(...SAMPLES, '--order', ORDER, '--reason', reason, ...more);
    assertContract(json, ORDER, reason);
    assert.ok(json.total.minor > 0);
  });
}

test('the reasons of the help are those that there are', () => {
  const { stdout } = parcelwise(['refund', '--help']);
  const { stderr } = refund(...SAMPLES, '--order', ORDER, '--reason', 'boredom');
  for (const reason of Object.keys(REASONS)) {
    assert.ok(stdout.replace(/\s+/g, ' ').includes(reason), reason);
    assert.ok(stderr.includes(reason), reason);
  }
});

test('every total of the samples is a sum of their columns', () => {
  let told = 0;
  for (const [order, lines] of sampleOrders()) {
    const sum = (...names) =>
      [...lines.values()].reduce(
        (all, line) => all + names.reduce((some, name) => some + line[name], 0),
        0,
      );
    const charged = sum('item', 'shipping', 'wrap') - sum('itemPromotion', 'shipPromotion');
    const shipping = sum('shipping') - sum('shipPromotion');
    const all = refund(...SAMPLES, '--order', order, '--reason', 'wrong-item');
    if (charged === 0) {
      assert.equal(all.status, 1, order);
      continue;
    }
    told += 1;
    const whole = JSON.parse(all.stdout);
    assertContract(whole, order, 'wrong-item');
    assert.equal(whole.charged.minor, charged, order);
    assert.equal(whole.total.minor, charged, order);
    const part = refunded(...SAMPLES, '--order', order, '--reason', 'undeliverable');
    assertContract(part, order, 'undeliverable');
    assert.equal(part.total.minor, charged - shipping, order);
    assert.equal(part.remaining.minor, shipping, order);
    const withheld = part.withheld.reduce((so_far, { amount }) => so_far + amount.minor, 0);
    assert.equal(withheld, shipping, order);
  }
  assert.ok(told >= 25, `${told} orders with prices`);
});

test('only what was not sent goes back where items are unavailable', () => {
  const json = refunded(...SAMPLES, '--order', TWO, '--reason', 'items-unavailable');
  const [[, shipped], [, film]] = sampleOrders().get(TWO);
  assert.equal(json.lines.length, 1);
  assert.equal(json.lines[0].sku, 'FILM-156');
  assert.equal(json.total.minor, film.item + film.shipping);
  assert.equal(json.remaining.minor, shipped.item + shipped.shipping);
});

test('a line by its item id, by its SKU, and as many units as asked for', () => {
  const order = ['--order', '503-3501885-7622060', '--reason', 'wrong-item']; // ten lamps
  const [[id, { item, units }]] = sampleOrders().get('503-3501885-7622060');
  for (const name of [id, 'LAMP-LED-WH']) {
    const json = refunded(...SAMPLES, ...order, '--item', `${name}:3`);
    assert.equal(json.lines[0].quantity, 3);
    assert.equal(json.total.minor, (item / units) * 3);
    assert.equal(refunded(...SAMPLES, ...order, '--item', name).total.minor, item);
  }
  // Each --item takes one value: what follows is a report again.
  const [news, unshipped] = SAMPLES;
  assert.equal(refunded(news, ...order, '--item', id, unshipped).total.minor, item);
});

test('W7: items unavailable', () => {
  const json = refunded(
    file('w7.txt', W7),
    '--order',
    '250-1234567-1234567',
    '--reason',
    'items-unavailable',
    '--item',
    'B',
  );
  assert.equal(json.total.minor, 2390);
  assert.equal(json.charged.minor, 10590);
  assert.equal(json.lines[0].item_promotion.minor, 198);
  assert.equal(json.lines[0].gift_wrap_price.minor, 308);
});

test('W8: three units, one after the other, sum to the line', () => {
  const path = file('w8.txt', W8);
  const earlier = [];
  const totals = [];
  for (let i = 0; i < 3; ++i) {
    const json = refunded(
      path,
      '--order',
      '250-1234567-1234567',
      '--reason',
      'wrong-item',
      '--item',
      '10000000000001:1',
      ...earlier.flatMap((name) => ['--refunded', name]),
    );
    totals.push(json.total.minor);
    assert.equal(json.already_refunded.minor, [0, 333, 667][i]);
    const plan = file(`w8-${i}.json`, JSON.stringify(json));
    const out = `${folder}/w8-refunds-${i}.txt`;
    const written = parcelwise([
      'export',
      'adjustments',
      path,
      '--refunds',
      plan,
      '-o',
      out,
      '--strict',
      '--accept-done', // the units before it look like this one
      ...earlier.flatMap((name) => ['--refunded', name]),
    ]);
    assert.equal(written.status, 0, written.stderr);
    earlier.push(out);
  }
  assert.deepEqual(totals, [333, 334, 333]);
});

test('W9: undeliverable keeps the shipping', () => {
  const json = refunded(
    file('w9.txt', W9),
    '--order',
    '250-1234567-1234567',
    '--reason',
    'undeliverable',
    '--fee-rate',
    '15%',
  );
  assert.equal(json.total.minor, 4288);
  assert.deepEqual(
    json.withheld.map(({ component, amount }) => [component, amount.minor]),
    [['shipping_price', 550]],
  );
  // 15% of 4,288 is 643; a tenth of it is 64 (W10's roundings).
  assert.equal(json.seller.refund_fee.minor, 64);
});

test('the same bytes in any order of the files', () => {
  const files = [...SAMPLES, sample('all-orders'), sample('pending')];
  for (const [reason, more] of Object.entries(REASONS)) {
    const outputs = new Set(
      ordersOf(files).map((list) => {
        const { status, stdout } = refund(...list, '--order', ORDER, '--reason', reason, ...more);
        assert.equal(status, 0, reason);
        return stdout;
      }),
    );
    assert.equal(outputs.size, 1, reason);
  }
});

function assertFails(status, values, name = values.join(' ')) {
  const run = refund(...values);
  assert.equal(run.status, status, `${name}: ${run.stderr}`);
  assert.equal(run.stdout, '', name);
  return run.stderr;
}

test('1 for a request that cannot be met: one line, nothing on standard output', () => {
  const knife = ['--order', ORDER, '--reason'];
  const given = file(
    'given.txt',
    'order-id\torder-item-id\tadjustment-reason-code\tcurrency\titem-price-adj\titem-tax-adj\t' +
      'shipping-price-adj\tshipping-tax-adj\tgift-wrap-price-adj\tgift-wrap-tax-adj\t' +
      'quantity-cancelled\r\n250-1234567-1234567\t10000000000001\tOther\tJPY\t1000.00\t0.00\t' +
      '0.00\t0.00\t0.00\t0.00\t0\r\n',
  );
  const small = file('small.txt', report({}));
  const small_order = ['--order', '250-1234567-1234567', '--reason'];
  const cases = {
    'no such order': [...SAMPLES, '--order', '250-9999999-9999999', '--reason', 'refused'],
    'no prices': [sample('unshipped'), ...knife, 'refused'],
    'no such item': [...SAMPLES, ...knife, 'refused', '--item', 'TEAPOT'],
    'no unit': [...SAMPLES, ...knife, 'refused', '--item', 'KNIF-165:0'],
    'more than was bought': [...SAMPLES, ...knife, 'refused', '--item', 'KNIF-165:2'],
    'twice the same': [
      ...SAMPLES,
      ...knife,
      'refused',
      '--item',
      'KNIF-165',
      '--item',
      'KNIF-165:1',
    ],
    'more than the shipping': [...SAMPLES, ...knife, 'combined-shipping', '--saved', '551'],
    'no amount': [...SAMPLES, ...knife, 'goodwill', '--amount', '0'],
    'a charge': [...SAMPLES, ...knife, 'goodwill', '--amount=-5'],
    'a pending order': [sample('pending'), '--order', '249-4408120-5935137', '--reason', 'refused'],
    'all of it went back': [small, ...small_order, 'refused', '--refunded', given],
    'a report that is none': [...SAMPLES, file('letter.pdf', '%PDF-1.7\n'), ...knife, 'refused'],
    'an earlier refund that cannot be read': [
      ...SAMPLES,
      ...knife,
      'refused',
      '--refunded',
      `${folder}/none.txt`,
    ],
  };
  const texts = new Set();
  for (const [name, values] of Object.entries(cases)) {
    for (const language of ['en', 'ja', 'it']) {
      const stderr = assertFails(1, [...values, '--language', language], name);
      assertOneLineEach(stderr);
      assert.equal(stderr.split('\n').length, 2, `${name}: ${stderr}`);
      assert.doesNotMatch(stderr, /[{}]|refund\/errors/, name);
      texts.add(stderr);
    }
  }
  assert.ok(texts.size >= 3 * 11, 'each error says what it is');
});

test('2 for wrong usage, and nothing on standard output', () => {
  const knife = [...SAMPLES, '--order', ORDER, '--reason'];
  const cases = [
    [],
    SAMPLES,
    [...SAMPLES, '--order', ORDER],
    [...SAMPLES, '--reason', 'refused'],
    [...SAMPLES, '--order', 'the first', '--reason', 'refused'],
    [...knife, 'boredom'],
    [...knife, 'refused', '--item', 'X:zero'],
    [...knife, 'refused', '--item', 'X:-1'],
    [...knife, 'refused', '--item', 'X:'],
    [...knife, 'refused', '--item', ':1'],
    [...knife, 'refused', '--item', 'X:99999999999'],
    [...knife, 'refused', '--fee-rate', '101%'],
    [...knife, 'refused', '--fee-rate', 'much'],
    [...knife, 'refused', '--fee-rate', '0.15'], // 15 %, or less than a percent?
    [...knife, 'refused', '--fee-rate=-1%'],
    [...knife, 'returned', '--condition', 'as-new', '--days=-1'],
    [...knife, 'returned', '--condition', 'as-new', '--days', 'soon'],
    [...knife, 'returned', '--condition', 'shiny', '--days', '5'],
    [...knife, 'returned', '--days', '5'],
    [...knife, 'returned', '--condition', 'used'],
    [...knife, 'goodwill'],
    [...knife, 'combined-shipping'],
    [...knife, 'goodwill', '--amount', 'much'],
    [...knife, 'goodwill', '--amount', '12.50'],
    [...knife, 'goodwill', '--amount', '1,200'],
    [...knife, 'goodwill', '--amount', '1.200'],
    [...knife, 'goodwill', '--amount', '100', '--concession', 'free-lunch'],
    [...knife, 'refused', '--amount', '100'],
    [...knife, 'goodwill', '--saved', '100'],
    [...knife, 'refused', '--days', '5'],
    [...knife, 'refused', '--format', 'yaml'],
    [...knife, 'refused', '--language', 'fr'],
    [...knife, 'refused', '--now', 'today'],
    [...knife, 'refused', '--policy', `${folder}/missing.json`],
  ];
  for (const values of cases) assert.notEqual(assertFails(2, values), '');
});

test('a concession over its cap, or over what was paid, warns and is not refused', () => {
  const order = ['--order', '503-3501885-7622060', '--reason', 'goodwill'];
  const within = refunded(...SAMPLES, ...order, '--amount', '12000');
  const over = refunded(...SAMPLES, ...order, '--amount', '12001');
  assert.doesNotMatch(within.warnings.join(), /Seller Central shows the limit/);
  assert.match(over.warnings.join(), /JPY 12000.*Seller Central shows the limit/);
  assert.deepEqual(over.remaining, over.charged);
  assert.equal(over.seller.points_returned, 0);
  assert.match(over.steps.join(), /Manage Orders, Refund order/);
});

test("amounts are in the policy's currency, with its decimal point", () => {
  const euros = file(
    'euro.txt',
    report({ currency: 'EUR', 'item-price': '80.00', 'shipping-price': '12.50' }),
  );
  const saved = (policy, amount) =>
    refund(
      euros,
      '--policy',
      policy,
      '--order',
      '250-1234567-1234567',
      '--reason',
      'combined-shipping',
      '--saved',
      amount,
    );
  for (const amount of ['10,5', '10,50', '10.50']) {
    assert.equal(JSON.parse(saved('amazon-it', amount).stdout).total.minor, 1050, amount);
  }
  assert.equal(saved('amazon-it', '1.200').status, 2);
  assert.equal(saved('amazon-it', '1,200').status, 2);
});

test("a policy's rates hold, and --fee-rate goes before them", () => {
  const own = file(
    'own.json',
    JSON.stringify({
      extends: 'amazon-jp',
      figures: {
        referral_fee: [{ value: '8%', valid_from: '2020-01-01', source: 'our category' }],
      },
    }),
  );
  const fee = (...values) =>
    refunded(...SAMPLES, '--order', ORDER, '--reason', 'refused', ...values).seller.refund_fee;
  assert.equal(fee(), null);
  assert.ok(fee('--policy', own).minor > 0);
  assert.ok(fee('--policy', own, '--fee-rate', '15%').minor > fee('--policy', own).minor);
});

test('the text form fits 80 columns in every language and tells the same total', () => {
  for (const language of ['en', 'ja', 'it']) {
    for (const [reason, more] of Object.entries(REASONS)) {
      const values = [
        ...SAMPLES,
        '--order',
        ORDER,
        '--reason',
        reason,
        ...more,
        '--language',
        language,
      ];
      const { status, stdout, stderr } = refund(...values, '--format', 'text');
      assert.equal(status, 0, stderr);
      assertFits(stdout, `${reason} in ${language}`);
      assert.doesNotMatch(stdout, /cli\/|refund\/|[{}]/, `${reason} in ${language}`);
      const json = refunded(...values);
      const words = stdout.replace(/\s/g, '');
      for (const text of [
        ...json.steps,
        ...json.warnings,
        ...json.withheld.map(({ why }) => why),
      ]) {
        assert.ok(words.includes(text.replace(/\s/g, '')), text);
      }
      assert.ok(stdout.includes(` ${json.total.minor}\n`), `${reason}: ${json.total.minor}`);
    }
  }
});

test("the text form shows no control characters of a report's data", () => {
  const evil = '\u001b]0;owned\u0007\u001b[31m\u0085\u202E' + '長'.repeat(60);
  const path = file('evil.txt', report({ sku: evil, 'product-name': evil }));
  const values = [
    path,
    '--policy',
    'amazon-jp',
    '--order',
    '250-1234567-1234567',
    '--reason',
    'refused',
  ];
  assertFits(refund(...values, '--format', 'text').stdout, 'evil');
  assertOneLineEach(assertFails(1, [...values, '--item', `${evil}!`]));
});

test('standard input is a report too', () => {
  const run = parcelwise(['refund', '-', '--order', '250-1234567-1234567', '--reason', 'refused'], {
    input: W9,
  });
  assert.equal(JSON.parse(run.stdout).total.minor, 4288);
});

// Where a policy does not know how long a refund is held, no step says it.
test('every marketplace gives its refunds and answers', () => {
  const data = new URL('../../data/amazon/', import.meta.url);
  const names = readdirSync(data).filter((name) => /^amazon-..\.json$/.test(name));
  assert.ok(names.length > 20);
  const id = '250-1111111-1111111';
  for (const name of names) {
    const { marketplaces, currency = 'EUR' } = JSON.parse(readFileSync(new URL(name, data)));
    const orders = file(
      'orders.txt',
      'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\tcurrency\titem-price' +
        `\tsales-channel\n${id}\t1\t2026-11-13T09:00:00+00:00\tS1\t1\t${currency}\t1000` +
        `\t${marketplaces[0]}\n`,
    );
    for (const [reason, options] of Object.entries({ ...REASONS, 'combined-shipping': null })) {
      if (!options) continue; // nothing was paid for shipping
      const amount = options.map((each) => (each === '500' ? '5' : each));
      const run = refund(orders, '--order', id, '--reason', reason, ...amount);
      assert.equal(run.status, 0, `${name} ${reason}: ${run.stderr}`);
      assert.ok(JSON.parse(run.stdout).steps.length > 0, `${name} ${reason}`);
    }
    const said = ['--sent', 'yes', '--tracking-says', 'lost'];
    const run = parcelwise([
      'answer',
      'not-received',
      orders,
      '--order',
      id,
      '--now',
      NOW,
      ...said,
    ]);
    assert.equal(run.status, 0, `${name}: ${run.stderr}`);
  }
});
