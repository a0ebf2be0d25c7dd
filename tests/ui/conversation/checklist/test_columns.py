"""All questions of the core in one look: columns, the item in hand beside them, and nothing that moves."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.checklist.theme_columns import in_columns
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.conversation.conftest import narrow


def seen(view: ConversationView, widget: QWidget) -> QRect:
    """The part of a widget that is seen in the list, where it lies there."""
    viewport = view.items.viewport()
    return QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size()).intersected(viewport.rect())


def places(view: ConversationView) -> dict[str, QRect]:
    """Where everything is that must not move: all rows and themes, the frame of the details, the panel and what is to be asked next."""
    QApplication.processEvents()
    parts: dict[str, QWidget] = {item: row for item, row in view.items.rows.items() if row.isVisible()}
    parts |= {f"rows of {theme}": group for theme, group in view.items.groups.items()}
    parts |= {"details": view.items.pane, "panel": view.aside, "next": view.side.ask_next, "goal": view.goal}
    return {name: QRect(part.mapTo(view, QPoint(0, 0)), part.size()) for name, part in parts.items()}


def in_window(window: MainWindow) -> ConversationView:
    window.go_to_room(ViewId.CONVERSATION)
    QApplication.processEvents()
    return cast("ConversationView", window.view(ViewId.CONVERSATION))


# ── in one look ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("height", [768, 688])  # 688: with a title bar and a panel of the desktop
def test_all_core_questions_are_whole_in_a_small_window(
    qtbot: QtBot, window: MainWindow, language: Language, height: int
) -> None:
    window.services.translation.use(language)
    window.resize(1366, height)
    view = in_window(window)
    assert window.size().toTuple() == (1366, height)
    core = [item for item in view.controller.checklist.items.values() if item.core]
    assert len(core) >= 25
    for item in core:
        row = view.items.rows[item.id]
        assert seen(view, row).size() == row.size(), f"{item.id} is not whole in view"
        assert not row.label.cut, row.label.text()
    for heading in view.items.headings.values():
        assert seen(view, heading).size() == heading.size()
        assert heading.text()
        assert not heading.cut, heading.text()
    rows = [view.items.rows[item.id] for item in core]
    assert len({row.mapTo(view, QPoint(0, 0)).x() for row in rows}) == 2
    assert len({row.height() for row in rows}) == 1
    assert view.side.ask_next.isVisible()


def test_a_theme_is_never_split_and_the_highest_column_is_as_low_as_can_be() -> None:
    assert in_columns([6, 4, 4, 3, 5, 4, 3, 4], 2) == [0, 0, 0, 0, 1, 1, 1, 1]
    assert in_columns([9, 1, 1, 1], 2) == [0, 1, 1, 1]
    assert in_columns([1, 1, 1, 1, 1, 1], 3) == [0, 0, 1, 1, 2, 2]
    assert in_columns([4, 4], 1) == [0, 0]
    assert in_columns([4, 4], 3) == [0, 1]


@pytest.mark.parametrize(
    ("size", "percent", "columns"),
    [
        ((1900, 900), 100, 3),
        ((1270, 690), 100, 2),
        ((928, 622), 100, 1),
        ((1270, 500), 100, 1),
        ((1215, 650), 150, 1),
        ((1900, 1000), 150, 2),
    ],
)
def test_there_are_as_many_columns_as_fit(
    view: ConversationView, size: tuple[int, int], percent: int, columns: int
) -> None:
    view._services.theme.apply(Scheme.LIGHT, percent)
    view.resize(*size)
    QApplication.processEvents()
    assert view.items.columns.count == columns
    shown = [view.items.rows[item] for item in view.controller.shown_items()]
    assert len({row.mapTo(view, QPoint(0, 0)).x() for row in shown}) == columns
    assert view.items.pane.isVisible() is (columns > 1)
    assert view.themes.isVisible() is (columns == 1)


def test_a_label_that_does_not_fit_is_whole_for_a_pointer_a_screen_reader_and_in_the_details(
    view: ConversationView,
) -> None:
    items = view.controller.checklist.items.values()
    longest = max(items, key=lambda item: len(item.nl.label))
    view.items.go_to(longest.id)
    row = view.items.rows[longest.id]
    assert row.label.cut
    assert longest.nl.label in row.label.toolTip()
    assert longest.nl.label in row.accessibleName()
    assert view.items.details.label.isVisible()
    assert view.items.details.label.text() == longest.nl.label
    narrow(view)
    assert not row.label.cut
    assert row.label.height() >= row.label.heightForWidth(row.label.width())


# ── nothing moves ───────────────────────────────────────────────────────────────────────────────


def test_a_press_on_any_row_or_ring_moves_nothing(view: ConversationView) -> None:
    view.items.go_to(view.controller.shown_items()[0])
    before = places(view)
    for item in view.controller.shown_items():
        row = view.items.rows[item]
        hand.click(row, QPoint(row.width() // 2, row.height() // 2))
        assert view.controller.current == item
        assert places(view) == before, f"taking {item} in hand moves something"
        hand.click(row.states[State.NAMED])
        assert view.controller.session.answer(item).state is State.NAMED
        assert places(view) == before, f"ticking {item} moves something"


def test_the_details_of_the_row_in_hand_are_beside_it_and_whole_on_demand(view: ConversationView) -> None:
    view.items.go_to("vraag-zorg")
    details, pane = view.items.details, view.items.pane
    assert pane.isAncestorOf(details)
    assert pane.mapTo(view, QPoint(0, 0)).x() > view.items.mapTo(view, QPoint(view.items.width(), 0)).x()
    rows = {name: place for name, place in places(view).items() if name in view.items.rows}
    assert view.aside.isVisible()
    hand.press("Space")
    assert not view.aside.isVisible()
    QApplication.processEvents()
    assert pane.height() >= details.height(), "all of it is seen"
    assert {name: place for name, place in places(view).items() if name in rows} == rows
    hand.press("Space")
    assert view.aside.isVisible()
    hand.click(details.whole)
    assert pane.whole
    view.items.take_focus()
    hand.press("Shift+C")  # the card lies below the details
    assert not pane.whole
    assert view.aside.isVisible()


def test_in_one_column_the_space_bar_folds_the_details_and_brings_them_back(view: ConversationView) -> None:
    narrow(view)
    view.items.go_to("vraag-zorg")
    assert view.items.details.isVisible()
    hand.press("Space")
    assert not view.items.details.isVisible()
    hand.press("Down")
    assert not view.items.details.isVisible(), "they stay folded"
    hand.press("Space")
    assert view.items.details.isVisible()


def test_the_keyboard_and_a_note_stay_when_the_window_gets_another_size(view: ConversationView) -> None:
    view.items.go_to("vraag-zorg")
    hand.press("Shift+N")
    hand.keys("dinsdag")
    narrow(view)
    assert QApplication.focusWidget() is view.items.details.note
    hand.keys(" ook")
    view.resize(1270, 690)
    QApplication.processEvents()
    assert QApplication.focusWidget() is view.items.details.note
    assert view.controller.session.answer("vraag-zorg").note == "dinsdag ook"
    hand.press("Escape")
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


# ── keys ────────────────────────────────────────────────────────────────────────────────────────


def test_left_and_right_go_to_the_row_beside_and_stop_at_the_ends(view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    row = view.items.rows["vraag-doel"]
    hand.press("Right")
    beside = view.items.rows[view.controller.current or ""]
    assert beside.mapTo(view, QPoint(0, 0)).x() > row.mapTo(view, QPoint(0, 0)).x()
    assert abs(beside.mapTo(view, QPoint(0, 0)).y() - row.mapTo(view, QPoint(0, 0)).y()) <= row.height()
    assert QApplication.focusWidget() is beside
    hand.press("Right")
    assert view.controller.current == beside.item.id
    hand.press("Left")
    assert view.items.rows[view.controller.current or ""].x() == row.x()
    narrow(view)
    here = view.controller.current
    hand.press("Right")
    assert view.controller.current == here


def test_down_goes_through_a_column_and_on_to_the_next_one(view: ConversationView) -> None:
    view.items.go_to(view.controller.shown_items()[0])
    walked = [view.controller.current]
    for _ in view.controller.shown_items()[1:]:
        hand.press("Down")
        walked.append(view.controller.current)
    assert walked == list(view.controller.shown_items())


def test_tab_goes_from_the_row_into_its_details_and_then_on(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    view.items.go_to("vraag-zorg")
    hand.press("Tab")
    assert QApplication.focusWidget() is view.items.details
    hand.press("Shift+Tab")
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]
    hand.press("Shift+Tab")
    assert QApplication.focusWidget() is view.items.more["t-home"], "the button at its heading is before it"
    reached = []
    for _ in range(12):
        hand.press("Tab")
        reached.append(QApplication.focusWidget())
    wanted = [view.items.rows["vraag-zorg"], view.items.details.note, view.side.ask_next.first, view.split.grip]
    assert [reached.index(each) for each in wanted] == sorted(reached.index(each) for each in wanted)


# ── just type ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("phrase", ["geen oppas", "kan het niet betalen", "bus rijdt niet", "Heeft schulden"])
def test_what_is_typed_where_no_field_has_the_keyboard_is_in_the_box_with_all_its_letters(
    view: ConversationView, phrase: str
) -> None:
    view.items.go_to("vraag-doel")
    hand.keys(phrase.lower())
    assert view.finder.hasFocus()
    assert view.finder.text() == phrase.lower()
    assert view.controller.current == "vraag-doel"
    assert not view.display_mode.quiet
    assert not view.display_mode.frozen
    hand.press("Escape")
    hand.press("Escape")
    assert QApplication.focusWidget() is view.items.rows["vraag-doel"]


def test_letters_from_a_card_or_the_handle_go_to_the_box_too(view: ConversationView) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    for place in (view.side.signals.cards["care-duties"].head, view.split.grip):
        place.setFocus()
        hand.keys("oppas")
        assert view.finder.hasFocus()
        assert view.finder.text() == "oppas"
        view.finder.empty()


def test_figures_answer_and_type_nothing(view: ConversationView) -> None:
    view.items.go_to("vraag-doel")
    hand.press("2")
    assert view.controller.session.answer("vraag-doel").state is State.NOT_AN_ISSUE
    assert view.finder.text() == ""


# ── the panel ───────────────────────────────────────────────────────────────────────────────────


def drag_handle(view: ConversationView, by: int) -> None:
    grip = view.split.grip
    middle = QPoint(grip.width() // 2, grip.height() // 2)
    hand.drag(grip, middle, middle + QPoint(by, 0))
    QApplication.processEvents()


def test_the_panel_is_wide_and_its_width_is_kept_for_the_next_time(qtbot: QtBot, view: ConversationView) -> None:
    assert view.aside.width() >= 440
    before = view.split.panel_width
    drag_handle(view, 60)
    assert view.split.panel_width == before - 60
    settings = view._services.settings
    assert settings.panel_width == before - 60
    again = ConversationView(view._services)
    qtbot.addWidget(again)
    again.resize(1270, 690)
    again.show()
    QApplication.processEvents()
    assert again.split.panel_width == before - 60
    again.close()


def test_the_keys_move_the_handle_and_both_sides_stay_usable(view: ConversationView) -> None:
    grip = view.split.grip
    grip.setFocus()
    before = view.split.panel_width
    hand.press("Left")
    assert view.split.panel_width > before
    assert view._services.settings.panel_width == view.split.panel_width
    for key in ("Left", "Right"):
        hand.press(key, times=40)
        assert view.items.columns.count == 2
        assert view.split.panel_width >= 340
        assert view.items.width() >= 640


def test_the_width_is_the_same_share_of_larger_text(view: ConversationView) -> None:
    view.resize(1900, 1000)
    QApplication.processEvents()
    drag_handle(view, -40)
    kept = view._services.settings.panel_width
    view._services.theme.apply(Scheme.LIGHT, 150)
    QApplication.processEvents()
    assert view.split.panel_width == round(kept * 1.5)
    assert view._services.settings.panel_width == kept
