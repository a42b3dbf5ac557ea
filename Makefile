# Every usual call. `make run` and `make test` need nothing but Debian 12 and
# this Makefile: .ci/setup installs what is missing (as root, or with sudo).

SHELL := /bin/bash
JOBS ?= $(shell nproc)
PORT ?= 8080
FUZZ_SECONDS ?= 60
REPORTS ?= 5000
ACTIONS ?= 10000
MOMENTS ?= 30
# What `make coverage` must reach, in percent: what it reached last, less a little. A line
# that is a brace alone holds no branch of ours: there g++ counts how an exception leaves.
COVERED_LINES ?= 98.5
COVERED_BRANCHES ?= 91.0
FUZZ_TARGETS := $(patsubst tests/fuzz/fuzz_%.cc,%,$(wildcard tests/fuzz/fuzz_*.cc))

# Emscripten's optimiser looks for acorn in Debian's own folder.
export NODE_PATH ?= /usr/share/nodejs

.DEFAULT_GOAL := help
.PHONY: help run page test lint bench fuzz coverage mutants differential soak kills clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: page ## build the page and serve it on 127.0.0.1:8080 (PORT=...)
	@exec node web/serve.mjs $(PORT)

page: ## build the page: web/dist/site and the single file web/dist/parcelwise.html
	@.ci/setup page
	@cmake --preset wasm >/dev/null
	@cmake --build --preset wasm -j $(JOBS) --target parcelwise_module
	@node web/build.mjs

test: ## run every suite: form, native, sanitizers, WebAssembly, scripts, page, browsers
	@.ci/setup page form native browser
	@node .ci/test.mjs --jobs $(JOBS)

lint: ## clang-tidy over core/ with .clang-tidy; every finding is an error (takes minutes)
	@.ci/setup page native lint
	@cmake --preset native -B build/lint -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
	  -DPARCELWISE_ROOMS_TOGETHER=OFF >/dev/null
	@ls core/*/*.cc | xargs -P $(JOBS) -n 4 clang-tidy -p build/lint --quiet \
	  --extra-arg=-Wno-unknown-warning-option

bench: ## measure against PapaParse, uDSV and DuckDB (takes minutes; ARGS="--orders 20000")
	@.ci/setup page native browser
	@cmake --preset native >/dev/null && cmake --build --preset native -j $(JOBS) --target parcelwise
	@cmake --preset wasm >/dev/null && cmake --build --preset wasm -j $(JOBS) --target parcelwise_module parcelwise_group_times
	@node web/build.mjs
	@node tests/bench/run.mjs $(ARGS)

fuzz: ## run each fuzz target for FUZZ_SECONDS (60)
	@.ci/setup page fuzz
	@cmake --preset fuzz >/dev/null && cmake --build --preset fuzz -j $(JOBS)
	@for target in $(FUZZ_TARGETS); do \
	  tests/fuzz/run.sh $$target $(FUZZ_SECONDS) || failed="$$failed $$target"; \
	done; \
	if [ -n "$$failed" ]; then echo "findings in:$$failed"; exit 1; fi

coverage: ## line and branch coverage of core/ by its tests, the command's too, with a floor
	@.ci/setup page native coverage
	@cmake --preset wasm >/dev/null && cmake --build --preset wasm -j $(JOBS) --target parcelwise_module
	@cmake --preset coverage >/dev/null && cmake --build --preset coverage -j $(JOBS)
	@find build/coverage -name '*.gcda' -delete
	@ctest --preset coverage -j $(JOBS)
	@# The command reads with a thread a core, and counters that threads share cost tenfold.
	@PARCELWISE_BUILD=coverage taskset -c 0 node --test tests/cli tests/handoff tests/golden tests/cases.test.mjs
	@mkdir -p build/coverage/report
	@gcovr --root . --filter core/ --object-directory build/coverage \
	  --exclude-throw-branches --exclude-unreachable-branches \
	  --html-details build/coverage/report/index.html --print-summary \
	  --fail-under-line $(COVERED_LINES) --fail-under-branch $(COVERED_BRANCHES)

mutants: ## change the core by one sign at a time; survivors in build/mutants (ARGS="--count 80")
	@.ci/setup page native
	@cmake --preset dev >/dev/null
	@node tests/mutants/run.mjs $(ARGS)

differential: ## 5,000 mutated reports, natively and in WebAssembly (REPORTS=...)
	@.ci/setup page native
	@cmake --preset native >/dev/null && cmake --build --preset native -j $(JOBS) --target parcelwise
	@cmake --preset wasm >/dev/null && cmake --build --preset wasm -j $(JOBS) --target parcelwise_module
	@PARCELWISE_REPORTS=$(REPORTS) node --test tests/wasm/differential.test.mjs

soak: page ## 10,000 random actions on the page in Chromium, its heap watched (ACTIONS=...)
	@.ci/setup page browser
	@node tests/soak/run.mjs --actions $(ACTIONS)

kills: page ## a morning cut off at 30 random moments: what was kept is there (MOMENTS=...)
	@.ci/setup page browser
	@node tests/soak/kills.mjs --moments $(MOMENTS)

clean: ## remove everything that was built
	rm -rf build web/dist
