// Numbers that came without a carrier: who carries them is asked beside the orders that wait
// for it, with Amazon's codes; each file's name counts its own orders.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { catchDownloads, caught } from './outbox.mjs';
import { settled, visit } from './visit.mjs';

const number = (n) => `1Z999AA1012345678${n}`;

async function withNumbers(browser, sample, orders) {
  const seen = await visit(browser);
  const { page } = seen;
  await page.click(`[data-sample=${sample}]`);
  await page.waitForSelector('.work tbody tr');
  await settled(seen);
  const ids = await orders(seen);
  await page.click('#open-tracking');
  await page.waitForSelector('#tracking-field');
  const lines = ids.map((id, i) => `${id} ${number(i)}\n`).join('');
  await page.$eval(
    '#tracking-field',
    (field, lines) => {
      field.value = lines;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    lines,
  );
  await page.click('#tracking-apply');
  await page.waitForSelector('#next-confirmation');
  await catchDownloads(seen);
  return { ...seen, ids };
}

const listed = ({ page }) =>
  page.$$eval('.work tbody th .open-order', (all) => all.map((each) => each.dataset.order));

const carrier = async ({ page }, name) => {
  await page.$eval('#outbox-carrier', (field) => (field.value = ''));
  await page.type('#outbox-carrier', name);
  await page.keyboard.press('Tab');
};

describe('numbers without a carrier', () => {
  const browser = sharedBrowser('chromium');

  it('asks who carries them, once for all, and tells a name that is no code', async () => {
    const seen = await withNumbers(browser, 'us', async (seen) => (await listed(seen)).slice(0, 2));
    const { page } = seen;
    assert.doesNotMatch(await seen.text('.tracking'), /B2 Cloud|Yu-Pack/);
    assert.match(await page.$eval('#tracking-field', (field) => field.placeholder), /1Z/);
    await page.click('#next-confirmation button');
    await page.waitForFunction(() => document.activeElement?.id === 'outbox-carrier');
    assert.match(await seen.text('#carrier-question'), /without a carrier/);
    const codes = await page.$$eval('#outbox-carrier-codes option', (all) =>
      all.map((each) => each.value),
    );
    assert.ok(codes.includes('UPS') && codes.includes('USPS') && !codes.includes('Other'));

    await carrier(seen, 'Postino');
    await page.waitForSelector('#outbox-carrier-unknown');
    assert.match(
      await seen.text('#outbox-carrier-unknown'),
      /“Postino” is none of Amazon.*“Other” with this name/,
    );
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await page.click('#outbox-send');
    const [other] = await caught(seen);
    assert.match(String(other.bytes), /\tOther\tPostino\t1Z999AA10123456780\t/);

    await carrier(seen, 'ups');
    await page.waitForFunction(() => !document.querySelector('#outbox-carrier-unknown'));
    await settled(seen);
    await page.click('#outbox-send');
    const [coded] = await caught(seen);
    assert.match(String(coded.bytes), /\tUPS\t\t1Z999AA10123456780\t/);
    assert.match(String(coded.bytes), /\tUPS\t\t1Z999AA10123456781\t/);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('counts in each file’s name the orders of that file, and logs all files', async () => {
    const seen = await withNumbers(browser, 'eu', listed);
    const { page } = seen;
    await page.click('#next-confirmation button');
    await page.waitForSelector('#outbox-carrier');
    await carrier(seen, 'UPS');
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await settled(seen);
    await page.click('#outbox-send');
    const files = await caught(seen, 2);
    assert.ok(files.length > 1, 'one a marketplace');
    for (const { name, bytes } of files) {
      const orders = new Set(String(bytes).match(/\d{3}-\d{7}-\d{7}/g));
      assert.ok(name.endsWith(`_${orders.size}.txt`), `${name} holds ${orders.size}`);
    }
    const told = files.map((each) => each.name).join(', ');
    await page.waitForFunction(
      (told) => document.querySelector('#next-answer')?.innerText.includes(told),
      {},
      told,
    );
    await page.click('#view-since');
    await page.waitForSelector('.day-log');
    assert.ok((await seen.text('.day-log')).includes(told));
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});
