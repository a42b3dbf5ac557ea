// Writes the golden JSON anew from the native command. Read the difference
// before checking it in: golden means right, not merely what came out.
import { writeFileSync } from 'node:fs';

import { expectedPath, goldenChecks, nativeJson } from './reports.mjs';

for (const check of goldenChecks()) {
  writeFileSync(expectedPath(check), nativeJson(check.files));
}
