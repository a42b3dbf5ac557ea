// From a pasted message to the answer in two presses: the verdict, the message to copy,
// the case that waits on the work list until it is closed, and the way back from each.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import {
  answerFor,
  copied,
  fullWidth,
  letterOf,
  listenToClipboard,
  orderWithTime,
  pasteMessage,
  rulesOf,
  untilRule,
  untilText,
} from './buyers.mjs';
import { addRefund, downloads, worked } from './refunds.mjs';
import { drop, loadSample, settled, visit, withControl } from './visit.mjs';

const json = (name, value) => ({ name, bytes: Buffer.from(JSON.stringify(value)) });

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it('leads from a pasted message to the answer in two presses', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await listenToClipboard(seen);
      const order = await orderWithTime(seen);
      const before = seen.requests.length;
      await pasteMessage(seen, letterOf(fullWidth(order)));
      await page.click(`[data-answer="${order}"]`);
      await page.waitForSelector('.says');
      await page.click('[data-case=change-order]');
      await page.waitForSelector('#letter-body');
      assert.match(await seen.text('#answer-title'), new RegExp(order));
      assert.ok((await seen.text('#verdict')).length > 10);
      assert.ok((await seen.texts('.not li')).length > 0, 'what not to do (S14)');
      assert.ok((await seen.texts('.until dt')).length > 0);

      assert.equal(await page.$eval('#letter-language', (select) => select.value), 'ja');
      const letter = await seen.text('#letter-body');
      assert.match(letter, new RegExp(`${order}[^]*申し上げます`));
      await page.click('#copy-letter');
      assert.equal((await copied(seen)).trim(), letter);
      await page.waitForFunction(() =>
        /copied/i.test(document.querySelector('#copy-letter').innerText),
      );

      await page.select('#letter-language', 'it');
      await page.waitForFunction(() =>
        /Gentile/.test(document.querySelector('#letter-body').innerText),
      );
      assert.equal(await page.$eval('.sheet-of', (each) => each.lang), 'it');

      await page.click('#keep-case');
      await untilRule(seen, 'answer-due', true);
      assert.match(await seen.text('#view-cases'), /\(1\)/);
      await page.click('.follow-up .close-case');
      await untilRule(seen, 'answer-due', false);
      await page.waitForSelector('.undo');
      await page.click('.undo button');
      await untilRule(seen, 'answer-due', true);
      await page.focus('#answer-title');
      await withControl(seen, 'y');
      await untilRule(seen, 'answer-due', false);
      await withControl(seen, 'z');
      await untilRule(seen, 'answer-due', true);

      assert.deepEqual(await seen.violations(), []);
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(seen.requests.slice(before), []);
      await seen.close();
    });

    inOne('keeps a case until tomorrow, with its history', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      const order = await orderWithTime(seen);
      await answerFor(seen, order, 'change-order');
      await page.waitForSelector('#keep-case');
      await page.click('#keep-case');
      await untilRule(seen, 'answer-due', true);
      await page.reload();
      await page.waitForSelector('#sample');
      await page.waitForSelector('.notice');
      assert.match(await seen.text('.notices'), /1 case/);
      await loadSample(seen);
      await untilRule(seen, 'answer-due', true);
      await page.select('#rule', 'answer-due');
      await settled(seen);
      assert.deepEqual(await seen.texts('th .open-order'), [order]);
      await page.click('th .open-order');
      await page.waitForSelector('.case-note');
      await page.click('.case-note .close-case');
      await page.waitForFunction(() => !document.querySelector('.case-note'));
      await page.click('#open-answer');
      await page.waitForSelector('.history li');
      assert.match(await seen.text('.history'), /Opened.*Closed/s);
      await page.click('.history .open-again');
      await untilRule(seen, 'answer-due', true);
      await seen.close();
    });

    inOne('asks what only the seller knows, and answers anew', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await answerFor(seen, await orderWithTime(seen), 'not-received');
      const first = await seen.text('#verdict');
      assert.ok(await page.$('#nearest'), 'nothing was sent: another case fits');
      await page.click('[data-ask=sent] input[value=true]');
      await page.waitForFunction(
        (first) => document.querySelector('#verdict').innerText !== first,
        {},
        first,
      );
      await page.waitForSelector('[data-ask=sent] input[value=true]:checked');
      await page.waitForFunction(() => document.querySelectorAll('[data-ask]').length > 1);
      await page.select('#language', 'ja');
      await page.waitForFunction(() =>
        /はい/.test(document.querySelector('[data-ask=sent]').innerText),
      );
      await page.click('[data-ask=sent] input[value=false]');
      await page.waitForFunction(() => document.querySelectorAll('[data-ask]').length === 1);
      await page.click('#nearest');
      await page.waitForFunction(() => !document.querySelector('#nearest'));
      await seen.close();
    });

    inOne('speaks of a kept case in the language of the page', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await answerFor(seen, await orderWithTime(seen), 'change-order');
      await page.waitForSelector('#keep-case');
      await page.click('#keep-case');
      await untilRule(seen, 'answer-due', true);
      const letter = await seen.text('#letter-body');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.select('#rule', 'answer-due');
      await settled(seen);
      assert.match(await seen.text('.work tbody tr'), /requested the cancellation/);
      const told = async (language, row, question) => {
        await page.select('#language', language);
        await untilText(seen, '.work tbody tr', row);
        await page.click('#view-cases');
        await untilText(seen, '.cases-of tbody tr', question);
        await page.click('#view-work');
      };
      await told(
        'ja',
        'キャンセルのリクエストが届いたか確認',
        '注文内容（価格・数量・住所）を変更したい',
      );
      await told('it', 'ha chiesto l’annullamento', 'Vorrei modificare l’ordine');
      await page.click('th .open-order');
      await page.waitForSelector('.case-note button');
      await page.click('.case-note button');
      await untilText(seen, '#verdict', 'Non si può più modificare');
      assert.equal(await seen.text('#letter-body'), letter, 'the buyer’s language stays');
      await seen.close();
    });

    inOne('tells what speaks against one parcel', async () => {
      const seen = await visit(browser);
      await loadSample(seen);
      await answerFor(seen, '250-5765943-6108098', 'combine-shipping');
      const against = await seen.texts('.against li');
      assert.equal(against.length, 2);
      assert.match(against[0], /Prime.*503-1616243-9912921/s);
      assert.match(await seen.text('#letter-body'), /配送方法が異なりますが.*でしょうか。/s);
      await seen.close();
    });

    inOne('lets nobody copy a message with blanks', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await listenToClipboard(seen);
      await answerFor(seen, await orderWithTime(seen), 'contact-buyer');
      await page.waitForSelector('#blank-wish');
      await page.waitForSelector('#copy-letter:disabled');
      assert.ok((await seen.texts('#letter-body mark')).length > 0);
      await page.type('#blank-wish', 'ご希望のお色は\n白と黒のどちらでしょうか。');
      await page.waitForSelector('#copy-letter:not(:disabled)');
      assert.deepEqual(await seen.texts('#letter-body mark'), []);
      await page.click('#copy-letter');
      assert.match(await copied(seen), /ご希望のお色は\n白と黒/);
      await page.$eval('#blank-wish', (field) => {
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.waitForSelector('#copy-letter:disabled');
      await seen.close();
    });

    inOne('brings back what was typed for the same order and case, and only there', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      const order = await orderWithTime(seen);
      const wish = () => page.$eval('#blank-wish', (field) => field.value);
      const other = (await seen.texts('th .open-order')).find((each) => each !== order);
      const typed = 'Which colour would you like,\nwhite or black?';
      await answerFor(seen, order, 'contact-buyer');
      await page.waitForSelector('#blank-wish');
      await page.type('#blank-wish', typed);
      await page.click('#other-case');
      await page.waitForSelector('.says');
      await page.click('[data-case=no-reply]');
      await page.waitForSelector('#letter-body');
      assert.equal(await wish(), '', 'another case');
      for (const left of ['.says', '#open-answer', '.work']) {
        await page.keyboard.press('Escape');
        await page.waitForSelector(left);
      }
      await answerFor(seen, other, 'contact-buyer');
      await page.waitForSelector('#blank-wish');
      assert.equal(await wish(), '', 'another order');
      await answerFor(seen, order, 'contact-buyer');
      await page.waitForSelector('#blank-wish');
      assert.equal(await wish(), typed);
      assert.match(await seen.text('#letter-body'), /white or black/);
      const name = () => page.$eval('#blank-wish', (field) => field.labels[0].innerText);
      assert.doesNotMatch(await name(), /^wish/);
      await page.reload();
      await page.waitForSelector('#sample');
      await loadSample(seen);
      await answerFor(seen, order, 'contact-buyer');
      await page.waitForSelector('#blank-wish');
      assert.equal(await wish(), '', 'nothing is stored');
      await seen.close();
    });

    inOne('hands the refund over to its sheet, and comes back', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      await loadSample(seen);
      await pasteMessage(seen, 'TEAP-NAMBU-05');
      const order = await seen.page.$eval('[data-answer]', (button) => button.dataset.answer);
      const agreed = async () => {
        await answerFor(seen, order, 'items-unavailable');
        await page.waitForSelector('[data-ask=order_item_ids] input');
        await page.click('[data-ask=order_item_ids] input');
        await page.waitForSelector('[data-ask=consent]');
        await page.click('[data-ask=consent] input[value=true]');
        // The verdict before consent offers the same refund: only its text tells.
        await page.waitForFunction(() =>
          document.querySelector('#verdict')?.innerText.startsWith('Consent given'),
        );
        await page.waitForSelector('#answer-refund');
        return [await seen.text('#verdict'), await seen.text('#letter-body')];
      };
      const before = await agreed();
      const [total] = /¥[\d,]+/.exec(await seen.text('#answer-refund'));
      await page.click('#answer-refund');
      await page.waitForSelector('#refund-reason:focus');
      await worked(seen, total);
      assert.equal(
        await page.$eval('#refund-reason', (select) => select.value),
        'items-unavailable',
      );
      await page.keyboard.press('Escape');
      await page.waitForSelector('#answer-refund:focus');
      // A refund that is only planned has not gone back yet.
      await page.click('#answer-refund');
      await worked(seen, total);
      await addRefund(seen);
      assert.deepEqual(await agreed(), before);
      await seen.close();
    });

    inOne('saves the cases with nothing but their dates, and takes them again', async () => {
      const seen = await visit(browser);
      const disk = await downloads(seen);
      await loadSample(seen);
      const order = await orderWithTime(seen);
      await answerFor(seen, order, 'change-order');
      await seen.page.waitForSelector('#keep-case');
      await seen.page.click('#keep-case');
      await untilRule(seen, 'answer-due', true);
      await seen.page.click('#view-cases');
      await seen.page.click('#cases-save');
      const saved = JSON.parse(await disk.saved('cases.json'));
      assert.deepEqual(Object.keys(saved.cases[0]).sort(), [
        'case',
        'closed',
        'due',
        'opened',
        'order_id',
        'what',
      ]);
      assert.equal(saved.cases[0].order_id, order);
      await seen.close();

      const other = await visit(browser);
      await loadSample(other);
      for (const bad of [{ cases: [{ order_id: order }] }, { cases: 7 }]) {
        await drop(other, [json('cases.json', bad)]);
        await other.page.waitForSelector('.notice.bad');
        assert.match(await other.text('.notice.bad'), /cannot be read.*Nothing was changed/s);
        assert.equal(await other.page.$('.cases-of'), null);
      }
      await drop(other, [json('cases.json', saved)]);
      await other.page.waitForSelector('.cases-of');
      await drop(other, [json('cases.json', saved)]);
      assert.deepEqual(await other.texts('.cases-of tbody .open-order'), [order]);
      await other.page.click('.cases-of .remove');
      await other.page.waitForFunction(() => !document.querySelector('.cases-of'));
      await other.page.click('#cases-undo');
      await other.page.waitForSelector('.cases-of');
      await other.page.click('.cases-of tbody .open-order');
      await other.page.waitForSelector('#verdict');
      await other.close();
    });

    inOne(
      'takes the seller’s own wording, and names the place that breaks the guidelines',
      async () => {
        const seen = await visit(browser);
        const { page } = seen;
        await loadSample(seen);
        await answerFor(seen, await orderWithTime(seen), 'change-order');
        await page.waitForSelector('#letter-body');
        const own = (closing) => json('wording.json', { messages: { ja: { closing } } });
        await drop(seen, [own('敬具')]);
        await page.waitForFunction(() =>
          /敬具/.test(document.querySelector('#letter-body').innerText),
        );
        await drop(seen, [own('詳しくは https://example.invalid')]);
        await page.waitForSelector('.notice.bad');
        assert.match(await seen.text('.notice.bad'), /messages\/ja\/closing.*:\/\//s);
        assert.match(await seen.text('#letter-body'), /敬具/);
        await page.click('#drop-wording');
        await page.waitForFunction(
          () => !/敬具/.test(document.querySelector('#letter-body').innerText),
        );
        assert.equal(await page.$('.notice.bad'), null);
        await seen.close();
      },
    );

    inOne('answers without an order what needs none', async () => {
      const seen = await visit(browser);
      await loadSample(seen);
      await pasteMessage(seen, letterOf('503-0000001-0000001'));
      await seen.page.click('[data-answer=""]');
      await seen.page.waitForSelector('.says');
      const all = await seen.page.$$eval('[data-case]', (each) =>
        each.map((one) => one.dataset.case),
      );
      assert.ok(all.includes('receipt') && !all.includes('price-breakdown'), all.join());
      await seen.page.click('[data-case=receipt]');
      await seen.page.waitForSelector('#letter-body');
      assert.equal(await seen.page.$('#keep-case'), null);
      await seen.page.keyboard.press('Escape');
      await seen.page.waitForSelector('.says');
      await seen.page.keyboard.press('Escape');
      assert.equal(await seen.page.$('#order'), null);
      await seen.close();
    });

    inOne('is worked by keys alone', async () => {
      const seen = await visit(browser);
      const { page } = seen;
      const { keyboard } = page;
      await loadSample(seen);
      await listenToClipboard(seen);
      const order = await orderWithTime(seen);
      const focused = (selector) =>
        page.evaluate((selector) => document.activeElement?.matches(selector), selector);
      const tabTo = async (selector) => {
        for (let presses = 0; presses < 40; ++presses) {
          if (await focused(selector)) return;
          await keyboard.press('Tab');
        }
        assert.fail(`Tab does not reach ${selector}`);
      };
      await keyboard.press('/');
      await keyboard.type(order);
      await keyboard.press('Enter');
      await page.waitForSelector('#open-answer');
      await tabTo('#open-answer');
      await keyboard.press('Enter');
      await page.waitForSelector('.says');
      assert.ok(await focused('#answer-title'));
      await tabTo('[data-case=change-order]');
      await keyboard.press('Enter');
      await page.waitForSelector('#letter-body');
      await tabTo('#copy-letter');
      await keyboard.press('Enter');
      assert.match(await copied(seen), new RegExp(order));
      await tabTo('#keep-case');
      await keyboard.press('Enter');
      await untilRule(seen, 'answer-due', true);
      await tabTo('.close-case');
      await keyboard.press('Enter');
      await untilRule(seen, 'answer-due', false);
      assert.ok(!(await rulesOf(seen)).includes('answer-due'));
      for (const left of ['.says', '#open-answer', '.work']) {
        await keyboard.press('Escape');
        await page.waitForSelector(left);
      }
      assert.equal(await page.$('#order'), null);
      await seen.close();
    });
  });
}
