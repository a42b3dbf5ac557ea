// The page's end of the protocol: asks are promises, and every one of them settles,
// also when the worker dies. A lost channel stays lost; the desk opens a new one.

import type { LentFile } from './lent_file';
import type { Call, Calls, Failure, FromWorker, Progress, ToWorker } from './protocol';

export class CoreFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
export class Cancelled extends Error {}
export class WorkerLost extends Error {}

interface Pending {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  progress?: (progress: Progress) => void;
}

export class Channel {
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private lost = false;

  constructor(
    private readonly worker: Worker,
    private readonly onLost: () => void,
  ) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.lose();
    };
    worker.onmessageerror = () => this.lose();
  }

  ask<C extends Call>(
    call: C,
    ask: Calls[C]['ask'],
    progress?: (progress: Progress) => void,
    numbered?: (id: number) => void,
  ): Promise<Calls[C]['answer']> {
    if (this.lost) return Promise.reject(new WorkerLost());
    const id = ++this.lastId;
    numbered?.(id);
    return new Promise((resolve, reject) => {
      this.pending.set(id, {
        resolve: resolve as (value: unknown) => void,
        reject,
        ...(progress && { progress }),
      });
      this.send({ id, call, ask } as ToWorker, portsIn(ask));
    });
  }

  cancel(id: number): void {
    if (this.pending.has(id)) this.send({ cancel: id });
  }

  // Ends the worker and settles whatever was still asked of it.
  end(): void {
    this.lost = true;
    this.worker.terminate();
    for (const { reject } of this.pending.values()) reject(new WorkerLost());
    this.pending.clear();
  }

  private send(message: ToWorker, handedOver: Transferable[] = []): void {
    this.worker.postMessage(message, handedOver);
  }

  private lose(): void {
    if (this.lost) return;
    this.end();
    this.onLost();
  }

  private hear(message: FromWorker): void {
    if (message.is === 'lost') return this.lose();
    const waiting = this.pending.get(message.id);
    if (!waiting) return;
    if (message.is === 'progress') return waiting.progress?.(message.progress);
    this.pending.delete(message.id);
    if (message.is === 'result') waiting.resolve(message.value);
    else if (message.is === 'failure') waiting.reject(new CoreFailure(message.failure));
    else waiting.reject(new Cancelled());
  }
}

function portsIn(ask: unknown): MessagePort[] {
  const { source } = (ask ?? {}) as { source?: LentFile | string };
  return typeof source === 'object' ? [source.port] : [];
}
