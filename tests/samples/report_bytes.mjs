// The bytes of one report, whose rows `fill` writes.
import { columnsOf } from './columns.mjs';
import { ReportWriter } from './report.mjs';

export function bytesOf({ kind, variant, ...form }, fill) {
  const pieces = [];
  const writer = new ReportWriter({
    columns: columnsOf(kind, variant).columns,
    sink: (bytes) => pieces.push(bytes),
    ...form,
  });
  fill(writer);
  writer.close();
  return Buffer.concat(pieces);
}

export const writeAll = (orders) => (writer) => orders.forEach((order) => writer.order(order));
