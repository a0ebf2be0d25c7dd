"""The other language, and back: everything is said anew, and nothing else moves. What is chosen, typed, open or scrolled to stays."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import cast

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.preferences.controls import Segments
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.view import SummaryView
from guidance_kb.ui.widgets.pressable import settle
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tools.tour import sample_records

Bring = Callable[[QtBot, MainWindow], None]

_NEARLY = 0.12
"""By how much of the whole a place may shift that is scrolled to: texts are of other lengths in another language."""


def kept(window: MainWindow) -> dict[str, object]:
    """All that a reader put somewhere, by the kind of what holds it and its turn: a view may make a thing anew that says the same."""
    focus = QApplication.focusWidget()
    found: dict[str, object] = {}
    turns: Counter[str] = Counter()
    for each in window.findChildren(QWidget):
        if each.isVisible() and not isinstance(each.parentWidget(), Segments):  # that is where languages are chosen
            kind = type(each).__name__
            turns[kind] += 1
            if each is focus:
                found["keyboard"] = kind
            if (state := _of(each)) is not None:
                found[f"{kind} {turns[kind]}"] = state
    return found


def _of(widget: QWidget) -> object:  # noqa: PLR0911 - one line a kind
    if isinstance(widget, QLineEdit):
        return widget.text(), widget.cursorPosition(), widget.selectedText()
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        return widget.toPlainText(), cursor.position(), cursor.anchor()
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    if isinstance(widget, QStackedWidget):
        return widget.currentIndex()
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        return index.row(), index.column()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return widget.isChecked()
    return None


def scrolled(window: MainWindow) -> dict[str, float]:
    """How far each thing is scrolled that is: a part of the whole."""
    areas = [each for each in window.findChildren(QAbstractScrollArea) if each.isVisible()]
    found = {f"{type(each).__name__} {turn}": each.verticalScrollBar() for turn, each in enumerate(areas)}
    return {name: bar.value() / bar.maximum() for name, bar in found.items() if bar.maximum() and bar.value()}


def ask(query: str, qtbot: QtBot, window: MainWindow) -> None:
    window.search_for(query)
    qtbot.waitUntil(lambda: window.answered == query)


def reading(qtbot: QtBot, window: MainWindow) -> None:
    ask("schaamte", qtbot, window)
    results = window.results
    results.focus_results()
    model = results.results.model()
    results.results.setCurrentIndex(model.index(4, 0))
    results.reading.open_findbar()
    hand.write(results.reading.findbar.box, "ler")
    results.reading.findbar.box.setCursorPosition(1)


def filtering(qtbot: QtBot, window: MainWindow) -> None:
    ask("schulden", qtbot, window)
    hand.click(window.results.narrowing.opener)


def comparing(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.COUNTRIES)
    tables = [each for each in window.findChildren(QAbstractItemView) if each.isVisible()]
    table = max(tables, key=lambda each: each.width())
    table.setFocus()
    table.setCurrentIndex(table.model().index(5, 2))


def mapping(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.MAP)
    listing = next(each for each in window.findChildren(QAbstractItemView) if each.isVisible())
    listing.setFocus()
    listing.setCurrentIndex(listing.model().index(6, 0))


def talking(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.CONVERSATION)
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    for item in ("vraag-dichtbij", "vraag-zorg", "vraag-regels"):
        view.controller.set_state(item, State.NAMED)
    view.items.go_to("vraag-zorg")
    view.side.signals.toggle("care-duties")
    note = view.items.details.note
    note.setFocus()
    hand.write(note, "Twee kinderen")
    note.moveCursor(note.textCursor().MoveOperation.StartOfLine)


def wondering(qtbot: QtBot, window: MainWindow) -> None:
    talking(qtbot, window)
    view = cast("ConversationView", window.view(ViewId.CONVERSATION))
    hand.click(view.side.tabs[2])
    field = next(each for each in view.side.findChildren(QLineEdit) if each.isVisible())
    field.setFocus()
    hand.write(field, "en")


def ruling(qtbot: QtBot, window: MainWindow) -> None:
    talking(qtbot, window)
    window.show_rules()


def summing(qtbot: QtBot, window: MainWindow) -> None:
    talking(qtbot, window)
    window.show_summary()
    page = cast("SummaryView", window.view(ViewId.SUMMARY)).page
    hand.click(page.tabs[2])
    own = next(each for each in page.counselor.findChildren(QPlainTextEdit) if each.isVisible())
    own.setFocus()
    hand.write(own, "Bellen")


def noting(qtbot: QtBot, window: MainWindow) -> None:
    service = window.services.bookmarks
    for entry in ("care-duties", "money", "social-nearness"):
        service.toggle(entry, window.services.library.place(entry))
    qtbot.waitUntil(lambda: len(service.kept) == 3 and not any(map(service.waits, service.kept)))
    window.go_to_room(ViewId.BOOKMARKS)
    listing = next(each for each in window.findChildren(QAbstractItemView) if each.isVisible())
    listing.setCurrentIndex(listing.model().index(1, 0))


def room(which: ViewId, qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(which)


def test_settings_has_its_keyboard_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    """A field that one types in, in a view that is made of rows which say themselves anew."""
    window.go_to_room(ViewId.SETTINGS)
    fields = [each for each in window.view(ViewId.SETTINGS).findChildren(QLineEdit) if each.isVisible()]
    assert fields, "no field to search the settings by"
    fields[0].setFocus()
    hand.write(fields[0], "e")
    assert moved(window) == []


def moved(window: MainWindow) -> list[tuple[str, object, object]]:
    """Switches there and back; what is kept otherwise than it was, or scrolled elsewhere: its name, before, and now."""
    found: list[tuple[str, object, object]] = []
    settle()
    QApplication.processEvents()
    before, far = kept(window), scrolled(window)
    assert before, "nothing in sight that could move"
    for _ in range(2):
        window.topbar.choose_other_language()
        for _ in range(3):
            settle()
            QApplication.processEvents()
        now, there = kept(window), scrolled(window)
        found += [(name, was, now.get(name)) for name, was in before.items() if now.get(name) != was]
        found += [
            (name, was, there.get(name, 0)) for name, was in far.items() if abs(there.get(name, 0) - was) >= _NEARLY
        ]
    return found


STAGES: dict[str, Bring] = {
    "start": partial(room, ViewId.START),
    "reading": reading,
    "filtering": filtering,
    "comparing": comparing,
    "map": mapping,
    "talking": talking,
    "wondering": wondering,
    "rules": ruling,
    "summary": summing,
    "bookmarks": noting,
    "help": partial(room, ViewId.HELP),
    "packs": partial(room, ViewId.PACKS),
}


@pytest.mark.parametrize("stage", STAGES)
def test_nothing_moves(qtbot: QtBot, window: MainWindow, stage: str) -> None:
    STAGES[stage](qtbot, window)
    assert moved(window) == []


def test_a_record_stays_as_it_is(qtbot: QtBot, window: MainWindow, service: CasebookService) -> None:
    service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
    qtbot.waitUntil(lambda: service.state is Casebook.LOCKED)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is Casebook.OPEN)
    clients: list[int] = []
    checklist = Checklist.of(window.services.library)
    service.execute(service, partial(sample_records.fill, checklist=checklist, dutch=True), clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    window.open_record(clients[0])
    records = cast("RecordsRoom", window.view(ViewId.RECORDS))
    qtbot.waitUntil(lambda: records.records is not None and records.records.controller.record is not None)
    assert moved(window) == []
