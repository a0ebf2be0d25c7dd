"""What a row of the soak is, and what it found."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from guidance_kb.errors import KnownError


@dataclass
class Found:
    """What happened in one row.

    Attributes:
        tried: Kills, damaged files, searched files: what the row counts.
        lost: What was stored and is not there, or is there and was not stored, a line each.
        leaked: What can be read where it must not be.
        tracebacks: What a user would have seen as a fault of the program.
        skipped: Why it could not be done here; empty if it was.
        said: What else is worth telling, a line each.
    """

    tried: int = 0
    lost: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    skipped: str = ""
    said: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, nothing leaked, and nothing but clear sentences was said."""
        return not (self.lost or self.leaked or self.tracebacks)

    def expect(self, what: str, *, holds: bool) -> None:
        """Counts `what` as lost unless it holds."""
        if not holds:
            self.lost.append(what)

    @contextmanager
    def no_traceback(self, about: str) -> Iterator[list[KnownError]]:
        """Does something that may be refused with a sentence, which is put in the list that is given; anything else is a traceback."""
        refused: list[KnownError] = []
        try:
            yield refused
        except KnownError as error:
            refused.append(error)
        except Exception:  # noqa: BLE001 - that is what is looked for
            self.tracebacks.append(f"{about}:\n{traceback.format_exc()}")


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a row works.

    Attributes:
        count: How often.
        folder: An empty folder, which is removed afterwards.
        knowledge: A knowledge database, for the checklist.
    """

    count: int
    folder: Path
    knowledge: Path


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the soak.

    Attributes:
        name: For `--only`.
        what: In a line, for the table.
        full: How often in `make soak`.
        few: How often in `make test`; 0 where a test of its own is the short form, or none is quick.
        run: Does it.
        apart: Whether it needs a process of its own, because it forks, mounts or has a window.
        inside: The command that this process is started with, as `unshare --net`; where that is not allowed the row is skipped.
    """

    name: str
    what: str
    full: int
    few: int
    run: Callable[[Ground], Found]
    apart: bool = False
    inside: tuple[str, ...] = ()
