"""The map in the window: the picture and the list show the same, by mouse, keyboard and screen reader."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.tokens import TYPE
from guidance_kb.ui.map.link_panel import Heading, LinkLine
from guidance_kb.ui.map.scene import SMALLEST_ZOOM, HeadingItem, Light, LinkItem
from guidance_kb.ui.map.view import MapView
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.test_contrast import contrast

MANY = "unknown-support"


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow) -> MapView:
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to_room(ViewId.MAP)
    made = window.view(ViewId.MAP)
    assert isinstance(made, MapView)
    made.alone.setChecked(False)
    made.show_everything()  # most tests are about the whole
    return made


def test_it_opens_on_the_first_recommendation_and_what_is_linked_to_it(window: MainWindow) -> None:
    window.go_to_room(ViewId.MAP)
    made = window.view(ViewId.MAP)
    assert isinstance(made, MapView)
    first = window.services.library.recommendations()[0][1]
    assert made.hand == first
    assert made.alone.isChecked()
    linked = {link.id for link in window.services.library.links(first)}
    assert first in made.scene.nodes
    assert set(made.scene.nodes) - {first} <= linked
    made.show_everything()
    assert len(made.scene.nodes) > 100
    column = made.scene.layout.columns[-1]
    assert list(column[:9]) == [one for _, one, _ in window.services.library.recommendations()]


def lit(view: MapView, *lights: Light) -> set[str]:
    return {node for node, item in view.scene.nodes.items() if item.light in lights}


def lines_shown(view: MapView) -> list[LinkItem]:
    return [item for item in view.scene.items() if isinstance(item, LinkItem) and item.isVisible()]


def click(view: MapView, node: str) -> None:
    view.picture.reveal(node)
    place = view.picture.mapFromScene(view.scene.nodes[node].sceneBoundingRect().center())
    hand.click(view.picture.viewport(), place)


# ── the picture and the list ────────────────────────────────────────────────────────────────────


def test_nothing_is_in_hand_at_first_and_the_list_has_the_keyboard(view: MapView) -> None:
    assert view.hand is None
    assert view.aside.things.hasFocus()
    assert lit(view, Light.PLAIN) == set(view.scene.nodes)
    assert not view.aside.links.isVisible()
    assert not view.alone.isEnabled()


def test_what_is_read_is_in_hand_when_one_comes_from_its_page(qtbot: QtBot, window: MainWindow, view: MapView) -> None:
    view.choose(MANY)
    window.open_page("care-duties")
    qtbot.waitUntil(lambda: window.results.reading.shown == "care-duties")
    browser = window.results.reading.findChildren(Browser)[0]
    assert "links:care-duties" in browser.toHtml()
    hand.link(browser, "links:care-duties")
    assert window.here is ViewId.MAP
    assert view.hand == "care-duties"
    assert view.aside.things.hasFocus()
    window.go_back()
    qtbot.waitUntil(lambda: window.here is ViewId.SEARCH and window.results.reading.shown == "care-duties")


def test_of_what_is_not_on_the_map_all_of_it_is_shown(view: MapView) -> None:
    view.choose(MANY)
    view.take("nothing-of-that-name")
    assert view.hand is None


def test_the_list_holds_all_that_the_picture_holds(view: MapView) -> None:
    rows = view.aside.things.rows.rows
    lines = [row for row in rows if isinstance(row, LinkLine)]
    assert {line.id for line in lines} == set(view.scene.nodes)
    assert sum(row.count for row in rows if isinstance(row, Heading)) == len(lines)


def test_what_is_clicked_is_in_hand_in_both(view: MapView, library: Library) -> None:
    click(view, "money")
    assert view.hand == "money"
    assert view.aside.things.rows.line(view.aside.things.currentIndex()).id == "money"
    assert view.aside.title.text() == library.barriers["money"].nl.name
    linked = set(library.graph().links()["money"])
    assert lit(view, Light.CHOSEN) == {"money"}
    assert lit(view, Light.LINKED) == linked
    assert lit(view, Light.DIM) == set(view.scene.nodes) - linked - {"money"}
    assert len(lines_shown(view)) == len(linked)


def test_what_is_taken_from_the_list_is_in_hand_in_the_picture(view: MapView) -> None:
    things = view.aside.things
    hand.press("Down")
    first = things.rows.line(things.currentIndex())
    assert view.hand == first.id
    assert lit(view, Light.CHOSEN) == {first.id}
    hand.press("Esc")
    assert view.hand is None
    assert lit(view, Light.PLAIN) == set(view.scene.nodes)
    hand.press("Down")
    assert things.rows.line(things.currentIndex()).id != first.id, "the keys go on from where they were"


def test_the_links_stand_by_kind_with_who_makes_them(view: MapView, library: Library) -> None:
    view.choose("money")
    rows = view.aside.links.rows.rows
    links = library.graph().links()["money"]
    below = {row.id: row.below for row in rows if isinstance(row, LinkLine)}
    assert set(below) == set(links)
    assert len(set(below.values())) == 2
    assert all((below[node] == below[other]) == (links[node] == links[other]) for node in links for other in links)
    kinds = {node.id: node.kind for node in library.graph().nodes}
    assert sum(isinstance(row, Heading) for row in rows) == len({kinds[node] for node in links})


def test_a_link_of_the_list_stands_out_in_the_picture_and_enter_goes_there(view: MapView) -> None:
    view.choose("money")
    links = view.aside.links
    links.setFocus()
    hand.press("Down")
    to = links.rows.line(links.currentIndex()).id
    assert view.hand == "money"
    assert lit(view, Light.MARKED) == {to}
    hand.press("Return")
    assert view.hand == to
    assert "money" in lit(view, Light.LINKED)


def test_a_screen_reader_hears_title_kind_and_links(view: MapView, library: Library) -> None:
    view.choose("money")
    things = QAccessible.queryAccessibleInterface(view.aside.things)
    names = [things.child(n).text(QAccessible.Text.Name) for n in range(things.childCount())]
    wanted = [name for name in names if name.startswith(f"{library.barriers['money'].nl.name}.")]
    assert len(wanted) == 1
    assert str(len(library.graph().links()["money"])) in wanted[0]
    links = QAccessible.queryAccessibleInterface(view.aside.links)
    assert library.barriers["money"].nl.name in links.text(QAccessible.Text.Name)
    assert all(
        QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
        for part in (view.picture, view.aside.box)
    )


def test_the_arrows_in_the_picture_tell_a_screen_reader_where_they_came(view: MapView, heard: list[str]) -> None:
    view.picture.setFocus()
    hand.press("Down")
    assert heard
    assert view.aside.title.text() in heard[-1]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was announced."""
    said: list[str] = []
    monkeypatch.setattr("guidance_kb.ui.map.view.announce", lambda _widget, words: said.append(words))
    return said


# ── keys ────────────────────────────────────────────────────────────────────────────────────────


def test_the_arrows_walk_along_the_links(view: MapView, library: Library) -> None:
    links = library.graph().links()
    view.choose("money")
    view.picture.setFocus()
    hand.press("Right")
    there = view.hand
    assert there in links["money"]
    hand.press("Left")
    assert view.hand in links[there]
    before = view.hand
    hand.press("Down")
    assert view.hand != before
    seen = view.picture.mapToScene(view.picture.viewport().rect()).boundingRect()
    assert seen.contains(view.scene.nodes[view.hand].sceneBoundingRect())


@pytest.mark.parametrize("where", ["picture", "things"])
def test_enter_opens_the_page(qtbot: QtBot, window: MainWindow, view: MapView, where: str) -> None:
    view.choose("money")
    part = view.picture if where == "picture" else view.aside.things
    part.setFocus()
    hand.press("Return")
    qtbot.waitUntil(lambda: window.results.reading.shown == "money")
    window.go_back()
    assert view.isVisible()
    assert view.hand == "money"


def test_a_double_click_and_the_link_open_the_page_too(qtbot: QtBot, window: MainWindow, view: MapView) -> None:
    view.choose("money")
    hand.click(view.aside.read)
    qtbot.waitUntil(lambda: window.results.reading.shown == "money")
    window.go_back()
    qtbot.waitUntil(view.isVisible)
    view.picture.reveal("debts")
    place = view.picture.mapFromScene(view.scene.nodes["debts"].sceneBoundingRect().center())
    hand.double_click(view.picture.viewport(), place)
    qtbot.waitUntil(lambda: window.results.reading.shown == "debts")


@pytest.mark.parametrize("where", ["picture", "things", "links"])
def test_letters_filter(view: MapView, where: str) -> None:
    view.choose("money")
    part = {"picture": view.picture, "things": view.aside.things, "links": view.aside.links}[where]
    part.setFocus()
    hand.press("S")
    assert view.aside.box.hasFocus()
    hand.write(view.aside.box, "chulden")
    lines = [row.id for row in view.aside.things.rows.rows if isinstance(row, LinkLine)]
    assert lines == ["debts"]
    hand.press("Esc")
    assert view.aside.box.text() == ""
    assert view.hand is None


def test_what_the_words_leave_out_recedes_and_the_arrows_step_over_it(view: MapView, library: Library) -> None:
    view.aside.box.setText("schotland")
    kept = {row.id for row in view.aside.things.rows.rows if isinstance(row, LinkLine)}
    scottish = {entry.id for entry in library.entries() if entry.kind == "practice" and entry.country == "scotland"}
    assert scottish <= kept
    assert lit(view, Light.PLAIN) == kept
    view.picture.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        hand.press(key)
        assert view.hand in kept


def test_words_that_nothing_has_are_said_so(view: MapView) -> None:
    view.aside.box.setText("xqzzy")
    assert view.aside.nothing.isVisible()
    assert not view.aside.things.rows.rowCount()
    view.picture.setFocus()
    hand.press("Down")
    assert view.hand is None
    view.aside.box.clear()
    assert not view.aside.nothing.isVisible()


def test_tab_comes_by_everything(qtbot: QtBot, window: MainWindow, view: MapView) -> None:
    view.choose("money")
    aside = view.aside
    wanted = [
        view.alone, view.smaller, view.larger, view.fit, view.picture, aside.box, aside.things, aside.read, aside.links
    ]  # fmt: skip
    wanted[0].setFocus()
    met = [window.focusWidget()]
    for _ in wanted[1:]:
        hand.press("Tab")
        met.append(window.focusWidget())
    assert met == wanted


def test_a_click_on_the_picture_gives_it_the_keyboard(view: MapView) -> None:
    click(view, "money")
    assert view.picture.hasFocus()


# ── only what is linked ─────────────────────────────────────────────────────────────────────────


def test_only_what_is_linked(view: MapView, library: Library) -> None:
    view.choose("money")
    view.picture.setFocus()
    hand.press("Space")
    links = library.graph().links()
    assert set(view.scene.nodes) == {"money", *links["money"]}
    assert len(lines_shown(view)) == len(links["money"])
    hand.press("Right")
    assert view.hand in links["money"]
    assert set(view.scene.nodes) == {view.hand, *links[view.hand]}
    hand.press("Esc")
    assert len(view.scene.nodes) == len(library.graph().nodes)
    assert view.aside.things.rows.rowCount() > len(view.scene.nodes), "the list always holds everything"


# ── sizes, looks, languages ─────────────────────────────────────────────────────────────────────


def test_all_columns_are_in_sight_and_letters_never_get_too_small(view: MapView) -> None:
    picture = view.picture
    assert not picture.horizontalScrollBar().isVisible()
    hand.click(picture.viewport(), QPoint(3, 3))
    for _ in range(20):
        hand.press("-")
    assert picture.zoom == pytest.approx(SMALLEST_ZOOM)
    assert picture.zoom * TYPE.small >= 11 - 1e-6
    for _ in range(20):
        hand.press("+")
    largest = picture.zoom
    assert largest > 2
    hand.press("0")
    assert not picture.horizontalScrollBar().isVisible()
    assert picture.zoom < largest


def test_ctrl_and_the_wheel_zoom_and_the_wheel_alone_moves(view: MapView) -> None:
    picture = view.picture
    before, place = picture.zoom, picture.verticalScrollBar().value()

    def turn(notches: int, held: Qt.KeyboardModifier) -> None:
        at = QPointF(picture.viewport().rect().center())
        event = QWheelEvent(
            at, picture.viewport().mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(picture.viewport(), event)

    turn(-1, Qt.KeyboardModifier.NoModifier)
    assert picture.zoom == before
    assert picture.verticalScrollBar().value() > place
    turn(1, Qt.KeyboardModifier.ControlModifier)
    assert picture.zoom > before


def test_dragging_moves_the_picture_and_chooses_nothing(view: MapView) -> None:
    ground = view.picture.viewport()
    box = view.picture.mapFromScene(view.scene.nodes["money"].sceneBoundingRect().center())
    before = view.picture.verticalScrollBar().value()
    start = QPoint(box.x(), ground.height() - 40)
    hand.drag(ground, start, start - QPoint(0, 150))
    assert view.picture.verticalScrollBar().value() > before
    assert view.hand is None


def test_a_click_beside_everything_lets_go(view: MapView) -> None:
    view.choose("money")
    view.picture.verticalScrollBar().setValue(0)
    hand.click(view.picture.viewport(), QPoint(3, 3))
    assert view.hand is None


def test_it_speaks_the_other_language_where_it_is(
    qtbot: QtBot, window: MainWindow, view: MapView, library: Library
) -> None:
    view.choose("money")
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: view.aside.title.text() == library.barriers["money"].en.name)
    assert view.hand == "money"
    titles = {row.title for row in view.aside.things.rows.rows if isinstance(row, LinkLine)}
    assert library.barriers["debts"].en.name in titles
    assert view.aside.things.rows.line(view.aside.things.currentIndex()).id == "money"


def test_no_line_crosses_out_a_heading(view: MapView) -> None:
    headings = [item for item in view.scene.items() if isinstance(item, HeadingItem)]
    assert headings
    for chosen in (None, MANY):
        view.choose(chosen)
        assert min(each.zValue() for each in headings) > max(line.zValue() for line in lines_shown(view))
    heading = headings[0]
    image = QImage(heading.rect().size().toSize(), QImage.Format.Format_RGB32)
    image.fill("#ff0000")
    painter = QPainter(image)
    painter.translate(-heading.rect().topLeft())
    heading.paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    assert image.pixelColor(1, image.height() // 2) == view.scene.backgroundBrush().color()


@pytest.mark.parametrize("scheme", Scheme)
def test_lines_are_seen(window: MainWindow, view: MapView, scheme: Scheme) -> None:
    window.topbar.choose(scheme=scheme)
    canvas = view.scene.backgroundBrush().color().name()
    assert all(contrast(line.pen().color().name(), canvas) > 1.8 for line in lines_shown(view))
    view.choose(MANY)
    assert all(contrast(line.pen().color().name(), canvas) >= 3 for line in lines_shown(view))


def test_dark_is_dark_and_large_is_large(window: MainWindow, view: MapView) -> None:
    small = view.scene.layout.boxes["money"].width
    window.topbar.choose(scheme=Scheme.DARK, text_size=150)
    tokens = window.services.theme.tokens
    assert view.scene.backgroundBrush().color() == QColor(tokens.canvas)
    assert view.scene.layout.boxes["money"].width == pytest.approx(1.5 * small, abs=1)


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("language", Language)
def test_it_fits_a_small_screen(window: MainWindow, view: MapView, size: int, language: Language) -> None:
    window.topbar.choose(language=language, text_size=size)
    view.choose(MANY)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768), f"it needs {window.minimumSizeHint()}"
    for shown in view.findChildren(QLabel):
        if shown.isVisible() and shown.wordWrap():
            assert shown.height() >= shown.heightForWidth(shown.width()), shown.text()
    assert view.aside.things.height() > 100
    assert view.picture.height() > 200


# ── nothing moves under the mouse ───────────────────────────────────────────────────────────────


def test_a_row_that_is_pressed_stays_until_the_mouse_is_let_go(view: MapView) -> None:
    """What is taken in hand shows its links below the list, which makes the list lower."""
    rows = view.aside.things.rows
    things = [number for number in range(rows.rowCount()) if rows.line(rows.index(number)) is not None]
    for number in (things[4], things[9], things[6]):
        line = rows.line(rows.index(number))
        assert line is not None
        hand.row(view.aside.things, number)
        assert view.hand == line.id


def test_a_link_that_is_pressed_is_marked_and_a_double_click_goes_to_it(view: MapView) -> None:
    view.choose(MANY)
    links = view.aside.links
    number = next(each for each in range(links.rows.rowCount()) if links.rows.line(links.rows.index(each)) is not None)
    line = links.rows.line(links.rows.index(number))
    assert line is not None
    hand.row(links, number)
    assert (view.hand, lit(view, Light.MARKED)) == (MANY, {line.id})
    hand.row(links, number, double=True)
    assert view.hand == line.id


def test_a_press_on_the_list_that_ends_elsewhere_takes_nothing_in_hand(view: MapView) -> None:
    view.choose(MANY)
    things = view.aside.things
    row = things.visualRect(things.rows.index(things.currentIndex().row()))
    hand.drag(things.viewport(), row.center(), row.center() - QPoint(0, 2 * row.height()))
    assert view.hand == MANY
    current = things.rows.line(things.currentIndex())
    assert current is not None
    assert current.id == MANY
