// Orders that share a parcel: a group is accepted, its refunds stand in the plan, its
// steps on each order; the next morning one order is still unshipped, and the page says
// so with its dates. Each decision can be undone to the last number.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { listing, loaded, monday } from './days.mjs';
import { house } from './outbox.mjs';
import { downloads, planned, showPlan } from './refunds.mjs';
import { drop, loadSample, samplePath, settled, sharedVisit, visit } from './visit.mjs';

const [first, refused] = house; // the next day's report lacks the number of the second
const shares = ['¥365', '¥286', '¥109'];

const sample = (name) => ({ name, bytes: readFileSync(samplePath(name)) });

async function showCombine(seen) {
  await seen.page.click('#view-combine');
  await seen.page.waitForSelector('#groups .group');
  await settled(seen);
}

// The card of the house: its selector grows old with each decision.
async function card(seen, order = first) {
  const cards = await seen.page.$$('.group');
  for (const each of cards) {
    const text = await each.evaluate((element) => element.innerText);
    if (text.includes(order)) return each;
  }
  return undefined;
}

async function press(seen, button, order = first) {
  const found = await (await card(seen, order)).$(button);
  await found.click();
  await settled(seen);
}

// Every number of view and plan, to compare before and after.
async function numbers(seen) {
  await showPlan(seen);
  await settled(seen);
  const plan = await seen.text('.plan');
  await seen.page.click('#view-combine');
  await settled(seen);
  return [plan, await seen.text('#groups'), await seen.text('.shows')];
}

describe('shared parcels', () => {
  const seen = sharedVisit('chromium', {
    ready: async (seen) => {
      await loadSample(seen);
      await showCombine(seen);
    },
  });

  it('shows both originals, the reasons and the sum', async () => {
    const group = await card(seen);
    const marks = await group.$$eval('mark', (all) => all.map((mark) => mark.textContent));
    assert.ok(marks.length >= 3, marks.join());
    assert.ok(marks.includes('一丁目'), marks.join());
    const text = await group.evaluate((element) => element.innerText);
    assert.match(text, /The same address, number for number/);
    assert.match(text, /Paid for all ¥1,460; one order alone would have paid ¥700/);
    for (const share of [...shares, '¥760']) assert.ok(text.includes(share), share);
  });

  it('draws a hundred of a group of 120, and says how many more there are', async () => {
    const many = Array.from({ length: 120 }, (_, i) => i + 1);
    const crowd = listing('crowd.txt', '18', many);
    crowd.bytes = crowd.bytes
      .replaceAll(/Tester \d+/g, 'Tester')
      .replaceAll(/Shiba 1-17-\d+/g, 'Shiba 1-17-1')
      .replaceAll(/a\d+@/g, 'a1@');
    const crowded = await visit(seen.browser, { now: monday });
    await loaded(crowded, crowd);
    await showCombine(crowded);
    assert.equal((await crowded.texts('.group .address')).length, 100);
    assert.equal(await crowded.text('.group p.more'), 'and 20 more');
    assert.equal((await crowded.texts('.group .shares tbody tr')).length, 101);
    await crowded.close();
  });

  it('plans the refunds of a group that is accepted, and undoes every number', async () => {
    const before = await numbers(seen);
    await press(seen, '.accept');
    await planned(seen, 3);
    assert.ok(await seen.page.$('#combine-undo:focus'), 'the way back has the focus');
    const after = await numbers(seen);
    await showPlan(seen);
    assert.deepEqual(await seen.texts('.planned .money'), shares);
    await seen.page.click('#view-combine');
    await seen.page.click('#combine-undo');
    await planned(seen, 0);
    assert.deepEqual(await numbers(seen), before);
    await seen.page.click('#combine-redo');
    await planned(seen, 3);
    assert.deepEqual(await numbers(seen), after);
  });

  it('declines a group and takes an order out, each exactly undone', async () => {
    const before = await numbers(seen);
    const other = '249-7699882-9372456';
    await press(seen, '.decline', other);
    assert.equal(await card(seen, other), undefined);
    await seen.page.click('#show-declined');
    await settled(seen);
    assert.ok(await card(seen, other), 'among the declined');
    await press(seen, '.reopen', other);
    await seen.page.click('#show-open');
    await settled(seen);
    await press(seen, '.take-out', other);
    assert.match(await seen.text('.apart'), new RegExp(other));
    for (let i = 0; i < 3; ++i) await seen.page.click('#combine-undo');
    await settled(seen);
    assert.deepEqual(await numbers(seen), before);
  });

  it('follows each order of the parcel', async () => {
    const steps = await seen.page.$$eval('#accepted-parcels li[data-step]', (all) =>
      all.map((each) => each.dataset.step),
    );
    const four = ['pack', 'confirm', 'check', 'refund'];
    assert.deepEqual(steps, [...four, ...four, ...four]);
    assert.match(await seen.text('#accepted-parcels'), /Confirm its shipment by Sat 28 Nov 23:59/);
    await (await card(seen)).$('.open-order').then((order) => order.click());
    await seen.page.waitForSelector('#parcel');
    assert.match(await seen.text('#parcel'), new RegExp(`Pack it in one parcel with ${refused}`));
    await seen.page.click('#parcel [data-step=pack] input');
    await settled(seen);
    await showCombine(seen);
    const ticked = await seen.page.$$eval('#accepted-parcels [data-step=pack] input', (all) =>
      all.map((input) => input.checked),
    );
    assert.deepEqual(ticked, [true, false, false]);
  });

  it('says the next morning which order Amazon lacks, and until when', async () => {
    await seen.page.click('#next-day');
    await seen.page.waitForSelector('#show-refused');
    await settled(seen);
    assert.match(await seen.text('.notices'), /1 order of a shared parcel needs a look/);
    await seen.page.click('#show-refused');
    await seen.page.waitForSelector('.standing.refused');
    const warning = await seen.text('.standing.refused');
    assert.match(warning, /tracking number was probably refused/);
    assert.match(
      warning,
      /Confirm it again by Sat 28 Nov 23:59; Amazon cancels it after Wed 2 Dec 23:59/,
    );
    assert.match(await seen.text('.limits'), /in 7 days/);
    assert.match(await seen.text('.limits'), /in 11 days/);
    assert.equal((await seen.texts('.standing.left')).length, 2);
    const checks = await seen.page.$$eval('#accepted-parcels [data-step=check] input', (all) =>
      all.map((input) => [input.checked, input.disabled]),
    );
    assert.deepEqual(checks, [
      [true, true],
      [false, true],
      [true, true],
    ]);
  });

  it('has told nobody', async () => {
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
  });
});

describe('an address outside Japan', () => {
  const seen = sharedVisit('chromium', { ready: () => {} });

  it('stands on the card as on its envelope', async () => {
    await seen.page.click('[data-sample=eu]');
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await showCombine(seen);
    const [shown] = await seen.page.$$eval('.group address', (all) =>
      all.map((each) => [...each.children].map((line) => line.textContent)),
    );
    assert.match(shown.at(-1), /^[A-Z]{2}$/);
    assert.match(shown.at(-2), /^\d{5} \p{L}/u, shown.join(' | '));
  });
});

describe('terms and saved work', () => {
  let disk;
  const seen = sharedVisit('chromium', {
    now: '2026-11-20T09:00:00+09:00',
    ready: async (seen) => {
      disk = await downloads(seen);
      await drop(seen, [sample('sample-unshipped.txt'), sample('sample-new-orders.txt')]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      await showCombine(seen);
    },
  });

  it('compares costs by a tariff and sizes given by hand', async () => {
    await seen.page.click('#open-terms');
    await seen.page.click('input[name=tariff][value=yamato]');
    await seen.page.waitForSelector('#terms-error');
    assert.match(await seen.text('#terms-error'), /Choose the prefecture/);
    await seen.page.select('#terms-from', '東京都');
    await seen.page.waitForSelector('.sizes');
    assert.equal(await seen.page.$('#terms-error'), null);
    for (let i = 0; i < 3; ++i) {
      const selects = await (await card(seen)).$$('.sizes select');
      await selects[i].select('60');
      await settled(seen);
    }
    const text = await (await card(seen)).evaluate((element) => element.innerText);
    // Within Tokyo: three of size 60, or one of size 100.
    assert.match(text, /Separate parcels cost ¥2,370, together ¥1,410/);
    assert.match(text, /¥960/);
  });

  it('takes a tariff and a SKU table that are dropped; a wrong cell changes nothing', async () => {
    const tariff = 'service,max_sum_cm,price\nSmall,60,500\nLarge,120,900\n';
    await drop(seen, [{ name: 'our-carrier.csv', bytes: tariff }]);
    await seen.page.waitForFunction(() =>
      document.querySelector('.terms-bar').innerText.includes('Your own tariff'),
    );
    await drop(seen, [{ name: 'goods.csv', bytes: 'sku,weight_g\nTUMB-480-GR,"1,5"\n' }]);
    await seen.page.waitForSelector('#terms-error');
    assert.match(
      await seen.text('#terms-error'),
      /row 2, column “weight_g”.*“1,5”.*Left as it was/s,
    );
    await drop(seen, [
      { name: 'goods.csv', bytes: 'sku,length_cm,width_cm,height_cm\nTUMB-480-GR,20,8,8\n' },
    ]);
    await seen.page.waitForFunction(() =>
      document.querySelector('.terms-bar').innerText.includes('1 SKU with sizes'),
    );
    await drop(seen, [{ name: 'bad.csv', bytes: 'service,max_sum_cm,price\nSmall,60,"1,060"\n' }]);
    await seen.page.waitForSelector('#terms-error');
    assert.match(await seen.text('#terms-error'), /row 2, column “price”/);
    assert.match(await seen.text('.terms-bar'), /Your own tariff/);
    const kept = await seen.page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.match(kept, /our-carrier\.csv/);
    assert.doesNotMatch(kept, /250-1370264-3537621|佐藤/, 'nothing of any order is stored');
  });

  it('goes on the next day from saved work, with a new page', async () => {
    await press(seen, '.accept');
    await seen.page.waitForSelector('.group.accepted');
    await seen.page.click('#combine-save');
    const saved = await disk.saved('plan.json');
    const { groups, refunds } = JSON.parse(saved);
    assert.deepEqual(groups, [{ orders: house }]);
    assert.equal(refunds.length, 3);
    assert.doesNotMatch(saved.toString(), /佐藤|marketplace\.amazon/);

    const next = await visit(seen.browser, { now: '2026-11-21T09:00:00+09:00' });
    await drop(next, [
      sample('sample-next-day-unshipped.txt'),
      sample('sample-new-orders.txt'),
      { name: 'plan.json', bytes: saved },
    ]);
    await next.page.waitForSelector('#show-refused');
    await next.page.click('#show-refused');
    await next.page.waitForSelector('.standing.refused');
    assert.equal((await next.texts('.standing.left')).length, 2);
    await next.close();
  });

  it('says what the plan lacks of a parcel once a refund is taken out, and plans it again', async () => {
    await showPlan(seen);
    await seen.page.click('.planned .remove');
    await planned(seen, 2);
    await showCombine(seen);
    assert.match(await seen.text('.stale'), /The refund plan does not hold the refund/);
    await seen.page.click('.again');
    await planned(seen, 3);
    assert.equal(await seen.page.$('.stale'), null);
  });

  it('refuses saved work that cannot be read, and leaves all as it was', async () => {
    const before = await seen.text('#accepted-parcels');
    const wrong = JSON.stringify({ groups: [{ orders: [first] }] });
    await drop(seen, [{ name: 'plan.json', bytes: wrong }]);
    await seen.page.waitForSelector('.combine .notice.bad');
    assert.match(await seen.text('.combine .notice.bad'), /shares no parcel.*Left as it was/s);
    await settled(seen);
    assert.equal(await seen.text('#accepted-parcels'), before);
  });
});
