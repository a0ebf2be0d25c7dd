"""Tests of the unpacked archive under various circumstances; each in a system of its own, without a network."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import faulty
from families import families
from life import AFTER, CUT_OFF, FIRST, unreadable
from outcome import Outcomes, complaints
from playing import Desk, Played, a_desk
from root import HOME, USER, Root, mount, ran
from screen import SIZE
from wayland import a_compositor

if TYPE_CHECKING:
    from journey import Journey

USUALLY: Final = "as it comes"
USUAL: Final = f"{HOME}/guidance-kb"
LOOKED: Final = {"first paint": "first paint", "search and read": "search and read", "quit": "quit"}
_DATA: Final = f"{HOME}/.local/share/guidance-kb"


@dataclass(frozen=True)
class Stand:
    """A system with the program in a folder, and a desk with a screen."""

    root: Root
    desk: Desk
    place: str

    @property
    def program(self) -> list[str]:
        """The command that starts the program."""
        return [f"{self.place}/guidance-kb"]


class Circumstances:
    """The circumstances to test.

    Args:
        journey: Makes the systems.
        unpacked: The unpacked folder of the archive.
        outcomes: Receives the results.
        out: The folder for pictures and transcripts.
    """

    def __init__(self, journey: "Journey", unpacked: Path, outcomes: Outcomes, out: Path) -> None:
        self._journey, self._unpacked, self._outcomes, self._out = journey, unpacked, outcomes, out
        self._layers: dict[bool, Path] = {}
        self._now = ""

    def all(self, only: list[str] | None = None) -> None:
        """Test all circumstances, or those with one of these words in their names."""
        for name, meets in ALL.items():
            if only is None or any(words in name for words in only):
                self._now = name
                try:
                    meets(self)
                except Exception as wrong:  # noqa: BLE001 - the others are still to be met
                    self._outcomes.tell(name, passed=False, note=f"{type(wrong).__name__}: {wrong}"[:200])

    @contextmanager
    def stand(self, place: str = USUAL, *, lean: bool = False, size: tuple[int, int] = SIZE) -> Iterator[Stand]:
        """Yield a system with the program in a folder of the user; lean: without the packages that the Debian package only recommends."""
        if lean not in self._layers:
            options = ("--no-install-recommends",) if lean else ()
            self._layers[lean] = self._journey.needs("needs-lean" if lean else "needs", *options)
        folder = self._now.replace(" ", "-").replace(",", "").replace("/", "-")
        root = self._journey.root(folder, self._layers[lean])
        root.seen(place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self._unpacked, root.seen(place), symlinks=True)
        ran(["chown", "--recursive", f"{USER}:{USER}", str(root.seen(HOME))], {})
        try:
            with a_desk(root, self._out / folder, size) as desk:
                yield Stand(root, desk, place)
        finally:
            shutil.rmtree(root.done(), ignore_errors=True)

    def tell(
        self, played: Played, checks: dict[str, str], *, wrong: str = "", quiet: bool = True, also: str = ""
    ) -> None:
        """Record one result for a circumstance: it passes if all checks were reached."""
        missing = [check for reached, check in checks.items() if reached not in played.reached]
        note = wrong or (f"{missing[0]}: {played.failed}" if missing else played.failed)
        note = note or (complaints(played.program) if quiet else "")
        seen = f"first paint {played.seconds[0]:.1f} s" if "first paint" in checks and played.seconds else ""
        seen = "; ".join(each for each in (seen or "; ".join(checks.values()), also) if each)
        self._outcomes.tell(self._now, passed=not note, note=(note or seen)[:200])

    # --- Normal use

    def usual(self) -> None:
        """Test the archive as it is, in the scenes of normal use."""
        with self.stand() as stand:
            pdf = stand.root.seen(f"{HOME}/blad.pdf")
            played = stand.desk.play("morning", stand.program)
            self._outcomes.played(played, FIRST, and_then=lambda: unreadable(pdf))
            self._outcomes.played(stand.desk.play("afternoon", stand.program), AFTER)
            self._outcomes.played(stand.desk.play("evening", stand.program), CUT_OFF)

    def strange_path(self) -> None:
        """Test a folder with spaces and an ë in its name, as users have."""
        with self.stand(f"{HOME}/Gids van Zoë (nieuw)/guidance-kb 0.1") as stand:
            self.tell(stand.desk.play("morning", stand.program), FIRST)

    # --- Read-only folders

    def read_only(self) -> None:
        """Test a read-only folder, such as a locked USB stick or a network share."""
        with self.stand("/opt/guidance-kb") as stand:
            seen = str(stand.root.seen(stand.place))
            mount("--bind", seen, seen)
            mount("-o", "remount,bind,ro", seen)
            self.tell(stand.desk.play("morning", stand.program), FIRST)

    def no_home(self) -> None:
        """Test a read-only home folder."""
        with self.stand("/opt/guidance-kb") as stand:
            stand.root.seen("/srv/locked").mkdir(mode=0o555)
            played = stand.desk.play("nowhere", stand.program, home="/srv/locked")
            self.tell(
                played,
                {"safe window": "safe window", "search and read": "search and read", "quit": "quit"},
                quiet=False,
            )

    # --- Environment

    def unknown_locale(self) -> None:
        """Test a locale that the system does not have."""
        with self.stand() as stand:
            self.tell(stand.desk.play("morning", stand.program, LANG="xx_YY.UTF-8"), FIRST)

    def no_locale(self) -> None:
        """Test a system that has only ASCII."""
        with self.stand(f"{HOME}/Gids van Zoë/guidance-kb") as stand:
            self.tell(stand.desk.play("morning", stand.program, LC_ALL="C"), FIRST)

    def twice_as_large(self) -> None:
        """Test a screen with twice the resolution."""
        with self.stand(size=(SIZE[0] * 2, SIZE[1] * 2)) as stand:
            self.tell(stand.desk.play("morning", stand.program, QT_SCALE_FACTOR="2"), FIRST)

    def wayland(self) -> None:
        """Test Wayland with Weston, whose output is a window on our screen and which passes the keys on."""
        if shutil.which("weston") is None:
            self._outcomes.tell(self._now, passed=None, note="there is no weston here")
            return
        with self.stand() as stand, a_compositor(stand.desk.screen) as display:
            played = stand.desk.play(
                "look", stand.program, without=("DISPLAY",), WAYLAND_DISPLAY=display, QT_QPA_PLATFORM="wayland"
            )
            self.tell(played, LOOKED)

    def no_fonts(self) -> None:
        """Test a system without any fonts but those of the program, and without the recommended packages."""
        with self.stand(lean=True) as stand:
            shutil.rmtree(stand.root.seen("/usr/share/fonts"))
            self.tell(stand.desk.play("morning", stand.program), FIRST)

    def no_bus(self) -> None:
        """Test without a session bus, and so without a screen reader."""
        with self.stand() as stand:
            self.tell(
                stand.desk.play("keys", stand.program, without=("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")), LOOKED
            )

    def no_screen(self) -> None:
        """Test without a screen: the program prints one sentence, without a core dump."""
        with self.stand() as stand:
            done = stand.root.as_user(*stand.program, check=False)
            said = done.stderr.strip()
            good = done.returncode == 1 and "needs a screen" in said and "Traceback" not in said
            self._outcomes.tell(self._now, passed=good, note="" if good else said[:200])

    # --- The program itself

    def portable(self) -> None:
        """Test portable mode: the data stay in the folder, also when it is moved."""
        with self.stand() as stand:
            stand.root.seen(f"{stand.place}/portable.txt").write_text("")
            seen, elsewhere = stand.root.seen(stand.place), f"{HOME}/op reis"
            first = stand.desk.play("morning", stand.program)
            left = [
                path
                for path in (".local/share/guidance-kb", ".config/guidance-kb")
                if stand.root.seen(f"{HOME}/{path}").exists()
            ]
            seen.rename(stand.root.seen(elsewhere))
            second = stand.desk.play("afternoon", [f"{elsewhere}/guidance-kb"])
            wrong = f"also in the home: {', '.join(left)}" if left else ""
            self.tell(first if first.failed else second, {} if first.failed else AFTER, wrong=wrong or first.failed)

    def no_calls(self) -> None:
        """Test that the program asks the kernel only for sockets of this machine."""
        if shutil.which("strace") is None:
            self._outcomes.tell(self._now, passed=None, note="there is no strace here")
            return
        with self.stand() as stand:
            trace = Path("/tmp/desk/trace.txt")  # noqa: S108 - of ours alone
            command = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace))
            played = stand.desk.play("morning", stand.program, outside=command)
            found = families(trace)
            others = {name: count for name, count in found.items() if name != "AF_UNIX"}
            told = ", ".join(f"{name} {count}" for name, count in found.items())
            wrong = "" if not others and found else f"sockets: {told or 'none seen'}"
            self.tell(played, FIRST, wrong=wrong, also=f"sockets: {told}")


ALL: Final[dict[str, Callable[[Circumstances], None]]] = {
    USUALLY: Circumstances.usual,
    "in a folder with spaces and an ë": Circumstances.strange_path,
    "in a folder that is read-only": Circumstances.read_only,
    "with a home that cannot be written": Circumstances.no_home,
    "with an unknown locale (xx_YY.UTF-8)": Circumstances.unknown_locale,
    "with LC_ALL=C, in a folder with an ë": Circumstances.no_locale,
    "at twice the size (QT_SCALE_FACTOR=2)": Circumstances.twice_as_large,
    "on Wayland (Weston)": Circumstances.wayland,
    "without fonts, and without what is only recommended": Circumstances.no_fonts,
    "without a session bus": Circumstances.no_bus,
    "without a screen": Circumstances.no_screen,
    "portable, and moved elsewhere": Circumstances.portable,
    "with its knowledge database gone": faulty.no_knowledge,
    "with damaged settings": faulty.damaged_settings,
    "with a full disk": faulty.full_disk,
    "started twice at once": faulty.twice,
    "watched by strace: only AF_UNIX": Circumstances.no_calls,
}
"""The circumstances for the system on which all are tested; other systems get only the first."""
