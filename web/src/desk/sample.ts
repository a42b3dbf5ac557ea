// The sample reports of the repository, the morning they are made for, and the next
// one, by which a parcel for three orders has left and Amazon lacks one of them.

import newOrders from '../../../tests/samples/sample-new-orders.txt?raw';
import nextDay from '../../../tests/samples/sample-next-day-unshipped.txt?raw';
import pending from '../../../tests/samples/sample-pending.txt?raw';
import unshipped from '../../../tests/samples/sample-unshipped.txt?raw';

export const sampleMoment = '2026-11-20T09:00:00+09:00';

export const nextMoment = '2026-11-21T09:00:00+09:00';

export const yesterdays = 'sample-unshipped.txt'; // whose place the next day's takes

interface SampleReport {
  readonly name: string;
  readonly source: Blob;
}

const made = new WeakSet<Blob>();

function report(name: string, text: string): SampleReport {
  const source = new Blob([text]);
  made.add(source);
  return { name, source };
}

export function nextDayReport(): SampleReport {
  return report('sample-next-day-unshipped.txt', nextDay);
}

export function sampleReports(): SampleReport[] {
  return [
    report(yesterdays, unshipped),
    report('sample-new-orders.txt', newOrders),
    report('sample-pending.txt', pending),
  ];
}

// False for the same report from the seller's own disk.
export function isSample({ source }: { readonly source: Blob }): boolean {
  return made.has(source);
}
