"""The result of one check."""

from dataclasses import dataclass
from typing import Final, Literal

from guidance_kb.language import Text

State = Literal["ok", "note", "wrong"]

INSTALL_AGAIN: Final = Text("Installeer het programma opnieuw.", "Install the program again.")


@dataclass(frozen=True, slots=True)
class Check:
    """The subject and the result of one check.

    Attributes:
        id: A stable id for other tools.
        name: The name of the subject.
        state: ok, note (the program works, but something needs attention) or wrong.
        value: The finding, without client data or the home folder.
        advice: The advice if the state is not ok.
    """

    id: str
    name: Text
    state: State
    value: Text
    advice: Text | None = None


def same(value: str) -> Text:
    """Return a value that is the same in both languages, such as a version or a path."""
    return Text(value, value)


def state(*, well: bool, otherwise: State = "wrong") -> State:
    """Return ok if `well`, else `otherwise`."""
    return "ok" if well else otherwise
