#!/usr/bin/env bash
# Measures our recogniser beside those from npm (peers.mjs says how). Build the page first.
#   tests/bench/peers/run.sh [FILE.jsonl] [--json FILE] [--limits]
# STANDPOINT_BUILD and STANDPOINT_DIST name other folders than build/native and dist.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd) root=$(cd "$(dirname "$0")/../../.." && pwd)
build=${STANDPOINT_BUILD:-$root/build/native} dist=${STANDPOINT_DIST:-$root/dist}
[ -f "$dist/core/standpoint-core.mjs" ] || { echo "There is no core module yet: run ./build-wasm.sh"; exit 1; }
if ! cmp -s "$here/package-lock.json" "$here/node_modules/.installed-by"; then
    (cd "$here" && npm ci --silent --no-audit --no-fund) ||
        { echo "The peers (package.json) could not be installed; is there a network?"; exit 1; }
    cp "$here/package-lock.json" "$here/node_modules/.installed-by"
fi
cmake -S "$root" --preset native -B "$build" >/dev/null
cmake --build "$build" --target standpoint bench_extract >/dev/null
exec node "$here/peers.mjs" "$build" "$dist" "$@"
