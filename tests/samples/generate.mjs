// Writes a made-up order report of any size.
//   node tests/samples/generate.mjs --kind unshipped-orders --variant jp34 --encoding cp932
//     --orders 200000 --seed 1 --now 2026-11-20T09:00:00+09:00 --out FILE
//     [--delimiter tab|comma] [--line-end lf|crlf|cr] [--damage RATE|one-of-each]
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Chance } from './chance.mjs';
import { columnsOf } from './columns.mjs';
import { DAMAGE, DAMAGE_KINDS } from './damage.mjs';
import { ordersFor } from './order_source.mjs';
import { ReportWriter } from './report.mjs';

// Rows with dirt among them: a rate, or each kind once, evenly spread.
function* damaged(rows, { damage, columns, seed, orders }) {
  const chance = new Chance(seed + 4711);
  const each = damage === 'one-of-each';
  const gap = Math.max(1, Math.floor(orders / DAMAGE_KINDS.length));
  let left = [...DAMAGE_KINDS];
  let count = 0;
  for (const fields of rows) {
    count++;
    let kind;
    if (each) kind = left.length > 0 && count % gap === 0 ? left.shift() : undefined;
    else if (chance.happens(damage)) kind = chance.pick(DAMAGE_KINDS);
    yield* (kind && DAMAGE[kind](columns, fields)) || [fields];
  }
}

// Feeds `sink` with the report's bytes, piece by piece.
export function generate({
  kind,
  variant,
  encoding,
  delimiter,
  lineEnd,
  orders,
  seed,
  now,
  damage = 0,
  sink,
}) {
  const { market, columns } = columnsOf(kind, variant);
  const writer = new ReportWriter({ columns, encoding, delimiter, lineEnd, now, sink });
  function* rows() {
    for (const order of ordersFor(kind, { seed, now, market, count: orders }))
      yield* writer.rowsOf(order);
  }
  const all = damage ? damaged(rows(), { damage, columns, seed, orders }) : rows();
  for (const row of all) writer.row(row);
  writer.close();
}

function main() {
  const text = { type: 'string' };
  const { values } = parseArgs({
    options: {
      kind: { ...text, default: 'unshipped-orders' },
      variant: { ...text, default: 'jp34' },
      encoding: { ...text, default: 'utf-8' },
      delimiter: { ...text, default: 'tab' },
      'line-end': { ...text, default: 'lf' },
      orders: { ...text, default: '30' },
      seed: { ...text, default: '1' },
      now: { ...text, default: '2026-11-20T09:00:00+09:00' },
      damage: text,
      out: text,
    },
  });
  if (!values.out) throw new Error('--out FILE is needed');
  mkdirSync(dirname(values.out), { recursive: true });
  const file = openSync(values.out, 'w');
  generate({
    kind: values.kind,
    variant: values.variant,
    encoding: values.encoding,
    delimiter: values.delimiter,
    lineEnd: values['line-end'],
    orders: Number(values.orders),
    seed: Number(values.seed),
    now: Date.parse(values.now),
    damage: values.damage === 'one-of-each' ? values.damage : Number(values.damage ?? 0),
    sink: (bytes) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    },
  });
  closeSync(file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main();
  } catch (error) {
    console.error(`generate: ${error.message}`);
    process.exitCode = 2;
  }
}
