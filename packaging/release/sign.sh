#!/bin/sh
# Signs dist/SHA256SUMS, and by that everything in dist/. Which program signs, and with which key, is the publisher's:
#   GUIDANCE_KB_SIGN="minisign -S -s release.key -m"               makes SHA256SUMS.minisig
#   GUIDANCE_KB_SIGN="gpg --batch --yes --armor --detach-sign"     makes SHA256SUMS.asc
# The file's name is put behind it. Not set: the release is unsigned, and a file beside it says so.
set -eu
sums=${1:-dist/SHA256SUMS}

rm -f "$sums".UNSIGNED "$sums".minisig "$sums".asc "$sums".sig
if [ -z "${GUIDANCE_KB_SIGN:-}" ]; then
    echo "UNSIGNED: GUIDANCE_KB_SIGN is not set. The checksums show damage, not who made this." | tee "$sums.UNSIGNED"
    exit 0
fi
# shellcheck disable=SC2086 # a command with its arguments
$GUIDANCE_KB_SIGN "$sums"
for kind in minisig asc sig; do [ -s "$sums.$kind" ] && { echo "Signed: $sums.$kind"; exit 0; }; done
echo "GUIDANCE_KB_SIGN ran, but made no $sums.minisig, .asc or .sig." >&2
exit 1
