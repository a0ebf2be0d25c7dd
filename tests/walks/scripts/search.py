"""A search: a result opened, a link in its page followed, back, the next hit and the next result."""

from gi.repository import Atspi
from scripts.counselor import Counselor
from scripts.screen import Box

WORD = "schulden"
TITLE = "Schulden"
LINK = "Schulden en moeite met lezen houden elkaar in stand"
"""What stands at the foot of that page as a link."""


def walk(counselor: Counselor) -> None:
    """Walks."""
    box = counselor.find("Zoeken", Atspi.Role.TEXT)
    counselor.press(box)
    counselor.write(WORD)
    counselor.read("22 gevonden", lambda: counselor.shown(" gevonden"))
    results = counselor.find("Resultaten", Atspi.Role.LIST)
    page = counselor.find("Leesvenster", Atspi.Role.LABEL)
    _open(counselor, results, page, 1)
    _open(counselor, results, page, 0)
    _next_hit(counselor, 2)
    _follow(counselor, page)
    counselor.press(counselor.button("Terug"))
    counselor.read(f"the page is “{TITLE}” again", lambda: _title(counselor, page) == TITLE)
    counselor.read("its result is chosen", lambda: _chosen(counselor, results).startswith(TITLE))
    _open(counselor, results, page, 2)


def _hits(counselor: Counselor, results: Atspi.Accessible) -> list[Atspi.Accessible]:
    """The rows of the list that are results and not headings."""
    return [row for row in counselor.rows(results) if ". " in (row.get_name() or "")]


def _open(counselor: Counselor, results: Atspi.Accessible, page: Atspi.Accessible, number: int) -> None:
    """Opens a result by pressing it."""
    hit = _hits(counselor, results)[number]
    title = hit.get_name().split(". ")[0]
    counselor.press(hit)
    counselor.read(f"the page is “{title}”", lambda: _title(counselor, page) == title)
    counselor.answers.append(True)


def _title(counselor: Counselor, page: Atspi.Accessible) -> str:
    """The title of a page, which is its second line."""
    lines = counselor.text(page).splitlines()
    return lines[1] if len(lines) > 1 else ""


def _chosen(counselor: Counselor, results: Atspi.Accessible) -> str:
    """The name of the result that is chosen."""
    chosen = Atspi.StateType.SELECTED
    return next((hit.get_name() for hit in _hits(counselor, results) if hit.get_state_set().contains(chosen)), "")


def _next_hit(counselor: Counselor, number: int) -> None:
    counselor.press(counselor.button("Volgende treffer"))
    counselor.read(f"treffer {number}", lambda: counselor.shown(f"treffer {number} van"))


def _follow(counselor: Counselor, page: Atspi.Accessible) -> None:
    """Presses the link in the page."""
    middle = counselor.text(page).rindex(LINK) + len(LINK) // 2

    def letter() -> Box:
        told = Atspi.Text.get_character_extents(page, middle, Atspi.CoordType.SCREEN)
        return Box(told.x, told.y, told.width, told.height)

    counselor.bring(page, page, letter)
    counselor.press(page, letter(), f"{LINK}, a link")
    counselor.read(f"the page is “{LINK}”", lambda: _title(counselor, page) == LINK)
    counselor.answers.append(True)
