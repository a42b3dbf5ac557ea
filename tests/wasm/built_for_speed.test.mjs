// How the module's files are compiled, as the build itself recorded it. One -Oz
// in a command forbids inlining whatever stands behind it, and costs half the speed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const commands = JSON.parse(
  readFileSync(new URL('../../build/wasm/compile_commands.json', import.meta.url), 'utf8'),
).filter(({ output, command }) => /parcelwise_(code|fast)\.dir/.test(output ?? command));
const fast = commands.filter(({ output, command }) =>
  (output ?? command).includes('parcelwise_fast.dir'),
);

// Of a room that is compiled as one source, all its files.
function sourcesOf({ file }) {
  const all = /\/core\//.test(file)
    ? [file]
    : readFileSync(file, 'utf8').match(/(?<=^#include ")[^"]+\.cc(?="$)/gm);
  return (all ?? []).map((path) => path.replace(/^.*\/core\//, ''));
}

describe('the module is built', () => {
  it('for speed where a row, an order or a refund runs', () => {
    const names = fast.flatMap(sourcesOf);
    for (const each of [
      'report/reader_rows.cc',
      'report/reader_cells.cc',
      'orders/order_book.cc',
      'rules/check.cc',
    ])
      assert.ok(names.includes(each), each);
    for (const { file, command } of fast)
      assert.deepEqual(
        command.match(/ -O\w+/g).map((flag) => flag.trim()),
        ['-O2', '-O2'],
        file,
      );
  });

  it('for size elsewhere', () => {
    const others = commands.filter((each) => !fast.includes(each));
    assert.ok(others.flatMap(sourcesOf).length > fast.flatMap(sourcesOf).length);
    for (const { file, command } of others) assert.match(command, / -Oz /, file);
  });
});
