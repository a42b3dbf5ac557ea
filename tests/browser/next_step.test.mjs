// The day from one press to the next: after each file the page says what was written, what
// was left out and where it goes, and one press leads on: labels, numbers, confirmation,
// Amazon's answer.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { sharedBrowser } from './browsers.mjs';
import { again, id, listing, loaded, monday, openedOnMonday } from './days.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { count, drop, settled, withControl } from './visit.mjs';

const focused = ({ page }, wanted) =>
  page.waitForFunction((wanted) => document.activeElement?.id === wanted, {}, wanted);

async function opened(browser) {
  const seen = await openedOnMonday(browser, [1, 2, 3]);
  await seen.page.evaluate(
    (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
    SHOP,
  );
  await again(seen, monday);
  const file = listing('monday.txt', '18', [1, 2, 3]);
  file.bytes = file.bytes.replace('Tester 3', ''); // no name for a label
  await loaded(seen, file);
  await catchDownloads(seen);
  return seen;
}

describe('the next step', () => {
  const browser = sharedBrowser('chromium');

  it('leads from the labels to Amazon’s answer', async () => {
    const seen = await opened(browser);
    const { page } = seen;
    await openOutbox(seen);
    await aim(seen, 'yamato-b2');
    await page.waitForSelector('#outbox-send:not(:disabled)');
    assert.equal(await page.$('.next-step'), null, 'nothing has left yet');
    await page.click('#outbox-send');
    const [labels] = await caught(seen);
    await page.waitForSelector('#next-numbers');
    const told = await seen.text('#next-numbers');
    assert.ok(told.startsWith(`2 rows written: ${labels.name} · 1 order is left out`), told);
    assert.match(told, /carrier’s program/);
    assert.doesNotMatch(await seen.text('.outbox-outcome'), /rows?: /, 'said once');

    await page.click('#next-numbers button');
    await focused(seen, 'tracking-field');
    assert.equal(await page.$('#outbox-send'), null);
    await page.type('#tracking-field', `${id(1)} 400000000005\n${id(2)} 400000000016\nR-1 1\n`);
    await page.select('#tracking-carrier', 'yamato');
    await page.click('#tracking-apply');
    await page.waitForSelector('#next-confirmation');
    assert.match(await seen.text('#next-confirmation'), /^2 numbers taken · 1 not/);

    await page.click('#next-confirmation button');
    await focused(seen, 'outbox-send');
    assert.equal(await page.$eval('#outbox-target', (each) => each.value), 'shipping-confirmation');
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await page.click('#outbox-send');
    await caught(seen);
    await page.waitForSelector('#next-answer');
    assert.match(
      await seen.text('#next-answer'),
      /^2 rows written: .*1 order is left out[\s\S]*Seller Central[\s\S]*processing report/,
    );
    await page.evaluate(() => {
      HTMLInputElement.prototype.click = function () {
        window.chosen = this.id;
      };
    });
    await page.click('#next-answer button');
    await page.waitForFunction(() => window.chosen === 'pick');
    await count(seen, '.next-step', 0);

    // All of them are confirmed: nothing is left to lead to.
    await page.click('#open-tracking');
    await page.waitForSelector('.tracking-files');
    await settled(seen);
    assert.equal(await page.$('#next-confirmation'), null);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('leads on no more from a file that was taken back, or that was answered', async () => {
    const seen = await opened(browser);
    const { page } = seen;
    await openOutbox(seen);
    await aim(seen, 'yamato-b2');
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await page.click('#outbox-send');
    await page.waitForSelector('#next-numbers');
    await page.focus('#headline');
    await withControl(seen, 'z');
    await count(seen, '.next-step', 0);

    await page.click('#outbox-send');
    await page.waitForSelector('#next-numbers');
    await aim(seen, 'calendar');
    await count(seen, '.next-step', 0);
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await page.click('#outbox-send');
    await page.waitForSelector('#next-none');
    assert.equal(await page.$('#next-none button'), null, 'it is the seller’s own');

    await page.click('.work tbody .col-pick input');
    await aim(seen, 'cancellations');
    await page.select('#outbox-reason', 'NoInventory');
    await page.waitForSelector('#outbox-send:not(:disabled)');
    await page.click('#outbox-send');
    await page.waitForSelector('#next-answer');
    const answer = [
      'Feed Processing Summary:',
      '\tNumber of records processed\t\t3',
      '\tNumber of records successful\t\t3',
      '',
      'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
      '',
    ].join('\n');
    await drop(seen, [{ name: 'result.txt', bytes: answer }]);
    await page.waitForSelector('.upload-result');
    await count(seen, '.next-step', 0);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});
