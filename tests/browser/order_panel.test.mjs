// An order's panel: where it goes, covered and copied; why something is asked for, as a
// sentence; its units as boxes; and the ship-by of a parcel that was accepted.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { copied, listenToClipboard } from './buyers.mjs';
import { id, listing, loaded, tuesday } from './days.mjs';
import { acceptHouse, house } from './outbox.mjs';
import { loadSample, settled, visit } from './visit.mjs';

async function open({ page }, order) {
  await page.waitForSelector(`.open-order[data-order="${order}"]`);
  await page.$eval(`.open-order[data-order="${order}"]`, (button) => button.click());
  await page.waitForFunction(
    (order) => document.querySelector('#order-title')?.innerText.includes(order),
    {},
    order,
  );
  await page.waitForSelector('.action .source');
}

describe("an order's panel", () => {
  const browser = sharedBrowser('chromium');

  it('covers the address, and copies it as it stands on an envelope', async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await loadSample(seen);
    await listenToClipboard(seen);
    await open(seen, house[0]);
    const recipient = await seen.text('.ship-to .person');
    assert.match(recipient, / 様$/);
    const covered = await seen.text('.ship-to address');
    assert.doesNotMatch(covered, /〒/);
    await page.click('#copy-address');
    const lines = (await copied(seen)).split('\n');
    assert.match(lines[0], /^〒\d{3}-\d{4}$/);
    assert.equal(lines.at(-1), recipient);

    await page.click('#reveal-address');
    await page.waitForSelector('#reveal-address[aria-pressed=true]');
    assert.deepEqual(await seen.texts('.ship-to .to-line'), lines);
    await page.keyboard.press('j');
    await page.waitForSelector('#reveal-address[aria-pressed=false]');
    await seen.close();
  });

  it('shows the ship-by of an accepted parcel, on its card and on each order', async () => {
    const seen = await visit(browser);
    const { page } = seen;
    await loadSample(seen);
    await acceptHouse(seen);
    await open(seen, house[0]);
    await page.waitForSelector('#parcel .limits');
    const each = await seen.text('#parcel .limits');
    assert.match(each, /Ship by/);
    assert.doesNotMatch(each, /Lost after/, 'a week later is not what counts now');
    await page.click('#view-combine');
    await page.waitForSelector('.group.accepted .group-due');
    assert.match(await seen.text('.group.accepted .group-due'), /Ship by .*\d{2}:\d{2}/s);
    await seen.close();
  });
});

describe('why something is asked for', () => {
  const browser = sharedBrowser('chromium');

  const ofTheSample = {
    en: /^Ship by Fri,? (2 Oct|Oct 2) 23:59, 1 unit to ship\.$/,
    ja: /^出荷期限は10月2日\(金\) 23:59、出荷待ちは 1 点。$/,
    it: /^Da spedire entro ven 2 ott 23:59, 1 pezzo da spedire\.$/,
  };
  for (const [language, sentence] of Object.entries(ofTheSample)) {
    it(`is a sentence in ${language}, with the columns folded`, async () => {
      const seen = await visit(browser, { language });
      await loadSample(seen);
      const [first] = await seen.texts('th .open-order');
      await open(seen, first);
      assert.match(await seen.text('.why'), sentence);
      assert.equal(await seen.text('.evidence'), '', 'folded');
      await seen.page.click('.columns-of summary');
      assert.match(await seen.text('.evidence'), /promise-date/);
      await seen.close();
    });
  }

  it('says no raw date and no column in any order of the sample', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    const sentences = [];
    for (const order of await seen.texts('th .open-order')) {
      await open(seen, order);
      sentences.push(...(await seen.texts('.why')));
    }
    assert.ok(sentences.length > 50, `${sentences.length} sentences`);
    const raw = sentences.filter((each) => /\d{4}-\d\d-\d\dT|^[a-z]|\w-\w+-?\w*:/.test(each));
    assert.deepEqual(raw, []);
    await seen.close();
  });

  for (const [told, flag] of [
    ['tells', 'true'],
    ['keeps quiet about', 'false'],
  ]) {
    it(`${told} a cancellation that the report says is near: ${flag}`, async () => {
      const seen = await visit(browser, { now: tuesday });
      const { name, bytes } = listing('late.txt', '19', [1]);
      const [head, row] = bytes.replaceAll('2026-11-20T23', '2026-11-18T23').split('\r\n');
      const flags = [`${head}\tverge-of-cancellation`, `${row}\t${flag}`, ''].join('\r\n');
      await loaded(seen, { name, bytes: flags });
      await open(seen, id(1));
      const sentences = (await seen.texts('.why')).join(' ');
      assert.match(sentences, /Amazon cancels it after/);
      assert.equal(/about to cancel/.test(sentences), flag === 'true', sentences);
      await seen.close();
    });
  }

  it('tells the steps that are still to come, by more than their colour', async () => {
    const seen = await visit(browser, { now: tuesday });
    await loaded(seen, listing('new.txt', '19', [1]));
    await open(seen, id(1));
    const steps = () => seen.texts('.steps-line li');
    assert.equal((await steps()).filter((each) => each.endsWith('not yet')).length, 4);
    assert.equal(await seen.page.$('.steps-line .icon'), null);
    await seen.page.click('#open-tracking');
    await seen.page.type('#tracking-field', `${id(1)} 123456789012`);
    await seen.page.click('#tracking-apply');
    await seen.page.waitForSelector('.steps-line .reached .icon');
    const [label, number, confirmation, gone] = await steps();
    assert.match(label, /Not known$/);
    assert.match(number, /Number taken\n.*\d{2}:\d{2}$/);
    for (const each of [confirmation, gone]) assert.match(each, /not yet$/);
    await seen.close();
  });

  it('draws a box for each unit, full once it is confirmed', async () => {
    const seen = await visit(browser);
    await loadSample(seen);
    await seen.page.select('#rule', 'finish-partial-confirmation');
    await settled(seen);
    const [order] = await seen.texts('th .open-order');
    await open(seen, order);
    const boxes = await seen.page.$$eval('.boxes i', (all) => all.map((each) => each.className));
    assert.ok(boxes.includes('sent') && boxes.includes(''), boxes.join());
    await seen.close();
  });
});
