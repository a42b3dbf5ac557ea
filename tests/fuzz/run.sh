#!/bin/bash
# Runs one fuzz target: NAME, SECONDS. What it learns stays in build/fuzz/corpus,
# a finding goes to build/fuzz/findings; a finding that is understood moves to
# tests/fuzz/regressions, which ctest replays.
set -euo pipefail
cd "$(dirname "$0")/../.."
name=$1
seconds=$2

corpus=build/fuzz/corpus/$name
findings=build/fuzz/findings
mkdir -p "$corpus" "$findings"
seeds=(tests/fuzz/seeds tests/fuzz/regressions tests/golden)
if [[ $name == policy || $name == tariff ]]; then seeds+=(data/amazon data/tariffs); fi
# A whole report needs room; short inputs find more in the same time.
longest=1024
if [[ $name =~ ^(reader|check|refund|session)$ ]]; then longest=4096; fi

echo "== fuzz $name, $seconds s"
log=build/fuzz/$name.log
if "build/fuzz/tests/fuzz/fuzz_$name" "$corpus" "${seeds[@]}" \
  -dict=tests/fuzz/report.dict -artifact_prefix="$findings/$name-" \
  -max_total_time="$seconds" -max_len=$longest -timeout=10 -rss_limit_mb=2048 \
  -print_final_stats=1 >"$log" 2>&1; then
  grep -E '^Done|^stat::number_of_executed_units' "$log"
else
  grep -v -E '^#[0-9]+.*(NEW|REDUCE|pulse|RELOAD)' "$log" | tail -n 60
  exit 1
fi
