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
    wants fonts-inter test -e /usr/share/fonts/opentype/inter/Inter-SemiBold.otf
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
    wants chromium command -v chromium
    wants firefox-esr command -v firefox-esr
    wants xvfb command -v Xvfb
}

install_missing() {
    [ ${#MISSING_PACKAGES[@]} -gt 0 ] || return 0
    local as_root=() packaged=() package
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get -qq update
    for package in "${MISSING_PACKAGES[@]}"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            packaged+=("$package")
        else
            echo "This system has no package $package; what needs it will say so."
        fi
    done
    echo "Installing ${packaged[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "${packaged[@]}" >/dev/null
    MISSING_PACKAGES=()
    hash -r
}
