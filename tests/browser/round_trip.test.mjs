// A working day on the page: the carrier's file out, its program's answer dropped back,
// and the confirmation for Amazon with every order to ship in it once, the orders of one
// parcel with the number they share.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import { SHOP } from '../handoff/golden_carriers.mjs';
import { numberOf, toShip } from '../handoff/amazon_golden.mjs';
import { sharedBrowser } from './browsers.mjs';
import { acceptHouse, aim, catchDownloads, caught, house, openOutbox } from './outbox.mjs';
import { drop, sampleMoment, samplePath, settled, visit } from './visit.mjs';

const reports = ['unshipped', 'new-orders', 'all-orders', 'pending', 'returns', 'settlement'].map(
  (name) => ({
    name: `sample-${name}.txt`,
    bytes: readFileSync(samplePath(`sample-${name}.txt`)),
  }),
);
const parcels = toShip.length - house.length + 1;
const decoded = (bytes) => new TextDecoder('shift_jis', { fatal: true }).decode(bytes);

describe('the round trip', () => {
  const browser = sharedBrowser('chromium');
  let seen;

  async function downloaded(rows) {
    await seen.page.waitForFunction(
      (wanted) => document.querySelector('.outbox-outcome')?.innerText.includes(`${wanted} row`),
      {},
      String(rows),
    );
    await seen.page.click('#outbox-send');
    const [file, ...more] = await caught(seen);
    assert.equal(more.length, 0);
    return file;
  }

  it('confirms every order that the carrier took, a group by one number', async () => {
    seen = await visit(browser, { now: sampleMoment });
    await seen.page.evaluate(
      (shop) => localStorage.setItem('parcelwise.shop', JSON.stringify(shop)),
      SHOP,
    );
    await seen.page.reload();
    await seen.page.waitForSelector('#sample');
    await drop(seen, reports);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await acceptHouse(seen);
    await catchDownloads(seen);
    await openOutbox(seen);
    await aim(seen, 'yamato-b2');
    const sent = await downloaded(parcels);
    const rows = Papa.parse(decoded(sent.bytes).trimEnd()).data;
    const keys = rows.slice(1).map(([key]) => key);
    const [named, ...more] = keys.filter((key) => house.includes(key));
    assert.ok(named && more.length === 0, 'the house is one row');
    assert.deepEqual(
      keys.sort(),
      toShip.filter((order) => order === named || !house.includes(order)),
    );

    const back = rows.map((row, i) =>
      i === 0 ? row : Object.assign([...row], { 3: numberOf(i) }),
    );
    await drop(seen, [{ name: 'issued.csv', bytes: Buffer.from(Papa.unparse(back)) }]);
    await seen.page.waitForSelector('.tracking-files tbody tr');
    await settled(seen);
    assert.match(await seen.text('#open-tracking'), new RegExp(`${toShip.length} orders`));

    await aim(seen, 'shipping-confirmation');
    const confirmation = await downloaded(toShip.length);
    assert.equal(confirmation.name, `shipping-confirmation_2026-11-20_${toShip.length}.txt`);
    const lines = decoded(confirmation.bytes)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split('\t'));
    assert.ok(lines[0][0] === 'TemplateType=OrderFulfillment' && lines[2][6] === 'tracking-number');
    const confirmed = new Map(lines.slice(3).map((row) => [row[0], row[6]]));
    assert.deepEqual([...confirmed.keys()].sort(), toShip);
    for (const [i, [key]] of rows.slice(1).entries())
      assert.equal(confirmed.get(key), numberOf(i + 1));
    for (const order of house)
      assert.equal(confirmed.get(order), confirmed.get(named), `${order} shares`);
    assert.equal(new Set(confirmed.values()).size, parcels);
    assert.deepEqual(seen.complaints, []);
    assert.deepEqual(await seen.violations(), []);
    await seen.close();
  });
});
