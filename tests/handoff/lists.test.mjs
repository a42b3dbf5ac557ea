// The calendar and the lists as other programs read them, and the same bytes from the
// command and the module.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import ICAL from 'ical.js';
import Papa from 'papaparse';

import { ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { openModule } from '../wasm/open_module.mjs';
import { GOLDEN, SAMPLES, arguments_of, written } from './golden_files.mjs';

const { folder } = ownFolder();
const module = await openModule();

let count = 0;

function made(kind, ...more) {
  const out = join(folder, `out-${(count += 1)}`);
  const run = parcelwise([...arguments_of({ kind, language: 'en' }, out), ...more]);
  assert.equal(run.status, 0, run.stderr);
  return { text: readFileSync(out, 'utf8'), stderr: run.stderr };
}

const found = JSON.parse(
  parcelwise(['check', '--now', NOW, '--format', 'json', ...SAMPLES]).stdout,
);

for (const golden of GOLDEN) {
  test(`${golden.kind} in ${golden.language}: command, module and golden file are one`, () => {
    const out = join(folder, `golden-${golden.kind}-${golden.language}`);
    assert.equal(parcelwise(arguments_of(golden, out)).status, 0);
    const expected = readFileSync(golden.path);
    assert.ok(expected.length > 0);
    assert.deepEqual(readFileSync(out), expected);
    assert.deepEqual(written(module, golden), [expected]);
  });
}

test("a calendar program reads every deadline, and nobody's name", () => {
  const { text } = made('calendar');
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);

  const due = new Set();
  for (const action of found.actions) {
    if (action.due === null || ['hold', 'info'].includes(action.urgency)) continue;
    due.add(`${action.order_id} ${new Date(action.due).toISOString()}`);
    for (const { column, value } of action.evidence) {
      if (column === 'amazon-by') due.add(`${action.order_id} ${new Date(value).toISOString()}`);
    }
  }
  const told = new Set(
    events.map((event) => {
      const [order] = /^[0-9S]{3}-\d{7}-\d{7}/.exec(event.uid);
      assert.match(event.summary, new RegExp(order));
      assert.equal(event.endDate.toJSDate() - event.startDate.toJSDate(), 30 * 60 * 1000);
      return `${order} ${event.endDate.toJSDate().toISOString()}`;
    }),
  );
  assert.deepEqual(told, due);

  const now = new Date(NOW);
  for (const event of events) {
    const alarms = event.component.getAllSubcomponents('valarm').map((alarm) => {
      const at = event.startDate.clone();
      at.addDuration(alarm.getFirstPropertyValue('trigger'));
      return at.toJSDate();
    });
    if (event.endDate.toJSDate() - now > 3600_000) assert.ok(alarms.length > 0, event.uid);
    for (const at of alarms)
      assert.ok(at > now && at < event.endDate.toJSDate(), `${event.uid} ${at}`);
  }
  const people = new Set(
    SAMPLES.flatMap((path) => {
      const [header, ...rows] = readFileSync(path, 'utf8')
        .trimEnd()
        .split(/\r?\n/)
        .map((row) => row.split('\t'));
      return rows.flatMap((row) =>
        header.flatMap((name, i) =>
          /name|address|email|phone/.test(name) &&
          !/product|marketplace/.test(name) &&
          row[i]?.length > 1
            ? [row[i]]
            : [],
        ),
      );
    }),
  );
  assert.ok(people.size > 40);
  for (const person of people) assert.ok(!text.includes(person), person);
});

const tableOf = (text) => {
  assert.ok(text.startsWith('\uFEFF'));
  const { data, errors } = Papa.parse(text.slice(1).trimEnd(), { header: true, newline: '\r\n' });
  assert.deepEqual(errors, []);
  return data;
};

test("a spreadsheet reads the work list in the list's own order", () => {
  const rows = tableOf(made('worklist').text);
  const first = new Map();
  for (const action of found.actions)
    if (!first.has(action.order_id)) first.set(action.order_id, action);
  assert.deepEqual(
    rows.map((row) => row.Order),
    [...first.keys()],
  );
  for (const row of rows) {
    const { due, at_risk: stake, title } = first.get(row.Order);
    assert.equal(row.Due, due === null ? '' : due.slice(0, 16).replace('T', ' '));
    assert.equal(row['At stake'], stake === null ? '' : String(stake.minor));
    assert.equal(row['To do'], title);
  }
});

test('the pick list holds every unit to ship once', () => {
  const chosen = [
    ...new Set(found.actions.filter(({ rule }) => rule === 'ship').map((each) => each.order_id)),
  ];
  const all = tableOf(made('picklist').text);
  assert.deepEqual(
    all.map(({ SKU }) => SKU),
    all.map(({ SKU }) => SKU).sort(),
  );
  const units = (rows) => rows.reduce((sum, row) => sum + Number(row.Units), 0);
  const each = chosen.map((order) => units(tableOf(made('picklist', '--order', order).text)));
  assert.equal(
    units(all),
    each.reduce((sum, count) => sum + count, 0),
  );
  assert.ok(units(all) > 20);
});

test('an order that is not to be shipped is told and left out', () => {
  const pending = found.actions.find(({ rule }) => rule === 'hold-pending').order_id;
  const ship = found.actions.find(({ rule }) => rule === 'ship').order_id;
  const { stderr } = made('picklist', '--order', pending, '--order', ship);
  assert.match(stderr, new RegExp(pending));
  assert.doesNotMatch(stderr, new RegExp(ship));
  const out = join(folder, 'strict');
  const strict = parcelwise([
    ...arguments_of({ kind: 'picklist', language: 'en' }, out),
    '--order',
    pending,
    '--order',
    ship,
    '--strict',
  ]);
  assert.equal(strict.status, 1);
  assert.throws(() => readFileSync(out), { code: 'ENOENT' });
});
