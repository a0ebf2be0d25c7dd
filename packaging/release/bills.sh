#!/bin/sh
# Writes the bill of materials of each package that was made here into dist/.
set -eu
cd "$(dirname "$0")/../.."

sh packaging/release/tools.sh release
name=guidance-kb-$(.venv/bin/python packaging/version.py)
made_in=build/debian-12/guidance-kb/build/package/guidance-kb/guidance-kb # the older Debian, if the package comes from there
if cmp -s build/linux/guidance-kb/guidance-kb "$made_in"; then export GUIDANCE_KB_DEBIAN="$PWD/build/debian-12"; fi

bill() { [ ! -d "$1" ] || .venv/bin/python packaging/release/sbom.py "$1" "dist/$name-$2.cdx.json" "$3"; }
bill build/linux/guidance-kb/_internal linux-x86_64 linux
bill "build/windows/Guidance KB/program" windows-x86_64 win32
bill "build/package/Guidance KB.app/Contents" "macos-$(uname -m)" darwin
