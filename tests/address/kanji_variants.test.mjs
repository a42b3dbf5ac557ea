// Tests core/address/write_kanji_variants.mjs and the table it wrote.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { storedTable, tableText, variantPairs } from '../../core/address/write_kanji_variants.mjs';

const stored = [...storedTable().matchAll(/^ {4}u"(.*)"$/gm)].flatMap(([, pairs]) =>
  pairs.match(/../gu),
);

test('the checked-in table is what the generator writes', () => {
  assert.equal(storedTable(), tableText());
});

test('it is sorted, and one step leads to the end', () => {
  const olds = stored.map(([old]) => old);
  assert.deepEqual(olds, [...new Set(olds)].sort());
  const nows = new Set(stored.map(([, now]) => now));
  assert.deepEqual(
    olds.filter((old) => nows.has(old)),
    [],
  );
});

test('its sources say each pair', () => {
  const { unsaid, foreign } = variantPairs();
  assert.deepEqual({ unsaid, foreign }, { unsaid: [], foreign: [] });
});

test('families that are two names stay apart', () => {
  const now = Object.fromEntries(stored.map(([old, ...rest]) => [old, rest.join('')]));
  assert.equal(now['齋'], '斎');
  assert.equal(now['齊'], '斉');
  for (const kanji of '斎斉埼崎阪坂塩釜') assert.equal(now[kanji], undefined, kanji);
});
