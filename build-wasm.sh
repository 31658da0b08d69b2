#!/usr/bin/env bash
# Builds the page and the core module into dist/, and says how large they are.
# Installs what is missing first; uses the em++ on the PATH, if there is one.
set -euo pipefail
cd "$(dirname "$0")"
. cmake/tools.sh
wants_for_wasm
install_missing

build=build/wasm
configured_with=$(sed -n 's/^STANDPOINT_EMXX:FILEPATH=//p' $build/CMakeCache.txt 2>/dev/null || true)
if [ "$configured_with" != "$(command -v em++)" ]; then
    cmake --preset wasm --fresh >/dev/null
fi
cmake --build $build
python3 web/page/pack.py $build dist
