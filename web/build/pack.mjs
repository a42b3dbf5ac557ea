// gzip, the same bytes on every system: the header's field for the operating system
// is set to "unknown".

import { gzipSync } from 'node:zlib';

export function packed(bytes) {
  const zipped = gzipSync(bytes, { level: 9 });
  zipped[9] = 255;
  return zipped;
}
