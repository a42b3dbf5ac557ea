// Yesterday's files, then today's dropped on them: no order of yesterday that has left
// is counted, offered or exported; the seller can say that one was not sent.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sharedBrowser } from './browsers.mjs';
import { aim, catchDownloads, caught, openOutbox } from './outbox.mjs';
import { drop, samplePath, settled, visit } from './visit.mjs';

const now = '2026-11-21T09:00:00+09:00';
const sample = (name) => ({ name, bytes: readFileSync(samplePath(name)) });

function rowsOf(name) {
  const [head, ...rows] = readFileSync(samplePath(name), 'utf8').trim().split(/\r?\n/);
  const names = head.split('\t');
  return rows.map((row) => Object.fromEntries(row.split('\t').map((cell, i) => [names[i], cell])));
}

const idsOf = (rows) => [...new Set(rows.map((row) => row['order-id']))].sort();
const yesterday = idsOf([...rowsOf('sample-unshipped.txt'), ...rowsOf('sample-new-orders.txt')]);
const listed = rowsOf('sample-next-day-unshipped.txt');
const left = yesterday.filter((id) => !idsOf(listed).includes(id));

// A rule that no order has is no choice of the filter.
async function byRule(seen, rule) {
  if (!(await seen.page.$(`#rule option[value="${rule}"]`))) return [];
  await seen.page.select('#rule', rule);
  await settled(seen);
  const found = await seen.texts('th .open-order');
  return found.sort();
}

describe("yesterday's orders", () => {
  const browser = sharedBrowser('chromium');

  it('offers nothing of yesterday that has left', async () => {
    const seen = await visit(browser, { now });
    await drop(seen, [sample('sample-unshipped.txt'), sample('sample-new-orders.txt')]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await drop(seen, [sample('sample-next-day-unshipped.txt')]);
    await seen.page.waitForSelector('.outdated');
    await settled(seen);
    assert.ok(left.length >= 10, 'the samples have orders that leave');
    assert.deepEqual(await byRule(seen, 'left-the-list'), left);
    for (const rule of ['ship', 'confirm-or-lose', 'finish-partial-confirmation']) {
      const found = await byRule(seen, rule);
      assert.deepEqual(
        found.filter((id) => left.includes(id)),
        [],
        rule,
      );
    }
    await seen.page.click('#clear-filters');
    await settled(seen);
    const counted = Number(await seen.text('.tile.info .tile-count'));
    assert.ok(counted >= left.length, 'what has left is only noted');

    await seen.page.click('#view-combine');
    await settled(seen);
    const groups = (await seen.texts('.group')).join(' ');
    assert.deepEqual(
      left.filter((id) => groups.includes(id)),
      [],
    );
    await seen.page.click('#view-work');
    await settled(seen);

    await catchDownloads(seen);
    await openOutbox(seen);
    await aim(seen, 'picklist');
    await seen.page.click('#outbox-send');
    const [{ bytes }] = await caught(seen);
    const [, ...rows] = Buffer.from(bytes).toString('utf8').trim().split('\r\n');
    const picked = new Map(rows.map((row) => row.split(',')).map((row) => [row[0], row]));
    const open = listed.filter((row) => row['is-buyer-requested-cancellation'] !== 'true');
    const wanted = new Set(open.map((row) => row.sku));
    assert.deepEqual([...picked.keys()].sort(), [...wanted].sort());
    assert.deepEqual(seen.complaints, []);
    await seen.close();
  });

  it('counts one as open again when the seller knows better', async () => {
    const seen = await visit(browser, { now });
    await drop(seen, [sample('sample-new-orders.txt'), sample('sample-next-day-unshipped.txt')]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    const [order] = await byRule(seen, 'left-the-list');
    await seen.page.click('th .open-order');
    await seen.page.waitForSelector('#not-sent');
    await seen.page.click('#not-sent');
    await settled(seen);
    assert.ok((await byRule(seen, 'ship')).includes(order));
    await seen.page.click('#not-sent');
    await settled(seen);
    assert.ok(!(await byRule(seen, 'ship')).includes(order));
    await seen.close();
  });

  it('asks for the moment of a report without one, in one press', async () => {
    const [head] = readFileSync(samplePath('sample-unshipped.txt'), 'utf8').split('\n');
    const seen = await visit(browser, { now });
    await drop(seen, [sample('sample-new-orders.txt'), { name: 'empty.txt', bytes: `${head}\n` }]);
    await seen.page.waitForSelector('.listing-at');
    await settled(seen);
    assert.deepEqual(await seen.page.$$('#rule option[value="left-the-list"]'), []);
    await seen.page.click('.listing-at');
    await seen.page.waitForFunction(() => !document.querySelector('.listing-at'));
    await settled(seen);
    assert.ok((await byRule(seen, 'left-the-list')).length > 20);
    await seen.close();
  });
});
