// One undo for all that was done, newest first: it says what it takes back, and never
// takes back a planned refund in place of what came after it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sharedBrowser } from './browsers.mjs';
import { events, id, listing, loaded, monday, openedOnMonday, written } from './days.mjs';
import { aim, openOutbox } from './outbox.mjs';
import { planned, planWhole } from './refunds.mjs';
import { hostileReport } from './reports.mjs';
import { count, drop, loadSample, sampleMoment, settled, visit, withControl } from './visit.mjs';

const says = ({ page }, text) =>
  page.waitForFunction(
    (text) => document.querySelector('.undo')?.innerText.includes(text),
    {},
    text,
  );

const planRefund = async (seen) => {
  await seen.page.$eval('.work tbody tr:last-child .open-order', (button) => button.click());
  await planWhole(seen);
  await seen.page.keyboard.press('Escape');
};

describe('one undo', () => {
  const browser = sharedBrowser('chromium');

  it('brings all reports back that were removed at once', async () => {
    const seen = await openedOnMonday(browser, [1, 2]);
    const { page } = seen;
    await page.click('#open-tracking');
    await page.type('#tracking-field', `${id(1)} 400000000005`);
    await page.click('#tracking-apply');
    await page.waitForSelector('.tracking-files');
    await page.click('#clear');
    await page.waitForSelector('#sample');
    await says(seen, 'Remove all reports');
    await page.click('.undo button');
    await page.waitForSelector('.work tbody tr');
    await settled(seen);
    assert.equal((await seen.texts('.work tbody tr')).length, 2);
    await page.waitForFunction(() =>
      document.querySelector('#open-tracking').innerText.includes('1 order'),
    );
    await seen.close();
  });

  it('minds no file that is still being written for reports that are gone', async () => {
    const seen = await openedOnMonday(browser, [1, 2]);
    const { page } = seen;
    await openOutbox(seen);
    await page.click('#pick-all');
    await aim(seen, 'shipping-confirmation');
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (message, ...rest) {
        postMessage.call(this, message, ...rest);
        if (!JSON.stringify(message).includes('"writeFiles"')) return;
        Worker.prototype.postMessage = postMessage;
        document.querySelector('#clear').click();
      };
      document.querySelector('#outbox-strict').click(); // written anew
    });
    await page.waitForSelector('#sample');
    await pause(300);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('goes through refund, tick and stock in their order, and says each', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const { page } = seen;
    await loaded(seen, { name: 'orders.txt', bytes: hostileReport({ prices: true }) });
    await page.click('#keep-no');
    await planRefund(seen);
    await planned(seen, 1);
    await page.click('.work tbody .col-done input');
    await page.waitForSelector('tr.done');
    await page.click('#open-stock');
    await page.type('#stock-field', 'POT-1,5');
    await page.click('#stock-apply');
    await page.waitForSelector('#stock-clear');
    await page.focus('#headline');

    assert.match(await page.$eval('#undo-last', (each) => each.title), /Stock on hand/);
    await withControl(seen, 'z');
    await page.waitForFunction(() => !document.querySelector('#stock-clear'));
    await says(seen, 'Taken back: Stock on hand');
    await page.click('#undo-last');
    await page.waitForFunction(() => !document.querySelector('tr.done'));
    await says(seen, 'marked as done');
    await planned(seen, 1);
    await withControl(seen, 'z');
    await planned(seen, 0);
    await says(seen, 'Taken back: Refund plan: 250-1234567');
    assert.equal(await page.$('#undo-last'), null, 'nothing is left to take back');
    await withControl(seen, 'z');
    await planned(seen, 0);

    // In the order in which they happened.
    await page.click('#redo-last');
    await planned(seen, 1);
    assert.equal(await page.$('tr.done'), null);
    await withControl(seen, 'y');
    await page.waitForSelector('tr.done');
    await withControl(seen, 'y');
    await page.waitForSelector('#stock-clear');
    const all = await events(seen);
    assert.deepEqual(
      all.map((each) => each.what).filter((each) => each !== 'listing'),
      ['planned', 'done', 'undo', 'undo', 'planned', 'undo'],
    );
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('makes nothing again that a new act came after, in whichever history', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const { page } = seen;
    await loaded(seen, { name: 'orders.txt', bytes: hostileReport({ prices: true }) });
    await page.click('#keep-no');
    await planRefund(seen);
    await planned(seen, 1);
    await page.focus('#headline');
    await withControl(seen, 'z');
    await planned(seen, 0);
    await page.click('.work tbody .col-done input');
    await page.waitForSelector('tr.done');
    await page.focus('#headline');
    await withControl(seen, 'y');
    await settled(seen);
    await planned(seen, 0);
    await withControl(seen, 'z');
    await page.waitForFunction(() => !document.querySelector('tr.done'));
    await withControl(seen, 'y');
    await page.waitForSelector('tr.done');
    await planned(seen, 0);
    await seen.close();
  });

  it('forgets what was done to orders that were all taken off', async () => {
    const seen = await visit(browser, { now: monday, filesOpen: true });
    const { page } = seen;
    await loaded(seen, listing('monday.txt', '18', [1, 2]));
    await page.click('.work tbody .col-done input');
    await page.waitForSelector('#undo-last');
    const noted = (await written(seen, 2)).length;
    await page.click('#clear');
    await page.waitForSelector('#sample');
    await says(seen, 'Remove all reports'); // that alone
    await loadSample(seen);
    assert.equal(await page.$('#undo-last'), null);
    await page.click('.work tbody .col-done input');
    await page.waitForSelector('#undo-last');
    await drop(seen, [listing('monday.txt', '18', [1, 2])]);
    await page.waitForFunction(() => document.querySelectorAll('.work tbody tr').length === 2);
    await settled(seen);
    assert.equal(await page.$('#undo-last'), null, 'it was of the sample');
    assert.equal((await events(seen)).length, noted);
    await seen.close();
  });

  it('takes numbers back with the lines that brought them, and brings both again', async () => {
    const seen = await openedOnMonday(browser, [1, 2, 3]);
    const { page } = seen;
    const numbered = (wanted) => count(seen, '.badge.step.numbered', wanted);
    const paste = async (...lines) => {
      await page.$eval('#tracking-field', (field) => (field.value = ''));
      await page.type('#tracking-field', lines.join(' '));
      await page.click('#tracking-apply');
    };
    await page.click('#open-tracking');
    await paste(`${id(1)} 1234-5678-9013`);
    await numbered(1);
    await written(seen, 2);
    await paste(`${id(2)} 1234-5678-9024`);
    await numbered(2);
    await written(seen, 3);
    await page.focus('#headline');
    await withControl(seen, 'z');
    await numbered(1);
    await written(seen, 4);
    await withControl(seen, 'z');
    await numbered(0);
    await written(seen, 5);
    assert.equal(await page.$('#undo-last'), null);
    await withControl(seen, 'y');
    await numbered(1);
    await written(seen, 6);
    await withControl(seen, 'y');
    await numbered(2);
    const all = (await written(seen, 7)).map(({ what, of, numbers }) => [what, of ?? numbers]);
    assert.deepEqual(all.slice(1), [
      ['numbers', { [id(1)]: '123456789013' }],
      ['numbers', { [id(2)]: '123456789024' }],
      ['undo', 2],
      ['undo', 1],
      ['undo', 4],
      ['undo', 3],
    ]);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('takes a bulk mark back for one order, and keeps it for the others', async () => {
    const seen = await openedOnMonday(browser, [1, 2, 3]);
    const { page } = seen;
    await page.click('#pick-all');
    await page.click('#bulk-done');
    await count(seen, 'tr.done', 3);
    await written(seen, 2);
    await page.click('tr.done .col-done input');
    await count(seen, 'tr.done', 2);
    const noted = async (from, all) =>
      (await written(seen, all)).slice(from).map(({ what, of, orders }) => [what, of ?? orders]);
    assert.deepEqual(await noted(1, 4), [
      ['done', [1, 2, 3].map(id)],
      ['undo', 1],
      ['done', [2, 3].map(id)],
    ]);
    await page.focus('#headline');
    await withControl(seen, 'z');
    await count(seen, 'tr.done', 3);
    assert.deepEqual(await noted(4, 5), [['done', [id(1)]]]);
    // And all of it: whatever stands of it goes.
    await withControl(seen, 'z');
    await count(seen, 'tr.done', 0);
    assert.deepEqual(await noted(5, 7), [
      ['undo', 4],
      ['undo', 3],
    ]);
    await seen.close();
  });

  it('brings a report back that was taken off', async () => {
    const seen = await visit(browser, { now: monday, filesOpen: true });
    const { page } = seen;
    await loaded(seen, listing('monday.txt', '18', [1, 2]));
    await drop(seen, [listing('more.txt', '18', [3])]);
    await page.waitForFunction(() => document.querySelectorAll('.report-file').length === 2);
    await settled(seen);
    await page.click('.report-file:last-child > .round');
    await page.waitForFunction(() => document.querySelectorAll('.report-file').length === 1);
    await withControl(seen, 'z');
    await page.waitForFunction(() => document.querySelectorAll('.report-file.read').length === 2);
    await seen.close();
  });

  it('notes in the journal what of parcels and plan is taken back', async () => {
    const seen = await visit(browser, { now: monday });
    const { page } = seen;
    const twins = listing('monday.txt', '18', [1, 2]);
    twins.bytes = twins.bytes
      .replaceAll('Tester 2', 'Tester 1')
      .replaceAll('Shiba 1-17-2', 'Shiba 1-17-1')
      .replaceAll('a2@', 'a1@');
    await loaded(seen, twins);
    await written(seen, 1);
    await page.click('#view-combine');
    await page.waitForSelector('.accept');
    await page.click('.accept');
    await written(seen, 2);
    await page.click('#combine-undo');
    await written(seen, 3);
    await page.click('#combine-redo');
    await written(seen, 4);
    await page.waitForSelector('.accept', { hidden: true });
    const noted = (await events(seen)).slice(1);
    assert.deepEqual(
      noted.map(({ what, of, orders }) => [what, of ?? orders]),
      [
        ['accepted', [1, 2].map(id)],
        ['undo', 1],
        ['accepted', [1, 2].map(id)],
      ],
    );
    await seen.close();
  });
});
