// Random actions on the page in Chromium, one after the other, until so many were done: it
// must never complain, never send, and hold no more of the heap at the end than it did
// after a tenth of them, by a twentieth.
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

// One action within the page; what it did.
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
    return button?.id || button?.className || 'nothing';
  }
  if (kind === 'type') {
    const field = some('input[type=search], input[type=text], textarea');
    if (!field) return 'nothing';
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    return field.id;
  }
  if (kind === 'choose') {
    const list = some('select:not(#language)');
    if (!list) return 'nothing';
    list.selectedIndex = Math.floor(at * 997) % list.options.length;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return list.id;
  }
  if (kind === 'key') {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: text, bubbles: true }));
    return text;
  }
  document.querySelector(at < 0.5 ? '.open-order' : '#view-work')?.click();
  return 'an order';
}

const kinds = [['press', 60], ['order', 15], ['type', 10], ['choose', 8], ['key', 6], ['files', 1]]; // prettier-ignore
const texts = ['', 'a', 'ヤマダ', '250-', '2', '1.5', '<b>', '\u202e', '-1', 'x'.repeat(300)];
const keys = ['j', 'k', '/', '?', 'Escape', 'z'];

async function heapOf({ page }, devtools) {
  for (let i = 0; i < 4; ++i) {
    await settled({ page });
    await devtools.send('HeapProfiler.collectGarbage');
  }
  const { JSHeapUsedSize } = await page.metrics();
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { megabytes: JSHeapUsedSize / 1e6, nodes };
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
  const { megabytes, nodes } = await heapOf(seen, devtools);
  const line = { actions, 'heap MB': megabytes.toFixed(2), nodes };
  table.push({ ...line, megabytes });
  console.log(`${actions} actions: heap ${megabytes.toFixed(2)} MB, ${nodes} nodes`);
};

for (let done = 1; done <= total; ++done) {
  const kind = chance.weighted(kinds);
  const text = kind === 'key' ? chance.pick(keys) : chance.pick(texts);
  if (kind === 'files') await drop(seen, [chance.pick(files)]);
  else await seen.page.evaluate(act, { kind, at: chance.next(), text }, leftAlone);
  await new Promise((resolve) => setTimeout(resolve, everyMs));
  if (done % Math.max(1, Math.round(total / 10)) === 0) await mark(done);
}

const said = table.map(
  ({ actions, megabytes, nodes }) => `${actions} actions  ${megabytes.toFixed(2)} MB  ${nodes}`,
);
const folder = fileURLToPath(new URL('../../build/soak/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}table.txt`, `${said.join('\n')}\n`);
const growth = table.at(-1).megabytes / table[0].megabytes;
const faults = [
  ...seen.complaints.map((each) => `complaint: ${each}`),
  ...seen.requests.slice(requests).map((each) => `request: ${each}`),
  ...(growth > mostGrowth ? [`the heap grew to ${growth.toFixed(3)} of what it was`] : []),
];
console.log(`heap at the end: ${growth.toFixed(3)} of that after a tenth`);
for (const each of faults) console.error(each);
await seen.close();
await browser.close();
process.exitCode = faults.length > 0 ? 1 : 0;
