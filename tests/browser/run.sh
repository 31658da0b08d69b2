#!/usr/bin/env bash
# Works dist/standpoint.html in Chromium and in Firefox. Build the page first.
#   BROWSERS="chromium" tests/browser/run.sh [FILE...]     in one browser, or some files only
# Screenshots go to tests/browser/out. CHROMIUM and FIREFOX name other programs than Debian's.
set -euo pipefail
cd "$(dirname "$0")"

needs() {
    command -v "$1" >/dev/null || { echo "The browser tests need $1; on Debian: apt install $2"; exit 1; }
}
browsers=${BROWSERS:-chromium firefox}
needs node nodejs
case $browsers in *chromium*) needs "${CHROMIUM:-chromium}" chromium ;; esac
case $browsers in
    *firefox*)
        needs "${FIREFOX:-firefox-esr}" firefox-esr
        [ -n "${DISPLAY:-}" ] || needs Xvfb xvfb
        ;;
esac
[ -f "${STANDPOINT_PAGE:-../../dist/standpoint.html}" ] || { echo "There is no page yet: run ./build-wasm.sh"; exit 1; }

# The lock file itself is kept beside what was installed by it, to see when it has changed.
if ! cmp -s package-lock.json node_modules/.installed-by; then
    needs npm npm
    if ! npm ci --silent --no-audit --no-fund; then
        echo "The drivers of the browsers (package.json) could not be installed; is there a network?"
        exit 1
    fi
    cp package-lock.json node_modules/.installed-by
fi

rm -rf out
if [ $# -eq 0 ]; then set -- ./*.test.mjs; fi
exec node --test --test-concurrency="${JOBS:-2}" "$@"
