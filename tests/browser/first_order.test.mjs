// A first order: the short path is one press away from the way in and, later, from the
// bar; each of its stages leads to its orders, the sample's where nothing is loaded.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { settled, visit } from './visit.mjs';

describe('a first order', () => {
  const browser = sharedBrowser('chromium');

  const languages = {
    en: [/Do not ship/, /7 days after.*7 business days/s],
    ja: [/出荷しないでください/, /7日、.*7営業日/s],
    it: [/Non spedire/, /7 giorni dalla.*7 giorni lavorativi/s],
  };
  for (const [language, told] of Object.entries(languages)) {
    it(`is explained in ${language}, with the sample's orders`, async () => {
      const seen = await visit(browser, { language });
      const { page } = seen;
      await page.click('#first-order');
      await page.waitForSelector('#help[open]');
      for (const each of told) assert.match(await seen.text('#help'), each);
      const rules = await page.$$eval('#help [data-rule]', (all) =>
        all.map((each) => each.dataset.rule),
      );
      assert.deepEqual(rules, ['hold-pending', 'ship', 'confirm-or-lose']);
      for (const [i, rule] of rules.entries()) {
        if (i > 0) await page.click('#open-help');
        await page.waitForSelector('#help[open]');
        await page.click(`#help [data-rule=${rule}]`);
        await page.waitForSelector('.work tbody tr');
        await settled(seen);
        assert.equal(await page.$('#help[open]'), null);
        assert.equal(await page.$eval('#rule', (select) => select.value), rule);
        assert.ok((await seen.texts('.work tbody tr')).length > 0, rule);
      }
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });
  }
});
