// Text that stands for bytes within the page, as web/build/base85.mjs wrote it.

const notDigits = '<>&"\'`\\$-';

export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let code = 33, value = 0; code < 127; ++code) {
    if (!notDigits.includes(String.fromCharCode(code))) values[code] = value++;
  }
  const left = text.length % 5;
  const bytes = new Uint8Array(Math.floor(text.length / 5) * 4 + Math.max(left - 1, 0));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let group = 0;
    for (let i = 0; i < 5; ++i) {
      // Characters that were left away count as the highest digit, so that what they
      // carry does not round the bytes down.
      group = group * 85 + (at + i < text.length ? (values[text.charCodeAt(at + i)] ?? 0) : 84);
    }
    for (let i = 0; i < 4; ++i) bytes[to + i] = (group / 2 ** (8 * (3 - i))) & 255;
  }
  return bytes;
}
