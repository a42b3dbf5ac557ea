// Two windows of the page: what is planned, decided and asked in one is the same in the
// other, a step is taken back in either, and the sample's is nobody else's.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, sharedBrowser } from './browsers.mjs';
import { answerFor } from './buyers.mjs';
import { planned } from './refunds.mjs';
import { report } from './reports.mjs';
import {
  count,
  drop,
  loadSample,
  pressSurely,
  sampleMoment,
  settled,
  visit,
  withControl,
} from './visit.mjs';

const bytes = report({ kind: 'new-orders', variant: 'jp33', orders: 40 });
const [first, second] = new Set(bytes.toString('latin1').match(/^\d{3}-\d{7}-\d{7}/gm));
const plan = (...orders) => {
  const refunds = orders.map((order_id) => ({ order_id, reason: 'defective' }));
  return { name: 'plan.json', bytes: Buffer.from(JSON.stringify({ refunds })) };
};

async function loaded(seen) {
  await seen.page.bringToFront();
  await drop(seen, [{ name: 'orders.txt', bytes }]);
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
}

async function otherWindow(seen) {
  const page = await seen.page.browserContext().newPage();
  pressSurely(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(seen.page.url());
  await page.waitForSelector('#sample');
  return { ...seen, page, text: (selector) => page.$eval(selector, (each) => each.innerText) };
}

// A hidden page draws nothing, which is when puppeteer looks.
async function hasPlanned(seen, wanted) {
  await seen.page.bringToFront();
  await planned(seen, wanted);
}

async function hasCases({ page }, wanted) {
  await page.bringToFront();
  await page.waitForFunction(
    (wanted) => document.querySelector('#view-cases').innerText.includes(`(${wanted})`),
    {},
    wanted,
  );
}

const shown = async ({ page }) => {
  await page.bringToFront();
  await page.click('#view-plan');
  await page.waitForSelector('.plan');
};

for (const name of browserNames) {
  describe(`two windows, ${name}`, () => {
    const browser = sharedBrowser(name);

    it('have one plan, whose steps are taken back in either', async () => {
      const one = await visit(browser, { now: sampleMoment });
      await loaded(one);
      await drop(one, [plan(first)]);
      await hasPlanned(one, 1);

      const two = await otherWindow(one);
      await two.page.waitForSelector('.notice');
      assert.match(await two.text('.notices'), /1 refund in the plan/, 'it asked what there is');
      await loaded(two);
      await hasPlanned(two, 1);
      await shown(two);
      await drop(two, [plan(first, second)]);
      await hasPlanned(two, 2);
      await hasPlanned(one, 2);

      await shown(one);
      await one.page.click('.planned .remove');
      await hasPlanned(two, 1);
      await shown(two);
      assert.equal(await two.text('.planned .open-order'), second);
      await two.page.click('#plan-title');
      await withControl(two, 'z'); // the other window's step
      await hasPlanned(one, 2);
      await hasPlanned(two, 2);
      await withControl(two, 'z'); // its own
      await hasPlanned(one, 1);
      await shown(one);
      assert.equal(await one.text('.planned .open-order'), first);
      assert.deepEqual(one.complaints, []);
      await one.close();
    });

    it('have one plan behind a sample, and the sample one of its own', async () => {
      const one = await visit(browser, { now: sampleMoment });
      const two = await otherWindow(one);
      await loadSample(two);
      await one.page.bringToFront();
      await loaded(one);
      await drop(one, [plan(first)]);
      await hasPlanned(one, 1);
      await hasPlanned(two, 0);
      const [ofSample] = await two.page.$$eval('.open-order', (all) =>
        all.map((each) => each.dataset.order),
      );
      await two.page.bringToFront();
      await drop(two, [plan(ofSample, ofSample)]);
      await hasPlanned(two, 2);
      await loaded(two);
      await hasPlanned(two, 1);
      await hasPlanned(one, 1);
      await shown(two);
      assert.equal(await two.text('.planned .open-order'), first);
      await one.close();
    });

    it("know of each other's cases, and forget them together", async () => {
      const one = await visit(browser, { now: sampleMoment });
      await loaded(one);
      const two = await otherWindow(one);
      await loaded(two);
      await answerFor(two, first, 'change-order');
      await two.page.waitForSelector('#keep-case');
      await two.page.click('#keep-case');
      await hasCases(two, 1);
      await hasCases(one, 1);
      await one.page.click('#view-cases');
      await one.page.waitForSelector('.cases-of');
      assert.equal(await one.text('.cases-of tbody .open-order'), first);
      await one.page.click('.cases-of .remove');
      await count(one, '.cases-of', 0);
      await hasCases(two, 0);
      await drop(two, [plan(first)]);
      await hasPlanned(one, 1);

      await one.page.$eval('footer .forget', (button) => button.click());
      await one.page.waitForSelector('#forget[open]');
      await Promise.all([one.page.waitForNavigation(), one.page.click('#forget-all')]);
      for (const { page } of [one, two]) {
        await page.bringToFront();
        await page.waitForSelector('#sample');
        await count({ page }, '.work', 0);
        await count({ page }, '#view-plan', 0);
        assert.doesNotMatch(await page.$eval('body', (body) => body.innerText), /in the plan/);
      }
      await one.close();
    });
  });
}
