// The days by which orders must leave: how many each, the money at stake, and a press that
// narrows the list to one of them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { id, listing, loaded, monday } from './days.mjs';
import { count, loadSample, sampleMoment, settled, visit } from './visit.mjs';

const days = '.week .day';

// One to be shipped on the 18th, one on the 19th, two on the 20th.
function spread() {
  const file = listing('monday.txt', '18', [1, 2, 3, 4]);
  const [head, one, two, ...others] = file.bytes.split('\r\n');
  const on = (day, row) => row.replace('2026-11-20T', `2026-11-${day}T`);
  return { ...file, bytes: [head, on(18, one), on(19, two), ...others].join('\r\n') };
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('counts the orders of each day, and shows one day’s by mouse and by keys', async () => {
      const seen = await visit(browser, { now: monday });
      const { page } = seen;
      await loaded(seen, spread());
      const shown = async () => (await seen.texts('th .open-order')).sort();
      assert.deepEqual(
        (await seen.texts(days)).map((each) => each.replace(/\s+/g, ' ')),
        ['Wed 18 Nov 1', 'Thu 19 Nov 1', 'Fri 20 Nov 2'],
      );
      const heights = await page.$$eval(`${days} rect`, (all) =>
        all.map((each) => each.getBoundingClientRect().height),
      );
      assert.ok(heights[0] > 0 && heights[2] > heights[1], heights.join());
      await page.click('[data-day="2026-11-20"]');
      await count(seen, '.work tbody tr', 2);
      assert.deepEqual(await shown(), [3, 4].map(id));
      assert.equal(
        await page.$eval('[aria-pressed=true].day', (each) => each.dataset.day),
        '2026-11-20',
      );

      await page.focus('[data-day="2026-11-18"]');
      await page.keyboard.press('Enter');
      await count(seen, '.work tbody tr', 1);
      assert.deepEqual(await shown(), [id(1)]);
      await page.keyboard.press('Enter');
      await count(seen, '.work tbody tr', 4);

      // Another rule lets go of the day, and so does whatever clears the filters.
      await page.click('[data-day="2026-11-19"]');
      await count(seen, '.work tbody tr', 1);
      await page.click('#clear-filters');
      await count(seen, '.work tbody tr', 4);
      await page.click('[data-day="2026-11-19"]');
      await count(seen, '.work tbody tr', 1);
      await page.select('#rule', '');
      await count(seen, '.work tbody tr', 4);
      assert.equal(await page.$('.day[aria-pressed=true]'), null);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('counts what is ticked off no longer, and again once it is not', async () => {
      const seen = await visit(browser, { now: monday });
      await loaded(seen, spread());
      const last = async () => Number(await seen.text(`${days}:last-child b`));
      const becomes = (wanted) =>
        seen.page.waitForFunction(
          (days, wanted) => document.querySelector(`${days}:last-child b`).innerText === wanted,
          {},
          days,
          String(wanted),
        );
      assert.equal(await last(), 2);
      await seen.page.click('.work tbody tr:last-child .col-done input');
      await becomes(1);
      await seen.page.click('.work tbody tr:last-child .col-done input');
      await becomes(2);
      await seen.close();
    });

    inOne('tells the money of what is left', async () => {
      const seen = await visit(browser, { now: sampleMoment });
      const { page } = seen;
      await loadSample(seen);
      const yen = (text) => Number(text.replaceAll(/\D/g, ''));
      const day = (wanted) =>
        page.waitForFunction(
          (wanted) => document.querySelector('.day.today').title.replaceAll(/\D/g, '') === wanted,
          {},
          String(wanted),
        );
      await page.click('.day.today');
      await settled(seen);
      const all = yen(await page.$eval('.day.today', (each) => each.title));
      const one = yen(await seen.text('.work tbody tr .col-at-risk'));
      assert.ok(all > one && one > 0, `${all} ${one}`);
      await page.click('.work tbody .col-done input');
      await day(all - one);
      await page.click('.work tbody .col-done input');
      await day(all);
      await seen.close();
    });

    inOne('is nothing where one day has all', async () => {
      const seen = await visit(browser, { now: monday });
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      assert.equal(await seen.page.$('.week'), null);
      await seen.close();
    });

    for (const [language, first] of [
      ['ja', /^10\/2\(金\)/],
      ['it', /^ven 02\/10/],
      ['en', /^Fri 2 Oct/],
    ]) {
      const inEach = language === 'it' ? it : inOne; // its words are the longest
      inEach(`fits a phone and tells the money in ${language}`, async () => {
        const seen = await visit(browser, { language, width: 390, height: 844 });
        await loadSample(seen);
        const shown = await seen.texts(days);
        assert.match(shown[0], first);
        const counts = (await seen.texts(`${days} b`)).map(Number);
        const sum = counts.reduce((sum, each) => sum + each);
        await seen.page.select('#rule', 'ship');
        await settled(seen);
        assert.equal((await seen.texts('.work tbody tr')).length, sum);
        const money = await seen.page.$$eval(days, (all) => all.map((each) => each.title));
        assert.ok(
          money.some((each) => /[¥￥]|JPY/.test(each)),
          money.join(),
        );
        const wide = await seen.page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= 390, `${wide}`);
        await seen.close();
      });
    }
  });
}
