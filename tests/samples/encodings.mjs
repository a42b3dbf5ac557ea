// Text to bytes in the encodings that reports come in. CP932 is found by turning
// the WHATWG shift_jis decoder round; where two byte pairs mean one character the
// WHATWG encoder's choice is taken. U+FFFF stands for a byte that means nothing.
export const BAD_BYTE = '\uffff';

const WINDOWS_1252_UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9dž\x9f';

let cp932;
function cp932Table() {
  if (cp932) return cp932;
  const decoder = new TextDecoder('shift_jis');
  cp932 = new Uint16Array(65536);
  const put = (bytes, code) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length === 1 && text !== '\ufffd' && cp932[text.charCodeAt(0)] === 0)
      cp932[text.charCodeAt(0)] = code;
  };
  for (let byte = 0; byte < 0x80; byte++) cp932[byte] = byte;
  for (let byte = 0xa1; byte < 0xe0; byte++) put([byte], byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail === 0x7f) continue;
      const pointer =
        (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 188 + trail - (trail < 0x7f ? 0x40 : 0x41);
      if (pointer >= 8272 && pointer <= 8835) continue; // NEC's copies of the IBM characters: never written
      put([lead, trail], (lead << 8) | trail);
    }
  }
  cp932[0x2212] = 0x817c;
  cp932[0x301c] = 0x8160;
  return cp932;
}

function toCp932(text) {
  const table = cp932Table();
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const code = unit === 0xffff ? 0xff : table[unit];
    if (code === 0) throw new Error(`CP932 has no U+${unit.toString(16)}`);
    if (code > 0xff) bytes[length++] = code >> 8;
    bytes[length++] = code & 0xff;
  }
  return bytes.subarray(0, length);
}

function toWindows1252(text) {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const upper =
      unit < 0x80 || (unit > 0x9f && unit < 0x100)
        ? unit
        : 0x80 + WINDOWS_1252_UPPER.indexOf(text[i]);
    if (upper < 0x80 && unit >= 0x80) throw new Error(`windows-1252 has no U+${unit.toString(16)}`);
    bytes[i] = upper;
  }
  return bytes;
}

function toUtf8(text) {
  if (!text.includes(BAD_BYTE)) return Buffer.from(text, 'utf8');
  const parts = text
    .split(BAD_BYTE)
    .flatMap((part) => [Buffer.from([0xff]), Buffer.from(part, 'utf8')]);
  return Buffer.concat(parts.slice(1));
}

const ENCODERS = {
  'utf-8': { mark: [], encode: toUtf8 },
  'utf-8-bom': { mark: [0xef, 0xbb, 0xbf], encode: toUtf8 },
  cp932: { mark: [], encode: toCp932 },
  'windows-1252': { mark: [], encode: toWindows1252 },
  'utf-16le': {
    mark: [0xff, 0xfe],
    encode: (text) => Buffer.from(text.replaceAll(BAD_BYTE, '\ud800'), 'utf16le'),
  },
};

export const ENCODINGS = Object.keys(ENCODERS);

// {mark: the bytes a file starts with, encode: (text) => Buffer}
export function encoderOf(name) {
  const found = ENCODERS[name];
  if (!found) throw new Error(`no encoding ${name}; there are ${ENCODINGS.join(', ')}`);
  return found;
}
