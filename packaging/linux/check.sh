#!/bin/sh
# Checks the packages in dist/ and what is in build/linux with the tools of Debian, as far as they are installed. `make package-check`.
set -eu
cd "$(dirname "$0")/../.."
share=build/linux/guidance-kb/share
failed=

run() {
    command -v "$1" >/dev/null 2>&1 || { echo "$1: not installed, not run" >&2; return 0; }
    "$@" && echo "$1: passed" >&2 || failed="$failed $1"
}

run desktop-file-validate "$share/applications/guidance-kb.desktop"
# The program has no page of its own on the web, so it names none.
run appstreamcli validate --no-net --override=url-homepage-missing=info "$share/metainfo/guidance-kb.metainfo.xml"
for deb in dist/guidance-kb_*_amd64.deb; do
    [ -f "$deb" ] && run lintian --fail-on error,warning "$deb"
done
[ -z "$failed" ] || { echo "Not as it should be:$failed" >&2; exit 1; }
