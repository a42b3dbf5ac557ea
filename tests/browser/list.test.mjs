// Working through the list: search, filters, sorting, pages, the order's details, and
// marks that are still there tomorrow.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { report } from './reports.mjs';
import {
  drop,
  loadSample,
  sampleMoment,
  samplePath,
  settled,
  sharedVisit,
  visit,
} from './visit.mjs';

const rows = '.work tbody tr';

// The first row of an order whose personal data are still needed.
async function firstNamed(seen) {
  const recipients = await seen.texts('.col-recipient:not(th)');
  return recipients.findIndex((each) => each !== '(hidden)');
}

describe('the list', () => {
  const seen = sharedVisit('chromium');

  it('finds an order by number, e-mail, SKU and name', async () => {
    const at = await firstNamed(seen);
    const recipient = (await seen.texts('.col-recipient:not(th)'))[at];
    const order = (await seen.texts('th .open-order'))[at];
    for (const wanted of [order, order.slice(4, 11), recipient]) {
      await seen.page.type('#search', wanted);
      await settled(seen);
      assert.ok((await seen.texts('th .open-order')).includes(order), wanted);
      await seen.page.click('#clear-filters');
      await settled(seen);
    }
    await seen.page.type('#search', 'no such thing');
    await seen.page.waitForSelector('.list .none');
    await seen.page.click('#clear-filters');
    await settled(seen);
  });

  it('does not seek what was typed and cleared at once', async () => {
    await seen.page.type('#search', '2');
    await seen.page.waitForSelector('#clear-filters');
    await settled(seen);
    await seen.page.evaluate(() => {
      const field = document.querySelector('#search');
      field.value = 'no such thing';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('#clear-filters').click();
    });
    await pause(200); // longer than the page waits for the next letter
    await settled(seen);
    assert.ok((await seen.texts(rows)).length > 0);
  });

  it('filters by tile, urgency and rule', async () => {
    await seen.page.click('.tile.overdue');
    await settled(seen);
    const count = Number(await seen.text('.tile.overdue .tile-count'));
    assert.equal((await seen.texts(rows)).length, count);
    assert.equal(await seen.page.$eval('#urgency', (select) => select.value), 'overdue');
    await seen.page.click('.tile.overdue');
    await settled(seen);
    const rules = await seen.page.$$eval('#rule option', (all) => all.map((each) => each.value));
    assert.ok(rules.includes('ship'), rules.join());
    await seen.page.select('#rule', 'ship');
    await settled(seen);
    assert.ok((await seen.texts(rows)).length > 0);
    await seen.page.click('#clear-filters');
    await settled(seen);
  });

  it('sorts by a column and says so', async () => {
    await seen.page.click('.col-order-id .sort');
    await settled(seen);
    const orders = await seen.texts('th .open-order');
    assert.deepEqual(orders, [...orders].sort());
    const sorted = (column) => seen.page.$eval(`th.col-${column}`, (head) => head.ariaSort);
    assert.equal(await sorted('order-id'), 'ascending');
    assert.equal(await sorted('urgency'), 'none');
    await seen.page.click('.col-order-id .sort');
    await settled(seen);
    assert.deepEqual(await seen.texts('th .open-order'), orders.reverse());
    assert.equal(await sorted('order-id'), 'descending');
    await seen.page.click('.col-urgency .sort');
    await settled(seen);
  });

  it('opens an order beside the list and covers personal data', async () => {
    const at = await firstNamed(seen);
    const order = (await seen.texts('th .open-order'))[at];
    await (await seen.page.$$('th .open-order'))[at].click();
    await seen.page.waitForSelector('.action .source');
    assert.equal(await seen.text('#order-title'), `Order ${order}`);
    for (const part of ['.action h3', '.action .steps li', '.why', '.source b']) {
      assert.ok((await seen.text(part)).length > 0, part);
    }
    assert.match(await seen.text('.source b'), /S\d+/);
    await seen.page.click('.reported summary');
    assert.ok((await seen.texts('.covered')).length > 0);
    await seen.page.click('#reveal');
    assert.equal((await seen.texts('.covered')).length, 0);
    await seen.page.keyboard.press('Escape');
    assert.equal(await seen.page.$('#order'), null);
  });

  it('keeps a mark through undo, reload and a later load', async () => {
    const tick = `${rows} .col-done input`;
    const done = () => seen.page.$$eval(`${rows}.done`, (all) => all.length);
    await seen.page.click(tick);
    await seen.page.waitForSelector('.undo button');
    assert.equal(await done(), 1);
    await seen.page.click('.undo button');
    await settled(seen);
    assert.equal(await done(), 0);
    await seen.page.click(tick);
    await seen.page.waitForSelector('.tile-done');
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    await loadSample(seen);
    assert.equal(await done(), 1);
    const left = Number(await seen.text('.tile.all .tile-count'));
    assert.equal(await seen.text('.tile.all .tile-done'), `of ${left + 1} left`);
  });

  it('says which report a newer one replaces, and takes it off', async () => {
    const next = await visit(seen.browser, {
      now: '2026-11-21T09:00:00+09:00',
      filesOpen: true,
    });
    const sample = (name) => ({ name, bytes: readFileSync(samplePath(name)) });
    await drop(next, [sample('sample-unshipped.txt'), sample('sample-next-day-unshipped.txt')]);
    await next.page.waitForSelector('.outdated');
    await settled(next);
    assert.match(await next.text('.outdated'), /^sample-unshipped\.txt is older/);
    const both = (await next.texts(rows)).length;
    await next.page.click('.outdated button');
    await next.page.waitForFunction(() => !document.querySelector('.outdated'));
    await settled(next);
    assert.ok((await next.texts(rows)).length < both);
    assert.deepEqual(await next.texts('.report-name'), ['sample-next-day-unshipped.txt']);
    await next.close();
  });

  it('leads the focus on when what is marked by key is hidden', async () => {
    const other = await visit(seen.browser);
    const { page } = other;
    await loadSample(other);
    await page.click(`${rows} .col-done input`);
    await page.waitForSelector('#hide-done');
    await page.click('#hide-done');
    await settled(other);
    await page.focus(`${rows}:nth-child(2) .col-done input`);
    const [, , next] = await other.texts('th .open-order');
    await page.keyboard.press(' ');
    const there = (order) =>
      document.activeElement.matches('.col-done input') &&
      document.activeElement.closest('tr').innerText.includes(order);
    await page.waitForFunction(there, {}, next);
    await other.close();
  });

  it('turns pages of a hundred', async () => {
    const long = await visit(seen.browser, { now: sampleMoment });
    await drop(long, [{ name: 'long.txt', bytes: report({ orders: 230 }) }]);
    await long.page.waitForSelector(rows);
    await settled(long);
    assert.equal((await long.texts(rows)).length, 100);
    await long.page.click('#next-page');
    await settled(long);
    assert.match(await long.text('.range'), /101–200 of 2\d\d/);
    await long.page.click('#next-page');
    await settled(long);
    const left = (await long.texts(rows)).length;
    assert.ok(left > 0 && left <= 100);
    assert.equal(await long.page.$eval('#next-page', (button) => button.disabled), true);
    await long.close();
  });
});
