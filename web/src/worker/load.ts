// Reads one file into the core in chunks, so that it is never held whole. The next
// chunk is on its way from the disk while the core works on this one; between two
// chunks the worker answers its messages, which is where a cancel is heard.

import type {
  ParcelwiseModule,
  ReadProgress,
  ReportHandle,
  ReportSummary,
  TrackingHandle,
  UploadResult,
} from '../../../wasm/parcelwise';
import { putBytes, Refusal, valueOf } from './core';
import { BorrowedFile } from './lent_file';
import type { Calls, Progress } from './protocol';

const chunkBytes = 1024 * 1024; // no more than a processor's cache holds beside its work
const progressEveryMs = 60;

export class Cancelled extends Error {}

export async function loadReport(
  module: ParcelwiseModule,
  ask: Calls['load']['ask'],
  reportProgress: (progress: Progress) => void,
  cancelled: () => boolean,
): Promise<ReportSummary> {
  const file = new BorrowedFile(ask.source);
  try {
    return await readWhole(module, ask, file, reportProgress, cancelled);
  } finally {
    file.close();
  }
}

async function readWhole(
  module: ParcelwiseModule,
  { name, encoding, kind }: Calls['load']['ask'],
  file: BorrowedFile,
  reportProgress: (progress: Progress) => void,
  cancelled: () => boolean,
): Promise<ReportSummary> {
  const { report } = valueOf<ReportHandle>(module.openReport(name, encoding, kind));
  const total = file.size;
  const chunkAt = (start: number) => file.bytes(start, start + chunkBytes);
  let lastReported = performance.now();
  let next = chunkAt(0);
  for (let start = 0; start < total; start += chunkBytes) {
    let chunk: Uint8Array;
    try {
      chunk = await next;
    } catch (cause) {
      module.removeReport(report);
      throw cause;
    }
    if (start + chunkBytes < total) {
      next = chunkAt(start + chunkBytes);
      next.catch(() => undefined); // heard of at the next await, unless the load ends first
    }
    if (cancelled()) {
      module.removeReport(report);
      throw new Cancelled();
    }
    putBytes(module, chunk);
    const read = valueOf<ReadProgress>(module.feedReport(report, chunk.byteLength));
    if (performance.now() - lastReported > progressEveryMs) {
      lastReported = performance.now();
      reportProgress({ bytes: read.bytes, total, rows: read.rows });
      await messagesHeard();
    }
  }
  return valueOf<ReportSummary>(module.closeReport(report));
}

const mostTrackingBytes = 16 * 1024 * 1024; // what the input buffer holds

// A carrier's file goes in whole; pasted lines are a text already.
export async function openTracking(
  module: ParcelwiseModule,
  { name, source, mapping }: Calls['openTracking']['ask'],
): Promise<TrackingHandle> {
  const options = JSON.stringify(mapping);
  if (typeof source === 'string') return valueOf(module.pasteTracking(name, source, options));
  const file = new BorrowedFile(source);
  try {
    if (file.size > mostTrackingBytes) throw new Refusal({ code: 'too-large', message: '' });
    const bytes = await file.bytes(0, file.size);
    putBytes(module, bytes);
    return valueOf(module.openTracking(name, bytes.byteLength, options));
  } finally {
    file.close();
  }
}

export async function openResult(
  module: ParcelwiseModule,
  { name, source }: Calls['uploadResult']['ask'],
): Promise<UploadResult> {
  const file = new BorrowedFile(source);
  try {
    if (file.size > mostTrackingBytes) throw new Refusal({ code: 'too-large', message: '' });
    const bytes = await file.bytes(0, file.size);
    putBytes(module, bytes);
    return valueOf(module.uploadResult(name, bytes.byteLength));
  } finally {
    file.close();
  }
}

// A turn of the event loop: chunks that come from memory would otherwise follow
// each other as microtasks and never let a cancel in.
function messagesHeard(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
