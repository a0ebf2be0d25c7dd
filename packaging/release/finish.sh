#!/bin/sh
# Ends a release in dist/: the bills of materials, checksums of everything, the signature. `make release` calls this.
set -eu
cd "$(dirname "$0")/../.."

sh packaging/release/bills.sh
.venv/bin/python packaging/release/checksums.py dist
sh packaging/release/sign.sh dist/SHA256SUMS
cat dist/SHA256SUMS
