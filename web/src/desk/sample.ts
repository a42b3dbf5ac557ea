// The sample reports of the repository, the mornings they are made for, and the next ones,
// by which a parcel for three orders has left and Amazon lacks one of them. They come behind
// the core, as columns, not as rows: that packs better.

import type { Language } from '../../../wasm/parcelwise';
import type { Desk } from './desk';

export const samples = ['jp', 'eu', 'us'] as const;
export type Sample = (typeof samples)[number];

// Where each morning is at nine.
const offsets: Record<Sample, string> = { jp: '+09:00', eu: '+01:00', us: '-08:00' };

const places: Record<Language, Sample> = { ja: 'jp', it: 'eu', en: 'us' };

interface SampleReport {
  readonly name: string;
  readonly source: Blob;
}

const made = new WeakSet<Blob>();
const nextDay = /next-day/;

let all: readonly SampleReport[] | undefined;

export function ownSample(language: Language): Sample {
  return places[language];
}

export function momentOf(sample: Sample, next = false): string {
  return `2026-11-2${next ? 1 : 0}T09:00:00${offsets[sample]}`;
}

function sampleOf(name: string): Sample {
  return samples.find((each) => name.startsWith(`sample-${each}-`)) ?? 'jp';
}

// The one whose unshipped orders are still yesterday's.
export function unshippedOn<F extends SampleReport>(files: readonly F[]) {
  const file = files.find((each) => isSample(each) && /^sample-(..-)?unshipped/.test(each.name));
  return file && { file, sample: sampleOf(file.name) };
}

// None where the worker was lost.
async function reportsFor(desk: Desk, sample: Sample, next: boolean): Promise<SampleReport[]> {
  all ??= (await desk.samples())?.split('\n\n').map(reportOf);
  return (all ?? []).filter(({ name }) => sampleOf(name) === sample && nextDay.test(name) === next);
}

// Its name, then each column in a line of its own.
function reportOf(text: string): SampleReport {
  const [name = '', ...lines] = text.split('\n');
  const columns = lines.map((line) => line.split('\t'));
  const rows = columns[0]?.map((_, i) => columns.map((cells) => cells[i]).join('\t')) ?? [];
  const source = new Blob([rows.join('\n'), '\n']);
  made.add(source);
  return { name, source };
}

export const nextDayReport = (desk: Desk, sample: Sample) => reportsFor(desk, sample, true);
export const sampleReports = (desk: Desk, sample: Sample) => reportsFor(desk, sample, false);

// False for the same report from the seller's own disk.
export function isSample({ source }: { readonly source: Blob }): boolean {
  return made.has(source);
}
