// Runs every suite, also when one fails, and closes with what each one's own
// runner counted. All that a suite said is kept in build/test/SUITE.log, the
// sum in build/test/total.
//
//   node .ci/test.mjs [--jobs N] [SUITE...]     default: all of them

import { spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { countCtest, countNodeTest } from './count.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const { values, positionals } = parseArgs({
  options: { jobs: { type: 'string', default: '2' } },
  allowPositionals: true,
});

const suites = {
  form: check(['node', '.ci/form.mjs']),
  native: ctest('native'),
  sanitizers: ctest('asan-ubsan'),
  wasm: ctest('wasm'),
  types: check(['node', 'node_modules/typescript/bin/tsc', '-p', 'web']),
  page: check(['node', 'web/build.mjs']),
  scripts: nodeTest(testFiles('tests').filter((path) => !path.startsWith('tests/browser/'))),
  browsers: browserTests(testFiles('tests/browser')),
};

// The C++ tests of one CMake preset. ctest counts programs; what each of them
// counted stands in its log.
function ctest(preset) {
  const log = `build/${preset}/Testing/Temporary/LastTest.log`;
  return {
    before: () => rmSync(log, { force: true }),
    commands: [
      ['cmake', '--preset', preset],
      ['cmake', '--build', '--preset', preset, '-j', values.jobs],
      ['ctest', '--preset', preset, '-j', values.jobs],
    ],
    count: () => countCtest(readFileSync(log, 'utf8')),
  };
}

// Node leaves one processor free, and of two that is half of them.
function nodeTest(files, processes = values.jobs) {
  const concurrency = `--test-concurrency=${processes}`;
  return {
    commands: [['node', '--test', '--test-reporter=spec', concurrency, ...files]],
    count: countNodeTest,
  };
}

// Files of one process share its browsers, which take longer to start than most tests
// take. Tests wait as much as they work, so there is one process more than processors.
function browserTests(files) {
  const folder = 'build/test/browsers';
  const processes = Number(values.jobs) + 1;
  const length = Math.min(2 * processes, files.length);
  const groups = Array.from({ length }, () => ({ bytes: 0, files: [] }));
  for (const path of files.sort((a, b) => statSync(b).size - statSync(a).size)) {
    const smallest = groups.reduce((one, other) => (other.bytes < one.bytes ? other : one));
    smallest.bytes += statSync(path).size;
    smallest.files.push(path);
  }
  const imports = ({ files }) => files.map((path) => `import '../../../${path}';\n`).join('');
  const paths = groups.map((_, at) => `${folder}/${at + 1}.test.mjs`);
  return {
    before: () => {
      mkdirSync(folder, { recursive: true });
      paths.forEach((path, at) => writeFileSync(path, imports(groups[at])));
    },
    ...nodeTest(paths, processes),
  };
}

// A command that counts nothing: it holds or it does not.
function check(command) {
  return {
    commands: [command],
    count: (said, good) => ({ passed: Number(good), failed: Number(!good) }),
  };
}

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(path);
      return entry.name.endsWith('.test.mjs') ? [path] : [];
    })
    .sort();
}

function spoken([program, ...given], log) {
  return new Promise((resolve) => {
    const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (from, to) =>
      from.setEncoding('utf8').on('data', (text) => {
        said += text;
        to.write(text);
        log.write(text);
      });
    hear(child.stdout, process.stdout);
    hear(child.stderr, process.stderr);
    child.on('error', (error) => console.error(error.message));
    child.on('close', (status) => resolve({ said, good: status === 0 }));
  });
}

async function run(name) {
  const { before, commands, count } = suites[name];
  console.log(`\n== ${name}`);
  before?.();
  const started = Date.now();
  const log = createWriteStream(`build/test/${name}.log`);
  let counts = { passed: 0, failed: 0 };
  let good = true;
  for (const [index, command] of commands.entries()) {
    const end = await spoken(command, log);
    good = end.good;
    if (index === commands.length - 1) counts = count(end.said, good);
    if (!good) break;
  }
  log.end();
  // A build that broke, or a runner that found nothing to run, is a failure too.
  if (counts.failed === 0 && (!good || counts.passed === 0)) counts.failed = 1;
  return { name, skipped: 0, ...counts, seconds: Math.round((Date.now() - started) / 1000) };
}

mkdirSync('build/test', { recursive: true });
rmSync('build/test/total', { force: true });
const wanted = positionals.length > 0 ? positionals : Object.keys(suites);
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(' ')}; there are ${Object.keys(suites).join(' ')}`);
  process.exit(2);
}
const results = [];
for (const name of wanted) results.push(await run(name));

const sum = (word) => results.reduce((total, result) => total + result[word], 0);
console.log('\n== what the runners counted');
for (const { name, passed, failed, skipped, seconds } of results) {
  const aside = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`${name.padEnd(11)}${passed} passed, ${failed} failed${aside} (${seconds} s)`);
}
const broken = results.filter(({ failed }) => failed > 0).map(({ name }) => name);
console.log(broken.length > 0 ? `failing: ${broken.join(' ')}` : 'all suites pass');
writeFileSync('build/test/total', `${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
