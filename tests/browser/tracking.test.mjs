// Carriers' files dropped like reports, pasted lines, columns that only the seller knows:
// each row is accounted for, and an order shows its number.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  drop,
  loadSample,
  sampleMoment,
  samplePath,
  settled,
  sharedVisit,
  visit,
} from './visit.mjs';

const reports = ['sample-unshipped.txt', 'sample-new-orders.txt'].map((name) => ({
  name,
  bytes: readFileSync(samplePath(name)),
}));
const [one, two, three, four] = [
  '249-2423451-1651369',
  '249-2884649-0586419',
  '249-3801170-3135622',
  '503-3501885-7622060',
];

describe('numbers that come back', () => {
  const seen = sharedVisit('chromium', { now: sampleMoment, filesOpen: true, ready: () => {} });

  const cells = () =>
    seen.page.$$eval('.tracking-files tbody tr', (rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td.number')].map((cell) => Number(cell.innerText)),
      ),
    );
  const files = async (count) => {
    await seen.page.waitForFunction(
      (wanted) => document.querySelectorAll('.tracking-files tbody tr').length === wanted,
      {},
      count,
    );
    await settled(seen);
  };
  const open = async (order) => {
    await seen.page.evaluate((id) => {
      document.querySelector(`.open-order[data-order="${id}"]`).click();
    }, order);
    await seen.page.waitForFunction(
      (id) => document.querySelector('#order-title')?.innerText.includes(id),
      {},
      order,
    );
    await settled(seen);
  };

  it('keeps numbers until their report is there', async () => {
    const issued = `お客様管理番号,送り状種類,伝票番号,出荷予定日\r\n${one},A,1234-5678-9013,2026/11/20\r\n\r\nR-1,0,123456789013,\r\n${two},0,1.23457E+11,\r\n`;
    await drop(seen, [{ name: 'issued.csv', bytes: Buffer.from(issued) }]);
    await seen.page.waitForSelector('#tracking-waits');
    await drop(seen, reports);
    await seen.page.waitForSelector('.work tbody tr');
    await files(1);
    // numbers, proposed, repeated, no order here, refused, deleted, blank, rows
    assert.deepEqual(await cells(), [[1, 0, 0, 1, 1, 0, 1, 4]]);
    assert.match(
      (await seen.texts('.tracking-notes tbody tr')).join('\n'),
      /R-1[\s\S]*1\.23457E\+11/,
    );
    assert.match(await seen.text('#open-tracking'), /1 order/);
    assert.equal((await seen.texts('.report-file.refused')).length, 0);
  });

  it('shows the number at its order', async () => {
    await open(one);
    assert.match(
      await seen.text('#order-tracking'),
      /123456789013.*ネコポス.*2026-11-20.*issued\.csv/s,
    );
  });

  it('takes pasted lines, which go before a file', async () => {
    await seen.page.type('#tracking-field', `${one} 2345-6789-0124\n`);
    await seen.page.select('#tracking-carrier', 'sagawa');
    await seen.page.click('#tracking-apply');
    await files(2);
    assert.deepEqual((await cells())[1], [1, 0, 0, 0, 0, 0, 0, 1]);
    assert.match(await seen.text('#order-tracking'), /234567890124.*Sagawa/s);
    assert.equal(await seen.page.$eval('#tracking-field', (field) => field.value), '');
  });

  it('asks once which columns are which, and keeps only their names', async () => {
    const own = (order, number) => Buffer.from(`受注No,お客様,問合せNo\n${order},田中,${number}\n`);
    await drop(seen, [{ name: 'own.csv', bytes: own(two, '123456789013') }]);
    await seen.page.waitForSelector('.report-file.refused details.columns');
    await seen.page.click('details.columns summary');
    await seen.page.select('.column-order', '受注No');
    await seen.page.select('.column-number', '問合せNo');
    await seen.page.click('details.columns button');
    await files(3);
    await drop(seen, [{ name: 'again.csv', bytes: own(three, '234567890124') }]);
    await files(4);
    const kept = await seen.page.evaluate(() =>
      localStorage.getItem('parcelwise.tracking-columns'),
    );
    assert.deepEqual(JSON.parse(kept), { 受注No: 'order', 問合せNo: 'number' });
  });

  it('reads a file without names by position, and says of another what it lacks', async () => {
    const row = (width) => {
      const cells = Array(width).fill('');
      [cells[0], cells[1], cells[3], cells[8], cells[15]] = [
        four,
        '0',
        '345678901236',
        '03-0000-0000',
        '田中',
      ];
      return Buffer.from(`${cells.slice(0, width).join()}\r\n`);
    };
    await drop(seen, [{ name: 'bare.csv', bytes: row(95) }]);
    await files(5);
    assert.deepEqual((await cells())[4], [1, 0, 0, 0, 0, 0, 0, 1]);
    await drop(seen, [{ name: 'cut.csv', bytes: row(12) }]);
    await seen.page.waitForSelector('.report-file.refused');
    assert.match(await seen.text('.report-file.refused'), /cut\.csv has no line of column names/);
    assert.equal(await seen.page.$('details.columns'), null, 'a name is no column to choose');
  });

  it('leaves the sample where it is, until a report of the seller’s comes', async () => {
    const other = await visit(seen.browser, { filesOpen: true });
    await loadSample(other);
    const sheets = await other.texts('.report-name');
    const issued = Buffer.from(`order-id,tracking-number\n${one},123456789013\n`);
    await drop(other, [{ name: 'issued.csv', bytes: issued }]);
    await other.page.waitForSelector('.tracking-files tbody tr');
    await settled(other);
    assert.match(await other.text('#open-tracking'), /1 order/);
    assert.deepEqual(await other.texts('.report-name'), sheets);
    assert.ok(await other.page.$('.clock .tag'), 'and its clock');
    await drop(other, [reports[0]]);
    await other.page.waitForFunction(() => document.querySelectorAll('.report-file').length === 1);
    await settled(other);
    assert.equal(await other.page.$('.clock .tag'), null);
    assert.equal((await other.texts('.tracking-files tbody tr')).length, 1, 'the numbers stay');
    await other.close();
  });

  it('takes a file off again, and all with everything else', async () => {
    await seen.page.click('.tracking-files tbody tr:nth-child(2) button');
    await files(4);
    assert.match(await seen.text('#order-tracking'), /123456789013/);
    await seen.page.$eval('#clear', (button) => button.click());
    await seen.page.waitForSelector('#sample');
    assert.equal(await seen.page.$('.tracking-files'), null);
    assert.equal(await seen.page.$('#tracking-waits'), null);
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
  });
});
