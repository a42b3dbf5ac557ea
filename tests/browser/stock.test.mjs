// The units in hand: typed or dropped, a bad line is named, and an order that they
// cannot fill leads to its refund.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { worked } from './refunds.mjs';
import { drop, settled, sharedVisit } from './visit.mjs';

describe('units in hand', () => {
  const seen = sharedVisit('chromium', { filesOpen: true });

  const rules = () => seen.page.$$eval('#rule option', (all) => all.map((each) => each.value));

  it('names the line that it cannot read, and changes nothing', async () => {
    await seen.page.click('#open-stock');
    await seen.page.waitForSelector('#stock-field:focus');
    await seen.page.type('#stock-field', 'TOWL-IMB-3,4\nDISH-ARITA-5,many\n');
    await seen.page.click('#stock-apply');
    await seen.page.waitForSelector('#stock-error');
    assert.match(await seen.text('#stock-error'), /2.*many.*Left as it was/s);
    assert.equal(await seen.page.$eval('#stock-field', (field) => field.ariaInvalid), 'true');
    assert.ok(!(await rules()).includes('out-of-stock'));
    assert.match(await seen.text('.tile.all'), /\d/);
  });

  it('finds the orders that cannot be filled, and opens their refund', async () => {
    await seen.page.$eval('#stock-field', (field) => (field.value = ''));
    await seen.page.type('#stock-field', 'DISH-ARITA-5,0\n');
    await seen.page.click('#stock-apply');
    await seen.page.waitForFunction(() =>
      document.querySelector('#rule option[value=out-of-stock]'),
    );
    await settled(seen);
    assert.equal(await seen.page.$('#stock-error'), null);
    assert.match(await seen.text('#open-stock'), /1 SKU/);
    await seen.page.select('#rule', 'out-of-stock');
    await settled(seen);
    await seen.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.work tbody tr')];
      rows
        .find((each) => /more line/.test(each.innerText))
        .querySelector('.open-order')
        .click();
    });
    await seen.page.waitForSelector('.refund-this');
    await seen.page.click('.refund-this');
    await worked(seen, '¥11,100'); // both sets of plates with their shipping
    assert.equal(
      await seen.page.$eval('#refund-reason', (each) => each.value),
      'items-unavailable',
    );
    const ticked = await seen.page.$$eval('.refund-line:has(input:checked) code', (all) =>
      all.map((each) => each.innerText),
    );
    assert.deepEqual(ticked, ['DISH-ARITA-5']);
    await seen.page.keyboard.press('Escape');
    await seen.page.keyboard.press('Escape');
    await seen.page.click('#clear-filters');
    await settled(seen);
  });

  it('takes the list away again', async () => {
    await seen.page.click('#stock-clear');
    await seen.page.waitForFunction(
      () => !document.querySelector('#rule option[value=out-of-stock]'),
    );
    assert.equal(await seen.page.$eval('#stock-field', (field) => field.value), '');
    await seen.page.focus('#stock-field');
    await seen.page.keyboard.press('Escape');
    await seen.page.waitForFunction(() => !document.querySelector('.line-panel'));
  });

  it('takes a dropped file, and keeps its failure with it', async () => {
    await drop(seen, [{ name: 'stock-today.csv', bytes: Buffer.from('DISH-ARITA-5;1\r\n') }]);
    await seen.page.waitForFunction(() =>
      document.querySelector('#rule option[value=out-of-stock]'),
    );
    assert.equal((await seen.texts('.report-file')).length, 5, 'it is no report');
    await drop(seen, [{ name: 'stock.txt', bytes: Buffer.from('DISH-ARITA-5 1\n') }]);
    await seen.page.waitForSelector('#stock-error');
    assert.ok((await rules()).includes('out-of-stock'), 'the earlier list stays');
    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(seen.complaints, []);
  });
});
