// The small reports that are checked in: the page's samples, and the golden
// reports, one for each column variant, encoding and kind of dirt. `samples()`
// and `goldenReports()` map a file's name to its bytes.
import { columnsOf } from './columns.mjs';
import { DAMAGE } from './damage.mjs';
import { generate } from './generate.mjs';
import { ordersFor } from './order_source.mjs';
import { refundReports } from './golden_refunds.mjs';
import { bytesOf as bytesAt, writeAll } from './report_bytes.mjs';
import { filesOf } from './sample_abroad.mjs';
import { AMERICA } from './sample_america.mjs';
import { EUROPE } from './sample_europe.mjs';
import { SAMPLE_NEXT_DAY, SAMPLE_NOW, nextDayOrders, sampleOrders } from './sample_orders.mjs';
import { sampleReturns, sampleSettlement } from './sample_refunds.mjs';

const bytesOf = (form, fill) => bytesAt({ now: SAMPLE_NOW, ...form }, fill);

const UNSHIPPED = { kind: 'unshipped-orders', variant: 'jp34' };
const NEW = { kind: 'new-orders', variant: 'jp33' };

function someOrders({ kind, variant }, count, seed = 7) {
  return [
    ...ordersFor(kind, { seed, now: SAMPLE_NOW, market: columnsOf(kind, variant).market, count }),
  ];
}

export function samples() {
  const { open, left, others } = sampleOrders();
  // The all-orders report tells a partly confirmed order by its status.
  const told = () =>
    sampleOrders().open.map((order) => ({
      ...order,
      status: order.lines.some((line) => line.shipped > 0) ? 'PartiallyShipped' : order.status,
      cash: undefined,
    }));
  const pending = others.filter((order) => order.status === 'Pending');
  return {
    'sample-unshipped.txt': bytesOf(UNSHIPPED, writeAll(open)),
    'sample-next-day-unshipped.txt': bytesOf(
      { ...UNSHIPPED, now: SAMPLE_NEXT_DAY },
      writeAll(nextDayOrders()),
    ),
    'sample-new-orders.txt': bytesOf(
      { kind: 'new-orders', variant: 'jp-rich' },
      writeAll([...open, ...left]),
    ),
    'sample-all-orders.txt': bytesOf(
      { kind: 'all-orders', variant: 'jp' },
      writeAll([...told(), ...others]),
    ),
    'sample-pending.txt': bytesOf({ kind: 'pending-orders', variant: 'jp7' }, writeAll(pending)),
    'sample-returns.txt': sampleReturns(),
    'sample-settlement.txt': sampleSettlement(),
    ...filesOf(EUROPE),
    ...filesOf(AMERICA),
  };
}

// name -> form; ten orders each.
const VARIANTS = {
  'jp31-cp932.txt': { kind: 'unshipped-orders', variant: 'jp31', encoding: 'cp932' },
  'jp32-cp932-crlf.txt': {
    kind: 'unshipped-orders',
    variant: 'jp32',
    encoding: 'cp932',
    lineEnd: 'crlf',
  },
  'jp33-new-orders-utf8.txt': { ...NEW },
  'jp33-new-orders-cp932.txt': { ...NEW, encoding: 'cp932' },
  'jp34-utf8-bom.txt': { ...UNSHIPPED, encoding: 'utf-8-bom' },
  'jp-picker-new-orders.txt': { kind: 'new-orders', variant: 'jp-picker' },
  'jp-rich-new-orders-cp932.txt': { kind: 'new-orders', variant: 'jp-rich', encoding: 'cp932' },
  'jp-us-sales.txt': { kind: 'unshipped-orders', variant: 'jp-us-sales', lineEnd: 'crlf' },
  'eu34-new-orders-windows-1252.txt': {
    kind: 'new-orders',
    variant: 'eu34',
    encoding: 'windows-1252',
    lineEnd: 'crlf',
  },
  'eu34-new-orders-utf8.txt': { kind: 'new-orders', variant: 'eu34' },
  'eu-invoicing-new-orders.txt': { kind: 'new-orders', variant: 'eu-invoicing' },
  'us41-unshipped.txt': { kind: 'unshipped-orders', variant: 'us41', lineEnd: 'crlf' },
  'us-maximal.txt': { kind: 'unshipped-orders', variant: 'us-maximal', lineEnd: 'crlf' },
  'us-classic-new-orders.txt': { kind: 'new-orders', variant: 'us-classic', lineEnd: 'crlf' },
  'br.txt': { kind: 'unshipped-orders', variant: 'br', encoding: 'windows-1252' },
  'in66-new-orders.txt': { kind: 'new-orders', variant: 'in66', orders: 20 },
  'all-orders-28.txt': { kind: 'all-orders', variant: 'base28', orders: 15 },
  'all-orders-28-cp932.txt': {
    kind: 'all-orders',
    variant: 'base28',
    encoding: 'cp932',
    orders: 15,
  },
  'all-orders-eu.txt': { kind: 'all-orders', variant: 'eu', orders: 15 },
  'all-orders-us.txt': { kind: 'all-orders', variant: 'us', orders: 15 },
  'pending-jp.txt': { kind: 'pending-orders', variant: 'jp7' },
  'comma-quoted.csv': { ...UNSHIPPED, encoding: 'utf-8-bom', delimiter: 'comma', lineEnd: 'crlf' },
  'cr-only.txt': { ...UNSHIPPED, lineEnd: 'cr' },
  'utf16le.txt': { ...UNSHIPPED, encoding: 'utf-16le', lineEnd: 'crlf' },
};

// One clean row of every order, then the same damage at set places.
function damagedReport(form, kinds) {
  return bytesOf(form, (writer) => {
    const rows = someOrders(form, kinds.length * 2).flatMap((order) =>
      writer.rowsOf(order).slice(0, 1),
    );
    rows.forEach((fields, index) => {
      const kind = index % 2 === 1 ? kinds[(index - 1) / 2] : undefined;
      const instead = (kind && DAMAGE[kind](writer.columns, fields)) || [fields];
      instead.forEach((row) => writer.row(row));
    });
  });
}

// Ship-by instants of docs/rules.md 1.3: W1, three of W2, W3.
const DEADLINES = [
  '2026-11-20T14:59:59Z',
  '2026-04-28T14:59:59Z',
  '2026-09-17T14:59:59Z',
  '2026-12-25T14:59:59Z',
  '2026-11-20T15:30:00Z',
];

function deadlines() {
  const orders = someOrders(UNSHIPPED, 200).filter(
    (order) =>
      order.state === 'plain' && order.lines.length === 1 && !order.window && !order.replacement,
  );
  return bytesOf(UNSHIPPED, (writer) =>
    DEADLINES.forEach((text, index) => {
      const promise = Date.parse(text);
      const purchase = promise - 3 * 86_400_000 - 3_600_000;
      writer.order({
        ...orders[index],
        promise,
        purchase,
        payment: purchase,
        vergeLate: false,
        vergeCancel: false,
      });
    }),
  );
}

// Promotions' rows of their own, one line of its order before and behind.
function continuations() {
  const form = { kind: 'new-orders', variant: 'jp-rich' };
  const orders = someOrders(form, 400)
    .filter((order) => order.lines.some((line) => line.secondPromotion > 0))
    .slice(0, 4);
  return bytesOf(form, writeAll(orders));
}

// The same order told twice: b has another address, another quantity and a later ship-by.
function conflict() {
  const rich = { kind: 'unshipped-orders', variant: 'jp31' };
  const [first, second, third] = someOrders(rich, 40).filter(
    (order) => order.state === 'plain' && order.lines.length === 1,
  );
  const changed = {
    ...second,
    promise: second.promise + 86_400_000,
    lines: second.lines.map((line) => ({ ...line, purchased: line.purchased + 1 })),
  };
  return {
    'conflict-a.txt': bytesOf(rich, writeAll([first, second])),
    'conflict-b.txt': bytesOf(rich, writeAll([third, changed])),
  };
}

function duplicates() {
  const orders = someOrders(UNSHIPPED, 8);
  const twice = (writer) =>
    orders
      .slice(4)
      .forEach((order) =>
        writer.rowsOf(order).forEach((row) => [row, row].forEach((copy) => writer.row(copy))),
      );
  return {
    'duplicate-rows-a.txt': bytesOf(UNSHIPPED, writeAll(orders.slice(0, 6))),
    'duplicate-rows-b.txt': bytesOf({ ...UNSHIPPED, encoding: 'cp932' }, twice),
  };
}

function promiseBefore(orders) {
  return orders.map((order) => ({ ...order, promise: order.purchase - 86_400_000 }));
}

export function goldenReports() {
  const reports = {};
  for (const [name, { orders = 10, ...form }] of Object.entries(VARIANTS)) {
    const pieces = [];
    generate({ ...form, orders, seed: 7, now: SAMPLE_NOW, sink: (bytes) => pieces.push(bytes) });
    reports[name] = Buffer.concat(pieces);
  }
  return {
    ...reports,
    ...conflict(),
    ...duplicates(),
    ...refundReports(),
    'continuation-rows.txt': continuations(),
    'w1-w3-deadlines.txt': deadlines(),
    'promise-before-purchase.txt': bytesOf(
      UNSHIPPED,
      writeAll(promiseBefore(someOrders(UNSHIPPED, 3))),
    ),
    'header-only.txt': bytesOf(UNSHIPPED, () => {}),
    'damaged-excel.txt': damagedReport({ ...NEW, lineEnd: 'crlf' }, [
      'excel-item-id',
      'excel-date',
      'excel-lost-zeros',
    ]),
    'damaged-rows.txt': damagedReport(UNSHIPPED, [
      'bad-date',
      'bad-quantity',
      'negative-quantity',
      'bad-number',
      'too-many-fields',
      'too-few-fields',
      'blank-line',
      'bad-order-id',
    ]),
    'damaged-bytes-cp932.txt': damagedReport({ ...UNSHIPPED, encoding: 'cp932' }, ['bad-byte']),
    'damaged-bytes-utf8.txt': damagedReport(UNSHIPPED, ['bad-byte']),
    'embedded-newline.txt': damagedReport(UNSHIPPED, ['embedded-newline', 'embedded-newline']),
    'literal-quotes.txt': damagedReport(UNSHIPPED, ['literal-quotes', 'literal-quotes']),
    'repeated-header.txt': damagedReport({ ...UNSHIPPED, lineEnd: 'crlf' }, [
      'repeated-header',
      'repeated-header',
    ]),
    'blank-lines.txt': damagedReport({ ...UNSHIPPED, lineEnd: 'crlf' }, [
      'blank-line',
      'blank-line',
    ]),
  };
}
