// A file above 16 MiB is read by several threads; through a pipe the same bytes
// are read by one. Both print the same.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { ownFolder, parcelwise } from './command.mjs';

const HEADER =
  'order-id\torder-item-id\tpurchase-date\tpayments-date\tpromise-date\tbuyer-email\tsku\t' +
  'product-name\tquantity-purchased\tquantity-shipped\tquantity-to-ship\trecipient-name\t' +
  'ship-address-1\tship-city\tship-postal-code\tship-country';

// Long names make a large file of few orders.
function large() {
  const rows = [HEADER];
  for (let i = 0; i < 9000; i += 1) {
    const id = `250-1234567-${1000000 + i - (i % 3 === 1 ? 1 : 0)}`;
    const name = `Tea pot ${i % 40} ${'急須'.repeat(330)}`;
    const quantity = i % 500 === 499 ? 'many' : '1';
    rows.push(
      `${id}\t${10000000000001 + i}\t2026-11-17T01:00:00+00:00\t2026-11-17T01:00:00+00:00\t` +
        `2026-11-20T14:59:59+00:00\tb${i}@marketplace.amazon.co.jp\tSKU-${i % 40}\t${name}\t` +
        `${quantity}\t0\t\t清水\t青葉原${i}\t八千代市${i % 90}\t276-0000\tJP`,
    );
  }
  return `${rows.join('\n')}\n`;
}

test('a large file is told of as if one thread had read it', () => {
  const { folder, file } = ownFolder();
  const text = large();
  assert.ok(Buffer.byteLength(text) > 16 << 20);
  const path = file('orders.txt', text);
  mkdirSync(join(folder, 'piped'));
  const pipe = join(folder, 'piped', 'orders.txt');
  assert.equal(spawnSync('mkfifo', [pipe]).status, 0);

  const check = (orders) =>
    parcelwise(['check', '--now', '2026-11-20T09:00:00+09:00', '--format', 'json', orders], {
      maxBuffer: 1 << 28,
    });
  const sliced = check(path);
  spawn('sh', ['-c', 'cat "$0" > "$1"', path, pipe], { stdio: 'ignore' });
  const piped = check(pipe);
  assert.equal(sliced.status, piped.status);
  assert.equal(sliced.stderr, piped.stderr);
  assert.ok(sliced.stdout === piped.stdout, 'the same bytes');
  assert.equal(JSON.parse(sliced.stdout).reports[0].rows, 9000);
});
