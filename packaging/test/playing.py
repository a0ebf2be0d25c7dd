"""Plays scenes with a packaged program in a root: the user, the screen and the session bus are outside, the program is inside."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from root import HOME, NAME, SURROUNDINGS, USER, WITHOUT_NETWORK, Root, mount
from screen import SIZE, Screen, a_screen

HERE: Final = Path(__file__).resolve().parent

PYTHON: Final = "/usr/bin/python3"
"""The system's Python, because the bindings of AT-SPI are a package of the system."""

_RUN: Final = Path("/tmp/desk")  # noqa: S108 - /tmp is a folder of our own: run.py mounts it
"""The folder for the sockets of the session bus; the same path inside and outside."""

_PATIENCE: Final = 400
"""Seconds after which a scene has failed; its own waits time out long before."""

_POWERS: Final = "+sys_admin,+sys_chroot"
"""Additional capabilities of the user who plays the scenes: to enter the root and to cut the network. The program loses them."""


@dataclass
class Played:
    """The result of a scene.

    Attributes:
        reached: The checks that were reached, in order.
        failed: The failure after that; empty if there was none.
        program: The program's output on stderr.
        seconds: The time to each first paint.
    """

    reached: list[str] = field(default_factory=list)
    failed: str = ""
    program: str = ""
    seconds: list[float] = field(default_factory=list)


class Desk:
    """A screen for a root, on which scenes are played.

    Args:
        root: The root with the program.
        screen: The screen.
        folder: The folder for the pictures and transcripts of the scenes.
    """

    def __init__(self, root: Root, screen: Screen, folder: Path) -> None:
        self._root, self.screen, self._folder = root, screen, folder

    def play(
        self,
        scene: str,
        program: Sequence[str],
        *,
        home: str = HOME,
        outside: Sequence[str] = (),
        without: Sequence[str] = (),
        **more: str,
    ) -> Played:
        """Play a scene with a program.

        Args:
            scene: The name of the scene, a module of `scenes/`.
            program: The command, as seen inside the root.
            home: The home of the user, as seen inside.
            outside: A command outside that starts the others, such as `strace`.
            without: Environment variables to remove for the program.
            more: Environment variables to add.
        """
        folder = self._folder / scene
        folder.mkdir(parents=True, exist_ok=True)
        os.chown(folder, USER, USER)
        inside = {**_surroundings(self.screen), "HOME": home, **more}
        named = [f"{name}={value}" for name, value in inside.items() if name not in without]
        # Only the session knows the address of the bus, so it stays in the environment of its child processes.
        bus = [] if "DBUS_SESSION_BUS_ADDRESS" in without else ["--bus"]
        start = [PYTHON, "-B", str(HERE / "play.py"), scene, str(folder), *bus, *outside]
        wrote = _RUN / "wrote.txt"
        wrote.unlink(missing_ok=True)
        shell = ["sh", "-c", f'exec "$@" 2>>{wrote}', "sh"]
        command = [*_become(), "dbus-run-session", "--", *start, *self._root.entering("env", *named, *shell, *program)]
        return _told(command, self._outside(home), folder, wrote)

    def _outside(self, home: str) -> dict[str, str]:
        """Return the environment of the user, without that of this machine's user."""
        return {
            **_surroundings(self.screen),
            "PATH": os.environ["PATH"],
            "HOME": str(_RUN),
            "TMPDIR": str(_RUN),
            "HOME_INSIDE": home,
            "HOME_SEEN": str(self._root.seen(home)),
            "SCREEN_MEMORY": str(self.screen.memory),
        }


@contextmanager
def a_desk(root: Root, folder: Path, size: tuple[int, int] = SIZE) -> Iterator[Desk]:
    """Yield a desk with a screen of its own."""
    _know_the_user(folder)
    _RUN.mkdir(mode=0o700, exist_ok=True)
    os.chown(_RUN, USER, USER)
    folder.mkdir(parents=True, exist_ok=True)
    with a_screen(folder / "screen", size) as screen:
        yield Desk(root, screen, folder)


def _know_the_user(folder: Path) -> None:
    """Create a list of users with the ordinary user, because the session bus asks the system for its user."""
    known = Path("/etc/passwd").read_text(encoding="utf-8")
    if f":x:{USER}:" not in known:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "passwd").write_text(f"{known}{NAME}:x:{USER}:{USER}::{_RUN}:/bin/sh\n", encoding="utf-8")
        mount("--bind", str(folder / "passwd"), "/etc/passwd")


def _become() -> list[str]:
    ids = ["--reuid", str(USER), "--regid", str(USER), "--clear-groups"]
    # The player has no network either: it would find another Xvfb of the same number by its abstract socket.
    return [*WITHOUT_NETWORK, "setpriv", *ids, f"--inh-caps={_POWERS}", f"--ambient-caps={_POWERS}"]


def _surroundings(screen: Screen) -> dict[str, str]:
    """Return the environment of a desktop with a screen reader."""
    return {
        **SURROUNDINGS,
        "DISPLAY": screen.display,
        "XDG_RUNTIME_DIR": str(_RUN),
        "TZ": "Europe/Amsterdam",
        "QT_LOGGING_RULES": "qt.accessibility.atspi=false",  # warns about the parts of AT-SPI that it does not implement itself
        "NO_AT_BRIDGE": "0",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


def _told(command: Sequence[str], env: Mapping[str, str], folder: Path, wrote: Path) -> Played:
    """Return the result that a finished scene wrote."""
    told = folder / "reached.json"
    told.unlink(missing_ok=True)
    try:
        done = subprocess.run(
            command, env=env, capture_output=True, text=True, timeout=_PATIENCE, check=False, errors="replace"
        )
    except subprocess.TimeoutExpired as late:
        return Played(failed=f"did not end in {late.timeout:.0f} seconds")
    program = wrote.read_text(encoding="utf-8", errors="replace") if wrote.exists() else ""
    (folder / "wrote.txt").write_text(f"{program}\n--\n{done.stdout}{done.stderr}", encoding="utf-8")
    if not told.exists():
        return Played(failed=(done.stderr.strip() or "nothing was told").splitlines()[-1], program=program)
    found = json.loads(told.read_text(encoding="utf-8"))
    return Played(found["reached"], found["failed"], program, found["seconds"])
