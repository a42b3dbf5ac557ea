// Tests the house itself: who may include whom, what a file looks like, and what
// may not be written at all.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const read = (path) => readFileSync(path, 'utf8');

function filesBelow(folder, ...kinds) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(node_modules|dist)$/.test(entry.name) ? [] : filesBelow(path, ...kinds);
    return kinds.includes(extname(entry.name)) ? [path] : [];
  });
}

// `found` lists what is wrong; a good house has none of it.
const none = (found, why) => assert.deepEqual(found, [], why);

describe('floors', () => {
  // Lowest first; a file includes only its own room and what stands before it.
  const floors = [
    'text',
    'money',
    'time',
    'address',
    'files',
    'words',
    'report',
    'policy',
    'parcel',
    'orders',
    'journal',
    'refund',
    'combine',
    'rules',
    'tracking',
    'answer',
    'handoff',
    'json',
    'session',
    'cli',
  ];
  const sources = filesBelow('core', '.cc', '.h');
  const roomOf = (path) => path.split('/')[1];

  test('are found', () => {
    for (const room of floors)
      assert.ok(
        sources.some((path) => roomOf(path) === room),
        room,
      );
    assert.ok(
      sources.filter((path) => /^#include "[^"/]+\//m.test(read(path))).length > 200,
      'with what they include',
    );
  });

  test('every room has its place', () => {
    none(sources.filter((path) => !floors.includes(roomOf(path))));
  });

  test('no file includes what stands above its room', () => {
    const upwards = sources.flatMap((path) =>
      [...read(path).matchAll(/^#include "([^"/]+)\//gm)]
        .filter(([, room]) => floors.indexOf(room) > floors.indexOf(roomOf(path)))
        .map(([line]) => `${path}: ${line}`),
    );
    none(upwards);
  });

  // Of two with one name a static library keeps the first it meets, whatever its type.
  test('no two sources define one constant for others', () => {
    const defined = sources
      .filter((path) => path.endsWith('.cc'))
      .flatMap((path) =>
        [...read(path).matchAll(/^const \w+ (k\w+)\s*[={]/gm)].map(([, name]) => ({ name, path })),
      );
    assert.ok(defined.length > 20, 'the pattern finds them');
    none(
      defined.filter(({ name, path }) =>
        defined.some((other) => other.name === name && other.path !== path),
      ),
    );
  });

  // Whoever adds an error words it there, in three languages. The room files/ comes
  // before the words, so its sentences stand in words/.
  test("an error's sentence stands in the room of the error", () => {
    const headers = sources.filter((path) => path.endsWith('.h'));
    const homeOf = (type) =>
      headers.find((path) =>
        new RegExp(`^(struct ${type} \\{|using ${type} =)`, 'm').test(read(path)),
      );
    const worded = headers.flatMap((path) =>
      [...read(path).matchAll(/^std::string (\w+_error_text)\([^;]*?const (\w+)& error/gm)].map(
        ([, name, type]) => ({ path, name, type }),
      ),
    );
    assert.ok(worded.length > 10, 'the pattern finds them');
    none(
      worded.filter(({ path, type }) => {
        const home = homeOf(type);
        const room = roomOf(home) === 'files' ? 'words' : roomOf(home);
        return roomOf(path) !== room;
      }),
    );
  });

  // nlohmann's header takes seconds to compile, and what its templates become is sent
  // with the page: files/json.h has the whole program's JSON without it.
  test('only files/ looks into the library of JSON', () => {
    const including = (header) => sources.filter((path) => read(path).includes(header));
    assert.deepEqual(including('<nlohmann/'), ['core/files/json_library.h']);
    assert.deepEqual(including('"files/json_library.h"'), [
      'core/files/json.cc',
      'core/files/open_json.cc',
    ]);
  });

  test('JSON that comes in is opened in one place', () => {
    const opens = /\b(Json|Value)::(parse|accept|sax_parse)\b/;
    assert.deepEqual(
      sources.filter((path) => opens.test(read(path))),
      ['core/files/open_json.cc'],
    );
  });

  test('only wasm/ knows Emscripten', () => {
    none(sources.filter((path) => /#include <emscripten/.test(read(path))));
  });

  test('the core reads no clock and no file outside the command', () => {
    const worldly = /#include <(fstream|iostream|filesystem|ctime)>|system_clock|\bgetenv\b/;
    none(sources.filter((path) => !path.startsWith('core/cli/') && worldly.test(read(path))));
  });
});

describe('files', () => {
  const cpp = ['core', 'wasm', 'tests'].flatMap((folder) => filesBelow(folder, '.cc', '.h'));
  const scripts = [
    ...filesBelow('web', '.ts', '.mjs'),
    ...filesBelow('tests', '.mjs'),
    ...filesBelow('.ci', '.mjs'),
  ];

  test('are found', () => {
    assert.ok(cpp.length > 400, `${cpp.length} of C++`);
    assert.ok(scripts.length > 200, `${scripts.length} scripts`);
    assert.ok(filesBelow('web/src/style', '.css').length > 3);
    assert.ok(filesBelow('web/src', '.ts').length > 80);
  });

  test('every C++ file opens with a comment', () => {
    none(cpp.filter((path) => !read(path).startsWith('// ')));
  });

  // A stranger reads a file at one sitting. Lists may be as long as what they list.
  test('no file is longer than 700 lines', () => {
    const lists = [
      /^web\/src\/catalogue\//, // the page's words
      /^core\/text\/.*\.inc$/,
      /^wasm\/parcelwise\.d\.ts$/, // each type that crosses, once
    ];
    const code = [
      ...filesBelow('core', '.cc', '.h'),
      ...filesBelow('wasm', '.cc', '.h', '.ts'),
      ...filesBelow('web', '.ts', '.mjs', '.css'),
    ];
    const long = code.filter((path) => read(path).split('\n').length - 1 > 700);
    none(long.filter((path) => !lists.some((pattern) => pattern.test(path))));
  });

  test('a header is guarded by its own name', () => {
    const guard = (path) =>
      `PARCELWISE_${path
        .replace(/^core\//, '')
        .replace(/[/.]/g, '_')
        .toUpperCase()}_`;
    none(
      cpp.filter(
        (path) =>
          path.startsWith('core/') &&
          path.endsWith('.h') &&
          !read(path).includes(`#ifndef ${guard(path)}`),
      ),
    );
  });

  test('no file is named after having no place', () => {
    const nowhere = /^(utils?|helpers?|misc|common|stuff)$/;
    none([...cpp, ...scripts].filter((path) => nowhere.test(basename(path).split('.')[0])));
  });

  // The linker takes the first of two and says nothing, even where their types differ.
  test('no two rules, reasons, cases or kinds share a name', () => {
    const homes = new Map();
    for (const path of filesBelow('core', '.cc')) {
      for (const [, name] of read(path).matchAll(/^const \w+ (k\w+)\{/gm)) {
        homes.set(name, [...(homes.get(name) ?? []), path]);
      }
    }
    none([...homes.values()].filter((paths) => paths.length > 1));
    assert.ok(homes.size > 40);
  });

  test('outside comments and texts the core is ASCII', () => {
    const code = (text) => text.replace(/\/\/.*$|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gm, '');
    none(filesBelow('core', '.cc', '.h').filter((path) => /[^\x00-\x7F]/.test(code(read(path)))));
  });
});

describe('what is never written', () => {
  test('no floating point where money is', () => {
    const rooms = ['money', 'refund', 'combine'];
    const floating = /\b(double|float)\b/;
    const code = (text) => text.replace(/\/\/.*$/gm, '');
    none(
      rooms
        .flatMap((room) => filesBelow(join('core', room), '.cc', '.h'))
        .filter((path) => floating.test(code(read(path)))),
    );
  });

  test('no HTML from strings and no code from strings in the page', () => {
    const strings =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\.write)\b|\beval\(|\bnew Function\b/;
    const code = (text) => text.replace(/\/\/.*$|\/\*[^]*?\*\//gm, '');
    none(filesBelow('web/src', '.ts').filter((path) => strings.test(code(read(path)))));
  });

  // Half-way between two states a button's words are in one's colour on the other's.
  test('no colour of the page fades into another', () => {
    none(
      filesBelow('web/src/style', '.css').filter((path) => /transition|animation/.test(read(path))),
    );
  });

  // But for the trial of sending, whose address can be nobody's.
  test('the page asks no other machine for anything', () => {
    const trial = 'web/src/desk/send_trial.ts';
    assert.match(read(trial), /^const host = '\w+\.invalid';$/m);
    const code = (path) =>
      (path === trial ? read(path).replace('https://${channel}.${host}/', '') : read(path)).replace(
        /\/\/.*$/gm,
        '',
      );
    none(filesBelow('web/src', '.ts').filter((path) => /['"`]https?:\/\//.test(code(path))));
  });
});

describe('packages', () => {
  test("scripts and tests ask for nothing that Debian 12's Node 18 lacks", () => {
    const newer =
      /\.(toSorted|toReversed|toSpliced|with)\(|\b(Object|Map)\.groupBy\(|\bimport\.meta\.(dirname|filename)\b|\bwithResolvers\b/;
    const own = basename(fileURLToPath(import.meta.url));
    const scripts = ['tests', 'web', 'docs', '.ci'].flatMap((folder) => filesBelow(folder, '.mjs'));
    none(scripts.filter((path) => basename(path) !== own && newer.test(read(path))));
  });

  for (const path of ['package.json', 'tests/bench/package.json']) {
    test(`${path} pins every version`, () => {
      const { dependencies, devDependencies, overrides } = JSON.parse(read(path));
      const versions = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
      assert.ok(versions.length > 2, 'versions are found');
      none(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)));
    });
  }

  test('every action of a workflow is pinned by its commit', () => {
    const used = filesBelow('.github/workflows', '.yml').flatMap((path) =>
      [...read(path).matchAll(/uses: (\S+)/g)].map(([, action]) => action),
    );
    assert.ok(used.length > 5, 'actions are found');
    none(used.filter((action) => !/@[0-9a-f]{40}$/.test(action)));
  });

  test('the licence is the one that package.json names', () => {
    assert.equal(JSON.parse(read('package.json')).license, 'Apache-2.0');
    assert.match(read('LICENSE'), /Apache License\s+Version 2\.0, January 2004/);
  });
});
