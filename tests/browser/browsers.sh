# Finds the browsers that the tests drive. Sourced by run.sh, tests/bench/run.sh and cmake/tools.sh;
# tests/browser/browsers_test.sh tries it on machines that are made up.
#
# A command counts if it can say its version: on Ubuntu /usr/bin/chromium-browser and /usr/bin/firefox may
# be scripts that only ask for the snap to be installed.

# installed_browser chromium|firefox: the path of one that works. CHROMIUM and FIREFOX go first.
installed_browser() {
    local names name path
    case $1 in
        chromium) names="${CHROMIUM:-} chromium chromium-browser google-chrome google-chrome-stable chrome" ;;
        firefox) names="${FIREFOX:-} firefox-esr firefox" ;;
    esac
    for name in $names; do
        path=$(command -v "$name") || continue
        timeout 30 "$path" --version >/dev/null 2>&1 || continue
        echo "$path"
        return
    done
    return 1
}

# is_confined PATH: whether it is a snap, which sees neither /tmp nor hidden folders.
is_confined() {
    case $(readlink -f "$1") in
        */snap | /snap/*) return 0 ;;
    esac
    # A script that starts the snap; what is compiled is not looked through.
    [ "$(head -c 2 "$1")" = '#!' ] && grep -q /snap/bin "$1"
}

# use_browser chromium|firefox FOLDER: exports CHROMIUM or FIREFOX: an installed one, else the build that
# the driver is made for, fetched into this checkout. FOLDER is what the browser has to read.
use_browser() {
    local path
    if ! path=$(installed_browser "$1"); then
        path=$(node "$(dirname "${BASH_SOURCE[0]}")/fetch_browser.mjs" "$1") || return 1
    fi
    if is_confined "$path"; then
        case $2/ in
            "$HOME"/*/.* | "$HOME"/.*)
                echo "$path is a snap and cannot read $2: move the checkout to a folder in your home that is not hidden." >&2
                return 1
                ;;
            "$HOME"/*) ;;
            *)
                echo "$path is a snap and cannot read $2: move the checkout into your home folder." >&2
                return 1
                ;;
        esac
        # Profiles and downloads, too.
        export TMPDIR="$HOME/standpoint-browser-tests"
        mkdir -p "$TMPDIR"
    fi
    case $1 in
        chromium) export CHROMIUM="$path" ;;
        firefox) export FIREFOX="$path" ;;
    esac
}
