#!/usr/bin/env bash
# Works dist/standpoint.html in Chromium and in Firefox. Build the page first.
#   BROWSERS="chromium" tests/browser/run.sh [FILE...]     in one browser, or some files only
# Screenshots go to tests/browser/out. CHROMIUM and FIREFOX name other programs than browsers.sh finds.
set -euo pipefail
cd "$(dirname "$0")"

. ./browsers.sh

needs() {
    command -v "$1" >/dev/null || { echo "The browser tests need $1: apt install $2"; exit 1; }
}
page=${STANDPOINT_PAGE:-../../dist/standpoint.html}
[ -f "$page" ] || { echo "There is no page yet: run ./build-wasm.sh"; exit 1; }
page=$(realpath "$page")
needs node nodejs

# The lock file itself is kept beside what was installed by it, to see when it has changed.
if ! cmp -s package-lock.json node_modules/.installed-by; then
    needs npm npm
    if ! npm ci --silent --no-audit --no-fund; then
        echo "The drivers of the browsers (package.json) could not be installed; is there a network?"
        exit 1
    fi
    cp package-lock.json node_modules/.installed-by
fi

export BROWSERS=${BROWSERS:-chromium firefox}
for browser in $BROWSERS; do use_browser "$browser" "$(dirname "$page")" || exit 1; done
case $BROWSERS in *firefox*) [ -n "${DISPLAY:-}" ] || needs Xvfb xvfb ;; esac

rm -rf out
mkdir -p out/log
if [ $# -eq 0 ]; then set -- ./*.test.mjs; fi

# Browsers start processes, draw in software and share the machine with the other file that is being
# worked: a file that fails is given a second chance by itself. Both outcomes are told.
printf '%s\0' "$@" | xargs -0 -P "${JOBS:-2}" -I{} sh -c \
    'node --test "$1" >"out/log/$(basename "$1").log" 2>&1 || touch "out/log/$(basename "$1").failed"' _ {}
failed=0
for file in "$@"; do
    log=out/log/$(basename "$file")
    grep -h '^# \(pass\|fail\) ' "$log.log" | tr '\n' ' ' | sed "s|^|$file: |; s|\$|\n|"
    [ -e "$log.failed" ] || continue
    awk '/^ *not ok/ { on = 1 } on { print } /^ *\.\.\.$/ { on = 0 }' "$log.log"
    if node --test "$file" >"$log.again.log" 2>&1; then
        echo "note: $file failed once and passed when it was run again by itself"
    else
        echo "$file failed again:"
        awk '/^ *not ok/ { on = 1 } on { print } /^ *\.\.\.$/ { on = 0 }' "$log.again.log"
        failed=1
    fi
done
exit "$failed"
