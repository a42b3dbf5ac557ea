// A deadline in the order's own marketplace: its day, how near it is there, and, where the
// clock on top is another zone's, which time it is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { browserNames, sharedBrowser } from './browsers.mjs';
import { drop, samplePath, settled, visit } from './visit.mjs';

// In Japan it is Thursday, in Europe still Wednesday.
const now = '2026-11-26T07:00:00+09:00';

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);

    it('names the zone of a day that is another on the shop’s clock', async () => {
      const seen = await visit(browser, { now });
      const { page } = seen;
      const files = ['sample-unshipped.txt', 'sample-eu-unshipped.txt'];
      await drop(
        seen,
        files.map((name) => ({ name, bytes: readFileSync(samplePath(name)) })),
      );
      await page.waitForSelector('.marketplaces');
      await settled(seen);
      const zones = await page.evaluate(() =>
        [...document.querySelectorAll('.col-due time')].map((each) => ({
          offset: each.dateTime.slice(-6),
          moment: each.querySelector('.moment').innerText,
        })),
      );
      const home = zones.filter(({ offset }) => offset === '+09:00');
      const abroad = zones.filter(({ offset }) => offset === '+01:00');
      assert.ok(home.length > 0 && abroad.length > 0);
      for (const { moment } of home) assert.doesNotMatch(moment, /\(/);
      for (const { moment } of abroad) assert.match(moment, /\d\d:\d\d \(CET\)$/);
      await seen.close();
    });
  });
}
