// Nothing sticks and nothing is lost: a worker that ends without an event, storage that
// refuses, windows of other versions, a new version while work is open, a machine that
// slept over midnight.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { report } from './reports.mjs';
import { drop, kept, keptForOffline, sampleMoment, settled, visit } from './visit.mjs';

const built = fileURLToPath(new URL('../../web/dist/site', import.meta.url));
const list = { name: 'unshipped.txt', bytes: report({}) };

async function opened(seen) {
  await drop(seen, [list]);
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
}

// Runs in the page before anything of it.
async function prepared(seen, script, ...given) {
  await seen.page.evaluateOnNewDocument(script, ...given);
  await seen.page.reload();
  await seen.page.waitForSelector('#sample');
}

async function markFirst({ page }) {
  await page.click('.work tbody .col-done input');
  await page.waitForSelector('.undo');
}

const notices = ({ page }) =>
  page.$$eval('.notice', (all) => all.map((each) => each.innerText.trim()));

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it('offers a way on where the worker ends without an event', async () => {
      const seen = await visit(browser, { now: sampleMoment });
      await prepared(seen, () => {
        const [Real, later] = [Worker, setTimeout];
        window.workers = [];
        window.Worker = class extends Real {
          constructor(...given) {
            super(...given);
            window.workers.push(this);
          }
        };
        window.setTimeout = (task, ms, ...given) => later(task, ms === 15_000 ? 600 : ms, ...given);
      });
      await opened(seen);
      const orders = await seen.text('.tile.all .tile-count');
      await markFirst(seen);
      const done = await seen.text('.tile.all .tile-count');
      await seen.page.evaluate(() => window.workers.at(-1).terminate());
      await seen.page.click('th .open-order');
      await seen.page.waitForSelector('#start-again');
      assert.match((await notices(seen)).join('\n'), /has said nothing for a while/);
      await seen.page.click('#start-again');
      await seen.page.waitForSelector('#start-again', { hidden: true });
      await settled(seen);
      assert.equal(await seen.text('.tile.all .tile-count'), done, `of ${orders}`);
      await seen.page.click('th .open-order');
      await seen.page.waitForSelector('.reported');
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    const refusals = {
      'IndexedDB is off': () => {
        Object.defineProperty(IDBFactory.prototype, 'open', {
          value: () => {
            throw new DOMException('off', 'SecurityError');
          },
        });
      },
      'a disk is full': () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
      'nothing can be read': () => {
        IDBObjectStore.prototype.getAll = () => {
          throw new DOMException('broken', 'UnknownError');
        };
      },
      'local storage is full': () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    };
    for (const [why, script] of Object.entries(refusals)) {
      inOne(`goes on, and says once that it keeps nothing, where ${why}`, async () => {
        const seen = await visit(browser, { now: sampleMoment });
        await prepared(seen, script);
        await opened(seen);
        await markFirst(seen);
        await seen.page.select('#theme', 'dark');
        await seen.page.waitForSelector('#journal-not-kept');
        const told = (await notices(seen)).filter((each) => /does not keep/.test(each));
        assert.equal(told.length, 1, told.join('\n'));
        assert.deepEqual(seen.complaints, []);
        await seen.close();
      });
    }
  });
}

describe('windows of other versions', () => {
  const browser = sharedBrowser('chromium');

  it('waits for an older one, says so, and then keeps what was marked meanwhile', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const address = seen.page.url();
    const context = seen.page.browserContext();
    const older = await context.newPage();
    await older.goto(new URL('sw.js', address).href);
    await seen.page.close();
    await older.evaluate(async () => {
      const done = (asked) => new Promise((resolve) => (asked.onsuccess = () => resolve(asked)));
      await done(indexedDB.deleteDatabase('parcelwise'));
      const asked = indexedDB.open('parcelwise', 2);
      asked.onupgradeneeded = () => {
        for (const store of ['ticks', 'cases']) asked.result.createObjectStore(store);
      };
      window.held = (await done(asked)).result;
      const writing = window.held.transaction('ticks', 'readwrite');
      writing.objectStore('ticks').put(Date.now(), ['250-0000000-0000000', 'late']);
      await new Promise((resolve) => (writing.oncomplete = resolve));
    });
    seen.page = await context.newPage();
    await seen.page.goto(address);
    await seen.page.waitForSelector('#sample');
    await opened(seen);
    assert.match((await notices(seen)).join('\n'), /different version/);
    await markFirst(seen);
    await older.evaluate(() => window.held.close());
    await seen.page.waitForFunction(
      () =>
        ![...document.querySelectorAll('.notice')].some((each) => /different/.test(each.innerText)),
    );
    await settled(seen);
    const { stores } = await kept(seen);
    assert.equal(stores.ticks.length, 2, 'the older one and the new one');
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('gives way to a newer one, and says that it keeps nothing more', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    await opened(seen);
    const newer = await seen.page.browserContext().newPage();
    await newer.goto(new URL('sw.js', seen.page.url()).href);
    await newer.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open('parcelwise', 99).onsuccess = resolve;
        }),
    );
    await seen.page.waitForFunction(() =>
      [...document.querySelectorAll('.notice')].some((each) =>
        /different version/.test(each.innerText),
      ),
    );
    assert.ok((await seen.texts('.work tbody tr')).length > 10, 'the list stays');
    await seen.close();
  });

  it('offers a new version to a page that stands open, and leaves its work alone', async () => {
    const root = await mkdtemp(join(tmpdir(), 'parcelwise-site-'));
    await cp(built, root, { recursive: true });
    const seen = await visit(browser, { serve: { root } });
    await keptForOffline(seen);
    await prepared(seen, () => {
      const real = Date.now.bind(Date);
      window.slept = 0;
      Date.now = () => real() + window.slept;
    });
    await opened(seen);
    const [old] = await seen.page.evaluate(() => window.caches.keys());
    const worker = join(root, 'sw.js');
    const script = await readFile(worker, 'utf8');
    await writeFile(worker, script.replaceAll(old.replace('parcelwise-', ''), 'next'));
    const rows = (await seen.texts('.work tbody tr')).length;
    const comeBack = (ms) =>
      seen.page.evaluate((ms) => {
        window.slept += ms;
        document.dispatchEvent(new Event('visibilitychange'));
      }, ms);
    await comeBack(60_000);
    await comeBack(3_600_000);
    await seen.page.waitForFunction(() =>
      [...document.querySelectorAll('.notice')].some((each) => /new version/.test(each.innerText)),
    );
    assert.equal((await seen.texts('.work tbody tr')).length, rows);
    await seen.close();
    await rm(root, { recursive: true });
  });
});

describe('a machine that slept over midnight', () => {
  const browser = sharedBrowser('chromium');

  it('draws the list anew when it wakes', async () => {
    const seen = await visit(browser);
    await prepared(
      seen,
      (start) => {
        const Real = Date;
        let away = start - Real.now();
        window.sleep = (ms) => (away += ms);
        window.Date = class extends Real {
          constructor(...given) {
            super(...(given.length > 0 ? given : [Real.now() + away]));
          }
          static now() {
            return Real.now() + away;
          }
        };
      },
      Date.parse(sampleMoment),
    );
    await opened(seen);
    const overdue = () => seen.text('.tile.overdue .tile-count').then(Number);
    const before = await overdue();
    await seen.page.evaluate(() => window.sleep(18 * 3_600_000));
    await seen.page.waitForFunction(
      (before) => Number(document.querySelector('.tile.overdue .tile-count').innerText) > before,
      { timeout: 12_000 },
      before,
    );
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});
