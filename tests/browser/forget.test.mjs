// Personal data: covered until asked for, covered for good once it should be gone, and
// after "forget everything" neither storage nor memory nor page holds any of it.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { answerFor } from './buyers.mjs';
import { planWhole } from './refunds.mjs';
import { drop, kept, keptForOffline, sampleMoment, settled, visit } from './visit.mjs';

const order = '250-9173046-5582013';
const outlived = '250-9173046-5582099';
const people = [
  { name: '架空蔵 ウメノ', street: '字夢見坂 7-7-7', phone: '090-0317-5582', mail: 'quuxbuyer317' },
  {
    name: 'Fiammetta Inventati',
    street: 'Via Immaginaria 99',
    phone: '090-0317-5599',
    mail: 'quuxbuyer399',
  },
];
const columns =
  'order-id order-item-id purchase-date promise-date buyer-email buyer-name buyer-phone-number sku product-name quantity-purchased quantity-shipped quantity-to-ship recipient-name ship-address-1 ship-postal-code ship-country currency item-price';

function row(id, days, { name, street, phone, mail }, shipped = 0) {
  const [bought, due] = days;
  const email = `${mail}@marketplace.amazon.co.jp`;
  const cells = [id, '40000000000001', `${bought}T01:00:00+00:00`, `${due}T14:59:59+00:00`];
  const rest = [
    'QUUX-317',
    'Quuxotron 317',
    '1',
    `${shipped}`,
    `${1 - shipped}`,
    name,
    street,
    '999-0317',
    'JP',
    'JPY',
    '31700',
  ];
  return [...cells, email, name, phone, ...rest].join('\t');
}

const bytes = Buffer.from(
  [
    columns.replaceAll(' ', '\t'),
    row(order, ['2026-11-18', '2026-11-20'], people[0]),
    row(outlived, ['2026-08-18', '2026-08-20'], people[1], 1),
  ].join('\n'),
);
const wish = 'Quuxfrage 317?';
const secrets = [
  order,
  wish,
  ...people.flatMap(({ name, street, phone, mail }) => [name, street, phone, mail]),
  ...['QUUX-317', 'Quuxotron', '999-0317', 'secret-list.txt'],
];

async function opened(browser, options = {}) {
  const seen = await visit(browser, { now: sampleMoment, ...options });
  await drop(seen, [{ name: 'secret-list.txt', bytes }]);
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
  return seen;
}

async function open(seen, id) {
  await seen.page.evaluate((id) => {
    const openers = [...document.querySelectorAll('.open-order')];
    openers.find((each) => each.dataset.order === id).click();
  }, id);
  await seen.page.waitForSelector('.reported');
  await seen.page.$eval('.reported details', (details) => (details.open = true));
}

// Mark, search, plan and answer: whatever the page may remember of an order.
async function work(seen) {
  const { page } = seen;
  await page.type('#search', people[0].name);
  await settled(seen);
  await open(seen, order);
  await page.click('#reveal');
  await page.click('#order .action .tick input');
  await page.waitForSelector('.undo');
  await planWhole(seen);
  await answerFor(seen, order, 'contact-buyer');
  await page.type('#blank-wish', wish);
  await page.waitForFunction(
    (wish) => document.querySelector('#letter-body').innerText.includes(wish),
    {},
    wish,
  );
  await page.click('[id=other-case]');
  await page.click('[data-case=cancel-request]');
  await page.waitForSelector('#verdict');
  if (await page.$('#keep-case')) await page.click('#keep-case');
}

async function forget({ page }) {
  await page.bringToFront(); // a window behind another draws nothing
  await page.$eval('footer .forget', (button) => button.click());
  await page.waitForSelector('#forget[open]');
  await Promise.all([page.waitForNavigation(), page.click('#forget-all')]);
  await page.waitForSelector('#sample');
  await page.waitForSelector('.notice');
}

async function heapOf(session) {
  const chunks = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  return JSON.parse(chunks.join('')).strings.join('\n');
}

// What of the report page and worker still hold.
async function inMemory({ page }) {
  const [worker] = page.workers();
  const session = await page.createCDPSession();
  const heaps = `${await heapOf(session)}\n${await heapOf(worker.client)}`;
  await session.detach();
  return secrets.filter((each) => heaps.includes(each));
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    inOne('covers street and phone until asked, and the next order’s again', async () => {
      const seen = await opened(browser);
      await open(seen, order);
      const [{ name, street, phone }] = people;
      const shown = () => seen.text('.reported');
      assert.ok((await shown()).includes(name));
      assert.ok(!(await shown()).includes(street) && !(await shown()).includes(phone));
      await seen.page.click('#reveal');
      await seen.page.waitForSelector('#reveal[aria-pressed=true]');
      assert.ok((await shown()).includes(street) && (await shown()).includes(phone));
      await seen.page.keyboard.press('Escape');
      await open(seen, order);
      assert.ok(!(await shown()).includes(street));
      await seen.close();
    });

    inOne('shows no name and no address of what was delivered long ago', async () => {
      const seen = await opened(browser);
      await open(seen, outlived);
      await seen.page.waitForSelector('#past-retention');
      assert.equal(await seen.page.$('#reveal'), null);
      const page = await seen.page.$eval('parcelwise-page', (each) => each.textContent);
      for (const secret of Object.values(people[1])) assert.ok(!page.includes(secret), secret);
      assert.ok(page.includes(people[0].name), 'the other buyer is still named');
      await seen.close();
    });

    it('forgets everything at one press, and asks before', async () => {
      const seen = await opened(browser, { remembered: false });
      const { page } = seen;
      await page.select('#language', 'it');
      await page.select('#theme', 'dark');
      await keptForOffline(seen);
      await page.click('#keep-yes');
      await work(seen);
      const before = await kept(seen);
      assert.deepEqual(before.stores.ticks, [[order, 'ship']]);
      assert.ok(before.stores.kept.length >= 2, 'the report and the work of the day');
      assert.deepEqual(before.local, {
        'parcelwise.keep': 'yes',
        'parcelwise.language': 'it',
        'parcelwise.theme': 'dark',
      });

      await page.$eval('footer .forget', (button) => button.click());
      await page.waitForSelector('#forget[open]');
      assert.ok(await page.$('#keep:focus'), 'a press of Enter forgets nothing');
      await page.keyboard.press('Escape');
      assert.equal(await page.$('#forget[open]'), null);
      assert.ok(await page.$('#order'), 'Escape closed the question alone');
      assert.deepEqual((await kept(seen)).stores, before.stores);

      await forget(seen);
      const after = await kept(seen);
      assert.deepEqual(Object.values(after.stores).flat(), []);
      assert.deepEqual([after.local, after.session], [{}, {}]);
      assert.deepEqual(after.cached, before.cached, 'the program itself stays');
      const shown = await page.evaluate(() => document.documentElement.outerHTML);
      assert.deepEqual(
        secrets.filter((each) => shown.includes(each)),
        [],
      );
      assert.equal(await page.$('#view-plan'), null);
      assert.match(await seen.text('.notice'), /Tutto dimenticato/);
      assert.equal(await page.$eval('#theme', (select) => select.value), 'dark');
      assert.ok(!page.url().includes('#'), page.url());
      assert.deepEqual(await seen.violations(), []);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    it('makes its other windows forget too', async () => {
      const seen = await opened(browser);
      const context = seen.page.browserContext();
      const other = await context.newPage();
      await other.goto(seen.site.address);
      await other.waitForSelector('#sample');
      await other.click('[data-sample=jp]');
      await other.waitForSelector('.work tbody tr');
      await other.waitForFunction(async () => (await indexedDB.databases()).length > 0);
      await forget(seen);
      await other.waitForSelector('#sample');
      assert.equal(await other.$('.work'), null);
      await seen.close();
    });

    inOne('leaves nothing in the memory of page and worker', async () => {
      const seen = await opened(browser);
      await work(seen);
      const held = await inMemory(seen);
      for (const secret of [order, people[0].name, people[0].street, 'secret-list.txt']) {
        assert.ok(held.includes(secret), `the search would find ${secret}`);
      }
      await forget(seen);
      assert.deepEqual(await inMemory(seen), []);
      await seen.close();
    });
  });
}
