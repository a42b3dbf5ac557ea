// One report on the desk: where its bytes come from, how it is to be read, and what
// became of it. The File or Blob is kept, so that it can be read again at any time.

import type { EncodingName, ReportKind, ReportSummary } from '../../../wasm/parcelwise';
import { marked } from '../format/marked';
import type { Failure, Progress } from '../worker/protocol';

// What the seller corrected by hand; "" leaves it to the core to find.
export interface Reading {
  readonly encoding: EncodingName | '';
  readonly kind: ReportKind | '';
}

export interface ReportFile {
  readonly key: number;
  readonly name: string;
  readonly source: Blob;
  reading: Reading;
  state: 'waiting' | 'reading' | 'read' | 'refused' | 'lost';
  since: number; // when reading began, to show progress only for what takes a while
  losses: number; // workers that died while reading it
  request?: number | undefined;
  progress?: Progress | undefined;
  report?: ReportSummary | undefined;
  failure?: Failure | undefined;
  columns?: readonly string[] | undefined; // no report, but maybe a carrier's file
  before?: Reading | undefined; // to go back to if the corrected reading is refused
}

let lastKey = 0;

const asFound: Reading = { encoding: '', kind: '' };

export function newReportFile(name: string, source: Blob, reading = asFound): ReportFile {
  const shown = marked(name);
  return { key: ++lastKey, name: shown, source, reading, state: 'waiting', since: 0, losses: 0 };
}
