// Puts a WebAssembly module together whose code stands in streams; web/build/streams.mjs says
// how, and why. It trusts what it reads: the bytes came within the page, behind a checksum.

const recentMost = 1 << 16;

export function moduleFrom(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const reader = { at: 0 };
  const number = () => readNumber(packed, reader);
  const [before, code, behind] = [number(), number(), number()];
  const [functions, symbols, streams] = [number(), number(), number()];
  const some = (count: number) => Array.from({ length: count }, number);
  const kinds = Array.from({ length: symbols }, () => {
    const opcode = some(number());
    const turn = [0, 1, -1][number()]!;
    return { opcode, turn, numbers: some(2 * number()) };
  });
  const constants = some(symbols);
  const lengths = some(streams);
  const begins = reader.at + before + behind;
  let next = begins;
  const at = lengths.map((length) => (next += length) - length); // of each stream

  const body = new Uint8Array(code);
  let size = 0; // of a function's body
  const copy = (stream: number) => {
    let from = at[stream]!;
    while (packed[from]! > 0x7f) body[size++] = packed[from++]!;
    body[size++] = packed[from++]!;
    at[stream] = from;
  };
  const copyCount = (stream: number) => {
    reader.at = at[stream]!;
    const count = number();
    copy(stream);
    return count;
  };
  const copyRaw = (stream: number, count: number) => {
    for (; count > 0; --count) body[size++] = packed[at[stream]!++]!;
  };
  const recent = new Uint16Array(recentMost);
  let reach = recentMost; // how many of them stand elsewhere than at first
  const useLocal = (rank: number) => {
    const local = recent[rank]!;
    for (let each = rank; each > 0; --each) recent[each] = recent[each - 1]!;
    recent[0] = local;
    reach = Math.max(reach, rank + 1);
    return local;
  };

  const module = new Uint8Array(before + 5 + code + behind);
  module.set(packed.subarray(begins - behind - before, begins - behind));
  let end = writeNumber(module, before, code);
  end = writeNumber(module, end, functions);
  for (let each = 0; each < functions; ++each) {
    size = 0;
    for (let runs = copyCount(0); runs > 0; --runs) {
      copy(0);
      copyRaw(0, 1);
    }
    while (reach > 0) recent[--reach] = reach;
    for (let depth = 1; depth > 0; ) {
      const { opcode, turn, numbers } = kinds[packed[at[1]!++]!]!;
      body[size++] = opcode[0]!;
      for (let one = 1; one < opcode.length; ++one) body[size++] = opcode[one]!;
      depth += turn;
      for (let one = 0; one < numbers.length; one += 2) {
        const way = numbers[one]!;
        const stream = numbers[one + 1]!;
        if (way === 0) copy(stream);
        else if (way === 1) {
          reader.at = at[stream]!;
          size = writeNumber(body, size, useLocal(number()));
          at[stream] = reader.at;
        } else if (way === 2) copy(constants[packed[at[1]!]!]!);
        else if (way === 3) {
          for (let targets = copyCount(stream); targets >= 0; --targets) copy(stream);
        } else copyRaw(stream, way - 3);
      }
    }
    end = writeNumber(module, end, size);
    module.set(body.subarray(0, size), end);
    end += size;
  }
  module.set(packed.subarray(begins - behind, begins), end);
  return module.subarray(0, end + behind);
}

function readNumber(bytes: Uint8Array, reader: { at: number }): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[reader.at++]!;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

// Where it ends.
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  for (; value > 0x7f; value >>>= 7) bytes[at++] = (value & 0x7f) | 0x80;
  bytes[at++] = value;
  return at;
}
