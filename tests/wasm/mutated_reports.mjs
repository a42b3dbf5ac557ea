// Reports that nobody would write: golden ones and generated ones, cut, torn, doubled and
// mixed by chance. The same number gives the same bytes, today and on any machine.

import { readFileSync, readdirSync } from 'node:fs';
import { Chance } from '../samples/chance.mjs';

const golden = new URL('../golden/', import.meta.url);
const sources = readdirSync(golden)
  .filter((file) => /\.(txt|csv)$/.test(file))
  .sort()
  .map((file) => readFileSync(new URL(file, golden)));

// prettier-ignore
const odd = [
  '\t', '\n', '\r', '\r\n', '"', '""', ',', ';', '\\', '\0', '\x1a', '\x1b[31m', '\ufeff',
  '-', '0', '1e9', '-1', '9'.repeat(30), '1.005', '1,5', 'NaN', 'null', '2026-02-30', '24:00',
  '2026-11-20T14:59:59+09:00', '2026-11-20T14:59:59Z', '250-1234567-1234567', '様', 'ｱ', '〜',
  '\u202e', '\u200b', '𠮷', '=1+1', '__proto__', 'JPY', 'EUR', 'amazon.co.jp', ' ', '\u3000',
].map((text) => Buffer.from(text));
const tornBytes = [0x80, 0x81, 0x82, 0xa0, 0xc3, 0xe3, 0xf0, 0xfd, 0xfe, 0xff];

const lineEnds = (bytes) => {
  const ends = [];
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) ends.push(at + 1);
  return ends;
};
const spliced = (bytes, from, to, put) =>
  Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(to)]);
const someLine = (bytes, below) => {
  const ends = [0, ...lineEnds(bytes)];
  const index = below(ends.length);
  return [ends[index], ends[index + 1] ?? bytes.length];
};
const cellAt = (bytes, at) => {
  const stop = (byte) => byte === 9 || byte === 10 || byte === 13;
  let [from, to] = [at, at];
  while (from > 0 && !stop(bytes[from - 1])) --from;
  while (to < bytes.length && !stop(bytes[to])) ++to;
  return [from, to];
};

const changes = {
  'a byte turned': (bytes, below) => {
    const changed = Buffer.from(bytes);
    const at = below(bytes.length);
    changed[at] ^= 1 << below(8);
    return changed;
  },
  'a byte of half a character': (bytes, below) => {
    const changed = Buffer.from(bytes);
    changed[below(bytes.length)] = tornBytes[below(tornBytes.length)];
    return changed;
  },
  'something odd put in': (bytes, below) => {
    const at = below(bytes.length);
    return spliced(bytes, at, at, odd[below(odd.length)]);
  },
  'a cell replaced': (bytes, below) =>
    spliced(bytes, ...cellAt(bytes, below(bytes.length)), odd[below(odd.length)]),
  'a cell of another row': (bytes, below) => {
    const [from, to] = cellAt(bytes, below(bytes.length));
    return spliced(bytes, ...cellAt(bytes, below(bytes.length)), bytes.subarray(from, to));
  },
  'cut off': (bytes, below) => bytes.subarray(0, 1 + below(bytes.length)),
  'a piece lost': (bytes, below) => {
    const at = below(bytes.length);
    return spliced(bytes, at, Math.min(bytes.length, at + 1 + below(40)), Buffer.alloc(0));
  },
  'a line lost': (bytes, below) => spliced(bytes, ...someLine(bytes, below), Buffer.alloc(0)),
  'a line twice': (bytes, below) => {
    const [from, to] = someLine(bytes, below);
    return spliced(bytes, from, from, bytes.subarray(from, to));
  },
  'another report behind it': (bytes, below) =>
    Buffer.concat([bytes, sources[below(sources.length)]]),
  'a line of another report': (bytes, below) => {
    const other = sources[below(sources.length)];
    const at = someLine(bytes, below)[0];
    return spliced(bytes, at, at, other.subarray(...someLine(other, below)));
  },
};
const kinds = Object.values(changes);

// The bytes of report `number`, from 0.
export function mutatedReport(number) {
  const chance = new Chance(number + 1);
  const below = (limit) => chance.below(limit);
  let bytes = sources[below(sources.length)];
  for (let times = 1 + below(6); times > 0 && bytes.length > 0; --times)
    bytes = kinds[below(kinds.length)](bytes, below);
  return bytes;
}
