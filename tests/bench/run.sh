#!/usr/bin/env bash
# Measures what the project promises and fails over a limit (bench.mjs has them all). Build the page
# first.
#   tests/bench/run.sh [--quick] [--json FILE]
# STANDPOINT_BUILD and STANDPOINT_DIST name other folders than build/native and dist.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${STANDPOINT_BUILD:-build/native} dist=${STANDPOINT_DIST:-dist}
[ -f "$dist/standpoint.html" ] || { echo "There is no page yet: run ./build-wasm.sh"; exit 1; }
[ -d tests/browser/node_modules ] || (cd tests/browser && npm ci --silent --no-audit --no-fund)
. tests/browser/browsers.sh
use_browser chromium "$(realpath "$dist")"
cmake --preset native -B "$build" >/dev/null
cmake --build "$build" --target bench_workload bench_frames bench_extract >/dev/null
exec node tests/bench/bench.mjs "$build" "$dist" "$@"
