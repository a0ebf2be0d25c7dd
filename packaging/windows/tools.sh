#!/bin/sh
# Installs Debian packages that are missing: packaging/windows/tools.sh NAME...
set -eu
missing=
for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok' || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
echo "Installing system packages:$missing" >&2
$as_root apt-get update -qq -o DPkg::Lock::Timeout=300
# shellcheck disable=SC2086
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends $missing >/dev/null
