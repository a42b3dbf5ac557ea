// Puts a WebAssembly module together whose code stands in streams; web/build/streams.mjs says
// how, and why. It trusts what it reads: the bytes came within the page, behind a checksum.

const mostLocals = 1 << 16; // no engine takes more than 50,000 in a function

interface Kind {
  readonly opcode: readonly number[];
  readonly turn: number; // of the depth of blocks
  readonly numbers: readonly number[]; // how and from which stream, in turn
}

interface Streams {
  readonly packed: Uint8Array;
  readonly at: Int32Array; // the next byte of each stream
  readonly kinds: readonly Kind[];
  readonly constants: readonly number[]; // the stream of an i32.const before each symbol
  readonly recent: Uint16Array; // a function's locals, the last one used first
  reach: number; // how many of them stand elsewhere than at first
}

export function moduleFrom(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const place = Int32Array.of(0);
  const number = () => readNumber(packed, place, 0);
  const [before, code, behind] = [number(), number(), number()];
  const [functions, symbols, count] = [number(), number(), number()];
  const some = (count: number) => Array.from({ length: count }, number);
  const kinds = Array.from({ length: symbols }, () => {
    const opcode = some(number());
    const turn = [0, 1, -1][number()]!;
    return { opcode, turn, numbers: some(2 * number()) };
  });
  const constants = some(symbols);
  const lengths = some(count);
  const begins = place[0]! + before + behind;
  let next = begins;
  const at = Int32Array.from(lengths, (length) => (next += length) - length);
  const recent = new Uint16Array(mostLocals);
  const streams = { packed, at, kinds, constants, recent, reach: mostLocals };

  const module = new Uint8Array(before + 5 + code + behind);
  module.set(packed.subarray(begins - behind - before, begins - behind));
  let end = writeNumber(module, before, code);
  end = writeNumber(module, end, functions);
  const body = new Uint8Array(code);
  for (let each = 0; each < functions; ++each) {
    const size = writeBody(streams, body);
    end = writeNumber(module, end, size);
    module.set(body.subarray(0, size), end);
    end += size;
  }
  module.set(packed.subarray(begins - behind, begins), end);
  return module.subarray(0, end + behind);
}

// How long it is. All in one: it runs half a million times before a compiler has looked at it.
function writeBody(streams: Streams, body: Uint8Array): number {
  const { packed, at, kinds, constants, recent } = streams;
  let reach = streams.reach;
  while (reach > 0) recent[--reach] = reach;
  let size = writeLocals(packed, at, body);
  let symbol = at[1]!;
  for (let depth = 1; depth > 0; ) {
    const { opcode, turn, numbers } = kinds[packed[symbol++]!]!;
    depth += turn;
    body[size++] = opcode[0]!;
    for (let one = 1; one < opcode.length; ++one) body[size++] = opcode[one]!;
    for (let one = 0; one < numbers.length; one += 2) {
      const way = numbers[one]!;
      const stream = way === 2 ? constants[packed[symbol]!]! : numbers[one + 1]!;
      let from = at[stream]!;
      if (way === 1) {
        let rank = packed[from++]!;
        if (rank > 0x7f) {
          rank = readNumber(packed, at, stream);
          from = at[stream]!;
        }
        const local = recent[rank]!;
        for (let each = rank; each > 0; --each) recent[each] = recent[each - 1]!;
        recent[0] = local;
        if (reach <= rank) reach = rank + 1;
        if (local > 0x7f) size = writeNumber(body, size, local);
        else body[size++] = local;
      } else if (way > 3) {
        for (let left = way - 3; left > 0; --left) body[size++] = packed[from++]!;
      } else {
        let left = 1;
        if (way === 3) {
          left += readNumber(packed, at, stream) + 1; // the ways, and the way of all others
        }
        for (; left > 0; --left) {
          while (packed[from]! > 0x7f) body[size++] = packed[from++]!;
          body[size++] = packed[from++]!;
        }
      }
      at[stream] = from;
    }
  }
  at[1] = symbol;
  streams.reach = reach;
  return size;
}

// How many of which type, in runs.
function writeLocals(packed: Uint8Array, at: Int32Array, body: Uint8Array): number {
  const runs = readNumber(packed, at, 0);
  let size = writeNumber(body, 0, runs);
  for (let run = 0; run < runs; ++run) {
    size = writeNumber(body, size, readNumber(packed, at, 0));
    body[size++] = packed[at[0]!++]!;
  }
  return size;
}

function readNumber(bytes: Uint8Array, at: Int32Array, stream: number): number {
  let from = at[stream]!;
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[from++]!;
    value |= (byte & 0x7f) << shift;
    if (byte > 0x7f) continue;
    at[stream] = from;
    return value;
  }
}

// Where it ends.
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  for (; value > 0x7f; value >>>= 7) bytes[at++] = (value & 0x7f) | 0x80;
  bytes[at++] = value;
  return at;
}
