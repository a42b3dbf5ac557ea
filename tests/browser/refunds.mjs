// The steps that the tests of refunds share: an order of the sample, its refund, and
// what the browser saved to the disk.

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { search, settled } from './visit.mjs';

// By their lines: each of these stands in one order of the sample only.
export const teapotAndPlates = 'TEAP-NAMBU-05'; // and two sets of plates, nothing sent yet
export const halfSent = 'FILM-156'; // not sent, with a lamp that was

// The first order found for a SKU that has more than one line.
export async function openOrder(seen, sku) {
  const { page } = seen;
  await search(seen, sku);
  await page.evaluate(() => {
    const lines = /more line|ほか|altr[oi] .*articol/; // in any language
    const rows = [...document.querySelectorAll('.work tbody tr')];
    const row = rows.find((each) => lines.test(each.innerText)) ?? rows[0];
    row.querySelector('.open-order').click();
  });
  await page.waitForSelector('.action');
}

export async function openRefund(seen, sku, reason) {
  await openOrder(seen, sku);
  await seen.page.click('#open-refund');
  await seen.page.waitForSelector('#refund-reason');
  if (reason) await seen.page.select('#refund-reason', reason);
}

export async function worked(seen, total) {
  await seen.page.waitForFunction(
    (total) => document.querySelector('#refund-total')?.innerText === total,
    {},
    total,
  );
}

export async function addRefund(seen) {
  const before = await plannedIn(seen);
  await seen.page.waitForSelector('#refund-add:not(:disabled)');
  await seen.page.click('#refund-add');
  await planned(seen, before + 1);
}

// Every line of the sheet; a reason that may be true of some begins with none. An answer
// that comes between the look at a box and the press may have ticked it: then it is ticked
// again.
export async function tickAll({ page }) {
  await page.waitForSelector('.refund-line');
  for (let calm = 0; calm < 2; ) {
    const open = await page.$('.refund-line input[type=checkbox]:not(:checked)');
    calm = open ? 0 : calm + 1;
    if (open) await open.click();
    else await pause(100);
  }
}

// Of the order that is open: all of it goes back.
export async function planWhole({ page }) {
  await page.waitForSelector('#open-refund');
  await page.click('#open-refund');
  await page.waitForSelector('#refund-reason');
  await page.select('#refund-reason', 'defective');
  await tickAll({ page });
  await page.waitForSelector('#refund-add:not(:disabled)');
  await page.click('#refund-add');
  await page.waitForSelector('.planned-note');
}

export async function plannedIn(seen) {
  return Number(/\((\d+)\)/.exec(await seen.text('#view-plan'))[1]);
}

export async function planned(seen, count) {
  await seen.page.waitForFunction(
    (shown) => document.querySelector('#view-plan').innerText.includes(shown),
    {},
    `(${count})`,
  );
  await settled(seen);
}

export async function showPlan(seen) {
  await seen.page.click('#view-plan');
  await seen.page.waitForSelector('.plan');
}

// What the page saves lands in a folder of its own; Firefox has it from launch().
export const saveFolder = () => mkdtempSync(join(tmpdir(), 'parcelwise-'));

export async function downloads({ page }, folder = saveFolder(), browser = 'chromium') {
  if (browser === 'chromium') {
    const session = await page.createCDPSession();
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      browserContextId: targetInfo.browserContextId,
    });
  }
  return {
    path: (name) => join(folder, name),
    async saved(name) {
      for (let waits = 0; waits < 100; ++waits) {
        const bytes = readdirSync(folder).includes(name) ? readFileSync(join(folder, name)) : '';
        if (bytes.length > 0) return bytes; // it is there before it is written
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${name} was not saved: ${readdirSync(folder)}`);
    },
  };
}
