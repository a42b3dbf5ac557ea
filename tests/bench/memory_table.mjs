// The table of much at once, on the built page: a report of a million lines, and 50 reports,
// with what the page's process takes for them. Every line of the text must be there.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { launch } from '../browser/browsers.mjs';
import { settled, visit } from '../browser/visit.mjs';
import { watchRenderers } from './renderer_memory.mjs';
import { NOW, report } from './reports.mjs';
import { megabytes, printTable } from './table.mjs';

const patience = 10 * 60_000;
const kind = 'unshipped-orders';
const variant = 'jp34';
const encoding = 'utf-8';
const million = 655_000; // orders, of which every second has two lines

const loads = [
  ['one report of a day', () => [report({ kind, variant, encoding, orders: 333 })]],
  [
    '50 reports at once',
    () =>
      Array.from({ length: 50 }, (_, i) =>
        report({ kind, variant, encoding, orders: 2_000, seed: i + 1 }),
      ),
  ],
  ['one report of a million lines', () => [report({ kind, variant, encoding, orders: million })]],
];

// Without the header's.
async function rowsIn({ path }) {
  let rows = -1;
  for await (const bytes of createReadStream(path))
    for (let at = -1; (at = bytes.indexOf(10, at + 1)) >= 0; ) ++rows;
  return rows;
}

async function once(browser, reports) {
  const seen = await visit(browser, { now: NOW, filesOpen: true });
  const { page } = seen;
  page.setDefaultTimeout(patience);
  const peak = await watchRenderers(browser);
  const start = performance.now();
  const picked = await page.$('#pick');
  await picked.uploadFile(...reports.map(({ path }) => path));
  await page.waitForFunction(
    (reports) => document.querySelectorAll('.report-file.read').length === reports,
    { polling: 100 },
    reports.length,
  );
  await settled(seen);
  const ms = performance.now() - start;
  const most = await peak();
  const read = await seen.texts('.report-file.read');
  await seen.close();
  const lines = read.map((text) => Number(/([\d,]+) lines?/.exec(text)[1].replaceAll(',', '')));
  const expected = await Promise.all(reports.map(rowsIn));
  assert.deepEqual(lines.sort(), expected.sort());
  const sum = (all) => all.reduce((total, each) => total + each, 0);
  return {
    ms,
    peak: most,
    lines: sum(lines),
    bytes: sum(reports.map(({ bytes }) => bytes)),
  };
}

export async function memoryTable() {
  const browser = await launch('chromium');
  const rows = [];
  for (const [title, reports] of loads) {
    const { ms, peak, lines, bytes } = await once(browser, reports());
    const of = peak === null ? '?' : `${Math.round((100 * peak) / bytes)} %`;
    const most = peak === null ? '?' : megabytes(peak);
    rows.push([title, lines, megabytes(bytes), most, of, `${Math.round(ms)} ms`]);
  }
  await browser.close();
  console.log('Much at once, from the drop to the list that is drawn');
  printTable(['', 'lines', 'of text', 'peak memory', 'of the text', 'until listed'], rows);
}
