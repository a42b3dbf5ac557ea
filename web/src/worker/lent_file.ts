// A file that the worker reads through the page: WebKit lets no worker read a file, or
// even a text made in memory, when the page was opened from disk. Bytes are handed
// over, never copied.

// What goes to the worker; `port` is to be handed over with it.
export interface LentFile {
  readonly size: number; // bytes
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
  return { size: file.size, port: port2 };
}

// The worker's end.
export class BorrowedFile {
  readonly size: number;
  private readonly port: MessagePort;

  constructor({ size, port }: LentFile) {
    this.size = size;
    this.port = port;
  }

  // One piece at a time. Rejects with a DOMException, as a Blob does.
  async bytes(start: number, end: number): Promise<ArrayBuffer> {
    const given = await new Promise<Given>((resolve) => {
      this.port.onmessage = ({ data }: MessageEvent<Given>) => resolve(data);
      this.port.postMessage([start, end] satisfies Asked);
    });
    if (!given) throw new DOMException('the file cannot be read', 'NotReadableError');
    return given;
  }

  close(): void {
    this.port.close();
  }
}
