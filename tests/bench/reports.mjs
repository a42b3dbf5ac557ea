// The generated reports that the benchmark runs on, kept below build/bench/.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { columnsOf } from "../samples/columns.mjs";
import { generate } from "../samples/generate.mjs";

const BUILD = fileURLToPath(new URL("../../build/bench/", import.meta.url));
export const NOW = "2026-11-20T09:00:00+09:00";

// {path, bytes, columns, lines, title}
export function report({ kind, variant, orders, encoding }) {
  mkdirSync(BUILD, { recursive: true });
  const path = `${BUILD}${kind}-${variant}-${orders}-${encoding}.txt`;
  if (!existsSync(path)) {
    const file = openSync(`${path}.part`, "w");
    generate({
      kind,
      variant,
      orders,
      encoding,
      seed: 1,
      now: Date.parse(NOW),
      sink: (bytes) => {
        for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      },
    });
    closeSync(file);
    renameSync(`${path}.part`, path);
  }
  const bytes = statSync(path).size;
  return {
    path,
    bytes,
    kind,
    encoding,
    columns: columnsOf(kind, variant).columns,
    title: `${kind} ${variant}, ${orders.toLocaleString("en")} orders, ${Math.round(bytes / 1e6)} MB, ${encoding}`,
  };
}
