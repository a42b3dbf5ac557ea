// The half of lzma1 that unpacks, as web/build/bundle.mjs finds it. The package itself
// exports both halves as one, and the other would be most of the worker's script.

declare module 'lzma1/decoder' {
  export class Decoder {
    // Throws when the bytes are no .lzma stream.
    decompress(
      input: { readByte(): number }, // -1 at the end
      output: { writeBytes(bytes: Uint8Array, start: number, count: number): void },
    ): void;
  }
}
