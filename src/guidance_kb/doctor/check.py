"""One line of the self-check."""

from dataclasses import dataclass
from typing import Final, Literal

from guidance_kb.language import Text

State = Literal["ok", "note", "wrong"]

INSTALL_AGAIN: Final = Text("Installeer het programma opnieuw.", "Install the program again.")


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and how it is.

    Attributes:
        id: For other tools; stable.
        name: What it is called.
        state: ok, note (the program works, but) or wrong.
        value: What was found; holds no client data and no home folder.
        advice: What to do when the state is not ok.
    """

    id: str
    name: Text
    state: State
    value: Text
    advice: Text | None = None


def same(value: str) -> Text:
    """A value that is the same in both languages: a version, a path."""
    return Text(value, value)


def state(*, well: bool, otherwise: State = "wrong") -> State:
    """Return ok when it is well."""
    return "ok" if well else otherwise
