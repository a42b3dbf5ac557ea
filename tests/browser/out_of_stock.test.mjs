// One of three lines is out of stock (W7 of the rules): from the list to the file that
// Seller Central takes, in each browser, and the file has the command's very bytes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { COMMAND } from '../golden/reports.mjs';
import { browserNames, sharedBrowser } from './browsers.mjs';
import {
  addRefund,
  downloads,
  openRefund,
  planned,
  saveFolder,
  showPlan,
  worked,
} from './refunds.mjs';
import { loadSample, sampleMoment, sampleFiles, samplePath, visit } from './visit.mjs';

const threeLines = '249-2423451-1651369'; // the sample's order of W7

for (const name of browserNames) {
  describe(name, () => {
    const folder = saveFolder();
    const browser = sharedBrowser(name, { downloads: folder });

    it('refunds it, undoes, redoes, and saves what the command writes', async () => {
      const seen = await visit(browser);
      const disk = await downloads(seen, folder, name);
      await loadSample(seen);

      await openRefund(seen, threeLines, 'items-unavailable');
      assert.equal(await seen.page.$('.refund-line input:checked'), null, 'which of the three?');
      await seen.page.evaluate(() => {
        const lines = [...document.querySelectorAll('.refund-line')];
        const line = lines.find((each) => each.querySelector('code').innerText === 'TENU-5');
        line.querySelector('input').click();
      });
      await worked(seen, '¥2,390');
      const parts = await seen.page.$$eval('.parts thead tr, .parts tr:has(td)', (rows) =>
        rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
      );
      assert.deepEqual(parts, [
        ['Price', 'Shipping', 'Gift wrap', 'Promotion', 'Total'],
        ['¥1,980', '¥300', '¥308', '-¥198', '¥2,390'],
      ]);
      const sums = (await seen.texts('.sums-of div')).join('\n');
      assert.match(sums, /Charged for the order\s+¥10,590/);
      assert.match(sums, /This refund\s+including ¥235 tax\s+− ¥2,390/);
      assert.match(sums, /Left after it\s+¥8,200/);
      const steps = (await seen.texts('.refund .steps li')).join('\n');
      assert.match(
        steps,
        /consent.*Confirm the shipment of the whole order.*refund the items not sent/s,
      );
      assert.match(
        (await seen.texts('.refund-warnings li')).join(),
        /Confirm the shipment of all lines first/,
      );

      await addRefund(seen);
      await showPlan(seen);
      assert.deepEqual(await seen.texts('.planned .money'), ['¥2,390']);
      await seen.page.click('#plan-undo');
      await planned(seen, 0);
      await seen.page.click('#plan-redo');
      await planned(seen, 1);
      assert.deepEqual(await seen.texts('.planned .money'), ['¥2,390']);

      await seen.page.click('#plan-save');
      await disk.saved('plan.json');
      await seen.page.click('#plan-download');
      await seen.page.waitForSelector('.written');
      const [file] = /\S+\.txt/.exec(await seen.text('.written p'));
      const written = await disk.saved(file);

      const byCommand = disk.path('by-command.txt');
      execFileSync(COMMAND, [
        ...['export', 'adjustments', ...sampleFiles.map(samplePath)],
        ...['--now', sampleMoment, '--refunds', disk.path('plan.json'), '-o', byCommand],
      ]);
      assert.ok(written.equals(readFileSync(byCommand)), written.toString());
      const [head, row] = new TextDecoder('shift_jis')
        .decode(written)
        .split('\r\n')
        .map((line) => line.split('\t'));
      const cell = (column) => row[head.indexOf(column)];
      assert.equal(cell('order-item-id'), '79415029546684');
      assert.equal(cell('adjustment-reason-code'), 'NoInventory');
      assert.equal(cell('item-price-adj'), '1980.00');
      assert.equal(cell('item-promotion-adj'), '-198.00');
      assert.equal(cell('item-promotion-id'), '秋の10%オフ');
      assert.equal(cell('quantity-cancelled'), '1');
      assert.deepEqual(await seen.violations(), []);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });
  });
}
