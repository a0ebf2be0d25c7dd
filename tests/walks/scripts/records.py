"""Records: begun with a passphrase and a recovery key, two clients, a second conversation, locked and unlocked."""

import re

from gi.repository import Atspi
from scripts.contact_by_mouse import NAMED, mark
from scripts.counselor import Counselor

PASSPHRASE = "lantaarn fiets waterval groen"  # noqa: S105 - of a casebook that goes with the walk
CLIENTS = ("K-12", "K-34")


def walk(counselor: Counselor) -> None:
    """Walks."""
    _begin(counselor)
    for code in CLIENTS:
        _add(counselor, code)
    _talk(counselor)
    _lock(counselor)
    _unlock(counselor)


def _begin(counselor: Counselor) -> None:
    """Through the three steps, with the recovery key read from the screen and two of its groups typed over."""
    counselor.go("Dossiers")
    counselor.press(counselor.button("Beginnen"))
    for field in ("Nieuwe wachtzin", "Nog een keer dezelfde"):
        counselor.press(counselor.find(field, Atspi.Role.PASSWORD_TEXT))
        counselor.write(PASSPHRASE, "(the passphrase)")
    counselor.press(counselor.button("Verder"))
    counselor.read("the recovery key", lambda: _key(counselor))
    key = _key(counselor)
    counselor.press(counselor.button("Hij staat op papier"))
    for _ in range(2):
        field = counselor.until("a group is asked for", lambda: _asked(counselor, key))
        counselor.press(field)
        counselor.write(key[_number(field)], "(that group)")
        counselor.answers.append(True)
        counselor.key("Enter")
    counselor.read("the list of clients", lambda: counselor.shown("Nieuwe cliënt"))


def _key(counselor: Counselor) -> dict[str, str]:
    """The groups of the recovery key, by their number, as they are spelled out."""
    named = (re.fullmatch(r"(\d+): ([0-9A-Z](?: [0-9A-Z])*)", each.get_name() or "") for each in counselor.all())
    return {found[1]: found[2].replace(" ", "") for found in named if found}


def _number(field: Atspi.Accessible) -> str:
    found = re.search(r"\d+", field.get_name() or "")
    return found[0] if found else ""


def _asked(counselor: Counselor, key: dict[str, str]) -> Atspi.Accessible | None:
    return next(
        (each for each in counselor.all() if each.get_role() == Atspi.Role.TEXT and _number(each) in key and not counselor.text(each)),
        None,
    )


def _add(counselor: Counselor, code: str) -> None:
    """A new client."""
    counselor.press(counselor.button("Nieuwe cliënt"))
    counselor.read_at(lambda name: name.startswith("Code"), "the code")
    counselor.write(code)
    counselor.key("Enter")
    counselor.read(f"{code} is shown", lambda: counselor.shown(code))
    raise AssertionError("look")


def _talk(counselor: Counselor) -> None: ...
def _lock(counselor: Counselor) -> None: ...
def _unlock(counselor: Counselor) -> None: ...
