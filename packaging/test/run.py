"""`make package-test`: tests the packages in dist/ as packaged, in bare Debians without Python and without a network.

    python packaging/test/run.py [--short] [--suites bookworm,trixie,sid] [--only WORDS,…]

It tells what it found in build/package-test/results.json and .md. Where it cannot be done here it says why, and that is no failure.
"""

import argparse
import json
import os
import shutil
import stat
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from packages import prepare
from results import write
from version import ROOT, version

OUT: Final = ROOT / "build" / "package-test"
SUITES: Final = ("trixie", "bookworm", "sid")
EVERYTHING: Final = "trixie"
"""The system on which every circumstance is tested."""

_TOOLS: Final = ("unshare", "setpriv", "Xvfb", "dbus-run-session", "debootstrap", "dpkg-deb")
_BINDINGS: Final = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_OWN: Final = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private")
"""Mount and process namespaces, so that nothing is left of a journey, however it ends."""


def missing() -> str:
    """Return why the tests cannot run here; empty if they can."""
    if os.geteuid() != 0:
        return "it needs an administrator, for systems of its own"
    if place := _wrong_place():
        return place
    tools = [each for each in _TOOLS if shutil.which(each) is None]
    if tools:
        return f"there is no {', '.join(tools)} (packaging/test/debian-packages.txt)"
    if subprocess.run(["/usr/bin/python3", "-c", _BINDINGS], capture_output=True, check=False).returncode:
        return "there is no python3-gi or gir1.2-atspi-2.0"
    if subprocess.run([*_OWN, "true"], capture_output=True, check=False).returncode:
        return "mounts of our own are not allowed here"
    return ""


def _wrong_place() -> str:
    """Return why the tests cannot run in the folder of the project."""
    if ROOT.is_relative_to("/tmp"):  # noqa: S108
        return "the folder of the project is in /tmp, and every system gets a /tmp of its own"
    if not all(each.stat().st_mode & stat.S_IXOTH for each in (ROOT, *ROOT.parents)):
        return "the folder of the project is closed to the ordinary user that the program runs as"
    return ""


def main() -> int:
    """Run the tests and return the exit code."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument(
        "--short", action="store_true", help="the Debian package on Debian 13 only, and only its main job"
    )
    asked.add_argument("--suites", default=",".join(SUITES), help="Debians by name, with commas between")
    asked.add_argument(
        "--only", help="only circumstances of the archive with one of these words in their name, with commas between"
    )
    given = asked.parse_args()
    why = missing()
    deb = ROOT / "dist" / f"guidance-kb_{version()}_amd64.deb"
    archive = ROOT / "dist" / f"guidance-kb-{version()}-linux-x86_64.tar.xz"
    if not why and not deb.exists():
        why = "there is no Debian package in dist/: `make package` makes it"
    if why:
        sys.stderr.write(f"The packages were not tested as packaged: {why}.\n")
        return 0
    begun = time.monotonic()
    work = OUT / "work"
    shutil.rmtree(OUT, ignore_errors=True)
    prepare(deb, None if given.short or not archive.exists() else archive, work / "packages")
    try:
        failed = [run_suite(suite, work, given) for suite in (["trixie"] if given.short else given.suites.split(","))]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if archive.exists() and not given.short and not given.only:
        failed.append(bool(subprocess.run([sys.executable, ROOT / "packaging/test/start.py"], check=False).returncode))
    write(OUT, version(), datetime.now(UTC).date(), time.monotonic() - begun)
    return int(any(failed))


def run_suite(suite: str, work: Path, given: argparse.Namespace) -> bool:
    """Run all tests on one Debian and return whether one failed; a Debian that is not available is reported and skipped."""
    made = subprocess.run(
        ["sh", ROOT / "packaging/test/roots.sh", suite], stdout=subprocess.PIPE, text=True, check=False
    )
    out = OUT / suite
    out.mkdir(parents=True)
    if made.returncode:
        (out / "missing.json").write_text(json.dumps("no bare system could be made"), encoding="utf-8")
        return False
    sys.stderr.write(f"{suite}:\n")
    command = [
        *_OWN,
        sys.executable,
        "-B",
        ROOT / "packaging/test/journey.py",
        suite,
        made.stdout.strip(),
        work / "packages",
    ]
    options = [*(["--short"] if given.short else []), *(["--only", given.only] if given.only else [])]
    if suite != EVERYTHING:
        options.append("--usual")
    done = subprocess.run([*command, work / suite, out, *options], check=False)
    shutil.rmtree(work / suite, ignore_errors=True)
    return done.returncode != 0


if __name__ == "__main__":
    sys.exit(main())
