#!/bin/sh
# Makes .venv from requirements.lock, once for every change of it: finds a Python, installs the system libraries that are missing
# (Debian, Ubuntu and kin), installs the locked packages. Says what it does; a second run has nothing to do and touches no network.
# With --tests: the system packages that only tests need. Without them those tests are skipped, so it never fails, and tries once.
# With --package-test: those that `make package-test` needs; what needs a missing one is left out.
# With --package: those that `make package` needs; where they cannot be installed it does without what is missing, or says so.
set -eu
cd "$(dirname "$0")/.."

ready=.venv/.made-from
wanted=$(cat requirements.lock packaging/environment.sh packaging/debian-packages.txt | cksum)
[ -n "${1:-}" ] || { [ -f "$ready" ] && [ "$(cat "$ready")" = "$wanted" ] && exit 0; }

say() { printf '%s\n' "$*" >&2; }

python_for_us() {
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
        [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null || continue
        command -v "$candidate"
        return
    done
    return 1
}

system_packages() {
    # Those of a list that are not installed. One name a line; alternatives (names that differ between releases) are separated by a bar.
    grep -v '^#' "$1" | while IFS= read -r line; do
        [ -n "$line" ] || continue
        found=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok' && found=yes && break
        done
        [ -n "$found" ] || printf '%s\n' "$line"
    done
}

install_system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=$(system_packages "$1")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else
        say "These system packages are missing, and installing them needs an administrator:"
        say "  sudo apt-get install $(printf '%s' "$missing" | sed 's/|.*//' | tr '\n' ' ')"
        return 1
    fi
    say "Installing system packages: $(printf '%s' "$missing" | sed 's/|.*//' | tr '\n' ' ')"
    $as_root apt-get update -qq || return 1
    names=
    for line in $missing; do
        chosen=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            apt-cache show "$name" >/dev/null 2>&1 && chosen=$name && break
        done
        names="$names ${chosen:-$name}"
    done
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $names >/dev/null
}

if [ "${1:-}" = --tests ]; then
    list=packaging/debian-packages-tests.txt tried=.venv/.tried-for-tests
    [ -f "$tried" ] && [ "$(cat "$tried")" = "$(cksum < $list)" ] && exit 0
    install_system_packages $list || say "Without them the tests with a screen reader and a hand (tests/accessible, tests/walks) and those of ink on paper are skipped."
    cksum < $list > "$tried"
    exit 0
fi
if [ "${1:-}" = --package-test ]; then
    install_system_packages packaging/test/debian-packages.txt || say "What needs them is left out."
    exit 0
fi
if [ "${1:-}" = --package ]; then
    install_system_packages packaging/debian-packages-package.txt || say "Some of these are needed by make package."
    version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    apt-cache show "libpython$version" >/dev/null 2>&1 || exit 0 # a Python that is not Debian's brings its own library
    echo "libpython$version" > .venv/library.txt
    install_system_packages .venv/library.txt || exit 1
    exit 0
fi
install_system_packages packaging/debian-packages.txt || exit 1
python=$(python_for_us) || { say "No Python 3.11, 3.12 or 3.13 was found. Install one (on Debian: apt-get install python3) and run this again."; exit 1; }
if ! .venv/bin/python -c '' 2>/dev/null; then
    say "Making .venv with $("$python" --version) ..."
    rm -rf .venv
    "$python" -m venv .venv
fi
say "Installing the locked packages ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
printf '%s' "$wanted" > "$ready"
