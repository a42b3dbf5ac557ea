// The moment the orders are judged at: from the address, by hand, or the machine's own.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { report } from './reports.mjs';
import { drop, sampleMoment, settled, visit } from './visit.mjs';

describe('the clock', () => {
  const browser = sharedBrowser('chromium');

  it('is taken from the address, set by hand, and given back', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    await seen.page.emulateTimezone('Europe/Rome'); // whatever this machine's is
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    await drop(seen, [{ name: 'one.txt', bytes: report({}) }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    assert.match(await seen.text('.clock'), /20 Nov 09:00 \(Japan Time\)/);
    const overdue = () => seen.text('.tile.overdue .tile-count').then(Number);
    const before = await overdue();
    await seen.page.click('.clock');
    await seen.page.$eval('#clock', (input) => {
      input.value = '2026-12-24T12:00';
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settled(seen);
    assert.match(await seen.text('.clock'), /24 Dec/);
    assert.ok((await overdue()) > before);
    await seen.page.click('.clock-setter button');
    await settled(seen);
    assert.equal(await seen.page.$('.clock .tag'), null);

    await seen.page.emulateTimezone('Asia/Tokyo');
    await seen.page.reload();
    await drop(seen, [{ name: 'one.txt', bytes: report({}) }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    assert.match(
      await seen.text('.clock'),
      /20 Nov 09:00$|20 Nov 09:00\n/,
      'no place where it is one’s own',
    );
    await seen.close();
  });
});
