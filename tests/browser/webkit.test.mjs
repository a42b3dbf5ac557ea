// The page in the third family of browsers, hosted and from the disk: the sample, files
// from the disk, a refund to the yen, an answer, a carrier's file, and forgetting it all.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parcelwise } from '../cli/command.mjs';
import { answerFor, orderWithTime } from './buyers.mjs';
import { knowsCp932 } from './cp932.mjs';
import { id, listing, monday, numberOf, tuesday, written } from './days.mjs';
import { aim, chooseToday, openOutbox } from './outbox.mjs';
import { addRefund, downloads, openRefund, teapotAndPlates, worked } from './refunds.mjs';
import {
  kept,
  keptForOffline,
  loadSample,
  sampleMoment,
  sampleFiles,
  samplePath,
  settled,
} from './visit.mjs';
import { sharedWebKit, visitWebKit } from './webkit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parcelwise-webkit-files-'));
after(() => rmSync(folder, { recursive: true }));

const order = '249-2423451-1651369';
const issued = join(folder, 'issued.csv');
writeFileSync(
  issued,
  `お客様管理番号,送り状種類,伝票番号,出荷予定日\r\n${order},A,1234-5678-9013,2026/11/20\r\n`,
);

const reports = sampleFiles.map(samplePath);

function checked() {
  const { status, stdout, stderr } = parcelwise([
    'check',
    '--now',
    sampleMoment,
    '--format',
    'json',
    ...reports,
  ]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout).actions;
}

for (const from of ['site', 'file']) {
  describe(`webkit, from the ${from}`, () => {
    const browser = sharedWebKit();
    let seen;
    after(() => seen?.close());

    it("shows the sample's work list", async () => {
      seen = await visitWebKit(browser.page, { from });
      await loadSample(seen);
      const counts = (await seen.texts('.tile .tile-count')).map(Number);
      const urgencies = ['overdue', 'today', 'soon', 'later', 'hold'];
      // An order counts where its most urgent action stands: the first in the list.
      const first = new Map();
      for (const { order_id, urgency } of checked()) {
        if (!first.has(order_id)) first.set(order_id, urgency);
      }
      const expected = urgencies.map(
        (urgency) => [...first.values()].filter((each) => each === urgency).length,
      );
      assert.deepEqual(counts.slice(0, urgencies.length), expected);
      if (from === 'file') await knowsCp932(seen);
    });

    it('works a refund out and keeps it in the plan', async () => {
      await openRefund(seen, teapotAndPlates, 'undeliverable');
      await worked(seen, '¥17,200');
      await addRefund(seen);
      await seen.page.click('#view-plan');
      await seen.page.waitForSelector('.planned');
      await seen.page.click('#view-work');
      await settled(seen);
    });

    it('saves the file that the command writes', async () => {
      await seen.page.$eval('#clear-filters', (button) => button.click());
      const disk = await downloads(seen, browser.downloads, 'webkit');
      await openOutbox(seen);
      await chooseToday(seen);
      await aim(seen, 'worklist');
      const chosen = checked().filter(
        ({ rule, urgency }) => rule === 'ship' && urgency === 'today',
      );
      const out = join(folder, 'worklist.csv');
      const orders = chosen.flatMap(({ order_id }) => ['--order', order_id]);
      const run = parcelwise([
        'export',
        'worklist',
        '--now',
        sampleMoment,
        '--language',
        'en',
        ...reports,
        ...orders,
        '-o',
        out,
      ]);
      assert.equal(run.status, 0, run.stderr);
      await seen.page.click('#outbox-send');
      const bytes = readFileSync(out);
      const rows = bytes.toString('utf8').trim().split('\r\n').length - 1;
      assert.deepEqual(await disk.saved(`worklist_2026-11-20_${rows}.csv`), bytes);
      await seen.page.click('#open-outbox');
      await settled(seen);
    });

    it('answers a pasted message in two presses', async () => {
      const open = await orderWithTime(seen);
      await answerFor(seen, open, 'change-order');
      await seen.page.waitForSelector('#letter-body');
      assert.match(await seen.text('#letter-body'), new RegExp(`${open}[^]*申し上げます`));
      await seen.page.click('#copy-letter');
      await seen.page.waitForFunction(() =>
        /copied/.test(document.querySelector('#copy-letter').innerText),
      );
      assert.deepEqual(await seen.violations(), []);
    });

    it('reads reports and a carrier’s file from the disk', async () => {
      seen.close();
      seen = await visitWebKit(browser.page, { from, now: sampleMoment });
      for (const [i, path] of [...reports, issued].entries()) {
        await seen.page.type('input[type=file]', path);
        await seen.page.waitForFunction(
          (read) => parseInt(document.querySelector('.fold')?.innerText, 10) >= read,
          {},
          Math.min(i + 1, 3),
        );
        await settled(seen);
      }
      await seen.page.waitForSelector('.work tbody tr');
      await seen.page.waitForFunction(() =>
        document.querySelector('#open-tracking')?.innerText.includes('1'),
      );
      await settled(seen);
      await seen.page.$eval(`.open-order[data-order="${order}"]`, (button) => button.click());
      await seen.page.waitForSelector('#order-tracking');
      assert.match(await seen.text('#order-tracking'), /123456789013.*ネコポス/s);
      assert.deepEqual(await seen.texts('.report-file.refused'), []);
      assert.deepEqual(await seen.violations(), []);
    });

    it('remembers a mark and forgets it when told to', async () => {
      await seen.page.$eval('#order .action .tick input', (box) => box.click());
      await seen.page.waitForSelector('.undo');
      assert.deepEqual((await kept(seen)).stores.ticks, [[order, 'confirm-now']]); // it has a number
      await seen.page.$eval('footer .forget', (button) => button.click());
      await seen.page.waitForSelector('#forget[open]');
      await seen.page.click('#forget-all');
      await seen.page.waitForSelector('#sample');
      const { stores, local, session } = await kept(seen);
      assert.deepEqual([Object.values(stores).flat(), local, session], [[], {}, {}]);
    });
  });
}

describe('webkit, day after day', () => {
  const browser = sharedWebKit();

  it('sees three days go by, and what came back', async () => {
    const seen = await visitWebKit(browser.page, { now: monday });
    const { page } = seen;
    // Wherever it stands: a bar at the foot may lie over it.
    const press = (selector) => page.$eval(selector, (button) => button.click());
    const read = async ({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      await page.type('input[type=file]', join(folder, name));
      await page.waitForSelector('.work tbody tr');
      await settled(seen);
    };
    const morning = async (now, file) => {
      await page.goto(`${seen.site.address}?now=${encodeURIComponent(now)}`);
      await page.waitForSelector('#sample');
      await read(file);
    };
    const confirm = async (orders, events) => {
      await press('#open-tracking');
      await page.waitForSelector('#tracking-field');
      await page.$eval(
        '#tracking-field',
        (field, text) => {
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
        orders.map((number) => `${id(number)} ${numberOf(number + events)}\n`).join(''),
      );
      await page.select('#tracking-carrier', 'yamato');
      await press('#tracking-apply');
      await written(seen, events - 1);
      await press('#open-outbox');
      await page.waitForSelector('#outbox-target');
      await page.select('#outbox-target', 'shipping-confirmation');
      await page.waitForFunction(
        `(count) => document.querySelector('.outbox-outcome')?.innerText.startsWith(count + ' row')`,
        {},
        orders.length,
      );
      await press('#outbox-send');
      await written(seen, events);
    };
    const since = async (...parts) => {
      const line = await seen.text('#since');
      for (const part of parts) assert.ok(line.includes(part), line);
    };
    await read(listing('monday.txt', '18', [1, 2, 3]));
    await confirm([1, 2, 3], 3);
    await morning(tuesday, listing('tuesday.txt', '19', [3, 4, 5]));
    await since('1 came back', '2 new', '2 left as confirmed');
    await confirm([3], 6);
    await morning('2026-11-20T08:00:00+09:00', listing('wednesday.txt', '20', [4]));
    await since('1 left as confirmed', '1 left otherwise');
    await seen.close();
  });

  it('works offline after one visit', async () => {
    const seen = await visitWebKit(browser.page);
    await keptForOffline(seen);
    await seen.close();
    await browser.page.goto(seen.site.address);
    await browser.page.waitForSelector('#sample');
    await loadSample(seen);
  });
});
