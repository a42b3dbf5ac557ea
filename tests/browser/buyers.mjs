// The steps that the tests of answers share: an order of the sample, what its buyer
// writes, and what was copied.

import { paste, settled } from './visit.mjs';

export const fullWidth = (text) =>
  text.replace(/[\d-]/g, (each) =>
    each === '-' ? '－' : String.fromCodePoint(each.codePointAt(0) + 0xfee0),
  );

// As a buyer writes, with the number as given.
export const letterOf = (number) =>
  `お世話になっております。\n先日そちらで購入しました（注文番号：${number}）。\nお届け先を変更していただけますでしょうか。\nよろしくお願いいたします。`;

// An order of the list that has time, and whose buyer's data are still needed.
export async function orderWithTime(seen) {
  await seen.page.select('#urgency', 'later');
  await settled(seen);
  const [order] = await seen.texts('th .open-order');
  await seen.page.click('#clear-filters');
  await settled(seen);
  return order;
}

// Pasted anywhere on the page.
export async function pasteMessage(seen, text) {
  await paste(seen, 'h1', text);
  await seen.page.waitForSelector('#found');
  await settled(seen);
}

export async function answerFor(seen, order, buyerSays) {
  await pasteMessage(seen, letterOf(fullWidth(order)));
  await seen.page.click(`[data-answer="${order}"]`);
  await seen.page.waitForSelector('.says');
  if (!buyerSays) return;
  await seen.page.click(`[data-case=${buyerSays}]`);
  await seen.page.waitForSelector('#verdict');
}

// Firefox asks nobody but lets no test read the clipboard.
export async function listenToClipboard({ page }) {
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (window.copied = text);
  });
}

export async function copied({ page }) {
  await page.waitForFunction(() => window.copied !== undefined);
  return page.evaluate(() => window.copied);
}

export async function rulesOf(seen) {
  return seen.page.$$eval('#rule option', (all) => all.map((each) => each.value));
}

export async function untilRule(seen, rule, there) {
  await seen.page.waitForFunction(
    (rule, there) => (document.querySelector(`#rule option[value=${rule}]`) !== null) === there,
    {},
    rule,
    there,
  );
  await settled(seen);
}

export async function untilText(seen, selector, text) {
  await seen.page.waitForFunction(
    (selector, text) => document.querySelector(selector)?.innerText.includes(text),
    {},
    selector,
    text,
  );
}
