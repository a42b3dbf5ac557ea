// A label program that the page knows nothing of: its own template becomes a layout on an
// Italian phone, its numbers come back, and Amazon's answer to the confirmation. Then what
// moves to another machine, and which service is cheapest.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Papa from 'papaparse';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { drop, loadSample, samplePath, settled, visit } from './visit.mjs';

const now = '2026-11-20T09:00:00+01:00';
const unshipped = {
  name: 'sample-eu-unshipped.txt',
  bytes: readFileSync(samplePath('sample-eu-unshipped.txt')),
};
const folder = mkdtempSync(join(tmpdir(), 'parcelwise-layouts-'));
after(() => rmSync(folder, { recursive: true }));

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const template = file(
  'Corriere Rosso.csv',
  '\ufeffRif. ordine;Destinatario;Indirizzo 1;Indirizzo 2;CAP;Località;Prov.;Paese;Tel.;Colli;Note\r\n',
);

const picked = async ({ page }, field, path) => (await page.$(field)).uploadFile(path);

async function opened(seen, panel) {
  await seen.page.$eval(panel, (each) => (each.open = true));
}

async function kept(seen) {
  await opened(seen, '#layout');
  await picked(seen, '#layout-pick', template);
  await seen.page.waitForSelector('#layout-keep:not([disabled])');
}

for (const name of browserNames) {
  describe(`layouts and services, ${name}`, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    it("an Italian phone takes a program's template to the confirmation and back", async () => {
      const seen = await visit(browser, { language: 'it', width: 390, height: 844, now });
      const { page } = seen;
      await drop(seen, [unshipped]);
      await page.waitForSelector('.work tbody tr');
      await settled(seen);
      await catchDownloads(seen);
      await openOutbox(seen);
      await kept(seen);
      const sources = await page.$$eval('.layout select', (all) => all.map(({ value }) => value));
      assert.deepEqual(sources, [
        ...['order-id', 'name', 'address-1', 'address-2', 'postal-code', 'city', 'state'],
        ...['country', 'phone', 'units', ''],
      ]);
      await page.$eval('#layout-text-10', (field) => {
        field.value = 'Fragile';
        field.dispatchEvent(new Event('change'));
      });
      await page.waitForFunction(() =>
        document.querySelector('.layout tbody tr:last-child').innerText.includes('Fragile'),
      );
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 390, `the page is ${wide} px wide`);
      await page.click('#layout-keep');
      await page.waitForFunction(
        () => document.querySelector('#outbox-target').value === 'carrier:own-corriere-rosso',
      );
      await page.waitForSelector('#outbox-send:not([disabled])');
      await page.click('#outbox-send');
      const [labels] = await caught(seen);
      assert.match(labels.name, /^own-corriere-rosso_2026-11-20_\d+\.csv$/);
      const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(labels.bytes);
      assert.ok(text.startsWith('\ufeffRif. ordine;'));
      const [, ...rows] = Papa.parse(text.trimEnd(), { delimiter: ';' }).data;
      assert.ok(rows.length >= 3);
      for (const row of rows) assert.deepEqual([row.length, row[10]], [11, 'Fragile']);

      const back = [
        'Order Number;Tracking Number;Ship Date;Carrier',
        ...rows.map(([order], i) => `${order};RR${100000000 + i}IT;20/11/2026;BRT`),
      ].join('\r\n');
      await drop(seen, [{ name: 'spedizioni.csv', bytes: Buffer.from(back) }]);
      await page.waitForSelector('.tracking-files tbody tr');
      await settled(seen);
      await aim(seen, 'shipping-confirmation');
      await page.waitForSelector('#outbox-send:not([disabled])');
      // One for each store.
      const names = (await seen.text('.outbox-outcome')).match(/[\w.-]+\.txt/g);
      assert.ok(names.length > 1, names);
      await page.click('#outbox-send');
      const files = await caught(seen, names.length);
      const confirmed = files
        .flatMap(({ bytes }) => bytes.toString('latin1').trimEnd().split('\r\n'))
        .map((line) => line.split('\t'))
        .filter(([order]) => /^\d{3}-\d{7}-\d{7}$/.test(order));
      assert.deepEqual(
        new Set(confirmed.map(([order]) => order)),
        new Set(rows.map(([order]) => order)),
      );

      const [refused] = rows[0];
      const answer = [
        'Feed Processing Summary:',
        `\tNumber of records processed\t\t${confirmed.length}`,
        `\tNumber of records successful\t\t${confirmed.length - 1}`,
        '',
        'original-record-number\torder-id\terror-code\terror-type\terror-message',
        `1\t${refused}\t18028\tError\tThe tracking number is not valid.`,
        '',
      ].join('\r\n');
      await drop(seen, [{ name: 'risultato.txt', bytes: Buffer.from(answer) }]);
      await page.waitForSelector('.upload-result li');
      assert.ok((await seen.text('.upload-result')).includes(refused));
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
      await seen.close();
    });

    inOne('keeps a layout over a reload, and drops it', async () => {
      const seen = await visit(browser, { language: 'it', now });
      const { page } = seen;
      const ready = async () => {
        await drop(seen, [unshipped]);
        await page.waitForSelector('.work tbody tr');
        await settled(seen);
        await openOutbox(seen);
      };
      await ready();
      await kept(seen);
      await page.click('#layout-keep');
      await page.waitForSelector('#layout-drop');
      await page.reload();
      await page.waitForSelector('#sample');
      await ready();
      await aim(seen, 'carrier:own-corriere-rosso');
      await page.waitForSelector('#layout-drop');
      await opened(seen, '#layout');
      await page.click('#layout-drop');
      await page.waitForFunction(
        () => !document.querySelector('#outbox-target').textContent.includes('Corriere Rosso'),
      );
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('says what is no template, and no layout', async () => {
      const seen = await visit(browser, { now });
      const { page } = seen;
      await loadSample(seen);
      await openOutbox(seen);
      await opened(seen, '#layout');
      await picked(seen, '#layout-pick', file('poem.txt', 'no columns here\r\n'));
      await page.waitForFunction(() => document.body.innerText.includes('names no columns'));
      const wrong = JSON.stringify({ layout: 1, id: 'a', columns: [{ name: 'R', most: 0 }] });
      await drop(seen, [{ name: 'wrong.json', bytes: Buffer.from(wrong) }]);
      await page.waitForFunction(() => document.body.innerText.includes('/columns/0/most'));
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });

    inOne('moves all settings to another machine as one file', async () => {
      const seen = await visit(browser, { language: 'it', now });
      await drop(seen, [unshipped]);
      await seen.page.waitForSelector('.work tbody tr');
      await settled(seen);
      await catchDownloads(seen);
      await openOutbox(seen);
      await kept(seen);
      await seen.page.click('#layout-keep');
      await seen.page.waitForSelector('#layout-drop');
      await opened(seen, '.shop');
      await seen.page.type('#shop-name', 'Bottega di prova');
      await seen.page.click('#settings-save');
      const [settings] = await caught(seen);
      assert.equal(settings.name, 'parcelwise-settings.json');
      await seen.close();

      const other = await visit(browser, { language: 'it', now });
      await drop(other, [unshipped]);
      await other.page.waitForSelector('.work tbody tr');
      await settled(other);
      await drop(other, [settings]);
      await openOutbox(other);
      await other.page.waitForFunction(() =>
        document.querySelector('#outbox-target').textContent.includes('Corriere Rosso'),
      );
      await opened(other, '.shop');
      assert.equal(
        await other.page.$eval('#shop-name', (field) => field.value),
        'Bottega di prova',
      );
      await other.close();
    });

    inOne('finds the cheapest services and goes on with those of one', async () => {
      const seen = await visit(browser, { now: '2026-11-20T09:00:00+09:00' });
      const { page } = seen;
      await loadSample(seen);
      await openOutbox(seen);
      await page.click('#find-services');
      await page.waitForSelector('#services-terms');
      const skus = new Set();
      for (const row of readFileSync(samplePath('sample-unshipped.txt'), 'utf8').split('\n')) {
        const sku = row.split('\t')[10];
        if (sku) skus.add(sku);
      }
      const table = [
        'sku,length_mm,width_mm,height_mm,weight_g',
        ...[...skus].map((sku, i) =>
          i % 2 === 0 ? `${sku},200,150,20,300` : `${sku},300,250,200,2500`,
        ),
      ].join('\n');
      await page.evaluate(
        (table) =>
          localStorage.setItem(
            'parcelwise.terms',
            JSON.stringify({
              tariffs: ['yamato', 'japan-post'],
              from: '東京都',
              skus: { name: 's.csv', text: table },
            }),
          ),
        table,
      );
      await page.reload();
      await page.waitForSelector('#sample');
      await loadSample(seen);
      await openOutbox(seen);
      await page.click('#find-services');
      await page.waitForSelector('.by-service');
      const told = await seen.texts('#services li');
      assert.ok(told.length >= 2, told.join('\n'));
      const clickPost = told.findIndex((each) => /Click Post|クリックポスト/.test(each));
      assert.ok(clickPost >= 0, told.join('\n'));
      const orders = Number(/(\d+) orders?/.exec(told[clickPost])[1]);
      await page.evaluate((i) => document.querySelectorAll('.by-service')[i].click(), clickPost);
      await page.waitForFunction(
        () => document.querySelector('#outbox-target').value === 'clickpost',
      );
      assert.match(await seen.text('#outbox-chosen'), new RegExp(`^${orders} order`));
      assert.ok((await seen.texts('.work .service')).length > 0);

      // The journal notes a tick, and all is checked anew: the services stand.
      const services = (await page.$$('.by-service')).length;
      await page.click('.work .col-done input');
      await page.waitForSelector('.undo');
      await settled(seen);
      assert.equal((await page.$$('.by-service')).length, services);
      assert.deepEqual(seen.complaints, []);
      await seen.close();
    });
  });
}
