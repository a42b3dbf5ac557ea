// The page for everyone: axe-core finds nothing in three languages, light and dark, on
// desk and phone; and the whole way from the sample to a mark goes by keys alone. axe
// looks at the document, which is the same in each browser: one is asked.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { answerFor, letterOf, orderWithTime, pasteMessage } from './buyers.mjs';
import { aim, openOutbox } from './outbox.mjs';
import { addRefund, openRefund, teapotAndPlates } from './refunds.mjs';
import { loadSample, settled, visit } from './visit.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What each language has of its own are words, and the list has most of them.
const languages = ['ja', 'en', 'it'];

// What is told by colours alone takes most of the time.
const ofColours = ['color-contrast', 'link-in-text-block'];

// Of the page as it stands; what the dark one has of its own are colours, and what another
// language has of its own are none.
async function problems({ page }, { colours = true } = {}) {
  await page.evaluate(axe);
  const found = (theme, options) =>
    page.evaluate(
      async (theme, options) => {
        const { violations } = await window.axe.run(document, {
          resultTypes: ['violations'],
          ...options,
        });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ html, any }) => `${theme}, ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`,
          ),
        );
      },
      theme,
      options,
    );
  const shown = async (theme) => {
    await page.select('#theme', theme);
    await page.waitForFunction(
      (theme) => document.documentElement.dataset.theme === theme,
      {},
      theme,
    );
  };
  if (!colours) {
    const off = Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }]));
    return found('light', { rules: off });
  }
  const light = await found('light', {});
  await shown('dark');
  const dark = await found('dark', { runOnly: ofColours });
  await shown('light');
  return [...light, ...dark];
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    for (const language of languages) {
      inOne(`has nothing to reproach in ${language}`, async () => {
        const seen = await visit(browser, { language });
        const colours = language === languages[0];
        assert.deepEqual(await problems(seen, { colours }), [], 'empty desk');
        for (const [opener, opened] of [
          ['#first-order', '#help'],
          ['footer .forget', '#forget'],
        ]) {
          await seen.page.click(opener);
          await seen.page.waitForSelector(`${opened}[open]`);
          assert.deepEqual(await problems(seen, { colours }), [], opened);
          await seen.page.keyboard.press('Escape');
        }
        await loadSample(seen);
        await seen.page.click('th .open-order');
        await seen.page.waitForSelector('.action');
        await seen.page.click('.work .col-done input');
        await settled(seen);
        assert.deepEqual(await problems(seen, { colours }), [], 'list and order');
        await seen.page.setViewport({ width: 390, height: 844 });
        await seen.page.waitForSelector('[role=dialog]');
        assert.deepEqual(await problems(seen, { colours }), [], 'order on a phone');
        await seen.page.keyboard.press('Escape');
        await seen.page.click('#view-rejects');
        await settled(seen);
        assert.deepEqual(await problems(seen, { colours }), [], 'row check on a phone');
        await seen.close();
      });
    }

    inOne('has nothing to reproach of files and paper', async () => {
      const seen = await visit(browser, { language: 'ja' });
      await loadSample(seen);
      await openOutbox(seen);
      await seen.page.click('.shop summary');
      await seen.page.select('#rule', 'hold-pending');
      await settled(seen);
      await seen.page.click('#pick-all');
      await aim(seen, 'picklist');
      await seen.page.click('#outbox-strict');
      await seen.page.waitForSelector('.outbox-outcome .left-out li');
      assert.deepEqual(await problems(seen), [], 'files and paper');
      await seen.page.setViewport({ width: 390, height: 844 });
      assert.deepEqual(await problems(seen), [], 'files and paper on a phone');
      await seen.close();
    });

    inOne('has nothing to reproach of answers', async () => {
      const seen = await visit(browser, { language: 'ja' });
      const { page } = seen;
      await loadSample(seen);
      const order = await orderWithTime(seen);
      await pasteMessage(seen, letterOf('503-0000001-0000001'));
      assert.deepEqual(await problems(seen), [], 'not here');
      await answerFor(seen, order);
      assert.deepEqual(await problems(seen), [], 'what the buyer says');
      await page.click('[data-case=contact-buyer]');
      await page.waitForSelector('#letter-body mark');
      await page.click('#keep-case');
      await page.waitForSelector('.follow-up .close-case');
      await settled(seen);
      assert.deepEqual(await problems(seen), [], 'answer with a blank');
      await page.setViewport({ width: 390, height: 844 });
      await page.waitForSelector('[role=dialog]');
      await page.click('#nearest, #other-case');
      await page.click('[data-case=not-received]');
      await page.waitForSelector('[data-ask] input');
      await page.click('[data-ask] input');
      await settled(seen);
      assert.deepEqual(await problems(seen), [], 'answer on a phone');
      for (const left of ['.says', '#open-answer', '.work']) {
        await page.keyboard.press('Escape');
        await page.waitForSelector(left);
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 390, `${width}`);
      await page.click('#view-cases');
      await page.waitForSelector('.cases-of');
      assert.deepEqual(await problems(seen), [], 'cases on a phone');
      await page.setViewport({ width: 1280, height: 900 });
      assert.deepEqual(await problems(seen), [], 'cases');
      await seen.close();
    });

    inOne('has nothing to reproach of refunds', async () => {
      const seen = await visit(browser, { language: 'ja' });
      await loadSample(seen);
      await seen.page.click('#open-stock');
      await seen.page.type('#stock-field', 'KETL-09-BK,many');
      await seen.page.click('#stock-apply');
      await seen.page.waitForSelector('#stock-error');
      await openRefund(seen, teapotAndPlates, 'goodwill');
      await seen.page.waitForSelector('#refund-amount');
      await seen.page.type('#refund-amount', '99x');
      await seen.page.waitForSelector('#refund-error');
      assert.deepEqual(await problems(seen), [], 'stock list and refused amount');
      await seen.page.select('#refund-reason', 'undeliverable');
      await seen.page.waitForSelector('.parts');
      assert.deepEqual(await problems(seen), [], 'refund');
      await seen.page.setViewport({ width: 390, height: 844 });
      await seen.page.waitForSelector('[role=dialog]');
      assert.deepEqual(await problems(seen), [], 'refund on a phone');
      await addRefund(seen);
      await seen.page.click('#order .notice .link');
      await seen.page.waitForSelector('.planned');
      await seen.page.click('#plan-download');
      await seen.page.waitForSelector('.written');
      assert.deepEqual(await problems(seen), [], 'plan on a phone');
      await seen.page.setViewport({ width: 1280, height: 900 });
      assert.deepEqual(await problems(seen), [], 'plan');
      await seen.close();
    });

    inOne('has nothing to reproach of shared parcels', async () => {
      const seen = await visit(browser, { language: 'ja' });
      await loadSample(seen);
      await seen.page.click('#view-combine');
      await seen.page.waitForSelector('.group .accept');
      await seen.page.click('#open-terms');
      await seen.page.waitForSelector('.terms');
      assert.deepEqual(await problems(seen), [], 'groups and terms');
      // In one go: the list may be drawn anew between a focus and a key.
      await seen.page.$eval('.group.later .accept', (button) => button.click());
      await seen.page.waitForSelector('.group.accepted');
      await seen.page.click('#next-day');
      await seen.page.waitForSelector('.standing.refused');
      assert.deepEqual(await problems(seen), [], 'a parcel of which one order is not through');
      await seen.page.setViewport({ width: 390, height: 844 });
      await settled(seen);
      assert.deepEqual(await problems(seen), [], 'on a phone');
      await seen.close();
    });

    inOne('shares a parcel and takes it back by keys alone', async () => {
      const seen = await visit(browser);
      await loadSample(seen);
      await seen.page.focus('#view-combine');
      await seen.page.keyboard.press('Enter');
      await seen.page.waitForSelector('.group.later .accept');
      await settled(seen);
      await seen.page.focus('.group.later .accept');
      await seen.page.keyboard.press('Enter');
      await seen.page.waitForSelector('.group.accepted');
      await seen.page.waitForFunction(() => document.activeElement.id === 'combine-undo');
      await seen.page.keyboard.press('Enter');
      await seen.page.waitForFunction(() => !document.querySelector('.group.accepted'));
      await seen.close();
    });

    it('is worked by keys alone', async () => {
      const seen = await visit(browser);
      const { keyboard } = seen.page;
      const focused = (selector) =>
        seen.page.evaluate((selector) => document.activeElement?.matches(selector), selector);
      const tabTo = async (selector) => {
        for (let presses = 0; presses < 40; ++presses) {
          await keyboard.press('Tab');
          if (await focused(selector)) return;
        }
        assert.fail(`Tab does not reach ${selector}`);
      };
      await tabTo('.skip');
      await tabTo('[data-sample=jp]');
      await keyboard.press('Enter');
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      await keyboard.press('/');
      assert.ok(await focused('#search'));
      await tabTo('.work .col-done input');
      await tabTo('th .open-order');
      await keyboard.press('ArrowDown');
      const second = (await seen.texts('th .open-order'))[1];
      await keyboard.press('Enter');
      await seen.page.waitForSelector('.action');
      assert.ok((await seen.text('#order-title')).includes(second));
      await tabTo('#order .action .tick input');
      await keyboard.press(' ');
      await seen.page.waitForSelector('.undo');
      await keyboard.press('Escape');
      await settled(seen);
      assert.equal(await seen.page.$('#order'), null);
      assert.ok(await focused('.open-order'), 'focus is back in the list');
      assert.equal(await seen.page.evaluate(() => document.activeElement.dataset.order), second);
      await seen.close();
    });

    it('leaves the focus nowhere in between', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      const { keyboard } = page;
      const focused = (selector) =>
        page.waitForFunction((selector) => document.activeElement?.matches(selector), {}, selector);
      await page.focus('[data-sample=jp]');
      await keyboard.press('Enter');
      await focused('#headline');
      await settled(seen);
      await page.focus('#open-clock');
      await keyboard.press('Enter');
      await focused('#clock');
      await keyboard.press('Escape');
      await focused('#open-clock');
      await page.focus('#paste');
      await keyboard.press('Enter');
      await focused('#paste-field');
      await keyboard.press('Escape');
      await focused('#paste');
      await page.focus('#clear');
      await keyboard.press('Enter');
      await focused('#pick');
      await seen.close();
    });

    it('fits a phone without sideways scrolling', async () => {
      const seen = await visit(browser, { width: 390, height: 844, language: 'it' });
      const width = () => seen.page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok((await width()) <= 390);
      await loadSample(seen);
      assert.ok((await width()) <= 390);
      await openOutbox(seen);
      await aim(seen, 'yamato-b2');
      await seen.page.click('.shop summary');
      assert.ok((await width()) <= 390, 'files and paper');
      for (const view of ['rejects', 'plan', 'combine']) {
        await seen.page.click(`#view-${view}`);
        await settled(seen);
        assert.ok((await width()) <= 390, view);
      }
      const sums = await seen.page.$$eval('.shares', (all) =>
        all.map((each) => each.scrollWidth - each.parentElement.clientWidth),
      );
      assert.deepEqual(new Set(sums), new Set([0]), 'the sums of a parcel fit their frame');
      await seen.close();
    });
  });
}
