// Packing, the same bytes on every system. gzip by its own command, since each version
// of Node packs differently and most of them worse; the core by xz as LZMA, a fifth
// smaller than gzip even with the decoder that the worker then carries.

import { execFileSync } from 'node:child_process';
import { decoderPath } from './bundle.mjs';

const { Decoder } = await import(decoderPath);

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
// length, which xz leaves open in a stream, is written into the header: so the decoder
// ends whatever arrives.
export function packed(bytes) {
  const filter = '--lzma1=preset=9e,lc=3,lp=0,pb=0,dict=1MiB';
  const packed = piped('xz', ['--format=lzma', filter, '--threads=1', '-c'], bytes);
  packed.writeBigUInt64LE(BigInt(bytes.byteLength), 5);
  if (!unpacked(packed).equals(bytes)) throw new Error('the packed core unpacks to other bytes');
  return packed;
}

// As the worker does it, with the same decoder: web/src/worker/unpack.ts.
function unpacked(packed) {
  const parts = [];
  let at = 0;
  new Decoder().decompress(
    { readByte: () => (at < packed.length ? packed[at++] : -1) },
    { writeBytes: (from, start, count) => parts.push(from.slice(start, start + count)) },
  );
  return Buffer.concat(parts);
}
