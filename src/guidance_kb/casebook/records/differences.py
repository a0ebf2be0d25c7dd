"""What would change if a backup took the place of the present casebook: clients by code, conversations by number."""

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

# A conversation beside the one before it: which signals are new, gone, or stayed. Pure, in ids; the words are the layer's above.


_SPOKEN_OF: Final = frozenset({State.NAMED, State.NOT_AN_ISSUE})


@dataclass(frozen=True, slots=True)
class SessionComparison:
    """The signals of two conversations.

    Attributes:
        new: Those that only the later one raises.
        stayed: Those that both raise, as they are in the later one.
        gone: Those that only the earlier one raised, and of which everything that raised it was spoken of again.
        not_spoken_of: Those that only the earlier one raised, but not everything of it was spoken of: a gap is no all-clear.
    """

    new: tuple[Signal, ...]
    stayed: tuple[Signal, ...]
    gone: tuple[Signal, ...]
    not_spoken_of: tuple[Signal, ...]


def compare(earlier: Spoken, later: Spoken) -> SessionComparison:
    """Compares two conversations of one client; each signal is in exactly one of the lists, in the order of its conversation."""
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
    """A client of whom something differs.

    Attributes:
        code: Of the client, now if there is one now.
        come: Conversations that would come (back).
        go: Conversations that would be lost.
    """

    code: str
    come: int
    go: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would do.

    Attributes:
        made: When the backup was made, in UTC.
        contents: What it holds.
        compared: Whether there was a present casebook to compare with; if not, everything comes.
        come: Clients that the present casebook has not.
        lost: Clients that only the present casebook has.
        changed: Clients that both have, not alike.
        same: How many are alike, row for row.
        erased_again: How many clients of the backup were erased since; they do not come back.
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
        """Whether the present casebook and the backup hold the same of every client."""
        return self.compared and not (self.come or self.lost or self.changed)


@dataclass(frozen=True, slots=True)
class _Known:
    """A client of one of the two, as far as it is compared."""

    code: str
    sessions: frozenset[str]
    digest: bytes


def preview(
    made: datetime, contents: Contents, backup: Rows, present: Rows | None, erased: AbstractSet[str]
) -> Preview:
    """Compares a backup with the present casebook, both of one schema.

    Args:
        made: When the backup was made.
        contents: What it holds.
        backup: Its rows.
        present: Those of the present casebook, or None if it cannot be read.
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
    """By uid. What can be undone does not count: it goes by itself on another day."""
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
