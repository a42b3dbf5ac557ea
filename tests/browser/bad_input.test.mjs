// What is no report gets one clear sentence, and what was loaded stays. What buyers
// write appears as text, whatever they write.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { hostileNames, hostileReport, noReports, report, steeringNames } from './reports.mjs';
import { drop, loadSample, sampleMoment, settled, visit } from './visit.mjs';

// Every date as a spreadsheet writes it.
const bySpreadsheet = Buffer.from(
  report({})
    .toString('latin1')
    .replace(/(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)[\d:+]*/g, '$1/$2/$3 $4'),
  'latin1',
);

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('says what is wrong with a file that is no report', async () => {
      const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
      await drop(seen, [{ name: 'good.txt', bytes: report({}) }]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      const orders = await seen.text('.tile.all .tile-count');
      const loaded = (await seen.texts('.report-file.read')).length;
      await drop(seen, noReports);
      await seen.page.waitForFunction(
        (count) => document.querySelectorAll('.report-file.refused').length === count,
        {},
        noReports.length,
      );
      await settled(seen);
      for (const text of await seen.texts('.report-file.refused .file-notice')) {
        assert.match(text, /\S.{20,}Not read\.$/s, text);
        assert.ok(text.length < 420, `one sentence, not an essay: ${text}`);
      }
      assert.equal(await seen.text('.tile.all .tile-count'), orders);
      assert.equal((await seen.texts('.report-file.read')).length, loaded);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('knows a workbook of Excel by its name', async () => {
      const seen = await visit(browser, { filesOpen: true });
      const bytes = Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0', 'latin1');
      await drop(seen, [{ name: 'orders.xlsx', bytes }]);
      await seen.page.waitForSelector('.report-file.refused .file-notice');
      const notice = await seen.text('.report-file.refused .file-notice');
      assert.match(notice, /^This is an Excel file\. Load Amazon’s \.txt file/);
      await seen.close();
    });

    inOne('refuses a wrong policy and keeps the one in force', async () => {
      const seen = await visit(browser, { filesOpen: true });
      await loadSample(seen);
      await drop(seen, [{ name: 'mine.json', bytes: Buffer.from('{"id": 7') }]);
      await seen.page.waitForSelector('.files > .file-notice.bad');
      assert.match(await seen.text('.files > .file-notice.bad'), /earlier one stays/);
      assert.ok((await seen.texts('.work tbody tr')).length > 20);
      await seen.close();
    });

    it('shows hostile data as text', async () => {
      const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
      await drop(seen, [{ name: '<img src=x onerror=alert(9)>.txt', bytes: hostileReport() }]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      const recipients = await seen.texts('.col-recipient');
      for (const hostile of hostileNames) {
        assert.ok(recipients.includes(hostile), `${hostile} in ${recipients}`);
      }
      await seen.page.click('th .open-order');
      await seen.page.waitForSelector('.reported details');
      await seen.page.click('#reveal');
      await seen.page.click('.reported summary');
      const odd = await seen.page.evaluate(() => ({
        images: document.querySelectorAll('img').length,
        scripts: document.querySelectorAll('parcelwise-page script').length,
        links: document.querySelectorAll('a[href^="javascript"]').length,
        polluted: Object.keys({}).length + Object.keys(Object.prototype).length,
      }));
      assert.deepEqual(odd, { images: 0, scripts: 0, links: 0, polluted: 0 });
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
      await seen.close();
    });

    inOne('shows what steers a text as its number', async () => {
      const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
      const rows = Object.values(steeringNames);
      const names = rows.map(([name]) => name);
      const bytes = hostileReport({ names });
      await drop(seen, [{ name: 'list\u202Etxt.exe', bytes }]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      const recipients = await seen.page.$$eval('.col-recipient', (cells) =>
        cells.map((cell) => cell.textContent.trim()),
      );
      for (const [name, [, shown]] of Object.entries(steeringNames)) {
        assert.ok(recipients.includes(shown), `${name} in ${recipients}`);
      }
      assert.equal(await seen.text('.report-name'), 'list[U+202E]txt.exe');
      await seen.page.click('th .open-order');
      await seen.page.waitForSelector('.reported details');
      await seen.page.click('#reveal');
      const raw = await seen.page.evaluate(() => {
        const all = document.documentElement;
        const told = [...all.querySelectorAll('*')].flatMap((each) =>
          [...each.attributes].map(({ value }) => value),
        );
        // What core/text/steering.h tells, but for joiners that join.
        return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|山[\u200c\u200d]/u.test(
          [all.innerText, ...told].join('\n'),
        );
      });
      assert.equal(raw, false, 'nowhere as it came');
      const isolated = await seen.page.$eval(
        '.report-name',
        (each) => getComputedStyle(each).unicodeBidi,
      );
      assert.equal(isolated, 'isolate', 'Hebrew moves nothing beside it');
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne(
      'says that no order was read where every row was rejected, and leads to the rows',
      async () => {
        const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
        await drop(seen, [{ name: 'excel.txt', bytes: bySpreadsheet }]);
        await seen.page.waitForSelector('#show-rejects');
        await settled(seen);
        assert.equal(await seen.text('.headline'), 'No order could be read.');
        assert.equal(await seen.page.$('.list p.none'), null, 'no filter is set');
        assert.match(await seen.text('#show-rejects'), /^\d+ rows not accepted/);
        await seen.page.click('#show-rejects');
        await seen.page.waitForSelector('.row-notes tbody tr');
        await seen.close();
      },
    );

    inOne('says on top that a file ends inside a row, and takes it off', async () => {
      const seen = await visit(browser, { now: sampleMoment });
      const whole = report({ orders: 8 });
      await drop(seen, [{ name: 'half.txt', bytes: whole.subarray(0, whole.length - 120) }]);
      await seen.page.waitForSelector('[data-notice=file-cut-off]');
      await settled(seen);
      assert.match(
        await seen.text('.notices > :first-child'),
        /^half\.txt ends in the middle of a row.*Download the report again/,
      );
      assert.ok(await seen.page.$('.notices > .bad:first-child'));
      await seen.page.click('[data-notice=file-cut-off] button');
      await seen.page.waitForFunction(() => !document.querySelector('.report-file'));
      assert.equal(await seen.page.$('[data-notice=file-cut-off]'), null);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    it('lists rejected rows with sums that add up', async () => {
      const seen = await visit(browser, { now: sampleMoment, filesOpen: true });
      await drop(seen, [
        { name: 'dirty.txt', bytes: report({ orders: 200, damage: 'one-of-each' }) },
      ]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen); // what is told above moves the views
      await seen.page.click('#view-rejects');
      await seen.page.waitForSelector('.row-notes tbody tr');
      assert.deepEqual(await seen.texts('.sums td:last-child'), ['Adds up']);
      const rejected = await seen.text('.sums tbody td:nth-child(7)');
      const shown = (await seen.texts('.row-notes tbody tr')).length;
      assert.equal(Number(rejected.replace(/\D/g, '')), shown);
      // Each heading stands over its column, and the table fills its frame.
      const [table, heads, cells] = await seen.page.evaluate(() => {
        const edges = (cells) =>
          [...cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
        const { rows, clientWidth, parentElement } = document.querySelector('.row-notes');
        return [
          parentElement.clientWidth - clientWidth,
          edges(rows[0].cells),
          edges(rows[1].cells),
        ];
      });
      assert.ok(table <= 1, `${table} px left beside it`);
      assert.deepEqual(heads, cells);
      await seen.close();
    });
  });
}
