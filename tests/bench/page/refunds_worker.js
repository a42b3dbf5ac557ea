// Parcelwise's refunds in its worker: the report read and checked outside the
// clock, then a plan of refunds for all that can have one, and one refund as the
// sheet asks for it at each change.
const loaded = Promise.all([import("./answering.mjs"), import("./parcelwise_module.mjs")]);

const sheetChanges = 200;

self.onmessage = async (first) => {
  const [{ answering }, { open, readReport, told }] = await loaded;
  let module;
  let asked; // what was read last
  answering({
    async ready() {
      module = await open();
      return {};
    },
    async run({ file, now, orders }) {
      if (asked !== file.name) {
        told(module.removeAll());
        await readReport(module, file);
        told(module.check(now, "{}"));
        asked = file.name;
      }
      told(module.setPlan("[]"));
      const plan = JSON.stringify(orders.map((order) => ({ order_id: order, reason: "defective" })));
      const start = performance.now();
      const made = told(module.setPlan(plan));
      const planned = performance.now() - start;
      told(module.setPlan("[]"));
      const changes = [];
      for (let i = 0; i < sheetChanges; ++i) {
        const begun = performance.now();
        const reason = i % 2 ? "undeliverable" : "defective";
        told(module.refund(JSON.stringify({ order_id: orders[i], reason, fee_rate: "15%" })));
        changes.push(performance.now() - begun);
      }
      return {
        answers: { refunds: made.refunds, failed: made.failed, total: made.totals[0].minor },
        parts: { plan: planned, change: Math.max(...changes) },
      };
    },
  });
  self.onmessage(first);
};
