// Ways through the page: Back closes what is open before it leaves, keys lead from order
// to order, a filter keeps the name it was given, and enough orders are in sight.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { kept, loadSample, settled, visit } from './visit.mjs';

const gone = ({ page }, selector) =>
  page.waitForFunction((selector) => !document.querySelector(selector), {}, selector);

// Not awaited within the page, which it may leave.
const back = ({ page }) => page.evaluate(() => void setTimeout(() => history.back()));

// Whether an entry of the history stands for something that is open.
const entered = ({ page }, is) =>
  page.waitForFunction((is) => (history.state !== null) === is, {}, is);

const openFirst = async ({ page }) => {
  await page.evaluate(() => {
    const openers = [...document.querySelectorAll('.open-order')];
    openers.find((each) => each.offsetParent).click();
  });
  await page.waitForSelector('.action .source');
};

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it('closes one thing at each Back, and then leaves', async () => {
      const seen = await visit(browser, { width: 390, height: 844 });
      const { page } = seen;
      await page.goto(`${seen.site.address}?again`); // what there is to go back to
      await page.waitForSelector('#sample');
      await loadSample(seen);
      await openFirst(seen);
      await page.click('#open-refund');
      await page.waitForSelector('#refund-reason');
      await back(seen);
      await gone(seen, '#refund-reason');
      assert.ok(await page.$('#order'), 'the order is still open');
      await back(seen);
      await gone(seen, '#order');
      await page.click('#view-plan');
      await page.click('#open-help');
      await page.waitForSelector('#help[open]');
      await back(seen);
      await gone(seen, '#help[open]');
      assert.ok(await page.$('#view-plan[aria-current]'), 'the view is still open');
      await back(seen);
      await page.waitForSelector('#view-work[aria-current]');
      await entered(seen, false);
      await back(seen);
      await page.waitForFunction(() => location.search === '');
      await seen.close();
    });

    it('leaves at once what was closed by hand', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      for (let turn = 0; turn < 3; ++turn) {
        await openFirst(seen);
        await entered(seen, true);
        await page.keyboard.press('Escape');
        await gone(seen, '#order');
        await entered(seen, false);
      }
      await page.keyboard.press('?');
      await page.waitForSelector('#keys[open]');
      await entered(seen, true);
      await page.keyboard.press('Escape');
      await entered(seen, false);
      assert.ok(await page.$('.work tbody tr'), 'nothing else was closed');
      await seen.close();
    });

    inOne('steps from order to order by keys and buttons', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      const orders = await seen.texts('th .open-order');
      const shows = (order) =>
        page.waitForFunction(
          (order) => document.querySelector('#order-title')?.innerText.includes(order),
          {},
          order,
        );
      await page.keyboard.press('j');
      await shows(orders[0]);
      assert.ok(await page.$('#previous-order:disabled'), 'nothing stands above the first');
      await page.keyboard.press('j');
      await shows(orders[1]);
      await page.click('#next-order');
      await shows(orders[2]);
      await page.keyboard.press('k');
      await shows(orders[1]);
      await page.focus('#search');
      await page.keyboard.type('jk?');
      assert.equal(await page.$eval('#search', (field) => field.value), 'jk?');
      assert.equal(await page.$('#keys[open]'), null, 'a field takes its letters');
      await seen.close();
    });

    inOne('keeps a filter under its name, without what was searched', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await page.select('#rule', 'ship');
      await settled(seen);
      await page.select('#urgency', 'today');
      await settled(seen);
      const narrowed = await seen.texts('th .open-order');
      await page.type('#search', '田中');
      await settled(seen);
      await page.click('#name-view');
      await page.waitForSelector('#view-name');
      await page.type('#view-name', '今日の出荷');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.saved-view[aria-pressed=true]');
      assert.equal(await page.$('#name-view'), null, 'it has a name now');
      assert.doesNotMatch(JSON.stringify(await kept(seen)), /田中/);

      await page.reload();
      await page.waitForSelector('#sample');
      await loadSample(seen);
      assert.deepEqual(await seen.texts('.saved-view'), ['今日の出荷']);
      await page.click('.saved-view');
      await settled(seen);
      assert.deepEqual(await seen.texts('th .open-order'), narrowed);
      assert.equal(await page.$eval('#rule', (select) => select.value), 'ship');

      await page.click('.chip .round');
      await gone(seen, '.saved-view');
      await page.click('.undo button');
      await page.waitForSelector('.saved-view');
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('makes nothing of views that no page saved', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      for (const stored of ['{', '7', '[null, 3, {"name": "x"}]', '{"name": "x"}']) {
        await page.evaluate((stored) => localStorage.setItem('parcelwise.views', stored), stored);
        await page.reload();
        await page.waitForSelector('#sample');
        await loadSample(seen);
        assert.deepEqual(await seen.texts('.saved-view'), [], stored);
      }
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    for (const language of ['en', 'ja', 'it']) {
      it(`has orders in sight, and each head in its column, in ${language}`, async () => {
        const seen = await visit(browser, { width: 1280, height: 720, language });
        const { page } = seen;
        await loadSample(seen);
        for (const [width, height, least] of [
          [1280, 720, 6],
          [390, 844, 2],
          [1000, 900],
          [1920, 900],
        ]) {
          await page.setViewport({ width, height });
          await page.waitForFunction((width) => innerWidth === width, {}, width);
          await settled(seen);
          const [inSight, over] = await page.evaluate(() => {
            scrollTo(0, 0);
            const rows = [...document.querySelectorAll('.work tbody tr')];
            const heads = [...document.querySelectorAll('.work thead th')];
            return [
              rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
              heads
                .filter((head) => head.offsetParent && head.innerText.trim() !== '')
                .filter((head) => {
                  const text = document.createRange();
                  text.selectNodeContents(head);
                  const [inner, outer] = [text, head].map((each) => each.getBoundingClientRect());
                  return inner.right > outer.right + 1 || inner.left < outer.left - 1;
                })
                .map((head) => head.innerText),
            ];
          });
          if (least) assert.ok(inSight >= least, `${inSight} orders on ${width} x ${height}`);
          assert.deepEqual(over, [], `${width}`);
        }
        await seen.close();
      });
    }

    inOne('lists a report that needs a look, also while the others are folded', async () => {
      const seen = await visit(browser);
      await loadSample(seen);
      assert.deepEqual(await seen.texts('.report-file'), []);
      await seen.page.click('.fold');
      assert.equal((await seen.texts('.report-file')).length, 5);
      await seen.page.click('.fold');
      await seen.close();
    });
  });
}
