// A browser's own characters of CP932, which the core asks for instead of carrying them
// (wasm/cp932_rows.cc), held to the table that the command carries.

import assert from 'node:assert/strict';
import { storedTable } from '../../core/text/write_cp932_table.mjs';

export async function knowsCp932({ page }) {
  const stored = storedTable();
  const leads = stored.match(/0x[0-9A-F]{2}(?=,)/g).map(Number);
  const expected = [...stored.matchAll(/^ {4}u"(.*)"$/gm)].map((row) => row[1]).join('');
  const known = await page.evaluate((leads) => {
    const trails = Array.from({ length: 0xfd - 0x40 }, (_, i) => 0x40 + i).filter(
      (b) => b !== 0x7f,
    );
    const bytes = leads.flatMap((lead) => trails.flatMap((trail) => [lead, trail, 0x0a]));
    const lines = new TextDecoder('shift_jis').decode(Uint8Array.from(bytes)).split('\n');
    return lines
      .slice(0, -1)
      .map((line) => (line.length === 1 ? line : '\uFFFD'))
      .join('');
  }, leads);
  assert.equal(known, expected);
}
