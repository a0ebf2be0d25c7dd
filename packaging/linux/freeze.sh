#!/bin/sh
# Makes build/package/guidance-kb, the program as one folder, with the Python of .venv. package.sh calls it here, oldest.sh in an older Debian.
set -eu
cd "$(dirname "$0")/../.."
export PYTHONHASHSEED=0 PYTHONPATH=src # the same order of everything at every build; the source of this folder, whatever is installed
rm -rf build/package
.venv/bin/python -m PyInstaller --noconfirm --clean --log-level ERROR --distpath build/package --workpath build/pyinstaller packaging/guidance-kb.spec
.venv/bin/python packaging/linux/icu.py build/package
.venv/bin/python packaging/release/collecting.py build/package/guidance-kb/_internal/licences --package build/package/guidance-kb/_internal
