// The `parcelwise check` command from outside: statuses, streams, both formats.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { NOW, goldenChecks } from '../golden/reports.mjs';
import { assertFits, assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();

const golden = (name) => new URL(`../golden/${name}`, import.meta.url).pathname;
const REPORT = golden('jp34-utf8-bom.txt');

function run(...values) {
  return check({}, ...values);
}

function check(options, ...values) {
  return parcelwise(['check', '--now', NOW, ...values], options);
}

test('0 when done, whatever was found', () => {
  for (const name of ['jp34-utf8-bom.txt', 'damaged-rows.txt', 'header-only.txt']) {
    const { status, stderr } = run('--format', 'json', golden(name));
    assert.equal(status, 0, name);
    assert.equal(stderr, '');
  }
});

test('1 for a file that is no report, and nothing on standard output', () => {
  const cases = {
    'photo.png': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    'letter.pdf': '%PDF-1.7\n',
    'nothing.txt': '',
    'zeros.txt': Buffer.alloc(100_000),
  };
  for (const [name, content] of Object.entries(cases)) {
    const { status, stdout, stderr } = run('--format', 'json', file(name, content));
    assert.equal(status, 1, name);
    assert.equal(stdout, '', name);
    assert.ok(stderr.includes(name), stderr);
    assertOneLineEach(stderr);
    assert.equal(stderr.split('\n').length, 2, stderr);
  }
  const missing = run(join(folder, 'missing.txt'));
  assert.equal(missing.status, 1);
  assertOneLineEach(missing.stderr);
  assert.equal(run(folder).status, 1);
});

test('1 when one of two files is no report, and the other is still checked', () => {
  const { status, stdout, stderr } = run('--format', 'json', file('x.pdf', '%PDF-1.7\n'), REPORT);
  assert.equal(status, 1);
  assert.equal(JSON.parse(stdout).reports.length, 1);
  assertOneLineEach(stderr);
});

test('files that are read at the same time are told of in their order', () => {
  const paths = Array.from({ length: 9 }, (_, at) => {
    const rows = 'x'.repeat(at % 2 ? 10 : 1_000_000); // the first ones take longer
    return file(`${at}.txt`, at === 4 ? readFileSync(REPORT) : `photo\t${at}\n${rows}`);
  });
  const { status, stdout, stderr } = run('--format', 'json', ...paths);
  assert.equal(status, 1);
  assert.deepEqual(stderr.match(/\d(?=\.txt)/g), ['0', '1', '2', '3', '5', '6', '7', '8'], stderr);
  assert.deepEqual(
    JSON.parse(stdout).reports.map((report) => report.file),
    ['4.txt'],
  );
});

test('2 for wrong usage, and nothing on standard output', () => {
  const cases = [
    [],
    ['--nonsense', REPORT],
    ['--format', 'yaml', REPORT],
    ['--language', 'fr', REPORT],
    ['--now', 'today', REPORT],
    ['--now', '2026-11-20', REPORT],
    ['--encoding', 'ebcdic', REPORT],
    ['--kind', 'letters', REPORT],
    ['--policy', join(folder, 'missing.json'), REPORT],
  ];
  for (const values of cases) {
    const { status, stdout, stderr } = run(...values);
    assert.equal(status, 2, values.join(' '));
    assert.equal(stdout, '', values.join(' '));
    assert.notEqual(stderr, '', values.join(' '));
  }
  assert.equal(parcelwise([]).status, 2);
  assert.equal(parcelwise(['--help']).status, 0);
});

test('a file beside the reports that cannot be read is named', () => {
  const wrong = '{"extends": "amazon-jp", "zone": {"rule": "Tokyo"}}';
  const deep = `{"groups":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`;
  const cases = [
    [['--policy', file('wrong.json', wrong)], /wrong\.json: .*\/zone\/rule.*Tokyo.*POSIX/],
    [['--policy', file('deep.json', deep)], /deep\.json: .*\/groups\/0\/0/],
    [['--stock', join(folder, 'missing.csv')], /missing\.csv/],
    [['--stock', file('stock.csv', 'A-1,many\n')], /stock\.csv: .*many/],
    [['--follow-ups', file('deep.json', deep)], /deep\.json: .*\/groups\/0\/0/],
    [['--journal', file('deep.json', deep)], /deep\.json: .*\/groups\/0\/0/],
  ];
  for (const [values, said] of cases) {
    const { status, stdout, stderr } = run(...values, REPORT);
    assert.equal(status, 1, `${values}: ${stderr}`);
    assert.equal(stdout, '', String(values));
    assert.match(stderr, said);
    assert.equal(stderr.split('\n').length, 2, stderr);
    assert.doesNotMatch(stderr, /earlier policy/, 'there is none in the command');
  }
});

test("a file's name cannot steer the terminal", () => {
  const { stderr } = run(file('a\u001b[31m\nb.txt', 'no report'));
  assertOneLineEach(stderr);
});

test('standard input is a report too', () => {
  const input = readFileSync(REPORT);
  const { status, stdout } = check({ input }, '--format', 'json', '-');
  assert.equal(status, 0);
  const json = JSON.parse(stdout);
  assert.equal(json.reports[0].file, 'standard input');
  assert.equal(json.reports[0].items, 15);
});

test('JSON where standard output is no terminal, and nothing but JSON', () => {
  for (const { files } of goldenChecks()) {
    const { stdout } = run(...files);
    const json = JSON.parse(stdout);
    assert.deepEqual(Object.keys(json), [
      'now',
      'policy',
      'policies',
      'reports',
      'rejects',
      'incomplete',
      'refund_events',
      'notices',
      'orders',
      'items',
      'actions',
      'summary',
    ]);
  }
});

test('the text form fits 80 columns in every language', () => {
  for (const language of ['en', 'ja', 'it']) {
    for (const { name, files } of goldenChecks()) {
      const { status, stdout } = run('--format', 'text', '--language', language, ...files);
      assert.equal(status, 0);
      assertFits(stdout, `${name} in ${language}`);
    }
  }
});

const header = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'promise-date',
  'sku',
  'product-name',
  'quantity-purchased',
  'is-business-order',
  'purchase-order-number',
].join('\t');
const row = (more = {}) =>
  [
    more.order ?? '250-1234567-1234567',
    '1',
    '2026-11-17T01:00:00+00:00',
    more.promise ?? '2026-11-20T14:59:59+00:00',
    more.sku ?? 'A-1',
    'cup',
    '1',
    'true',
    more.po ?? '',
  ].join('\t');

test("the text form shows no control characters of a report's data", () => {
  const escape = '\u001b]0;owned\u0007\u001b[31m\u0085\u202E' + '長'.repeat(60);
  const report = file(
    'evil.txt',
    `${header}\n${row({ po: escape })}\n${row({ order: escape })}\n${row({ promise: escape })}\n`,
  );
  for (const language of ['en', 'ja', 'it']) {
    const values = ['--policy', 'amazon-jp', '--format', 'text', '--language', language];
    const { stdout } = run(...values, '--out-of-stock', 'A-1', report);
    assertFits(stdout, language);
  }
});

test("a reject's message is told whole in Japanese, which has no spaces", () => {
  const report = file('bad.txt', `${header}\n${row({ promise: 'someday' })}\n`);
  const { stdout } = run('--policy', 'amazon-jp', '--format', 'text', '--language', 'ja', report);
  assert.ok(stdout.replace(/\s/g, '').includes('編集せずに読み込んでください。'), stdout);
});

test("a policy's own words do not break the text form", () => {
  const policy = file(
    'long.json',
    JSON.stringify({
      extends: 'amazon-jp',
      id: 'x\u001b[31m' + 'y'.repeat(50),
      zone: { name: 'Z'.repeat(60), rule: 'JST-9' },
    }),
  );
  const { status, stdout } = run('--policy', policy, '--format', 'text', REPORT);
  assert.equal(status, 0);
  assertFits(stdout, 'policy');
});

test('stock decides which orders go without', () => {
  const report = file('stock.txt', `${header}\n${row()}\n`);
  const found = (...values) => {
    const { stdout } = run('--policy', 'amazon-jp', ...values, report);
    return JSON.parse(stdout).actions.some(({ rule }) => rule === 'out-of-stock');
  };
  assert.equal(found(), false);
  assert.equal(found('--out-of-stock', 'A-1'), true);
  assert.equal(found('--out-of-stock', 'B-1,A-1'), true);
  assert.equal(found('--out-of-stock', 'B-1'), false);
  const stock = (text) => found('--stock', file('units.csv', text));
  assert.equal(stock('sku,units\nA-1,1\n'), false);
  assert.equal(stock('sku,units\nA-1,0\n'), true);
  assert.equal(stock('A-1\n'), true);
  assert.equal(stock('A-1\t0\r\nB-1\t4\r\n'), true);
  assert.equal(stock('\uFEFFA-1,0\r\n'), true);
  assert.equal(stock('\uFEFFSKU,Units\r\nA-1,2\r\n'), false);
});

test('what the seller says of no loaded order or SKU is told of, in each language', () => {
  const report = file(
    'one.txt',
    'order-id\torder-item-id\tpurchase-date\tsku\tproduct-name\tquantity-purchased\n' +
      '250-0000001-0000001\t1\t2026-11-19T09:00:00+09:00\tA-1\tcup\t1\n',
  );
  const given = [
    '--out-of-stock',
    "'a-1,B-1", // as a spreadsheet marks text, in other letters
    '--not-sent',
    '250-0000001-0000001',
    '--not-sent',
    '250-0000001-0000002',
  ];
  const words = {
    en: ['no loaded report has this order', 'no order of the loaded reports has this SKU'],
    ja: ['この注文はありません', 'このSKUはありません'],
    it: ['nessun report caricato contiene questo ordine', 'nessun ordine dei report caricati'],
  };
  for (const [language, [order, sku]] of Object.entries(words)) {
    const { status, stderr } = run('--language', language, ...given, report);
    assert.equal(status, 0);
    const lines = stderr.trimEnd().split('\n');
    assert.equal(lines.length, 2, stderr);
    assert.ok(lines[0].includes('250-0000001-0000002') && lines[0].includes(order), stderr);
    assert.ok(lines[1].includes('B-1') && lines[1].includes(sku), stderr);
  }
  assert.equal(run('--out-of-stock', 'A-1', report).stderr, '');
});

test('a policy by id, by file, and found from the reports', () => {
  const zone = (...values) => JSON.parse(run('--format', 'json', ...values).stdout).policy.zone;
  assert.equal(zone(REPORT), 'Asia/Tokyo');
  // It rules the orders of the marketplace that it extends, and these are none of them.
  assert.equal(zone('--policy', 'amazon-it', REPORT), 'Asia/Tokyo');
  assert.equal(zone(golden('us41-unshipped.txt')), 'America/Los_Angeles');
  const own = file('own.json', '{"extends": "amazon-jp", "id": "our-shop"}');
  assert.equal(JSON.parse(run('--policy', own, REPORT).stdout).policy.id, 'our-shop');
  assert.equal(zone(golden('br.txt')), 'America/Sao_Paulo');
  // No policy is made for a marketplace that is none, and none stands in: a notice says so.
  const elsewhere = readFileSync(golden('br.txt'), 'latin1')
    .replaceAll(/amazon\.com\.br/gi, 'Amazon.xx')
    .replaceAll('\tBR', '\tXX');
  const nowhere = run('--format', 'json', file('xx.txt', Buffer.from(elsewhere, 'latin1')));
  assert.equal(nowhere.status, 0);
  assert.equal(nowhere.stderr, '');
  const { policy, notices } = JSON.parse(nowhere.stdout);
  assert.deepEqual(policy, { id: 'unknown', zone: 'UTC' });
  assert.ok(notices.some(({ code }) => code === 'no-marketplace'));
});

test('the words follow --language', () => {
  const titles = (language) =>
    JSON.parse(run('--language', language, REPORT).stdout).actions.map(({ title }) => title);
  assert.match(titles('ja').join(), /[\u3041-\u30FF]/u);
  assert.notDeepEqual(titles('it'), titles('en'));
});
