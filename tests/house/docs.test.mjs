// Tests the documents: every link leads somewhere, every section that code cites
// is there, and prose keeps to its width.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const read = (path) => readFileSync(path, 'utf8');
const none = (found, why) => assert.deepEqual(found, [], why);

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return entry.isFile() ? [path] : [];
    return /^(\.git|build|dist)$|(^|\/)node_modules$/.test(path.replace(/^web\//, ''))
      ? []
      : filesBelow(path);
  });
}
const files = filesBelow('.');
const pages = files.filter((path) => path.endsWith('.md'));

// The text without what stands in fences.
const proseOf = (path) => read(path).replace(/^```[^]*?^```$/gm, '');

// As GitHub makes them: "## 2.1 The file" is #21-the-file.
function anchorsOf(path) {
  const headings = [...proseOf(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
}

// The numbers by which a page's places are cited: headings ("2.2.3"), numbered
// items under a heading ("0.4"), rows and items that open with their own ("A1").
function sectionsOf(path) {
  const sections = new Set();
  let heading = '';
  for (const line of proseOf(path).split('\n')) {
    const titled = line.match(/^#{2,6} (\d+(?:\.\d+)*)\.? /);
    if (titled) heading = titled[1];
    else if (/^## /.test(line)) heading = '';
    if (titled) sections.add(heading);
    const item = line.match(/^(\d+)\. /);
    if (item && heading !== '') sections.add(`${heading}.${item[1]}`);
    const named = line.match(/^(?:\| |- \*\*)([ASW]\d+[ab]?)\b/);
    if (named) sections.add(named[1]);
  }
  return sections;
}

const number = String.raw`(?:\d+(?:\.\d+)*|[ASW]\d+[ab]?)\b`;
const space = String.raw`(?:\s|//|#|\*)+`;
const cited = new RegExp(String.raw`docs/(\w+\.md)(${space}${number}(?:,${space}${number})*)`, 'g');

// "docs/rules.md 2.2.1, A6" cites two places of one page.
function citationsIn(text) {
  return [...text.matchAll(cited)].flatMap(([, page, numbers]) =>
    numbers.match(new RegExp(number, 'g')).map((place) => ({ page, place })),
  );
}

describe('links', () => {
  test('are found', () => {
    assert.ok(pages.length > 10, `${pages.length} pages`);
    const links = pages.flatMap((path) => proseOf(path).match(/\]\(([^)\s]+)\)/g) ?? []);
    assert.ok(links.length > 50, `${links.length} links`);
  });

  for (const path of pages) {
    test(`${path} leads somewhere`, () => {
      const links = [...proseOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
      const lost = links.filter((link) => {
        if (/^(https?|mailto):/.test(link)) return false;
        // Pages of the hosting site, which no clone has.
        if (/^(\.\.\/)+(releases|deployments)\b/.test(link)) return false;
        const [place, anchor] = link.split('#');
        const target = place === '' ? path : normalize(join(dirname(path), place));
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchorsOf(target).includes(anchor);
      });
      none(lost);
    });
  }
});

describe('citations', () => {
  test('one place, several, and one over two lines of a comment are told', () => {
    const text =
      '// docs/rules.md 2.2.1, A6). See docs/formats.md\n// 1.12, and docs/rules.md alone';
    assert.deepEqual(citationsIn(text), [
      { page: 'rules.md', place: '2.2.1' },
      { page: 'rules.md', place: 'A6' },
      { page: 'formats.md', place: '1.12' },
    ]);
  });

  const citing = files.filter((path) =>
    /^(core|wasm|web|data|tests)\/.*\.(cc|h|inc|ts|mjs|json)$/.test(path),
  );

  test('every page and section that is cited exists', () => {
    const sections = new Map();
    let count = 0;
    const lost = citing.flatMap((path) => {
      if (path === 'tests/house/docs.test.mjs') return [];
      const text = read(path);
      const missing = [...text.matchAll(/\bdocs\/(\w+\.md)\b/g)]
        .filter(([, page]) => !existsSync(join('docs', page)))
        .map(([, page]) => `${path}: ${page}`);
      for (const { page, place } of citationsIn(text)) {
        ++count;
        if (!existsSync(join('docs', page))) continue;
        if (!sections.has(page)) sections.set(page, sectionsOf(join('docs', page)));
        if (!sections.get(page).has(place)) missing.push(`${path}: docs/${page} ${place}`);
      }
      return missing;
    });
    none(lost);
    assert.ok(count > 150, 'the pattern finds them');
  });

  test('the FAQ has its passages, the examples their numbers', () => {
    const rules = sectionsOf('docs/rules.md');
    const passages = Array.from({ length: 34 }, (_, i) => `S${i + 1}`);
    const examples = Array.from({ length: 13 }, (_, i) => `W${i + 1}`);
    none([...passages, ...examples].filter((name) => !rules.has(name)));
  });

  test('no source is cited by a name that the clone lacks', () => {
    const lacking = new RegExp(['facts', '(rules|formats|marketplaces|carriers-world)'].join('/'));
    none(
      files.filter((path) => /\.(cc|h|inc|ts|mjs|json|md)$/.test(path) && lacking.test(read(path))),
    );
  });
});

describe('pages', () => {
  test('README is one screen or two, not a book', () => {
    assert.ok(statSync('README.md').size <= 6000, `${statSync('README.md').size} bytes`);
  });

  test('architecture.md names every room', () => {
    const rooms = readdirSync('core', { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const page = read('docs/architecture.md');
    none(rooms.map(({ name }) => name).filter((name) => !page.includes(`\`${name}\``)));
  });

  test('prose wraps at 100 columns', () => {
    const long = pages.flatMap((path) =>
      proseOf(path)
        .split('\n')
        .filter((line) => [...line].length > 100 && !/^(\||#|!\[)/.test(line))
        .map((line) => `${path}: ${line.slice(0, 60)}...`),
    );
    none(long);
  });
});

describe('command.md', () => {
  const page = read('docs/command.md');
  const core = files
    .filter((path) => /^core\/.*\.cc$/.test(path))
    .map((path) => read(path))
    .join('\n');
  const idsOf = (pattern) => [...core.matchAll(pattern)].map(([, id]) => id);
  const defined = (type) =>
    idsOf(new RegExp(String.raw`^const ${type} k\w+\s*=?\s*\{\s*(?:\.id = )?"([\w-]+)"`, 'gm'));
  const named = [
    ['rule', defined('Rule'), 20],
    ['reason for a refund', defined('RefundReason'), 11],
    ['case', defined('AnswerCase'), 13],
    ['kind of export', defined('ExportKind'), 10],
    ['option', idsOf(/"(?:-\w,)?(--[a-z][a-z-]+)"/g), 30],
  ];
  for (const [what, ids, least] of named) {
    test(`names every ${what} of the core`, () => {
      assert.ok(ids.length >= least, `the pattern finds them: ${ids.length}`);
      none(ids.filter((id) => !new RegExp(`${id}(?![\\w-])`).test(page)));
    });
  }
});
