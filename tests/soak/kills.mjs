// A scripted morning that is cut off at random moments: the tab is closed without a word, the
// worker dies, or storage takes nothing any more, in the middle of a step. What the steps
// before it had kept is there when the page is opened again.
//
//   node tests/soak/kills.mjs [--moments 30] [--seed 1]
//
// The same seed cuts at the same steps. The table stands in build/soak/kills.txt.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { launch } from '../browser/browsers.mjs';
import { id, listing, loaded, monday, numberOf } from '../browser/days.mjs';
import { catchDownloads, openOutbox } from '../browser/outbox.mjs';
import { settled, visit } from '../browser/visit.mjs';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { Chance } from '../samples/chance.mjs';

const { values } = parseArgs({
  options: {
    moments: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const chance = new Chance(Number(values.seed));
const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const mostDelay = 400; // ms into a step: most take no longer

// What stands in storage: nothing of it may be less afterwards.
const stored = ({ page }) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('parcelwise');
    const db = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
    const read = async (store, what) => {
      const asked = db.transaction(store).objectStore(store)[what]();
      return new Promise((done) => (asked.onsuccess = () => done(asked.result)));
    };
    const journal = await read('journal', 'getAll');
    const ticks = await read('ticks', 'getAllKeys');
    const desk = await read('kept', 'getAll');
    db.close();
    const work = desk.find((each) => each.requests);
    return {
      journal: journal.map((each) => JSON.stringify(each)),
      ticks: ticks.map((each) => JSON.stringify(each)),
      files: desk.flatMap((each) => (each.bytes ? [each.name] : [])),
      stock: work?.stock ? [work.stock] : [],
      numbers: (work?.numbers ?? []).map((each) => JSON.stringify(each)),
    };
  });

const noted = (what) => (all) => all.journal.some((each) => JSON.parse(each).what === what);

const sent = async (seen, kind) => {
  if (!(await seen.page.$('.outbox-outcome'))) await openOutbox(seen);
  await seen.page.select('#outbox-target', kind);
  await seen.page.waitForSelector('#outbox-send:not(:disabled)');
  await seen.page.click('#outbox-send');
};

// Each step, and by what it is kept.
const morning = [
  {
    name: 'reports kept',
    act: async (seen) => {
      await loaded(seen, listing('monday.txt', '18', nine));
      await seen.page.click('#keep-yes');
    },
    kept: (all) => all.files.length === 1,
  },
  {
    name: 'one ticked',
    act: ({ page }) => page.click('.work tbody .col-done input'),
    kept: (all) => all.ticks.length === 1,
  },
  {
    name: 'one held',
    act: async ({ page }) => {
      await page.click('.work tbody tr:nth-child(9) .col-pick input');
      await page.waitForSelector('#bulk-hold');
      await page.type('#bulk-words', 'waits');
      await page.click('#bulk-hold');
      await page.click('#bulk-none');
    },
    kept: noted('hold'),
  },
  {
    name: 'stock told',
    act: async ({ page }) => {
      await page.click('#open-stock');
      await page.type('#stock-field', 'POT-1,5');
      await page.click('#stock-apply');
    },
    kept: (all) => all.stock.length === 1,
  },
  { name: 'labels', act: (seen) => sent(seen, 'yamato-b2'), kept: noted('carrier-file') },
  {
    name: 'numbers',
    act: async ({ page }) => {
      await page.click('#open-tracking');
      await page.type('#tracking-field', nine.map((n) => `${id(n)} ${numberOf(n)}\n`).join(''));
      await page.select('#tracking-carrier', 'yamato');
      await page.click('#tracking-apply');
    },
    kept: (all) => noted('numbers')(all) && all.numbers.length > 0,
  },
  {
    name: 'confirmation',
    act: (seen) => sent(seen, 'shipping-confirmation'),
    kept: noted('confirmation-file'),
  },
];

// Looked for until it is there, as what keeps it works beside what is seen.
async function once(seen, step) {
  for (let tries = 0; tries < 100; ++tries) {
    const all = await stored(seen);
    if (step.kept(all)) return all;
    await pause(50);
  }
  throw new Error(`${step.name}: it was never kept`);
}

const kills = {
  tab: async () => undefined,
  worker: async ({ page }) => {
    const [worker] = page.workers();
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('out of memory');
      });
    });
    await page.waitForSelector('.notice.bad');
    await settled({ page });
  },
  storage: async ({ page }) => {
    await page.evaluate(() => {
      const refuse = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = refuse;
      IDBObjectStore.prototype.add = refuse;
    });
    await pause(mostDelay);
  },
};

// The tab is gone, and another one of the same browser takes its place.
async function reopened(seen) {
  const address = seen.page.url();
  const page = await seen.page.browserContext().newPage();
  await seen.page.close();
  await page.goto(address);
  return { ...seen, page };
}

const browser = await launch('chromium');
const table = [];
for (let moment = 0; moment < Number(values.moments); ++moment) {
  const at = 1 + Math.floor(chance.next() * (morning.length - 1));
  const how = chance.pick(Object.keys(kills));
  const delay = Math.floor(chance.next() * mostDelay);
  const first = await visit(browser, { now: monday });
  await first.page.evaluate(
    (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
    SHOP,
  );
  await first.page.reload();
  await first.page.waitForSelector('#sample');
  await catchDownloads(first);
  let promised;
  for (const step of morning.slice(0, at)) {
    await step.act(first);
    promised = await once(first, step);
  }
  const cut = Promise.resolve(morning[at].act(first)).catch(() => undefined);
  await pause(delay);
  await kills[how](first);
  const seen = await reopened(first);
  await cut;
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
  const now = await stored(seen);
  const lost = Object.entries(promised).flatMap(([store, all]) =>
    all.filter((each) => !now[store].includes(each)).map((each) => `${store}: ${each}`),
  );
  const rows = (await seen.page.$$('.work tbody tr')).length;
  if (rows !== nine.length) lost.push(`${rows} of ${nine.length} orders on the list`);
  table.push(
    `${how} killed ${delay} ms into “${morning[at].name}”: ${lost.join('; ') || 'nothing lost'}`,
  );
  console.log(table.at(-1));
  if (lost.length > 0) process.exitCode = 1;
  await seen.close();
}
await browser.close();
const folder = fileURLToPath(new URL('../../build/soak/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}kills.txt`, `${table.join('\n')}\n`);
