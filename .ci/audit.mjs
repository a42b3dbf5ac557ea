// Looks through package-lock.json without a network: every package is pinned to its bytes,
// comes under a licence that may be used, runs nothing when it is installed unless named
// here, and has no advisory that .ci/advisories.json knows and nobody has answered.
//
//   node .ci/audit.mjs                      what is wrong, a line each; status 1 if anything
//   npm audit --json | node .ci/audit.mjs --take     adds new advisories, to be answered

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const licences = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0', '0BSD'];
const within = ['MIT', 'ISC', 'BSD-3-Clause']; // what the page carries inside
const mayRun = ['esbuild', 'fsevents']; // fsevents is for a Mac alone
const book = '.ci/advisories.json';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

// Whether 1.2.3 is lower than 1.10.0, by numbers.
function lower(a, b) {
  const [x, y] = [a, b].map((each) => each.split('-')[0].split('.').map(Number));
  const at = [0, 1, 2].find((i) => x[i] !== y[i]);
  return at !== undefined && x[at] < y[at];
}

export function audited(lock, advisories) {
  const wrong = [];
  for (const [path, each] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = nameOf(path);
    const say = (what) => wrong.push(`${name} ${each.version}: ${what}`);
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(each.integrity ?? '')) say('no SHA-512 of its bytes');
    // Left out of the lock file it is the registry that whoever installs has set.
    if (each.resolved !== undefined && !each.resolved.startsWith('https://registry.npmjs.org/'))
      say(`comes from ${each.resolved}`);
    const allowed = each.dev ? licences : within;
    if (!allowed.includes(each.license)) say(`licence ${each.license}`);
    if (each.hasInstallScript && !mayRun.includes(name)) say('runs a script when it is installed');
    for (const { id, package: of, below, answer } of advisories.known) {
      if (of === name && lower(each.version, below) && !answer) say(`${id}, mended in ${below}`);
    }
  }
  return wrong;
}

// A version that no package reaches: mended nowhere yet.
const never = '9999.0.0';

// The book with what a report of npm's tells and it did not know.
export function taken(advisories, report) {
  if (typeof report.vulnerabilities !== 'object')
    throw new Error('no report of npm audit: it tells no vulnerabilities');
  // One advisory may speak of several packages, and of several lines of one.
  const key = (each) => [each.id, each.package, each.below].join(' ');
  const seen = new Set(advisories.known.map(key));
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const { url, name, range } of via.filter((each) => typeof each === 'object')) {
      const below = /<\s*([\d.]+)\s*$/.exec(range)?.[1] ?? never;
      const told = { id: url.split('/').at(-1), package: name, below, answer: '' };
      if (!seen.has(key(told))) advisories.known.push(told);
      seen.add(key(told));
    }
  }
  return advisories;
}

function take(report) {
  const advisories = taken(read(book), report);
  advisories.npm_audit_of = new Date().toISOString().slice(0, 10);
  writeFileSync(book, `${JSON.stringify(advisories, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--take')) take(JSON.parse(readFileSync(0, 'utf8')));
  const advisories = read(book);
  const wrong = audited(read('package-lock.json'), advisories);
  for (const line of wrong) console.error(line);
  const of = advisories.npm_audit_of;
  console.log(
    `${wrong.length} findings; ${advisories.known.length} advisories known, ` +
      (of ? `npm's own report of ${of} among them` : 'by hand: no report of npm audit yet'),
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
