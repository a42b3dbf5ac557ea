// It remembers the day: a confirmation written today, tomorrow's report, and what became
// of each order; kept as it happens, in memory where the browser keeps nothing, and gone
// when everything is to be forgotten.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { again, events, id, listing, loaded, monday, tuesday, written } from './days.mjs';
import { drop, kept, loadSample, settled, visit, withControl } from './visit.mjs';

const open = async (seen, order) => {
  await seen.page.evaluate((id) => {
    document.querySelector(`.open-order[data-order="${id}"]`).click();
  }, order);
  await seen.page.waitForSelector('#progress');
  await settled(seen);
};

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it('tells the next morning what left, came back and is new', async () => {
      const seen = await visit(browser, { now: monday });
      await loaded(seen, listing('monday.txt', '18', [1, 2, 3]));
      assert.deepEqual(
        (await written(seen, 1)).map((event) => [event.what, event.orders]),
        [['listing', [1, 2, 3].map(id)]],
      );
      assert.equal(await seen.page.$('#since'), null, 'there was no list before');

      await catchDownloads(seen);
      await seen.page.click('#open-tracking');
      await seen.page.type('#tracking-field', `${id(1)} 400000000005\n${id(2)} 400000000016\n`);
      await seen.page.select('#tracking-carrier', 'yamato');
      await seen.page.click('#tracking-apply');
      await written(seen, 2);
      await seen.page.waitForFunction(
        () => document.querySelectorAll('.badge.step.numbered').length === 2,
      );
      await openOutbox(seen);
      await aim(seen, 'shipping-confirmation');
      await seen.page.waitForFunction(() =>
        document.querySelector('.outbox-outcome')?.innerText.includes('2 rows'),
      );
      await seen.page.click('#outbox-send');
      const [file] = await caught(seen);
      assert.equal(file.name, 'shipping-confirmation_2026-11-18_2.txt');
      const day = await written(seen, 3);
      assert.deepEqual(
        day.map((event) => event.what),
        ['listing', 'numbers', 'confirmation-file'],
      );
      assert.deepEqual(day[2].orders, [1, 2].map(id));
      assert.equal(day[2].file, file.name);
      assert.ok(!JSON.stringify(day).includes('Tester'), 'nothing of a buyer');

      await again(seen, tuesday);
      await loaded(seen, listing('tuesday.txt', '19', [2, 3, 4]));
      const line = await seen.text('#since');
      for (const part of ['1 came back', '1 new', '1 still yours', '1 left as confirmed'])
        assert.ok(line.includes(part), `${part}: ${line}`);
      assert.match(await seen.text('.undo'), /1 report: 1 new, 1 left as confirmed, 1 came back/);
      await seen.page.click('#since-came_back');
      await settled(seen);
      assert.deepEqual(await seen.texts('th .open-order'), [id(2)]);
      assert.match(await seen.text('.work tbody'), /Came back/);
      await open(seen, id(2));
      assert.equal((await seen.texts('#progress .reached')).length, 2);
      await seen.page.click('#clear-filters');
      await settled(seen);
      assert.equal((await seen.texts('th .open-order')).length, 3);
      await seen.page.click('#since-left_confirmed');
      await seen.page.waitForSelector('.since-left_confirmed');
      assert.match(await seen.text('.since-left_confirmed'), new RegExp(`${id(1)}.*400000000005`));
      assert.deepEqual(seen.complaints, []);

      // Killed and opened again: the same morning is still compared with Monday.
      await written(seen, 4);
      await again(seen, tuesday);
      await loaded(seen, listing('tuesday.txt', '19', [2, 3, 4]));
      assert.equal(await seen.text('#since'), line);
      await seen.close();
    });

    inOne('keeps what the seller marks, and takes a tick back', async () => {
      const seen = await visit(browser, { now: monday });
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      await written(seen, 1);
      await open(seen, id(1));
      await seen.page.type('#own-words', 'waits for the buyer');
      await seen.page.click('#hold');
      await seen.page.waitForSelector('#release');
      await seen.page.type('#own-words', 'blue ribbon');
      await seen.page.click('#add-note');
      await seen.page.waitForSelector('.own-note');
      const before = await written(seen, 3);
      assert.deepEqual(
        before.slice(1).map((event) => [event.what, event.text]),
        [
          ['hold', 'waits for the buyer'],
          ['note', 'blue ribbon'],
        ],
      );
      await seen.page.click('.work tbody .col-done input');
      await seen.page.waitForSelector('tr.done');
      await written(seen, 4);
      await withControl(seen, 'z');
      await seen.page.waitForFunction(() => !document.querySelector('tr.done'));
      const after = await written(seen, 5);
      assert.deepEqual([after[3].what, after[4].what, after[4].of], ['done', 'undo', 3]);

      await again(seen, monday);
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      await open(seen, id(1));
      assert.match(await seen.text('#progress'), /waits for the buyer[\s\S]*blue ribbon/);

      // The log of the day tells all of it, and takes one step back.
      await seen.page.click('#view-since');
      await seen.page.waitForSelector('.day-log');
      const log = await seen.texts('.day-log li');
      assert.deepEqual(
        log.map((line) => /Marked as done|Note|Held|List loaded/.exec(line)?.[0]),
        ['Marked as done', 'Note', 'Held', 'List loaded'],
      );
      await catchDownloads(seen);
      await seen.page.click('#save-log');
      const [saved] = await caught(seen);
      assert.equal(saved.name, 'log_2026-11-18.csv');
      const rows = saved.bytes.toString('utf8').trim().split('\r\n');
      assert.equal(rows.length, 4);
      assert.match(rows[1], new RegExp(`Held,,${id(1)},waits for the buyer$`));
      await seen.page.evaluate(() => {
        const held = [...document.querySelectorAll('.day-log li')].find((each) =>
          each.innerText.includes('Held'),
        );
        held.querySelector('button').click();
      });
      await seen.page.waitForSelector('.day-log .undone button', { hidden: true });
      await seen.page.click('#view-work');
      await seen.page.waitForFunction(() => !document.querySelector('.badge.step.held'));
      await seen.close();
    });

    inOne('goes on in memory where the browser keeps nothing, and says so', async () => {
      const seen = await visit(browser, { now: monday });
      await seen.page.evaluateOnNewDocument(() => {
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => {
            throw new DOMException('off', 'SecurityError');
          },
        });
      });
      await again(seen, tuesday);
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      await seen.page.waitForSelector('#journal-not-kept');
      await drop(seen, [listing('tuesday.txt', '19', [2])]);
      await seen.page.waitForSelector('#since');
      await catchDownloads(seen);
      await seen.page.click('#save-journal');
      const [file] = await caught(seen);
      const saved = JSON.parse(file.bytes.toString('utf8'));
      assert.equal(saved.journal, 1);
      assert.ok(saved.events.length >= 1);
      await seen.close();
    });

    inOne('leaves damaged entries out and tells of them', async () => {
      const seen = await visit(browser, { now: monday });
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      await written(seen, 1);
      await seen.page.evaluate(async () => {
        const opening = indexedDB.open('parcelwise');
        const db = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
        const writing = db.transaction('journal', 'readwrite');
        writing.objectStore('journal').put({ at: 'soon' }, ['', 1]);
        await new Promise((done) => (writing.oncomplete = done));
        db.close();
      });
      await again(seen, tuesday);
      await loaded(seen, listing('tuesday.txt', '19', [2]));
      await seen.page.waitForSelector('#journal-unread');
      assert.match(await seen.text('#since'), /1 left otherwise/);
      await seen.close();
    });

    inOne('keeps what comes after a sample that was quicker than storage', async () => {
      const seen = await visit(browser, { now: monday });
      await seen.page.evaluateOnNewDocument(() => {
        const { locks } = navigator;
        const request = locks.request.bind(locks);
        const later = new Promise((resolve) => (window.openStorage = resolve));
        locks.request = async (...asked) => later.then(() => request(...asked));
      });
      await seen.page.reload();
      await seen.page.waitForSelector('#sample');
      await loadSample(seen);
      await seen.page.evaluate(() => window.openStorage());
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      const noted = await written(seen, 1);
      assert.deepEqual(noted[0].orders, [id(1), id(2)]);
      await seen.close();
    });

    inOne('keeps nothing of the sample, and forgets everything', async () => {
      const seen = await visit(browser, { now: monday });
      await loadSample(seen);
      await loaded(seen, listing('monday.txt', '18', [1, 2]));
      await written(seen, 1);
      assert.deepEqual(
        (await events(seen)).map((event) => event.orders.length),
        [2],
      );
      await seen.page.$eval('footer .forget', (button) => button.click());
      await seen.page.waitForSelector('#forget[open]');
      await Promise.all([seen.page.waitForNavigation(), seen.page.click('#forget-all')]);
      await seen.page.waitForSelector('#sample');
      await seen.page.waitForSelector('.notice');
      const { stores } = await kept(seen);
      assert.deepEqual(stores.journal ?? [], []);
      await seen.close();
    });
  });
}
