// Writes the golden files of tests/handoff/golden anew: node tests/handoff/write_golden.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { COMMAND } from '../golden/reports.mjs';
import { AMAZON_GOLDEN, amazonArguments } from './amazon_golden.mjs';
import { CARRIERS, carrier_arguments } from './golden_carriers.mjs';
import { GOLDEN, arguments_of } from './golden_files.mjs';
import { LAYOUTS, layout_arguments } from './golden_layouts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parcelwise-'));
for (const golden of GOLDEN) execFileSync(COMMAND, arguments_of(golden, golden.path));
for (const carrier of CARRIERS)
  execFileSync(COMMAND, carrier_arguments(carrier, carrier.path, folder));
for (const layout of LAYOUTS) execFileSync(COMMAND, layout_arguments(layout, layout.path, folder));
rmSync(folder, { recursive: true });
for (const golden of AMAZON_GOLDEN) {
  execFileSync(COMMAND, amazonArguments(golden, golden.path), { input: golden.lines });
}
