// Files that leave carry day and number of orders in their names, so that they are told
// apart in the folder: "yamato-b2_2026-11-29_9.csv".

import type { Written } from '../worker/protocol';

export function dated(written: Written, now: string): Written {
  const count = written.event?.orders?.length ?? written.rows;
  const files = written.files.map(({ name, bytes }) => {
    const dot = name.lastIndexOf('.');
    return { name: `${name.slice(0, dot)}_${now.slice(0, 10)}_${count}${name.slice(dot)}`, bytes };
  });
  return { ...written, files };
}
