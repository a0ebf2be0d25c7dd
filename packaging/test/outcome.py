"""The result of a check, and its output."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from playing import Played
from root import WentWrongError

_HARMLESS: Final = re.compile(
    r"Detected locale|Qt depends on a UTF-8 locale|If this causes problems|for more information"
    r"|xkbcommon: ERROR: .*/Compose:.* (unrecognized keysym|failed to parse file)"
    r"|qt\.xkb\.compose: failed to create compose table|QSpiApplication::keyEventError "
)
"""Harmless messages of Qt: it replaces a locale that is not UTF-8; on Wayland the system may have names of keys that are newer than the
packaged keyboard library, which skips those lines; and the screen reader outside may respond slowly.
"""


@dataclass(frozen=True)
class Outcome:
    """The result of one check.

    Attributes:
        package: The package: `deb` or `tar.xz`.
        system: The system.
        check: The expectation.
        passed: Whether it was met; None if it could not be tested here.
        note: The reason for a failure, or a measurement.
    """

    package: str
    system: str
    check: str
    passed: bool | None
    note: str = ""


@dataclass
class Outcomes:
    """The results of one package on one system, in order."""

    package: str
    system: str
    all: list[Outcome] = field(default_factory=list)

    def tell(self, check: str, *, passed: bool | None, note: str = "") -> None:
        """Add a result and print it."""
        self.all.append(Outcome(self.package, self.system, check, passed, note))
        word = {True: "passed", False: "FAILED", None: "not run"}[passed]
        sys.stderr.write(f"  {self.package}, {self.system}: {check}: {word}{f' ({note})' if note else ''}\n")

    @contextmanager
    def trying(self, check: str) -> Iterator[None]:
        """Run the block as a check, which passes if the block does not raise."""
        try:
            yield
        except WentWrongError as wrong:
            self.tell(check, passed=False, note=_short(str(wrong)))
        else:
            self.tell(check, passed=True)

    def played(self, played: Played, checks: dict[str, str], *, and_then: Callable[[], str] | None = None) -> bool:
        """Record the checks of a scene; the first that it did not reach failed, and those after it were not run.

        Args:
            played: The result of the scene.
            checks: The expected checks, in order, each with its name.
            and_then: Examines the files left behind and returns a fault; empty if there is none.
        """
        failed = played.failed
        for number, (reached, check) in enumerate(checks.items()):
            if reached in played.reached:
                self.tell(check, passed=True, note=_seconds(played) if reached == "first paint" else "")
            else:
                first = not any(each not in played.reached for each in list(checks)[:number])
                self.tell(check, passed=False if first else None, note=_short(failed) if first else "not reached")
        wrong = "" if failed else complaints(played.program) or (and_then() if and_then else "")
        if wrong:
            self.tell("what it left behind", passed=False, note=_short(wrong))
        return not failed and not wrong


def write_all(of: "list[Outcomes]", path: Path) -> None:
    """Write results as JSON."""
    found = [asdict(one) for each in of for one in each.all]
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


def complaints(wrote: str) -> str:
    """Return the errors and warnings that the program should not have written."""
    lines = [line for line in wrote.splitlines() if line.strip() and not _HARMLESS.match(line)]
    return f"the program wrote: {lines[0]}" if lines else ""


def _seconds(played: Played) -> str:
    return f"{played.seconds[0]:.1f} s" if played.seconds else ""


def _short(text: str) -> str:
    return " ".join(text.split())[:200]
