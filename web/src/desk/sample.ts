// The sample reports of the repository, and the morning they are made for.

import newOrders from '../../../tests/samples/sample-new-orders.txt?raw';
import pending from '../../../tests/samples/sample-pending.txt?raw';
import unshipped from '../../../tests/samples/sample-unshipped.txt?raw';

export const sampleMoment = '2026-11-20T09:00:00+09:00';

export function sampleReports(): { name: string; source: Blob }[] {
  return [
    { name: 'sample-unshipped.txt', source: new Blob([unshipped]) },
    { name: 'sample-new-orders.txt', source: new Blob([newOrders]) },
    { name: 'sample-pending.txt', source: new Blob([pending]) },
  ];
}
