// One spelling for the spellings of an address, by regular expressions: width
// folded, lower-case, spaces gone, 一丁目2番3号 and １－２ー３ to 1-2-3.
const KANJI = '〇一二三四五六七八九';
const NUMERAL = /[一二三四五六七八九十]+(?=丁目|番|号)/g;
const WORD = /(\d)(?:丁目|番地|番|号室|号)/g;
const HYPHEN = /(\d)[-‐‑‒–—―−ー─━ｰ](?=\d)/g;
const LOOSE = /-(?!\d)/g;

function toDigits(text) {
  let sum = 0,
    digit = 0;
  for (const c of text) {
    if (c === '十') {
      sum += 10 * (digit || 1);
      digit = 0;
    } else digit = digit * 10 + KANJI.indexOf(c);
  }
  return String(sum + digit);
}

export function foldAddress(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(NUMERAL, toDigits)
    .replace(WORD, '$1-')
    .replace(/\s+/g, '')
    .replace(HYPHEN, '$1-')
    .replace(LOOSE, '');
}
