// The module's code laid out as streams for packing, and put together by the worker.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decoder, inStreams } from '../../web/build/streams.mjs';

const { moduleFrom } = await decoder();

const leb = (number) =>
  number < 128 ? [number] : [(number & 127) | 128, ...leb(Math.floor(number / 128))];
const sized = (bytes) => [...leb(bytes.length), ...bytes];
const section = (id, bytes) => [id, ...sized(bytes)];

// A module of one table, one memory and one function () -> () for each body.
function moduleOf(...bodies) {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [...leb(bodies.length), ...bodies.map(() => 0)]),
    ...section(4, [1, 0x70, 0, 1]),
    ...section(5, [1, 0, 1]),
    ...section(6, [1, 0x7f, 1, 0x41, 7, 0x0b]),
    ...section(10, [...leb(bodies.length), ...bodies.flatMap(sized)]),
  ]);
}

const end = 0x0b;
const drop = 0x1a;
const noLocals = [0];
const bodies = {
  'nothing at all': [...noLocals, end],
  'blocks within blocks, and a way out of each': [
    ...noLocals,
    ...[0x02, 0x40, 0x03, 0x40, 0x41, 1, 0x04, 0x40, 0x0c, 2, 0x05, 0x0c, 1, end, 0x41, 0],
    ...[0x0d, 0, end, end, end],
  ],
  'a table of ways': [...noLocals, 0x02, 0x40, 0x41, 3, 0x0e, 2, 0, 1, 0, end, end],
  'constants of one to five bytes': [
    ...noLocals,
    ...[0x41, 0x7f, drop, 0x41, 0xff, 0, drop, 0x41, 0x80, 0x80, 0x80, 0x80, 0x78, drop],
    ...[0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f, drop, end],
  ],
  'constants of floating point and of vectors': [
    ...noLocals,
    ...[0x43, 1, 2, 3, 4, drop, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, drop],
    ...[0xfd, 0x0c, ...Array(16).fill(9), 0xfd, 0x15, 3, drop, end],
  ],
  'memory, also of vectors and in bulk': [
    ...noLocals,
    ...[0x41, 0, 0x28, 2, 0x80, 1, drop, 0x41, 0, 0xfd, 0, 4, 16, drop, 0x3f, 0, 0x40, 0, drop],
    ...[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0a, 0, 0],
    ...[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0b, 0, end],
  ],
  'calls and a global': [...noLocals, 0x10, 0, 0x41, 0, 0x11, 0, 0, 0x23, 0, 0x24, 0, end],
  '300 locals, the far ones again and again': [
    ...[...leb(2), ...leb(200), 0x7f, ...leb(100), 0x7f],
    ...[299, 0, 150, 299, 128, 299, 0].flatMap((local) => [
      ...[0x20, ...leb(local), 0x22, ...leb(local), 0x21, ...leb((local + 1) % 300)],
    ]),
    end,
  ],
  '130 kinds of locals': [
    ...leb(130),
    ...Array.from({ length: 130 }, (_, each) => [1, each % 2 ? 0x7e : 0x7f]).flat(),
    end,
  ],
};

describe('a module in streams', () => {
  for (const [name, body] of Object.entries(bodies)) {
    it(`is the same again: ${name}`, async () => {
      const module = moduleOf(body, body);
      assert.ok(WebAssembly.validate(module), 'the test’s own module is sound');
      const streams = await inStreams(Buffer.from(module));
      assert.deepEqual(moduleFrom(streams), module);
    });
  }

  it('is the core, byte for byte', async () => {
    const path = new URL('../../build/wasm/wasm/parcelwise.wasm', import.meta.url);
    const module = readFileSync(path);
    assert.ok(Buffer.from(moduleFrom(await inStreams(module))).equals(module));
  });

  it('is none where an instruction is not known', async () => {
    for (const [opcode, named] of [
      [[0xd0, 0x70], /no stream for 0 d0/],
      [[0xfc, 0x10, 0], /no stream for fc 10/],
      [[0xfd, 0x80, 2], /no stream for fd 100/],
    ])
      await assert.rejects(inStreams(Buffer.from(moduleOf([0, ...opcode, end]))), named);
  });

  it('is none without code', async () => {
    const empty = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await assert.rejects(inStreams(empty), /the module has no code/);
  });
});
