"""A bare Debian for one test: stacked layers, of which only the topmost is written to; the base never changes.

Only for a process with mounts of its own (`unshare --mount`, as run.py starts it): all mounts disappear when it ends.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

USER: Final = 1000
NAME: Final = "raadgever"
HOME: Final = f"/home/{NAME}"

WITHOUT_NETWORK: Final = ("unshare", "--net")
"""A network namespace without any network, not even a loopback."""

_POWERLESS: Final = ("setpriv", "--inh-caps=-all", "--ambient-caps=-all")

SURROUNDINGS: Final = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}
FOR_APT: Final = {**SURROUNDINGS, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}


class WentWrongError(Exception):
    """A command or condition that must succeed failed; the message has its output."""


class Root:
    """A system to install packages and start the program in.

    Attributes:
        path: Its path, seen from outside.
        written: The layer with everything that was written, as a base for another root.
    """

    def __init__(self, layers: Sequence[Path], work: Path) -> None:
        self.path, self.written = work / "root", work / "written"
        for folder in (self.path, self.written, work / "overlay"):
            folder.mkdir(parents=True)
        lower = ":".join(str(layer) for layer in layers)
        options = f"lowerdir={lower},upperdir={self.written},workdir={work / 'overlay'}"
        mount("-t", "overlay", "overlay", "-o", options, str(self.path))
        mount("-t", "proc", "proc", str(self.path / "proc"))
        for shared in ("/dev", "/tmp"):  # noqa: S108 - in /tmp are the sockets of the screen and of the session bus
            mount("--rbind", shared, f"{self.path}{shared}")

    def add_user(self) -> None:
        """Add an ordinary user with an empty home."""
        self.as_root("useradd", "--create-home", "--skel", "/nonexistent", "--uid", str(USER), NAME)

    def as_root(self, *command: str, network: bool = False, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as root."""
        cut = () if network else WITHOUT_NETWORK
        return ran([*cut, "chroot", str(self.path), *command], FOR_APT, check=check)

    def as_user(self, *command: str, check: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command as the ordinary user, without a network, with additional environment variables."""
        become = ("--reuid", str(USER), "--regid", str(USER), "--clear-groups")
        inside = ["chroot", str(self.path), "setpriv", *become, *command]
        return ran([*WITHOUT_NETWORK, *inside], {**SURROUNDINGS, "HOME": HOME, **more}, check=check)

    def entering(self, *command: str) -> list[str]:
        """Return the command for a process that is that user already and has the capabilities to enter the root and cut the network."""
        return [*WITHOUT_NETWORK, "chroot", str(self.path), *_POWERLESS, "--", *command]

    def done(self) -> Path:
        """Unmount the root, and return the layer that was written, as a base for another root."""
        ran(["umount", "--recursive", str(self.path)], dict(os.environ))
        return self.written

    def apt(self, *arguments: str, network: bool = False, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run apt-get in the root."""
        return self.as_root("apt-get", "-qq", "--yes", *arguments, network=network, check=check)

    def take_python(self) -> bool:
        """Remove Python if a recommendation of the desktop installed it, as on new systems; return whether it was there."""
        there = self.has("python3")
        if there:
            self.apt("purge", "python3*", "libpython3*")
        return there

    def seen(self, inside: str) -> Path:
        """Return a path in the root, seen from outside."""
        return self.path / inside.lstrip("/")

    def has(self, program: str) -> bool:
        """Return whether the root has a program of that name."""
        return any(self.seen(f"{folder}/{program}").exists() for folder in ("usr/bin", "usr/local/bin", "usr/sbin"))


def need(holds: object, said: str) -> None:
    """Raise unless a condition is met.

    Raises:
        WentWrongError: The condition is not met; the message is `said`.
    """
    if not holds:
        raise WentWrongError(said)


def mount(*arguments: str) -> None:
    """Mount a file system."""
    ran(["mount", *arguments], dict(os.environ))


def ran(
    command: Sequence[str], env: Mapping[str, str], *, check: bool = True, patience: int = 300
) -> subprocess.CompletedProcess[str]:
    """Run a command.

    Raises:
        WentWrongError: The exit code is not 0, and `check` is set.
    """
    # The PATH in `env` finds the programs inside, that of this machine the tools outside.
    path = {"PATH": f"{env.get('PATH', '')}:{os.environ['PATH']}"}
    done = subprocess.run(
        command, env={**env, **path}, capture_output=True, text=True, timeout=patience, check=False, errors="replace"
    )
    if check and done.returncode:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise WentWrongError(f"{' '.join(command[-4:])}: exit code {done.returncode}: {said}")
    return done
