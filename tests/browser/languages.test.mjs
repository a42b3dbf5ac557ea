// Japanese, English and Italian: switching changes every word of the page, and no key,
// no gap and no word of another language is left.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { answerFor, letterOf, orderWithTime, pasteMessage } from './buyers.mjs';
import { addRefund, openRefund, showPlan, teapotAndPlates } from './refunds.mjs';
import { loadSample, settled, visit } from './visit.mjs';

// Alike in several languages, or data.
const names = 'Parcelwise|File|Marketplace|Amazon\\.\\S+|S\\d+(, S\\d+)*|日本語|English|Italiano';
const shared = new RegExp(`^(${names}|[\\d\\s:.,–¥￥JPY+=/-]+)$`);

describe('the languages', () => {
  const browser = sharedBrowser('chromium');

  // What the page itself says: marks data cells out, and takes labels and hints in.
  const spoken = ({ page }) =>
    page.evaluate(() => {
      const data =
        'code, kbd, select, th[scope^=row], .report-name, .product, .col-recipient, .person, ' +
        '.unused, .open-order, .reported dd, .evidence, .offending, textarea, .sheet-of, mark';
      const said = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { parentElement, data: text } = walker.currentNode;
        if (parentElement.closest(`script, style, noscript, ${data}`)) continue;
        if (text.trim()) said.add(text.trim());
      }
      for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
        for (const name of ['aria-label', 'placeholder', 'title']) {
          if (element.closest(data)) continue;
          const text = element.getAttribute(name);
          if (text) said.add(text);
        }
      }
      return [...said];
    });

  it('change every word, wherever the page is', async () => {
    const seen = await visit(browser, { language: 'en', filesOpen: true });
    const heard = {};
    const listen = async (language) => {
      heard[language] = [...(heard[language] ?? []), ...(await spoken(seen))];
    };
    const inEach = async () => {
      for (const language of ['en', 'it', 'ja']) {
        await seen.page.select('#language', language);
        await settled(seen);
        await listen(language);
        assert.equal(await seen.page.$eval('html', (html) => html.lang), language);
      }
    };
    await inEach();
    await seen.page.click('.clock');
    await inEach();
    await loadSample(seen);
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('.action');
    await seen.page.click('.work .col-done input');
    await inEach();
    await seen.page.click('#view-rejects');
    await inEach();
    await seen.page.click('#view-work');
    await seen.page.click('#open-stock');
    await seen.page.select('#language', 'en');
    await settled(seen);
    await openRefund(seen, teapotAndPlates, 'goodwill');
    await inEach();
    await seen.page.type('#refund-amount', '99x');
    await seen.page.waitForSelector('#refund-error');
    await inEach();
    await seen.page.select('#refund-reason', 'returned');
    await inEach();
    await seen.page.select('#refund-reason', 'undeliverable');
    await seen.page.waitForSelector('.parts');
    await inEach();
    await addRefund(seen);
    await showPlan(seen);
    await seen.page.click('#plan-download');
    await seen.page.waitForSelector('.written');
    await inEach();
    await seen.page.click('#plan-clear');
    await inEach();
    await seen.page.click('#view-cases');
    await inEach();
    await seen.page.keyboard.press('?');
    await seen.page.waitForSelector('#keys[open]');
    await inEach();
    await seen.page.keyboard.press('Escape');
    await seen.page.click('#view-work');
    const order = await orderWithTime(seen);
    await answerFor(seen, order);
    await inEach();
    await seen.page.click('[data-case=contact-buyer]');
    await seen.page.waitForSelector('#keep-case');
    await inEach();
    await seen.page.click('#keep-case');
    await seen.page.waitForSelector('.follow-up .close-case');
    await seen.page.click('#view-cases');
    await seen.page.waitForSelector('.cases-of');
    await inEach();
    await pasteMessage(seen, letterOf('503-0000001-0000001'));
    await inEach();

    for (const texts of Object.values(heard)) {
      for (const text of texts) assert.doesNotMatch(text, /\{\w+\}|undefined|\[object/, text);
    }
    for (const [one, other] of [
      ['en', 'it'],
      ['en', 'ja'],
      ['it', 'ja'],
    ]) {
      const both = heard[one].filter(
        (text) => heard[other].includes(text) && !shared.test(text) && !/^\p{P}+$/u.test(text),
      );
      assert.deepEqual([...new Set(both)], [], `the same in ${one} and ${other}`);
    }
    await seen.close();
  });

  it('follow the browser, and are remembered once chosen', async () => {
    const seen = await visit(browser, { language: 'ja' });
    assert.match(await seen.text('.target h2'), /ドロップ/);
    await seen.page.select('#language', 'it');
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    assert.match(await seen.text('.target h2'), /Trascina/);
    await seen.close();
  });

  it('write money and dates in their own way', async () => {
    const money = { en: /¥[\d,]+/, it: /[\d.]+\sJPY/, ja: /￥[\d,]+/ };
    const day = { en: /Nov/, it: /nov/, ja: /11月/ };
    for (const language of ['en', 'it', 'ja']) {
      const seen = await visit(browser, { language });
      await loadSample(seen);
      assert.match((await seen.texts('.tile-at-risk')).join(), money[language]);
      assert.match((await seen.texts('.moment')).join(), day[language]);
      await seen.close();
    }
  });
});
