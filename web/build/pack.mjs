// Packing, the same bytes on every system. gzip by its own command, since each version
// of Node packs differently and most of them worse; the core by xz, a sixth
// smaller than gzip even with the decoder that the worker then carries.

import { execFileSync } from 'node:child_process';

function piped(command, options, bytes) {
  return execFileSync(command, options, { input: bytes, maxBuffer: 1 << 26 });
}

// The header holds no name and no time, and its field for the operating system is set
// to "unknown".
export function gzipped(bytes) {
  const packed = piped('gzip', ['-9', '-n', '-c'], bytes);
  packed[9] = 255;
  return packed;
}

// Code has no columns, hence pb=0; the decoder allocates the whole dictionary. The
// checksum is of the kind that the decoder knows.
export function packed(bytes) {
  const filter = '--lzma2=preset=9e,lc=2,lp=0,pb=0,dict=1MiB';
  const packed = piped('xz', ['--check=crc32', filter, '--threads=1', '-c'], bytes);
  if (!piped('xz', ['-d', '-c'], packed).equals(bytes))
    throw new Error('the packed core unpacks to other bytes');
  return packed;
}
