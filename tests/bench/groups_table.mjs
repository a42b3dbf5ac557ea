// The table of shared parcels: how long the orders of a report take to be grouped,
// against the whole check that the grouping is a part of, and how it grows. The
// native command's count of the same orders comes first.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { NOW } from './reports.mjs';
import { median, printTable } from './table.mjs';

function told(command) {
  const { stdout, status, stderr } = spawnSync(command[0], command.slice(1), {
    encoding: 'utf8',
    maxBuffer: 2 ** 31 - 1,
  });
  if (status !== 0) throw new Error(`${command.slice(0, 2).join(' ')}: ${stderr.slice(0, 200)}`);
  return JSON.parse(stdout);
}

export function groupsTable({ reports, build, runs }) {
  const command = join(build, 'native/core/cli/parcelwise');
  const program = join(build, 'wasm/tests/parcelwise_group_times.js');
  console.log("Orders that may share a parcel, in WebAssembly (Node's V8)");
  const rows = reports.map((report) => {
    const counts = told([command, 'check', '--format', 'json', '--now', NOW, report.path]).summary;
    const expected = Object.values(counts.combine ?? {}).reduce((sum, n) => sum + n, 0);
    const {
      orders,
      grouped,
      whole_ms: whole,
      group_ms: grouping,
    } = told([process.execPath, program, report.path, NOW, String(runs)]);
    if (grouped !== expected) return [orders, `${grouped}, not ${expected}: no time`, '', '', ''];
    const [all, part] = [median(whole), median(grouping)];
    return [
      orders.toLocaleString('en'),
      grouped.toLocaleString('en'),
      `${all.toFixed(0)} ms`,
      `${part.toFixed(0)} ms`,
      `${((100 * part) / all).toFixed(1)} %`,
      `${((1e6 * part) / orders).toFixed(0)} ns`,
    ];
  });
  printTable(['orders', 'may share', 'whole check', 'grouping', 'of the check', 'an order'], rows);
  console.log('  Target: a quarter of the check, and as much an order however many there are.\n');
}
