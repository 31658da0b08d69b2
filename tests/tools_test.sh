#!/usr/bin/env bash
# cmake/tools.sh and tests/browser/browsers.sh on machines that are made up: a PATH of a few real commands
# and of fake ones, which write down what they were asked to do.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD failures=0 checked=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# machine NAME PACKAGE...: a fresh machine, root's, whose archive has these packages.
machine() {
    box=$work/$1
    mkdir -p "$box/bin" "$box/home/checkout" "$box/home/.hidden"
    shift
    local command
    for command in bash cat dirname env grep head ls mkdir readlink sh sort timeout; do
        ln -sf "$(command -v $command)" "$box/bin/$command"
    done
    fake apt-cache "case \" $* \" in *\" \$2 \"*) echo 'Filename: pool/\$2.deb' ;; *) exit 100 ;; esac"
    fake apt-get "echo \"apt-get \$*\" >>$box/log"
    fake sudo "echo sudo >>$box/log; exec \"\$@\""
    fake id 'echo 0'
    : >"$box/log"
}
fake() { printf '#!/bin/sh\n%s\n' "$2" >"$box/bin/$1" && chmod +x "$box/bin/$1"; }
# What the shell lines say, run on that machine in the checkout.
on() { (cd "$root" && env -i HOME="$box/home" PATH="$box/bin" bash -uc "$1" 2>&1) || echo "exit $?"; }
check() {
    checked=$((checked + 1))
    case $2 in *$3*) [ "${4:-}" != not ] && return ;; *) [ "${4:-}" = not ] && return ;; esac
    failures=$((failures + 1))
    printf 'FAILED: %s\n  wanted %s“%s” in\n  %s\n' "$1" "${4:+$4 }" "$3" "$2"
}
install='. cmake/tools.sh; wants_for_tests; install_missing'
find_chromium='. tests/browser/browsers.sh; installed_browser chromium'
prints_version='echo Chromium 148'
asks_for_snap='echo "requires the chromium snap to be installed" >&2; exit 1'

machine debian cmake g++ chromium firefox-esr xvfb
out=$(on "$install") log=$(cat "$box/log")
check "Debian: browsers are packages" "$log" "chromium cmake firefox-esr g++ xvfb"
check "Debian: lists are brought up to date once" "$(grep -c update "$box/log")" 1
check "Debian: what there is no package for is said" "$out" "has no package clang-14;"
check "as root there is no sudo" "$log" sudo not

machine user cmake
fake id 'echo 1000'
on "$install" >/dev/null
check "a user goes through sudo" "$(cat "$box/log")" "sudo
apt-get -qq -y"
rm "$box/bin/sudo"
check "without sudo the names are said" "$(on "$install")" "apt-get install cmake ninja-build"
check "and that counts as failed" "$(on "$install")" "exit 1"

machine refused cmake
fake apt-get 'exit 100'
check "an archive that cannot be reached is a failure" "$(on "$install")" "exit 100"

machine ubuntu cmake chromium-browser firefox libnss3 libgtk-3-0t64
fake chromium-browser "$asks_for_snap"
fake firefox "$asks_for_snap"
on "$install" >/dev/null
log=$(cat "$box/log")
check "Ubuntu: no snap is installed" "$log" chromium not
check "Ubuntu: what fetched browsers need is" "$log" "libgtk-3-0t64 libnss3"
check "Ubuntu: a script that asks for the snap is no browser" "$(on "$find_chromium")" "exit 1"
fake node 'echo "No chromium is installed" >&2; exit 1'
use='. tests/browser/browsers.sh; use_browser chromium'
check "no browser and none to be fetched is a failure" "$(on "$use /")" "exit 1"
fake node "echo $box/bin/fetched"
fake fetched "$prints_version"
check "a fetched one is used" "$(on "$use / && echo \$CHROMIUM")" "$box/bin/fetched"
fake google-chrome "$prints_version"
check "another maker's is found" "$(on "$find_chromium")" "$box/bin/google-chrome"
check "the one that is named goes first" "$(on "CHROMIUM=fetched; $find_chromium")" "$box/bin/fetched"

machine snap
fake chromium-browser "$prints_version # exec /snap/bin/chromium"
check "a snap is found" "$(on "$find_chromium")" "$box/bin/chromium-browser"
home=$box/home
check "a snap has its profiles in the home" "$(on "$use $home/checkout && echo \$TMPDIR")" "$home/standpoint-browser-tests"
check "a snap cannot read elsewhere" "$(on "$use /opt/checkout")" "into your home folder"
check "nor hidden folders" "$(on "$use $home/.hidden/checkout")" "not hidden"

machine other
rm "$box/bin/apt-get"
check "without apt the names are said" "$(on "$install")" "has no apt"

echo "$checked checked, $failures failed"
[ $failures -eq 0 ]
