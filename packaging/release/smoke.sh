#!/bin/sh
# Does a packaged program work here? The commands, and the tour: search, a first contact, a casebook made, locked and opened, papers printed.
#   sh packaging/release/smoke.sh PROGRAM [TOUR PROGRAM]     on Windows the tour is taken by the program of the window
set -eu
program=$1 toured=${2:-$1}
place=$(mktemp -d)
export GUIDANCE_KB_DATA="$place/data" QT_QPA_PLATFORM=offscreen

"$program" --version
"$program" search "geen oppas" --json --limit 3 | grep -q care-duties
"$program" show care-duties | grep -q '§'
for run in first second; do # what the first leaves behind must not hinder the second
    "$toured" --tour "$place/$run"
    pictures=$(find "$place/$run" -name '*.png' | wc -l)
    [ "$pictures" -ge 10 ] || { echo "The tour made only $pictures pictures." >&2; exit 1; }
done
echo "It works: $pictures pictures."
