// What the figures were measured on and with.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

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
