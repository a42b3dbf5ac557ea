// Changes the core by one sign at a time and asks the room's own tests whether they mind.
// A change that no test minds survives; it is listed with its place. No source is touched:
// the changed file is compiled beside it and linked before the core.
//
//   node tests/mutants/run.mjs [--count 20] [--seed 1] [--rooms rules,refund,...]
//     --count   of each room, drawn by chance; 0 for all there are
//     --only    core/refund/plan.cc:120   every change of that line
//     --floor   the least share of changes that must be killed, in percent: 70
//     --preset  whose build is used, if not dev's; one that compiles each file by itself
//
// It needs that build whole; survivors stand in build/mutants/survivors.txt. What is
// known to change nothing that can be seen is in tests/mutants/equivalent.txt. A room's tests
// must pass unchanged first. A change that lets them run for ever is killed by its time-out,
// and counted apart. Status 1 below the floor, 2 where nothing could be tried.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Chance } from '../samples/chance.mjs';
import { sitesOf } from './sites.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    rooms: { type: 'string', default: 'rules,refund,combine,orders,journal' },
    only: { type: 'string', default: '' },
    preset: { type: 'string', default: 'dev' },
    floor: { type: 'string', default: '70' },
  },
});
const build = `build/${values.preset}`;
const work = `${process.cwd()}/build/mutants`;
const patienceMs = 120_000;
const patience = 10; // times as long as the tests take unchanged

function stop(why) {
  console.error(why);
  process.exit(2);
}
if (!/^\d+$/.test(values.count)) stop(`--count ${values.count} is no number`);
if (!(Number(values.floor) >= 0 && Number(values.floor) <= 100))
  stop(`--floor ${values.floor} is no percentage`);

const equivalent = new Set(
  readFileSync('tests/mutants/equivalent.txt', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(' # ')[0].trim()),
);
const compiles = new Map(
  JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8')).map((each) => [
    each.file.replace(`${process.cwd()}/`, ''),
    each,
  ]),
);

// `timeout` ends all that the command began: a compiler that went on would write over the
// next change's object.
function run(command, cwd, milliseconds = patienceMs) {
  const result = spawnSync(
    'timeout',
    ['--signal=KILL', `${milliseconds / 1000}`, '/bin/sh', '-c', command],
    { cwd, encoding: 'utf8', env: { ...process.env, CCACHE_DISABLE: '1' } },
  );
  if (result.error) throw result.error;
  const killed = 128 + 9;
  return { ...result, ended: result.signal === 'SIGKILL' || result.status === killed };
}

// How the room's tests are linked, with a place for an object of ours and for the result.
function linkOf(room) {
  const target = `parcelwise_${room}_tests`;
  const built = spawnSync('ninja', ['-C', build, `tests/${target}`], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout);
  const told = spawnSync('ninja', ['-C', build, '-t', 'commands', `tests/${target}`], {
    encoding: 'utf8',
  }).stdout;
  const last = told.trim().split('\n').at(-1);
  const out = `-o tests/${target} `;
  if (!last.includes(out)) throw new Error(`no link of ${target}: ${last}`);
  return last.replace(out, `-o ${work}/tests ${work}/mutant.o `);
}

function mutated(source, { from, to, is }) {
  return source.slice(0, from) + is + source.slice(to);
}

const lineOf = (source, number) => source.split('\n')[number - 1].trim();

const tests = (program, directory, timeout) =>
  run(`exec ${program} --gtest_brief=1 --gtest_fail_fast`, directory, timeout);

// How long the room's tests may take: they must pass as they are.
function patienceOf(room, directory) {
  const started = Date.now();
  const { status, stdout } = tests(`tests/parcelwise_${room}_tests`, directory);
  if (status !== 0) stop(`the tests of ${room} fail unchanged:\n${stdout}`);
  return Math.max(10_000, patience * (Date.now() - started));
}

// "killed", "timeout" where the tests had to be ended, "survived", or "refused" where the
// compiler takes it not.
function fateOf(file, source, site, link, timeout) {
  const { command, directory } = compiles.get(file);
  writeFileSync(`${work}/mutant.cc`, mutated(source, site));
  const compile = command
    .replace(/ -o \S+ /, ` -o ${work}/mutant.o `)
    .replace(/ -c \S+$/, ` -w -c ${work}/mutant.cc`);
  for (const command of [compile, link]) {
    const { status, ended } = run(command, directory);
    if (ended) stop(`${file} was not built within ${patienceMs / 1000} s: is the machine busy?`);
    if (status !== 0) return 'refused';
  }
  const { status, ended } = tests(`${work}/tests`, directory, timeout);
  if (ended) return 'timeout';
  return status === 0 ? 'survived' : 'killed';
}

function sitesOfRoom(room) {
  const [file, line] = values.only.split(':');
  return readdirSync(`core/${room}`)
    .filter((name) => name.endsWith('.cc'))
    .sort()
    .map((name) => `core/${room}/${name}`)
    .filter((path) => file === '' || path === file)
    .flatMap((path) => {
      const source = readFileSync(path, 'utf8');
      return sitesOf(source)
        .filter((site) => !line || site.line === Number(line))
        .map((site) => ({ path, source, site }));
    });
}

mkdirSync(work, { recursive: true });
const survivors = [];
const table = [];
for (const room of values.only ? [values.only.split('/')[1]] : values.rooms.split(',')) {
  const link = linkOf(room);
  const timeout = patienceOf(room, `${process.cwd()}/${build}`);
  const left = sitesOfRoom(room);
  const chance = new Chance(Number(values.seed));
  const most = values.only || values.count === '0' ? left.length : Number(values.count);
  const counts = { room, of: left.length, killed: 0, timeout: 0, survived: 0 };
  Object.assign(counts, { refused: 0, equivalent: 0 });
  for (let drawn = 0; drawn < most && left.length > 0; ++drawn) {
    const [{ path, source, site }] = left.splice(values.only ? 0 : chance.below(left.length), 1);
    const text = lineOf(source, site.line);
    const name = `${path}: ${site.was} to ${site.is || 'nothing'}: ${text}`;
    const fate = equivalent.has(name) ? 'equivalent' : fateOf(path, source, site, link, timeout);
    ++counts[fate];
    if (fate === 'timeout') console.log(`${path}:${site.line}: ended after ${timeout} ms: ${text}`);
    if (fate === 'survived') {
      survivors.push(`${path}:${site.line}: ${site.was} to ${site.is || 'nothing'}: ${text}`);
      console.log(survivors.at(-1));
    }
  }
  table.push(counts);
  const killed = counts.killed + counts.timeout;
  console.log(`${room}: ${killed} of ${killed + counts.survived} killed`);
}
writeFileSync(`${work}/survivors.txt`, survivors.map((each) => `${each}\n`).join(''));
console.table(table);
const sum = (name) => table.reduce((total, each) => total + each[name], 0);
const killed = sum('killed') + sum('timeout');
const tried = killed + sum('survived');
if (tried === 0) stop('nothing was tried');
const share = (100 * killed) / tried;
console.log(
  `${killed} of ${tried} killed, ${sum('timeout')} of them by time-out: ${share.toFixed(1)} %`,
);
if (share < Number(values.floor)) {
  console.error(`below the floor of ${values.floor} %`);
  process.exitCode = 1;
}
