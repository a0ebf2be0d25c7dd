"""Names of kinds and views in the search box of the real window."""

from collections.abc import Callable

import pytest

from guidance_kb.language import Language
from guidance_kb.search.query.names import VIEWS
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.search.model import ResultGroup
from guidance_kb.ui.shell import view_registry as registry
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand

Search = Callable[[str], None]


def test_all_nine_recommendations_are_seen_without_unfolding(window: MainWindow, search: Search) -> None:
    search("aanbevelingen")
    model = window.results.results.model()
    rows = [window.results._model.row(model.index(number, 0)) for number in range(9)]
    assert [row.section for row in rows if isinstance(row, Hit)] == [f"4.2/{number}" for number in range(1, 10)]
    window.services.settings.change(by_kind=True)
    search("alle negen aanbevelingen")
    rows = [window.results._model.row(model.index(number, 0)) for number in range(10)]
    assert isinstance(rows[0], ResultGroup)
    assert (rows[0].kind, rows[0].folded) == ("recommendation", False)
    assert [row.section for row in rows[1:] if isinstance(row, Hit)] == [f"4.2/{number}" for number in range(1, 10)]


def test_a_press_goes_to_the_row_of_the_countries(window: MainWindow, search: Search) -> None:
    search("landen vergelijken campagnes")
    go = window.results.searched.go
    assert go.text() == "Naar Landen, rij “Verantwoordelijk voor campagnes”"
    hand.click(go)
    view = window.view(ViewId.COUNTRIES)
    assert isinstance(view, CountriesView)
    current = view.table.currentIndex()
    assert view.matrix.model.heading(current)[0]
    assert view.compared.questions[current.row()].theme.id == "responsibility"


@pytest.mark.parametrize(
    ("query", "said", "view"),
    [
        ("kaart", "Naar Verbanden", ViewId.MAP),
        ("bladwijzers", "Naar Bladwijzers", ViewId.BOOKMARKS),
        ("instellingen", "Naar Instellingen", ViewId.SETTINGS),
        ("vergelijk landen", "Naar Landen", ViewId.COUNTRIES),
    ],
)
def test_a_press_goes_to_the_view(window: MainWindow, search: Search, query: str, said: str, view: ViewId) -> None:
    search(query)
    assert window.results.searched.offers == [said]
    hand.click(window.results.searched.go)
    assert window.here is view


def test_the_names_are_those_of_the_window(window: MainWindow) -> None:
    own = [view for view in map(ViewId, VIEWS) if registry.VIEWS[view].belongs_to is None]
    named = {str(view): window.rail.name(view) for view in own if window.rail.name(view)}
    assert len(named) > 5
    assert {view: VIEWS[view][0].say(Language.NL) for view in named} == named
