// The columns of an address as lines of an envelope, as the core writes them outside
// Japan (core/handoff/slips.cc); Japan's stay as its reports have them.

import type { CombineGroup } from '../../../wasm/parcelwise';

type Column = CombineGroup['addresses'][number]['lines'][number];

// Each line: its columns, with what stands between them.
export function onEnvelope(columns: readonly Column[]): (Column | string)[][] {
  const of = (name: string) => columns.filter(({ column }) => column === name);
  const [code, state, city] = ['postal-code', 'state', 'city'].map((each) => of(`ship-${each}`));
  const country = of('ship-country');
  const written = country.flatMap(({ parts }) => parts.map(({ text }) => text)).join('');
  if (!code || !state || !city || written === '' || written === 'JP')
    return columns.map((each) => [each]);
  const town = ['US', 'CA', 'AU'].includes(written)
    ? [joined([city, joined([state, code], ' ')], ', ')]
    : ['GB', 'UK', 'IE'].includes(written)
      ? [city, state, code]
      : [joined([code, city, state], ' ')];
  const others = columns.filter((each) => ![...code, ...state, ...city, ...country].includes(each));
  return [...others.map((each) => [each]), ...town, country].filter((line) => line.length > 0);
}

function joined(lines: (Column | string)[][], between: string): (Column | string)[] {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at > 0 ? [between, ...line] : line));
}
