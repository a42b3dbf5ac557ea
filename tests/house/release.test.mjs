// What a release is made of: packages pinned to their bytes, licences told, workflows that
// name every action by its commit and every container by its digest.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';

import { audited, taken } from '../../.ci/audit.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const lock = () => JSON.parse(read('package-lock.json'));
const advisories = JSON.parse(read('.ci/advisories.json'));
const workflows = readdirSync(new URL('../../.github/workflows/', import.meta.url));

describe('the audit of the lock file', () => {
  test('finds nothing', () => assert.deepEqual(audited(lock(), advisories), []));

  test('every answer says something, and the day of a report is one', () => {
    const { npm_audit_of, known } = advisories;
    assert.ok(npm_audit_of === null || /^\d{4}-\d\d-\d\d$/.test(npm_audit_of));
    assert.ok(known.length > 3);
    for (const { id, answer } of known) assert.ok(answer === '' || answer.length > 20, id);
  });

  const changes = {
    'bytes that are not pinned': (each) => delete each.lit.integrity,
    'a weak digest': (each) => (each.lit.integrity = 'sha1-AAAA'),
    'another registry': (each) => (each.lit.resolved = 'https://example.invalid/lit.tgz'),
    'a licence that the page may not carry': (each) => (each.lit.license = 'MPL-2.0'),
    'no licence': (each) => delete each.vite.license,
    'a script at the installation': (each) => (each.idb.hasInstallScript = true),
    'a script of an optional package': (each) =>
      Object.assign(each.idb, { hasInstallScript: true, optional: true }),
    'a licence of what may be carried and is for tests too': (each) =>
      Object.assign(each.lit, { license: 'MPL-2.0', devOptional: true }),
    'an old version with an advisory': (each) => (each.vite.version = '6.3.4'),
  };
  const old = { id: 'GHSA-0', package: 'vite', below: '6.3.5', answer: '' };
  for (const [name, change] of Object.entries(changes)) {
    test(`tells of ${name}`, () => {
      const changed = lock();
      const byName = (package_) => changed.packages[`node_modules/${package_}`];
      change({ lit: byName('lit'), vite: byName('vite'), idb: byName('idb') });
      assert.equal(audited(changed, { known: [old] }).length, 1);
    });
  }
  test('takes in what npm tells of each package and of each line of versions', () => {
    const url = 'https://github.com/advisories/GHSA-1';
    const via = (name, range) => ({ via: [{ url, name, range }, 'another'] });
    const report = {
      vulnerabilities: {
        a: via('a', '>=4.0.0 <4.5.6'),
        b: via('b', '<1.2.3'),
        c: { via: [{ url, name: 'a', range: '<3.0.1' }] },
        d: via('d', '<=1.0.0'),
      },
    };
    const book = taken({ known: [] }, report);
    assert.deepEqual(
      book.known.map(({ id, package: of, below }) => `${id} ${of} ${below}`),
      ['GHSA-1 a 4.5.6', 'GHSA-1 b 1.2.3', 'GHSA-1 a 3.0.1', 'GHSA-1 d 9999.0.0'],
    );
    assert.equal(taken(book, report).known.length, 4, 'once');
    assert.throws(() => taken({ known: [] }, { message: '405' }), /no report of npm audit/);
  });
  test('knows that 6.3.10 is above 6.3.5', () => {
    const changed = lock();
    changed.packages['node_modules/vite'].version = '6.3.10';
    assert.deepEqual(audited(changed, { known: [old] }), []);
  });
});

test('the notices name every package that the page carries, with its version', () => {
  const notices = read('web/notices.txt');
  const typesOnly = ['@types/trusted-types', '@lit-labs/ssr-dom-shim'];
  let carried = 0;
  for (const [path, { version, license, dev }] of Object.entries(lock().packages)) {
    const name = path.replace('node_modules/', '');
    if (name === '' || dev || typesOnly.includes(name)) continue;
    assert.ok(notices.includes(`${name} ${version}`), `${name} ${version}`);
    assert.ok(notices.includes(`(${license})`), license);
    ++carried;
  }
  assert.ok(carried >= 4, `${carried} packages`);
});

test('every container is named by its digest', () => {
  for (const file of workflows) {
    const images = [...read(`.github/workflows/${file}`).matchAll(/container: (\S+)/g)];
    assert.ok(images.length > 0, `${file} names a container`);
    for (const [line, image] of images)
      assert.match(image, /^[\w.]+:\d+@sha256:[0-9a-f]{64}$/, `${file}: ${line}`);
  }
  assert.ok(workflows.length >= 4, `${workflows.length} workflows`);
});
