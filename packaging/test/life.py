"""The life cycle of the Debian package on one system, without a network: installed by apt, used, upgraded, downgraded, removed."""

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Final

from outcome import Outcomes
from packages import LATER, OLDER, Packages, field
from playing import Desk, a_desk
from root import HOME, Root, need

FIRST: Final = {
    "first paint": "first paint",
    "search and read": "search, open and read an entry",
    "casebook": "a casebook is made, with a passphrase and a recovery key",
    "first contact": "a first contact is held and saved",
    "page as PDF": "the client's page as PDF",
    "quit": "quit",
}
AFTER: Final = {
    "unlock": "started again and unlocked",
    "resume": "goes on where it stopped",
    "whole contact": "the whole contact, finished",
}
CUT_OFF: Final = {"killed": "killed in the middle (SIGKILL)", "recover": "nothing saved is lost, and it is asked about"}

_PROGRAM: Final = ("guidance-kb-window",)
_DATA: Final = f"{HOME}/.local/share/guidance-kb"


class Life:
    """The tests of the life cycle.

    Args:
        root: A system with all downloads, and nothing installed.
        packages: The versions of the package.
        outcomes: Receives the results.
        folder: The folder for pictures and transcripts.
    """

    def __init__(self, root: Root, packages: Packages, outcomes: Outcomes, folder: Path) -> None:
        self._root, self._packages, self._outcomes, self._folder = root, packages, outcomes, folder

    def whole(self) -> None:
        """Run all tests."""
        self._comes()
        self._root.add_user()
        with a_desk(self._root, self._folder) as desk:
            self._set(
                f"the version before ({OLDER}) is put in its place, by apt", self._packages.older, "--allow-downgrades"
            )
            self._first(desk)
            self._set("upgraded to this version, by apt", self._packages.deb)
            self._days_after(desk)
            self._later_and_back(desk)
        self._goes()

    def short(self) -> None:
        """Run only the most important tests: the package installs, and the program does its main job."""
        self._comes()
        self._root.add_user()
        with a_desk(self._root, self._folder) as desk:
            self._first(desk)
            played = desk.play("afternoon", _PROGRAM)
            self._outcomes.played(played, AFTER)

    def _comes(self) -> None:
        root, tell = self._root, self._outcomes
        tell.tell("no Python on the system", passed=not root.has("python3"))
        with tell.trying("installed by apt from the file, network cut"):
            self._install(self._packages.deb)
        taken = root.take_python()
        note = "a package of the system recommends it; taken away" if taken else ""
        tell.tell("and still no Python", passed=not root.has("python3"), note=note)
        with tell.trying("the commands: version, search, show, doctor"):
            version = root.as_root("guidance-kb", "--version").stdout
            need(field(self._packages.deb, "Version").split("-")[0] in version, version)
            found = root.as_root("guidance-kb", "search", "geen oppas", "--json").stdout
            need("care-duties" in found, found)
            shown = root.as_root("guidance-kb", "show", "care-duties").stdout
            need("§" in shown, shown)
            doctor = root.as_root("guidance-kb", "doctor", "--json", check=False)
            need(
                '"library-' in doctor.stdout and '"?"' not in doctor.stdout, doctor.stderr or "a library has no version"
            )

    def _install(self, package: Path, *more: str) -> None:
        place = self._root.seen(f"/root/{package.name}")
        place.write_bytes(package.read_bytes())
        self._root.apt(*more, "install", f"/root/{package.name}")
        place.unlink()

    def _set(self, check: str, package: Path, *more: str) -> None:
        with self._outcomes.trying(check):
            self._install(package, *more)

    def _first(self, desk: Desk) -> None:
        played = desk.play("morning", _PROGRAM)
        self._outcomes.played(played, FIRST, and_then=lambda: unreadable(self._root.seen(f"{HOME}/blad.pdf")))

    def _days_after(self, desk: Desk) -> None:
        self._outcomes.played(desk.play("afternoon", _PROGRAM), AFTER)
        self._outcomes.played(desk.play("evening", _PROGRAM), CUT_OFF)

    def _later_and_back(self, desk: Desk) -> None:
        tell = self._outcomes
        self._set(f"upgraded to a later version ({LATER}), by apt", self._packages.later)
        tell.played(
            desk.play("again", _PROGRAM), {"unlock": "the later version opens the records, and changes their schema"}
        )
        self._set("downgraded to this version, by apt", self._packages.deb, "--allow-downgrades")
        before = sums(self._root.seen(f"{_DATA}/casebook"))
        played = desk.play("refused", _PROGRAM)
        same = sums(self._root.seen(f"{_DATA}/casebook")) == before
        tell.played(played, {"refused": "records of a later version are refused, in a sentence"})
        tell.tell("and left as they are, byte by byte", passed=same)

    def _goes(self) -> None:
        tell, root = self._outcomes, self._root
        before = sums(root.seen(_DATA))
        with tell.trying("removed by apt, the data stay"):
            root.apt("remove", "guidance-kb")
            need(not root.has("guidance-kb"), "the program is still there")
            need(sums(root.seen(_DATA)) == before, "the data are not as they were")
        with tell.trying("installed again and purged by apt, the data stay"):
            self._install(self._packages.deb)
            root.apt("purge", "guidance-kb")
            need(not root.seen("/usr/lib/guidance-kb").exists(), "/usr/lib/guidance-kb is still there")
            need(before, "there were no data")
            need(sums(root.seen(_DATA)) == before, "the data are not as they were")


def sums(folder: Path) -> dict[str, str]:
    """Return the files below a folder, with digests of their contents."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def unreadable(pdf: Path) -> str:
    """Return the fault of the client's page as PDF; empty if another program can read it."""
    if shutil.which("pdftotext") is None:
        return "" if pdf.read_bytes().startswith(b"%PDF") else "it is no PDF"
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=False).stdout
    return "" if "Uw plan" in text else f"pdftotext reads: {text[:60]}"
