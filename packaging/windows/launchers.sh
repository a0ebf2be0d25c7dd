#!/bin/sh
# Makes the two launchers and their icon in the folder $1. The same bytes each time. packaging/windows/package.sh calls this.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=$here/../../.venv/bin/python
out=$1
mkdir -p "$out"

version=$("$python" "$here/../version.py")
numbers=$(printf '%s' "$version" | sed 's/[^0-9.].*//; s/\./,/g'),0
PYTHONPATH="$here/../linux" QT_QPA_PLATFORM=offscreen "$python" "$here/icon.py" "$out/guidance-kb.ico"

launcher() { # FILE SUBSYSTEM OPTIONS...
    file=$1 subsystem=$2
    shift 2
    x86_64-w64-mingw32-windres -I "$out" -I "$here" -DVERSION_NUMBERS="$numbers" "-DVERSION_TEXT=\\\"$version\\\"" "-DFILE_NAME=\\\"$file\\\"" \
        "$here/launcher.rc" -O coff -o "$out/launcher.res"
    x86_64-w64-mingw32-gcc -std=c17 -O2 -Wall -Wextra -Werror -s -municode "-m$subsystem" "$@" -Wl,--no-insert-timestamp \
        -Wl,--dynamicbase,--nxcompat,--high-entropy-va "$here/launcher.c" "$out/launcher.res" -o "$out/$file" -lshell32
}
launcher guidance-kb.exe windows
launcher guidance-kb.com console -DCONSOLE
