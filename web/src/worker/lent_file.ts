// A file that the page lends to the worker. WebKit lets no worker read a file, or even
// a text made in memory, when the page was opened from disk, so that the page can
// always be asked for a piece; bytes are handed over, never copied. A file of several
// pieces comes as a stream where the browser fills buffers of ours: a third of the time.

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

  constructor({ size, blob, port }: LentFile) {
    this.size = size;
    this.blob = blob;
    this.port = port;
  }

  // One piece at a time, each where the last one ended if the file is to be streamed.
  // Rejects with a DOMException, as a Blob does.
  async bytes(start: number, end: number): Promise<ArrayBuffer> {
    if (start === 0 && end < this.size) this.stream ??= streamOf(this.blob);
    if (this.stream && this.streamed === start) {
      const piece = await filled(this.stream, end - start).catch(() => null);
      this.streamed = end;
      if (piece) return piece;
      this.giveUpStream();
    }
    return this.asked(start, end);
  }

  close(): void {
    this.giveUpStream();
    this.port.close();
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

// A piece of that many bytes. Rejects when the stream breaks, ends early or is silent.
async function filled(stream: ReadableStreamBYOBReader, bytes: number): Promise<ArrayBuffer> {
  let buffer = new ArrayBuffer(bytes);
  for (let at = 0; at < bytes; ) {
    const { value } = await heard(stream.read(new Uint8Array(buffer, at)));
    if (!value || value.byteLength === 0) throw new Error('the stream ended early');
    at += value.byteLength;
    buffer = value.buffer;
  }
  return buffer;
}

function heard<T>(reading: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => reject(new Error('the stream is silent')), mostSilenceMs);
    reading.then(resolve, reject).finally(() => clearTimeout(silence));
  });
}
