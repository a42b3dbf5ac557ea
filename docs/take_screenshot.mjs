// Takes README's picture, docs/screenshot.png, a whole morning: the single file from
// the disk, its sample loaded, the reports folded, one order open beside the list.
// Needs `make page` first.
//
//   node docs/take_screenshot.mjs

import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/browser/browsers.mjs';
import { loadSample, sampleMoment, visit } from '../tests/browser/visit.mjs';

const path = fileURLToPath(new URL('./screenshot.png', import.meta.url));
const mostBytes = 300_000;

process.env.TZ = 'Asia/Tokyo'; // this seller is in Japan: the clock needs no zone
const browser = await launch('chromium');
const seen = await visit(browser, { from: 'file', now: sampleMoment, width: 1280, height: 1120 });
await loadSample(seen);
await seen.page.evaluate(() => document.querySelector('.fold[aria-expanded="true"]')?.click());
await seen.page.click('th .open-order');
await seen.page.waitForSelector('.action .source');
await seen.page.screenshot({ path });
await seen.close();
await browser.close();

const { size } = statSync(path);
console.log(`${path}: ${size} bytes`);
if (size > mostBytes) throw new Error(`over ${mostBytes} bytes`);
