"""A first contact of fifteen answers, with the keyboard alone."""

from gi.repository import Atspi
from scripts.contact_by_mouse import DECLINED, NAMED, NOT, count
from scripts.counselor import Counselor

NOTE = "belt vrijdag terug"

_KEYS = {NAMED: "1", NOT: "2", DECLINED: "3"}
_OPEN = ": Niet besproken"


def walk(counselor: Counselor) -> None:
    """Walks."""
    _go(counselor, "Alt+5")
    for answer, onward in ((NAMED, "Down"), (NOT, "Down"), (DECLINED, "Enter")):
        _answer(counselor, answer)
        _go(counselor, onward)
    _answer(counselor, NAMED)
    _note(counselor)
    _go(counselor, "PageDown")
    _answer(counselor, NAMED)
    _observe(counselor)
    _go(counselor, "Enter")
    _answer(counselor, NOT)
    _go(counselor, "Enter")
    _answer(counselor, DECLINED)
    _go(counselor, "PageDown")
    _choose(counselor, NOT)
    _go(counselor, "g")  # the first that is proposed to ask next
    _answer(counselor, NAMED)
    _go_by_proposals(counselor)
    _answer(counselor, NAMED)
    _unfold(counselor)
    _go(counselor, "End")
    _answer(counselor, NAMED)
    _take_back(counselor)
    for key, answer in (("PageUp", NOT), ("Down", DECLINED), ("Enter", NAMED), ("Enter", NAMED)):
        _go(counselor, key)
        _answer(counselor, answer)
    count(counselor)


def _go(counselor: Counselor, key: str) -> None:
    """Goes to another item, which has no answer yet."""
    before = counselor.hears()
    counselor.key(key)
    counselor.read_at(lambda name: name != before and _OPEN in name, "an item without an answer")


def _answer(counselor: Counselor, answer: str) -> None:
    row = counselor.at
    assert row is not None
    counselor.key(_KEYS[answer])
    counselor.recorded(row, answer)


def _note(counselor: Counselor) -> None:
    """Writes a note with the item in hand, and comes back to the item."""
    item = counselor.hears()
    counselor.key("n")
    counselor.read_at(lambda name: name.startswith("Notitie bij: "), "the note")
    field = counselor.at
    assert field is not None
    counselor.write(NOTE)
    counselor.read(f"the note says {NOTE}", lambda: counselor.text(field) == NOTE)
    counselor.key("Escape")
    counselor.read_at(lambda name: name == item, "the item again")


def _observe(counselor: Counselor) -> None:
    """Says that the counselor saw it, and that the client said it after all."""
    row = counselor.at
    assert row is not None
    counselor.key("o")
    counselor.read("Zelf gezien", lambda: "Zelf gezien" in row.get_name())
    counselor.key("o")
    counselor.read("Gezegd door de cliënt", lambda: "Gezegd door de cliënt" in row.get_name())


def _choose(counselor: Counselor, answer: str) -> None:
    """Answers by the buttons below the item, with Tab and Space."""
    row = counselor.at
    assert row is not None
    counselor.key_until("Tab", answer)
    counselor.key("Space")
    counselor.recorded(row, answer)
    counselor.key("Escape")
    counselor.read_at(lambda name: f": {answer}" in name, "the item again")


def _go_by_proposals(counselor: Counselor) -> None:
    """Goes to what is proposed to ask next, to the item that it follows up, the one just named, and on to the next."""
    item = counselor.hears()
    counselor.key("v")
    counselor.read_at(lambda name: ", " in name and ": Genoemd" not in name, "a proposal")
    counselor.key("Enter")
    counselor.read_at(lambda name: name == item, "the item that it follows up")
    _go(counselor, "Enter")


def _unfold(counselor: Counselor) -> None:
    """Unfolds the deeper questions of the theme, or folds them in: the keyboard stays."""
    item, before = counselor.hears(), len(_rows(counselor))
    counselor.key("m")
    counselor.read("more questions, or fewer", lambda: len(_rows(counselor)) != before)
    counselor.read("the keyboard stays", lambda: counselor.hears() == item)


def _rows(counselor: Counselor) -> list[Atspi.Accessible]:
    assert counselor.at is not None
    return counselor.rows(counselor.at.get_parent())


def _take_back(counselor: Counselor) -> None:
    """Takes an answer back, and gives it again."""
    row = counselor.at
    assert row is not None
    counselor.key("Ctrl+Z")
    counselor.read("taken back: Niet besproken", lambda: _OPEN in row.get_name())
    counselor.key("1")
    counselor.read("given again: Genoemd", lambda: f": {NAMED}" in row.get_name())
