// The benchmark, `make bench`. Generates its reports below build/bench/, asks
// Parcelwise and its peers the same questions, compares the answers, then prints
// times and memory as ratios. Nothing is asserted by time.
//   node tests/bench/run.mjs [--orders 200000] [--encoding utf-8|cp932] [--runs 5]
//     [--only parcelwise,udsv,...] [--browser PATH]
//     [--table browser|native|small|refunds|groups|scales|day|memory|instructions]
//     [--build FOLDER]   where the presets native and wasm were built, if not build/
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
if (!existsSync(at('node_modules')))
  // Not `npm ci`: the lock cannot name native packages of other platforms.
  execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: at('.'),
    stdio: 'inherit',
  });

const { browserTable, openBrowser, smallTable } = await import('./browser_table.mjs');
const { dayTable } = await import('./day_table.mjs');
const { groupsTable } = await import('./groups_table.mjs');
const { instructionsTable } = await import('./instructions_table.mjs');
const { memoryTable } = await import('./memory_table.mjs');
const { refundTable } = await import('./refund_table.mjs');
const { measureOnce, nativeTable } = await import('./native_table.mjs');
const { scalesTable } = await import('./scales_table.mjs');
const { busy, machine, packageVersion } = await import('./machine.mjs');
const { report } = await import('./reports.mjs');
const { serve } = await import('./server.mjs');

const text = { type: 'string' };
const { values } = parseArgs({
  options: {
    orders: { ...text, default: '200000' },
    encoding: { ...text, default: 'utf-8' },
    runs: { ...text, default: '5' },
    only: { ...text, default: 'parcelwise,papaparse,udsv,duckdb' },
    table: text,
    build: { ...text, default: at('../../build/') },
    browser: { ...text, default: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell' },
  },
});
const wants = (table) => !values.table || values.table === table;
const { encoding } = values;
const runs = Number(values.runs);
// DuckDB reads other encodings only with an extension from its server.
const duckdbReads = encoding === 'utf-8';
const contenders = values.only.split(',').filter((name) => duckdbReads || name !== 'duckdb');
const versions = {
  papaparse: packageVersion('papaparse'),
  udsv: packageVersion('udsv'),
  duckdb: packageVersion('@duckdb/duckdb-wasm'),
  'duckdb-native': packageVersion('@duckdb/node-api'),
};

console.log(`${machine()}\n`);
if (busy()) console.log(`${busy()}\n`);
console.log(
  duckdbReads
    ? 'The report is UTF-8, which the peers decode fastest; --encoding cp932 asks for the other.\n'
    : `DuckDB is left out: without an extension it reads no ${encoding}.\n`,
);
const unshipped = report({
  kind: 'unshipped-orders',
  variant: 'jp34',
  orders: Number(values.orders),
  encoding,
});
if (wants('browser') || wants('small') || wants('refunds')) {
  const server = await serve({
    '/bench/': at('page/'),
    '/peers/': at('node_modules/'),
    '/build/': values.build,
  });
  const browser = await openBrowser(values.browser);
  console.log(
    `${await browser.version()}, one browser for all; each contender in a page of its own, one warm-up, median of ${runs}.\n`,
  );
  const shared = { browser, origin: server.origin, contenders, versions, runs };
  if (wants('browser')) {
    await browserTable({ ...shared, report: unshipped });
    console.log(
      'An unshipped report has no prices, so no saving to tell; a new-orders report has them.\n',
    );
    await browserTable({
      ...shared,
      report: report({
        kind: 'new-orders',
        variant: 'jp-rich',
        orders: Math.ceil(Number(values.orders) / 8),
        encoding,
      }),
    });
  }
  if (wants('small'))
    await smallTable({
      ...shared,
      runs: 20,
      report: report({ kind: 'unshipped-orders', variant: 'jp34', orders: 333, encoding }),
    });
  if (wants('refunds'))
    await refundTable({
      ...shared,
      refunds: 10_000,
      report: report({ kind: 'new-orders', variant: 'jp-rich', orders: 12_000, encoding }),
    });
  await browser.close();
  server.close();
}
if (wants('groups')) {
  const reports = [8, 4, 2, 1].map((part) =>
    report({
      kind: 'unshipped-orders',
      variant: 'jp34',
      orders: Math.ceil(Number(values.orders) / part),
      encoding,
    }),
  );
  groupsTable({ reports, build: values.build, runs });
}
if (wants('instructions'))
  instructionsTable({
    build: values.build,
    reports: [
      { kind: 'unshipped-orders', variant: 'jp34' },
      { kind: 'new-orders', variant: 'jp-rich' },
    ].map((each) => report({ ...each, orders: Math.ceil(Number(values.orders) / 8), encoding })),
  });
if (wants('day')) await dayTable({ runs });
if (wants('memory')) await memoryTable();
if (wants('scales')) await scalesTable({ build: values.build, measure: measureOnce });
if (wants('native'))
  nativeTable({ report: unshipped, build: values.build, versions, runs, duckdbReads });
