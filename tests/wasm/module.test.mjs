// The module's exports, one by one: node --test tests/wasm/ with
// --disallow-code-generation-from-strings, as the page's CSP has it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test, { beforeEach } from 'node:test';

import { COMMAND } from '../golden/reports.mjs';
import { openModule } from './open_module.mjs';

const NOW = '2026-11-20T09:00:00+09:00';
const read = (path) => readFileSync(new URL(path, import.meta.url));
const REPORT = read('../golden/jp34-utf8-bom.txt');
const DAMAGED = read('../golden/damaged-rows.txt');

const parcelwise = await openModule();
const { ok, reply, load, feed } = parcelwise;

beforeEach(() => {
  ok('removeAll');
  ok('setPolicy', '');
  ok('setLanguage', 'en');
});

// The reply of a call that fails: a Failure with a message, and no JSON.
function failure(name, ...values) {
  const { ok: done, json, error } = reply(name, ...values);
  assert.equal(done, false, name);
  assert.equal(json, '', name);
  const told = JSON.parse(error);
  assert.equal(typeof told.code, 'string');
  assert.notEqual(told.message, '');
  return told;
}

function samples() {
  load('unshipped.txt', read('../../data/samples/sample-unshipped.txt'));
  load('new.txt', read('../../data/samples/sample-new-orders.txt'));
}

const rows = (query) => ok('rows', JSON.stringify({ offset: 0, limit: 1000, ...query }));

test('code from strings is not allowed, and not needed', () => {
  if (!process.execArgv.includes('--disallow-code-generation-from-strings')) return;
  assert.throws(() => new Function('return 1'));
});

test('every export of the declaration answers with a Reply', () => {
  const declaration = readFileSync(new URL('../../wasm/parcelwise.d.ts', import.meta.url), 'utf8');
  const names = [...declaration.matchAll(/^ {2}(\w+)\([^)]*\): Reply;/gm)].map(([, name]) => name);
  assert.ok(names.length >= 13, names.join());
  const values = {
    feedReport: [99, 0],
    openReport: ['a', '', ''],
    check: [NOW, '{}'],
    writeFiles: ['adjustments', '{}'],
    openTracking: ['a', 0, ''],
    pasteTracking: ['a', '', ''],
    removeTracking: [99],
    uploadResult: ['a', 0],
    setJournal: ['x', NOW],
    slips: ['{}'],
  };
  const one = new Set([
    ...['setLanguage', 'setPolicy', 'rows', 'order', 'ticked', 'rejects'],
    ...['tracking', 'refund', 'setPlan', 'plan', 'answer', 'find', 'setWording'],
    ...['setTerms', 'setGroups', 'groups', 'acceptProposed', 'noteEvent'],
    ...['readLayout', 'services'],
  ]);
  const number = new Set(['closeReport', 'removeReport']);
  for (const name of names) {
    const given = values[name] ?? (one.has(name) ? ['x'] : number.has(name) ? [99] : []);
    const answer = reply(name, ...given);
    assert.deepEqual(Object.keys(answer).sort(), ['error', 'json', 'ok'], name);
    assert.equal(answer.ok ? answer.error : answer.json, '', name);
    JSON.parse(answer.ok ? answer.json : answer.error);
  }
});

test('wrong arguments are told, not thrown', () => {
  const calls = [
    ['setLanguage', 'fr'],
    ['openReport', 'a', 'ebcdic', ''],
    ['openReport', 'a', '', 'letters'],
    ['feedReport', 12345, 0],
    ['closeReport', 12345],
    ['check', 'today', '{}'],
    ['check', '2026-11-20', '{}'],
    ['rows', '{}'],
    ['order', '250-1234567-1234567'],
    ['rejects', '{}'],
    ['findings'],
  ];
  for (const call of calls) assert.equal(failure(...call).code, 'bad-argument', call.join());
  load('a.txt', REPORT);
  ok('check', NOW, '{}');
  assert.equal(failure('rows', 'not JSON').code, 'bad-argument');
  assert.equal(failure('rejects', '[').code, 'bad-argument');
  assert.equal(failure('order', 'nonsense').code, 'bad-argument');
  assert.equal(failure('order', '000-0000000-0000000').code, 'bad-argument');
  const { report } = ok('openReport', 'b.txt', '', '');
  assert.equal(failure('feedReport', report, 1 << 30).code, 'bad-argument');
  assert.equal(parcelwise.module.inputBuffer((16 << 20) + 1), 0);
  for (const options of ['', 'null']) {
    assert.equal(reply('check', NOW, options).ok, true);
  }
  for (const options of ['[]', '{"out_of_stock": 5}', '['.repeat(100_000)]) {
    assert.equal(failure('check', NOW, options).code, 'bad-argument');
  }
});

test('a file that is no report goes, and what was loaded stays', () => {
  load('a.txt', REPORT);
  for (const [bytes, code] of [
    [Buffer.from('%PDF-1.7\n'), 'not-a-report'],
    [Buffer.alloc(70 * 1024), 'not-text'],
    [Buffer.alloc(70 * 1024, 'x'), 'long-header'],
    [Buffer.from('settlement-id\torder-id\n'), 'other-report'],
  ]) {
    const { report } = ok('openReport', 'x.pdf', '', '');
    const answer = feed(report, bytes);
    assert.equal(answer.ok, false);
    const told = JSON.parse(answer.error);
    assert.equal(told.code, code);
    assert.match(told.message, /^x\.pdf /);
    assert.equal(failure('closeReport', report).code, 'bad-argument');
  }
  const { report } = ok('openReport', 'empty.txt', '', '');
  assert.equal(failure('closeReport', report).code, 'empty');
  assert.equal(ok('check', NOW, '{}').reports.length, 1);
});

test('a wrong policy is refused whole and the old one stays', () => {
  load('a.txt', REPORT);
  assert.equal(ok('setPolicy', 'amazon-it').id, 'amazon-it');
  const told = failure('setPolicy', '{"extends": "amazon-jp", "zone": {"rule": "Tokyo"}}');
  assert.equal(told.code, 'bad-policy');
  assert.equal(told.pointer, '/zone/rule');
  assert.equal(told.value, '"Tokyo"');
  const { policy } = ok('check', NOW, '{}');
  assert.equal(policy.seller, 'amazon-it');
  assert.equal(policy.id, 'amazon-jp'); // it rules the orders of its own marketplace
  assert.equal(policy.chosen, 'set');
  ok('setPolicy', '');
  assert.deepEqual(
    [ok('check', NOW, '{}').policy].map(({ id, chosen }) => [id, chosen]),
    [['amazon-jp', 'found']],
  );
  ok('removeAll');
  assert.equal(ok('check', NOW, '{}').policy.chosen, 'found');
});

test('no report at all is a check without orders', () => {
  const summary = ok('check', NOW, '{}');
  assert.equal(summary.orders, 0);
  assert.deepEqual(rows({}).rows, []);
});

// The fields of an interface of the declaration, in order; optional ones too.
function fieldsOf(name) {
  const declaration = readFileSync(new URL('../../wasm/parcelwise.d.ts', import.meta.url), 'utf8');
  const interfaces = new RegExp(`(?<=export interface ${name} )\\{(.+\\}\\n|[^]*?\\n\\}\\n)`);
  const [body] = interfaces.exec(declaration);
  let depth = 0;
  const outer = [...body].filter((c) => {
    if (c === '{') depth += 1;
    const keep = depth === 1 && c !== '{';
    if (c === '}') depth -= 1;
    return keep;
  });
  return [...outer.join('').matchAll(/readonly (\w+)\??:/g)].map(([, field]) => field);
}

// All of them, but for those that are named as absent.
const assertFields = (object, name, ...absent) => {
  const declared = fieldsOf(name);
  for (const field of absent) assert.ok(declared.includes(field), `${name}.${field}`);
  const told = declared.filter((field) => !absent.includes(field));
  assert.deepEqual(Object.keys(object), told, name);
};

test('every JSON has the fields that the declaration names', () => {
  samples();
  const summary = ok('check', NOW, '{}');
  assertFields(summary, 'CheckSummary', 'journal');
  // The command's report comes first, the page's handle of it last.
  const [handle, ...told] = fieldsOf('ReportSummary');
  assert.deepEqual(Object.keys(summary.reports[0]), [...told, handle]);
  assertFields(summary.rules[0], 'RuleCount');
  const page = rows({});
  assertFields(page, 'RowPage');
  assertFields(page.rows[0], 'Row', 'progress');
  const order = ok('order', page.rows[0].order_id);
  assertFields(order, 'OrderDetail', 'progress');
  assertFields(order.actions[0], 'OrderAction');
  assertFields(order.lines[0], 'OrderLine');
  assertFields(ok('policies')[0], 'PolicyChoice');
  load('damaged.txt', DAMAGED);
  ok('check', NOW, '{}');
  const rejects = ok('rejects', '{"offset":0,"limit":10}');
  assertFields(rejects, 'RejectPage');
  assertFields(rejects.rejects[0], 'Reject');
  const { report } = ok('openReport', 'b.txt', '', '');
  const progress = JSON.parse(feed(report, REPORT).json);
  assertFields(progress, 'ReadProgress');
  assert.equal(progress.bytes, REPORT.length);
});

test('where a journal is set, every JSON has its fields too', async () => {
  const kept = await openModule();
  kept.ok('setJournal', '', NOW);
  kept.load('unshipped.txt', read('../../data/samples/sample-unshipped.txt'));
  assertFields(kept.ok('check', NOW, '{}'), 'CheckSummary');
  const { rows: named } = kept.ok('rows', '{"offset":0,"limit":1000}');
  assert.ok(named.length > 0);
  for (const row of named) assertFields(row, 'Row');
  assertFields(kept.ok('order', named[0].order_id), 'OrderDetail');
});

test('rows page through the list without a gap', () => {
  samples();
  ok('check', NOW, '{}');
  const all = rows({});
  assert.equal(all.total, all.rows.length);
  const paged = [];
  for (let offset = 0; offset < all.total; offset += 7) {
    const page = rows({ offset, limit: 7 });
    assert.equal(page.total, all.total);
    assert.equal(page.offset, offset);
    paged.push(...page.rows);
  }
  assert.deepEqual(paged, all.rows);
  assert.deepEqual(rows({ offset: all.total }).rows, []);
  assert.deepEqual(rows({ limit: 0 }).rows, []);
  assert.equal(new Set(all.rows.map(({ order_id }) => order_id)).size, all.total);
});

test('rows sort by each key, and the other way round', () => {
  samples();
  ok('check', NOW, '{}');
  const keys = {
    due: (row) => (row.due === null ? Infinity : Date.parse(row.due)),
    at_risk: (row) => row.at_risk?.minor ?? -1,
    order_id: (row) => row.order_id,
  };
  for (const [sort, key] of Object.entries(keys)) {
    const list = rows({ sort }).rows.map(key);
    assert.deepEqual(
      list,
      [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
      sort,
    );
    assert.deepEqual(rows({ sort, descending: true }).rows.map(key), [...list].reverse(), sort);
  }
  const urgencies = ['overdue', 'today', 'soon', 'later', 'hold', 'info'];
  const ranks = rows({}).rows.map(({ urgency }) => urgencies.indexOf(urgency));
  assert.deepEqual(
    ranks,
    [...ranks].sort((a, b) => a - b),
  );
});

test('rows are found by rule, urgency and text of any width', () => {
  samples();
  const summary = ok('check', NOW, '{}');
  for (const { rule, counts } of summary.rules) {
    const sum = Object.values(counts).reduce((a, b) => a + b);
    assert.equal(rows({ rule }).total, sum, rule);
    for (const [urgency, count] of Object.entries(counts)) {
      assert.equal(rows({ rule, urgency }).total, count, `${rule} ${urgency}`);
    }
  }
  for (const { urgency, orders } of summary.urgencies) {
    assert.equal(rows({ urgency }).total, orders, urgency);
  }
  const [first] = rows({}).rows;
  const wide = (text) =>
    text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  for (const search of [
    first.order_id,
    first.order_id.replaceAll('-', ''),
    wide(first.order_id),
    first.sku,
    wide(first.sku.toLowerCase()),
    first.recipient,
    ` ${first.recipient} `,
  ]) {
    const found = rows({ search }).rows.map(({ order_id }) => order_id);
    assert.ok(found.includes(first.order_id), search);
  }
  assert.equal(rows({ search: 'nobody of that name' }).total, 0);
});

test('rejects page, and by file', () => {
  load('a.txt', DAMAGED);
  load('b.txt', DAMAGED.subarray(0, DAMAGED.length - 1));
  const { rejects: total } = ok('check', NOW, '{}');
  const page = (query) => ok('rejects', JSON.stringify({ offset: 0, limit: 100, ...query }));
  assert.equal(page({}).total, total);
  assert.equal(page({ file: 'a.txt' }).total + page({ file: 'b.txt' }).total, total);
  assert.deepEqual(page({ offset: 2, limit: 3 }).rejects, page({}).rejects.slice(2, 5));
});

test('an order tells the refund that the reports call for', () => {
  ok('removeAll');
  load('returns.txt', read('../golden/returns-jp-cp932.txt'));
  load('new.txt', read('../../data/samples/sample-new-orders.txt'));
  ok('check', NOW, '{}');
  const [{ order_id }] = rows({ rule: 'refund-return' }).rows;
  const { refundable, not_refundable, suggested_refund } = ok('order', order_id);
  assert.deepEqual([refundable, not_refundable], [true, '']);
  assert.equal(suggested_refund.reason, 'defective');
  // A row of the returns report could not be read and names no order.
  const { value, unread } = failure('refund', JSON.stringify(suggested_refund));
  assert.deepEqual([value, unread], ['nameless-rows', true]);
  const { total } = ok('refund', JSON.stringify({ ...suggested_refund, accept_unread: true }));
  assert.deepEqual(total, { currency: 'JPY', minor: 6100 });
  ok('removeAll');
});

test("answers are those of the command, and their JSON the declaration's", () => {
  const names = ['unshipped', 'new-orders', 'all-orders', 'pending'];
  const files = names.map(
    (name) => new URL(`../../data/samples/sample-${name}.txt`, import.meta.url).pathname,
  );
  for (const file of files) load(file.split('/').at(-1), readFileSync(file));
  ok('check', NOW, '{}');
  const order = '249-7699882-9372456';
  for (const { case: of, asks } of ok('answerCases')) {
    const request = { case: of, order_id: order, language: 'it' };
    const answer = ok('answer', JSON.stringify(request));
    assertFields(answer, 'Answer');
    assertFields(answer.message, 'AnswerMessage');
    for (const deadline of answer.deadlines) assertFields(deadline, 'AnswerDeadline');
    for (const ask of answer.asks) {
      assertFields(ask, 'AnswerAsk');
      assert.ok(
        asks.some(({ id }) => id === ask.id),
        `${of}: ${ask.id}`,
      );
    }
    const { stdout } = spawnSync(
      COMMAND,
      [
        'answer',
        of,
        '--order',
        order,
        '--language',
        'it',
        '--format',
        'json',
        '--now',
        NOW,
        ...files,
      ],
      { encoding: 'utf8' },
    );
    assert.equal(parcelwise.text('answer', JSON.stringify(request)), stdout.trimEnd(), of);
  }
  assertFields(ok('answerCases')[0], 'AnswerCase');
});

test('an order is found, pending or not here', () => {
  samples();
  load('pending.txt', read('../../data/samples/sample-pending.txt'));
  ok('check', NOW, '{}');
  const here = ok('find', '注文２４９－７６９９８８２－９３７２４５６が届きません');
  assertFields(here, 'Found');
  assertFields(here.orders[0], 'FoundOrder');
  assert.deepEqual([here.outcome, here.orders[0].by], ['here', 'order-id']);
  assert.equal(ok('find', '249-4408120-5935137').outcome, 'pending');
  const gone = ok('find', '503-0000000-0000000');
  assert.equal(gone.outcome, 'not-here');
  assert.ok(gone.reports.every(({ age_hours }) => age_hours >= 0));
});

test('own wording and open answers are heard, and refused whole', () => {
  samples();
  const follow_up = {
    order_id: '249-7699882-9372456',
    due: '2026-11-20T18:00:00+09:00',
    what: 'x',
  };
  ok('check', NOW, JSON.stringify({ follow_ups: [follow_up] }));
  const [row] = rows({ rule: 'answer-due' }).rows;
  assert.deepEqual(
    [row.order_id, row.urgency, row.due],
    [follow_up.order_id, 'today', follow_up.due],
  );
  assert.equal(failure('check', NOW, '{"follow_ups":[{"order_id":"1"}]}').code, 'bad-argument');
  const wording = { messages: { ja: { closing: '以上、よろしくお願いいたします。' } } };
  assert.deepEqual(ok('setWording', JSON.stringify(wording)), { texts: 1 });
  const wrong = { messages: { ja: { closing: 'http://a' } } };
  const { code, pointer } = failure('setWording', JSON.stringify(wrong));
  assert.deepEqual([code, pointer], ['bad-wording', '/messages/ja/closing']);
  const { message } = ok('answer', '{"case":"points"}');
  assert.match(message.body, /以上、よろしく/u);
  ok('setWording', '');
});

test('stock, language and encoding are heard', () => {
  load('a.txt', REPORT);
  const [{ sku }] = (ok('check', NOW, '{}'), rows({}).rows);
  const { rules } = ok('check', NOW, JSON.stringify({ out_of_stock: [sku] }));
  assert.ok(rules.some(({ rule }) => rule === 'out-of-stock'));
  ok('setLanguage', 'ja');
  assert.match(rows({}).rows[0].title, /[\u3041-\u30FF]/u);
  ok('removeAll');
  const plain = REPORT.subarray(3);
  assert.equal(load('a.txt', plain, 1000, 'windows-1252').encoding, 'windows-1252');
});

test('the heap does not grow over three hundred loads', () => {
  const round = () => {
    load('a.txt', REPORT, 4096);
    ok('check', NOW, '{}');
    rows({ search: 'a' });
    ok('removeAll');
  };
  for (let i = 0; i < 20; ++i) round();
  const before = parcelwise.module.HEAPU8.length;
  for (let i = 0; i < 300; ++i) round();
  assert.equal(parcelwise.module.HEAPU8.length, before);
});

test('a report given up half-way leaves nothing behind', () => {
  const before = parcelwise.module.HEAPU8.length;
  for (let i = 0; i < 300; ++i) {
    const { report } = ok('openReport', 'a.txt', '', '');
    feed(report, REPORT.subarray(0, 5000));
    ok('removeReport', report);
  }
  assert.equal(parcelwise.module.HEAPU8.length, before);
  assert.equal(ok('check', NOW, '{}').reports.length, 0);
});

test('tracking numbers are matched, shown at their order, used, and forgotten', () => {
  samples();
  ok('check', NOW, '{}');
  const toOneAddress = ['249-7699882-9372456', '503-3164500-8871081'];
  const [one] = rows({ rule: 'ship' })
    .rows.map((row) => row.order_id)
    .sort();
  const orders = [one, ...toOneAddress];
  const open = (name, bytes, mapping = '') => {
    const at = parcelwise.module.inputBuffer(bytes.length);
    parcelwise.module.HEAPU8.set(bytes, at);
    return reply('openTracking', name, bytes.length, mapping);
  };
  const table = (names, ...cells) =>
    Buffer.from([names, ...cells].map((row) => row.join(',')).join('\r\n'));
  const first = open(
    'table.csv',
    table(['order-id', 'tracking-number'], [orders[0], '1234-5678-9013'], ['R-1', '1']),
  );
  assert.equal(first.ok, true, first.error);
  const { tracking } = JSON.parse(first.json);
  const pasted = ok('pasteTracking', 'lines', `${orders[1]} ヤマト 234567890121`, '');

  const summary = ok('tracking', '{}');
  assert.deepEqual(summary.orders, orders.slice(0, 2));
  assert.deepEqual(
    summary.files.map(({ file, form, rows: all, numbers, unmatched }) => [
      file,
      form,
      all,
      numbers,
      unmatched,
    ]),
    [
      ['table.csv', 'table', 2, 1, 1],
      ['lines', 'lines', 1, 1, 0],
    ],
  );
  assert.deepEqual(
    summary.notes.map(({ row, code }) => [row, code]),
    [[3, 'unknown-key']],
  );
  assert.equal(summary.notes_total, 1);
  assert.deepEqual(ok('order', orders[0]).tracking, {
    number: '123456789013',
    carrier: '',
    service: '',
    shipped: null,
    file: 'table.csv',
    row: 2,
    parts: [],
  });
  assert.equal(ok('order', orders[1]).tracking.carrier, 'yamato');
  assert.equal(ok('order', orders[2]).tracking, null);

  // They outlive a check, and a file of the group's other orders has the number too.
  ok('check', NOW, '{}');
  const written = ok(
    'writeFiles',
    'shipping-confirmation',
    JSON.stringify({
      orders: orders.slice(0, 3),
      groups: [[orders[1], orders[2]]],
      carrier: 'sagawa',
    }),
  );
  assert.equal(written.rows, 3);
  assert.deepEqual(
    written.warnings.map(({ order_id: id }) => id),
    [orders[2]],
  );

  ok('removeTracking', tracking);
  assert.deepEqual(ok('tracking', '{}').orders, [orders[1]]);
  ok('removeTracking', pasted.tracking);
  assert.equal(ok('order', orders[1]).tracking, null);

  const unknown = open('own.csv', table(['受注No', '問合せNo'], [orders[0], '123456789013']));
  assert.equal(unknown.ok, false);
  const told = JSON.parse(unknown.error);
  assert.equal(told.code, 'unknown-columns');
  assert.deepEqual(told.columns, ['受注No', '問合せNo']);
  const mapping = JSON.stringify({ columns: { 受注No: 'order', 問合せNo: 'number' } });
  assert.equal(
    open('own.csv', table(['受注No', '問合せNo'], [orders[0], '123456789013']), mapping).ok,
    true,
  );
  assert.equal(ok('tracking', '{}').orders.length, 1);
  assert.equal(failure('openTracking', 'x', 1 << 30, '').code, 'bad-argument');
  assert.equal(failure('pasteTracking', 'x', 'y', '[]').code, 'bad-argument');

  ok('removeAll');
  samples();
  ok('check', NOW, '{}');
  assert.deepEqual(ok('tracking', '{}').files, []);
});
