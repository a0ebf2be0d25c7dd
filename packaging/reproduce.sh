#!/bin/sh
# Makes the Linux packages of the last commit twice, in two folders, and compares them byte by byte. `make package-twice` calls this.
# What differs is named: first the packages, then the files in the program. It takes the time of two packages.
# Each folder is a clone and builds its knowledge database itself; the environment and the older Debian are made once and lent to both.
set -eu
cd "$(dirname "$0")/.."
here=$PWD commit=$(git rev-parse HEAD) # of now: somebody may go on working
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

for name in one "the other"; do
    git clone --quiet --no-checkout "$here" "$work/$name"
    git -C "$work/$name" checkout --quiet --detach "$commit"
    ln -s "$here/.venv" "$work/$name/.venv"
    mkdir "$work/$name/build"
    (cd "$work/$name" && PYTHONPATH=src make --no-print-directory --assume-old=environment build)
    [ "${1:-}" = --here ] || [ ! -d "$here/build/debian-12" ] || mv "$here/build/debian-12" "$work/$name/build/debian-12"
    (cd "$work/$name" && sh packaging/package.sh ${1:+"$1"}) >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
    [ ! -d "$work/$name/build/debian-12" ] || mv "$work/$name/build/debian-12" "$here/build/debian-12"
    (cd "$work/$name/dist" && find . -type f | LC_ALL=C sort | xargs sha256sum) >"$work/packages of $name"
    (cd "$work/$name/build/linux/guidance-kb" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) >"$work/files of $name"
done

cat "$work/packages of one"
if cmp -s "$work/packages of one" "$work/packages of the other"; then
    echo "Twice the same bytes."
else
    diff "$work/packages of one" "$work/packages of the other" || true
    diff "$work/files of one" "$work/files of the other" || true
    echo "Not the same bytes: see above." >&2
    exit 1
fi
