// The page opens, hosted and from the disk, in both browsers: it loads the sample and
// shows the work list without a violation, a complaint or a request.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, sharedBrowser } from './browsers.mjs';
import { knowsCp932 } from './cp932.mjs';
import { keptForOffline, loadSample, visit } from './visit.mjs';

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);

    for (const from of ['site', 'file']) {
      it(`shows the sample's work list from the ${from}`, async () => {
        const seen = await visit(browser, { from });
        // The hosted page keeps its files for offline use: that traffic ends first.
        if (from === 'site') await keptForOffline(seen);
        const before = seen.requests.length;
        await loadSample(seen);
        assert.ok((await seen.texts('.work tbody tr')).length >= 20);
        assert.match(await seen.text('.headline'), /overdue/);
        const counts = (await seen.texts('.tile .tile-count')).map(Number);
        const all = counts.pop();
        const asking = counts.reduce((sum, count) => sum + count, 0);
        assert.equal(asking, (await seen.texts('.work tbody tr')).length, 'tiles add up');
        assert.ok(asking <= all, `${asking} of ${all}`); // the others ask for nothing
        await seen.page.click('th .open-order');
        await seen.page.waitForSelector('.action .source');
        assert.deepEqual(await seen.violations(), []);
        assert.deepEqual(seen.complaints, []);
        assert.deepEqual(seen.requests.slice(before), []);
        if (from === 'file') await knowsCp932(seen);
        await seen.close();
      });
    }
  });
}

describe('the licences of others', () => {
  const browser = sharedBrowser('chromium');

  it('are read in the single file, below the page, and are not printed with it', async () => {
    const seen = await visit(browser, { from: 'file' });
    await seen.page.click('#licences summary');
    assert.match(await seen.text('#licences'), /BSD-3-Clause[\s\S]*Google LLC/);
    await seen.page.emulateMediaType('print');
    assert.equal(await seen.page.$eval('#licences', (each) => each.offsetHeight), 0);
    await seen.close();
  });
});

describe('the security policy', () => {
  const browser = sharedBrowser('chromium');

  it('refuses inline code, eval and foreign requests', async () => {
    const seen = await visit(browser, { from: 'file' });
    const outcomes = await seen.page.evaluate(async () => {
      const script = document.createElement('script');
      try {
        script.textContent = 'window.ran = true';
      } catch {
        // Trusted Types said no before the policy could.
      }
      document.body.append(script);
      const fetched = await fetch('https://example.invalid/').then(
        () => 'sent',
        () => 'refused',
      );
      let html = 'refused';
      try {
        document.createElement('p').innerHTML = '<b>x</b>';
        html = 'taken';
      } catch {
        // as it should be
      }
      return { ran: window.ran === true, fetched, html };
    });
    assert.deepEqual(outcomes, { ran: false, fetched: 'refused', html: 'refused' });
    await seen.close();
  });
});
