// Each language has a morning of its own place, and the two others at one press: the right
// moment, stores and paper, nothing offered that its stores lack, and a next morning.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { aim, openOutbox } from './outbox.mjs';
import { listing } from './days.mjs';
import { count, drop, sampleFiles, settled, visit } from './visit.mjs';

const japanese = ['yamato-b2', 'sagawa-ehiden3', 'clickpost', 'yuprint'];
const abroad = ['unshipped', 'new-orders', 'all-orders', 'returns'];
const mornings = {
  ja: {
    sample: 'jp',
    files: sampleFiles,
    stores: [/Amazon\.co\.jp/],
    paper: 'a4',
    lacks: false,
    rules: 19,
  },
  it: {
    sample: 'eu',
    files: abroad.map((name) => `sample-eu-${name}.txt`),
    stores: ['it', 'de', 'fr', 'es', 'co\\.uk'].map((end) => new RegExp(`Amazon\\.${end}`)),
    paper: 'a4',
    lacks: true,
    rules: 21,
  },
  en: {
    sample: 'us',
    files: abroad.map((name) => `sample-us-${name}.txt`),
    stores: [/Amazon\.com/, /Amazon\.ca/],
    paper: 'letter',
    lacks: true,
    rules: 20,
  },
};

const valuesOf = (page, select) =>
  page.$$eval(`${select} option`, (all) => all.map((each) => each.value));

async function nextMorning(seen) {
  const { page } = seen;
  await page.click('#view-combine');
  await page.waitForSelector('#groups .group .accept');
  await settled(seen);
  await page.click('#groups .group .accept');
  await page.waitForSelector('.group.accepted');
  await page.click('#view-work');
  await settled(seen);
  await page.click('#next-day');
  await page.waitForFunction(() => !document.querySelector('#next-day'));
  await settled(seen);
}

describe('the sample', () => {
  const browser = sharedBrowser('chromium');

  for (const [language, morning] of Object.entries(mornings)) {
    it(`of ${language} is a morning of its own place`, async () => {
      const seen = await visit(browser, { language, filesOpen: true });
      const { page } = seen;
      const others = await page.$$eval('button.link[data-sample]', (all) =>
        all.map((each) => each.dataset.sample),
      );
      assert.deepEqual(
        [...others, morning.sample].sort(),
        ['eu', 'jp', 'us'],
        'its own and the others',
      );
      await page.click('#sample');
      await page.waitForSelector('.work tbody tr');
      await settled(seen);
      assert.deepEqual(await seen.texts('.report-name'), morning.files);
      const whole = await page.$eval('body', (body) => body.innerText);
      for (const store of morning.stores) assert.match(whole, store);
      assert.equal((await valuesOf(page, '#rule')).filter(Boolean).length, morning.rules);
      assert.match(await seen.text('#view-rejects'), /[(（]0[)）]$/, 'no row is refused');

      await openOutbox(seen);
      assert.equal(await page.$eval('#outbox-format', (each) => each.value), morning.paper);
      const targets = await valuesOf(page, '#outbox-target');
      for (const kind of japanese) assert.equal(targets.includes(kind), !morning.lacks, kind);
      assert.ok(targets.includes('shipping-confirmation'));
      const other = morning.paper === 'a4' ? 'letter' : 'a4';
      await aim(seen, 'picking', other);
      await aim(seen, 'slips');
      assert.equal(await page.$eval('#outbox-format', (each) => each.value), other, 'as chosen');
      const carriers = targets.filter((each) => /royal-mail|evri/.test(each));
      assert.equal(carriers.length > 0, morning.sample === 'eu', 'which has orders of the UK');
      if (morning.lacks) {
        await aim(seen, 'carrier:ups-batch');
        await page.waitForFunction(() =>
          /[“«]Weight[”»]/.test(document.querySelector('.outbox-outcome').innerText),
        );
        assert.doesNotMatch(await seen.text('.outbox-outcome'), /\/carriers\//);
      }
      await page.click('#open-outbox');

      await page.click('#open-tracking');
      const japanesePrograms = /Yu-Pack Print|ゆうパックプリント/;
      const lead = await seen.text('.tracking > p');
      assert.equal(japanesePrograms.test(lead), !morning.lacks, lead);
      await page.click('#open-tracking');
      await page.click('#view-combine');
      await page.click('#open-terms');
      await page.waitForSelector('.terms');
      assert.equal((await page.$('#terms-from')) === null, morning.lacks);
      assert.equal((await page.$$('.terms [name=tariff]')).length > 0, !morning.lacks);
      await page.click('#open-terms');
      await page.click('#view-work');
      await settled(seen);

      await page.click('th .open-order');
      await page.waitForSelector('#open-answer');
      await page.click('#open-answer');
      await page.waitForSelector('.says [data-case=receipt]');
      assert.ok(await page.$('h3 + .says [data-case=no-reply]'), 'apart from what buyers ask');
      for (const one of ['points', 'store-payment-details'])
        assert.equal((await page.$(`.says [data-case=${one}]`)) === null, morning.lacks, one);
      await page.click('.says [data-case=receipt]');
      await page.waitForSelector('.answer-panel textarea, .answer-panel .letter');
      await page.keyboard.press('Escape');

      for (const width of [390, 1280]) {
        await page.setViewport({ width, height: 900 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} of ${width}`);
      }
      await nextMorning(seen);
      const names = await seen.texts('.report-name');
      assert.ok(
        names.some((name) => /next-day/.test(name)),
        names.join(),
      );
      assert.ok(!names.includes(morning.files[0]));
      assert.ok((await seen.texts('.work tbody tr')).length > 5);
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
      await seen.close();
    });
  }

  it('of another place is one press away, and forgets the first', async () => {
    const seen = await visit(browser, { language: 'en', filesOpen: true });
    const { page } = seen;
    for (const [sample, name] of [
      ['eu', 'sample-eu-unshipped.txt'],
      ['jp', 'sample-unshipped.txt'],
    ]) {
      await page.click(`[data-sample=${sample}]`);
      await page.waitForSelector('.work tbody tr');
      await settled(seen);
      assert.equal((await seen.texts('.report-name'))[0], name);
      await page.click('#clear');
      await page.waitForSelector('#sample');
    }
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('comes once however often it is pressed, and not among real orders', async () => {
    const seen = await visit(browser, { language: 'en', filesOpen: true });
    const { page } = seen;
    await page.evaluate(() => {
      for (const place of ['jp', 'eu', 'eu'])
        document.querySelector(`[data-sample=${place}]`).click();
    });
    await page.waitForSelector('.work tbody tr');
    await settled(seen);
    const names = abroad.map((name) => `sample-eu-${name}.txt`);
    assert.deepEqual(await seen.texts('.report-name'), names);
    await page.click('#clear');
    await page.waitForSelector('#sample');
    await page.evaluate(() => document.querySelector('[data-sample=eu]').click());
    await drop(seen, [listing('monday.txt', '18', [1, 2])]);
    await count(seen, '.work tbody tr', 2);
    await settled(seen);
    assert.deepEqual(await seen.texts('.report-name'), ['monday.txt']);
    assert.doesNotMatch(await seen.text('.notices'), /made up/);
    await seen.close();
  });
});
