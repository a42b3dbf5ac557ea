// Tests that tests/time/holidays_1980_2050.txt still is the package's data.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ORACLE_FILE, holidayOracle } from './write_holiday_oracle.mjs';

test('the checked-in holidays equal @holiday-jp/holiday_jp', () => {
  assert.equal(readFileSync(ORACLE_FILE, 'utf8'), holidayOracle());
});

test('the package covers the years that the file names', () => {
  const dates = holidayOracle().trim().split('\n');
  assert.equal(dates[0], '1980-01-01');
  assert.equal(dates.at(-1).slice(0, 4), '2050');
  assert.equal(new Set(dates.map((date) => date.slice(0, 4))).size, 71);
});
