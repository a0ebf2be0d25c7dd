"""Kills processes with -9 in the middle of a creation or a change of passphrase. Started by test_killed.py.

    python killing.py create|change FOLDER random KILLS
    python killing.py create|change FOLDER each

Prints what each kill left.
`random`: at a random moment of the time that the work takes. `each`: once right before every file that Python opens, renames or removes.
"""

import itertools
import os
import secrets
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from guidance_kb.casebook.errors import WrongPassphrase
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.envelope import Cost
from guidance_kb.casebook.vault.vault import Vault

chance = secrets.SystemRandom()
CHEAP = Cost(memory=8 * 1024, iterations=1, lanes=1)
PASSPHRASE = "paard nietje lantaarn wolken"  # noqa: S105 - of casebooks that live as long as a test
Kill = Callable[[Callable[[], object]], bool]
"""Runs some work in a process of its own, kills that and returns whether it came in time."""


def forked(work: Callable[[], object]) -> int:
    """Starts `work` in a process of its own and returns its number."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return child


def was_killed(child: int) -> bool:
    """Waits for the end of a process; anything but a good end or a kill is an error."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code not in (0, -signal.SIGKILL):
        raise SystemExit(f"the process ended with {code}")
    return code != 0


def at_random(longest: float) -> Kill:
    """Kills after a random time up to `longest` seconds."""

    def kill(work: Callable[[], object]) -> bool:
        child = forked(work)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        return was_killed(child)

    return kill


def before_file_event(number: int) -> Kill:
    """Kills right before the file event of this number, counted from 0."""

    def kill(work: Callable[[], object]) -> bool:
        def armed() -> None:
            events = itertools.count()

            def hook(event: str, _arguments: tuple[object, ...]) -> None:
                if event in {"open", "os.rename", "os.remove", "os.mkdir"} and next(events) == number:
                    os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(hook)
            work()

        return was_killed(forked(armed))

    return kill


def opens_by(folder: Path, way: Callable[[Vault], Store]) -> bool:
    """Whether a casebook opens in a way, and can be written to then."""
    (folder / "casebook.tries").unlink(missing_ok=True)
    vault = Vault(folder)
    try:
        way(vault).settings.write("written", "after the kill")
    except WrongPassphrase:
        return False
    finally:
        vault.close()
    return True


class Creating:
    """Creates one casebook after another."""

    def __init__(self, root: Path) -> None:
        self._folders = (root / str(number) for number in itertools.count())

    def round(self, kill: Kill) -> tuple[bool, str]:
        """Returns whether the kill came in time, and what it left: `whole`, or `nothing`, if a casebook could be created then."""
        vault = Vault(next(self._folders), cost=CHEAP)
        killed = kill(lambda: vault.create(PASSPHRASE))
        left = "whole" if vault.exists else "nothing"
        if not vault.exists:
            vault.create(PASSPHRASE)
        return killed, left if opens_by(
            vault.folder, lambda again: again.open(PASSPHRASE)
        ) else "a casebook that does not open"


class Changing:
    """Changes the passphrase of one casebook, over and over."""

    def __init__(self, root: Path) -> None:
        self._vault = Vault(root / "changing", cost=CHEAP)
        self._old = PASSPHRASE
        self._recovery = self._vault.create(self._old)
        self._news = (f"emmer kaars dakpan vlieger {number}" for number in itertools.count())

    def round(self, kill: Kill) -> tuple[bool, str]:
        """Returns whether the kill came in time, and which passphrases open the casebook: `old`, `new`, one of them if all is well."""
        old, new = self._old, next(self._news)
        killed = kill(lambda: self._vault.change_passphrase(old, new))
        folder = self._vault.folder
        opening = {
            name: passphrase
            for name, passphrase in (("old", old), ("new", new))
            if opens_by(folder, lambda vault, passphrase=passphrase: vault.open(passphrase))
        }
        if not opens_by(folder, lambda vault: vault.open_with_recovery(self._recovery)):
            return killed, "no recovery"
        self._old = next(iter(opening.values()))
        return killed, " ".join(opening)


def main(what: str, root: str, when: str, kills: str = "0") -> None:
    """Kills, looks and prints."""
    work = {"create": Creating, "change": Changing}[what](Path(root))

    def round_is_killed(kill: Kill) -> bool:
        killed, left = work.round(kill)
        print("killed" if killed else "ended", left)  # noqa: T201
        return killed

    if when == "each":
        for number in itertools.count():
            if not round_is_killed(before_file_event(number)):
                return
    longest = duration(work.round)
    for _ in range(int(kills)):
        round_is_killed(at_random(longest))


def duration(run: Callable[[Kill], object]) -> float:
    """Returns the seconds that the work takes in a process of its own when nobody kills it."""
    seconds = []

    def undisturbed(work: Callable[[], object]) -> bool:
        started = time.perf_counter()
        killed = was_killed(forked(work))
        seconds.append(time.perf_counter() - started)
        return killed

    run(undisturbed)
    return seconds[0]


if __name__ == "__main__":
    main(*sys.argv[1:])
