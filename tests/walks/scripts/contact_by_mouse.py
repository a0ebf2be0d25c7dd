"""A first contact of fifteen answers, with the mouse alone."""

from gi.repository import Atspi
from reader.program import children, shows
from scripts.counselor import BUTTON, Counselor

NAMED, NOT, DECLINED = "Genoemd", "Speelt niet", "Zegt liever niets"


def walk(counselor: Counselor) -> None:
    """Walks."""
    counselor.go("Gesprek")
    items = counselor.find("Onderwerpen van het gesprek")
    counselor.find("Niet besproken", Atspi.Role.LIST_ITEM, items)
    for place in (0, 1, 2, 3):  # the first theme, ring by ring
        mark(counselor, items, counselor.rows(items)[place], NAMED)
    rows = counselor.rows(items)
    mark(counselor, items, rows[4], NOT)  # the marks that come under the mouse
    mark(counselor, items, rows[5], DECLINED)
    mark(counselor, items, rows[6], NOT)
    mark(counselor, items, rows[7], DECLINED)
    _answer(counselor, items, rows[8], NOT)  # the buttons beside or below an item in hand
    _answer(counselor, items, rows[9], NAMED)
    deeper = _unfold(counselor, items)
    mark(counselor, items, deeper[0], NAMED)
    mark(counselor, items, deeper[1], NOT)
    rows = counselor.rows(items)
    mark(counselor, items, rows[-1], NAMED)  # at the end of the list
    mark(counselor, items, rows[-2], DECLINED)
    mark(counselor, items, rows[-4], NAMED)
    count(counselor)


def count(counselor: Counselor) -> None:
    """Reads the whole list: as many items have an answer as were given."""
    items = counselor.find("Onderwerpen van het gesprek")
    counselor.find(": ", Atspi.Role.LIST_ITEM, items)
    given = [row.get_name() for row in counselor.rows(items) if _answered(row.get_name() or "")]
    counselor.said.append(f"  {len(given)} items with an answer in the list")
    if len(given) != sum(counselor.answers):
        raise AssertionError(f"{len(given)} items have an answer, {sum(counselor.answers)} were seen to get one")


def mark(counselor: Counselor, items: Atspi.Accessible, row: Atspi.Accessible, answer: str) -> None:
    """Presses the mark of an answer on a row; some come only under the mouse."""
    counselor.bring(row, items)
    counselor.hover(row)
    mark = counselor.find(f"{answer}: ", Atspi.Role.CHECK_BOX, row)
    counselor.press(mark)
    counselor.recorded(row, answer)


def _answer(counselor: Counselor, items: Atspi.Accessible, row: Atspi.Accessible, answer: str) -> None:
    """Takes an item in hand by its words, and presses an answer beside or below it."""
    counselor.bring(row, items)
    name = (row.get_name() or "").split(": ")[0]
    words = next(each for each in children(row) if each.get_name() == name)
    counselor.press(words)
    note = counselor.find(f"Notitie bij: {name}")
    below = note.get_parent().get_parent()
    choice = next(each for each in children(below) if each.get_name() == answer)
    counselor.bring(choice, items)
    counselor.press(choice)
    counselor.recorded(row, answer)


def _unfold(counselor: Counselor, items: Atspi.Accessible) -> list[Atspi.Accessible]:
    """Presses “nog 4” at a heading, and gives the items that came."""
    before = {row.get_name() for row in counselor.rows(items)}
    buttons = [each for each in counselor.parts(items) if each.get_role() == BUTTON and shows(each)]
    more = next(each for each in buttons if (each.get_name() or "").startswith("nog "))
    counselor.bring(more, items)
    counselor.press(more)
    fresh: list[Atspi.Accessible] = []

    def came() -> bool:
        fresh[:] = [row for row in counselor.rows(items) if row.get_name() not in before]
        return bool(fresh)

    counselor.read("deeper items came", came)
    return fresh


def _answered(name: str) -> bool:
    return any(f": {answer}" in name for answer in (NAMED, NOT, DECLINED))
