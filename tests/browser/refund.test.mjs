// The refund sheet: every component of every line follows each change at once, a
// refusal stands at its field, and no total is ever typed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import {
  addRefund,
  halfSent,
  openOrder,
  openRefund,
  planned,
  teapotAndPlates,
  tickAll,
  worked,
} from './refunds.mjs';
import { hostileNames, hostileReport, report } from './reports.mjs';
import {
  drop,
  loadSample,
  sampleFiles,
  sampleMoment,
  samplePath,
  settled,
  visit,
} from './visit.mjs';

const parts = (seen) =>
  seen.page.$$eval('.parts thead tr, .parts tr:has(td)', (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
  );

const sums = (seen) =>
  seen.page.$$eval('.sums-of div', (all) =>
    Object.fromEntries(
      all.map((each) => [...each.children].map((part) => part.innerText.trim().split('\n')[0])),
    ),
  );

describe('the refund sheet', () => {
  const browser = sharedBrowser('chromium');

  it('shows what each tick and quantity changes, and plans it', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    const before = seen.requests.length;
    await openRefund(seen, teapotAndPlates, 'undeliverable');
    await worked(seen, '¥17,200');
    assert.deepEqual(await parts(seen), [
      ['Price', 'Total'],
      ['¥6,800', '¥6,800'],
      ['¥10,400', '¥10,400'],
    ]);
    const all = await sums(seen);
    assert.equal(all['Charged for the order'], '¥18,600');
    assert.equal(all['This refund'], '− ¥17,200');
    assert.equal(all['Left after it'], '¥1,400');
    assert.match((await seen.texts('.withheld li')).join(), /Shipping ¥1,400/);

    await seen.page.select('#refund-reason', 'defective');
    await seen.page.waitForSelector('#refund-add:disabled');
    assert.equal(await seen.page.$('.refund-line input:checked'), null, 'which lines?');
    await tickAll(seen);
    await worked(seen, '¥18,600');
    assert.deepEqual(await parts(seen), [
      ['Price', 'Shipping', 'Total'],
      ['¥6,800', '¥700', '¥7,500'],
      ['¥10,400', '¥700', '¥11,100'],
    ]);
    assert.equal(await seen.page.$('.withheld'), null);

    await seen.page.click('.refund-line input');
    await worked(seen, '¥11,100');
    assert.equal((await parts(seen)).length, 2);
    await seen.page.$eval('.units input', (field) => field.select());
    await seen.page.type('.units input', '1');
    await worked(seen, '¥5,550');
    assert.deepEqual((await parts(seen))[1], ['¥5,200', '¥350', '¥5,550']);
    assert.equal((await sums(seen))['Left after it'], '¥13,050');
    await seen.page.focus('.units input');
    await seen.page.keyboard.press('Backspace');
    await seen.page.waitForSelector('#refund-add:disabled');
    assert.equal(await seen.page.$eval('.units input', (field) => field.value), '');
    assert.equal(await seen.page.$('#refund-total'), null, 'no number, no total');
    await seen.page.type('.units input', '1');
    await worked(seen, '¥5,550');

    await addRefund(seen);
    assert.match(await seen.text('#order .notice'), /1 refund of this order is in the plan/);
    await seen.page.click('#open-refund');
    await seen.page.waitForSelector('#refund-reason');
    await seen.page.select('#refund-reason', 'defective');
    await tickAll(seen);
    await worked(seen, '¥13,050');
    assert.equal((await sums(seen))['Already refunded or planned'], '− ¥5,550');

    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(seen.requests.slice(before), []);
    await seen.close();
  });

  it('picks the lines that were not sent', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    await openRefund(seen, halfSent, 'items-unavailable');
    await worked(seen, '¥1,280');
    const ticks = await seen.page.$$eval('.refund-line', (all) =>
      all.map((each) => [
        each.querySelector('code').innerText,
        each.querySelector('input').checked,
      ]),
    );
    assert.deepEqual(
      new Map(ticks),
      new Map([
        ['FILM-156', true],
        ['LAMP-LED-WH', false],
      ]),
    );
    assert.match(await seen.text('.refund .source'), /S2[23]/);
    assert.ok((await seen.texts('.refund .steps li')).length > 1);
    await seen.page.click('.refund-line input:checked');
    await seen.page.waitForSelector('#refund-add:disabled');
    assert.match(await seen.text('.refund fieldset .bad'), /at least one/);
    await seen.close();
  });

  it('keeps to what came back, whatever the reason is called', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const [names, , , here] = readFileSync(samplePath('sample-returns.txt'), 'utf8').split('\n');
    const columns = names.split('\t');
    const cells = here.split('\t');
    cells[columns.indexOf('Order ID')] = '249-2007118-9805297';
    cells[columns.indexOf('Merchant SKU')] = 'LAMP-LED-WH'; // its other line is not sent yet
    const returned = { name: 'returns.txt', bytes: `${names}\n${cells.join('\t')}\n` };
    const orders = sampleFiles.slice(0, 2);
    const files = orders.map((name) => ({ name, bytes: readFileSync(samplePath(name)) }));
    await drop(seen, [...files, returned]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await openRefund(seen, halfSent);
    const ticked = () => seen.texts('.refund-line:has(input:checked) code');
    assert.deepEqual(await ticked(), ['LAMP-LED-WH']);
    for (const reason of ['undeliverable', 'wrong-item', 'items-unavailable']) {
      await seen.page.select('#refund-reason', reason);
      await settled(seen);
      assert.deepEqual(await ticked(), ['LAMP-LED-WH'], reason);
    }
    await seen.close();
  });

  it('gives a concession beside the refund, over its cap with a warning', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    await openRefund(seen, teapotAndPlates, 'goodwill');
    await seen.page.waitForSelector('#refund-amount');
    assert.equal(await seen.page.$('.refund-line'), null, 'it is of no line');
    await seen.page.type('#refund-amount', '999999');
    await seen.page.waitForFunction(() =>
      /12,?000.*Seller Central/s.test(document.querySelector('.refund-warnings')?.innerText),
    );
    await seen.page.waitForSelector('#refund-add:not(:disabled)');
    await seen.page.$eval('#refund-amount', (field) => field.select());
    await seen.page.type('#refund-amount', '１２３４'); // as a Japanese keyboard may give it
    await worked(seen, '¥1,234');
    const told = await sums(seen);
    assert.match(told['An apology'], /¥12,000/);
    assert.equal(told['Left after it'], '¥18,600');
    assert.equal(told['Given beside it, as a concession'], '¥1,234');
    assert.match((await seen.texts('.refund .steps li')).join(), /upload file has no place/);
    await seen.page.type('#refund-amount', 'x');
    await seen.page.waitForSelector('#refund-error');
    assert.equal(await seen.page.$('#refund-total'), null);
    assert.equal(await seen.page.$eval('#refund-amount', (field) => field.ariaInvalid), 'true');
    assert.ok(await seen.page.$('#refund-add:disabled'));
    await seen.close();
  });

  it('reads an amount as people write it, and says at the field what it cannot read', async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await loadSample(seen);
    await openRefund(seen, teapotAndPlates, 'goodwill');
    const put = async (field, text) => {
      await page.waitForSelector(field);
      await page.$eval(field, (input) => input.select());
      await page.type(field, text);
    };
    const refused = async (field, text, expected) => {
      await put(field, text);
      await page.waitForSelector(`${field}[aria-invalid=true]`);
      assert.equal(await seen.text('#refund-error'), expected, text);
      assert.ok(await page.$('#refund-add:disabled'));
    };
    await put('#refund-amount', '1,000');
    await worked(seen, '¥1,000');
    const yen = 'An amount in JPY, such as 1,250.';
    for (const text of ['1.000', '12.5', 'abc', '1,00', '99999999999']) {
      await refused('#refund-amount', text, yen);
    }
    await page.select('#language', 'it');
    await put('#refund-amount', '1.000');
    await seen.page.waitForFunction(() =>
      /^1\.000/.test(document.querySelector('#refund-total')?.innerText),
    );
    await page.select('#language', 'en');
    await page.select('#refund-reason', 'returned');
    await page.select('#refund-condition', 'as-new');
    await tickAll(seen);
    await refused('#refund-days', '9999', 'A whole number up to 3,650.');
    await put('#refund-days', '30');
    await page.waitForSelector('#refund-add:not(:disabled)');
    assert.equal(await page.$('#refund-error'), null);
    await seen.close();
  });

  it('works out Amazon’s fee, and remembers the seller’s rate', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    await openRefund(seen, halfSent, 'items-unavailable');
    await seen.page.waitForSelector('#fee-rate');
    const fee = async () => (await sums(seen))['Refund fee that Amazon keeps'];
    const before = await fee();
    assert.doesNotMatch(before, /¥/);
    await seen.page.type('#fee-rate', '15');
    await seen.page.waitForFunction(() =>
      /¥19/.test(document.querySelector('.sums-of + .stacked')?.parentElement.innerText),
    );
    assert.equal(await fee(), '¥19'); // a tenth of 15 % of 1,280 yen
    await seen.page.type('#fee-rate', 'x');
    await seen.page.waitForSelector('#fee-rate[aria-invalid=true]');
    assert.equal(await seen.text('#refund-total'), '¥1,280');
    await seen.page.keyboard.press('Backspace');
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    await loadSample(seen);
    await openRefund(seen, halfSent, 'items-unavailable');
    await seen.page.waitForSelector('#fee-rate');
    assert.equal(await seen.page.$eval('#fee-rate', (field) => field.value), '15');
    await seen.close();
  });

  it('takes lines by their SKU where the report has no item ids', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const bytes = readFileSync(samplePath('sample-all-orders.txt'));
    await drop(seen, [{ name: 'all-orders.txt', bytes }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await openRefund(seen, teapotAndPlates, 'defective');
    await tickAll(seen);
    await worked(seen, '¥18,600');
    await seen.page.click('.refund-line input');
    await seen.page.waitForFunction(
      () => document.querySelectorAll('.refund-line input:checked').length === 1,
    );
    const left = await seen.text('.refund-line:has(input:checked) code');
    const total = left === teapotAndPlates ? '¥7,500' : '¥11,100';
    await worked(seen, total);
    assert.deepEqual((await parts(seen)).at(-1).at(-1), total);
    await seen.close();
  });

  it('says which report brings the prices where none has them', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    await drop(seen, [{ name: 'unshipped.txt', bytes: report({}) }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('#not-refundable');
    assert.match(await seen.text('#not-refundable'), /no prices.*new orders/i);
    assert.equal(await seen.page.$('#open-refund'), null);
    await seen.close();
  });

  it('shows hostile names as text', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    await drop(seen, [{ name: 'hostile.txt', bytes: hostileReport({ prices: true }) }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    for (const hostile of hostileNames.slice(0, 4)) {
      await seen.page.evaluate((hostile) => {
        const rows = [...document.querySelectorAll('.work tbody tr')];
        const row = rows.find((each) => each.innerText.includes(hostile));
        row.querySelector('.open-order').click();
      }, hostile);
      await seen.page.waitForSelector('#open-refund');
      await seen.page.click('#open-refund');
      await seen.page.waitForSelector('#refund-reason');
      await seen.page.select('#refund-reason', 'defective');
      await worked(seen, '¥1,100');
      assert.equal(await seen.text('.refund-line code'), hostile);
      assert.ok((await seen.text('.parts tbody th')).includes(hostile));
      await addRefund(seen);
    }
    await seen.page.click('#view-plan');
    await seen.page.waitForSelector('.planned');
    assert.deepEqual(await seen.texts('.skus'), hostileNames.slice(0, 4));
    const odd = await seen.page.evaluate(() => ({
      images: document.querySelectorAll('img').length,
      scripts: document.querySelectorAll('parcelwise-page script').length,
      polluted: Object.keys({}).length + Object.keys(Object.prototype).length,
    }));
    assert.deepEqual(odd, { images: 0, scripts: 0, polluted: 0 });
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });

  it('is worked by keys alone', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    const { keyboard } = seen.page;
    const focused = (selector) =>
      seen.page.evaluate((selector) => document.activeElement?.matches(selector), selector);
    const tabTo = async (selector) => {
      for (let presses = 0; presses < 40; ++presses) {
        await keyboard.press('Tab');
        if (await focused(selector)) return;
      }
      assert.fail(`Tab does not reach ${selector}`);
    };
    await openOrder(seen, halfSent);
    await tabTo('#open-refund');
    await keyboard.press('Enter');
    await seen.page.waitForSelector('#refund-reason');
    assert.ok(await focused('#refund-reason'), 'focus is in the sheet');
    await keyboard.type('Some items');
    await worked(seen, '¥1,280');
    await tabTo('#refund-add');
    await keyboard.press('Enter');
    await planned(seen, 1);
    assert.ok(await focused('#open-refund'), 'focus is back at the order');
    await keyboard.press('Enter');
    await seen.page.waitForSelector('#refund-reason');
    await keyboard.press('Escape');
    await seen.page.waitForSelector('#open-refund');
    assert.ok(await focused('#open-refund'));
    assert.ok(await seen.page.$('#order'), 'Escape closed the sheet, not the order');
    await keyboard.press('Escape');
    assert.equal(await seen.page.$('#order'), null);
    await seen.close();
  });

  it('covers the page on a phone', async () => {
    const seen = await visit(browser, { width: 390, height: 844 });
    await loadSample(seen);
    await seen.page.click('.work .col-done input');
    await seen.page.waitForSelector('.undo');
    await openRefund(seen, teapotAndPlates, 'defective');
    await tickAll(seen);
    await worked(seen, '¥18,600');
    assert.ok(await seen.page.$('#order[role=dialog]'));
    assert.ok(await seen.page.$('.page[inert]'));
    const foot = await seen.page.$$eval('.refund-foot output, #refund-add', (parts) =>
      parts.map((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        return part.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
      }),
    );
    assert.deepEqual(foot, [true, true], 'the total and its button stay in sight, undo or not');
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390);
    await seen.close();
  });
});
