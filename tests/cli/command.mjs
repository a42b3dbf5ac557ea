// The command from outside, and what every test of it asks: one line a message,
// a text form that fits its terminal.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

import { COMMAND } from '../golden/reports.mjs';

// A folder of the test file's own, gone after it.
export function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'parcelwise-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  return { folder, file };
}

export function parcelwise(values, options = {}) {
  return spawnSync(COMMAND, values, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
}

// One line a message, and no control characters in it.
export function assertOneLineEach(stderr) {
  for (const line of stderr.split('\n').slice(0, -1)) {
    assert.match(line, /^parcelwise: [^\u0000-\u001F\u007F]+$/u);
  }
}

// Cells by Unicode's East Asian width: wide and full-width forms take two.
const WIDE = new RegExp(
  '[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uA960-\\uA97C\\uAC00-\\uD7A3\\uF900-\\uFAFF' +
    '\\uFE30-\\uFE6F\\uFF01-\\uFF60\\uFFE0-\\uFFE6\\u{1F300}-\\u{1F64F}\\u{1F900}-\\u{1F9FF}' +
    '\\u{20000}-\\u{3FFFD}]',
  'u',
);
const cells = (line) => [...line].reduce((sum, c) => sum + (WIDE.test(c) ? 2 : 1), 0);

export function assertFits(stdout, name) {
  for (const line of stdout.split('\n')) {
    assert.ok(cells(line) <= 80, `${name}: ${cells(line)} cells: ${line}`);
    assert.doesNotMatch(line, /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u, name);
  }
}
