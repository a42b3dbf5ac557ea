// Parcelwise in its worker: the File in chunks through the module's input buffer
// while the next chunk is being read, then all rules, then the first page of rows.
// A classic worker, as the module's glue is a classic script.
const loaded = Promise.all([import("./answering.mjs"), import("./parcelwise_answers.mjs")]);

const CHUNK = 4 << 20;
let module;

const told = (reply) => {
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(reply.json || "null");
};

async function read(file) {
  const { report } = told(module.openReport(file.name, "", ""));
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

self.onmessage = async (first) => {
  const [{ answering }, { answersOf, answersOnDemand }] = await loaded;
  answering({
    async ready() {
      importScripts("/build/wasm/wasm/parcelwise.js");
      const response = await fetch("/build/wasm/wasm/parcelwise.wasm");
      module = await createParcelwise({ wasmBinary: await response.arrayBuffer() });
      return {};
    },
    async run({ file, now }) {
      told(module.removeAll());
      const start = performance.now();
      await read(file);
      const readEnd = performance.now();
      const summary = told(module.check(now, "{}"));
      const checkEnd = performance.now();
      const page = told(module.rows(JSON.stringify({ offset: 0, limit: 100 })));
      const parts = {
        read: readEnd - start,
        check: checkEnd - readEnd,
        rows: performance.now() - checkEnd,
      };
      return {
        answers: answersOf(summary),
        rows: page.rows.length,
        parts,
        heap: module.HEAPU8.length,
      };
    },
    more: () => ({
      answers: answersOnDemand({
        rows: (query) => told(module.rows(JSON.stringify(query))),
        order: (id) => told(module.order(id)),
      }),
    }),
  });
  self.onmessage(first);
};
