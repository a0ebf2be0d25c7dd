#!/bin/sh
# Prints the folder of a bare Debian, $1 by name: the minimal set of packages, so no Python, no Qt, no fonts, no screen. Made once, in
# build/roots/, from the mirror that this machine has its packages from; the tests never write in it. Fails, with a reason, where none can be made.
set -eu
cd "$(dirname "$0")/../.."
suite=$1
root=$PWD/build/roots/$suite
[ -f "$root.made" ] && { printf '%s\n' "$root"; exit 0; }

no() { printf '%s\n' "No bare Debian here: $*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || no "making one needs an administrator."
command -v debootstrap >/dev/null 2>&1 || no "there is no debootstrap."

mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb [^#]*\(https*:[^ ]*\) .*/\1/p' | head -n 1)
mkdir -p build/roots
rm -rf --one-file-system "$root"
echo "Making a bare Debian, $suite ..." >&2
# shellcheck disable=SC2086
debootstrap --variant=minbase "$suite" "$root" ${mirror:-} >"$root.log" 2>&1 || no "$(tail -n 1 "$root.log")"
rm -rf "$root"/var/cache/apt/archives/*.deb
touch "$root.made"
printf '%s\n' "$root"
