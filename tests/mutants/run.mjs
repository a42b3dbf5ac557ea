// Changes the core by one sign at a time and asks the tests whether they mind: the room's
// own first, then those of the other rooms, since what a rule finds in a returns report is
// tested beside the reading of it. A change that no test minds survives; it is listed with
// its place. No source is touched: the changed file is compiled beside it and linked before
// the core.
//
//   node tests/mutants/run.mjs [--count 20] [--seed 1] [--rooms rules,refund,...]
//     --count   of each room, drawn by chance; 0 for all there are
//     --only    core/refund/plan.cc:120   every change of that line
//     --floor   the least share of changes that must be killed, in percent: 70
//     --preset  whose build is used, if not dev's; one that compiles each file by itself
//
// It needs that build whole, and tries as many rooms at a time as the machine has cores;
// survivors stand in build/mutants/survivors.txt. What is
// known to change nothing that can be seen is in tests/mutants/equivalent.txt. A room's tests
// must pass unchanged first. A change that lets them run for ever is killed by its time-out,
// and counted apart. Status 1 below the floor, 2 where nothing could be tried.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
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
// Whose tests are asked.
const rooms = ['rules', 'refund', 'combine', 'orders', 'journal', 'session'];
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
async function run(command, cwd, milliseconds = patienceMs) {
  const child = spawn(
    'timeout',
    ['--signal=KILL', `${milliseconds / 1000}`, '/bin/sh', '-c', command],
    {
      cwd,
      env: { ...process.env, CCACHE_DISABLE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [stdout, [status, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const killed = 128 + 9;
  return { status, stdout, ended: signal === 'SIGKILL' || status === killed };
}

// Where the room's changed files, their objects and tests are written.
const workOf = (room) => `${work}/${room}`;

// How the room's tests are linked: with an object of ours before the core, into `into`.
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
  return (into) => last.replace(out, `-o ${into}/tests ${into}/mutant.o `);
}

function mutated(source, { from, to, is }) {
  return source.slice(0, from) + is + source.slice(to);
}

const lineOf = (source, number) => source.split('\n')[number - 1].trim();

const tests = (program, directory, timeout) =>
  run(`exec ${program} --gtest_brief=1 --gtest_fail_fast`, directory, timeout);

// How long the room's tests may take: they must pass as they are.
async function patienceOf(room, directory) {
  const started = Date.now();
  const { status, stdout } = await tests(`tests/parcelwise_${room}_tests`, directory);
  if (status !== 0) stop(`the tests of ${room} fail unchanged:\n${stdout}`);
  return Math.max(10_000, patience * (Date.now() - started));
}

async function builtWell(file, commands, directory) {
  for (const command of commands) {
    const { status, ended } = await run(command, directory);
    if (ended) stop(`${file} was not built within ${patienceMs / 1000} s: is the machine busy?`);
    if (status !== 0) return false;
  }
  return true;
}

// "killed", "timeout" where the tests had to be ended, "survived", or "refused" where the
// compiler takes it not.
async function fateOf({ path: file, source, site }, room) {
  const { command, directory } = compiles.get(file);
  const into = workOf(room);
  writeFileSync(`${into}/mutant.cc`, mutated(source, site));
  const compile = command
    .replace(/ -o \S+ /, ` -o ${into}/mutant.o `)
    .replace(/ -c \S+$/, ` -w -c ${into}/mutant.cc`);
  if (!(await builtWell(file, [compile], directory))) return 'refused';
  for (const asked of [room, ...rooms.filter((each) => each !== room)]) {
    const { link, timeout } = programs.get(asked);
    if (!(await builtWell(file, [link(into)], directory))) return 'refused';
    const { status, ended } = await tests(`${into}/tests`, directory, timeout);
    if (ended) return 'timeout';
    if (status !== 0) return 'killed';
  }
  return 'survived';
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

const survivors = [];

async function countsOf(room) {
  mkdirSync(workOf(room), { recursive: true });
  const left = sitesOfRoom(room);
  const chance = new Chance(Number(values.seed));
  const most = values.only || values.count === '0' ? left.length : Number(values.count);
  const counts = { room, of: left.length, killed: 0, timeout: 0, survived: 0 };
  Object.assign(counts, { refused: 0, equivalent: 0 });
  for (let drawn = 0; drawn < most && left.length > 0; ++drawn) {
    const [change] = left.splice(values.only ? 0 : chance.below(left.length), 1);
    const { path, source, site } = change;
    const line = lineOf(source, site.line);
    const how = `${site.was} to ${site.is || 'nothing'}: ${line}`;
    const fate = equivalent.has(`${path}: ${how}`) ? 'equivalent' : await fateOf(change, room);
    ++counts[fate];
    if (fate === 'timeout') console.log(`${path}:${site.line}: ended: ${line}`);
    if (fate === 'survived') {
      survivors.push(`${path}:${site.line}: ${how}`);
      console.log(survivors.at(-1));
    }
  }
  const killed = counts.killed + counts.timeout;
  console.log(`${room}: ${killed} of ${killed + counts.survived} killed`);
  return counts;
}

const programs = new Map();
for (const room of rooms) {
  const link = linkOf(room);
  programs.set(room, { link, timeout: await patienceOf(room, `${process.cwd()}/${build}`) });
}
const waiting = values.only ? [values.only.split('/')[1]] : values.rooms.split(',');
const table = [];
async function tryRooms() {
  for (let room = waiting.shift(); room; room = waiting.shift()) table.push(await countsOf(room));
}
await Promise.all(Array.from({ length: availableParallelism() }, tryRooms));
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
