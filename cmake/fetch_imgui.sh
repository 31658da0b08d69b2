#!/bin/sh
# fetch_imgui.sh VERSION FOLDER: puts the sources of Dear ImGui VERSION into FOLDER, from the package
# mirror this machine already uses (the suite that carries the newest packages), verified by the
# distribution's own archive key. apt's lists and downloads stay in a folder of our own, so neither
# the system's package state nor root is touched. Fails if the mirror has another version.
set -eu
version=$1
folder=$2

. /etc/os-release
case "${ID:-}" in
    debian) suite=testing components="main" ;;
    ubuntu) suite=devel components="main universe" ;;
    *) echo "fetch_imgui: no package mirror known for ${ID:-this system}" >&2; exit 1 ;;
esac
site=$(apt-get indextargets --format '$(RELEASE) $(SITE)' |
    awk -v codename="$VERSION_CODENAME" \
        '$1 == codename || $1 ~ /^(testing|unstable|sid|devel)$/ { print $2; exit }')
[ -n "$site" ] || { echo "fetch_imgui: apt knows no mirror of $ID" >&2; exit 1; }
for keyring in /usr/share/keyrings/"$ID"-archive-keyring.*; do break; done

work=$(mktemp -d "$(dirname "$folder")/imgui-apt.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/source"
echo "deb-src [signed-by=$keyring] $site $suite $components" >"$work/sources.list"
# An expired index is as good as a new one: what is wanted is pinned, and its signature is checked.
private_apt() {
    apt-get -q -o APT::Sandbox::User=root -o Acquire::Check-Valid-Until=false \
        -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" "$@" >>"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

private_apt update
cd "$work"
private_apt source --download-only imgui
cd source
tar -xf ../imgui_"$version"*.orig.tar.* --strip-components=1 ||
    { echo "fetch_imgui: $suite has $(ls ../*.dsc), wanted $version" >&2; exit 1; }
rm -rf "$folder"
mv "$work/source" "$folder"
