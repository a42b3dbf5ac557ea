// The rooms of the page's source: a file imports from its own room and from what stands
// before it, and no two files, however far apart, import each other.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../web/src/', import.meta.url));

// Lowest first. What stands beside the rooms is the page's entry, above them all.
const rooms = ['format', 'catalogue', 'style', 'worker', 'desk', 'views', 'page'];
const alone = 'offline'; // the service worker, a program of its own

const files = readdirSync(source, { recursive: true })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort();

const roomOf = (path) => (path.includes('/') ? path.split('/')[0] : 'entry');
const floor = (path) => [...rooms, 'entry'].indexOf(roomOf(path));

// Imports of types count too: they tie files together for whoever reads them.
function importsOf(path) {
  const text = readFileSync(join(source, path), 'utf8');
  return [...text.matchAll(/\bfrom '(\.[^']+)'|\bimport '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)]
    .map(([, from, bare, late]) => normalize(join(dirname(path), from ?? bare ?? late)))
    .filter((target) => !target.startsWith('..'))
    .map((target) => (target.endsWith('.css') ? target : `${target.replace(/\.ts$/, '')}.ts`));
}

const imports = new Map(files.map((path) => [path, importsOf(path)]));

// The first way round that is found, from a file back to itself.
function circle() {
  const state = new Map();
  const way = [];
  const visit = (path) => {
    if (state.get(path) === 'done') return undefined;
    if (state.get(path) === 'open') return [...way.slice(way.indexOf(path)), path];
    state.set(path, 'open');
    way.push(path);
    for (const next of imports.get(path) ?? []) {
      const found = visit(next);
      if (found) return found;
    }
    way.pop();
    state.set(path, 'done');
    return undefined;
  };
  for (const path of files) {
    const found = visit(path);
    if (found) return found;
  }
  return undefined;
}

describe('the rooms of the page', () => {
  it('are all known', () => {
    assert.ok(files.length > 80, `${files.length} files`);
    const found = new Set(files.map(roomOf));
    const known = new Set([...rooms, alone, 'entry']);
    assert.deepEqual(
      [...found].filter((room) => !known.has(room)),
      [],
    );
    assert.ok(imports.get('views/scene.ts').includes('desk/desk.ts'), 'imports are found');
  });

  it('import from nothing that stands above them', () => {
    const upwards = [...imports].flatMap(([path, targets]) =>
      targets
        .filter((target) =>
          roomOf(path) === alone ? roomOf(target) !== alone : floor(target) > floor(path),
        )
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(upwards, []);
  });

  it('hold no circle of imports', () => assert.equal(circle(), undefined));

  it('speak to the core and to the texts alone outside of them', () => {
    const outside = files.flatMap((path) =>
      [...readFileSync(join(source, path), 'utf8').matchAll(/\bfrom '((?:\.\.\/)+[^']+)'/g)]
        .map(([, from]) => normalize(join('web/src', dirname(path), from)))
        .filter((target) => !target.startsWith('web/src/'))
        .filter((target) => !/^(wasm\/parcelwise|data\/texts\/\w+\/page\.json)$/.test(target))
        .map((target) => `${path} imports ${target}`),
    );
    assert.deepEqual(outside, []);
  });

  it('have chapters of at most 250 lines in page/, and files of at most 700', () => {
    const long = files.filter((path) => {
      const lines = readFileSync(join(source, path), 'utf8').split('\n').length - 1;
      return lines > (roomOf(path) === 'page' ? 250 : 700);
    });
    assert.deepEqual(long, []);
  });

  it('have one file of each name', () => {
    const names = files.map((path) => path.split('/').pop());
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    );
  });
});
