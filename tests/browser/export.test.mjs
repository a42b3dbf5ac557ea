// Files that leave by way of the page: chosen in one click, the very bytes that the
// command writes, problems told before, the shop remembered.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parcelwise } from '../cli/command.mjs';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import {
  acceptHouse,
  aim,
  catchDownloads,
  caught,
  chooseToday,
  house,
  openOutbox,
} from './outbox.mjs';
import {
  count,
  drop,
  loadSample,
  sampleFiles,
  sampleMoment,
  samplePath,
  settled,
  visit,
} from './visit.mjs';

const reports = sampleFiles.map(samplePath);
const folder = mkdtempSync(join(tmpdir(), 'parcelwise-export-'));
after(() => rmSync(folder, { recursive: true }));

function byCommand(kind, orders, ...more) {
  const out = join(folder, `${kind}-${orders.length}`);
  const chosen = orders.flatMap((order) => ['--order', order]);
  const run = parcelwise([
    'export',
    kind,
    '--now',
    sampleMoment,
    '--language',
    'en',
    ...reports,
    ...chosen,
    ...more,
    '-o',
    out,
  ]);
  assert.equal(run.status, 0, run.stderr);
  return readFileSync(out);
}

const dueToday = () => {
  const { stdout } = parcelwise(['check', '--now', sampleMoment, '--format', 'json', ...reports]);
  return JSON.parse(stdout)
    .actions.filter(({ rule, urgency }) => rule === 'ship' && urgency === 'today')
    .map((each) => each.order_id);
};

for (const name of browserNames) {
  describe(`files that leave, ${name}`, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);
    let seen;

    async function atTheDesk(options) {
      seen = await visit(browser, options);
      await loadSample(seen);
      await catchDownloads(seen);
      await openOutbox(seen);
    }

    async function leave() {
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
      await seen.close();
    }

    async function downloaded() {
      await seen.page.click('#outbox-send');
      const [file, ...more] = await caught(seen);
      assert.equal(more.length, 0);
      return file;
    }

    it('chooses all due today in one click and writes what the command writes', async () => {
      await atTheDesk();
      const orders = dueToday();
      assert.equal(await chooseToday(seen), orders.length);
      for (const [kind, ending] of [
        ['worklist', 'csv'],
        ['picklist', 'csv'],
        ['calendar', 'ics'],
      ]) {
        await aim(seen, kind);
        const file = await downloaded();
        assert.match(file.name, new RegExp(`^${kind}_2026-11-20_\\d+\\.${ending}$`));
        assert.deepEqual(file.bytes, byCommand(kind, orders), kind);
      }
      await seen.page.click('#outbox-none');
      await seen.page.waitForFunction(() => !document.querySelector('#outbox-none'));
      await settled(seen);
      assert.deepEqual((await downloaded()).bytes, byCommand('calendar', []));
      await leave();
    });

    inOne('picks single orders and the whole page of the list, by keys too', async () => {
      await atTheDesk();
      await aim(seen, 'worklist');
      const shown = await seen.texts('.work th .open-order');
      await seen.page.focus('.work tbody .col-pick input');
      await seen.page.keyboard.press(' ');
      await seen.page.waitForFunction(() =>
        /1/.test(document.querySelector('.outbox-outcome p').innerText),
      );
      assert.deepEqual((await downloaded()).bytes, byCommand('worklist', [shown[0]]));
      assert.ok(await seen.page.$eval('#pick-all', (box) => box.indeterminate));
      await seen.page.click('#pick-all');
      await seen.page.waitForFunction(
        (count) => document.querySelector('#outbox-chosen').innerText.includes(count),
        {},
        String(shown.length),
      );
      await settled(seen);
      assert.deepEqual((await downloaded()).bytes, byCommand('worklist', shown));
      await seen.page.keyboard.press('Escape');
      await seen.page.waitForFunction(() => !document.querySelector('.outbox'));
      assert.equal(await seen.page.evaluate(() => document.activeElement.id), 'open-outbox');
      await leave();
    });

    inOne(
      'tells what is left out before anything is written, and all or nothing is kept',
      async () => {
        await atTheDesk();
        await seen.page.select('#rule', 'hold-pending');
        await settled(seen);
        const [pending] = await seen.texts('.work th .open-order');
        await seen.page.click('.work tbody .col-pick input');
        await seen.page.click('#outbox-today');
        const chosen = dueToday().length + 1;
        await seen.page.waitForFunction(
          (chosen) => document.querySelector('#outbox-chosen').innerText.includes(chosen),
          {},
          String(chosen),
        );
        await aim(seen, 'picklist');
        await seen.page.waitForSelector('.outbox-outcome .left-out li');
        assert.match(await seen.text('.outbox-outcome .left-out'), new RegExp(pending));
        assert.equal(await seen.page.$eval('#outbox-send', (each) => each.disabled), false);
        assert.deepEqual(
          (await downloaded()).bytes,
          byCommand('picklist', [pending, ...dueToday()]),
        );
        await seen.page.click('#outbox-strict');
        await seen.page.waitForFunction(() => document.querySelector('#outbox-send').disabled);
        assert.match(await seen.text('.outbox-outcome'), /All or nothing/);
        await leave();
      },
    );

    inOne('tells what cancellations do to the account before they are written', async () => {
      await atTheDesk();
      await seen.page.click('.work tbody .col-pick input');
      await aim(seen, 'cancellations');
      assert.equal(await seen.page.$('.health'), null, 'the buyer’s own wish does not count');
      await seen.page.select('#outbox-reason', 'NoInventory');
      await seen.page.waitForSelector('.health');
      assert.match(
        await seen.text('.health'),
        /^Amazon\.co\.jp: .*against you: 1\..*Of \d+ orders.*less than 2\.5 %/s,
      );
      await leave();
    });

    inOne("asks for a carrier's settings and writes its file with them", async () => {
      await atTheDesk();
      const orders = dueToday();
      await chooseToday(seen);
      await aim(seen, 'yamato-b2');
      await seen.page.waitForFunction(() => document.querySelector('#outbox-send').disabled);
      assert.ok((await seen.texts('.outbox-outcome .left-out li')).length > 0);
      assert.match(
        await seen.text('.outbox-outcome'),
        new RegExp(`${orders.length} orders are left out`),
      );
      await seen.page.click('.shop summary');
      const shop = {
        sender: {
          name: '豊洲茶舗',
          phone: '03-1234-5678',
          postal_code: '135-0061',
          address: '東京都江東区豊洲1-2-27',
        },
        goods: '食品',
        carriers: { 'yamato-b2': { customer_code: '0312345678' } },
      };
      const fields = { ...shop.sender, goods: shop.goods, 'yamato-b2-customer_code': '0312345678' };
      for (const [field, text] of Object.entries(fields)) {
        await seen.page.type(`#shop-${field}`, text);
        await seen.page.keyboard.press('Tab');
      }
      await seen.page.waitForFunction(() => !document.querySelector('#outbox-send').disabled);
      await settled(seen);
      const path = join(folder, 'shop.json');
      writeFileSync(path, JSON.stringify(shop));
      assert.deepEqual((await downloaded()).bytes, byCommand('yamato-b2', orders, '--shop', path));
      await leave();
    });

    inOne('asks once for short names of all goods whose names have no room', async () => {
      await atTheDesk();
      await aim(seen, 'clickpost');
      await seen.page.waitForSelector('#goods-names input');
      const asked = await seen.page.$$eval('#goods-names input', (all) => all.map((x) => x.name));
      assert.equal(new Set(asked).size, asked.length);
      const left = await seen.texts('.outbox-outcome .left-out li');
      assert.ok(left.length >= asked.length && asked.length > 1, `${asked.length}`);
      for (const [i, sku] of asked.entries())
        await seen.page.type(`#goods-names input[name="${sku}"]`, `品${i + 1}`);
      await seen.page.keyboard.press('Enter');
      await count(seen, '#goods-names', 0);
      await settled(seen);
      for (const why of await seen.texts('.outbox-outcome .left-out li'))
        assert.match(why, /cash on delivery/);
      const labels = Object.fromEntries(asked.map((sku, i) => [sku, `品${i + 1}`]));
      assert.deepEqual(
        await seen.page.evaluate(() => JSON.parse(localStorage['parcelwise.shop']).labels),
        labels,
      );
      await seen.page.$eval('.shop', (details) => (details.open = true));
      const [first] = asked;
      const field = `[id="shop-label-${first}"]`;
      assert.equal(await seen.page.$eval(field, (input) => input.value), '品1');
      await seen.page.$eval(field, (input) => {
        input.value = '';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await seen.page.waitForSelector(`#goods-names input[name="${first}"]`);
      await leave();
    });

    inOne('sends an accepted group as one parcel', async () => {
      await atTheDesk();
      const parcels = async () => Number(/\d+/.exec(await seen.text('.outbox-outcome p'))[0]);
      const before = await parcels();
      await seen.page.click('#view-combine');
      await seen.page.waitForSelector('.group .accept');
      await seen.page.click('.group .accept');
      await seen.page.waitForSelector('.group.accepted');
      await seen.page.click('#view-work');
      await seen.page.waitForFunction(
        (before) =>
          Number(/\d+/.exec(document.querySelector('.outbox-outcome p').innerText)[0]) < before,
        {},
        before,
      );
      await seen.page.evaluate(() => (window.print = () => undefined));
      await seen.page.click('#outbox-send');
      await seen.page.waitForSelector('#paper .together');
      const ids = await seen.page.$eval('#paper .slip:has(.together)', (slip) =>
        [...slip.querySelectorAll('.id')].map((each) => each.textContent),
      );
      assert.ok(ids.length > 1 && new Set(ids).size === ids.length, ids.join());
      await leave();
    });

    inOne('takes along whatever shares a parcel with a chosen order', async () => {
      await atTheDesk();
      await acceptHouse(seen);
      const orders = dueToday();
      const along = house.filter((order) => !orders.includes(order));
      assert.ok(
        along.length > 0 && along.length < house.length,
        'a part of the parcel is due today',
      );
      await chooseToday(seen);
      await aim(seen, 'picklist');
      const companions = () => seen.text('#outbox-companions');
      assert.match(await companions(), new RegExp(`${along.length} orders that share a parcel`));
      assert.deepEqual((await downloaded()).bytes, byCommand('picklist', [...orders, ...along]));
      await aim(seen, 'slips');
      await seen.page.waitForSelector('#outbox-companions');
      await seen.page.evaluate(() => (window.print = () => undefined));
      await seen.page.click('#outbox-send');
      await seen.page.waitForSelector('#paper .together');
      const ids = await seen.page.$$eval('#paper .id', (all) =>
        all.map((each) => each.textContent),
      );
      assert.deepEqual(ids.sort(), [...orders, ...along].sort());
      await aim(seen, 'worklist');
      await seen.page.waitForFunction(() => !document.querySelector('#outbox-companions'));
      assert.deepEqual((await downloaded()).bytes, byCommand('worklist', orders));
      await leave();
    });

    it('keeps the shop over a reload, as the file that the command reads', async () => {
      await atTheDesk();
      await seen.page.click('.shop summary');
      await seen.page.type('#shop-name', '豊洲茶舗');
      await seen.page.type('#shop-goods', '食品');
      await seen.page.keyboard.press('Tab');
      await seen.page.click('#shop-save');
      const [file] = await caught(seen);
      assert.equal(file.name, 'shop.json');
      assert.deepEqual(JSON.parse(file.bytes), { sender: { name: '豊洲茶舗' }, goods: '食品' });
      await seen.page.reload();
      await seen.page.waitForSelector('#sample');
      await loadSample(seen);
      await openOutbox(seen);
      assert.equal(await seen.page.$eval('#shop-name', (each) => each.value), '豊洲茶舗');
      const kept = () => seen.page.evaluate(() => localStorage.getItem('parcelwise.shop'));
      const before = await kept();
      await drop(seen, [{ name: 'shop.json', bytes: Buffer.from('{"sender":{"name":5}}') }]);
      await seen.page.waitForSelector('.outbox .notice.bad');
      assert.match(await seen.text('.outbox .notice.bad'), /\/sender\/name.*Left as it was/s);
      await seen.page.waitForSelector('.outbox-outcome');
      assert.equal(await kept(), before);
      assert.equal(await seen.page.$eval('#shop-name', (each) => each.value), '豊洲茶舗');
      await drop(seen, [
        { name: 'shop.json', bytes: Buffer.from('{"sender":{"name":"銀座茶舗"}}') },
      ]);
      await seen.page.waitForFunction(
        () => document.querySelector('#shop-name').value === '銀座茶舗',
      );
      assert.equal(await seen.page.$('.outbox .notice.bad'), null);
      assert.match(await kept(), /銀座茶舗/);
      await seen.page.click('.shop summary');
      await seen.page.click('#shop-clear');
      await seen.page.waitForFunction(() => document.querySelector('#shop-name').value === '');
      assert.equal(await seen.page.evaluate(() => localStorage.getItem('parcelwise.shop')), '{}');
      await leave();
    });
  });
}
