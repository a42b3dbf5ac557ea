// The native command and the module, held to the golden JSON byte for byte, with
// files in every order and chunks of every size: node --test tests/golden/
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import test from 'node:test';

import { openModule } from '../wasm/open_module.mjs';
import { NOW, expected, goldenChecks, nativeJson, ordersOf } from './reports.mjs';

const parcelwise = await openModule();

function moduleJson(files, chunk) {
  parcelwise.ok('removeAll');
  for (const file of files) parcelwise.load(basename(file), readFileSync(file), chunk);
  parcelwise.ok('check', NOW, '{}');
  return parcelwise.text('findings');
}

for (const check of goldenChecks()) {
  test(`${check.name}: native`, () => {
    for (const files of ordersOf(check.files)) {
      assert.equal(nativeJson(files), expected(check));
    }
  });
  test(`${check.name}: module`, () => {
    for (const chunk of [1, 7, 64 * 1024]) {
      for (const files of ordersOf(check.files)) {
        assert.equal(moduleJson(files, chunk), expected(check), `chunks of ${chunk}`);
      }
    }
  });
  test(`${check.name}: rows reconcile`, () => {
    for (const report of JSON.parse(expected(check)).reports) {
      const { items, continuations, repeated_headers, blank, duplicates, rejected } = report;
      const sum = items + continuations + repeated_headers + blank + duplicates + rejected;
      assert.equal(report.rows, sum, report.file);
    }
  });
}
