// The generated reports that the benchmark runs on, kept below build/bench/ under
// names that carry a digest of the generator: another generator, another report.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columnsOf } from '../samples/columns.mjs';
import { generate } from '../samples/generate.mjs';

const BUILD = fileURLToPath(new URL('../../build/bench/', import.meta.url));
export const NOW = '2026-11-20T09:00:00+09:00';

const GENERATOR = new URL('../samples/', import.meta.url);
const digest = createHash('sha256');
for (const name of readdirSync(GENERATOR).sort()) {
  if (name.endsWith('.mjs')) digest.update(readFileSync(new URL(name, GENERATOR)));
}
const generator = digest.digest('hex').slice(0, 8);

// {path, bytes, kind, encoding, columns, title}
export function report({ kind, variant, orders, encoding, seed = 1 }) {
  mkdirSync(BUILD, { recursive: true });
  const path = `${BUILD}${kind}-${variant}-${orders}-${encoding}-${generator}${seed === 1 ? '' : `-${seed}`}.txt`;
  if (!existsSync(path)) {
    const file = openSync(`${path}.part`, 'w');
    generate({
      kind,
      variant,
      orders,
      encoding,
      seed,
      now: Date.parse(NOW),
      sink: (bytes) => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      },
    });
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  const bytes = statSync(path).size;
  return {
    path,
    bytes,
    kind,
    encoding,
    columns: columnsOf(kind, variant).columns,
    title: `${kind} ${variant}, ${orders.toLocaleString('en')} orders, ${Math.round(bytes / 1e6)} MB, ${encoding}, generator ${generator}`,
  };
}
