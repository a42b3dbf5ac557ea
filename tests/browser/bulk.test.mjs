// Work in bulk: the first column chooses, by mouse, with Shift, by keys, or all of the
// list; what is done with the choice is one step that one undo takes back; what is done can
// be hidden, and the tiles count what remains.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { again, events, id, listing, loaded, monday, openedOnMonday, written } from './days.mjs';
import { catchDownloads, caught } from './outbox.mjs';
import { count, loadSample, settled, visit, withControl } from './visit.mjs';

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const picks = '.work tbody .col-pick input';

const chosen = ({ page }, count) =>
  page.waitForFunction(
    (count) =>
      count === 0
        ? !document.querySelector('#bulk')
        : document.querySelector('#bulk b')?.innerText.startsWith(`${count} order`),
    {},
    count,
  );

const range = async ({ page }, first, last) => {
  const boxes = await page.$$(picks);
  await boxes[first].click();
  await page.keyboard.down('Shift');
  await boxes[last].click();
  await page.keyboard.up('Shift');
};

const opened = (browser, options) => openedOnMonday(browser, nine, options);

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it('chooses one, a range, by keys, a page, and all of the list', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await chosen(seen, 0);
      await range(seen, 1, 4);
      await chosen(seen, 4);
      const checked = await page.$$eval(picks, (all) => all.map((each) => each.checked));
      assert.deepEqual(checked, [false, true, true, true, true, false, false, false, false]);
      await page.click('#bulk-none');
      await chosen(seen, 0);

      await page.focus('.work tbody tr:nth-child(2) th .open-order');
      await page.keyboard.press('x');
      await chosen(seen, 1);
      await page.focus('.work tbody tr:nth-child(6) th .open-order');
      await page.keyboard.down('Shift');
      await page.keyboard.press('X');
      await page.keyboard.up('Shift');
      await chosen(seen, 5);
      await page.keyboard.press('x');
      await chosen(seen, 4);

      await page.click('#pick-all');
      await chosen(seen, 9);
      await page.click('#bulk-none');
      await page.type('#search', id(3));
      await page.waitForFunction(() => document.querySelectorAll('.work tbody tr').length === 1);
      await page.click(picks);
      await chosen(seen, 1);
      await page.click('#clear-filters');
      await count(seen, picks, 9);
      await page.click('#bulk-all');
      await chosen(seen, 9);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('chooses all of a filter, on whatever page, and ticks it as one step', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await page.click('.tile.today');
      await settled(seen);
      const today = Number(await seen.text('.tile.today .tile-count'));
      assert.ok(today >= 2);
      const atStake = await seen.text('.tile.today .tile-at-risk');
      await page.click(picks);
      await page.click('#bulk-all');
      await chosen(seen, today);
      await page.click('#bulk-done');
      await chosen(seen, 0);
      await count(seen, '.work tbody tr.done', today);
      // Rows are told at once, tiles once the core has counted.
      const counted = (wanted) =>
        page.waitForFunction(
          (wanted) => document.querySelector('.tile.today .tile-count').innerText.trim() === wanted,
          {},
          String(wanted),
        );
      await counted(0);
      assert.equal(await seen.text('.tile.today .tile-done'), `of ${today} left`);
      assert.equal(await page.$('.tile.today .tile-at-risk'), null, 'nothing is at stake any more');
      await withControl(seen, 'z');
      await count(seen, '.work tbody tr.done', 0);
      await counted(today);
      assert.equal(await seen.text('.tile.today .tile-at-risk'), atStake);

      // One alone takes its own money with it.
      const yen = (text) => Number(text.replaceAll(/\D/g, ''));
      const its = yen(await seen.text('.work tbody tr .col-at-risk'));
      assert.ok(its > 0);
      await page.click('.work tbody tr .col-done input');
      await counted(today - 1);
      assert.equal(yen(await seen.text('.tile.today .tile-at-risk')), yen(atStake) - its);
      await seen.close();
    });

    inOne('marks, holds and notes all of them, and takes each back exactly', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await range(seen, 0, 2);
      await chosen(seen, 3);
      await page.type('#bulk-words', 'waits for stock');
      await page.click('#bulk-hold');
      await count(seen, '.badge.step.held', 3);
      await page.type('#bulk-words', 'blue ribbon');
      await page.click('#bulk-note');
      await written(seen, 3);
      await page.click('#bulk-done');
      await count(seen, 'tr.done', 3);
      const three = [1, 2, 3].map(id);
      const noted = await written(seen, 4);
      assert.deepEqual(
        noted.slice(1).map(({ what, text, orders }) => [what, text, orders]),
        [
          ['hold', 'waits for stock', three],
          ['note', 'blue ribbon', three],
          ['done', undefined, three],
        ],
      );
      await page.focus('#headline');
      for (const [taken, left] of [
        [/^Taken back: Marked as done: 3 orders/, 'tr.done'],
        [/^Taken back: Note: 3 orders/, '.own-note'],
        [/^Taken back: Held: 3 orders/, '.badge.step.held'],
      ]) {
        await withControl(seen, 'z');
        await count(seen, left, 0);
        assert.match(await seen.text('.undo'), taken);
      }
      const after = await written(seen, 7);
      assert.deepEqual(
        after.slice(4).map(({ what, of }) => [what, of]),
        [
          ['undo', 3],
          ['undo', 2],
          ['undo', 1],
        ],
      );
      // And again, to the last.
      for (let i = 0; i < 3; ++i) await withControl(seen, 'y');
      await count(seen, 'tr.done', 3);
      await count(seen, '.badge.step.held', 3);
      await written(seen, 10);
      await again(seen, monday);
      await loaded(seen, listing('monday.txt', '18', nine));
      await count(seen, '.badge.step.held', 3);
      await count(seen, 'tr.done', 3);
      await seen.close();
    });

    inOne('hides what is done or on its way, and remembers that', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      assert.equal(await page.$('#hide-done'), null, 'there is nothing to hide');
      await range(seen, 0, 3);
      await page.click('#bulk-done');
      await page.waitForSelector('#hide-done');
      await page.click('#hide-done');
      await count(seen, '.work tbody tr', 5);
      await page.click('.work tbody .col-done input');
      await count(seen, '.work tbody tr', 4);
      await page.click('.undo button');
      await count(seen, '.work tbody tr', 5);
      await again(seen, monday);
      await loaded(seen, listing('monday.txt', '18', nine));
      await count(seen, '.work tbody tr', 5);
      await page.click('#hide-done');
      await count(seen, '.work tbody tr', 9);
      await seen.close();
    });

    inOne('makes label file and slips of the choice', async () => {
      const seen = await opened(browser);
      const { page } = seen;
      await page.evaluate(
        (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
        SHOP,
      );
      await again(seen, monday);
      await loaded(seen, listing('monday.txt', '18', nine));
      await catchDownloads(seen);
      await range(seen, 2, 4);
      await chosen(seen, 3);
      await page.click('#bulk-slips');
      await page.waitForFunction(() =>
        document.querySelector('.outbox-outcome')?.innerText.includes('3 parcels'),
      );
      await page.click('#bulk-label');
      await page.waitForFunction(() =>
        document.querySelector('.outbox-outcome')?.innerText.includes('3 rows'),
      );
      await page.click('#outbox-send');
      const [file] = await caught(seen);
      assert.match(file.name, /_2026-11-18_3\.csv$/);
      const noted = await written(seen, 2);
      assert.deepEqual(noted.at(-1).orders, [3, 4, 5].map(id));
      // The file's step can be taken back too: its orders have no label any more.
      await count(seen, '.badge.step.label-made', 3);
      await page.focus('#headline');
      await withControl(seen, 'z');
      await count(seen, '.badge.step.label-made', 0);
      assert.equal((await events(seen)).at(-1).what, 'undo');
      await seen.close();
    });
  });
}
