// Refunds that the reports tell and no line took: the sheet lists them and waits for a
// tick that they were looked up; a planned refund that looks done waits likewise.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { settlementReport } from '../samples/refund_files.mjs';
import { sharedBrowser } from './browsers.mjs';
import { addRefund, openRefund, planned, showPlan, teapotAndPlates, worked } from './refunds.mjs';
import { drop, sampleMoment, samplePath, settled, visit } from './visit.mjs';

// Rows of one refund of the order, as [description, amount, sku].
const settlement = (order, rows) =>
  settlementReport({
    summary: { 'settlement-id': '1', 'total-amount': 0, currency: 'JPY' },
    transactions: rows.map(([description, amount, sku], i) => ({
      'transaction-type': 'Refund',
      'order-id': order,
      'adjustment-id': `adj-${i}`,
      sku,
      'posted-date': '2026-11-19',
      amounts: [['ItemPrice', description, amount]],
    })),
  });

// Of the sample's reports, dropped: a sample that is shown takes nothing beside it.
async function visitSample(browser) {
  const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
  const names = ['sample-unshipped.txt', 'sample-new-orders.txt'];
  await drop(
    seen,
    names.map((name) => ({ name, bytes: readFileSync(samplePath(name)) })),
  );
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
  return seen;
}

// The order with these SKUs, as the sample has it.
function orderOf(sku) {
  const [header, ...rows] = readFileSync(samplePath('sample-new-orders.txt'), 'latin1').split(
    /\r?\n/,
  );
  const at = header.split('\t').indexOf('order-id');
  const ids = new Map();
  for (const row of rows) {
    const id = row.split('\t')[at];
    ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  const found = rows.filter((row) => row.includes(sku)).map((row) => row.split('\t')[at]);
  return found.find((id) => ids.get(id) > 1) ?? found[0];
}

describe('refunds on no line', () => {
  const browser = sharedBrowser('chromium');

  it('are listed, and the refund waits until they were looked up', async () => {
    const seen = await visitSample(browser);
    const order = orderOf(teapotAndPlates);
    const bytes = settlement(order, [['Principal', -980, 'NO-SUCH-SKU']]);
    await drop(seen, [{ name: 'strange.txt', bytes }]);
    await seen.page.waitForFunction(() => /fit no line.*JPY 980/s.test(document.body.innerText));
    await openRefund(seen, teapotAndPlates, 'undeliverable');
    await seen.page.waitForSelector('#refund-error');
    assert.match(await seen.text('#refund-error'), /strange\.txt:3; JPY 980/);
    assert.match(
      await seen.text('.unplaced li'),
      /strange\.txt, row 3.*¥980.*another item or SKU/s,
    );
    assert.ok(await seen.page.$('#refund-add:disabled'));
    await seen.page.click('#refund-accept-unread');
    await worked(seen, '¥16,220'); // 17,200 less what was accepted
    await addRefund(seen);
    await showPlan(seen);
    assert.equal(await seen.page.$('.planned .failed'), null, 'the plan keeps the word');
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('a planned refund that looks done is left out until it is confirmed', async () => {
    const seen = await visitSample(browser);
    await openRefund(seen, teapotAndPlates, 'goodwill');
    await seen.page.waitForSelector('#refund-amount');
    await seen.page.type('#refund-amount', '300');
    await worked(seen, '¥300');
    await addRefund(seen);
    const bytes = settlement(orderOf(teapotAndPlates), [['Goodwill', -300, teapotAndPlates]]);
    await drop(seen, [{ name: 'settled.txt', bytes }]);
    await seen.page.waitForFunction(() => document.body.innerText.includes('settled.txt'));
    await settled(seen);
    await showPlan(seen);
    await seen.page.waitForSelector('.planned .failed');
    assert.match(await seen.text('.planned .failed .bad'), /looks done already \(settled\.txt:3\)/);
    await seen.page.click('.still-to-make');
    await planned(seen, 1);
    await seen.page.waitForFunction(() => !document.querySelector('.planned .failed'));
    await seen.page.click('#plan-undo');
    await seen.page.waitForSelector('.planned .failed');
    assert.equal(sampleMoment.slice(0, 10), '2026-11-20', 'the settlement is not of days before');
    await seen.close();
  });
});
