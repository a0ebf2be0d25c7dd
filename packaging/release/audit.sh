#!/bin/sh
# audit.sh LOCK: asks which of the locked packages have known vulnerabilities. The answers come from the network; a package that could not be
# asked about is a failure too (--strict), so that a run without a network never looks like a clean one.
set -eu
cd "$(dirname "$0")/../.."

sh packaging/release/tools.sh release
bin=build/tools/release/bin
[ -d "$bin" ] || bin=build/tools/release/Scripts
"$bin/pip-audit" --strict --require-hashes --disable-pip --progress-spinner off --desc on -r "$1"
