// The sample reports of the repository, the morning they are made for, and the next
// one, by which a parcel for three orders has left and Amazon lacks one of them.

import { gunzipped, packedPart } from '../worker/packed_part';

export const sampleMoment = '2026-11-20T09:00:00+09:00';

export const nextMoment = '2026-11-21T09:00:00+09:00';

export const yesterdays = 'sample-unshipped.txt'; // whose place the next day's takes

interface SampleReport {
  readonly name: string;
  readonly source: Blob;
}

const made = new WeakSet<Blob>();

let texts: Promise<Readonly<Record<string, string>>> | undefined; // by the files' names

async function reports(...names: readonly string[]): Promise<SampleReport[]> {
  texts ??= packedPart('samples').then(gunzipped).then(JSON.parse);
  const all = await texts;
  return names.map((name) => {
    const source = new Blob([all[name] ?? '']);
    made.add(source);
    return { name, source };
  });
}

export function nextDayReport(): Promise<SampleReport[]> {
  return reports('sample-next-day-unshipped.txt');
}

export function sampleReports(): Promise<SampleReport[]> {
  return reports(yesterdays, 'sample-new-orders.txt', 'sample-pending.txt');
}

// False for the same report from the seller's own disk.
export function isSample({ source }: { readonly source: Blob }): boolean {
  return made.has(source);
}
