// The sample reports that the page offers, as they stand behind the core, which knows their
// columns' names already: each by its name and its columns, a blank line between two, and
// how long it all is. Columns stand together, so that equal cells do.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const abroad = ['unshipped', 'new-orders', 'all-orders', 'returns', 'next-day-unshipped'];
const japan = ['unshipped', 'new-orders', 'pending', 'all-orders', 'returns', 'next-day-unshipped'];
const names = [
  ...japan.map((name) => `sample-${name}`),
  ...['eu', 'us'].flatMap((place) => abroad.map((name) => `sample-${place}-${name}`)),
];

export async function samples(folder) {
  const tables = names.map(async (name) => {
    const text = await readFile(join(folder, `${name}.txt`), 'utf8');
    const rows = text.replace(/\n$/, '').split('\n');
    const cells = rows.map((row) => row.split('\t'));
    const columns = cells[0].map((_, at) => cells.map((row) => row[at] ?? '').join('\t'));
    if (cells.some((row) => row.length !== columns.length))
      throw new Error(`${name}: a row has other columns than its header`);
    return [`${name}.txt`, ...columns].join('\n');
  });
  const text = Buffer.from((await Promise.all(tables)).join('\n\n'));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([text, length]);
}
