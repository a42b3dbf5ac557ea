// Writes tests/cli/golden/faq.json anew: node tests/cli/write_faq.mjs, and read what
// changed.
import { mkdirSync, writeFileSync } from 'node:fs';

import { faqRows, GOLDEN, shownBy } from './faq_rows.mjs';

const shown = faqRows().map(({ passage, command }) => [passage, shownBy(command)]);
mkdirSync(new URL('./', GOLDEN), { recursive: true });
writeFileSync(GOLDEN, `${JSON.stringify(Object.fromEntries(shown), null, 1)}\n`);
