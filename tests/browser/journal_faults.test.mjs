// What must not confuse the day's journal: an upload that Amazon refused, two windows on
// one order, a journal of another shop, and the same one come back.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import {
  again,
  events,
  id,
  listing,
  loaded,
  monday,
  openedOnMonday,
  tuesday,
  written,
} from './days.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { count, drop, loadSample, settled, visit, withControl } from './visit.mjs';

const open = async (page, order) => {
  await page.evaluate((order) => {
    document.querySelector(`.open-order[data-order="${order}"]`).click();
  }, order);
  await page.waitForSelector('#own-words');
};

const opened = (browser, numbers = [1, 2, 3]) => openedOnMonday(browser, numbers);

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('moves an order back at once whose confirmation Amazon refused', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await catchDownloads(seen);
      await page.click('#open-tracking');
      await page.type('#tracking-field', `${id(1)} 400000000005\n${id(2)} 400000000016\n`);
      await page.select('#tracking-carrier', 'yamato');
      await page.click('#tracking-apply');
      await count(seen, '.badge.step.numbered', 2);
      await openOutbox(seen);
      await aim(seen, 'shipping-confirmation');
      await page.waitForFunction(() =>
        document.querySelector('.outbox-outcome')?.innerText.includes('2 rows'),
      );
      await page.click('#outbox-send');
      await caught(seen);
      await count(seen, '.badge.step.in-confirmation', 2);
      const answer = [
        'Feed Processing Summary:',
        '\tNumber of records processed\t\t2',
        '\tNumber of records successful\t\t1',
        '',
        'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
        `2\t${id(2)}\t\t13013\tError\tnot this carrier’s`,
        '',
      ].join('\n');
      await drop(seen, [{ name: 'result.txt', bytes: answer }]);
      await count(seen, '.badge.step.in-confirmation', 1);
      await count(seen, '.badge.step.numbered', 1);
      const noted = (await written(seen, 5)).slice(2);
      assert.deepEqual(
        noted.map(({ what, of, orders }) => [what, of ?? orders]),
        [
          ['confirmation-file', [1, 2].map(id)],
          ['undo', 2],
          ['confirmation-file', [id(1)]],
        ],
      );
      assert.equal(noted[2].at, noted[0].at, 'the other order was confirmed then');
      // The same answer again says nothing new, also where a later confirmation stands.
      await page.click('#retry');
      await caught(seen);
      await count(seen, '.badge.step.in-confirmation', 2);
      await written(seen, 6);
      await drop(seen, [{ name: 'result (1).txt', bytes: answer }]);
      await page.waitForFunction(() =>
        document.querySelector('.upload-result')?.innerText.includes('(1)'),
      );
      await settled(seen);
      assert.equal((await events(seen)).length, 6);
      await count(seen, '.badge.step.in-confirmation', 2);
      await page.focus('#headline');
      await withControl(seen, 'z');
      await count(seen, '.badge.step.in-confirmation', 1);
      await written(seen, 7);
      await page.click('#hide-done');
      await count(seen, '.work tbody tr', 2); // without the one that is on its way
      // The next morning knows it: one left as confirmed, the other never was.
      await again(seen, tuesday);
      await loaded(seen, listing('tuesday.txt', '19', [2, 3]));
      const line = await seen.text('#since');
      assert.equal((await seen.texts('.work tbody tr')).length, 2);
      assert.match(line, /1 left as confirmed/);
      assert.doesNotMatch(line, /came back/);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    it('lets two windows act on one order', async () => {
      const seen = await opened(browser);
      const page = await seen.page.browserContext().newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const other = { ...seen, page };
      await page.goto(seen.page.url());
      await page.waitForSelector('#sample');
      await loaded(other, listing('monday.txt', '18', [1, 2, 3]));
      await open(page, id(1));
      await page.type('#own-words', 'blue ribbon');
      await page.click('#add-note');
      await written(other, 2);

      await seen.page.bringToFront();
      await open(seen.page, id(1));
      await seen.page.waitForSelector('#order .own-note'); // of the other window
      await seen.page.type('#own-words', 'waits for stock');
      await seen.page.click('#hold');
      await written(seen, 3);
      await seen.page.click('.work tbody .col-done input');
      await written(seen, 4);

      await page.bringToFront();
      await count(other, 'tr.done', 1);
      await count(other, '.badge.step.held', 2); // in its row and on its panel
      // Each takes back its own step, and that alone.
      await page.focus('#headline');
      await withControl(other, 'z');
      await count(other, '.own-note', 0);
      const all = await written(other, 5);
      assert.deepEqual(
        all.map(({ what, of }) => [what, of]),
        [
          ['listing', undefined],
          ['note', undefined],
          ['hold', undefined],
          ['done', undefined],
          ['undo', 1],
        ],
      );
      await seen.page.bringToFront();
      await count(seen, '.own-note', 0);
      assert.ok(await seen.page.$('#release'), 'it is held as before');
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('refuses the journal of another shop with a sentence', async () => {
      const seen = await opened(browser);
      const before = await events(seen);
      const theirs = { journal: 1, shop: 'Harbour Ceramics', from: 0, events: [] };
      await drop(seen, [{ name: 'journal.json', bytes: JSON.stringify(theirs) }]);
      await seen.page.waitForFunction(() =>
        document.querySelector('.notices')?.innerText.includes('another shop’s'),
      );
      await drop(seen, [{ name: 'journal.json', bytes: '{"journal":7}' }]);
      await seen.page.waitForFunction(() =>
        document.querySelector('.notices')?.innerText.includes('no journal that can be read'),
      );
      // Nor one whose places are none, which storage would not take half-way.
      const dismiss = '.notice.bad button';
      const at = { ...before[0], at: '2026-11-17T08:00:00+09:00' };
      for (const from of ['"0"', '-1', '0.5', '1e999']) {
        await seen.page.click(dismiss);
        await count(seen, dismiss, 0);
        const text = `{"journal":1,"shop":"","from":${from},"events":[${JSON.stringify(at)}]}`;
        await drop(seen, [{ name: 'journal.json', bytes: text }]);
        await seen.page.waitForSelector(dismiss);
      }
      assert.deepEqual(await events(seen), before);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('keeps the stored journal where the core cannot read the one that is added', async () => {
      const seen = await opened(browser);
      const before = await events(seen);
      // Deeper than the core reads.
      const details = JSON.parse('['.repeat(20) + ']'.repeat(20));
      const deep = { ...before[0], at: '2026-11-16T08:00:00+09:00', details };
      const text = JSON.stringify({ journal: 1, shop: '', from: 0, events: [deep] });
      await drop(seen, [{ name: 'journal.json', bytes: text }]);
      await seen.page.waitForSelector('.notice.bad');
      assert.deepEqual(await events(seen), before);
      await seen.page.click('.work tbody .col-done input');
      assert.equal((await written(seen, 2)).at(-1).what, 'done');
      await seen.close();
    });

    it('adds a journal beside what another window noted, which hears of it', async () => {
      const seen = await opened(browser);
      const page = await seen.page.browserContext().newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      const other = { ...seen, page };
      await page.goto(seen.page.url());
      await page.waitForSelector('#sample');
      await loaded(other, listing('monday.txt', '18', [1, 2, 3]));
      await page.click('.work tbody .col-done input');
      await written(other, 2);
      await page.waitForSelector('#undo-last');
      await seen.page.bringToFront();
      const note = { at: '2026-11-17T08:00:00+09:00', what: 'note', orders: [id(3)], text: 'gift' };
      const saved = { journal: 1, shop: '', from: 0, events: [note] };
      await drop(seen, [{ name: 'journal.json', bytes: JSON.stringify(saved) }]);
      const all = await written(seen, 3);
      assert.deepEqual(
        all.map(({ what }) => what),
        ['note', 'listing', 'done'],
      );
      await page.bringToFront();
      await count(other, '#undo-last', 0); // its place is another event's now
      await open(page, id(3));
      await page.waitForSelector('#order .own-note');
      await seen.close();
    });

    inOne('takes a journal that comes while the sample is shown, and ends the sample', async () => {
      const seen = await visit(browser, { now: monday });
      await loadSample(seen);
      const note = { at: '2026-11-15T08:00:00+09:00', what: 'note', orders: [id(1)], text: 'gift' };
      const saved = { journal: 1, shop: '', from: 0, events: [note] };
      await drop(seen, [{ name: 'journal.json', bytes: JSON.stringify(saved) }]);
      assert.deepEqual(await written(seen, 1), [note]);
      await count(seen, '.work', 0);
      assert.equal(await seen.page.$('.notice.bad'), null);
      await seen.close();
    });

    inOne('takes its own journal back, before what happened since', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await catchDownloads(seen);
      await open(page, id(1));
      await page.type('#own-words', 'blue ribbon');
      await page.click('#add-note');
      const [first, note] = await written(seen, 2);
      const saved = { journal: 1, shop: '', from: 0, events: [first, note] };

      const other = await visit(browser, { now: tuesday });
      await loaded(other, listing('tuesday.txt', '19', [2, 3, 4]));
      await other.page.click('.work tbody .col-done input');
      await written(other, 2);
      await other.page.click('.undo button');
      await written(other, 3);
      await drop(other, [{ name: 'journal.json', bytes: JSON.stringify(saved) }]);
      await other.page.waitForSelector('#since-new');
      assert.match(await other.text('#since'), /1 new[\s\S]*1 left otherwise/);
      const all = await written(other, 5);
      assert.deepEqual(
        all.map(({ what, of }) => [what, of]),
        [
          ['listing', undefined],
          ['note', undefined],
          ['listing', undefined],
          ['done', undefined],
          ['undo', 3],
        ],
      );
      // Once more changes nothing.
      await drop(other, [{ name: 'journal.json', bytes: JSON.stringify(saved) }]);
      await settled(other);
      assert.equal((await events(other)).length, 5);
      await other.close();
      await seen.close();
    });
  });
}
