// The rows of docs/faq.md, and what each shows on the sample reports.
import { readdirSync, readFileSync } from 'node:fs';

import { NOW } from '../golden/reports.mjs';
import { parcelwise } from './command.mjs';

const root = new URL('../../', import.meta.url);
export const GOLDEN = new URL('tests/cli/golden/faq.json', root);

const SAMPLES = readdirSync(new URL('data/samples/', root))
  .filter((file) => /^sample-(unshipped|new-orders|all-orders|pending)\.txt$/.test(file))
  .map((file) => new URL(`data/samples/${file}`, root).pathname);

// [{ passage, served, command }]
export function faqRows() {
  const text = readFileSync(new URL('docs/faq.md', root), 'utf8');
  return [...text.matchAll(/^\| (S\d+[ab]?) \| .+ \| (.+) \| `(.+)` \|$/gm)].map(
    ([, passage, served, command]) => ({ passage, served, command: command.split(' ') }),
  );
}

function run(values) {
  const now = values.includes('--now') ? [] : ['--now', NOW];
  const { status, stdout, stderr } = parcelwise([...values, ...now, ...SAMPLES]);
  if (status !== 0) throw new Error(`${values.join(' ')}: ${stderr}`);
  return stdout;
}

let checked; // one check serves all rows that show a rule

export function shownBy([name, ...values]) {
  if (name === 'check') {
    checked ??= JSON.parse(run(['check', '--format', 'json']));
    return checked.actions.filter(({ rule }) => rule === values[0]).slice(0, 3);
  }
  return JSON.parse(run([name, ...values, '--format', 'json']));
}
