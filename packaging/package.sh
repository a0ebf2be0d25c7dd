#!/bin/sh
# Makes the Linux packages in dist/: guidance-kb-VERSION-linux-x86_64.tar.xz and guidance-kb_VERSION_amd64.deb. `make package` calls this.
# With --here: by the Python of this machine, not in an older Debian. Then they run on systems as new as this one.
set -eu
cd "$(dirname "$0")/.."

sh packaging/environment.sh --package
SOURCE_DATE_EPOCH=$(.venv/bin/python packaging/version.py --epoch)
export SOURCE_DATE_EPOCH

program=
[ "${1:-}" = --here ] || program=$(sh packaging/linux/oldest.sh) || echo "Building with the Python of this machine." >&2
if [ -z "$program" ]; then
    sh packaging/linux/freeze.sh
    program=build/package/guidance-kb
fi

folder=build/linux/guidance-kb
rm -rf build/linux
mkdir -p build/linux dist
cp -a "$program" "$folder"
.venv/bin/python packaging/linux/share.py "$folder" # icons, menu entry, manual, completion
.venv/bin/python packaging/archive.py "$folder" dist
sh packaging/linux/deb.sh "$folder" dist
.venv/bin/python packaging/sizes.py "$folder" dist | tee build/linux/sizes.md
