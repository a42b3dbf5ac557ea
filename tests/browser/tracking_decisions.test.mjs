// What comes back and waits for the seller's word: numbers proposed by the recipient,
// several numbers for one order, and Amazon's answer to an upload.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { drop, sampleMoment, samplePath, settled, sharedVisit } from './visit.mjs';

const bytes = readFileSync(samplePath('sample-unshipped.txt'));
const [names, ...rows] = bytes
  .toString('utf8')
  .trimEnd()
  .split(/\r?\n/)
  .map((line) => line.split('\t'));
const orders = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
const count = (order) => orders.filter((one) => one['order-id'] === order).length;
const alone = (name) => orders.filter((one) => one['recipient-name'] === name).length === 1;
const plain = (one) => count(one['order-id']) === 1 && Number(one['quantity-shipped']) === 0;

const one = orders.find(
  (each) => plain(each) && alone(each['recipient-name']) && each['ship-postal-code'] !== '',
);
const two = orders.find(
  (each) => plain(each) && each !== one && Number(each['quantity-purchased']) > 1,
);

describe("the seller's word", () => {
  const seen = sharedVisit('chromium', { now: sampleMoment, filesOpen: true, ready: () => {} });
  const order = async (id) => {
    await seen.page.evaluate(
      (wanted) => document.querySelector(`.open-order[data-order="${wanted}"]`)?.click(),
      id,
    );
    await settled(seen);
  };

  it('proposes a number by name and postal code, and takes it in one press', async () => {
    await drop(seen, [{ name: 'sample-unshipped.txt', bytes }]);
    await seen.page.waitForSelector('.work tbody tr');
    const back = [
      'お客様管理番号,お問い合せ送り状No.,お届け先郵便番号,お届け先名称１',
      `R-1,123456789013,${one['ship-postal-code']},${one['recipient-name']} 様`,
      'R-2,234567890124,999-9999,誰でもない 人',
      '',
    ].join('\r\n');
    await drop(seen, [{ name: 'back.csv', bytes: Buffer.from(back) }]);
    await seen.page.waitForSelector('#accept-proposed');
    assert.match(
      await seen.text('.tracking-proposals tbody'),
      new RegExp(`${one['order-id']}[\\s\\S]*123456789013`),
    );
    await order(one['order-id']);
    assert.equal(await seen.page.$('#order-tracking'), null, 'not before it is accepted');
    await settled(seen); // what a drop answers moves the page
    // A press of the mouse: at the window's lower edge a line of the page may lie over it.
    await seen.page.$eval('#accept-proposed', (each) => each.scrollIntoView({ block: 'center' }));
    await seen.page.click('#accept-proposed');
    await seen.page.waitForFunction(() => !document.querySelector('.tracking-proposals'));
    await settled(seen);
    assert.match(await seen.text('#order-tracking'), /123456789013/);
  });

  it('asks once which units several numbers are for', async () => {
    const back = [
      'order-id,tracking-number',
      `${two['order-id']},345678901235`,
      `${two['order-id']},456789012346`,
      '',
    ].join('\r\n');
    await drop(seen, [{ name: 'two.csv', bytes: Buffer.from(back) }]);
    const form = `.tracking-question[data-order="${two['order-id']}"]`;
    await seen.page.waitForSelector(form);
    for (const number of ['345678901235', '456789012346']) {
      await seen.page.type(`${form} input[data-number="${number}"]`, '1');
    }
    await seen.page.click(`${form} button[type="submit"]`);
    await seen.page.waitForFunction(() => !document.querySelector('.tracking-question'));
    await settled(seen);
    await order(two['order-id']);
    assert.match(await seen.text('#order-tracking'), /345678901235[\s\S]*456789012346/);
  });

  it('shows Amazon’s answer at each order, and what to do', async () => {
    const answer = [
      'Feed Processing Summary:',
      '\tNumber of records processed\t\t2',
      '\tNumber of records successful\t\t1',
      '',
      'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
      `1\t${one['order-id']}\t\t18021\tError\t<b>Quantity</b> exceeds`,
      `2\t${two['order-id']}\t\t13013\tError\t<b>Not this carrier’s</b>`,
      '',
    ].join('\n');
    await drop(seen, [{ name: 'result.txt', bytes: Buffer.from(answer) }]);
    await seen.page.waitForSelector('.upload-result li');
    const told = await seen.texts('.upload-result li');
    assert.equal(told.length, 2);
    assert.match(told[0], /probably confirmed or cancelled already/);
    assert.match(told[1], /<b>Not this carrier’s<\/b>/, 'as text');
    assert.match(await seen.text('.upload-result'), /1 of 2 records were accepted/);
    assert.ok(await seen.page.$('#retry'));
    assert.equal((await seen.texts('.report-file.refused')).length, 0);
    await seen.page.click('.upload-result li:nth-child(2) button');
    await settled(seen);
    assert.match(await seen.text('#order-title'), new RegExp(two['order-id']));
    await seen.page.click('.upload-result h3 button');
    await settled(seen);
    assert.equal(await seen.page.$('.upload-result'), null);
  });

  it('tells how many records the answer does not name, and how many lines it does not show', async () => {
    const answer = [
      'Feed Processing Summary:',
      '\tNumber of records processed\t\t204',
      '\tNumber of records successful\t\t0',
      '',
      'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
      ...Array.from(
        { length: 201 },
        (_, at) => `${at + 1}\t${one['order-id']}\t\t18021\tError\tQuantity exceeds`,
      ),
      '',
    ].join('\n');
    await drop(seen, [{ name: 'result.txt', bytes: Buffer.from(answer) }]);
    await seen.page.waitForSelector('.upload-result li');
    assert.equal((await seen.texts('.upload-result li')).length, 200);
    const told = await seen.text('.upload-result');
    assert.match(told, /and 1 more/);
    assert.match(told, /3 records were not accepted, and nothing here says which/);
    await seen.page.click('.upload-result h3 button');
    await settled(seen);
  });

  it('forgets all of it with everything else', async () => {
    await seen.page.$eval('#clear', (button) => button.click());
    await seen.page.waitForSelector('#sample');
    assert.equal(await seen.page.$('.tracking-files'), null);
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
  });
});
