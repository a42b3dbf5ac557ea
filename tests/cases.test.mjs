// Small reports and what is right of them, natively and, where the module is
// built, in WebAssembly with the same bytes. A case is a row of tests/cases:
// files by column name (what most rows have stands in `defaults`), the command's
// arguments, and what is wanted.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { ownFolder, parcelwise } from './cli/command.mjs';
import { openModule } from './wasm/open_module.mjs';

const FOLDER = new URL('./cases/', import.meta.url);
const MODULE = new URL('../build/wasm/wasm/parcelwise.wasm', import.meta.url);

// What a case may want: of every call, of a file that leaves, and of the JSON.
const OF_CALL = ['now', 'exit', 'any_exit', 'stderr_has'];
const OF_FILE = ['out_has', 'out_lacks'];
const OF_JSON = [
  'actions', 'no_actions', 'json', 'no_json', 'json_len', 'lacks', 'body_lacks', 'groups',
  'evidence', 'due', 'policy_of', 'urgency', 'estimated', 'notices', 'no_notices', 'policy_not',
  'policies_at_least',
]; // prettier-ignore

// Nothing is wanted that is looked at nowhere, and something is.
function assertRead({ args, want }) {
  const fails = want.exit !== undefined && want.exit !== 0;
  const read = args[0] === 'export' ? OF_FILE : fails ? [] : OF_JSON;
  const unread = Object.keys(want).filter((key) => ![...OF_CALL, ...read].includes(key));
  assert.deepEqual(unread, [], 'wants that nothing reads');
  const said = ['exit', 'stderr_has', ...read];
  assert.ok(
    Object.keys(want).some((key) => said.includes(key)),
    'wants nothing',
  );
}

function bytesOf(file, { columns, defaults = {} }) {
  if (file.text !== undefined) return file.text;
  const names = columns[file.columns].split(' ');
  const rows = file.rows.map((given) => {
    for (const name of Object.keys(given)) assert.ok(names.includes(name), name);
    const row = { ...defaults[file.columns], ...given };
    return names.map((name) => row[name] ?? '');
  });
  return [names, ...rows].map((cells) => cells.join('\t') + '\r\n').join('');
}

const at = (json, pointer) =>
  pointer
    .split('/')
    .slice(1)
    .reduce((value, name) => value?.[name], json);

// What the check found, as [order, rule].
const pairs = (json) => json.actions.map((action) => `${action.order_id} ${action.rule}`);

function compare(want, json) {
  const found = json.actions ? pairs(json) : [];
  for (const pair of want.actions ?? []) {
    assert.ok(found.includes(pair.join(' ')), `lacks ${pair.join(' ')}: ${found.join(', ')}`);
  }
  for (const pair of want.no_actions ?? []) {
    assert.ok(!found.includes(pair.join(' ')), `has ${pair.join(' ')}`);
  }
  for (const [pointer, value] of Object.entries(want.json ?? {})) {
    assert.deepEqual(at(json, pointer), value, pointer);
  }
  for (const pointer of want.no_json ?? []) assert.equal(at(json, pointer), undefined, pointer);
  for (const [pointer, count] of Object.entries(want.json_len ?? {})) {
    assert.equal(at(json, pointer)?.length, count, pointer);
  }
  for (const text of want.lacks ?? []) assert.ok(!JSON.stringify(json).includes(text), text);
  for (const pattern of want.body_lacks ?? []) {
    assert.doesNotMatch(json.message.body, new RegExp(pattern, 'u'));
  }
  if (want.groups) assert.deepEqual(json.groups, want.groups);
  for (const [key, value] of Object.entries(want.evidence ?? {})) {
    const [order, rule, column] = key.split(' ');
    const action = json.actions.find((one) => one.order_id === order && one.rule === rule);
    const told = action?.evidence.find((one) => one.column === column)?.value;
    assert.ok(told?.startsWith(value), `${key}: ${told}`);
  }
  const actionOf = (key) => {
    const [order, rule] = key.split(' ');
    return json.actions.find((one) => one.order_id === order && one.rule === rule);
  };
  for (const [key, value] of Object.entries(want.due ?? {}))
    assert.equal(actionOf(key)?.due, value, key);
  for (const [key, value] of Object.entries(want.policy_of ?? {}))
    assert.equal(actionOf(key)?.policy, value, key);
  for (const [key, value] of Object.entries(want.urgency ?? {}))
    assert.equal(actionOf(key)?.urgency, value, key);
  for (const [key, value] of Object.entries(want.estimated ?? {})) {
    assert.ok(actionOf(key), key);
    assert.equal(actionOf(key).estimated, value ?? undefined, key);
  }
  const notices = (json.notices ?? []).map((one) => one.code);
  for (const code of want.notices ?? []) assert.ok(notices.includes(code), `lacks ${code}`);
  for (const code of want.no_notices ?? []) assert.ok(!notices.includes(code), `has ${code}`);
  if (want.policy_not) assert.notEqual(json.policy.id, want.policy_not);
  if (want.policies_at_least) assert.ok(json.policies.length >= want.policies_at_least);
}

const { folder, file } = ownFolder();
for (const name of readdirSync(FOLDER).sort()) {
  const { now, cases, ...shapes } = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  assert.ok(cases.length > 0, name);
  for (const one of cases) {
    const { id, why, files, args, want } = one;
    const texts = Object.entries(files).map(([path, one]) => [path, bytesOf(one, shapes)]);
    const clock = want.now ?? now;

    test(`${name}: ${id}: ${why}`, () => {
      assertRead(one);
      for (const [path, text] of texts) file(path, text);
      const asks = args[0] === 'export' ? [] : ['--format', 'json'];
      const { status, stdout, stderr } = parcelwise([...args, '--now', clock, ...asks], {
        cwd: folder,
      });
      if (!want.any_exit) assert.equal(status, want.exit ?? 0, stderr);
      for (const text of want.stderr_has ?? []) assert.ok(stderr.includes(text), stderr);
      if (args[0] === 'export') {
        const path = join(folder, 'out');
        const out = existsSync(path) ? readFileSync(path, 'utf8') : '';
        file('out', '');
        for (const text of want.out_has ?? [])
          assert.ok(out.includes(text), `lacks ${text}: ${out}`);
        for (const text of want.out_lacks ?? []) assert.ok(!out.includes(text), `has ${text}`);
      } else if (!want.exit) {
        assert.equal(status, 0, stderr); // any_exit is for files that may be left out
        compare(want, JSON.parse(stdout));
      }
    });

    const words = args.filter((one) => one.startsWith('--') && one !== '--policy');
    if (args[0] !== 'check' || words.length > 0 || !existsSync(MODULE)) continue;
    test(`${name}: ${id}, in WebAssembly`, async () => {
      const module = await openModule();
      const own = texts.find(([path]) => path.endsWith('.json'));
      if (own) module.ok('setPolicy', own[1]);
      for (const [path, text] of texts) {
        if (!path.endsWith('.json')) module.load(path, Buffer.from(text));
      }
      module.ok('check', clock, '{}');
      compare(want, JSON.parse(module.text('findings')));
    });
  }
}
