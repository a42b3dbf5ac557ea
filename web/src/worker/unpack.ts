// Unpacks the core: LZMA, in one go, in the worker, where nobody waits for a frame.

import { Decoder } from 'lzma1/decoder';

// Where the .lzma header holds the length of what was packed, eight bytes of it; the
// build sees to it that it is known.
const lengthAt = 5;

export function unpacked(packed: ArrayBuffer): ArrayBuffer {
  const from = new Uint8Array(packed);
  const to = new Uint8Array(new DataView(packed).getUint32(lengthAt, true));
  let read = 0;
  let written = 0;
  new Decoder().decompress(
    { readByte: () => from[read++] ?? -1 },
    {
      writeBytes: (bytes, start, count) => {
        to.set(bytes.subarray(start, start + count), written);
        written += count;
      },
    },
  );
  return to.buffer;
}
