// The four ways in, and what is told and corrected for each report.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames } from './browsers.mjs';
import { report } from './reports.mjs';
import {
  drop,
  loadSample,
  paste,
  sampleMoment,
  samplePath,
  settled,
  sharedVisit,
  visit,
} from './visit.mjs';

for (const name of browserNames) {
  describe(name, () => {
    const seen = sharedVisit(name, { now: sampleMoment, filesOpen: true, ready: () => {} });

    it('says that a file about the shop waits for reports, which then take it in', async () => {
      const other = await visit(seen.browser, { now: sampleMoment, filesOpen: true });
      await drop(other, [
        { name: 'shop.json', bytes: Buffer.from('{"sender":{"name":"銀座茶舗"}}') },
      ]);
      await other.page.waitForSelector('.notice');
      assert.equal(await other.text('.notice'), 'Your shop: Waiting');
      await drop(other, [{ name: 'one.txt', bytes: report({ seed: 1 }) }]);
      await other.page.waitForFunction(
        () => document.querySelector('#shop-name')?.value === '銀座茶舗',
      );
      await other.close();
    });

    it('takes several dropped files at once', async () => {
      await drop(seen, [
        { name: 'one.txt', bytes: report({ seed: 1 }) },
        { name: 'two.txt', bytes: report({ seed: 2, encoding: 'cp932' }) },
      ]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      assert.deepEqual(await seen.texts('.report-name'), ['one.txt', 'two.txt']);
      assert.match(await seen.text('.tile.all'), /60/);
      const encodings = await seen.page.$$eval('.encoding', (all) =>
        all.map((each) => each.selectedOptions[0].text),
      );
      assert.match(encodings[1], /CP932/);
    });

    it('takes a picked file', async () => {
      const input = await seen.page.$('#pick');
      await input.uploadFile(samplePath('sample-new-orders.txt'));
      await seen.page.waitForFunction(
        () => document.querySelectorAll('.report-file.read').length === 3,
      );
      await settled(seen);
    });

    it('takes a report pasted anywhere, and one pasted into the field', async () => {
      await paste(seen, 'body', report({ seed: 3 }).toString());
      await seen.page.waitForFunction(
        () => document.querySelectorAll('.report-file.read').length === 4,
      );
      await seen.page.click('#paste');
      await seen.page.waitForSelector('#paste-field');
      await paste(seen, '#paste-field', report({ seed: 4 }).toString());
      await seen.page.waitForFunction(
        () => document.querySelectorAll('.report-file.read').length === 5,
      );
      await settled(seen);
      assert.equal(await seen.page.$('#paste-field'), null, 'the field has closed');
    });

    it('reads a file again as the seller says, and keeps it when that fails', async () => {
      const kindOf = () => seen.page.$eval('.report-file .kind', (each) => each.value);
      await seen.page.select('.report-file .encoding', 'cp932');
      await settled(seen);
      assert.equal(await seen.page.$eval('.report-file .encoding', (each) => each.value), 'cp932');
      await seen.page.select('.report-file .encoding', '');
      await settled(seen);
      await seen.page.select('.report-file .kind', 'pending-orders');
      await settled(seen);
      const remark = await seen.page.$('.report-file .file-notice.bad');
      if (remark) assert.equal(await kindOf(), '', 'went back to what was read before');
      else assert.equal(await kindOf(), 'pending-orders');
    });

    it('does not mix the sample with real reports', async () => {
      const other = await visit(seen.browser, { filesOpen: true });
      await loadSample(other);
      await drop(other, [{ name: 'mine.txt', bytes: report({ seed: 9 }) }]);
      await other.page.waitForFunction(
        () => document.querySelector('.report-file.read .report-name')?.innerText === 'mine.txt',
      );
      await settled(other);
      assert.deepEqual(await other.texts('.report-name'), ['mine.txt']);
      assert.equal(await other.page.$('.clock .tag'), null, 'the clock is the machine’s again');
      await other.close();
    });

    it('shows what became of a file that is dropped on another view', async () => {
      const elsewhere = async (file, text) => {
        await seen.page.click('#view-plan');
        await seen.page.waitForSelector('.plan');
        await drop(seen, [{ name: file, bytes: Buffer.from(text) }]);
      };
      await elsewhere('stock.csv', 'MUG-01,3\nMUG-02,many\n');
      await seen.page.waitForSelector('#stock-error');
      await elsewhere('stock.csv', 'MUG-01,3\n');
      await seen.page.waitForFunction(() =>
        /1 SKU/.test(document.querySelector('#open-stock')?.innerText),
      );
      await elsewhere('shop.json', '{"sender":{"name":"銀座茶舗"}}');
      await seen.page.waitForFunction(
        () => document.querySelector('#shop-name')?.value === '銀座茶舗',
      );
      const sheets = (await seen.texts('.report-file')).length;
      await elsewhere('five.txt', report({ seed: 5 }));
      await seen.page.waitForFunction(
        (sheets) =>
          document.querySelectorAll('.report-file.read').length > sheets &&
          document.querySelector('.work'),
        {},
        sheets,
      );
      await settled(seen);
      await seen.page.click('.report-file:last-child .round');
      await seen.page.waitForFunction(
        (sheets) => document.querySelectorAll('.report-file').length === sheets,
        {},
        sheets,
      );
      await settled(seen);
    });

    it('takes a report off the desk, and all of them', async () => {
      await seen.page.click('.report-file .round');
      await seen.page.waitForFunction(() => document.querySelectorAll('.report-file').length === 4);
      await seen.page.click('#clear');
      await seen.page.waitForSelector('.target');
      assert.equal(await seen.page.$('.work'), null);
      assert.deepEqual(seen.complaints, []);
    });
  });
}
