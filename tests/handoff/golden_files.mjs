// The files that leave, made from the samples: which of them are kept as golden files,
// and how the command and the module write them.
import { readFileSync } from 'node:fs';

import { NOW } from '../golden/reports.mjs';

export const SAMPLES = [
  'unshipped',
  'new-orders',
  'all-orders',
  'pending',
  'returns',
  'settlement',
].map((name) => new URL(`../../data/samples/sample-${name}.txt`, import.meta.url).pathname);

// Kind and language of each.
export const GOLDEN = [
  ['calendar', '.ics', 'en'],
  ['calendar', '.ics', 'ja'],
  ['worklist', '.csv', 'ja'],
  ['worklist', '.csv', 'it'],
  ['picklist', '.csv', 'ja'],
].map(([kind, ending, language]) => ({
  kind,
  language,
  path: new URL(`golden/${kind}-${language}${ending}`, import.meta.url).pathname,
}));

export const arguments_of = ({ kind, language }, out) => [
  'export',
  kind,
  '--now',
  NOW,
  '--language',
  language,
  ...SAMPLES,
  '-o',
  out,
];

// The same from the module: every file's bytes.
export function written(parcelwise, { kind, language }, options = {}) {
  for (const path of SAMPLES) parcelwise.load(path.split('/').at(-1), readFileSync(path));
  parcelwise.ok('setLanguage', language);
  parcelwise.ok('check', NOW, '{}');
  const { files } = parcelwise.ok('writeFiles', kind, JSON.stringify(options));
  const bytes = files.map(({ at, bytes: size }) =>
    Buffer.from(parcelwise.module.HEAPU8.slice(at, at + size)),
  );
  parcelwise.ok('removeAll');
  return bytes;
}
