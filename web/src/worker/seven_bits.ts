// Text that stands for bytes within the page, as web/build/seven_bits.mjs wrote it.

const unwritable = [0x00, 0x0d, 0x3c];

export function fromSevenBits(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length); // what fills up the text's end falls away
  let bits = 0;
  let count = 0;
  let to = 0;
  const take = (value: number) => {
    bits = (bits << 7) | value;
    count += 7;
    if (count < 8) return;
    count -= 8;
    bytes[to++] = bits >> count;
    bits &= (1 << count) - 1;
  };
  for (let at = 0; at < text.length; ++at) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      take(code);
    } else {
      take(unwritable[(code - 0x80) >> 7] ?? 0);
      take(code & 0x7f);
    }
  }
  return bytes;
}
