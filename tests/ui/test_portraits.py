"""The main views look as they did when somebody last looked at them: from the first start to a client's record, in three looks.

A failure writes three pictures side by side to `build/looks/` (as it was, as it is, where it differs) and names what differs. If it was
meant, look at them, take the portraits anew with `make looks`, and commit them with the change.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tools.tour.tour import TourLook

from guidance_kb.paths import ROOT
from guidance_kb.ui.look.theme import Theme
from tests.ui.photographs import Photograph, complaint
from tests.ui.portraits import FACTOR, LOOKS, VIEWS, sit
from tests.ui.stopped import MOMENT, stopped_clock

_MOST_BYTES = 2_000_000


@pytest.mark.parametrize("look", LOOKS, ids=[look.name for look in LOOKS])
def test_the_main_views_look_as_they_did(
    qapp: QApplication, knowledge_db: Path, tmp_path: Path, look: TourLook
) -> None:
    taken = dict(sit(qapp, knowledge_db, tmp_path, look))
    told = [said for name, portrait in taken.items() if (said := complaint(name, portrait, FACTOR, VIEWS))]
    if told:
        pytest.fail("\n".join(told).replace(f"{ROOT}/", ""), pytrace=False)
    kept = {path.stem for path in VIEWS.iterdir()}
    assert {name for name in kept if _is_of(look, name)} == taken.keys(), "of views that are gone"


def _is_of(look: TourLook, name: str) -> bool:
    return name.startswith(f"{look.name}-") and not any(
        name.startswith(f"{other.name}-") for other in LOOKS if other.name.startswith(f"{look.name}-")
    )


def test_the_portraits_are_small() -> None:
    assert sum(path.stat().st_size for path in VIEWS.iterdir()) < _MOST_BYTES


def _first(qapp: QApplication, knowledge_db: Path, folder: Path) -> tuple[str, Photograph]:
    portraits = sit(qapp, knowledge_db, folder, LOOKS[0])
    first = next(portraits)
    portraits.close()  # type: ignore[attr-defined] - it is a generator
    return first


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('QPushButton[role="door"] { ', 'QPushButton[role="door"] { background: $raised; '),
        ("QFrame#rail { background: $rail;", "QFrame#rail { background: $strong_line;"),
    ],
)
def test_what_is_changed_is_noticed(  # noqa: PLR0917 - fixtures
    qapp: QApplication,
    knowledge_db: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    after: str,
) -> None:
    """A door of another colour, an edge of the rail: what one sees in a view, a test sees."""
    _change_the_style(monkeypatch, before, after)
    told = complaint(*_first(qapp, knowledge_db, tmp_path / "user"), FACTOR, VIEWS, shown=tmp_path)
    assert "looks other than it did" in told
    assert (tmp_path / f"{LOOKS[0].name}-start.png").exists()


def _change_the_style(monkeypatch: pytest.MonkeyPatch, before: str, after: str) -> None:
    made: Callable[..., None] = Theme.__init__

    def changed(theme: Theme, application: QApplication, *, waits: bool) -> None:
        made(theme, application, waits=waits)
        assert before in theme._sheet.template
        theme._sheet = type(theme._sheet)(theme._sheet.template.replace(before, after))

    monkeypatch.setattr(Theme, "__init__", changed)


def test_the_clock_stands_still(qapp: QApplication) -> None:
    """What a view says of today is of the same day in every run; afterwards the clock goes on."""
    from guidance_kb.ui.records.clients import record_format  # noqa: PLC0415 - where the clock is read
    from guidance_kb.ui.start.day_card import DayCard  # noqa: PLC0415

    with stopped_clock():
        assert DayCard.today() == MOMENT.date()
        assert record_format.from_day(record_format.QDate.currentDate()) == MOMENT.date()
    assert record_format.from_day(record_format.QDate.currentDate()) == datetime.now().astimezone().date()
