// Every kind of pollution that the Pollock benchmark (Vitagliano et al., VLDB 2023) names,
// made of one small report by a generator of its own: each row of each file is accounted
// for, or the file is refused whole with a reason.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { NOW } from '../golden/reports.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from '../cli/command.mjs';

const { file } = ownFolder();

const columns = [
  'order-id', 'order-item-id', 'purchase-date', 'promise-date', 'sku', 'product-name',
  'quantity-purchased', 'quantity-shipped', 'quantity-to-ship', 'recipient-name',
]; // prettier-ignore
const row = (n, product = `Cup ${n}`) => [
  `250-1234567-000000${n}`, `4000000000000${n}`, '2026-11-18T01:00:00+00:00',
  '2026-11-20T14:59:59+00:00', `CUP-${n}`, product, '1', '0', '1', 'Yamada Hanako',
]; // prettier-ignore
const rows = [1, 2, 3, 4].map((n) => row(n));
const table = [columns, ...rows];

const text = (lines, { delimiter = '\t', end = '\n', last = true } = {}) =>
  lines.map((cells) => [cells].flat().join(delimiter)).join(end) + (last ? end : '');
const quoted = (lines, mark = '"') => lines.map((cells) => cells.map((c) => mark + c + mark));
const changed = (at, change) => table.map((cells, i) => (i === at ? change([...cells]) : cells));
const column = (name, becomes) =>
  table.map((cells, i) => (i === 0 ? cells.map((c) => (c === name ? becomes : c)) : cells));

const kinds = {
  'nothing wrong': text(table),
  // the file
  'no bytes at all': '',
  'a row end only': '\n',
  'a header and no rows': text([columns]),
  'rows and no header': text(rows),
  'no end of the last row': text(table, { last: false }),
  'CR LF': text(table, { end: '\r\n' }),
  'CR alone': text(table, { end: '\r' }),
  'two row ends each': text(table, { end: '\n\n' }),
  'row ends of three kinds': `${text([columns], { end: '\r\n' })}${text(rows.slice(0, 2), { end: '\r' })}${text(rows.slice(2))}`,
  'a mark of byte order': `\ufeff${text(table)}`,
  'UTF-16': Buffer.from(`\ufeff${text(table)}`, 'utf16le'),
  // the delimiter
  comma: text(table, { delimiter: ',' }),
  semicolon: text(table, { delimiter: ';' }),
  'a bar': text(table, { delimiter: '|' }),
  'a space': text(table, { delimiter: ' ' }),
  'comma and space': text(table, { delimiter: ', ' }),
  'two tabs': text(table, { delimiter: '\t\t' }),
  // quotes
  'all cells in quotes, by comma': text(quoted(table), { delimiter: ',' }),
  'all cells in quotes, by tab': text(quoted(table)),
  "all cells in single quotes, by comma": text(quoted(table, "'"), { delimiter: ',' }),
  'a quote that never ends, by comma': text(changed(2, (c) => ((c[5] = '"Cup 2'), c)), { delimiter: ',' }),
  'a quote inside, by comma': text(changed(2, (c) => ((c[5] = '"Cup "2" red"'), c)), { delimiter: ',' }),
  'a quote escaped by a backslash, by comma': text(changed(2, (c) => ((c[5] = '"Cup \\"2\\" red"'), c)), { delimiter: ',' }),
  'a delimiter without quotes, by comma': text(changed(2, (c) => ((c[5] = 'Cup, red'), c)), { delimiter: ',' }),
  'a delimiter in quotes, by comma': text(changed(2, (c) => ((c[5] = '"Cup, red"'), c)), { delimiter: ',' }),
  'a row end in quotes, by comma': text(changed(2, (c) => ((c[5] = '"Cup\nred"'), c)), { delimiter: ',' }),
  'a row end without quotes, by tab': text(changed(2, (c) => ((c[5] = 'Cup\nred'), c))),
  // the header
  'a header twice': text([columns, ...table]),
  'a header between the rows': text([...table.slice(0, 3), columns, ...table.slice(3)]),
  'a header of two rows': text([columns, columns.map(() => '(text)'), ...rows]),
  'a column without a name': text(column('product-name', '')),
  'two columns of one name': text(column('product-name', 'sku')),
  'a column of no known name': text(column('product-name', 'unknown-name')),
  'no column of order ids': text(column('order-id', 'order')),
  'names in capitals, with spaces': text([columns.map((c) => c.toUpperCase().replaceAll('-', ' ')), ...rows]),
  'a header a name short': text(changed(0, (c) => c.slice(0, -1))),
  'a header a name over': text(changed(0, (c) => [...c, 'extra'])),
  // around the table
  'a title before it': text([['Orders of November'], ...table]),
  'an empty row before it': text([[''], ...table]),
  'a sum behind it': text([...table, ['Sum', '', '', '', '', '', '4']]),
  'a note behind it': text([...table, ['downloaded on 20 November']]),
  'another table behind it': text([...table, [''], ['sku', 'quantity'], ['CUP-1', '7']]),
  'empty rows behind it': text([...table, [''], [''], ['']]),
  'rows of empty cells behind it': text([...table, columns.map(() => ''), columns.map(() => '')]),
  // rows
  'a cell short': text(changed(2, (c) => c.slice(0, -1))),
  'a cell over': text(changed(2, (c) => [...c, 'extra'])),
  'an empty cell over': text(changed(2, (c) => [...c, ''])),
  'a row of one cell': text(changed(2, (c) => c.slice(0, 1))),
  'a row twice': text([...table, row(2)]),
  'an empty row between': text([...table.slice(0, 3), [''], ...table.slice(3)]),
  'a row of spaces': text([...table.slice(0, 3), ['  '], ...table.slice(3)]),
  'columns in another order': text(table.map((cells) => [...cells].reverse())),
  'spaces around cells': text(table.map((cells, i) => (i === 0 ? cells : cells.map((c) => ` ${c} `)))),
  // cells
  'no order id': text(changed(2, (c) => ((c[0] = ''), c))),
  'a wrong order id': text(changed(2, (c) => ((c[0] = '250-1'), c))),
  'a wrong number': text(changed(2, (c) => ((c[6] = 'one'), c))),
  'a wrong date': text(changed(2, (c) => ((c[3] = '20/11/2026'), c))),
  'null as a text': text(changed(2, (c) => ((c[9] = 'null'), c))),
  'a NUL': text(changed(2, (c) => ((c[5] = 'a\0b'), c))),
  'a byte that is none': Buffer.concat([Buffer.from(text(table.slice(0, 2))), Buffer.from([0xff]), Buffer.from(text(table.slice(2)))]),
}; // prettier-ignore

// What becomes of the rows, or why there are none.
const expected = {
  'nothing wrong': { items: 4 },
  'no bytes at all': /is empty/,
  'a row end only': /is empty/,
  'a header and no rows': {},
  'rows and no header': /is not an order report/,
  'no end of the last row': { items: 4 },
  'CR LF': { items: 4 },
  'CR alone': { items: 4 },
  'two row ends each': { items: 4, blank: 5 },
  'row ends of three kinds': { items: 4 },
  'a mark of byte order': { items: 4 },
  'UTF-16': { items: 4 },
  comma: { items: 4 },
  semicolon: /is not an order report/,
  'a bar': /is not an order report/,
  'a space': /is not an order report/,
  'comma and space': { items: 4 },
  'two tabs': { items: 4 },
  'all cells in quotes, by comma': { items: 4 },
  'all cells in quotes, by tab': { rejected: 4 },
  'all cells in single quotes, by comma': /is not an order report/,
  'a quote that never ends, by comma': { items: 4 },
  'a quote inside, by comma': { items: 4 },
  'a quote escaped by a backslash, by comma': { items: 4 },
  'a delimiter without quotes, by comma': { items: 3, rejected: 1 },
  'a delimiter in quotes, by comma': { items: 4 },
  'a row end in quotes, by comma': { items: 4 },
  'a row end without quotes, by tab': { items: 4 },
  'a header twice': { items: 4, repeated_headers: 1 },
  'a header between the rows': { items: 4, repeated_headers: 1 },
  'a header of two rows': { items: 4, rejected: 1 },
  'a column without a name': { items: 4 },
  'two columns of one name': { items: 4 },
  'a column of no known name': { items: 4 },
  'no column of order ids': /is not an order report/,
  'names in capitals, with spaces': { items: 4 },
  'a header a name short': { rejected: 4 },
  'a header a name over': { items: 4 },
  'a title before it': /is not an order report/,
  'an empty row before it': { items: 4 },
  'a sum behind it': { items: 4, rejected: 1 },
  'a note behind it': { items: 4, rejected: 1 },
  'another table behind it': { items: 4, blank: 1, rejected: 2 },
  'empty rows behind it': { items: 4, blank: 3 },
  'rows of empty cells behind it': { items: 4, blank: 2 },
  'a cell short': { items: 4 },
  'a cell over': { items: 3, rejected: 1 },
  'an empty cell over': { items: 4 },
  'a row of one cell': { items: 3, rejected: 1 },
  'a row twice': { items: 4, duplicates: 1 },
  'an empty row between': { items: 4, blank: 1 },
  'a row of spaces': { items: 4, blank: 1 },
  'columns in another order': { items: 4 },
  'spaces around cells': { items: 4 },
  'no order id': { items: 3, rejected: 1 },
  'a wrong order id': { items: 3, rejected: 1 },
  'a wrong number': { items: 3, rejected: 1 },
  'a wrong date': { items: 3, rejected: 1 },
  'null as a text': { items: 4 },
  'a NUL': { items: 4 },
  'a byte that is none': { items: 3, rejected: 1 },
};

const sorts = ['items', 'continuations', 'repeated_headers', 'blank', 'duplicates', 'rejected'];

describe('pollution', () => {
  test('each kind has its row', () => assert.deepEqual(Object.keys(expected), Object.keys(kinds)));

  for (const [name, bytes] of Object.entries(kinds)) {
    test(name, () => {
      const path = file('polluted.txt', bytes);
      const { status, stdout, stderr } = parcelwise([
        ...['check', '--now', NOW, '--format', 'json', path],
      ]);
      const outcome = expected[name];
      if (outcome instanceof RegExp) {
        assert.equal(status, 1);
        assert.equal(stdout, '');
        assert.match(stderr, outcome);
        assertOneLineEach(stderr);
        return;
      }
      const [report] = JSON.parse(stdout).reports;
      const counts = sorts.filter((sort) => report[sort] > 0).map((sort) => [sort, report[sort]]);
      assert.deepEqual(Object.fromEntries(counts), outcome);
      assert.equal(
        report.rows,
        counts.reduce((sum, [, count]) => sum + count, 0),
      );
    });
  }
});
