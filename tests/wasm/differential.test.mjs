// The native command and the module say the same of reports that nobody would write, byte
// for byte, or refuse them with the same words. PARCELWISE_REPORTS=5000 takes more of them.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { ownFolder } from '../cli/command.mjs';
import { COMMAND, NOW } from '../golden/reports.mjs';
import { mutatedReport } from './mutated_reports.mjs';
import { openModule } from './open_module.mjs';

const count = Number(process.env.PARCELWISE_REPORTS ?? 300);
const { folder } = ownFolder();
const parcelwise = await openModule();

function native(bytes) {
  const file = join(folder, 'report.txt');
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = spawnSync(
    COMMAND,
    ['check', '--now', NOW, '--format', 'json', file],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  assert.ok(status !== null && status < 128, `it ended by a signal: ${stderr}`);
  return stdout === '' ? { refused: stderr } : { said: stdout };
}

function byModule(bytes, chunk) {
  parcelwise.ok('removeAll');
  try {
    parcelwise.load('report.txt', bytes, chunk);
  } catch (cause) {
    return { refused: JSON.parse(cause.message.replace(/^\w+: (?=\{)/, '')).message };
  }
  parcelwise.ok('check', NOW, '{}');
  return { said: parcelwise.text('findings') };
}

test(`${count} mutated reports`, () => {
  let refusals = 0;
  for (let number = 0; number < count; ++number) {
    const bytes = mutatedReport(number);
    const one = native(bytes);
    const other = byModule(bytes, 1 + ((number * 7919) % 4096));
    if (other.refused !== undefined) {
      ++refusals;
      assert.ok(one.refused?.includes(other.refused), `${number}: ${one.refused ?? 'taken'}`);
      continue;
    }
    assert.equal(other.said, one.said, `report ${number}`);
    for (const report of JSON.parse(one.said).reports) {
      const { items, continuations, repeated_headers, blank, duplicates, rejected } = report;
      const sum = items + continuations + repeated_headers + blank + duplicates + rejected;
      assert.equal(report.rows, sum, `report ${number}: each row is accounted for`);
    }
  }
  assert.ok(refusals > 0 && refusals < count / 2, `${refusals} of ${count} were refused`);
});
