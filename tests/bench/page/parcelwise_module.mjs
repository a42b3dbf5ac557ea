// The module as every Parcelwise worker of the benchmark opens it, and a File read
// into it in chunks while the next chunk is on its way.
const CHUNK = 4 << 20;

export function told(reply) {
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(reply.json || 'null');
}

export async function open() {
  importScripts('/build/wasm/wasm/parcelwise.js');
  const response = await fetch('/build/wasm/wasm/parcelwise.wasm');
  return createParcelwise({ wasmBinary: await response.arrayBuffer() });
}

export async function readReport(module, file) {
  const { report } = told(module.openReport(file.name, '', ''));
  const slice = (at) => file.slice(at, at + CHUNK).arrayBuffer();
  let next = slice(0);
  for (let at = 0; at < file.size; at += CHUNK) {
    const bytes = new Uint8Array(await next);
    next = at + CHUNK < file.size ? slice(at + CHUNK) : null;
    const where = module.inputBuffer(bytes.length);
    module.HEAPU8.set(bytes, where);
    told(module.feedReport(report, bytes.length));
  }
  return told(module.closeReport(report));
}
