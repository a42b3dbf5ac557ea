// Parcelwise in its worker: the File in chunks through the module's input buffer
// while the next chunk is being read, then all rules, then the first page of rows.
// A classic worker, as the module's glue is a classic script.
const loaded = Promise.all([
  import("./answering.mjs"),
  import("./parcelwise_answers.mjs"),
  import("./parcelwise_module.mjs"),
]);

let module;
let summary; // of the last check

self.onmessage = async (first) => {
  const [{ answering }, { answersOf, answersOnDemand, statusUnknown }, { open, readReport, told }] = await loaded;
  answering({
    async ready() {
      module = await open();
      return {};
    },
    async run({ file, now }) {
      told(module.removeAll());
      const start = performance.now();
      await readReport(module, file);
      const readEnd = performance.now();
      summary = told(module.check(now, "{}"));
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
        unknown: statusUnknown(summary),
      }),
    }),
  });
  self.onmessage(first);
};
