// The table of instructions: what the native command runs for each row, by phase, as
// callgrind counts it. It does not depend on what else the machine does, so it is what
// a busy one can tell.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NOW } from './reports.mjs';
import { printTable } from './table.mjs';

const PHASES = [
  ['reading rows', /parcelwise::ReportReader::feed\(/],
  ['end of file', /parcelwise::ReportReader::finish\(/],
  ['joining', /parcelwise::OrderBook::join\(/],
  ['marketplaces', /parcelwise::Policies::find\(/],
  ['weighing', /parcelwise::OrderBook::weigh\(/],
  ['groups and rules', /parcelwise::Check::run\(/],
  ['all, text written', /PROGRAM TOTALS/],
];

// Inclusive counts by the lines of callgrind_annotate: "1,234 (5.6%)  file:function".
function counted(command, path) {
  const folder = mkdtempSync(join(tmpdir(), 'parcelwise-'));
  const out = join(folder, 'callgrind');
  const run = (name, args) => spawnSync(name, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  try {
    const { status, error } = run('valgrind', [
      '--tool=callgrind',
      `--callgrind-out-file=${out}`,
      command,
      ...['check', '--now', NOW, '--format', 'text', path],
    ]);
    if (error || status === null) return null;
    const told = run('callgrind_annotate', ['--inclusive=yes', '--threshold=100', out]);
    if (told.status !== 0) return null;
    return told.stdout.split('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function instructionsTable({ reports, build }) {
  console.log('Instructions of the native command for each row, by callgrind');
  const columns = [];
  for (const report of reports) {
    const lines = counted(join(build, 'native/core/cli/parcelwise'), report.path);
    if (!lines) {
      console.log('  not counted: valgrind is not installed, or the command did not run.\n');
      return;
    }
    const rows = readFileSync(report.path).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), -1);
    columns.push({
      title: `${report.kind}, ${report.encoding}`,
      of: (pattern) => {
        const line = lines.find((text) => pattern.test(text));
        const count = line && Number(line.trim().split(' ')[0].replaceAll(',', ''));
        return count ? Math.round(count / rows).toLocaleString('en') : 'not seen';
      },
    });
  }
  printTable(
    ['phase', ...columns.map(({ title }) => title)],
    PHASES.map(([name, pattern]) => [name, ...columns.map(({ of }) => of(pattern))]),
  );
}
