// Files that leave carry day and number of orders in their names, so that they are told
// apart in the folder: "yamato-b2_2026-11-29_9.csv".

import type { Written } from '../worker/protocol';

const anId = /\d{3}-\d{7}-\d{7}/g;

export function dated(written: Written, now: string): Written {
  const { event, rows, files } = written;
  const all = event?.orders?.length ?? rows;
  const each = files.length > 1 ? files.map(({ bytes }) => ordersIn(bytes)) : [all];
  // Where a row names not all of its orders, no count is better than a wrong one.
  const known = each.reduce((sum, count) => sum + count, 0) === all;
  return {
    ...written,
    files: files.map(({ name, bytes }, i) => {
      const dot = name.lastIndexOf('.');
      const count = known ? `_${each[i]}` : '';
      return { name: `${name.slice(0, dot)}_${now.slice(0, 10)}${count}${name.slice(dot)}`, bytes };
    }),
  };
}

function ordersIn(bytes: ArrayBuffer): number {
  return new Set(new TextDecoder().decode(bytes).match(anId)).size; // ids are ASCII in any encoding
}
