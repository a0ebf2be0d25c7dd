#!/bin/sh
# Packs the folder of the program ($1) as a Debian package into $2. Needs dpkg-deb, which any Debian has; elsewhere it makes nothing.
# The program goes to /usr/lib/guidance-kb: Debian policy and the FHS keep that for the private files of one package, and /opt for what
# comes from elsewhere than the distribution's tools; with /usr/lib the package is one like any other, and lintian can check it.
set -eu
cd "$(dirname "$0")/../.."
program=$1 dist=$2
command -v dpkg-deb >/dev/null 2>&1 || { echo "No Debian package: there is no dpkg-deb here." >&2; exit 0; }
python=.venv/bin/python
version=$($python packaging/version.py)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$($python packaging/version.py --epoch)}
export SOURCE_DATE_EPOCH

tree=build/linux/deb
docs=$tree/usr/share/doc/guidance-kb
rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib" "$docs" "$tree/usr/share/lintian/overrides"

cp -a "$program" "$tree/usr/lib/guidance-kb"
cp -a "$tree/usr/lib/guidance-kb/share/." "$tree/usr/share/"
rm -r "$tree/usr/lib/guidance-kb/share"
mkdir -p "$tree/usr/share/zsh/vendor-completions" # Debian's place for them
mv "$tree/usr/share/zsh/site-functions/_guidance-kb" "$tree/usr/share/zsh/vendor-completions/"
rmdir "$tree/usr/share/zsh/site-functions"
ln -s ../lib/guidance-kb/guidance-kb "$tree/usr/bin/guidance-kb"
ln -s ../lib/guidance-kb/guidance-kb "$tree/usr/bin/guidance-kb-window"

$python packaging/linux/debian.py changelog | gzip -9n >"$docs/changelog.gz"
$python packaging/linux/debian.py copyright >"$docs/copyright"
cp packaging/debian/overrides "$tree/usr/share/lintian/overrides/guidance-kb"
find "$tree/usr/share/man" -name '*.1' -exec gzip -9n {} +
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f -exec chmod u=rw,go=r {} +
chmod 755 "$tree/usr/lib/guidance-kb/guidance-kb"

$python packaging/linux/debian.py control "$tree" >"$tree/DEBIAN/control"
(cd "$tree" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$tree/DEBIAN/md5sums"
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$tree" "$dist/guidance-kb_${version}_amd64.deb" >/dev/null
