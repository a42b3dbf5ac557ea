// Writes core/text/cp932_table.inc: every double-byte character of the WHATWG's
// shift_jis, as Node's TextDecoder knows it.
//   node core/text/write_cp932_table.mjs
//
// Only pairs are asked for. On single bytes and on resynchronisation Node's ICU
// strays from the standard (it swaps 0x1A, 0x1C and 0x7F), Chromium does not;
// on all pairs with a character the two agree (compared once, byte by byte).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const tablePath = fileURLToPath(new URL('cp932_table.inc', import.meta.url));

const decoder = new TextDecoder('shift_jis', { fatal: true });
const charactersPerLine = 32;
const unassigned = '\uFFFD';

// Bytes that may open and close a pair. 0xF0..0xF9 open the user's own
// characters, which encoding.cc computes: U+E000 onwards, 188 to a lead byte.
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const leads = [...range(0x81, 0x9f), ...range(0xe0, 0xef), ...range(0xfa, 0xfc)];
export const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfc)];

function characterOf(lead, trail) {
  try {
    const text = decoder.decode(new Uint8Array([lead, trail]));
    return text.length === 1 ? text : unassigned;
  } catch {
    return unassigned;
  }
}

const hex = (byte) => '0x' + byte.toString(16).toUpperCase();

function lines(items, perLine, write) {
  const result = [];
  for (let i = 0; i < items.length; i += perLine) {
    result.push(write(items.slice(i, i + perLine)));
  }
  return result;
}

export function tableText() {
  const rows = leads
    .map((lead) => ({
      lead,
      characters: trails.map((trail) => characterOf(lead, trail)),
    }))
    .filter((row) => row.characters.some((c) => c !== unassigned));
  return [
    '// Written by core/text/write_cp932_table.mjs; do not edit. U+FFFD',
    '// stands where a pair of bytes has no character.',
    '',
    "// The lead bytes that have a row below, in the rows' order.",
    'constexpr unsigned char kCp932Leads[] = {',
    ...lines(
      rows.map((row) => hex(row.lead)),
      12,
      (some) => `    ${some.join(', ')},`,
    ),
    '};',
    '',
    '// 188 characters to a row, for trail bytes 0x40..0x7E and 0x80..0xFC.',
    'constexpr char16_t kCp932Characters[] =',
    ...rows.flatMap((row) => [
      `    // ${hex(row.lead)}`,
      ...lines(row.characters, charactersPerLine, (some) => `    u"${some.join('')}"`),
    ]),
    '    ;',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(tablePath, tableText());
}

export const storedTable = () => readFileSync(tablePath, 'utf8');

// What the stored table says: all characters of each lead byte, one for each trail byte.
export function storedRows() {
  const stored = storedTable();
  const characters = [...stored.matchAll(/^ {4}u"(.*)"$/gm)].map((row) => row[1]).join('');
  return stored.match(/0x[0-9A-F]{2}(?=,)/g).map((lead, row) => ({
    lead: Number(lead),
    characters: characters.slice(row * trails.length, (row + 1) * trails.length),
  }));
}
