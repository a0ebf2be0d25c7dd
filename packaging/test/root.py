"""A bare Debian for one test: layers on each other, of which only the topmost is written to; the base never changes.

Only for a process with mounts of its own (`unshare --mount`, as run.py starts it): when that ends, every mount here is gone with it.
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
"""A network of its own, in which there is nothing: the loopback is down as well."""

_POWERLESS: Final = ("setpriv", "--inh-caps=-all", "--ambient-caps=-all")

SURROUNDINGS: Final = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}
FOR_APT: Final = {**SURROUNDINGS, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}


class WentWrongError(Exception):
    """Something that has to work did not; with what it said."""


class Root:
    """A system to install in and to start the program in.

    Attributes:
        path: Where it is, seen from outside.
        written: The layer with all that was written in it, to build another root upon.
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
        """An ordinary user, whose home is empty."""
        self.as_root("useradd", "--create-home", "--skel", "/nonexistent", "--uid", str(USER), NAME)

    def as_root(self, *command: str, network: bool = False, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs a command as the administrator of the system."""
        cut = () if network else WITHOUT_NETWORK
        return ran([*cut, "chroot", str(self.path), *command], FOR_APT, check=check)

    def as_user(self, *command: str, check: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs a command as the ordinary user, without a network; what is named goes into its environment."""
        become = ("--reuid", str(USER), "--regid", str(USER), "--clear-groups")
        inside = ["chroot", str(self.path), "setpriv", *become, *command]
        return ran([*WITHOUT_NETWORK, *inside], {**SURROUNDINGS, "HOME": HOME, **more}, check=check)

    def entering(self, *command: str) -> list[str]:
        """The command, to be started by somebody who is that user already, and may change the root and cut the network."""
        return [*WITHOUT_NETWORK, "chroot", str(self.path), *_POWERLESS, "--", *command]

    def done(self) -> Path:
        """Takes it away, but for what was written in it: to build another root upon."""
        ran(["umount", "--recursive", str(self.path)], dict(os.environ))
        return self.written

    def apt(self, *arguments: str, network: bool = False, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Runs apt-get in it."""
        return self.as_root("apt-get", "-qq", "--yes", *arguments, network=network, check=check)

    def take_python(self) -> bool:
        """Takes Python away where it came along: on new systems a part of the desktop recommends it. Returns whether it was there."""
        there = self.has("python3")
        if there:
            self.apt("purge", "python3*", "libpython3*")
        return there

    def seen(self, inside: str) -> Path:
        """A path inside it, seen from outside."""
        return self.path / inside.lstrip("/")

    def has(self, program: str) -> bool:
        """Whether there is a program of that name."""
        return any(self.seen(f"{folder}/{program}").exists() for folder in ("usr/bin", "usr/local/bin", "usr/sbin"))


def need(holds: object, said: str) -> None:
    """Refuses what does not hold.

    Raises:
        WentWrongError: With what was said.
    """
    if not holds:
        raise WentWrongError(said)


def mount(*arguments: str) -> None:
    """Mounts something."""
    ran(["mount", *arguments], dict(os.environ))


def ran(
    command: Sequence[str], env: Mapping[str, str], *, check: bool = True, patience: int = 300
) -> subprocess.CompletedProcess[str]:
    """Runs a command.

    Raises:
        WentWrongError: Its exit code is not 0, and it is checked.
    """
    # Our own tools are found by the path of this machine, what is inside by that of `env`.
    path = {"PATH": f"{env.get('PATH', '')}:{os.environ['PATH']}"}
    done = subprocess.run(
        command, env={**env, **path}, capture_output=True, text=True, timeout=patience, check=False, errors="replace"
    )
    if check and done.returncode:
        said = (done.stderr or done.stdout).strip()[-1500:]
        raise WentWrongError(f"{' '.join(command[-4:])}: exit code {done.returncode}: {said}")
    return done
