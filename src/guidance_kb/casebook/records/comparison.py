"""A conversation beside the one before it: which signals are new, gone, or stayed. Pure, in ids; the words are the layer's above."""

from dataclasses import dataclass
from typing import Final

from guidance_kb.casebook.records.session_records import Spoken
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.signals import Signal

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
