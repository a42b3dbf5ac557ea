// The `parcelwise answer` command from outside: the contract's fields, every case on
// the samples, bad input, the seller's own wording, open answers in the check.
import assert from 'node:assert/strict';
import test from 'node:test';

import { NOW } from '../golden/reports.mjs';
import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { file } = ownFolder();
const sample = (name) => new URL(`../../data/samples/sample-${name}.txt`, import.meta.url).pathname;
const SAMPLES = ['unshipped', 'new-orders', 'all-orders', 'pending'].map(sample);
const OPEN = '249-7699882-9372456'; // ship-by Thu 26 Nov
const SHIPPED = '503-2622524-9340249';
const CASES = [
  'where-is-my-order',
  'not-received',
  'price-breakdown',
  'returned-undeliverable',
  'store-payment-details',
  'points',
  'change-order',
  'combine-shipping',
  'receipt',
  'items-unavailable',
  'contact-buyer',
  'no-reply',
  'cancel-request',
  'damaged-wrong-or-missing',
  'wants-to-return',
  'kept-too-long',
  'tax-invoice',
  'delivery-wish',
];

const answer = (...values) => parcelwise(['answer', ...values, '--now', NOW, ...SAMPLES]);

function answered(...values) {
  const { status, stdout, stderr } = answer(...values, '--format', 'json');
  assert.equal(status, 0, `${values.join(' ')}: ${stderr}`);
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

function refused(...values) {
  return refusedWith(2, ...values);
}

function refusedWith(exit, ...values) {
  const { status, stdout, stderr } = answer(...values);
  assert.equal(status, exit, `${values.join(' ')}: ${stdout}`);
  assert.equal(stdout, '');
  assertOneLineEach(stderr);
  return stderr;
}

test("every case on an open, a shipped and an unknown order has the contract's fields", () => {
  for (const of of CASES) {
    for (const order of [OPEN, SHIPPED, '503-0000000-0000000']) {
      const json = answered(of, '--order', order);
      for (const name of [
        'case',
        'order_id',
        'found',
        'verdict',
        'do',
        'do_not',
        'deadlines',
        'refund',
        'message',
        'source',
      ]) {
        assert.ok(name in json, `${of}: ${name}`);
      }
      assert.equal(json.case, of);
      assert.equal(json.order_id, order);
      assert.equal(json.found, order.startsWith('503-0000000') ? 'not-here' : 'here');
      assert.equal(json.message.language, 'ja');
      assert.doesNotMatch(json.message.body, /[<>{}]|:\/\//u);
      for (const { at } of json.deadlines) assert.match(at, /^\d{4}-\d\d-\d\dT.{8}\+09:00$/);
    }
  }
});

test("the text fits a terminal in three languages, but for the message's own lines", () => {
  for (const language of ['ja', 'en', 'it']) {
    for (const of of CASES) {
      const { status, stdout } = answer(
        of,
        '--order',
        OPEN,
        '--advice',
        language,
        '--language',
        language,
        '--format',
        'text',
      );
      assert.equal(status, 0);
      const [before, , after] = stdout.split(/^-{40}$/mu);
      assertFits(before, of);
      assertFits(after, of);
    }
  }
});

test('an order is found in whatever a buyer writes', () => {
  const wide = OPEN.replace(/./gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  for (const text of [
    OPEN,
    OPEN.replaceAll('-', ''),
    wide,
    `注文番号：${wide}\nまだ届きません。`,
  ]) {
    assert.equal(answered('not-received', '--find', text).order_id, OPEN, text);
  }
  assert.match(refused('points', '--find', '佐藤 陽菜'), /250-1370264-3537621/);
});

test("a carrier's file finds an order by its number and writes the number into the answer", () => {
  const issued = file(
    'issued.csv',
    `order-id,tracking-number\n${SHIPPED},1234-5678-9013\n${OPEN},12345678901A!\n`,
  );
  const late = (...values) =>
    parcelwise([
      'answer',
      'not-received',
      '--now',
      '2026-12-05T09:00:00+09:00',
      ...values,
      ...SAMPLES,
    ]);
  const told = (...values) => {
    const { status, stdout, stderr } = late('--tracking', issued, ...values, '--format', 'json');
    assert.equal(status, 0, stderr);
    assert.equal(
      stderr,
      'parcelwise: issued.csv: 2 rows: 1 tracking numbers, 0 repeated, 0 without an order here, 1 refused, 0 blank.\n',
    );
    return JSON.parse(stdout);
  };
  const found = told('--find', '伝票番号１２３４－５６７８－９０１３が届きません');
  assert.equal(found.order_id, SHIPPED);
  assert.match(found.message.body, /123456789013/);
  assert.deepEqual(told('--order', SHIPPED), found);
  assert.doesNotMatch(late('--order', SHIPPED).stdout, /123456789013/);
  assert.doesNotMatch(told('--order', OPEN).message.body, /12345678901/);
  const own = file('own.csv', `受注No,問合せNo\n${SHIPPED},123456789013\n`);
  const columns = file('columns.json', '{"columns": {"受注No": "order", "問合せNo": "number"}}');
  const by = (...values) => late('--find', '123456789013', '--tracking', own, ...values);
  assert.equal(by('--tracking-columns', columns).status, 0);
  const { status, stdout, stderr } = by();
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /own\.csv: it is not clear which columns/);
});

test('the orders of one parcel have one number', () => {
  const issued = file('parcel.csv', `order-id,tracking-number\n${OPEN},1234-5678-9013\n`);
  const groups = file('groups.json', JSON.stringify({ groups: [{ orders: [OPEN, SHIPPED] }] }));
  const asked = [
    'answer',
    'not-received',
    '--now',
    '2026-12-05T09:00:00+09:00',
    '--order',
    SHIPPED,
    '--tracking',
    issued,
  ];
  const told = (...values) => parcelwise([...asked, ...values, ...SAMPLES]);
  assert.match(told('--combine', groups).stdout, /123456789013/);
  assert.doesNotMatch(told().stdout, /123456789013/);
  const { status, stdout, stderr } = told(
    '--combine',
    file('one.json', JSON.stringify({ groups: [{ orders: [OPEN] }] })),
  );
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^parcelwise: .*one\.json: .*\n$/);
});

test('a case without an order needs none, the others say so', () => {
  for (const of of ['store-payment-details', 'points', 'receipt', 'contact-buyer']) {
    const { status, stdout } = parcelwise(['answer', of, '--now', NOW, '--format', 'json']);
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).order_id, '');
  }
  assert.match(refused('not-received'), /needs an order/);
});

test('bad input is told in one line', () => {
  assert.match(refused('sleep', '--order', OPEN), /where-is-my-order/);
  assert.match(refused('points', '--language', 'fr'), /ja, en or it/);
  assert.match(refused('points', '--consent', 'perhaps'), /yes or no/);
  assert.match(refused('no-reply', '--order', OPEN, '--limit-days', '99'), /1 to 30/);
  assert.match(refused('no-reply', '--order', OPEN, '--limit-days', 'two'), /number/);
  assert.match(refused('points', '--wrote', 'yesterday'), /wrote/);
  assert.match(
    refused('items-unavailable', '--order', OPEN, '--out-of-stock', 'NO-SUCH'),
    /NO-SUCH/,
  );
});

test('a refund in an answer is the one that `refund` works out', () => {
  const { refund } = answered(
    'returned-undeliverable',
    '--order',
    SHIPPED,
    '--item-back',
    'yes',
    '--back-because',
    'refused',
  );
  const { stdout } = parcelwise([
    'refund',
    '--order',
    SHIPPED,
    '--reason',
    'refused',
    '--now',
    NOW,
    ...SAMPLES,
  ]);
  const worked = JSON.parse(stdout);
  delete worked.request.made; // an answer only proposes it
  assert.deepEqual(refund, worked);
});

test('an order whose rows could not be read waits for a look', () => {
  const one = '503-1540437-4494340';
  const unread = (name, price) =>
    file(
      name,
      [
        'order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\tcurrency\titem-price',
        `${one}\t28967710906821\t2026-11-13T09:00:00+09:00\tPOT-74-0\t1\tJPY\t${price}`,
        '',
      ].join('\r\n'),
    );
  const report = unread('n.txt', '1,234.56');
  const open = file(
    'u.txt',
    [
      'order-id\torder-item-id\tpurchase-date\tpromise-date\tsku\tquantity-purchased\tquantity-shipped',
      `${one}\t28967710906821\t2026-11-13T09:00:00+09:00\t2026-11-16T23:59:59+09:00\tPOT-74-0\t1\t0`,
      '',
    ].join('\r\n'),
  );
  const told = (...values) => parcelwise(['answer', ...values, '--now', NOW, '--format', 'json']);
  const rows = [
    ['not-received', report, '--order', one],
    ['where-is-my-order', report, '--order', one],
    ['not-received', report, '--find', `My order ${one} has not arrived.`],
    ['price-breakdown', report, open, '--order', one],
    ['which', report, '--find', one],
  ];
  for (const row of rows) {
    const refused = told(...row);
    assert.equal(refused.status, 1, row.join(' '));
    assertOneLineEach(refused.stderr);
    assert.match(refused.stderr, new RegExp(`${one}.*\\(--accept-unread\\)\n$`));
    assert.doesNotMatch(refused.stdout, /ほかの出品者|another seller/);
    assert.equal(refused.stdout === '', row[0] !== 'which');
    const accepted = told(...row, '--accept-unread');
    assert.equal(accepted.status, 0, accepted.stderr);
    const { verdict, next, message } = JSON.parse(accepted.stdout);
    const said = [verdict, ...(next ?? []), message?.body].join(' ');
    assert.doesNotMatch(said, /ほかの出品者|another seller|No loaded report has order/);
  }
});

test("the seller's own wording is used, or refused with its place", () => {
  const good = file(
    'wording.json',
    JSON.stringify({
      messages: { en: { 'receipt/any': 'You find it beside order {order}.' } },
    }),
  );
  const { message } = answered('receipt', '--order', OPEN, '--language', 'en', '--wording', good);
  assert.match(message.body, new RegExp(`You find it beside order ${OPEN}\\.`));
  const bad = file(
    'bad.json',
    JSON.stringify({
      messages: { en: { 'receipt/any': ['Fine.', 'See www.example.com/x'] } },
    }),
  );
  assert.match(
    refusedWith(1, 'receipt', '--order', OPEN, '--wording', bad),
    /\/messages\/en\/receipt~1any\/1.*www\./,
  );
});

test('an open answer stands in the check, with its urgency', () => {
  const open = answered('no-reply', '--order', OPEN);
  assert.equal(open.follow_up.due, '2026-11-25T23:59:59+09:00'); // the 23rd is a holiday
  const follow_ups = file('open.json', `${JSON.stringify(open)}\n`);
  const { stdout } = parcelwise([
    'check',
    '--follow-ups',
    follow_ups,
    '--now',
    NOW,
    '--format',
    'json',
    ...SAMPLES,
  ]);
  const due = JSON.parse(stdout).actions.filter(({ rule }) => rule === 'answer-due');
  assert.equal(due.length, 1);
  assert.equal(due[0].order_id, OPEN);
  assert.equal(due[0].due, open.follow_up.due);
  assert.equal(due[0].urgency, 'later');
  const wrong = file('wrong.json', '[{"order_id":"250-1","due":"soon"}]');
  const { status, stderr } = parcelwise(['check', '--follow-ups', wrong, '--now', NOW, ...SAMPLES]);
  assert.equal(status, 1);
  assert.match(stderr, /wrong\.json.*order_id/);
});
