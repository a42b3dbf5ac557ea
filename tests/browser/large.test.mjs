// A large report: the page stays free while it is read, reading can be cancelled, and
// a worker that dies is replaced with nothing lost.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { browserNames, sharedBrowser } from './browsers.mjs';
import { report } from './reports.mjs';
import { drop, loadSample, settled, visit } from './visit.mjs';

let folder;
let large;
let huge; // four times the same: long enough in the reading to be cancelled
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcelwise-'));
  large = join(folder, 'large.txt');
  await writeFile(large, report({ orders: 50_000 }));
  const part = await readFile(large);
  huge = join(folder, 'huge.txt');
  await writeFile(huge, Buffer.concat(Array(4).fill(part)));
});
after(() => rm(folder, { recursive: true }));

const pick = async ({ page }, path) => (await page.$('#pick')).uploadFile(path);

// What each task of the page's main thread took of a processor since its mark, in
// milliseconds: other programs that run meanwhile do not count, nor other tabs.
function pageTasks(trace, mark) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const begun = traceEvents.find(({ name }) => name === mark);
  return traceEvents
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && pid === begun.pid && tid === begun.tid)
    .filter(({ ts, tdur }) => ts >= begun.ts && tdur !== undefined)
    .map(({ tdur }) => tdur / 1000);
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);

    // The tasks that a person feels while a large report is read; undefined where the
    // browser does not tell how long they took.
    async function longTasks() {
      const seen = await visit(browser);
      const traced = name === 'chromium';
      const categories = ['toplevel', 'blink.user_timing'];
      if (traced) await seen.page.tracing.start({ categories });
      await seen.page.evaluate(() => performance.mark('reading begins'));
      await pick(seen, large);
      await seen.page.waitForSelector('.work tbody tr', { timeout: 60_000 });
      await settled(seen);
      assert.match(await seen.text('.tile.all'), /50,000/);
      assert.deepEqual(seen.complaints, []);
      const tasks = traced && pageTasks(await seen.page.tracing.stop(), 'reading begins');
      await seen.close();
      if (!tasks) return undefined;
      assert.ok(tasks.length > 100, 'the tasks were traced');
      return tasks.filter((milliseconds) => milliseconds > 100);
    }

    it('stays free while a large report is read', async () => {
      // Reading itself would take a second, and the longest task takes 40 ms. One that was
      // pushed off its processor takes longer of it too, but not each time.
      let long = await longTasks();
      for (let tries = 1; long?.length && tries < 3; ++tries) long = await longTasks();
      assert.deepEqual(long ?? [], []);
    });

    it('cancels a reading and keeps what was loaded', async () => {
      const seen = await visit(browser);
      await drop(seen, [{ name: 'small.txt', bytes: report({}) }]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      const orders = await seen.text('.tile.all .tile-count');
      await pick(seen, huge);
      await seen.page.waitForSelector('.progress .cancel');
      // In one go: a notice above may move it between the look and the press.
      await seen.page.$eval('.progress .cancel', (button) => button.click());
      await seen.page.waitForFunction(() =>
        [...document.querySelectorAll('.notice')].some((each) =>
          each.innerText.includes('huge.txt was cancelled'),
        ),
      );
      await seen.page.waitForFunction(() => !document.querySelector('.report-file.reading'));
      await settled(seen);
      assert.equal(await seen.text('.tile.all .tile-count'), orders);
      await seen.close();
    });
  });
}

// Made in the worker in place of the browser's own streams.
const faultyStreams = {
  'says nothing': () => ({}),
  'breaks in the middle of a piece': () => ({
    pull(controller) {
      controller.enqueue(new Uint8Array(300_000).fill(32));
      if ((this.pieces = (this.pieces ?? 0) + 1) === 3) controller.error(new Error('broken'));
    },
  }),
  'ends early': () => ({
    pull(controller) {
      controller.close();
      controller.byobRequest?.respond(0);
    },
  }),
  'fills no buffer of ours': () => null,
};

describe('a file whose stream', () => {
  const browser = sharedBrowser('chromium');

  for (const [fault, source] of Object.entries(faultyStreams)) {
    it(`${fault} is read all the same`, async () => {
      const seen = await visit(browser);
      await drop(seen, [{ name: 'small.txt', bytes: report({ orders: 3 }) }]);
      await settled(seen);
      const [worker] = seen.page.workers();
      await worker.evaluate((text) => {
        const made = new Function(`return (${text})()`)();
        Blob.prototype.stream = () =>
          new ReadableStream(made ? { type: 'bytes', ...made } : undefined);
      }, source.toString());
      await pick(seen, large);
      await seen.page.waitForFunction(
        () => /50,00/.test(document.querySelector('.tile.all')?.innerText),
        { timeout: 60_000 },
      );
      assert.deepEqual(await seen.texts('.notice.bad'), []);
      await seen.close();
    });
  }
});

describe('a worker that dies', () => {
  const browser = sharedBrowser('chromium');

  it('is replaced, and all reports are read again', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    const orders = await seen.text('.tile.all .tile-count');
    await seen.page.click('#view-rejects');
    await seen.page.click('#view-work');
    const [worker] = seen.page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('out of memory');
      });
    });
    await seen.page.waitForSelector('.notice.bad');
    await settled(seen);
    assert.match(await seen.text('.notice.bad'), /nothing is lost/);
    assert.equal(await seen.text('.tile.all .tile-count'), orders);
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('.action .source');
    await seen.close();
  });

  it('is not started for ever: the seller is asked', async () => {
    const seen = await visit(browser);
    await seen.page.evaluate(() => {
      // From here on every worker dies at once, as where memory has run out.
      window.Worker = class {
        constructor() {
          setTimeout(() => this.onerror?.(new Event('error', { cancelable: true })));
        }
        postMessage() {}
        terminate() {}
      };
    });
    const [worker] = seen.page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('out of memory');
      });
    });
    await seen.page.waitForFunction(() =>
      [...document.querySelectorAll('.notice.bad')].some((each) =>
        each.innerText.includes('Start again'),
      ),
    );
    await seen.close();
  });
});
