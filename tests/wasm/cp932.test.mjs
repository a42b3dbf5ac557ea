// The module has CP932's characters from its host's decoder; all others have the table that
// is compiled in. Both must be the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { storedRows, trails } from '../../core/text/write_cp932_table.mjs';
import { openModule } from './open_module.mjs';

// All that a lead byte opens.
const rows = storedRows().map(({ lead, characters }, row) => {
  const pairs = trails
    .map((trail, at) => ({ bytes: [lead, trail], character: characters[at] }))
    .filter(({ character }) => character !== '\uFFFD');
  return {
    order: `250-1234567-${1000000 + row}`,
    bytes: pairs.flatMap(({ bytes }) => bytes),
    text: pairs.map(({ character }) => character).join(''),
  };
});

test('each of 7,724 pairs of bytes is read as the table has it', async () => {
  assert.equal(
    rows.reduce((sum, { text }) => sum + text.length, 0),
    7724,
  );
  const { ok, load } = await openModule();
  const report = [
    Buffer.from('order-id\torder-item-id\tpurchase-date\tsku\tproduct-name\tquantity-purchased\n'),
    ...rows.flatMap(({ order, bytes }, row) => [
      Buffer.from(`${order}\t${row + 1}\t2026-11-19T01:00:00+00:00\tA\t`),
      Buffer.from([0x61, ...bytes, 0x62]),
      Buffer.from('\t1\n'),
    ]),
  ];
  const { items } = load('orders.txt', Buffer.concat(report), 1 << 18, 'cp932');
  assert.equal(items, rows.length);
  ok('check', '2026-11-20T09:00:00+09:00', '{}');
  for (const { order, text } of rows)
    assert.equal(ok('order', order).lines[0].product, `a${text}b`, order);
});
