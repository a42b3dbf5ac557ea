// The second table: the native command against reading the file (`wc -l`),
// hashing its lines, and DuckDB's native package with the same questions.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersOfFindings } from './page/parcelwise_answers.mjs';
import { compareAnswers } from './asked.mjs';
import { NOW } from './reports.mjs';
import { median, megabytes, printTable, times } from './table.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const HASH_LINES = at('../../build/bench/hash_lines');
const MEASURE = at('../../build/bench/measure');

function compile(program, source) {
  mkdirSync(at('../../build/bench/'), { recursive: true });
  const { status, stderr } = spawnSync('g++', ['-O2', '-std=c++20', '-o', program, at(source)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function once(command) {
  const { stdout, status } = spawnSync(MEASURE, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cannot run ${command[0]}`);
  const [code, ms, cpu, kilobytes] = stdout.trim().split(' ').map(Number);
  if (code !== 0) throw new Error(code === 127 ? 'not built' : `left with status ${code}`);
  return { ms, cpu, bytes: kilobytes * 1024 };
}

// Processor time counts threads twice and other processes not at all; ratios are of it.
function measure(command, runs) {
  try {
    once(command);
    const results = Array.from({ length: runs }, () => once(command));
    const middle = (name) => median(results.map((one) => one[name]));
    return {
      ms: middle('ms'),
      cpu: middle('cpu'),
      bytes: Math.max(...results.map((one) => one.bytes)),
    };
  } catch (error) {
    return { failure: error.message };
  }
}

// The same where nothing was measured yet.
export function measureOnce(command) {
  compile(MEASURE, 'measure.cc');
  return measure(command, 1);
}

const output = (command) => {
  const { stdout, status, stderr } = spawnSync(command[0], command.slice(1), {
    encoding: 'utf8',
    maxBuffer: 2 ** 31 - 1,
  });
  if (status !== 0) throw new Error(`${command[0]}: ${stderr.trim().split('\n')[0]}`);
  return stdout;
};

// {name, answers} or {name, failure}.
function asked(name, ask) {
  try {
    return { name, answers: ask() };
  } catch (error) {
    return { name, failure: error.message };
  }
}

export function nativeTable({ report, build, versions, runs = 5, duckdbReads = true }) {
  console.log(`Natively: ${report.title}`);
  compile(HASH_LINES, 'hash_lines.cc');
  compile(MEASURE, 'measure.cc');
  const command = join(build, 'native/core/cli/parcelwise');
  const check = (format) => [command, 'check', report.path, '--now', NOW, '--format', format];
  const duckdb = (threads) => [
    process.execPath,
    at('duckdb_native.mjs'),
    report.path,
    NOW,
    threads,
    ...report.columns,
  ];
  const results = [asked('Parcelwise', () => answersOfFindings(JSON.parse(output(check('json')))))];
  if (duckdbReads) results.push(asked('DuckDB', () => JSON.parse(output(duckdb('threads=all')))));
  const { rows, differing } = compareAnswers(results, report.columns);
  printTable(['answers', ...results.map(({ name }) => name)], rows);
  for (const { name, failure } of results)
    if (failure) console.log(`  ${name} failed: ${failure}\n`);
  if (differing.size > 0)
    console.log('  The answers differ: the times below compare different work.\n');

  const version = versions['duckdb-native'];
  const commands = [
    ['wc -l', '', ['wc', '-l', report.path]],
    ['hash its lines', '', [HASH_LINES, report.path]],
    ['parcelwise check, json', '', check('json')],
    ['parcelwise check, text', '', check('text')],
    ['DuckDB, one thread', version, duckdb('threads=1')],
    ['DuckDB, all threads', version, duckdb('threads=all')],
  ].slice(0, duckdbReads ? undefined : 4);
  const measured = commands.map(([name, told, line]) => [name, told, measure(line, runs)]);
  const floor = measured.slice(0, 2).reduce((sum, [, , { cpu }]) => sum + cpu, 0);
  printTable(
    [
      `median of ${runs}`,
      'version',
      'time',
      'processor',
      'of wc -l + hashing',
      'peak memory',
      'of the file',
    ],
    measured.map(([name, told, { failure, ms, cpu, bytes }]) =>
      failure
        ? [name, told, 'N/A', '', failure, '', '']
        : [
            name,
            told,
            `${Math.round(ms)} ms`,
            `${Math.round(cpu)} ms`,
            times(cpu / floor),
            megabytes(bytes),
            `${Math.round((100 * bytes) / report.bytes)} %`,
          ],
    ),
  );
}
