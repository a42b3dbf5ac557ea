// What the test runners counted, read from what they said.

// node:test's closing lines: "ℹ pass 12", in a log without colours "# pass 12".
export function countNodeTest(said) {
  const told = (word) => {
    const lines = [...said.matchAll(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gm'))];
    return Number(lines.at(-1)?.[1] ?? 0);
  };
  return {
    passed: told('pass'),
    failed: told('fail') + told('cancelled'),
    skipped: told('skipped'),
  };
}

// CTest's LastTest.log. A GoogleTest program counts its own tests; any other
// program is one. A program that failed without a failed test (it crashed, or a
// sanitizer spoke at its end) has one more failure than it told.
export function countCtest(log) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const part of log.split(/^\d+\/\d+ Testing: /m).slice(1)) {
    const good = /^Test Passed\.$/m.test(part);
    const told = (pattern) => Number(part.match(pattern)?.[1] ?? 0);
    const one = {
      passed: told(/^\[  PASSED  \] (\d+) tests?\./m),
      failed: told(/^\[  FAILED  \] (\d+) tests?, listed below/m),
      skipped: told(/^\[  SKIPPED \] (\d+) tests?, listed below/m),
    };
    if (!good && one.failed === 0) one.failed = 1;
    if (good && !/^\[==========\] /m.test(part)) one.passed = 1;
    for (const word of Object.keys(sum)) sum[word] += one[word];
  }
  return sum;
}
