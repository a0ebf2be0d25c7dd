#!/bin/sh
# Compiles the setup: packaging/windows/setup.sh WORK DIST, with the layout and the launchers in WORK. packaging/windows/package.sh calls this.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=$here/../../.venv/bin/python
work=$(cd "$1" && pwd) dist=$(cd "$2" && pwd)
layout="$work/Guidance KB"

version=${GUIDANCE_KB_VERSION:-$("$python" "$here/../version.py")} # another one: for tests of upgrading
numbers=$(printf '%s' "$version" | sed 's/[^0-9.].*//').0
out=$dist/guidance-kb-$version-windows-setup.exe

"$python" "$here/listing.py" "$layout" > "$work/files.nsh"
# shellcheck disable=SC2086
makensis ${QUICK:+-DQUICK} -V2 -WX -NOCD -INPUTCHARSET UTF8 -DVERSION="$version" -DNUMBERS="$numbers" -DSIZE="$(du -sk "$layout" | cut -f1)" -DFILES="$work/files.nsh" \
    -DICON="$work/launchers/guidance-kb.ico" -DOUT="$out" "$here/setup.nsi"
printf '%s: %s MB\n' "$out" "$(wc -c < "$out" | awk '{printf "%.1f", $1 / 1e6}')"
