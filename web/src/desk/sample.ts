// The sample reports of the repository, the morning they are made for, and the next
// one, by which a parcel for three orders has left and Amazon lacks one of them.

import newOrders from '../../../tests/samples/sample-new-orders.txt?raw';
import nextDay from '../../../tests/samples/sample-next-day-unshipped.txt?raw';
import pending from '../../../tests/samples/sample-pending.txt?raw';
import unshipped from '../../../tests/samples/sample-unshipped.txt?raw';

export const sampleMoment = '2026-11-20T09:00:00+09:00';

export const nextMoment = '2026-11-21T09:00:00+09:00';

export const yesterdays = 'sample-unshipped.txt'; // whose place the next day's takes

export function nextDayReport(): { name: string; source: Blob } {
  return { name: 'sample-next-day-unshipped.txt', source: new Blob([nextDay]) };
}

export function sampleReports(): { name: string; source: Blob }[] {
  return [
    { name: yesterdays, source: new Blob([unshipped]) },
    { name: 'sample-new-orders.txt', source: new Blob([newOrders]) },
    { name: 'sample-pending.txt', source: new Blob([pending]) },
  ];
}
