// What a screen and a sheet have room for: nothing is cut, runs over its neighbour or
// makes a phone's page wider than the phone.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { id, listing, loaded, tuesday } from './days.mjs';
import { aim, openOutbox } from './outbox.mjs';
import { settled, visit } from './visit.mjs';

const laptop = { width: 1366, height: 768 };
const phone = { width: 390, height: 844 };

async function loadEurope(seen) {
  await seen.page.click('[data-sample=eu]');
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
}

const edges = ({ page }, selector) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().toJSON());

// Those whose content runs over their own edge.
const overfull = ({ page }, selector) =>
  page.$$eval(selector, (all) =>
    all
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.className}: ${each.textContent.slice(0, 30)}`),
  );

describe('there is room', () => {
  const browser = sharedBrowser('chromium');

  it('on a phone for the tables of tracking numbers, and for the head of the list', async () => {
    const seen = await visit(browser, { now: tuesday, ...phone });
    await loaded(seen, listing('list.txt', '19', [1, 2]));
    await seen.page.click('#open-tracking');
    await seen.page.type('#tracking-field', `${id(1)} 123456789012\nfoo bar\n`);
    await seen.page.click('#tracking-apply');
    await seen.page.waitForSelector('.tracking-notes');
    await settled(seen);
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, phone.width);
    const hint = await edges(seen, '#tracking-hint');
    assert.ok(hint.right <= phone.width, `${hint.right}`);
    const [todo, due] = [await edges(seen, 'thead .col-todo'), await edges(seen, 'thead .col-due')];
    assert.ok(due.left - todo.right < 20, 'one beside the other, as they stand in a card');
    await seen.close();
  });

  it('on a laptop beside the search and the marketplaces', async () => {
    const seen = await visit(browser, { language: 'it', ...laptop });
    await loadEurope(seen);
    const kbd = await seen.page.$eval('.search kbd', (each) => each.checkVisibility());
    assert.equal(kbd, false);
    const [clear, chosen] = [await edges(seen, '#clear'), await edges(seen, '#marketplace')];
    assert.ok(Math.abs(clear.top - chosen.top) < 10, 'one line');
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('.action .source');
    await settled(seen);
    assert.deepEqual(await overfull(seen, '.week'), []);
    await seen.close();
  });

  it('for a name without a gap, in the list and on a slip', async () => {
    const seen = await visit(browser, { now: tuesday, ...laptop });
    const { name, bytes } = listing('long.txt', '19', [1]);
    await loaded(seen, { name, bytes: bytes.replaceAll('Tester 1', 'W'.repeat(180)) });
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('.action .source');
    assert.deepEqual(await overfull(seen, '.work .col-todo, .panel'), []);
    await seen.page.keyboard.press('Escape');
    await openOutbox(seen);
    await aim(seen, 'slips', 'a6');
    await seen.page.evaluate(() => (window.print = () => (window.printed = true)));
    await seen.page.click('#outbox-send');
    await seen.page.waitForFunction(() => window.printed);
    await seen.page.emulateMediaType('print');
    assert.ok((await seen.page.$$('.slip header')).length > 0);
    assert.deepEqual(await overfull(seen, '.slip, .slip header'), []);
    await seen.close();
  });
});
