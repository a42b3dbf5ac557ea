// The hosted page as an app: a manifest that browsers take, reports that are opened or shared
// with it. The file from the disk has nothing of it. A folder of reports, and a notification
// before the first limit, where a browser has them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { listing } from './days.mjs';
import { count, drop, kept, settled, visit } from './visit.mjs';

const policyOf = ({ page }) => page.$eval('meta[http-equiv]', (each) => each.content);

// As a browser that hands over files does it.
const launches = ({ page }) =>
  page.evaluateOnNewDocument(() => {
    const value = { setConsumer: (hear) => (window.launch = hear) };
    Object.defineProperty(window, 'launchQueue', { value });
  });

async function opened(browser, options) {
  const seen = await visit(browser, options);
  await launches(seen);
  await seen.page.reload();
  await seen.page.waitForSelector('#sample');
  return seen;
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('loads the reports that the system opens with it', async () => {
      const seen = await opened(browser);
      await seen.page.evaluate(
        (files) =>
          window.launch({
            files: files.map(({ name, bytes }) => ({
              getFile: async () => new File([bytes], name),
            })),
          }),
        [listing('monday.txt', '18', [1, 2]), listing('more.txt', '18', [3])],
      );
      await count(seen, '.work tbody tr', 3);
      await seen.page.evaluate(() => window.launch({})); // started without a file
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
      await seen.close();
    });

    it('is no app where it is opened from the disk', async () => {
      const seen = await opened(browser, { from: 'file' });
      assert.equal(await seen.page.$('link[rel=manifest]'), null);
      assert.doesNotMatch(await policyOf(seen), /manifest/);
      assert.equal(await seen.page.evaluate(() => window.launch), undefined);
      await seen.close();
    });
  });
}

// A browser's dialog would wait for a person: a folder of the origin's own takes its place.
const folderAsked = ({ page }) =>
  page.evaluateOnNewDocument(() => {
    window.folderOf = async () => {
      const root = await navigator.storage.getDirectory();
      return root.getDirectoryHandle(sessionStorage.folder ?? 'reports', { create: true });
    };
    window.showDirectoryPicker = (wanted) => {
      sessionStorage.picked = `${sessionStorage.picked ?? ''}${wanted.startIn} `;
      return window.folderOf();
    };
  });

const saveIn = ({ page }, file) =>
  page.evaluate(async ({ name, bytes }) => {
    const handle = await (await window.folderOf()).getFileHandle(name, { create: true });
    const writing = await handle.createWritable();
    await writing.write(bytes);
    await writing.close();
  }, file);

describe('a folder of reports', () => {
  const browser = sharedBrowser('chromium');

  async function opened() {
    const seen = await visit(browser);
    await folderAsked(seen);
    await seen.page.reload();
    await seen.page.waitForSelector('#folder');
    return seen;
  }
  const nothingNew = ({ page }) =>
    page.waitForFunction(() => document.body.innerText.includes('no new reports in the folder'));

  it('is chosen once, and gives what was saved since the last look', async () => {
    const seen = await opened();
    await saveIn(seen, listing('monday.txt', '18', [1, 2]));
    await saveIn(seen, { name: 'letter.txt', bytes: 'Dear Sir,\nyour order 250-1\n' });
    await saveIn(seen, { name: 'photo.png', bytes: 'order-id' });
    await seen.page.click('#folder');
    await count(seen, '.work tbody tr', 2);
    await settled(seen);
    assert.match(await seen.text('.files-head'), /^1 report/);
    await seen.page.evaluate(() => localStorage.setItem('parcelwise.files-open', 'yes'));
    await seen.page.reload();
    await seen.page.waitForSelector('#folder');
    await seen.page.click('#folder');
    await nothingNew(seen);
    await saveIn(seen, listing('tuesday.txt', '19', [1, 2, 3]));
    await seen.page.click('#folder');
    await count(seen, '.work tbody tr', 3);
    assert.equal(await seen.page.evaluate(() => sessionStorage.picked), 'downloads ');
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });

  it('is asked for anew where it is there no more, and forgotten with all else', async () => {
    const seen = await opened();
    await saveIn(seen, listing('monday.txt', '18', [1]));
    await seen.page.click('#folder');
    await count(seen, '.work tbody tr', 1);
    await seen.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('reports', { recursive: true });
      sessionStorage.folder = 'other';
    });
    await saveIn(seen, listing('tuesday.txt', '19', [1, 2]));
    await seen.page.click('#folder');
    await count(seen, '.work tbody tr', 2);
    assert.equal(await seen.page.evaluate(() => sessionStorage.picked), 'downloads downloads ');
    await seen.page.$eval('footer .forget', (button) => button.click());
    await seen.page.waitForSelector('#forget[open]');
    await Promise.all([seen.page.waitForNavigation(), seen.page.click('#forget-all')]);
    await seen.page.waitForSelector('#folder');
    const { stores } = await kept(seen);
    assert.deepEqual(stores.folder ?? [], []);
    await seen.close();
  });

  it('and a dialog that is closed leaves all as it was', async () => {
    const seen = await opened();
    await seen.page.evaluate(() => {
      window.folderOf = () => Promise.reject(new DOMException('', 'AbortError'));
    });
    await seen.page.click('#folder');
    await settled(seen);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });
});

describe('a browser that asks for no folder', () => {
  const browser = sharedBrowser('firefox');
  it('has no button for one', async () => {
    const seen = await visit(browser);
    assert.equal(await seen.page.$('#folder'), null);
    await seen.close();
  });
});

for (const name of browserNames) {
  describe(`before the first limit, ${name}`, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    async function atTheDesk(permission, now) {
      const seen = await visit(browser);
      await seen.page.evaluateOnNewDocument((permission) => {
        window.told = [];
        window.Notification = class {
          static permission = permission;
          static requestPermission = async () => permission;
          constructor(text) {
            window.told.push(text);
          }
        };
      }, permission);
      await seen.page.goto(`${seen.site.address}?now=${encodeURIComponent(now)}`);
      await seen.page.waitForSelector('#sample');
      await drop(seen, [listing('monday.txt', '18', [1, 2])]);
      await count(seen, '.work tbody tr', 2);
      await seen.page.click('.files-head .fold');
      await seen.page.click('#remind-toggle');
      await settled(seen);
      return seen;
    }
    const told = ({ page }) => page.evaluate(() => window.told);

    it('tells how many orders and by when, once', async () => {
      const seen = await atTheDesk('granted', '2026-11-20T23:10:00+09:00');
      await seen.page.waitForFunction(() => window.told.length === 1);
      const [text, ...more] = await told(seen);
      assert.match(text, /^2 orders are still due today, the first: .*23:59/);
      await drop(seen, [listing('tuesday.txt', '19', [1, 2])]); // another check
      await settled(seen);
      assert.equal((await told(seen)).length + more.length, 1);
      assert.equal(await seen.page.$eval('#remind-toggle', (box) => box.checked), true);
      await seen.close();
    });

    for (const [when, permission, now] of [
      ['longer before', 'granted', '2026-11-20T22:50:00+09:00'],
      ['after it', 'granted', '2026-11-21T00:10:00+09:00'],
      ['where the browser may not', 'denied', '2026-11-20T23:10:00+09:00'],
    ]) {
      inOne(`says nothing ${when}`, async () => {
        const seen = await atTheDesk(permission, now);
        assert.deepEqual(await told(seen), []);
        const checked = await seen.page.$eval('#remind-toggle', (box) => box.checked);
        assert.equal(checked, permission === 'granted');
        await seen.close();
      });
    }
  });
}

describe('a report shared with the app', () => {
  const browser = sharedBrowser('chromium');

  it('stands on the desk, and nowhere else', async () => {
    const seen = await visit(browser);
    await seen.page.evaluate(() => navigator.serviceWorker.ready);
    await seen.page.goto(`${seen.site.address}nothing`);
    await seen.page.evaluate(
      ({ name, bytes }) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: './', enctype: 'multipart/form-data' });
        const field = document.createElement('input');
        Object.assign(field, { type: 'file', name: 'reports' });
        const files = new DataTransfer();
        files.items.add(new File([bytes], name));
        field.files = files.files;
        form.append(field);
        document.body.append(form);
        form.submit();
      },
      listing('monday.txt', '18', [1, 2]),
    );
    await seen.page.waitForSelector('#pick');
    await count(seen, '.work tbody tr', 2);
    assert.deepEqual(seen.asked, ['confirm']); // any site may send a form
    assert.equal(seen.page.url(), seen.site.address);
    await seen.page.reload();
    await seen.page.waitForSelector('#sample'); // it is not taken twice
    await settled(seen);
    await count(seen, '.work tbody tr', 0);
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });
});

describe('the manifest', () => {
  const browser = sharedBrowser('chromium');

  it('is taken by the browser, and makes an app', async () => {
    const seen = await visit(browser, { base: '/parcelwise/' });
    assert.match(await policyOf(seen), /(^|; )manifest-src 'self'(;|$)/);
    const session = await seen.page.createCDPSession();
    const { url, errors, data } = await session.send('Page.getAppManifest');
    assert.equal(url, `${seen.site.address}parcelwise.webmanifest`);
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's own profile keeps no apps.
    const others = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    assert.deepEqual(others, []);
    const { name, start_url, display, icons, ...more } = JSON.parse(data);
    const { file_handlers: handlers, share_target: share } = more;
    assert.equal(new URL(share.action, url).href, seen.site.address);
    assert.equal(share.params.files[0].name, 'reports');
    assert.equal(name, 'Parcelwise');
    assert.equal(new URL(start_url, url).href, seen.site.address);
    assert.equal(display, 'standalone');
    assert.equal(new URL(handlers[0].action, url).href, seen.site.address);
    assert.deepEqual(Object.values(handlers[0].accept).flat(), ['.txt', '.tsv', '.csv']);
    // The icon is drawn, at the size that systems ask for.
    const drawn = await seen.page.evaluate(async (src) => {
      const image = new Image(512, 512);
      image.src = src;
      await image.decode();
      return image.naturalWidth > 0;
    }, icons[0].src);
    assert.ok(drawn);
    const response = await fetch(url);
    assert.equal(response.headers.get('content-type'), 'application/manifest+json');
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });
});
