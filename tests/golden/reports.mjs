// The golden checks: which report files stand together, and the JSON that
// `parcelwise check` must print for them, byte for byte.
import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const root = new URL('../../', import.meta.url);
export const NOW = '2026-11-20T09:00:00+09:00';
// PARCELWISE_BUILD=dev runs the quick build's command.
export const COMMAND = new URL(
  `build/${process.env.PARCELWISE_BUILD ?? 'native'}/core/cli/parcelwise`,
  root,
).pathname;

const PAIRS = {
  conflict: ['conflict-a.txt', 'conflict-b.txt'],
  'duplicate-rows': ['duplicate-rows-a.txt', 'duplicate-rows-b.txt'],
};

const path = (folder, file) => new URL(`${folder}/${file}`, root).pathname;

// [{ name, files }]: one check for each golden report, pairs and samples together.
export function goldenChecks() {
  const paired = new Set(Object.values(PAIRS).flat());
  const reports = readdirSync(new URL('tests/golden/', root)).filter((file) =>
    /\.(txt|csv)$/.test(file),
  );
  const alone = reports
    .filter((file) => !paired.has(file))
    .map((file) => ({ name: file.replace(/\.\w+$/, ''), files: [path('tests/golden', file)] }));
  const pairs = Object.entries(PAIRS).map(([name, files]) => ({
    name,
    files: files.map((file) => path('tests/golden', file)),
  }));
  const samples = {
    name: 'samples',
    files: ['sample-unshipped.txt', 'sample-new-orders.txt'].map((file) =>
      path('data/samples', file),
    ),
  };
  const refunds = {
    name: 'sample-refunds',
    files: ['sample-all-orders.txt', 'sample-returns.txt', 'sample-settlement.txt'].map((file) =>
      path('data/samples', file),
    ),
  };
  // The orders of these returns, with their prices: refunds are worked out.
  const returned = {
    name: 'returns-with-prices',
    files: [
      path('tests/golden', 'returns-jp-cp932.txt'),
      path('data/samples', 'sample-new-orders.txt'),
    ],
  };
  return [...alone, ...pairs, samples, refunds, returned].sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}

export const expectedPath = ({ name }) => path('tests/golden', `${name}.json`);
export const expected = (check) => readFileSync(expectedPath(check), 'utf8');

export function nativeJson(files) {
  return execFileSync(COMMAND, ['check', '--now', NOW, '--format', 'json', ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1 << 26,
  });
}

// All orders of a list of up to four.
export function ordersOf(list) {
  if (list.length < 2) return [list];
  return list.flatMap((first, index) =>
    ordersOf(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
