// Opens the module as the page's worker does, with its replies unpacked.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

const folder = new URL('../../build/wasm/wasm/', import.meta.url);

// The glue is a classic script: "type": "module" would have it read otherwise.
function createParcelwise() {
  const glue = new URL('parcelwise.js', folder).pathname;
  const module = { exports: {} };
  const names = 'module, exports, require, __filename, __dirname';
  const wrapped = vm.runInThisContext(`(function (${names}) {${readFileSync(glue, 'utf8')}\n})`, {
    filename: glue,
  });
  wrapped(module, module.exports, createRequire(glue), glue, folder.pathname);
  return module.exports;
}

export async function openModule() {
  const wasmBinary = readFileSync(new URL('parcelwise.wasm', folder));
  const module = await createParcelwise()({ wasmBinary });
  const parcelwise = {
    module,
    // The whole Reply.
    reply: (name, ...values) => module[name](...values),
    // The text that a call answers with; an error is thrown.
    text(name, ...values) {
      const reply = module[name](...values);
      if (!reply.ok) throw new Error(`${name}: ${reply.error}`);
      return reply.json;
    },
    ok: (name, ...values) => JSON.parse(parcelwise.text(name, ...values)),
    feed(report, bytes) {
      const at = module.inputBuffer(bytes.length);
      module.HEAPU8.set(bytes, at);
      return module.feedReport(report, bytes.length);
    },
    // Reads a whole report in chunks; the summary.
    load(file, bytes, chunk = 1 << 18, encoding = '', kind = '') {
      const { report } = parcelwise.ok('openReport', file, encoding, kind);
      for (let start = 0; start < bytes.length; start += chunk) {
        const reply = parcelwise.feed(report, bytes.subarray(start, start + chunk));
        if (!reply.ok) throw new Error(reply.error);
      }
      return parcelwise.ok('closeReport', report);
    },
  };
  return parcelwise;
}
