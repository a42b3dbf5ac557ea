// The table of refunds: a plan of many, and one change in the sheet. The total is
// added up here from the report's own cells first.
import { readFileSync } from 'node:fs';
import { NOW } from './reports.mjs';
import { median, printTable } from './table.mjs';

const FRAME = 1000 / 60;

// {order: what was paid for it} of a new-orders report, in yen; orders that no
// refund is for (cancelled, Amazon's) are not among those of the generator.
function paidOf(report) {
  const [head, ...rows] = readFileSync(report.path)
    .toString(report.encoding === 'utf-8' ? 'utf8' : 'latin1')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t'));
  const at = (name) => head.indexOf(name);
  const paid = new Map();
  for (const cells of rows) {
    const amount = (name) => Math.abs(Number(cells[at(name)] || 0));
    const order = cells[at('order-id')];
    const line =
      amount('item-price') +
      amount('shipping-price') +
      amount('gift-wrap-price') -
      amount('item-promotion-discount') -
      amount('ship-promotion-discount');
    paid.set(order, (paid.get(order) ?? 0) + line);
  }
  return paid;
}

export async function refundTable({ browser, origin, report, refunds, runs }) {
  const paid = [...paidOf(report)].filter(([, sum]) => sum > 0).slice(0, refunds);
  const orders = paid.map(([order]) => order);
  const total = paid.reduce((sum, [, each]) => sum + each, 0);
  const page = await browser.newPage();
  await page.goto(`${origin}/bench/index.html`);
  await page.evaluate(() => window.prepare('refunds'));
  await (await page.$('#file')).uploadFile(report.path);
  const once = () => page.evaluate((given) => window.runOnce(given), { now: NOW, orders });
  const parts = [];
  let { answers } = await once();
  for (let i = 0; i < runs; ++i) {
    const run = await once();
    answers = run.answers;
    parts.push(run.parts);
  }
  await page.close();
  console.log(`A plan of refunds in the worker: ${report.title}`);
  printTable(
    ['answers', 'Parcelwise', "the report's cells"],
    [
      ['refunds made', answers.refunds - answers.failed, orders.length],
      ['total, JPY', answers.total, total],
    ],
  );
  if (answers.total !== total || answers.failed > 0 || answers.refunds !== orders.length) {
    console.log('  The answers differ: no time.\n');
    return;
  }
  const times = (part) => parts.map((each) => each[part]);
  const ms = (number) => `${number.toFixed(1)} ms`;
  const row = (what, part, target) => [
    what,
    ms(median(times(part))),
    ms(Math.max(...times(part))),
    ms(target),
  ];
  printTable(
    ['', 'median', 'slowest', 'target'],
    [
      row(`a plan of ${orders.length.toLocaleString('en')} refunds`, 'plan', 100),
      row('a change in the sheet, the slowest of 200', 'change', FRAME),
    ],
  );
}
