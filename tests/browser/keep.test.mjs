// Today's desk kept until tomorrow, where the seller agrees: all of it comes back after a
// reload or a crash, none of it the next day; without that word nothing is written, and the
// page asks before it is closed with anything unsaved.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { again, id, listing, loaded, monday } from './days.mjs';
import { planWhole } from './refunds.mjs';
import { hostileReport } from './reports.mjs';
import { count, drop, kept, loadSample, sampleMoment, settled, visit } from './visit.mjs';

const reports = () => listing('monday.txt', '18', [1, 2, 3]);

// What stands in storage of today's desk, once it is as wanted.
const stored = (seen, wanted) =>
  seen.page.waitForFunction(
    async (wanted) => {
      const opening = indexedDB.open('parcelwise');
      const db = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
      const asked = db.transaction('kept').objectStore('kept').getAll();
      const all = await new Promise((done) => (asked.onsuccess = () => done(asked.result)));
      db.close();
      const work = all.find((each) => each.requests);
      const found = {
        files: all.flatMap((each) => (each.bytes ? [each.name] : [])),
        stock: work?.stock,
        numbers: work?.numbers.length,
        refunds: work?.requests.length,
      };
      return Object.entries(wanted).every(
        ([name, value]) => JSON.stringify(found[name]) === JSON.stringify(value),
      );
    },
    { polling: 100 },
    wanted,
  );

const agree = async (seen) => {
  await seen.page.waitForSelector('#keep-yes');
  await seen.page.click('#keep-yes');
  await seen.page.waitForFunction(() => !document.querySelector('#keep-question'));
};

const giveNumbers = async ({ page }) => {
  await page.click('#open-tracking');
  await page.type('#tracking-field', `${id(1)} 400000000005\n`);
  await page.select('#tracking-carrier', 'yamato');
  await page.click('#tracking-apply');
  await page.waitForSelector('.badge.step.numbered');
};

const giveStock = async ({ page }) => {
  await page.click('#open-stock');
  await page.type('#stock-field', 'POT-1,5');
  await page.click('#stock-apply');
  await page.waitForSelector('#stock-clear');
};

const hasCount = ({ page }, selector, count) =>
  page.waitForFunction(
    (selector, count) => document.querySelector(selector)?.innerText.includes(count),
    {},
    selector,
    String(count),
  );

async function opened(browser) {
  const seen = await visit(browser, { now: monday });
  await loaded(seen, reports());
  return seen;
}

const planRefund = async (seen) => {
  await seen.page.$eval('.work tbody .open-order', (button) => button.click());
  await planWhole(seen);
};

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('asks once, and writes nothing without a yes', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await page.waitForSelector('#keep-question');
      assert.match(await seen.text('#keep-question'), /names and addresses/);
      assert.deepEqual((await kept(seen)).stores.kept, []);
      await page.click('#keep-no');
      await page.waitForFunction(() => !document.querySelector('#keep-question'));
      assert.deepEqual((await kept(seen)).stores.kept, []);
      await again(seen, monday);
      assert.equal(await page.$('.work'), null);
      await loaded(seen, reports());
      assert.equal(await page.$('#keep-question'), null, 'it was asked before');
      assert.deepEqual((await kept(seen)).stores.kept, []);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('does not ask about the sample, and keeps none of it', async () => {
      const seen = await visit(browser, { now: monday });
      await loadSample(seen);
      assert.equal(await seen.page.$('#keep-question'), null);
      await drop(seen, [reports()]);
      await agree(seen);
      await stored(seen, { files: ['monday.txt'] });
      await seen.close();
    });

    it('brings the whole desk back after a crash, and none of it the next day', async () => {
      const seen = await opened(browser);
      await agree(seen);
      await giveNumbers(seen);
      await giveStock(seen);
      await stored(seen, { files: ['monday.txt'], stock: 'POT-1,5', numbers: 1 });

      // The tab is gone without a word; another one of the same browser.
      const page = await seen.page.browserContext().newPage();
      page.on('dialog', (dialog) => void dialog.accept()); // what is being written now
      const address = seen.page.url();
      await seen.page.close();
      await page.goto(address);
      const back = { ...seen, page };
      await page.waitForSelector('.work tbody tr');
      await settled(back);
      assert.equal((await page.$$('.work tbody tr')).length, 3);
      await hasCount(back, '#open-stock', 1);
      await hasCount(back, '#open-tracking', 1);
      assert.equal(await page.$('#keep-question'), null);
      assert.equal(await page.$('.badge.step.came-back'), null);

      // A report that is taken off is not brought back.
      await drop(back, [listing('more.txt', '18', [4])]);
      await stored(back, { files: ['monday.txt', 'more.txt'] });
      await page.click('.fold');
      await page.click('.report-file .round');
      await stored(back, { files: ['more.txt'] });

      await page.evaluateOnNewDocument(() => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + 24 * 60 * 60 * 1000;
      });
      await page.reload();
      await page.waitForSelector('#sample');
      await stored(back, { files: [], numbers: undefined });
      assert.deepEqual((await kept(back)).stores.kept, []);
      assert.equal(await page.$('.work'), null);
      await seen.close();
    });

    inOne(
      'lets go of the desk at midnight, also of a page that stays open at a set time',
      async () => {
        const seen = await opened(browser);
        const { page } = seen;
        await agree(seen);
        await giveNumbers(seen);
        await stored(seen, { files: ['monday.txt'], numbers: 1 });
        await page.evaluate(() => {
          const now = Date.now.bind(Date);
          Date.now = () => now() + 24 * 60 * 60 * 1000;
          document.dispatchEvent(new Event('visibilitychange'));
        });
        await stored(seen, { files: [], numbers: undefined });
        // It asks now before it is closed; and keeps the desk anew with the next change of it.
        const asks = () =>
          page.evaluate(() => {
            const event = new Event('beforeunload', { cancelable: true });
            return !dispatchEvent(event);
          });
        assert.equal(await asks(), true);
        await giveStock(seen);
        await stored(seen, { files: ['monday.txt'], numbers: 1, stock: 'POT-1,5' });
        await page.waitForFunction(() =>
          dispatchEvent(new Event('beforeunload', { cancelable: true })),
        );
        await seen.close();
      },
    );

    it('keeps the desk of one window, and leaves it alone in another', async () => {
      const seen = await opened(browser);
      await agree(seen);
      await giveNumbers(seen);
      await stored(seen, { files: ['monday.txt'], numbers: 1 });
      const page = await seen.page.browserContext().newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const other = { ...seen, page };
      await page.goto(seen.page.url());
      await page.waitForSelector('#sample');
      await loaded(other, listing('more.txt', '18', [7]));
      assert.equal((await page.$$('.work tbody tr')).length, 1);
      await giveStock(other);
      await page.click('.fold');
      assert.equal(await page.$('#keep-toggle'), null, 'nothing is kept here');
      await stored(other, { files: ['monday.txt'], numbers: 1, stock: '' });
      await seen.page.bringToFront();
      await seen.page.reload();
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      assert.equal((await seen.page.$$('.work tbody tr')).length, 3);
      await seen.page.click('#keep-toggle'); // the files are unfolded here too
      await stored(seen, { files: [] });
      await page.bringToFront();
      await page.click('#stock-clear');
      await settled(other);
      assert.deepEqual((await kept(other)).stores.kept, []);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne(
      'brings the desk back beside what was done meanwhile, and not into the sample',
      async () => {
        const seen = await opened(browser);
        await agree(seen);
        await giveStock(seen);
        await stored(seen, { files: ['monday.txt'], stock: 'POT-1,5' });
        // Storage that opens late, as a slow disk lets it.
        await seen.page.evaluateOnNewDocument(() => {
          const request = navigator.locks.request.bind(navigator.locks);
          navigator.locks.request = async (name, _patience, task) => {
            await new Promise((opened) => (window.openStorage = opened));
            return request(name, task);
          };
        });
        await seen.page.reload();
        await seen.page.waitForSelector('#sample');
        await seen.page.waitForFunction(() => window.openStorage);
        await seen.page.click('[data-sample=jp]');
        await seen.page.waitForSelector('.work tbody tr');
        await settled(seen);
        const made = (await seen.page.$$('.work tbody tr')).length;
        await seen.page.evaluate(() => window.openStorage());
        await settled(seen);
        assert.equal((await seen.page.$$('.work tbody tr')).length, made);
        await drop(seen, [listing('more.txt', '18', [4])]);
        await count(seen, '.work tbody tr', 4); // and those that were kept
        await hasCount(seen, '#open-stock', 1);
        await stored(seen, { files: ['monday.txt', 'more.txt'], stock: 'POT-1,5' });
        await seen.close();
      },
    );

    inOne('stops keeping when it is told to', async () => {
      const seen = await opened(browser);
      await agree(seen);
      await stored(seen, { files: ['monday.txt'] });
      await seen.page.click('.fold');
      await seen.page.click('#keep-toggle');
      await stored(seen, { files: [] });
      assert.deepEqual((await kept(seen)).stores.kept, []);
      await seen.close();
    });

    const losses = [
      ['nothing but reports', async () => undefined, false],
      ['numbers', giveNumbers, true],
      ['stock', giveStock, true],
      [
        'text that was typed and not sent',
        async ({ page }) => {
          await page.click('#open-tracking');
          await page.type('#tracking-field', id(2));
        },
        true,
      ],
    ];
    for (const [what, give, asks] of losses) {
      const inEach = what === 'stock' ? inOne : it;
      inEach(`${asks ? 'asks' : 'does not ask'} before it is closed with ${what}`, async () => {
        const seen = await opened(browser);
        await seen.page.click('#keep-no'); // browsers ask only on a page that was touched
        await give(seen);
        await settled(seen);
        await seen.page.reload();
        await seen.page.waitForSelector('#sample');
        assert.deepEqual(seen.asked, asks ? ['beforeunload'] : []);
        await seen.close();
      });
    }

    it('does not ask where all of it is kept, a refund too', async () => {
      const seen = await visit(browser, { now: sampleMoment });
      await loaded(seen, { name: 'orders.txt', bytes: hostileReport({ prices: true }) });
      await agree(seen);
      await planRefund(seen);
      await stored(seen, { refunds: 1 });
      await settled(seen);
      await seen.page.reload();
      await seen.page.waitForSelector('.work tbody tr');
      await hasCount(seen, '#view-plan', 1);
      assert.deepEqual(seen.asked, []);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });
  });
}
