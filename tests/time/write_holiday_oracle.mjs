// Writes holidays_1980_2050.txt, Japan's holidays as @holiday-jp/holiday_jp
// knows them, one ISO date a line. holidays_test.cc reads it; and
// holiday_oracle.test.mjs holds it to the package.
//   node tests/time/write_holiday_oracle.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import holidayJp from '@holiday-jp/holiday_jp';

export const ORACLE_FILE = new URL('holidays_1980_2050.txt', import.meta.url);

export function holidayOracle() {
  const dates = Object.keys(holidayJp.holidays)
    .filter((date) => date >= '1980-01-01' && date <= '2050-12-31')
    .sort();
  return dates.join('\n') + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(ORACLE_FILE, holidayOracle());
}
