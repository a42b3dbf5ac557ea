// Tests core/text/write_cp932_table.mjs and the table it wrote.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { storedTable, tableText } from '../../core/text/write_cp932_table.mjs';

test('the checked-in table is what the generator writes', () => {
  assert.equal(storedTable(), tableText());
});

test('the table holds the WHATWG index, 7,724 pairs in rows of 188', () => {
  const rows = [...storedTable().matchAll(/^ {4}u"(.*)"$/gm)].map((m) => m[1]);
  const characters = [...rows.join('')];
  const leads = storedTable().match(/0x[0-9A-F]{2},/g);
  assert.equal(characters.length, leads.length * 188);
  assert.equal(characters.filter((c) => c !== '\uFFFD').length, 7724);
  assert.ok(characters.every((c) => c.charCodeAt(0) > 0x7f && c.length === 1));
});
