// What the tests of files and paper do at the desk: open the panel, aim at a target, and
// see what comes of it; and the three orders of the samples that may share a parcel.

import { settled } from './visit.mjs';

export const house = ['250-1370264-3537621', '250-5860859-1584901', '503-7161806-1102752'];

// From the list of orders to its groups and back.
export async function acceptHouse(seen) {
  await seen.page.click('#view-combine');
  await seen.page.waitForSelector('#groups .group');
  await settled(seen);
  await seen.page.evaluate((order) => {
    const cards = [...document.querySelectorAll('.group')];
    cards
      .find((each) => each.innerText.includes(order))
      .querySelector('.accept')
      .click();
  }, house[0]);
  await seen.page.waitForSelector('.group.accepted');
  await seen.page.click('#view-work');
  await settled(seen);
}

export async function openOutbox({ page }) {
  await page.click('#open-outbox');
  await page.waitForSelector('.outbox-outcome');
}

// The orders to ship that are due today; how many.
export async function chooseToday({ page }) {
  const count = await page.$eval('#outbox-today', (each) => Number(/\d+/.exec(each.innerText)[0]));
  await page.click('#outbox-today');
  await page.waitForFunction(
    (count) => document.querySelector('#outbox-chosen').innerText.includes(count),
    {},
    String(count),
  );
  return count;
}

export async function aim({ page }, target, format = '') {
  await page.select('#outbox-target', target);
  if (format) await page.select('#outbox-format', format);
  await page.waitForSelector('.outbox-outcome');
  // What is drawn is of this very target once its own control stands beside it.
  await page.waitForFunction(
    (paper) => (document.querySelector('#outbox-format') !== null) === paper,
    {},
    ['slips', 'picking', 'addresses'].includes(target),
  );
}

// Downloads end here instead of on the disk: names and bytes.
export async function catchDownloads({ page }) {
  await page.evaluate(() => {
    window.caught = [];
    const blobs = new Map();
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      const url = made.call(URL, blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      window.caught.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });
}

export async function caught({ page }, count = 1) {
  await page.waitForFunction((count) => window.caught.length >= count, {}, count);
  const files = await page.evaluate(() =>
    Promise.all(
      window.caught.splice(0).map(async ({ name, blob }) => ({
        name,
        bytes: [...new Uint8Array(await blob.arrayBuffer())],
      })),
    ),
  );
  return files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
}
