// Writes the golden files of tests/handoff/golden anew: node tests/handoff/write_golden.mjs
import { execFileSync } from "node:child_process";

import { COMMAND } from "../golden/reports.mjs";
import { GOLDEN, arguments_of } from "./golden_files.mjs";

for (const golden of GOLDEN) execFileSync(COMMAND, arguments_of(golden, golden.path));
