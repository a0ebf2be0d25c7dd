#!/bin/sh
# On Windows (the release workflow, Git's shell): the setup installs silently and per user, the program works, the uninstaller takes away
# the program and leaves the casebook; the portable zip works from a folder with a space and an accent.
set -eu
dist=$1
setup=$(echo "$dist"/guidance-kb-*-windows-setup.exe)
zip=$(echo "$dist"/guidance-kb-*-windows-portable.zip)
home=$(cygpath "$LOCALAPPDATA")
installed="$home/Programs/Guidance KB"
kept="$home/guidance-kb/casebook"

MSYS2_ARG_CONV_EXCL='*' "$setup" /S
[ -x "$installed/guidance-kb.com" ] || { echo "The setup put nothing into $installed." >&2; exit 1; }
sh packaging/release/smoke.sh "$installed/guidance-kb.com" "$installed/guidance-kb.exe"

mkdir -p "$kept"
echo "not a casebook, but it has to stay" > "$kept/kept.txt"
MSYS2_ARG_CONV_EXCL='*' "$installed/uninstall.exe" /S
for _ in 1 2 3 4 5 6 7 8 9 10; do # it goes on in a copy of itself
    [ -e "$installed/guidance-kb.exe" ] || break
    sleep 3
done
[ ! -e "$installed/guidance-kb.exe" ] || { echo "The uninstaller left the program." >&2; exit 1; }
[ -f "$kept/kept.txt" ] || { echo "The uninstaller took the casebook." >&2; exit 1; }

place="$(mktemp -d)/een map met é"
mkdir -p "$place"
unzip -q "$zip" -d "$place"
program=$(find "$place" -name guidance-kb.com | head -n 1)
sh packaging/release/smoke.sh "$program" "$(dirname "$program")/guidance-kb.exe"
