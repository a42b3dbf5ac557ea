// The boundary of the module, written three times: the session's calls, their
// bindings and the page's declaration have the same names in the same order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const names = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => camel(name));
// What stands between two braces that open behind `head`.
const body = (text, head) => text.slice(text.indexOf(head)).split('\n}')[0];

const session = read('core/session/session.h');
const bindings = read('wasm/parcelwise.cc');
const declaration = read('wasm/parcelwise.d.ts');

test('the calls', () => {
  const declared = names(body(declaration, 'interface ParcelwiseModule'), /^ {2}(\w+)\(/gm);
  assert.ok(declared.length > 30);
  assert.deepEqual(
    names(body(session, 'class Session {'), /^ {2}(?:Reply|char\*) (\w+)\(/gm),
    declared,
  );
  assert.deepEqual(names(bindings, /emscripten::function\(\s*"(\w+)"/g), declared);
});

test('the fields of a reply', () => {
  const declared = names(body(declaration, 'interface Reply'), /readonly (\w+):/g);
  assert.equal(declared.length, 3);
  assert.deepEqual(names(body(session, 'struct Reply'), /^ {2}[\w:]+ (\w+)(?: =.*)?;/gm), declared);
  assert.deepEqual(names(bindings, /\.field\("(\w+)"/g), declared);
});
