// The files for Amazon's upload page that are kept as golden files, and the tracking
// numbers that they were made with.
import { parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { SAMPLES } from './golden_files.mjs';

export const found = JSON.parse(
  parcelwise(['check', '--now', NOW, '--format', 'json', ...SAMPLES]).stdout,
);
export const ordersOf = (rule) =>
  [
    ...new Set(found.actions.filter((each) => each.rule === rule).map((each) => each.order_id)),
  ].sort();
export const toShip = ordersOf('ship');

// Twelve digits of which the last is the others modulo seven.
export const numberOf = (n) => {
  const body = String(30000000000 + n);
  return body + String(Number(BigInt(body) % 7n));
};
export const LINES = toShip.map((order, n) => `${order}\t${numberOf(n)}`).join('\n');

// Each kind with its lines, the command's arguments and the module's options.
export const AMAZON_GOLDEN = [
  {
    kind: 'shipping-confirmation',
    lines: LINES,
    values: ['--carrier', 'yamato'],
    options: { carrier: 'yamato' },
  },
  { kind: 'cancellations', lines: '', values: [], options: {} },
].map((each) => ({ ...each, path: new URL(`golden/${each.kind}.txt`, import.meta.url).pathname }));

export const amazonArguments = ({ kind, lines, values }, out) => [
  'export',
  kind,
  '--now',
  NOW,
  ...SAMPLES,
  ...(lines ? ['--tracking', '-'] : []),
  ...values,
  '-o',
  out,
];
