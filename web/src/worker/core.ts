// The WebAssembly module behind plain calls: a Reply becomes its value, without what
// would steer the text around it, or is thrown as a Refusal. Anything else that is thrown means the module is lost.

import type { Failure, ParcelwiseModule, Reply, WrittenFiles } from '../../../wasm/parcelwise';
import { parsedMarked } from '../format/marked';
import type { Written } from './protocol';

export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

export function valueOf<T>(reply: Reply): T {
  if (!reply.ok) throw new Refusal(parsedMarked(reply.error) as Failure);
  return parsedMarked(reply.json) as T;
}

// Copies one chunk into the module's input buffer. HEAPU8 is read after the
// buffer is asked for, because asking may grow the memory and detach the old view.
export function putBytes(module: ParcelwiseModule, chunk: Uint8Array): void {
  const at = module.inputBuffer(chunk.byteLength);
  module.HEAPU8.set(chunk, at);
}

// Copies the files out of the heap at once: the next call may write over them.
export function takeFiles(module: ParcelwiseModule, written: WrittenFiles): Written {
  const files = written.files.map(({ name, at, bytes }) => ({
    name,
    bytes: module.HEAPU8.slice(at, at + bytes).buffer as ArrayBuffer,
  }));
  return { ...written, files };
}
