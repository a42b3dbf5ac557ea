// Random actions on the page in Chromium, one after the other, until so many were done: it
// must never complain, never send, and hold no more of the heap at the end than it did
// after a tenth of them, by a twentieth, but for the journal, which keeps 45 days. What found nothing to act on is counted apart, and
// a kind of action that never found anything is a fault.
//
//   node tests/soak/run.mjs [--actions 10000] [--seed 1]
//
// The same seed gives the same actions. The table stands in build/soak/table.txt.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../browser/browsers.mjs';
import { report } from '../browser/reports.mjs';
import { drop, keptForOffline, sampleMoment, settled, visit } from '../browser/visit.mjs';
import { Chance } from '../samples/chance.mjs';

const { values } = parseArgs({
  options: {
    actions: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
const total = Number(values.actions);
const chance = new Chance(Number(values.seed));
const mostGrowth = 1.05;
const everyMs = 20; // between two actions, so that the worker answers some and others pile up

const files = [7, 8, 9].map((seed) => ({
  name: `list-${seed}.txt`,
  bytes: report({ orders: 60, seed }),
}));

// Buttons that lead out of the work, or write files to the disk at each press.
const leftAlone = [
  '#forget-all', '#open-trial', '#start-again', '#sample', '#outbox-send',
  '#save-journal', '[download]', 'a[href$=".html"]', 'a[href$=".txt"]', '.forget', '.print',
].join(', '); // prettier-ignore

// One action within the page; whether there was anything to act on.
function act({ kind, at, text }, leftAlone) {
  const seen = (each) => each.offsetParent !== null && !each.disabled && !each.closest('[inert]');
  const some = (selector) => {
    const scope = document.querySelector('dialog[open]') ?? document;
    const all = [...scope.querySelectorAll(selector)].filter((each) => seen(each));
    return all[Math.floor(at * all.length)];
  };
  if (kind === 'press') {
    const button = some(`button:not(${leftAlone}), summary, .tick input`);
    button?.click();
    return button !== undefined;
  }
  if (kind === 'type') {
    const field = some('input[type=search], input[type=text], textarea');
    if (!field) return false;
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    return true;
  }
  if (kind === 'choose') {
    const list = some('select:not(#language)');
    if (!list || list.options.length < 2) return false;
    list.selectedIndex = Math.floor(at * 997) % list.options.length;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }
  if (kind === 'key') {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: text, bubbles: true }));
    return true;
  }
  const link = document.querySelector(at < 0.5 ? '.open-order' : '#view-work');
  link?.click();
  return link !== null;
}

const kinds = [['press', 60], ['order', 15], ['type', 10], ['choose', 8], ['key', 6], ['files', 1]]; // prettier-ignore
const texts = ['', 'a', 'ヤマダ', '250-', '2', '1.5', '<b>', '\u202e', '-1', 'x'.repeat(300)];
const keys = ['j', 'k', '/', '?', 'Escape', 'z'];

async function heapOf({ page }, devtools) {
  for (let i = 0; i < 4; ++i) {
    await settled({ page });
    await devtools.send('HeapProfiler.collectGarbage');
  }
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  const held = await heldBy(devtools);
  // The journal, weighed by a second copy of it.
  const events = await page.evaluate(async () => {
    const opening = indexedDB.open('parcelwise');
    const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const asked = db.transaction('journal').objectStore('journal').getAll();
    window.copy = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    db.close();
    return window.copy.length;
  });
  const journal = (await heldBy(devtools)) - held;
  await page.evaluate(() => delete window.copy);
  return { megabytes: (held - journal) / 1e6, nodes, events, journal: journal / 1e6 };
}

// Bytes of the page's own objects, texts and lists. What the engine compiles as it learns
// which functions are called often, and what it keeps of its own, says nothing of the page.
async function heldBy(devtools) {
  const chunks = [];
  const take = ({ chunk }) => chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = ['type', 'self_size'].map((each) => fields.indexOf(each));
  const others = ['code', 'native', 'hidden', 'synthetic'].map((each) => types[type].indexOf(each));
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (!others.includes(nodes[at + type])) bytes += nodes[at + size];
  return bytes;
}

// The same report and nothing open, whatever was done before.
async function clean(seen) {
  await seen.page.evaluate(() => {
    for (const each of document.querySelectorAll('dialog[open]')) each.close();
    document.querySelector('#clear')?.click();
  });
  await settled(seen);
  await drop(seen, [files[0]]);
  // No handle of a node: it would keep the whole tree that it once stood in.
  await seen.page.waitForFunction(() => document.querySelector('#view-work') !== null);
  await seen.page.evaluate(() => document.querySelector('#view-work').click());
  await settled(seen);
}

const browser = await launch('chromium');
const seen = await visit(browser, { now: sampleMoment });
const devtools = await seen.page.createCDPSession();
await devtools.send('Page.setDownloadBehavior', { behavior: 'deny' });
seen.page.on('dialog', (dialog) => void dialog.dismiss());
await keptForOffline(seen);
await clean(seen);
const requests = seen.requests.length;
const table = [];
const mark = async (actions) => {
  await clean(seen);
  const { megabytes, nodes, events, journal } = await heapOf(seen, devtools);
  const said =
    `${actions} actions: heap ${megabytes.toFixed(2)} MB and ${journal.toFixed(2)} MB of ` +
    `journal (${events} events), ${nodes} nodes`;
  table.push({ megabytes, said });
  console.log(said);
};

const tally = Object.fromEntries(kinds.map(([kind]) => [kind, { done: 0, idle: 0 }]));
const mostIdle = 4 * total; // a page that offers nothing would be tried for ever
let [done, idle] = [0, 0];
while (done < total && idle < mostIdle) {
  const kind = chance.weighted(kinds);
  const text = kind === 'key' ? chance.pick(keys) : chance.pick(texts);
  let acted = true;
  if (kind === 'files') await drop(seen, [chance.pick(files)]);
  else acted = await seen.page.evaluate(act, { kind, at: chance.next(), text }, leftAlone);
  ++tally[kind][acted ? 'done' : 'idle'];
  if (!acted) {
    ++idle;
    continue;
  }
  ++done;
  await new Promise((resolve) => setTimeout(resolve, everyMs));
  if (done % Math.max(1, Math.round(total / 10)) === 0) await mark(done);
}

const said = table.map((each) => each.said);
console.table(tally);
for (const [kind, each] of Object.entries(tally))
  said.push(`${kind}  ${each.done} done  ${each.idle} found nothing`);
const folder = fileURLToPath(new URL('../../build/soak/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}table.txt`, `${said.join('\n')}\n`);
const growth = table.length > 1 ? table.at(-1).megabytes / table[0].megabytes : NaN;
const never = Object.keys(tally).filter((kind) => tally[kind].done === 0);
const faults = [
  ...seen.complaints.map((each) => `complaint: ${each}`),
  ...seen.requests.slice(requests).map((each) => `request: ${each}`),
  ...never.map((kind) => `no action of the kind ${kind} found anything to act on`),
  ...(done < total ? [`only ${done} of ${total} actions were done`] : []),
  ...(Number.isNaN(growth) ? ['the heap was not measured twice'] : []),
  ...(growth > mostGrowth ? [`the heap grew to ${growth.toFixed(3)} of what it was`] : []),
];
console.log(`heap at the end: ${growth.toFixed(3)} of that after a tenth`);
for (const each of faults) console.error(each);
await seen.close();
await browser.close();
process.exitCode = faults.length > 0 ? 1 : 0;
