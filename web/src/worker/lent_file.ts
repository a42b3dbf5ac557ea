// A file that the page lends to the worker. WebKit lets no worker read a file, or even
// a text made in memory, when the page was opened from disk, so that the page can
// always be asked for a piece; bytes are handed over, never copied. A file of several
// pieces comes as a stream where the browser fills buffers of ours, the same two in turn:
// fresh memory for each piece takes longer than reading it.

// What goes to the worker; `port` is to be handed over with it.
export interface LentFile {
  readonly size: number; // bytes
  readonly blob: Blob;
  readonly port: MessagePort;
}

type Asked = readonly [start: number, end: number];
type Given = ArrayBuffer | null; // null: it cannot be read any more

// The page's end. It serves until the worker closes the port or ends.
export function lend(file: Blob): LentFile {
  const { port1: port, port2 } = new MessageChannel();
  port.onmessage = async ({ data: [start, end] }: MessageEvent<Asked>) => {
    const bytes = await file
      .slice(start, end)
      .arrayBuffer()
      .catch(() => null);
    port.postMessage(bytes satisfies Given, bytes ? [bytes] : []);
  };
  return { size: file.size, blob: file, port: port2 };
}

// A stream that says nothing for so long is given up; the page is asked instead.
const mostSilenceMs = 2_000;

// The worker's end.
export class BorrowedFile {
  readonly size: number;
  private readonly port: MessagePort;
  private readonly blob: Blob;
  private stream: ReadableStreamBYOBReader | null | undefined; // null: given up
  private streamed = 0; // where the stream stands
  private readonly filled: ArrayBuffer[] = []; // of the last two pieces that it brought

  constructor({ size, blob, port }: LentFile) {
    this.size = size;
    this.blob = blob;
    this.port = port;
  }

  // One piece at a time, each where the last one ended if the file is to be streamed; it
  // holds until the piece after the next one is asked for. Rejects with a DOMException, as a
  // Blob does.
  async bytes(start: number, end: number): Promise<Uint8Array> {
    if (start === 0 && end < this.size) this.stream ??= streamOf(this.blob);
    if (this.stream && this.streamed === start) {
      const piece = await this.piece(this.stream, end - start).catch(() => null);
      this.streamed = end;
      if (piece) return piece;
      this.giveUpStream();
    }
    return new Uint8Array(await this.asked(start, end));
  }

  close(): void {
    this.giveUpStream();
    this.port.close();
  }

  // Rejects when the stream breaks, ends early or is silent.
  private async piece(stream: ReadableStreamBYOBReader, bytes: number): Promise<Uint8Array> {
    const before = this.filled.length > 1 ? this.filled.shift() : undefined;
    const free = before && before.byteLength >= bytes ? before : new ArrayBuffer(bytes);
    const buffer = await filledBy(stream, free, bytes);
    this.filled.push(buffer);
    return new Uint8Array(buffer, 0, bytes);
  }

  private async asked(start: number, end: number): Promise<ArrayBuffer> {
    const given = await new Promise<Given>((resolve) => {
      this.port.onmessage = ({ data }: MessageEvent<Given>) => resolve(data);
      this.port.postMessage([start, end] satisfies Asked);
    });
    if (!given) throw new DOMException('the file cannot be read', 'NotReadableError');
    return given;
  }

  private giveUpStream(): void {
    this.stream?.cancel().catch(() => undefined);
    this.stream = null;
  }
}

// null where the browser's streams fill no buffer of ours.
function streamOf(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

// The memory of the buffer, its first bytes from the stream: each read takes it away.
async function filledBy(
  stream: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  bytes: number,
): Promise<ArrayBuffer> {
  for (let at = 0; at < bytes; ) {
    const { value } = await heard(stream.read(new Uint8Array(buffer, at, bytes - at)));
    if (!value || value.byteLength === 0) throw new Error('the stream ended early');
    at += value.byteLength;
    buffer = value.buffer;
  }
  return buffer;
}

// The timer also keeps the reading referred to: without one, some never ended in Chromium.
function heard<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => reject(new Error('the stream is silent')), mostSilenceMs);
    reading.then(resolve, reject).finally(() => clearTimeout(silence));
  });
}
