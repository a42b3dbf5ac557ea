// After one visit the hosted page works without its host, also below a folder of the
// address; a new version waits until the seller takes it.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sharedBrowser } from './browsers.mjs';
import { keptForOffline, loadSample, visit } from './visit.mjs';

const built = fileURLToPath(new URL('../../web/dist/site', import.meta.url));

describe('the hosted page', () => {
  const browser = sharedBrowser('chromium');

  it('opens without its host after one visit', async () => {
    const seen = await visit(browser, { base: '/parcelwise/' });
    await keptForOffline(seen);
    await seen.site.close();
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    await loadSample(seen);
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('takes a new version when asked, and forgets the old one', async () => {
    const root = await mkdtemp(join(tmpdir(), 'parcelwise-site-'));
    await cp(built, root, { recursive: true });
    const seen = await visit(browser, { serve: { root } });
    await keptForOffline(seen);
    await seen.page.reload(); // from now on under the service worker
    await seen.page.waitForSelector('#sample');
    const caches = () => seen.page.evaluate(() => window.caches.keys());
    const [old] = await caches();
    const worker = join(root, 'sw.js');
    const script = await readFile(worker, 'utf8');
    await writeFile(worker, script.replaceAll(old.replace('parcelwise-', ''), 'next'));
    await seen.page.reload();
    await seen.page.waitForSelector('.notice button');
    assert.match(await seen.text('.notice'), /new version/);
    await Promise.all([seen.page.waitForNavigation(), seen.page.click('.notice button')]);
    await seen.page.waitForSelector('#sample');
    assert.deepEqual(await caches(), ['parcelwise-next']);
    await seen.close();
    await rm(root, { recursive: true });
  });
});
