#!/bin/sh
# Runs freeze.sh in a Debian 12 of its own (build/debian-12, made once), so that the program runs there and on all that came later: a
# program asks for the C library that it was built with, or a newer one. Prints the folder of the program. Fails where it cannot be done:
# not on Debian, no administrator, no network. Then package.sh builds with the Python of this machine.
set -eu
cd "$(dirname "$0")/../.."
suite=bookworm
base=$PWD/build/debian-12
inside=$base/guidance-kb

say() { printf '%s\n' "$*" >&2; }

. /etc/os-release
[ "${ID:-}" = debian ] && [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null 2>&1 || {
    say "Building in an older Debian needs Debian, its debootstrap and an administrator."
    exit 1
}

sources() { # those of this machine, for the older Debian; folders of this machine are not there
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] && ! grep -q 'file:' "$file" && grep -q "$VERSION_CODENAME" "$file" && printf '%s\n' "$file"
    done
}

make_base() {
    say "Making a Debian 12 to build in (a minute, once) ..."
    rm -rf "$base"
    mkdir -p build
    mirror=$(sources | while IFS= read -r file; do sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb [^#]*\(https*:[^ ]*\) .*/\1/p' "$file"; done | head -n 1)
    # shellcheck disable=SC2086
    debootstrap --variant=minbase --include=python3,python3-venv $suite "$base" ${mirror:-} >build/debootstrap.log 2>&1 || {
        tail -n 3 build/debootstrap.log >&2
        return 1
    }
    rm -f "$base/etc/apt/sources.list"
    sources | while IFS= read -r file; do # with the keys that the older Debian trusts by itself
        sed "s/$VERSION_CODENAME/$suite/g; /^Signed-By:/d" "$file" >"$base/etc/apt/sources.list.d/$(basename "$file")"
    done
    touch "$base/.made"
}

[ -f "$base/.made" ] || make_base || exit 1
cp /etc/resolv.conf "$base/etc/resolv.conf"
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || cp /etc/ssl/certs/ca-certificates.crt "$base/root/certificates.crt" # those that this machine trusts, for pip

mkdir -p "$inside/build"
rm -rf "$inside/src" "$inside/resources" "$inside/db" "$inside/packaging" "$inside/docs"
tar -c --exclude=__pycache__ src resources db packaging docs/guide-*.md docs/pictures/guide pyproject.toml requirements.lock README.md LICENSE build/knowledge.db \
    $([ -d build/licences ] && echo build/licences) | tar -x -C "$inside"
chroot "$base" sh /guidance-kb/packaging/linux/inside.sh >&2 || exit 1
printf '%s\n' "$inside/build/package/guidance-kb"
