// Every passage of the FAQ, S1 to S34, is served by a rule, a case or a view, and
// shown on the sample reports: docs/faq.md, row by row.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';

import { faqRows, GOLDEN, shownBy } from './faq_rows.mjs';

const rows = faqRows();
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8'));

test('no passage is without a row, and no row without a golden output', () => {
  const numbers = Array.from({ length: 34 }, (_, i) => `S${i + 1}`);
  numbers.splice(9, 0, 'S9a', 'S9b');
  assert.deepEqual(
    rows.map(({ passage }) => passage),
    numbers,
  );
  assert.deepEqual(Object.keys(golden), numbers);
});

test('what serves a passage is there', () => {
  for (const { passage, served } of rows) {
    const named = [...served.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    for (const name of named) {
      const source = name.replaceAll('-', '_');
      const homes = ['rules', 'orders', 'answer', 'refund', 'json', 'cli'].map(
        (room) => `core/${room}/${source}`,
      );
      const known =
        homes.some((path) => existsSync(new URL(`../../${path}.cc`, import.meta.url))) ||
        ['not-here', 'combine', 'refund'].includes(name);
      assert.ok(known, `${passage}: ${name}`);
    }
    assert.ok(named.length > 0 || /view|find/.test(served), `${passage}: ${served}`);
  }
});

for (const { passage, command } of rows) {
  test(`${passage}: ${command.join(' ')}`, () => {
    const shown = shownBy(command);
    assert.deepEqual(shown, golden[passage]);
    if (Array.isArray(shown)) assert.ok(shown.length > 0, 'the rule finds nothing in the samples');
    else assert.notEqual(shown.verdict, '');
  });
}

test('an answer names its passages', () => {
  const cases = rows.filter(({ command: [name] }) => name === 'answer');
  for (const { passage, command } of cases) {
    // What all cases share stands under the case that was asked for.
    if (/^S(3|4|6|8)$/.test(passage)) continue;
    assert.ok(shownBy(command).source.includes(passage), `${passage}: ${command[1]}`);
  }
});
