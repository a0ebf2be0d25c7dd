"""`journey.py SUITE`: all tests of the packages on one Debian. run.py starts it, with mounts, processes and a /tmp of its own."""

import argparse
import shutil
import sys
from pathlib import Path
from typing import Final

from folder import USUALLY, Circumstances
from life import Life
from outcome import Outcomes, write_all
from packages import Packages
from root import Root, WentWrongError, mount

SYSTEMS: Final = {"bookworm": "Debian 12", "trixie": "Debian 13", "sid": "Debian sid"}


class Journey:
    """All tests on one Debian.

    Args:
        base: The bare system.
        packages: The packages under test.
        work: A folder for the layers; only the pictures and transcripts in it are needed later.
    """

    def __init__(self, base: Path, packages: Packages, work: Path) -> None:
        self._base, self._packages, self._work = base, packages, work
        self._fetched: Path | None = None

    def fetch(self) -> None:
        """Download the package lists and the packages that ours needs, without installing; the only step with a network."""
        root = Root([self._base], self._work / "fetched")
        shutil.copy("/etc/resolv.conf", root.seen("/etc/resolv.conf"))
        shutil.copy(self._packages.deb, root.seen("/root/guidance-kb.deb"))
        # An old snapshot of the mirror will do.
        root.apt("-o", "Acquire::Check-Valid-Until=false", "update", network=True)
        root.apt("install", "--download-only", "/root/guidance-kb.deb", network=True)
        root.seen("/root/guidance-kb.deb").unlink()
        self._fetched = root.done()

    def root(self, name: str, *above: Path) -> Root:
        """Return a bare system with the downloads, with further layers above it."""
        if self._fetched is None:
            raise RuntimeError("fetch first")
        return Root([*above, self._fetched, self._base], self._work / name)

    def needs(self, name: str, *options: str) -> Path:
        """Return a layer with the dependencies of the package installed, and an ordinary user."""
        root = self.root(name)
        shutil.copy(self._packages.needs, root.seen("/root/needs.deb"))
        root.apt("install", *options, "/root/needs.deb")
        root.take_python()
        root.add_user()
        return root.done()


def main() -> int:
    """Run all tests."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name in ("suite", "base", "packages", "work", "out"):
        asked.add_argument(name, type=str if name == "suite" else Path)
    asked.add_argument("--short", action="store_true")
    asked.add_argument("--usual", action="store_true", help="the archive as it comes, and under no other circumstance")
    asked.add_argument("--only", default="", help="words in the name of circumstances, with commas between")
    given = asked.parse_args()
    _own_tmp(given.work)
    system = SYSTEMS[given.suite]
    packages = Packages.found(given.packages)
    journey = Journey(given.base, packages, given.work)
    outcomes: list[Outcomes] = []
    try:
        journey.fetch()
    except WentWrongError as wrong:  # an unreachable mirror is no fault of the packages
        outcomes.append(Outcomes("deb", system))
        outcomes[0].tell("what it needs is fetched", passed=None, note=" ".join(str(wrong).split())[:200])
        write_all(outcomes, given.out / "outcomes.json")
        return 0
    if not given.only:
        deb = Outcomes("deb", system)
        life = Life(journey.root("deb"), packages, deb, given.out / "deb")
        life.short() if given.short else life.whole()
        outcomes.append(deb)
        write_all(outcomes, given.out / "outcomes.json")  # results so far, for a run that is interrupted later
    if not given.short and packages.unpacked is not None:
        folder = Outcomes("tar.xz", system)
        only = given.only.split(",") if given.only else [USUALLY] if given.usual else None
        Circumstances(journey, packages.unpacked, folder, given.out).all(only)
        outcomes.append(folder)
    write_all(outcomes, given.out / "outcomes.json")
    return int(any(one.passed is False for each in outcomes for one in each.all))


def _own_tmp(work: Path) -> None:
    """Mount a private /tmp: it has the sockets of the screen and the bus, and every root sees it."""
    private = work / "tmp"
    private.mkdir(parents=True)
    private.chmod(0o1777)
    mount("--bind", str(private), "/tmp")  # noqa: S108


if __name__ == "__main__":
    sys.exit(main())
