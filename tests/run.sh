#!/usr/bin/env bash
# Runs every test, after installing what they need. Each step says how long it took; what a failed
# one had to say follows it. The last line counts.
set -uo pipefail
cd "$(dirname "$0")/.."
. cmake/tools.sh
wants_for_tests
install_missing || exit 1

passed=0 failed=0
step() {
    local name=$1 start=$SECONDS log
    shift
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        printf 'ok      %-44s %4d s\n' "$name" $((SECONDS - start))
        grep '^note: ' "$log" | sed 's/^/        /'
    else
        failed=$((failed + 1))
        printf 'FAILED  %-44s %4d s\n' "$name" $((SECONDS - start))
        tail -n 120 "$log" | sed 's/^/        /'
    fi
    rm -f "$log"
}

formatting() { git ls-files -z '*.cpp' '*.hpp' | xargs -0 clang-format-14 --dry-run -Werror; }
shaders() {
    for shader in shaders/*.vert shaders/*.frag; do glslangValidator "$shader" || return; done
}
build() { cmake --preset "$1" && cmake --build --preset "$1"; }
fuzz() {
    build fuzz || return
    for program in build/fuzz/fuzz_*; do
        [ -x "$program" ] && [ -f "$program" ] || continue
        mkdir -p "build/fuzz/corpus/${program##*/}"
        "$program" -max_total_time=20 -max_len=65536 -print_final_stats=1 -close_fd_mask=1 \
            -artifact_prefix=build/fuzz/ "build/fuzz/corpus/${program##*/}" || return
    done
}

step 'formatting' formatting
step 'layering' python3 tests/layering.py
step 'shaders compile' shaders
step 'finding tools and browsers' tests/tools_test.sh
step 'native build' build native
step 'native tests' ctest --preset native
step 'build with ASan and UBSan' build asan
step 'tests under ASan and UBSan' ctest --preset asan
step 'WebAssembly build within budget' ./build-wasm.sh
step 'native and WebAssembly give the same bytes' \
    python3 tests/identical.py build/native/standpoint dist/core
step 'fuzzing, 20 s each' fuzz
step 'the page in the browsers' tests/browser/run.sh
step 'speed and size within their limits' tests/bench/run.sh --quick

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
