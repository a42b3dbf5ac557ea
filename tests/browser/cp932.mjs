// A browser's own characters of CP932, which the core asks for instead of carrying them
// (wasm/cp932_rows.cc), held to the table that the command carries.

import assert from 'node:assert/strict';
import { storedRows, trails } from '../../core/text/write_cp932_table.mjs';

export async function knowsCp932({ page }) {
  const rows = storedRows();
  const bytes = rows.flatMap(({ lead }) => trails.flatMap((trail) => [lead, trail, 0x0a]));
  const known = await page.evaluate((bytes) => {
    const lines = new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)).split('\n');
    return lines
      .slice(0, -1)
      .map((line) => (line.length === 1 ? line : '\uFFFD'))
      .join('');
  }, bytes);
  assert.equal(known, rows.map(({ characters }) => characters).join(''));
}
