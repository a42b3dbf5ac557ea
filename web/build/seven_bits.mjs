// Bytes as text within a page: eight of seven bits in the room of seven bytes, a
// seventh less than Base64 takes. A character stands for its own seven bits; what a
// parser would read otherwise stands in one character of two bytes together with the
// seven bits behind it. The other half is web/src/worker/seven_bits.ts.

// NUL and CR, which HTML changes, and "<", which may end the element.
const unwritable = [0x00, 0x0d, 0x3c];

export function inSevenBits(bytes) {
  let text = '';
  let held = -1; // an unwritable value that waits for the seven bits behind it
  const put = (value) => {
    if (held >= 0) {
      text += String.fromCharCode(0x80 + held * 0x80 + value);
      held = -1;
    } else {
      held = unwritable.indexOf(value);
      if (held < 0) text += String.fromCharCode(value);
    }
  };
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (count += 8; count >= 7; count -= 7) put((bits >> (count - 7)) & 0x7f);
    bits &= (1 << count) - 1;
  }
  if (count > 0) put((bits << (7 - count)) & 0x7f);
  if (held >= 0) put(0);
  return text;
}
