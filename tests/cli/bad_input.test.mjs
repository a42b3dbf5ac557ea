// Each option that takes JSON, given the same bad files: one sentence that names
// the place, a status and no signal, and nothing written.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import { NOW } from '../golden/reports.mjs';
import { assertOneLineEach, ownFolder, parcelwise } from './command.mjs';

const { folder, file } = ownFolder();
const SAMPLE = new URL('../../data/samples/sample-unshipped.txt', import.meta.url).pathname;
const OUTPUT = join(folder, 'output.csv');
const DEEP = 100_000;

const exported = (...values) => ['export', ...values, '-o', OUTPUT, '--now', NOW, SAMPLE];

// How each option is asked for with a file.
const OPTIONS = {
  '--combine of export': (path) => exported('picklist', '--combine', path),
  '--combine of answer': (path) => ['answer', 'points', '--combine', path, '--now', NOW, SAMPLE],
  '--refunds': (path) => exported('adjustments', '--refunds', path),
  '--shop': (path) => exported('yamato-b2', '--shop', path),
  '--tracking-columns': (path) =>
    exported('shipping-confirmation', '--tracking', SAMPLE, '--tracking-columns', path),
  '--policy': (path) => ['check', '--policy', path, '--now', NOW, SAMPLE],
  '--journal of check': (path) => ['check', '--journal', path, '--now', NOW, SAMPLE],
  '--journal of changes': (path) => ['changes', '--journal', path, '--now', NOW, SAMPLE],
  '--journal of export': (path) => exported('picklist', '--journal', path),
  '--follow-ups': (path) => ['check', '--follow-ups', path, '--now', NOW, SAMPLE],
  '--wording': (path) => ['answer', 'points', '--wording', path, '--now', NOW, SAMPLE],
  '--tariff': (path) => ['combine', '--tariff', path, '--from', 'Tokyo', '--now', NOW, SAMPLE],
  '--skus': (path) => [
    'combine',
    '--tariff',
    'yamato',
    '--from',
    'Tokyo',
    '--skus',
    path,
    '--now',
    NOW,
    SAMPLE,
  ],
};

const levels = (n) => '/0'.repeat(n);
const FILES = {
  'nested deep': {
    text: `{"groups":[${'['.repeat(DEEP)}${']'.repeat(DEEP)}]}`,
    place: `/groups${levels(15)}`,
  },
  'nested deep and left open': { text: '['.repeat(DEEP), place: levels(16) },
  'objects nested deep': { text: '{"a":'.repeat(DEEP), place: '/a'.repeat(16) },
  'a name twice': { text: '{"groups":[],"groups":[]}', place: '/groups' },
  'a name twice within': { text: '{"a":[{"b/c":1,"b/c":1}]}', place: '/a/0/b~1c' },
  'a NUL': { text: '{"a":"\u0000"}', place: '/a' },
  'a NUL escaped': { text: '{"a":["\\u0000"]}', place: '/a/0' },
  'half a character': { text: Buffer.from('7b2261223a22e69d227d', 'hex'), place: '/a' },
  'half a pair': { text: '{"a":"\\ud83d"}', place: '/a' },
  'too large': { text: `[${' '.repeat(16 << 20)}]`, place: '16 MB' },
  'cut off': { text: '{"a":[1,', place: '/a/1' },
  empty: { text: '', place: '' },
};

for (const [option, ask] of Object.entries(OPTIONS)) {
  describe(option, () => {
    for (const [name, { text, place }] of Object.entries(FILES)) {
      // No mapping is a mapping of nothing.
      if (option === '--tracking-columns' && name === 'empty') continue;
      // A journal names each listing's orders: more of it is read.
      if (option.startsWith('--journal') && name === 'too large') continue;
      test(`${name} is told in one sentence`, () => {
        const { status, signal, stdout, stderr } = parcelwise(ask(file('bad.json', text)));
        assert.equal(signal, null);
        assert.ok(status === 1 || status === 2, `${status}: ${stderr}`);
        assert.equal(stdout, '');
        assert.equal(stderr.split('\n').length, 2, stderr);
        assertOneLineEach(stderr);
        assert.ok(stderr.includes(place), stderr);
        assert.ok(stderr.length < 700, stderr);
        assert.ok(!existsSync(OUTPUT));
      });
    }
  });
}
