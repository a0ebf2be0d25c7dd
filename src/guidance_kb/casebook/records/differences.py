"""Differences between two sessions, and between a backup and the current casebook."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from guidance_kb.casebook.privacy.ownership import digests
from guidance_kb.casebook.records.session_records import Spoken
from guidance_kb.casebook.storage.integrity import Contents
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.signals import Signal
from guidance_kb.language import by_name

# --- Two consecutive sessions: new, gone and continuing signals, by id


_SPOKEN_OF: Final = frozenset({State.NAMED, State.NOT_AN_ISSUE})


@dataclass(frozen=True, slots=True)
class SessionComparison:
    """The signals of two sessions.

    Attributes:
        new: Signals of the later session only.
        stayed: Signals of both, as in the later session.
        gone: Signals of the earlier session only, whose reasons were all discussed again.
        not_spoken_of: Signals of the earlier session only, with a reason that was not discussed again: a gap is no all-clear.
    """

    new: tuple[Signal, ...]
    stayed: tuple[Signal, ...]
    gone: tuple[Signal, ...]
    not_spoken_of: tuple[Signal, ...]


def compare(earlier: Spoken, later: Spoken) -> SessionComparison:
    """Compare two sessions of one client; each signal is in exactly one of the lists, in the order of its session."""
    before = {signal.target for signal in earlier.signals}
    after = {signal.target for signal in later.signals}
    off = [signal for signal in earlier.signals if signal.target not in after]
    gone = [signal for signal in off if all(later.states.get(each.item) in _SPOKEN_OF for each in signal.reasons)]
    return SessionComparison(
        tuple(signal for signal in later.signals if signal.target not in before),
        tuple(signal for signal in later.signals if signal.target in before),
        tuple(gone),
        tuple(signal for signal in off if signal not in gone),
    )


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A client whose record differs.

    Attributes:
        code: The client's code, the current one if there is one.
        come: Number of sessions that would be added or restored.
        go: Number of sessions that would be lost.
    """

    code: str
    come: int
    go: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The effects of a restore.

    Attributes:
        made: The time of the backup, in UTC.
        contents: The contents of the backup.
        compared: Whether there is a current casebook to compare with; if not, everything is added.
        come: Clients that are not in the current casebook.
        lost: Clients that are only in the current casebook.
        changed: Clients in both that differ.
        same: The number of clients with identical rows.
        erased_again: The number of clients of the backup that were erased since; they are not restored.
    """

    made: datetime
    contents: Contents
    compared: bool
    come: tuple[DifferenceLine, ...]
    lost: tuple[DifferenceLine, ...]
    changed: tuple[DifferenceLine, ...]
    same: int
    erased_again: int

    @property
    def alike(self) -> bool:
        """Whether the current casebook and the backup have the same clients with identical rows."""
        return self.compared and not (self.come or self.lost or self.changed)


@dataclass(frozen=True, slots=True)
class _Known:
    """The compared data of a client."""

    code: str
    sessions: frozenset[str]
    digest: bytes


def preview(
    made: datetime, contents: Contents, backup: Rows, present: Rows | None, erased: AbstractSet[str]
) -> Preview:
    """Compare a backup with the current casebook; both have the same schema.

    Args:
        made: The time of the backup.
        contents: The contents of the backup.
        backup: The rows of the backup.
        present: The rows of the current casebook, or None if it cannot be read.
        erased: The uids of clients that were erased since.
    """
    then, now = _clients(backup), _clients(present) if present else {}
    gone = then.keys() & erased
    come = [DifferenceLine(then[uid].code, len(then[uid].sessions), 0) for uid in then.keys() - now.keys() - gone]
    lost = [DifferenceLine(now[uid].code, 0, len(now[uid].sessions)) for uid in now.keys() - then.keys()]
    both = then.keys() & now.keys() - gone
    changed = [
        DifferenceLine(
            now[uid].code, len(then[uid].sessions - now[uid].sessions), len(now[uid].sessions - then[uid].sessions)
        )
        for uid in both
        if then[uid] != now[uid]
    ]
    return Preview(
        made, contents, present is not None, _by_code(come), _by_code(lost), _by_code(changed), len(both) - len(changed), len(gone)
    )  # fmt: skip


def _clients(rows: Rows) -> dict[str, _Known]:
    """Return the clients by uid. The undo history is ignored, because it expires with the day."""
    of_client = digests(rows, without=("action",))
    sessions: dict[int, set[str]] = {}
    for client, session in rows.all("SELECT client, uid FROM session"):
        sessions.setdefault(client, set()).add(session)
    return {
        uid: _Known(code, frozenset(sessions.get(number, ())), of_client[number])
        for number, uid, code in rows.all("SELECT id, uid, code FROM client")
    }


def _by_code(lines: list[DifferenceLine]) -> tuple[DifferenceLine, ...]:
    return tuple(sorted(lines, key=lambda line: by_name(line.code)))
