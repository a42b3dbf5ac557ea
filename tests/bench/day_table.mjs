// The table of a day at the desk, on the built page: what 45 days of journal add to its
// opening, and how long 500 orders ticked at once take to be seen, of 5,000.
import { launch } from '../browser/browsers.mjs';
import { id, listing, monday, written } from '../browser/days.mjs';
import { count, drop, search, settled, visit } from '../browser/visit.mjs';
import { median, printTable } from './table.mjs';

const orders = 5_000;
const bulk = 500;
const days = 45;
const ordersADay = 100;

const numbers = Array.from({ length: orders }, (_, i) => i + 1);

// The first 500 are found by their SKU.
function morning() {
  const { name, bytes } = listing('monday.txt', '18', numbers);
  const others = (text, n) => (Number(n) > bulk ? `KETTLE-${n}` : text);
  return { name, bytes: bytes.replace(/POT-(\d+)/g, others) };
}

// Each day's orders went into a label file, got their numbers, and were confirmed.
function journal() {
  const first = Date.parse(monday) - days * 86_400_000;
  const events = Array.from({ length: days }, (_, day) => {
    const at = (hours) => new Date(first + day * 86_400_000 + hours * 3_600_000).toISOString();
    const its = Array.from({ length: ordersADay }, (_, i) => id(10_000 + day * ordersADay + i));
    const given = its.map((order, i) => [
      order,
      `4000000${String(day * 100 + i).padStart(5, '0')}`,
    ]);
    return [
      { at: at(1), what: 'carrier-file', kind: 'yamato-b2', file: `b2-${day}.csv`, orders: its },
      { at: at(2), what: 'numbers', numbers: Object.fromEntries(given) },
      { at: at(3), what: 'confirmation-file', file: `confirmed-${day}.txt`, orders: its },
    ];
  });
  return { name: 'journal.json', bytes: JSON.stringify({ journal: 1, events: events.flat() }) };
}

// Until the page can be used, in milliseconds of its own clock.
const opened = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () =>
          document.querySelector('#pick')
            ? requestAnimationFrame(() => resolve(performance.now()))
            : requestAnimationFrame(look);
        look();
      }),
  );

// From the press to the frame in which the rows are done.
const ticked = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const start = performance.now();
        document.querySelector('#bulk-done').click();
        const look = () =>
          document.querySelector('.work tbody tr.done')
            ? requestAnimationFrame(() => resolve(performance.now() - start))
            : requestAnimationFrame(look);
        look();
      }),
  );

async function once(browser, kept) {
  const seen = await visit(browser, { now: monday });
  const { page } = seen;
  if (kept) {
    await drop(seen, [kept]);
    await written(seen, days);
  }
  const openings = [];
  for (let i = 0; i < 5; ++i) {
    await page.reload();
    openings.push(await opened(page));
    await page.waitForSelector('#sample');
  }
  const started = performance.now();
  await drop(seen, [morning()]);
  await page.waitForSelector('.work tbody tr');
  const listed = performance.now() - started;
  await settled(seen);
  await search(seen, 'POT-');
  await page.click('.work tbody .col-pick input');
  await page.click('#bulk-all');
  await page.waitForFunction(
    (bulk) => document.querySelector('#bulk b')?.innerText.startsWith(`${bulk} order`),
    {},
    bulk,
  );
  const done = await ticked(page);
  await count(seen, '.work tbody tr.done', 100); // a page of them
  await seen.close();
  return { opening: median(openings), listed, done };
}

export async function dayTable({ runs }) {
  const browser = await launch('chromium');
  const rounds = { without: [], with: [] };
  for (let round = 0; round < runs; ++round) {
    rounds.without.push(await once(browser));
    rounds.with.push(await once(browser, journal()));
  }
  await browser.close();
  const of = (all, part) => `${Math.round(median(all.map((each) => each[part])))} ms`;
  console.log(`A day at the desk: ${orders} orders, ${days} days of journal of ${ordersADay} each`);
  printTable(
    ['', 'no journal', 'with it'],
    [
      ['opened again', of(rounds.without, 'opening'), of(rounds.with, 'opening')],
      ['dropped report on the list', of(rounds.without, 'listed'), of(rounds.with, 'listed')],
      [`${bulk} orders ticked at once`, of(rounds.without, 'done'), of(rounds.with, 'done')],
    ],
  );
}
