// The plan of refunds: every change can be undone and redone, the upload file has the
// command's very bytes, and nothing of it is lost but by the seller's own hand.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { COMMAND } from '../golden/reports.mjs';
import { sharedBrowser } from './browsers.mjs';
import {
  addRefund,
  downloads,
  halfSent,
  openRefund,
  planned,
  showPlan,
  tickAll,
  teapotAndPlates,
  worked,
} from './refunds.mjs';
import { report } from './reports.mjs';
import {
  drop,
  loadSample,
  sampleMoment,
  sampleFiles,
  samplePath,
  search,
  settled,
  sharedVisit,
  visit,
  withControl,
} from './visit.mjs';

const orders = (seen) => seen.texts('.planned .open-order');

const planFile = (text) => ({ name: 'plan.json', bytes: Buffer.from(text) });

describe('the plan', () => {
  let disk;
  const seen = sharedVisit('chromium', {
    ready: async (seen) => {
      disk = await downloads(seen);
      await loadSample(seen);
      await openRefund(seen, halfSent, 'items-unavailable');
      await addRefund(seen);
      await openRefund(seen, teapotAndPlates, 'undeliverable');
      await addRefund(seen);
      await showPlan(seen);
    },
  });

  it('lists what goes back, with its sum', async () => {
    assert.equal((await orders(seen)).length, 2);
    assert.deepEqual(await seen.texts('.planned .money'), ['¥1,280', '¥17,200']);
    assert.match(await seen.text('.plan-total'), /¥18,480/);
  });

  it('undoes and redoes each change, by button and by key', async () => {
    const both = await orders(seen);
    await seen.page.click('.planned .remove');
    await planned(seen, 1);
    assert.deepEqual(await orders(seen), both.slice(1));
    assert.ok(await seen.page.$('#plan-undo:focus'), 'the way back has the focus');
    await seen.page.click('#plan-undo');
    await planned(seen, 2);
    assert.deepEqual(await orders(seen), both, 'in its old place');
    await seen.page.click('#plan-redo');
    await planned(seen, 1);
    await seen.page.click('#plan-clear');
    await planned(seen, 0);
    assert.match(await seen.text('.plan .none'), /No refunds planned/);

    await seen.page.click('#plan-title');
    const { keyboard } = seen.page;
    const press = async (...keys) => {
      for (const key of keys) await keyboard.down(key);
      for (const key of keys.reverse()) await keyboard.up(key);
    };
    await press('Control', 'z');
    await press('Control', 'z');
    await planned(seen, 2);
    await press('Control', 'Shift', 'Z');
    await planned(seen, 1);
    await press('Control', 'y');
    await planned(seen, 0);
    assert.equal(await seen.page.$eval('#plan-redo', (button) => button.disabled), true);
    await press('Control', 'z');
    await press('Control', 'z');
    await planned(seen, 2);
    assert.deepEqual(await orders(seen), both);
  });

  it('leaves undo to a field that has the focus', async () => {
    await seen.page.click('#view-work');
    await seen.page.focus('#search');
    await withControl(seen, 'z');
    await planned(seen, 2);
    await showPlan(seen);
  });

  it('saves the upload file with the bytes of the command', async () => {
    await seen.page.click('#plan-save');
    const plan = JSON.parse(await disk.saved('plan.json'));
    assert.equal(plan.refunds.length, 2);
    await seen.page.click('#plan-download');
    await seen.page.waitForSelector('.written');
    const [name] = /\S+\.txt/.exec(await seen.text('.written p'));
    const written = await disk.saved(name);
    const file = disk.path('by-command.txt');
    execFileSync(COMMAND, [
      'export',
      'adjustments',
      ...sampleFiles.map(samplePath),
      ...['--now', sampleMoment, '--refunds', disk.path('plan.json'), '-o', file],
    ]);
    assert.ok(written.equals(readFileSync(file)), written.toString());
    assert.match(written.toString(), /^order-id\torder-item-id\tadjustment-reason-code\t/);
    assert.match(await seen.text('.written'), /Upload order related files.*2 hours/s);
  });

  it('outlives a worker that dies', async () => {
    const [worker] = seen.page.workers();
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new RangeError('out of memory');
      });
    });
    await seen.page.waitForSelector('.notice.bad');
    await settled(seen);
    await seen.page.waitForFunction(
      () => document.querySelectorAll('.planned tbody tr').length === 2,
    );
    assert.match(await seen.text('.plan-total'), /¥18,480/);
  });

  it('takes a saved plan, and refuses one that it cannot read', async () => {
    const saved = (await disk.saved('plan.json')).toString();
    await seen.page.click('#plan-clear');
    await planned(seen, 0);
    await drop(seen, [planFile(saved)]);
    await planned(seen, 2);
    assert.deepEqual(await seen.texts('.planned .money'), ['¥1,280', '¥17,200']);
    for (const bad of ['{"refunds":[{"order_id":7}]}', '{"refunds":[{}]}']) {
      await drop(seen, [planFile(bad)]);
      await seen.page.waitForSelector('.plan [role=alert]');
      assert.match(await seen.text('.plan [role=alert]'), /Refund 1 .*Left as it was/s);
      await planned(seen, 2);
      assert.equal((await orders(seen)).length, 2);
    }
  });

  it('names what can no longer be made, and leaves it out', async () => {
    const saved = JSON.parse(await disk.saved('plan.json'));
    const twice = { refunds: [...saved.refunds, ...saved.refunds.slice(1)] };
    await drop(seen, [planFile(JSON.stringify(twice))]);
    await planned(seen, 3);
    await seen.page.waitForSelector('.planned .failed');
    assert.match(await seen.text('.planned .failed .bad'), /nothing is left/);
    assert.match(await seen.text('.plan-total'), /¥18,480.*1 refund cannot be made/s);
    await seen.page.click('#plan-undo');
    await planned(seen, 2);
  });

  it('says which refund the file cannot hold, and what to do with it', async () => {
    await seen.page.click('#view-work');
    await search(seen, halfSent);
    const order_id = await seen.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.work tbody tr')];
      const row = rows.find((each) => /Cash on delivery/.test(each.innerText));
      return row.querySelector('.open-order').dataset.order;
    });
    await drop(seen, [planFile(JSON.stringify({ refunds: [{ order_id, reason: 'defective' }] }))]);
    await planned(seen, 1);
    await seen.page.click('#plan-download');
    await seen.page.waitForSelector('.left-out li');
    const [message] = await seen.texts('.left-out li');
    assert.ok(message.includes(order_id) && /cash on delivery/.test(message), message);
    await seen.page.click('#plan-undo');
    await planned(seen, 2);
    await seen.page.click('#view-work');
    await seen.page.click('#clear-filters');
    await settled(seen);
    await showPlan(seen);
  });

  it('prints as a table with nothing to press', async () => {
    await seen.page.emulateMediaType('print');
    const shown = await seen.page.evaluate(() =>
      [...document.querySelectorAll('.planned, .plan-total, .plan button, .views')]
        .filter((each) => each.getClientRects().length > 0)
        .map((each) => each.className),
    );
    await seen.page.emulateMediaType('screen');
    assert.deepEqual(shown, ['plan-total', 'planned', 'link open-order', 'link open-order']);
  });

  it('kept to the security policy, and sent nothing', async () => {
    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(
      seen.complaints.filter((each) => !each.includes('out of memory')),
      [],
    );
    assert.deepEqual(
      seen.requests.filter((url) => !url.startsWith(seen.site.address)),
      [],
    );
  });
});

describe('a plan of real orders', () => {
  const browser = sharedBrowser('chromium');

  const bytes = report({ kind: 'new-orders', variant: 'jp33', orders: 240 });

  async function opened() {
    const seen = await visit(browser, { now: sampleMoment });
    await drop(seen, [{ name: 'orders.txt', bytes }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    return seen;
  }

  it('turns pages of a hundred', async () => {
    const seen = await opened();
    const ids = new Set(bytes.toString('latin1').match(/^\d{3}-\d{7}-\d{7}/gm));
    const refunds = [...ids].slice(0, 205).map((order_id) => ({ order_id, reason: 'defective' }));
    await drop(seen, [planFile(JSON.stringify({ refunds }))]);
    await planned(seen, 205);
    assert.equal((await orders(seen)).length, 100);
    await seen.page.click('#next-plan');
    await seen.page.waitForFunction(() =>
      /101–200/.test(document.querySelector('.plan .range').innerText),
    );
    await seen.page.click('#next-plan');
    await seen.page.waitForFunction(
      () => document.querySelectorAll('.planned tbody tr').length === 5,
    );
    assert.equal(await seen.page.$eval('#next-plan', (button) => button.disabled), true);
    await seen.close();
  });

  it('waits for the reports where it comes first', async () => {
    const seen = await visit(browser, { now: sampleMoment });
    const [order_id] = /^\d{3}-\d{7}-\d{7}/m.exec(bytes.toString('latin1'));
    await drop(seen, [planFile(JSON.stringify({ refunds: [{ order_id, reason: 'defective' }] }))]);
    await seen.page.waitForSelector('.notice');
    assert.match(await seen.text('.notice'), /1 refund in the plan/);
    await drop(seen, [{ name: 'orders.txt', bytes }]);
    await seen.page.waitForSelector('.planned');
    assert.deepEqual(await orders(seen), [order_id]);
    assert.match(await seen.text('.plan-total'), /¥/);
    await seen.close();
  });

  it('stays when all reports are taken off, until they come again', async () => {
    const seen = await opened();
    const [order_id] = /^\d{3}-\d{7}-\d{7}/m.exec(bytes.toString('latin1'));
    await drop(seen, [planFile(JSON.stringify({ refunds: [{ order_id, reason: 'defective' }] }))]);
    await planned(seen, 1);
    await seen.page.click('#clear');
    await seen.page.waitForSelector('#sample');
    assert.match(await seen.text('.notices'), /1 refund in the plan/);
    await loadSample(seen);
    await planned(seen, 0);
    await settled(seen);
    await seen.page.evaluate(() => {
      window.questions = 0;
      new MutationObserver(() => {
        if (document.querySelector('#keep-question')) ++window.questions;
      }).observe(document.body, { childList: true, subtree: true });
    });
    await seen.page.click('#clear');
    await seen.page.waitForSelector('#sample');
    assert.match(await seen.text('.notices'), /1 refund in the plan/, 'the sample has its own');
    const questions = await seen.page.evaluate(() => window.questions);
    assert.equal(questions, 0, 'made-up orders are not to be kept');
    await drop(seen, [{ name: 'orders.txt', bytes }]);
    await seen.page.waitForSelector('.work tbody tr');
    await planned(seen, 1);
    await showPlan(seen);
    assert.deepEqual(await orders(seen), [order_id]);
    assert.match(await seen.text('.plan-total'), /¥/);
    await seen.close();
  });

  it('asks before it is lost, and only then', async () => {
    const seen = await opened();
    const again = async () => {
      await seen.page.reload();
      await seen.page.waitForSelector('#sample');
    };
    await seen.page.click('#view-plan'); // browsers ask only on a page that was touched
    await again();
    assert.deepEqual(seen.asked, [], 'nothing planned');

    await drop(seen, [{ name: 'orders.txt', bytes }]);
    await seen.page.waitForSelector('.work tbody tr');
    await settled(seen);
    await seen.page.evaluate(() => {
      const rows = [...document.querySelectorAll('.work tbody tr')];
      rows.at(-1).querySelector('.open-order').click();
    });
    await seen.page.waitForSelector('#open-refund');
    await seen.page.click('#open-refund');
    await seen.page.waitForSelector('#refund-reason');
    await seen.page.select('#refund-reason', 'defective');
    await tickAll(seen);
    await addRefund(seen);
    await again();
    assert.deepEqual(seen.asked, ['beforeunload'], 'an unsaved plan');
    await seen.close();
  });
});
