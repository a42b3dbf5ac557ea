// The second table: the native command against reading the file (`wc -l`),
// hashing its lines, and DuckDB's native package with the same questions.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answersOfFindings } from "./page/parcelwise_answers.mjs";
import { NOW } from "./reports.mjs";
import { median, megabytes, printTable, times } from "./table.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const COMMAND = at("../../build/native/core/cli/parcelwise");
const HASH_LINES = at("../../build/bench/hash_lines");
const MEASURE = at("../../build/bench/measure");

function build(program, source) {
  mkdirSync(at("../../build/bench/"), { recursive: true });
  const { status, stderr } = spawnSync("g++", ["-O2", "-std=c++20", "-o", program, at(source)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

function once(command) {
  const { stdout, status } = spawnSync(MEASURE, command, { encoding: "utf8" });
  if (status !== 0) throw new Error(`cannot run ${command[0]}`);
  const [code, ms, kilobytes] = stdout.trim().split(" ").map(Number);
  if (code !== 0) throw new Error(`${command[0]} left with status ${code}`);
  return { ms, bytes: kilobytes * 1024 };
}

function measure(command, runs) {
  once(command);
  const results = Array.from({ length: runs }, () => once(command));
  return {
    ms: median(results.map((one) => one.ms)),
    bytes: Math.max(...results.map((one) => one.bytes)),
  };
}

const output = (command) => {
  const { stdout, status, stderr } = spawnSync(command[0], command.slice(1), {
    encoding: "utf8",
    maxBuffer: 2 ** 31 - 1,
  });
  if (status !== 0) throw new Error(`${command[0]}: ${stderr.trim().split("\n")[0]}`);
  return stdout;
};

const commandAnswers = (report) =>
  answersOfFindings(
    JSON.parse(output([COMMAND, "check", report.path, "--now", NOW, "--format", "json"])),
  );

export function nativeTable({ report, versions, runs = 5, duckdbReads = true }) {
  console.log(`Natively: ${report.title}`);
  build(HASH_LINES, "hash_lines.cc");
  build(MEASURE, "measure.cc");
  const duckdb = [process.execPath, at("duckdb_native.mjs"), report.path, NOW];
  const rows = [];
  const answers = {};
  const add = (name, version, command) => {
    try {
      rows.push([name, version, measure(command, runs)]);
    } catch (error) {
      rows.push([name, `failed: ${error.message}`, null]);
    }
  };
  if (existsSync(COMMAND)) {
    try {
      answers.Parcelwise = commandAnswers(report);
    } catch (error) {
      console.log(`  Parcelwise failed: ${error.message}`);
    }
  } else console.log("  Parcelwise's command is not built (build/native/core/cli/parcelwise)");
  try {
    if (duckdbReads)
      answers.DuckDB = JSON.parse(output([...duckdb, "threads=all", ...report.columns]));
  } catch (error) {
    console.log(`  DuckDB failed: ${error.message}`);
  }
  const keys = Object.keys(Object.assign({}, ...Object.values(answers)));
  printTable(
    ["answers", ...Object.keys(answers)],
    keys.map((key) => [key, ...Object.values(answers).map((said) => said[key] ?? "not told")]),
  );
  const differs =
    answers.Parcelwise &&
    answers.DuckDB &&
    keys.some(
      (key) =>
        answers.Parcelwise[key] !== undefined &&
        answers.DuckDB[key] !== undefined &&
        answers.Parcelwise[key] !== answers.DuckDB[key],
    );
  if (differs) console.log("  The answers differ: the times below compare different work.\n");

  add("wc -l", "", ["wc", "-l", report.path]);
  add("hash its lines", "", [HASH_LINES, report.path]);
  if (existsSync(COMMAND)) {
    add("parcelwise check, json", "", [
      COMMAND,
      "check",
      report.path,
      "--now",
      NOW,
      "--format",
      "json",
    ]);
    add("parcelwise check, text", "", [
      COMMAND,
      "check",
      report.path,
      "--now",
      NOW,
      "--format",
      "text",
    ]);
  }
  if (duckdbReads) {
    add("DuckDB, one thread", versions["duckdb-native"], [
      ...duckdb,
      "threads=1",
      ...report.columns,
    ]);
    add("DuckDB, all threads", versions["duckdb-native"], [
      ...duckdb,
      "threads=all",
      ...report.columns,
    ]);
  }
  const floor = rows.slice(0, 2).reduce((sum, [, , result]) => sum + (result?.ms ?? 0), 0);
  printTable(
    [`median of ${runs}`, "version", "time", "of wc -l + hashing", "peak memory", "of the file"],
    rows.map(([name, version, result]) =>
      result
        ? [
            name,
            version,
            `${Math.round(result.ms)} ms`,
            times(result.ms / floor),
            megabytes(result.bytes),
            `${Math.round((100 * result.bytes) / report.bytes)} %`,
          ]
        : [name, version, "N/A", "", "", ""],
    ),
  );
}
