// The `parcelwise export adjustments` command from outside: a plan becomes the
// file it asks for, and what cannot is told.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { NOW, ordersOf } from '../golden/reports.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';
import { report, SAMPLES, sample, sampleOrders, W7 } from './refund_orders.mjs';

const { folder, file } = ownFolder();
let made = 0;
const fresh = () => join(folder, `out-${(made += 1)}.txt`);

const ORDER = '250-1234567-1234567';
const ask = (order_id, reason, more = {}) => ({ order_id, reason, ...more });
const planFile = (plan) =>
  file(`plan-${(made += 1)}.json`, typeof plan === 'string' ? plan : JSON.stringify(plan));

// Japan's file was never tried: told once, where something is written.
const UNTRIED =
  /parcelwise: (The refund file is not|このマーケットプレイスの返金ファイル|Il file dei rimborsi)[^\n]*\n/u;

function write(reports, plan, ...values) {
  const out = fresh();
  const run = parcelwise([
    'export',
    'adjustments',
    '--now',
    NOW,
    ...reports,
    '--refunds',
    planFile(plan),
    '-o',
    out,
    ...values,
  ]);
  assert.equal(run.stdout, '');
  assertOneLineEach(run.stderr);
  const untried = UNTRIED.test(run.stderr);
  return { ...run, untried, stderr: run.stderr.replace(UNTRIED, ''), out };
}

// The file's rows as objects; its bytes are tab-delimited with CR LF.
function rowsOf(path, encoding = 'shift_jis') {
  const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path));
  assert.ok(text.endsWith('\r\n'));
  const [header, ...rows] = text
    .slice(0, -2)
    .split('\r\n')
    .map((line) => line.split('\t'));
  for (const row of rows) assert.equal(row.length, header.length);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

const COLUMNS = {
  item_price: 'item-price-adj',
  item_tax: 'item-tax-adj',
  shipping_price: 'shipping-price-adj',
  shipping_tax: 'shipping-tax-adj',
  gift_wrap_price: 'gift-wrap-price-adj',
  gift_wrap_tax: 'gift-wrap-tax-adj',
  item_promotion: 'item-promotion-adj',
  ship_promotion: 'ship-promotion-adj',
};

function refunded(order, reason, ...more) {
  const { status, stdout, stderr } = parcelwise([
    'refund',
    '--now',
    NOW,
    ...SAMPLES,
    '--order',
    order,
    '--reason',
    reason,
    ...more,
  ]);
  assert.equal(status, 0, stderr);
  return stdout;
}

test('the file of a plan is what was asked: the outputs of refund, one after the other', () => {
  const outputs = [
    refunded('503-3164500-8871081', 'undeliverable'),
    refunded('249-2007118-9805297', 'items-unavailable'),
    refunded('503-3501885-7622060', 'wrong-item', '--item', 'LAMP-LED-WH:3'),
    refunded('250-1370264-3537621', 'combined-shipping', '--saved', '120'),
  ];
  const { status, stderr, untried, out } = write(SAMPLES, outputs.join(''));
  assert.equal(status, 0, stderr);
  assert.equal(stderr, '');
  assert.ok(untried);
  const rows = rowsOf(out);
  const lines = outputs
    .map((output) => JSON.parse(output))
    .flatMap((json) => json.lines.map((line) => ({ json, line })));
  assert.equal(rows.length, lines.length);
  for (const { json, line } of lines) {
    const row = rows.find((each) => each['order-item-id'] === line.order_item_id);
    assert.equal(row['order-id'], json.order_id);
    assert.equal(row.currency, 'JPY');
    assert.equal(
      row['quantity-cancelled'],
      String(json.reason === 'items-unavailable' ? line.quantity : 0),
    );
    for (const [name, column] of Object.entries(COLUMNS)) {
      const sign = name.endsWith('promotion') ? -1 : 1;
      assert.equal(Number(row[column]), sign * line[name].minor + 0, column);
      assert.match(row[column], /^-?[0-9]{1,18}\.00$/);
    }
  }
  const knife = rows.find((row) => row['order-id'] === '503-3164500-8871081');
  assert.equal(knife['item-promotion-id'], '秋の10%オフ');
  assert.equal(knife['adjustment-reason-code'], 'CustomerReturn');
});

test('a concession is in no upload file, and a refund that looks done waits', () => {
  const knife = refunded('503-3164500-8871081', 'undeliverable');
  const given = refunded('503-3164500-8871081', 'goodwill', '--amount', '500');
  const alone = write(SAMPLES, knife);
  const both = write(SAMPLES, knife + given);
  assert.equal(both.status, 0, both.stderr);
  assert.match(both.stderr, /concession of 500\.00.*Refund order/);
  assert.equal(readFileSync(both.out, 'latin1'), readFileSync(alone.out, 'latin1'));

  // The very upload, loaded beside the plan that it came of.
  const uploaded = file('uploaded.txt', readFileSync(alone.out, 'latin1'));
  const again = write([...SAMPLES, uploaded], knife);
  assert.equal(again.status, 1);
  assert.match(again.stderr, /nothing is left|looks done/);
});

test('a plan in each of its forms is the same file', () => {
  const one = ask('503-3501885-7622060', 'wrong-item', {
    items: [{ order_item_id: 'LAMP-LED-WH', quantity: 3 }],
  });
  const two = ask('250-4241594-6525890', 'refused');
  const forms = [
    [one, two],
    { refunds: [one, two] },
    `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`,
    refunded('503-3501885-7622060', 'wrong-item', '--item', 'LAMP-LED-WH:3') +
      refunded('250-4241594-6525890', 'refused'),
  ];
  const files = new Set(
    forms.map((form) => {
      const { status, stderr, out } = write(SAMPLES, form);
      assert.equal(status, 0, stderr);
      return readFileSync(out, 'latin1');
    }),
  );
  assert.equal(files.size, 1);
});

test('promotion columns only where a row uses them', () => {
  const path = file('w7.txt', W7);
  const names = (items) => {
    const { out } = write(
      [path],
      ask(ORDER, 'wrong-item', { items: items.map((id) => ({ order_item_id: id })) }),
    );
    return Object.keys(rowsOf(out)[0]);
  };
  const promotion = [
    'item-promotion-adj',
    'item-promotion-id',
    'ship-promotion-adj',
    'ship-promotion-id',
  ];
  assert.ok(!names(['A', 'C']).some((name) => promotion.includes(name)));
  assert.deepEqual(names(['A', 'B']).slice(10, 14), promotion);
});

test('every order of the samples, and the same bytes in any order of the files', () => {
  const plan = [...sampleOrders()]
    .filter(([, lines]) => [...lines.values()].some(({ item, cod }) => item > 0 && !cod))
    .map(([order]) => ask(order, 'not-received'));
  const files = [...SAMPLES, sample('all-orders'), sample('pending')];
  const bytes = new Set(
    ordersOf(files).map((list) => {
      const { status, stderr, out } = write(list, plan, '--strict');
      assert.equal(status, 0, stderr);
      return readFileSync(out, 'latin1');
    }),
  );
  assert.equal(bytes.size, 1);
  const expected = [...sampleOrders().values()]
    .flatMap((lines) => [...lines.values()])
    .filter(({ cod }) => !cod)
    .reduce(
      (sum, line) =>
        sum + line.item + line.shipping + line.wrap - line.itemPromotion - line.shipPromotion,
      0,
    );
  const { out } = write(SAMPLES, plan);
  const total = rowsOf(out).reduce(
    (sum, row) =>
      sum + Object.values(COLUMNS).reduce((part, column) => part + Number(row[column]), 0),
    0,
  );
  assert.equal(total, expected);
});

const GIFT = report(
  { 'order-item-id': '10000000000001', sku: 'A' },
  {
    'order-item-id': '10000000000002',
    sku: 'B',
    'item-promotion-discount': -100,
    'item-promotion-id': '🎁',
  },
);

test('what cannot be written is told by order and column, counted, and the rest is written', () => {
  const reports = [file('gift.txt', GIFT), ...SAMPLES];
  const plan = [
    ask(ORDER, 'wrong-item'),
    ask('250-9999999-9999999', 'refused'),
    ask('250-4399943-7512139', 'refused'), // cash on delivery
    ask('250-4241594-6525890', 'refused'),
  ];
  const { status, stderr, out } = write(reports, plan);
  assert.equal(status, 0);
  const lines = stderr.trimEnd().split('\n');
  assert.equal(lines.length, 4, stderr);
  assert.match(lines[0], /250-9999999-9999999/);
  assert.match(lines[1], /250-1234567-1234567.*item-promotion-id.*🎁/u);
  assert.match(lines[2], /250-4399943-7512139.*payment-method.*COD/);
  assert.match(lines[3], /2 rows.* 2 orders.* 1 refund/);
  assert.deepEqual(
    rowsOf(out).map((row) => row['order-item-id']),
    ['10000000000001', '48900020593480'],
  );

  for (const language of ['ja', 'it']) {
    const told = write(reports, plan, '--language', language).stderr;
    assert.equal(told.trimEnd().split('\n').length, 4);
    assert.doesNotMatch(told, /[{}]|handoff\/|cli\//);
    assert.notEqual(told, stderr);
  }
});

test('--strict writes nothing instead', () => {
  const gift = file('gift.txt', GIFT);
  const strict = write([gift], ask(ORDER, 'wrong-item'), '--strict');
  assert.equal(strict.status, 1);
  assert.match(strict.stderr, /🎁/u);
  assert.ok(!existsSync(strict.out));
  const failed = write(
    [gift],
    [
      ask(ORDER, 'wrong-item', { items: [{ order_item_id: 'A' }] }),
      ask('250-9999999-9999999', 'refused'),
    ],
    '--strict',
  );
  assert.equal(failed.status, 1);
  assert.ok(!existsSync(failed.out));
  // The same in UTF-8, which has the character.
  const utf8 = write(
    [gift],
    ask(ORDER, 'wrong-item'),
    '--strict',
    '--policy',
    file('utf8.json', '{"extends": "amazon-jp", "upload": {"encoding": "utf-8"}}'),
  );
  assert.equal(utf8.status, 0, utf8.stderr);
  assert.equal(utf8.stderr, '');
  assert.equal(rowsOf(utf8.out, 'utf-8')[1]['item-promotion-id'], '🎁');
});

test('nothing to write is no file, and an older one stays', () => {
  const out = file('older.txt', 'older');
  const values = (plan) => [
    'export',
    'adjustments',
    ...SAMPLES,
    '--refunds',
    planFile(plan),
    '-o',
    out,
  ];
  const impossible = parcelwise(values(ask('250-9999999-9999999', 'refused')));
  assert.equal(impossible.status, 1);
  assertOneLineEach(impossible.stderr);
  const empty = parcelwise(values([]));
  assert.equal(empty.status, 0);
  assert.notEqual(empty.stderr, '');
  assert.equal(readFileSync(out, 'utf8'), 'older');
});

test('no line gives back more than is left of it, whatever the plan says', () => {
  const path = file('small.txt', report({}));
  const twice = write([path], [ask(ORDER, 'refused'), ask(ORDER, 'refused')]);
  assert.equal(twice.status, 0);
  assert.equal(rowsOf(twice.out).length, 1);
  assert.match(twice.stderr, /250-1234567-1234567/);
  const again = write([path], ask(ORDER, 'refused'), '--refunded', twice.out);
  assert.equal(again.status, 1);
  assert.ok(!existsSync(again.out));
});

test('a line without its order item id is left out', () => {
  const all = sample('all-orders');
  const { status, stderr, out } = write([all], ask('250-4241594-6525890', 'wrong-item'));
  assert.equal(status, 1);
  assert.match(stderr.split('\n')[0], /250-4241594-6525890/);
  assert.ok(!existsSync(out));
  assert.equal(
    write([all, ...SAMPLES], ask('250-4241594-6525890', 'wrong-item'), '--strict').status,
    0,
  );
});

test('a plan too long for one file becomes several, whole orders in each', () => {
  const id = (n) => `250-1234567-${String(n).padStart(7, '0')}`;
  const many = Array.from({ length: 15_001 }, (_, n) => n);
  const path = file(
    'many.txt',
    report(
      ...many.flatMap((n) => [
        { 'order-id': id(n), 'order-item-id': '1', sku: 'A' },
        { 'order-id': id(n), 'order-item-id': '2', sku: 'B' },
      ]),
    ),
  );
  const deep = join(folder, 'a.folder');
  mkdirSync(deep);
  const out = join(deep, 'refunds.txt');
  const run = parcelwise([
    'export',
    'adjustments',
    path,
    '--refunds',
    planFile(many.map((n) => ask(id(n), 'refused'))),
    '-o',
    out,
    '--strict',
  ]);
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stderr, /refunds-2\.txt/);
  assert.deepEqual(
    readdirSync(deep).sort(),
    ['refunds-2.txt', 'refunds.txt'],
    'and nothing unfinished',
  );
  assert.equal(rowsOf(out).length, 30_000);
  assert.deepEqual(
    rowsOf(join(deep, 'refunds-2.txt')).map((row) => row['order-id']),
    [id(15_000), id(15_000)],
  );
});

test('1 for a file that cannot be read or written, and none is half there', () => {
  const plan = planFile(ask('250-4241594-6525890', 'refused'));
  const cases = {
    'no plan': [...SAMPLES, '--refunds', join(folder, 'none.json'), '-o', fresh()],
    'a plan that is none': [
      ...SAMPLES,
      '--refunds',
      file('bad.json', '{"refunds": ['),
      '-o',
      fresh(),
    ],
    'a request without an order': [
      ...SAMPLES,
      '--refunds',
      planFile({ reason: 'refused' }),
      '-o',
      fresh(),
    ],
    'a request without a reason': [
      ...SAMPLES,
      '--refunds',
      planFile(ask(ORDER, 'boredom')),
      '-o',
      fresh(),
    ],
    'no such folder': [...SAMPLES, '--refunds', plan, '-o', join(folder, 'none', 'out.txt')],
    'a folder': [...SAMPLES, '--refunds', plan, '-o', folder],
    'a report that is none': [
      ...SAMPLES,
      file('letter.pdf', '%PDF-1.7\n'),
      '--refunds',
      plan,
      '-o',
      fresh(),
    ],
    'the plan itself': [...SAMPLES, '--refunds', plan, '-o', plan],
    'a report': [
      ...SAMPLES,
      file('mine.txt', report({})),
      '--refunds',
      plan,
      '-o',
      join(folder, 'mine.txt'),
    ],
  };
  const before = readdirSync(folder).sort();
  for (const [name, values] of Object.entries(cases)) {
    const { status, stdout, stderr } = parcelwise([
      'export',
      'adjustments',
      '--now',
      NOW,
      ...values,
    ]);
    assert.equal(status, 1, `${name}: ${stderr}`);
    assert.equal(stdout, '', name);
    assertOneLineEach(stderr);
    assert.equal(stderr.replace(UNTRIED, '').split('\n').length, 2, `${name}: ${stderr}`);
  }
  assert.deepEqual(readdirSync(folder).sort(), before);
  assert.equal(readFileSync(join(folder, 'mine.txt'), 'utf8'), report({}));
});

test('2 for wrong usage, which says what kinds there are', () => {
  const plan = planFile(ask('250-4241594-6525890', 'refused'));
  const out = fresh();
  const cases = [
    ['adjustments', ...SAMPLES, '-o', out],
    ['adjustments', ...SAMPLES, '--refunds', plan],
    ['adjustments', '--refunds', plan, '-o', out],
    ['adjustments', ...SAMPLES, '--refunds', plan, '-o', '-'],
    ['adjustments', ...SAMPLES, '--refunds', plan, '-o', out, '--language', 'fr'],
    ['letters', ...SAMPLES, '--refunds', plan, '-o', out],
  ];
  for (const values of cases) {
    const { status, stdout, stderr } = parcelwise(['export', ...values]);
    assert.equal(status, 2, `${values.join(' ')}: ${stderr}`);
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
  const { stderr } = parcelwise(['export', ...cases.at(-1)]);
  assert.match(stderr, /letters.*adjustments/);
  assert.ok(!existsSync(out));
  assert.match(parcelwise(['export', '--help']).stdout, /adjustments/);
});

test('the plan may come from standard input', () => {
  const out = fresh();
  const input = JSON.stringify(ask('250-4241594-6525890', 'refused'));
  const { status, stderr } = parcelwise(
    ['export', 'adjustments', ...SAMPLES, '--refunds', '-', '-o', out],
    { input },
  );
  assert.equal(status, 0, stderr);
  assert.equal(rowsOf(out).length, 1);
});
