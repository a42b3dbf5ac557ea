// Tests that tests/text/unicode_folds.txt still is what Unicode's data says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { FOLDS_FILE, unicodeFolds } from './write_unicode_folds.mjs';

test('the checked-in folds equal unicode-data', () => {
  assert.equal(readFileSync(FOLDS_FILE, 'utf8'), unicodeFolds());
});
