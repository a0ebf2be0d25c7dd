#!/bin/sh
# Makes dist/guidance-kb-VERSION-linux-x86_64.tar.xz: one folder that runs without Python. `make package` calls this.
set -eu
cd "$(dirname "$0")/.."

if command -v dpkg-query >/dev/null 2>&1; then
    version=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    for name in binutils "libpython$version"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok' && continue
        if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
        $as_root apt-get update -qq
        apt-cache show "$name" >/dev/null 2>&1 || continue # a Python that is not Debian's brings its own library
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" >/dev/null
    done
fi

.venv/bin/python -m PyInstaller --noconfirm --log-level ERROR --distpath build/package --workpath build/pyinstaller packaging/guidance-kb.spec
.venv/bin/python packaging/archive.py build/package/guidance-kb dist
