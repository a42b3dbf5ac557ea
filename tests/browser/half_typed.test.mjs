// What is typed and not sent yet stays: while its panel is closed, another view is shown or
// another order is looked at.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { id, openedOnMonday } from './days.mjs';
import { count } from './visit.mjs';

describe('what is typed and not sent', () => {
  const browser = sharedBrowser('chromium');

  it('keeps numbers, units and notes until they are sent', async () => {
    const seen = await openedOnMonday(browser, [1, 2]);
    const { page } = seen;
    const value = (field) => page.$eval(field, (each) => each.value);
    for (const [open, field, text] of [
      ['#open-tracking', '#tracking-field', `${id(1)} 4000000`],
      ['#open-stock', '#stock-field', 'POT-1,'],
    ]) {
      await page.click(open);
      await page.waitForSelector(field);
      await page.type(field, text);
      await page.keyboard.press('Escape');
      await count(seen, field, 0);
      await page.click(open);
      await page.waitForSelector(field);
      assert.equal(await value(field), text);
    }
    await page.click('#view-plan');
    await count(seen, '#tracking-field', 0);
    await page.click('#view-work');
    await page.waitForSelector('#tracking-field');
    assert.equal(await value('#tracking-field'), `${id(1)} 4000000`);

    await page.click(`.work tbody th [data-order="${id(1)}"]`);
    await page.waitForSelector('#own-words');
    await page.type('#own-words', 'call the buyer');
    const at = (order) =>
      page.waitForFunction(
        (order) =>
          document.querySelector('#order-title')?.innerText.includes(order) &&
          document.querySelector('#own-words'),
        {},
        order,
      );
    await page.click('#next-order');
    await at(id(2));
    assert.equal(await value('#own-words'), '');
    await page.click('#previous-order');
    await at(id(1));
    assert.equal(await value('#own-words'), 'call the buyer');
    await page.click('#add-note');
    await page.waitForSelector('.own-note');
    assert.equal(await value('#own-words'), '');
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});
