// One box for whatever a buyer gives: a number in any form, an address, a name, or the
// whole message; and each of the three outcomes leads on.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fullWidth, letterOf, orderWithTime, pasteMessage } from './buyers.mjs';
import { loadSample, search, settled, sharedVisit, visit } from './visit.mjs';

const pendingOrder = '249-4408120-5935137';

describe('the search', () => {
  let order;
  const seen = sharedVisit('chromium', {
    ready: async (seen) => {
      await loadSample(seen);
      order = await orderWithTime(seen);
    },
  });

  const clear = async () => {
    await seen.page.click('#clear-filters');
    await settled(seen);
    assert.equal(await seen.page.$('#found'), null);
  };

  it('finds the number in every form, and shows the deadlines', async () => {
    const forms = [
      order,
      order.replaceAll('-', ''),
      fullWidth(order),
      letterOf(fullWidth(order)),
      letterOf(order.replaceAll('-', ' - ')),
    ];
    for (const form of forms) {
      await pasteMessage(seen, form);
      assert.deepEqual(await seen.texts('[data-found]'), [order], form);
      assert.deepEqual(await seen.texts('th .open-order'), [order], form);
      assert.ok((await seen.texts('#found dt')).length >= 3, 'ship-by and both limits');
      await clear();
    }
  });

  it('keeps what is typed while an earlier search is answered', async () => {
    const seenTexts = await seen.page.evaluate(async () => {
      const field = document.querySelector('#search');
      const type = (text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      type('249');
      await new Promise((resolve) => setTimeout(resolve, 91)); // the search has begun
      type('249-2');
      const texts = new Set();
      const until = performance.now() + 400;
      while (performance.now() < until) {
        texts.add(field.value);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return [...texts];
    });
    assert.deepEqual(seenTexts, ['249-2']);
    await settled(seen);
    await clear();
  });

  it('finds by e-mail alias, name and SKU of the order', async () => {
    await pasteMessage(seen, order);
    await seen.page.click(`[data-found="${order}"]`);
    await seen.page.waitForSelector('.reported');
    const told = await seen.page.$$eval('.reported dl div', (all) =>
      Object.fromEntries(
        all.map((each) => [...each.children].map((part) => part.textContent.trim())),
      ),
    );
    await seen.page.keyboard.press('Escape');
    for (const column of ['buyer-email', 'recipient-name', 'sku']) {
      await search(seen, told[column]);
      assert.ok((await seen.texts('th .open-order')).includes(order), column);
    }
    await clear();
  });

  it('shows on a phone at once what was found, and makes room for the next message', async () => {
    const phone = await visit(seen.browser, { width: 390, height: 844 });
    const { page } = phone;
    await loadSample(phone);
    await pasteMessage(phone, letterOf(order));
    const bottom = await page.$eval(
      `[data-answer="${order}"]`,
      (button) => button.getBoundingClientRect().bottom,
    );
    assert.ok(bottom <= 844, `the way to the answer ends at ${bottom}`);
    await page.keyboard.type(pendingOrder);
    await page.waitForSelector('#found.pending');
    assert.equal(await page.$eval('#search', (field) => field.value), pendingOrder);
    await phone.close();
  });

  it('says of a pending order not to ship it', async () => {
    await pasteMessage(seen, letterOf(pendingOrder));
    assert.match(await seen.text('#found.pending .found-verdict'), /do not ship/i);
    await clear();
  });

  it('says where it looked for an order that is not here, and whom to ask', async () => {
    await pasteMessage(seen, letterOf('503-0000001-0000001'));
    assert.match(await seen.text('#found.not-here'), /Amazon’s customer service/);
    const looked = await seen.texts('.looked-in li');
    assert.equal(looked.length, 5);
    assert.match(looked.join(), /sample-unshipped\.txt.*Nov/);
    await clear();
  });

  it('opens the one it found with Enter, from anywhere', async () => {
    await seen.page.click('#view-rejects');
    await seen.page.keyboard.press('/');
    await seen.page.waitForSelector('#search:focus');
    await seen.page.keyboard.type(order);
    await seen.page.keyboard.press('Enter');
    await seen.page.waitForSelector('.action');
    assert.ok((await seen.text('#order-title')).includes(order));
    await seen.page.keyboard.press('Escape');
    await clear();
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
  });
});
