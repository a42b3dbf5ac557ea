// What the figures were measured on and with.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const folder = new URL('./', import.meta.url);

export function packageVersion(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, folder), 'utf8'))
    .version;
}

export function machine() {
  const processors = cpus();
  const compiler = execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  return `${processors[0]?.model.trim() || 'unknown CPU'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; ${compiler}`;
}

// What else runs: nothing that was timed beside it may be told to others.
export function busy() {
  const [minute] = loadavg();
  if (minute < 0.5) return '';
  return `THE MACHINE IS BUSY: ${minute.toFixed(1)} processes wanted to run in the last minute. Times below are not for quoting; instructions are (--table instructions).`;
}
