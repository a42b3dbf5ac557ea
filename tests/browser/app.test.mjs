// The hosted page as an app: a manifest that browsers take, and reports that are opened with
// it. The file from the disk has nothing of it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, sharedBrowser } from './browsers.mjs';
import { listing } from './days.mjs';
import { count, visit } from './visit.mjs';

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

    it('loads the reports that the system opens with it', async () => {
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
    const { name, start_url, display, icons, file_handlers: handlers } = JSON.parse(data);
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
