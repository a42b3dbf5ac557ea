// Writes unicode_folds.txt, what Unicode's own data (Debian: unicode-data) says
// of the characters that core/text/width_fold.cc folds. width_fold_test.cc reads
// it, and unicode_folds.test.mjs holds it to the data.
//   node tests/text/write_unicode_folds.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const FOLDS_FILE = new URL('unicode_folds.txt', import.meta.url);

// What the fold leaves alone on purpose: half-width Hangul and drawing signs;
// dashes of scripts that no address here has, in wave form or set upright.
const leftAlone = (code) =>
  (code >= 0xffa0 && code <= 0xffdc) ||
  (code >= 0xffe8 && code <= 0xffee) ||
  code === 0xff5f ||
  code === 0xff60 ||
  [
    0x058a, 0x05be, 0x1400, 0x1680, 0x1806, 0x2e17, 0x2e1a, 0x2e40, 0x2e5d, 0x301c, 0x3030, 0x30a0,
    0xfe31, 0xfe32, 0x10ead,
  ].includes(code);

// One line each: what is written, and what it folds as, in code points.
//   width FF21 0041    kana 304B 3099 > 304C    lower 00DC 00FC
export function unicodeFolds() {
  const rows = readFileSync('/usr/share/unicode/UnicodeData.txt', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(';'));
  const of = new Map(rows.map((row) => [row[0], row]));
  const lines = [];
  // The ASCII letters of a letter's whole canonical decomposition.
  const base = (code) => {
    const [first] = (of.get(code)?.[5] ?? '').split(' ');
    return first && !first.startsWith('<') ? base(first) : code;
  };
  for (const [code, , category, , , decomposition, , , , , , , , lower] of rows) {
    const value = parseInt(code, 16);
    if (leftAlone(value)) continue;
    const [kind, ...compatible] = decomposition.split(' ');
    if (kind === '<wide>' || kind === '<narrow>')
      lines.push(`width ${code} > ${compatible.join(' ')}`);
    if (/^[0-9A-F]+ 309[9A]$/.test(decomposition)) lines.push(`kana ${decomposition} > ${code}`);
    if (value < 0x180 && lower) lines.push(`lower ${code} > ${lower}`);
    if (value >= 0xc0 && value < 0x180 && base(code) !== code)
      lines.push(`base ${code} > ${base(code)}`);
    if (category === 'Zs') lines.push(`space ${code} > 0020`);
    if (category === 'Pd') lines.push(`dash ${code} > 002D`);
  }
  return lines.join('\n') + '\n';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(FOLDS_FILE, unicodeFolds());
}
