// The table of scales: files that no seller has and somebody may drop, each at n, 2n
// and 4n. What grows with the file costs the same a row at each; the answer is checked
// before any time is told.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NOW } from './reports.mjs';
import { megabytes, printTable } from './table.mjs';

const FOLDER = fileURLToPath(new URL('../../build/bench/scales/', import.meta.url));
const NEW =
  'order-id order-item-id purchase-date payments-date buyer-email sku product-name ' +
  'quantity-purchased currency item-price shipping-price recipient-name ship-address-1 ' +
  'ship-state ship-postal-code ship-country sales-channel';
const SETTLEMENT =
  'settlement-id transaction-type order-id marketplace-name amount-type ' +
  'amount-description amount posted-date order-item-code sku currency';

const row = (names, cells) => names.map((name) => cells[name] ?? '').join('\t') + '\n';
const bought = {
  'purchase-date': '2026-11-19T09:00:00+09:00',
  'payments-date': '2026-11-19T09:00:00+09:00',
  'buyer-email': 'one@marketplace.amazon.co.jp',
  'product-name': 'A tea pot',
  'quantity-purchased': '1',
  currency: 'JPY',
  'item-price': '1000',
  'shipping-price': '100',
  'recipient-name': 'Tanaka Hanako',
  'ship-address-1': 'Toyosu 1-2-27',
  'ship-state': 'Tokyo',
  'ship-postal-code': '135-0061',
  'ship-country': 'JP',
  'sales-channel': 'Amazon.co.jp',
};
const number = (i) => String(i).padStart(7, '0');

async function write(name, columns, count, cellsOf) {
  const names = columns.split(' ');
  const path = join(FOLDER, name);
  const out = createWriteStream(path);
  out.write(names.join('\t') + '\n');
  let piece = '';
  for (let i = 0; i < count; ++i) {
    piece += row(names, cellsOf(i));
    if (piece.length < 1 << 20) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
  return path;
}

// Each: its files at a size, and the counts that the check must tell of them.
const SCALES = [
  {
    what: 'orders to one address',
    n: 10_000,
    files: async (n) => [
      await write('address.txt', NEW, n, (i) => ({
        ...bought,
        'order-id': `250-${number(i)}-0000001`,
        'order-item-id': String(10_000_000 + i),
        sku: `SKU-${i % 50}`,
      })),
    ],
    told: (n) => ({ orders: n, items: n }),
  },
  {
    what: 'lines of one order, as many settlement rows',
    n: 10_000,
    files: async (n) => [
      await write('lines.txt', NEW, n, (i) => ({
        ...bought,
        'order-id': '250-0000001-0000001',
        'order-item-id': String(10_000_000 + i),
        sku: `SKU-${i}`,
      })),
      await write('settlement.txt', SETTLEMENT, n, (i) => ({
        'settlement-id': '1',
        'transaction-type': 'Refund',
        'order-id': '250-0000001-0000001',
        'marketplace-name': 'Amazon.co.jp',
        'amount-type': 'ItemPrice',
        'amount-description': 'Principal',
        amount: '-10',
        'posted-date': '2026-11-19',
        'order-item-code': String(10_000_000 + i),
        sku: `SKU-${i}`,
        currency: 'JPY',
      })),
    ],
    told: (n) => ({ orders: 1, items: n }),
  },
  {
    what: 'rows that tell one line again',
    n: 1_000_000,
    files: async (n) => [
      await write('again.txt', NEW, n, () => ({
        ...bought,
        'order-id': '250-0000001-0000001',
        'order-item-id': '10000000',
        sku: 'SKU-1',
      })),
    ],
    told: () => ({ orders: 1, items: 1 }),
  },
  {
    what: 'orders that a listing lacks',
    n: 50_000,
    files: async (n) => [
      await write('month.txt', NEW, n, (i) => ({
        ...bought,
        'purchase-date': '2026-11-01T09:00:00+09:00',
        'payments-date': '2026-11-01T09:00:00+09:00',
        'order-id': `250-${number(i)}-0000001`,
        'order-item-id': String(10_000_000 + i),
        'ship-address-1': `Toyosu 1-${i}`,
        sku: `SKU-${i % 50}`,
      })),
      await write(
        'listing.txt',
        `${NEW.replace(/ (currency|item-price|shipping-price|sales-channel)/g, '')} ` +
          'reporting-date promise-date days-past-promise quantity-shipped quantity-to-ship',
        1,
        () => ({
          ...bought,
          'order-id': '250-0000000-0000001',
          'order-item-id': '10000000',
          'purchase-date': '2026-11-01T09:00:00+09:00',
          'payments-date': '2026-11-01T09:00:00+09:00',
          'ship-address-1': 'Toyosu 1-0',
          'reporting-date': '2026-11-19T09:30:00+09:00',
          'promise-date': '2026-11-20T23:59:59+09:00',
          'days-past-promise': '-1',
          'quantity-shipped': '0',
          'quantity-to-ship': '1',
          sku: 'SKU-0',
        }),
      ),
    ],
    told: (n) => ({ orders: n, items: n }),
  },
];

export async function scalesTable({ build, measure }) {
  mkdirSync(FOLDER, { recursive: true });
  const command = join(build, 'native/core/cli/parcelwise');
  const rows = [];
  for (const { what, n, files, told } of SCALES) {
    for (const size of [n, 2 * n, 4 * n]) {
      const paths = await files(size);
      const check = [command, 'check', '--now', NOW, '--format', 'json', ...paths];
      const { stdout, status, stderr } = spawnSync(check[0], check.slice(1), {
        encoding: 'utf8',
        maxBuffer: 2 ** 31 - 1,
      });
      const { orders, items } = status === 0 ? JSON.parse(stdout) : {};
      const wanted = told(size);
      const count = size.toLocaleString('en');
      if (orders !== wanted.orders || items !== wanted.items) {
        rows.push([what, count, `${orders} orders, ${items} lines: no time`, stderr.slice(0, 60)]);
        continue;
      }
      const { ms, bytes } = measure(check);
      rows.push([
        what,
        count,
        `${ms.toFixed(0)} ms`,
        `${((1e6 * ms) / size).toFixed(0)} ns`,
        megabytes(bytes),
      ]);
    }
  }
  console.log('Files of a size that no seller has, by the native command');
  printTable(['of', 'how many', 'check', 'each', 'memory'], rows);
  console.log('  Target: as much each at n, 2n and 4n.\n');
}
