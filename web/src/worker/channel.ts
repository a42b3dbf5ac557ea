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

const mostSilenceMs = 15_000;

export class Channel {
  private readonly pending = new Map<number, Pending>();
  private silence: ReturnType<typeof setTimeout> | undefined;
  private lastId = 0;
  private lost = false;

  constructor(
    private readonly worker: Worker,
    private readonly onLost: () => void,
    private readonly onSilence: (silent: boolean) => void,
  ) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      this.hear(data);
      this.listen();
    };
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
      if (this.pending.size === 1) this.listen();
    });
  }

  // A browser may end a worker without an event, and then nothing tells it from one that
  // reckons for long; who waits is told, and decides.
  private listen(): void {
    clearTimeout(this.silence);
    this.onSilence(false);
    if (this.pending.size === 0 || this.lost) return;
    this.silence = setTimeout(() => this.onSilence(true), mostSilenceMs);
  }

  cancel(id: number): void {
    if (this.pending.has(id)) this.send({ cancel: id });
  }

  // Ends the worker and settles whatever was still asked of it.
  end(): void {
    this.lost = true;
    clearTimeout(this.silence);
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
