# What builds and tests need from the system, and its installation where it is missing. Sourced by
# build-wasm.sh and tests/run.sh; works on Debian 12 and Ubuntu 24.04, as root or with sudo.

# wants PACKAGE COMMAND...: remembers the package unless the command succeeds.
MISSING_PACKAGES=()
wants() {
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || MISSING_PACKAGES+=("$package")
}

wants_for_wasm() {
    wants cmake command -v cmake
    wants ninja-build command -v ninja
    wants emscripten command -v em++
    wants python3 command -v python3
    wants python3-fonttools sh -c 'python3 -c "import fontTools" || /usr/bin/python3 -c "import fontTools"'
    wants nlohmann-json3-dev test -e /usr/include/nlohmann/json.hpp
    wants fonts-noto-core test -e /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf
    wants fonts-inter sh -c 'ls /usr/share/fonts/*/inter/Inter-SemiBold.[ot]tf'
    wants fonts-dejavu-core test -e /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf
    wants xz-utils command -v xz
    wants ca-certificates test -e /etc/ssl/certs/ca-certificates.crt
    wants git command -v git
}

wants_for_tests() {
    wants_for_wasm
    wants g++ command -v g++
    wants clang-14 command -v clang++-14
    wants libclang-rt-14-dev sh -c 'ls /usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a'
    wants clang-format-14 command -v clang-format-14
    wants doctest-dev test -e /usr/include/doctest/doctest.h
    wants glslang-tools command -v glslangValidator
    wants nodejs command -v node
    wants ccache command -v ccache
    wants npm command -v npm
    wants xvfb command -v Xvfb
    wants_browser chromium chromium
    wants_browser firefox firefox-esr
}

# wants_browser NAME PACKAGE: where no package but a snap has it (Ubuntu), the tests fetch a build of their
# own (tests/browser/fetch_browser.mjs), which needs these libraries.
wants_browser() {
    (. tests/browser/browsers.sh && installed_browser "$1") >/dev/null && return
    if has_package "$2"; then
        MISSING_PACKAGES+=("$2")
    else
        MISSING_PACKAGES+=(libasound2t64 libatk-bridge2.0-0t64 libcups2t64 libdbus-glib-1-2 libgbm1
            libgtk-3-0t64 libnss3 libxkbcommon0 libxt6t64 libxtst6)
    fi
}

# A package that can be installed, and by more than its name.
has_package() { apt-cache show "$1" 2>/dev/null | grep -q '^Filename: '; }

install_missing() {
    [ ${#MISSING_PACKAGES[@]} -gt 0 ] || return 0
    local as_root=() packaged=() package
    command -v apt-get >/dev/null || {
        echo "This system has no apt; what is needed goes by these names in Debian: ${MISSING_PACKAGES[*]}"
        return 1
    }
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "To be installed first, by root (there is no sudo): apt-get install ${MISSING_PACKAGES[*]}"
            return 1
        }
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get -qq update || return
    for package in $(printf '%s\n' "${MISSING_PACKAGES[@]}" | sort -u); do
        if has_package "$package"; then
            packaged+=("$package")
        else
            echo "This system has no package $package; what needs it will say so."
        fi
    done
    MISSING_PACKAGES=()
    [ ${#packaged[@]} -gt 0 ] || return 0
    echo "Installing ${packaged[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "${packaged[@]}" >/dev/null || return
    hash -r
}
