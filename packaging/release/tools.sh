#!/bin/sh
# Makes an environment of its own for tools that are no part of the program, once for every change of its lock:
#   sh packaging/release/tools.sh release    SBOM and audit          → build/tools/release
#   sh packaging/release/tools.sh publish    Datasette               → build/tools/publish
set -eu
cd "$(dirname "$0")/../.."

name=$1 folder=build/tools/$1 lock=requirements-$1.lock
ready=$folder/.made-from
wanted=$(cksum < "$lock")
[ -f "$ready" ] && [ "$(cat "$ready")" = "$wanted" ] && exit 0
printf 'Installing the tools of %s ...\n' "$lock" >&2
rm -rf "$folder"
.venv/bin/python -m venv "$folder"
bin=$folder/bin
[ -d "$bin" ] || bin=$folder/Scripts # Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock"
printf '%s' "$wanted" > "$ready"
printf 'The tools of %s are in %s.\n' "$name" "$folder" >&2
