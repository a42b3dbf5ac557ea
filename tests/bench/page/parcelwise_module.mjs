// The module as every Parcelwise worker of the benchmark opens it, and a File read
// into it in chunks while the next chunk is on its way.
const CHUNK = 1 << 20;

export function told(reply) {
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(reply.json || 'null');
}

export async function open() {
  importScripts('/build/wasm/wasm/parcelwise.js');
  const response = await fetch('/build/wasm/wasm/parcelwise.wasm');
  return createParcelwise({ wasmBinary: await response.arrayBuffer() });
}

// The next piece of the file, as the page's worker takes it (lent_file.ts).
async function pieceOf(stream, buffer, length) {
  for (let at = 0; at < length; ) {
    const { done, value } = await heard(stream.read(new Uint8Array(buffer, at, length - at)));
    if (done) throw new Error('the file ended early');
    at += value.byteLength;
    buffer = value.buffer;
  }
  return new Uint8Array(buffer, 0, length);
}

function heard(reading) {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(() => reject(new Error('the stream is silent')), 10_000);
    reading.then(resolve, reject).finally(() => clearTimeout(silence));
  });
}

export async function readReport(module, file) {
  const { report } = told(module.openReport(file.name, '', ''));
  const stream = file.stream().getReader({ mode: 'byob' });
  const free = [new ArrayBuffer(CHUNK), new ArrayBuffer(CHUNK)];
  const piece = (at) => pieceOf(stream, free.pop(), Math.min(CHUNK, file.size - at));
  let next = piece(0);
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = await next;
    if (at + CHUNK < file.size) next = piece(at + CHUNK);
    const where = module.inputBuffer(bytes.length);
    module.HEAPU8.set(bytes, where);
    told(module.feedReport(report, bytes.length));
    free.push(bytes.buffer);
  }
  return told(module.closeReport(report));
}
