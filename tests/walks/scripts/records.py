"""Records: begun with a passphrase and a recovery key, two clients, a second conversation, locked and unlocked."""

import re

from gi.repository import Atspi
from scripts.contact_by_mouse import NAMED, mark
from scripts.counselor import Counselor

PASSPHRASE = "lantaarn fiets waterval groen"  # noqa: S105 - of a casebook that goes with the walk
CLIENTS = ("K-12", "K-34")
NOTE = "voor de dochter in groep vier"

_FIELDS = (Atspi.Role.TEXT, Atspi.Role.PASSWORD_TEXT)
_COUNTS = {1: "1 gesprek", 2: "2 gesprekken"}


def walk(counselor: Counselor) -> None:
    """Walks."""
    begin_records(counselor)
    for code in CLIENTS:
        add_client(counselor, code)
    _talk(counselor, 1)
    _talk(counselor, 2)
    _lock(counselor)
    _unlock(counselor)


def begin_records(counselor: Counselor) -> None:
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
    """The first empty field for a group of the key."""
    fields = (each for each in counselor.all() if each.get_role() in _FIELDS and _number(each) in key)
    return next((each for each in fields if not counselor.text(each)), None)


def add_client(counselor: Counselor, code: str) -> None:
    """A new client."""
    counselor.press(counselor.button("Nieuwe cliënt"))
    counselor.read_at(lambda name: name.startswith("Code"), "the code")
    counselor.write(code)
    counselor.key("Enter")
    counselor.read(f"{code} is shown", lambda: counselor.shown(code))
    counselor.answers.append(True)


def _talk(counselor: Counselor, times: int) -> None:
    """A conversation with the first client, finished, from the record."""
    listed = counselor.find("Cliënten", Atspi.Role.LIST)
    row = counselor.find(f"{CLIENTS[0]}. ", Atspi.Role.LIST_ITEM, listed)
    counselor.press(row)
    counselor.press(counselor.button("Gesprek beginnen"))
    items = counselor.find("Onderwerpen van het gesprek")
    first = counselor.find("Niet besproken", Atspi.Role.LIST_ITEM, items)
    mark(counselor, items, first, NAMED)
    note = counselor.find("Notitie bij: ", Atspi.Role.TEXT)
    if times > 1:
        counselor.press(counselor.button("Sluiten: wat de vorige keer was"))
    counselor.press(note)
    counselor.write(NOTE)
    counselor.read("the note is written", lambda: counselor.text(note) == NOTE)
    counselor.press(counselor.button("Afronden"))
    summary = counselor.find("Samenvatting")
    counselor.press(counselor.button("Afronden", summary))
    counselor.press(counselor.button("Naar het dossier"))
    counselor.read(f"conversations in the record: {times}", lambda: counselor.shown(_COUNTS[times]))
    counselor.answers.append(True)


def _lock(counselor: Counselor) -> None:
    """Locks the records with a key, and reads the whole tree: nothing of clients is in it."""
    if not any(CLIENTS[0] in each for each in counselor.whole_tree()):
        raise AssertionError("the record that is open is not in the tree: what is read here proves nothing")
    counselor.key("Ctrl+L")
    counselor.read("the passphrase is asked for", lambda: _passphrase(counselor))
    there = list(counselor.whole_tree())
    for words in (*CLIENTS, NOTE, f": {NAMED}"):
        found = [each for each in there if words in each]
        if found:
            raise AssertionError(f"locked, and still there to be read: {found}")
        counselor.said.append(f"  nothing in the tree says “{words}”, of {len(there)} names and texts")


def _passphrase(counselor: Counselor) -> Atspi.Accessible | None:
    return next((each for each in counselor.all() if each.get_role() == Atspi.Role.PASSWORD_TEXT), None)


def _unlock(counselor: Counselor) -> None:
    field = _passphrase(counselor)
    assert field is not None
    counselor.press(field)
    counselor.write(PASSPHRASE, "(the passphrase)")
    counselor.press(counselor.button("Openen"))
    counselor.read(f"{CLIENTS[0]} and {CLIENTS[1]} are shown", lambda: all(counselor.shown(each) for each in CLIENTS))
    counselor.answers.append(True)
