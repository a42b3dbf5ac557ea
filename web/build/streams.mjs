// A WebAssembly module with its code laid out as streams, which pack a tenth smaller: an
// instruction tells little of the number behind it, and much of the next instruction. So
// instructions stand together, and so does each kind of number. web/src/worker/streams.ts
// puts them together again, and knows no instruction: it is told here what follows each.
//
// All numbers are LEB128. The lengths of what stands before, in and behind the code; how many
// functions, symbols and streams there are; for each symbol its opcode's bytes, whether it
// opens (1) or closes (2) a block, and its numbers; for each symbol the stream of an i32.const
// before it; each stream's length. Then the bytes before and behind the code, and the streams.

import { transformWithEsbuild } from 'vite';
import { readFile } from 'node:fs/promises';

// How a number stands in its stream. Raw bytes: 3 more than they are.
const how = { leb: 0, local: 1, byNext: 2, table: 3, raw: (bytes) => 3 + bytes };

const codeSection = 10;
const declarations = 0;
const symbols = 1;
const constants = 12; // the streams from here are those of i32.const
const worthAStream = 1500; // bytes; less is packed better beside other constants

// What follows an opcode: [how, stream]...; by docs of WebAssembly 2.0, chapter 5.4.
function numbersOf(prefix, code) {
  const memory = [
    [how.leb, 2],
    [how.leb, 3],
  ];
  const raw = (bytes) => [how.raw(bytes), 11];
  if (prefix === 0xfc) {
    if (code < 8) return [];
    if (code === 8) return [[how.leb, 10], raw(1)];
    if (code === 10) return [raw(2)];
    if (code === 11) return [raw(1)];
  } else if (prefix === 0xfd) {
    if (code <= 11 || code === 92 || code === 93) return memory;
    if (code === 12 || code === 13) return [raw(16)];
    if (code >= 21 && code <= 34) return [raw(1)];
    if (code >= 84 && code <= 91) return [...memory, raw(1)];
    if (code < 256) return [];
  } else if (code >= 0x02 && code <= 0x04) return [[how.leb, 4]];
  else if (code === 0x0c || code === 0x0d) return [[how.leb, 5]];
  else if (code === 0x0e) return [[how.table, 5]];
  else if (code === 0x10) return [[how.leb, 6]];
  else if (code === 0x11)
    return [
      [how.leb, 10],
      [how.leb, 10],
    ];
  else if (code >= 0x20 && code <= 0x22) return [[how.local, code === 0x20 ? 7 : code - 0x19]];
  else if (code === 0x23 || code === 0x24) return [[how.leb, 10]];
  else if (code >= 0x28 && code <= 0x3e) return memory;
  else if (code === 0x3f || code === 0x40) return [raw(1)];
  else if (code === 0x41) return [[how.byNext, 0]];
  else if (code === 0x42) return [[how.leb, 10]];
  else if (code === 0x43) return [raw(4)];
  else if (code === 0x44) return [raw(8)];
  else if (code <= 0x1b || (code >= 0x45 && code <= 0xc4)) return [];
  throw new Error(`no stream for ${prefix.toString(16)} ${code.toString(16)}`);
}

export async function inStreams(module) {
  const code = sectionOf(module);
  const reader = readerOf(module, code.begin);
  const functions = reader.number();
  const table = new Map(); // a symbol's number by its opcode's bytes
  const kinds = [];
  const streams = Array.from({ length: constants + 1 }, () => []);
  const placed = []; // each i32.const with the symbol behind it
  let constant; // that was read last, until that symbol is known
  for (let each = 0; each < functions; ++each) readFunction();
  if (reader.at !== code.end) throw new Error('the code ends elsewhere than its section');

  const constantOf = kinds.map(() => constants);
  const sizes = kinds.map(() => 0);
  for (const { bytes, next } of placed) sizes[next] += bytes.length;
  for (const [next, size] of sizes.entries())
    if (size >= worthAStream) constantOf[next] = streams.push([]) - 1;
  for (const { bytes, next } of placed) streams[constantOf[next]].push(...bytes);

  const before = module.subarray(0, code.payload);
  const behind = module.subarray(code.end);
  const head = [
    ...[before.length, code.end - code.begin, behind.length],
    ...[functions, kinds.length, streams.length],
    ...kinds.flatMap(({ opcode, turns, numbers }) => [
      ...[opcode.length, ...opcode, turns],
      ...[numbers.length, ...numbers.flat()],
    ]),
    ...constantOf,
    ...streams.map((stream) => stream.length),
  ];
  const packed = Buffer.concat([
    Buffer.from(head.flatMap(leb)),
    ...[before, behind],
    ...streams.map((stream) => Buffer.from(stream)),
  ]);
  const { moduleFrom } = await decoder();
  if (!Buffer.from(moduleFrom(packed)).equals(module))
    throw new Error('the streams make another module');
  return packed;

  function readFunction() {
    const end = reader.number() + reader.at;
    const runs = reader.number(streams[declarations]);
    for (let run = 0; run < runs; ++run) {
      reader.number(streams[declarations]);
      streams[declarations].push(reader.byte());
    }
    const recent = [];
    while (reader.at < end) {
      const symbol = readSymbol();
      if (constant) placed.push({ bytes: constant, next: symbol });
      constant = undefined;
      for (const [way, stream] of kinds[symbol].numbers) readNumber(way, streams[stream], recent);
    }
    if (reader.at !== end) throw new Error('a function ends within an instruction');
  }

  function readSymbol() {
    const start = reader.at;
    const first = reader.byte();
    const prefix = first >= 0xfc ? first : 0;
    const code = prefix ? reader.number() : first;
    const opcode = [...module.subarray(start, reader.at)];
    const key = opcode.join();
    if (!table.has(key)) {
      table.set(key, kinds.length);
      const opens = !prefix && code >= 0x02 && code <= 0x04;
      const closes = !prefix && code === 0x0b;
      kinds.push({
        opcode,
        turns: opens ? 1 : closes ? 2 : 0,
        numbers: numbersOf(prefix, code),
      });
      if (kinds.length > 256) throw new Error('more instructions than a byte can name');
    }
    streams[symbols].push(table.get(key));
    return table.get(key);
  }

  function readNumber(way, stream, recent) {
    if (way === how.leb) reader.number(stream);
    else if (way === how.local) {
      const local = reader.number();
      while (recent.length <= local) recent.push(recent.length);
      const rank = recent.indexOf(local);
      recent.unshift(...recent.splice(rank, 1));
      stream.push(...leb(rank));
    } else if (way === how.byNext) {
      reader.number((constant = []));
    } else if (way === how.table) {
      for (let targets = reader.number(stream) + 1; targets > 0; --targets) reader.number(stream);
    } else for (let left = way - how.raw(0); left > 0; --left) stream.push(reader.byte());
  }
}

function leb(number) {
  const bytes = [];
  for (; number > 0x7f; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
  return [...bytes, number];
}

// Reads forward; a number's bytes are also put where they are asked for.
function readerOf(bytes, at) {
  return {
    at,
    byte() {
      return bytes[this.at++];
    },
    number(to) {
      let value = 0;
      for (let weight = 1; ; weight *= 128) {
        const byte = this.byte();
        to?.push(byte);
        value += (byte & 0x7f) * weight;
        if (byte < 0x80) return value;
      }
    },
  };
}

function sectionOf(module) {
  const reader = readerOf(module, 8);
  while (reader.at < module.length) {
    const id = reader.byte();
    const payload = reader.at;
    const length = reader.number();
    const begin = reader.at;
    reader.at += length;
    if (id === codeSection) return { payload, begin, end: reader.at };
  }
  throw new Error('the module has no code');
}

// The page's own other half.
export async function decoder() {
  const path = new URL('../src/worker/streams.ts', import.meta.url);
  const { code } = await transformWithEsbuild(await readFile(path, 'utf8'), 'streams.ts');
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}
