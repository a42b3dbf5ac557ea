// What is held or done stays out of labels, slips and confirmations unless it is chosen by
// hand, and says so; an order that has a label is not given a second one unseen.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { sharedBrowser } from './browsers.mjs';
import { id, listing, loaded } from './days.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { count, settled, visit, withControl } from './visit.mjs';

const friday = '2026-11-20T08:00:00+09:00';

const told = ({ page }, wanted) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.outbox-outcome')?.innerText.startsWith(wanted),
    {},
    wanted,
  );

// A shop whose settings are known, and its orders of that day.
async function onFriday(browser, orders) {
  const seen = await visit(browser, { now: friday });
  const { page } = seen;
  await page.evaluate(
    (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
    SHOP,
  );
  await page.reload();
  await page.waitForSelector('#sample');
  await loaded(seen, listing('friday.txt', '20', orders));
  await page.click('#keep-no');
  return seen;
}

describe('where an order stands', () => {
  const browser = sharedBrowser('chromium');

  it('keeps out what is held or done, and says so', async () => {
    const seen = await onFriday(browser, [1, 2, 3, 4]);
    const { page } = seen;
    await page.click('.work tbody tr:nth-child(1) .col-pick input');
    await page.click('#bulk-hold');
    await count(seen, '.badge.step.held', 1);
    await page.click('#bulk-none');
    await page.click('.work tbody tr:nth-child(2) .col-done input');
    await count(seen, 'tr.done', 1);

    await openOutbox(seen);
    await aim(seen, 'yamato-b2');
    await told(seen, '2 rows');
    const aside = await seen.text('#outbox-aside');
    assert.ok(aside.startsWith('Left out, because held or done (2)'), aside);
    assert.ok(aside.includes(id(1)) && aside.includes(id(2)), aside);
    assert.equal(await seen.text('#outbox-today'), 'All due today (2)');

    await page.click('#outbox-aside input');
    await told(seen, '4 rows');
    await aim(seen, 'slips');
    await told(seen, '2 parcels');
    await aim(seen, 'calendar');
    await count(seen, '#outbox-aside', 0);

    // Ticked and taken back while the panel is open.
    await aim(seen, 'yamato-b2');
    await told(seen, '2 rows');
    await page.click('.work tbody tr:nth-child(2) .col-done input');
    await told(seen, '3 rows');
    await page.focus('#headline');
    await withControl(seen, 'z');
    await told(seen, '2 rows');

    await page.click('.work tbody tr:nth-child(1) .col-pick input');
    await told(seen, '1 row');
    await count(seen, '#outbox-aside', 0);
    await page.click('#outbox-none');
    await page.click('#outbox-today');
    await told(seen, '2 rows');
    assert.equal(await seen.text('#outbox-chosen'), '2 orders chosen');
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('tells which orders have a label before it writes them again', async () => {
    const seen = await onFriday(browser, [1, 2, 3]);
    const { page } = seen;
    await catchDownloads(seen);
    await page.click('.work tbody tr:nth-child(1) .col-pick input');
    await openOutbox(seen);
    await aim(seen, 'yamato-b2');
    await told(seen, '1 row');
    assert.equal(await page.$('#outbox-again'), null);
    await page.click('#outbox-send');
    await caught(seen);
    await count(seen, '.badge.step.label-made', 1);
    await settled(seen);
    assert.equal(await page.$('#outbox-again'), null, 'it is what was just written');

    await page.click('#outbox-none');
    await told(seen, '3 rows');
    await page.waitForSelector('#outbox-again');
    assert.match(await seen.text('#outbox-again'), /^Orders that already have a label: 1\./);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});
