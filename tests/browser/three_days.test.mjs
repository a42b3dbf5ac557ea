// Three mornings of a seller with nine orders: labels out, numbers in, the confirmation;
// one came back, and is confirmed again; all gone. The tab is killed after each step, and
// the presses of the first two mornings are counted.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { again, events, id, listing, loaded, monday, numberOf, tuesday, written } from './days.mjs';
import { catchDownloads, caught } from './outbox.mjs';
import { drop, settled, visit, withControl } from './visit.mjs';

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const wednesday = '2026-11-20T08:00:00+09:00';
const mostPresses = 14;

const decoded = (bytes) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
const issued = (rows, from) => {
  const back = rows.map((row, i) =>
    i === 0 ? row : Object.assign([...row], { 3: numberOf(from + i) }),
  );
  return { name: `issued-${from}.csv`, bytes: Papa.unparse(back) };
};

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);
    let seen;
    let presses = 0;

    const press = async (selector) => {
      presses += 1;
      await seen.page.waitForSelector(selector);
      await seen.page.click(selector);
    };
    const choose = async (selector, value) => {
      presses += 2; // open the list, take one
      await seen.page.select(selector, value);
      await settled(seen);
    };
    const dropped = async (file) => {
      presses += 1;
      await loaded(seen, file);
    };
    const rows = (count) =>
      seen.page.waitForFunction(
        (wanted) => document.querySelector('.outbox-outcome')?.innerText.includes(wanted),
        {},
        count === 1 ? '1 row' : `${count} rows`,
      );
    const states = async () => {
      const badges = await seen.texts('.badge.step');
      return Object.fromEntries(
        [...new Set(badges)].map((text) => [text, badges.filter((each) => each === text).length]),
      );
    };
    // Killed, and its reports dropped once more: the page is where it was.
    const killed = async (moment, file) => {
      await again(seen, moment);
      await loaded(seen, file);
      await catchDownloads(seen);
    };
    const sent = async (kind, count) => {
      await press('#open-outbox');
      await choose('#outbox-target', kind);
      await rows(count);
      await press('#outbox-send');
      const [file] = await caught(seen);
      return file;
    };

    it('takes nine orders to "gone" within 14 presses a morning', async () => {
      seen = await visit(browser, { now: monday });
      await seen.page.evaluate(
        (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
        SHOP,
      );
      await again(seen, monday);
      await catchDownloads(seen);
      const first = listing('monday.txt', '18', nine);
      await dropped(first);
      const labels = await sent('yamato-b2', 9);
      assert.equal(labels.name, 'yamato-b2_2026-11-18_9.csv');
      await written(seen, 2);
      const beforeKill = presses;
      await killed(monday, first);
      assert.deepEqual(await states(), { 'Label written': 9 });

      presses = beforeKill + 1;
      const table = Papa.parse(decoded(labels.bytes).trimEnd()).data;
      await drop(seen, [issued(table, 0)]);
      await written(seen, 3);
      await seen.page.waitForFunction(
        () => document.querySelectorAll('.badge.step.numbered').length === 9,
      );
      const withNumbers = presses;
      await killed(monday, first);
      assert.deepEqual(await states(), { 'Number taken': 9 });

      // The numbers are on the desk again by themselves.
      presses = withNumbers;
      await seen.page.waitForFunction(() =>
        /\b9\b/.test(document.querySelector('#open-tracking')?.innerText ?? ''),
      );
      const confirmation = await sent('shipping-confirmation', 9);
      assert.equal(confirmation.name, 'shipping-confirmation_2026-11-18_9.txt');
      await written(seen, 4);

      await again(seen, tuesday);
      await catchDownloads(seen);
      await dropped(listing('tuesday.txt', '19', [9, 10, 11]));
      const line = await seen.text('#since');
      for (const part of ['1 came back', '2 new', '8 left as confirmed'])
        assert.ok(line.includes(part), line);
      await press('#since-came_back');
      await settled(seen);
      assert.deepEqual(await seen.texts('th .open-order'), [id(9)]);
      assert.ok(presses <= mostPresses, `${presses} presses`);
    });

    it('confirms again what came back, and sees it go', async () => {
      await seen.page.click('#open-tracking');
      await seen.page.type('#tracking-field', `${id(9)} ${numberOf(40)}\n`);
      await seen.page.select('#tracking-carrier', 'yamato');
      await seen.page.click('#tracking-apply');
      await written(seen, 6);
      const file = await sent('shipping-confirmation', 1);
      assert.ok(decoded(file.bytes).includes(numberOf(40)));
      await written(seen, 7);
      await again(seen, wednesday);
      await loaded(seen, listing('wednesday.txt', '20', [10]));
      const line = await seen.text('#since');
      assert.ok(line.includes('1 left as confirmed'), line);
      assert.ok(line.includes('1 left otherwise'), line);
      assert.ok(!line.includes('came back'), line);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('goes back to the first step and on to the last, with every number', async () => {
      seen = await visit(browser, { now: monday });
      const { page } = seen;
      await page.evaluate(
        (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
        SHOP,
      );
      await again(seen, monday);
      await catchDownloads(seen);
      await loaded(seen, listing('monday.txt', '18', nine));
      const labels = await sent('yamato-b2', 9);
      await page.click('#open-outbox');
      await page.waitForFunction(() => !document.querySelector('#outbox-target'));
      await drop(seen, [issued(Papa.parse(decoded(labels.bytes).trimEnd()).data, 0)]);
      await written(seen, 3);
      await page.waitForFunction(
        () => document.querySelectorAll('.badge.step.numbered').length === 9,
      );
      const confirmed = await sent('shipping-confirmation', 9);
      await written(seen, 4);
      await page.click('#pick-all');
      await page.click('#bulk-done');
      await written(seen, 5);
      await settled(seen);
      const atTheEnd = await states();
      const numbers = () => page.$eval('#open-tracking', (button) => button.innerText);
      assert.match(await numbers(), /9/);

      for (let step = 1; step <= 4; ++step) {
        await page.focus('#headline');
        await withControl(seen, 'z');
        await written(seen, 5 + step);
      }
      await page.waitForFunction(() => !document.querySelector('#undo-last'));
      await settled(seen);
      assert.deepEqual(await states(), {});
      assert.doesNotMatch(await numbers(), /9/);

      for (let step = 1; step <= 4; ++step) {
        await page.focus('#headline');
        await withControl(seen, 'y');
        await written(seen, 9 + step);
      }
      await settled(seen);
      assert.deepEqual(await states(), atTheEnd);
      assert.match(await numbers(), /9/);
      await killed(monday, listing('monday.txt', '18', nine));
      await settled(seen);
      assert.deepEqual(await states(), atTheEnd);
      const { orders, what } = (await events(seen)).find((each) => each.file === confirmed.name);
      assert.deepEqual([what, orders.length], ['confirmation-file', 9]);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });
  });
}
