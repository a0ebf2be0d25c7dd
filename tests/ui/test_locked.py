"""Locking leaves no text of a client anywhere: the register of what is cleared is walked, and so is every widget there is."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.checklist.question import AskedQuestion
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.admin.destinations import AdminPart, OfClient
from guidance_kb.ui.records.admin.restore_page import RestoringView, Stage
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.view import StartView
from guidance_kb.ui.summary.pages import CopyForm
from guidance_kb.ui.summary.view import SummaryView
from tests.casebook.conftest import PASSPHRASE
from tests.casebook.people import RULES
from tests.hand import hand
from tests.ui.records.clients.conftest import days, done, opened

__all__ = ["opened"]

_MARK = "zqx"
"""What every text of a client begins with here, the codes too; nothing else in the program holds it."""

_PROPERTIES = (
    "text", "plainText", "placeholderText", "accessibleName", "accessibleDescription", "toolTip", "statusTip", "whatsThis",
    "windowTitle", "title",
)  # fmt: skip


# ── walking ──────────────────────────────────────────────────────────────────────────────────────


def _of_model(model: QAbstractItemModel | None, parent: QModelIndex | None = None) -> Iterable[object]:
    parent = parent or QModelIndex()
    if model is None:
        return
    for row in range(model.rowCount(parent)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.AccessibleTextRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.UserRole,
            ):
                yield model.data(index, role)
            if not isinstance(model, QAbstractListModel | QAbstractTableModel) and model.hasChildren(index):
                yield from _of_model(model, index)


def _of(thing: QObject, *, undo: bool) -> Iterable[object]:
    """What an object shows or says; with `undo` also what stands in its history, which is emptied by that."""
    for name in _PROPERTIES:
        yield thing.property(name)
    if isinstance(thing, QComboBox | QAbstractItemView):
        yield from _of_model(thing.model())
    if isinstance(thing, QTextEdit | QPlainTextEdit):
        yield thing.toPlainText()
        while undo and thing.document().isUndoAvailable():
            thing.document().undo()
            yield thing.toPlainText()
    if isinstance(thing, QLineEdit):
        while undo and thing.isUndoAvailable():
            thing.undo()
            yield thing.text()


def _holders(root: QWidget | None = None, *, undo: bool = False) -> dict[str, object]:
    """The objects that hold a text of a client, with the text: all of the program, or those below a widget."""
    roots = QApplication.topLevelWidgets() if root is None else [root]
    found: dict[str, object] = {}
    for top in roots:
        for thing in (top, *top.findChildren(QWidget), *top.findChildren(QAction)):
            for said in _of(thing, undo=undo):
                if _MARK in str(said).casefold():
                    found[f"{type(thing).__name__} in {type(thing.parent()).__name__}"] = said
    return found


def _seen() -> dict[str, object]:
    """As `_holders`, of what is on the screen."""
    shown = (each for each in QApplication.allWidgets() if each.isVisible())
    return {
        type(each).__name__: said for each in shown for said in _of(each, undo=False) if _MARK in str(said).casefold()
    }


def _let_go() -> None:
    """What was thrown away with `deleteLater` goes."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# ── filling ──────────────────────────────────────────────────────────────────────────────────────


def _fill_store(store: Store) -> int:
    """A client with a conversation, a note, a step and a follow-up that are due, and an interrupted conversation of another."""
    client = store.clients.add("ZQX-1", remark="zqx opmerking").id
    store.sessions.finish(store.sessions.begin(client, RULES))
    store.notes.write(client, "zqx bezoek aan huis")
    store.steps.agree(client, Terms("zqx belt de school", Who.CLIENT, days(-2)))
    store.follow_ups.plan(client, FollowUpKind.OTHER, days(0), "zqx vragen hoe het ging")
    store.sessions.begin(store.clients.add("ZQX-2").id, RULES)
    return client


class Filled:
    """A window in which every view was used for a client; `parts` are what shows something of one."""

    def __init__(self, qtbot: QtBot, window: MainWindow, service: CasebookService) -> None:
        self.qtbot, self.window, self.service = qtbot, window, service
        self.parts: dict[ClientData, QWidget] = {}
        qtbot.waitUntil(window.isActiveWindow)
        window.go_to_room(ViewId.CONVERSATION)
        window.go_to_room(ViewId.RECORDS)
        self.client = done(qtbot, service, _fill_store)
        service.lock_and_wait()
        service.unlock(PASSPHRASE)  # finds what was interrupted
        qtbot.waitUntil(lambda: service.state is CasebookState.OPEN)
        self.conversation()
        self.records()
        self.start()

    def settle(self) -> None:
        for _ in range(3):
            done(self.qtbot, self.service, lambda _: True)

    def conversation(self) -> None:
        view = cast("ConversationView", self.window.view(ViewId.CONVERSATION))
        self.window.go_to_room(ViewId.CONVERSATION)
        self.qtbot.waitUntil(lambda: bool(view.cut_off.drafts))
        self.parts[ClientData.INTERRUPTED] = view.cut_off
        view.start_for(self.client)
        self.settle()
        self.parts[ClientData.LAST_TIME] = view.last_time
        view.controller.set_state("vraag-zorg", State.NAMED)
        view.controller.set_note("vraag-zorg", "zqx zorgt voor moeder")
        view.agreed.agree(Terms("zqx gaat kijken", Who.CLIENT))
        self.settle()
        view.items.go_to("vraag-zorg")
        self.parts[ClientData.CONVERSATION] = view.items.pane
        view.side.why_not.field.setText("zqx gezocht")
        view.choose_client()
        hand.write(view.chooser.field, "zqx")
        self.qtbot.waitUntil(lambda: bool(view.chooser.offers.known))
        self.parts[ClientData.CLIENT_CHOICE] = view.chooser
        view.question.ask(AskedQuestion.REOPEN, lambda _: None)
        hand.write(view.question.field, "zqx reden")
        self.parts[ClientData.QUESTION] = view.question
        self.window.conversation_coordinator.show_summary()
        self.summary = cast("SummaryView", self.window.view(ViewId.SUMMARY)).page
        self.summary.pages.make()
        self.summary.agreed.open_form()
        hand.write(self.summary.agreed.form.what, "zqx half afgesproken")
        self.summary.copy(CopyForm.MESSAGE)  # keeps the step, and shows it in its message
        assert "zqx" in self.summary.note.text.text()
        self.summary.agreed.open_appointment()
        hand.write(self.summary.agreed.appointment.location, "zqx straat")
        self.window.conversation_coordinator.show_to_client()
        showing = self.window.conversation_coordinator.showing
        assert showing is not None
        assert showing.screen is not None
        self.parts[ClientData.CLIENT_SCREEN] = showing.screen

    def records(self) -> None:
        self.window.open_record(self.client)
        self.window.activateWindow()
        room = cast("RecordsRoom", self.window.view(ViewId.RECORDS))
        records = room.records
        assert records is not None
        self.qtbot.waitUntil(lambda: records.controller.record is not None)
        records.show_finder()
        records.finder.box.setText("zqx")
        records.finder.search()
        self.qtbot.waitUntil(lambda: records.finder.model.rowCount() > 0)
        notes = records.findChild(QPlainTextEdit)
        assert notes is not None
        notes.setPlainText("zqx half getypt")
        self.parts[ClientData.RECORDS] = records
        room.keep(AdminPart.RETENTION)
        room.keep(OfClient.COPY, self.client)
        self.settle()
        assert room.shown is not None
        self.parts[ClientData.ADMINISTRATION] = room.shown

    def start(self) -> None:
        self.window.go_to_room(ViewId.START)
        start = cast("StartView", self.window.view(ViewId.START))
        rest = start.rest
        assert rest is not None
        self.qtbot.waitUntil(lambda: bool(_holders(start.due)) and bool(_holders(rest.going_on)))
        self.parts[ClientData.DUE], self.parts[ClientData.UNFINISHED] = start.due, rest.going_on
        self.window.search_for("zqx zoekt oppas")  # while the conversation is running
        self.qtbot.waitUntil(lambda: self.window.answered == "zqx zoekt oppas", timeout=20_000)
        self.parts[ClientData.SEARCH] = self.window.topbar
        self.window._message.tell_saved(Path("zqx-folder") / "zqx-plan.pdf")
        self.parts[ClientData.MESSAGE] = self.window._message
        QGuiApplication.clipboard().setText("zqx gekopieerd")
        self.dialog = QDialog(self.window)
        self.dialog.open()
        self.parts[ClientData.POPUPS] = self.dialog


@pytest.fixture
def filled(qtbot: QtBot, window: MainWindow, opened: CasebookService) -> Filled:
    return Filled(qtbot, window, opened)


# ── what is left ─────────────────────────────────────────────────────────────────────────────────


def test_locking_leaves_no_text_of_a_client_in_any_widget_or_history(filled: Filled) -> None:
    service, register = filled.service, filled.service.client_data.holders()
    elsewhere = {ClientData.RESTORE_PREVIEW}  # that one shows while the records are closed
    assert {what for what, holders in register.items() if not holders} == elsewhere
    for what in set(ClientData) - elsewhere - {ClientData.CLIPBOARD, ClientData.POPUPS}:
        assert _holders(filled.parts[what]), f"{what} is filled"
    assert _holders(filled.summary)
    assert filled.dialog.isVisible()
    ours = QGuiApplication.clipboard().ownsClipboard()  # the offscreen platform does not say so, a real one does
    filled.window.lock()
    assert _seen() == {}, "at once"
    assert not filled.dialog.isVisible()
    assert not (ours and QGuiApplication.clipboard().text())
    service.lock_and_wait()
    _let_go()
    assert _holders(undo=True) == {}
    QGuiApplication.clipboard().clear()


def test_what_is_seen_of_a_backup_goes_too(filled: Filled) -> None:
    qtbot, service = filled.qtbot, filled.service
    folder = done(qtbot, service, lambda store: filled.window.keeper.backups.make(store.database)).folder
    room = cast("RecordsRoom", filled.window.view(ViewId.RECORDS))
    filled.window.go_to_room(ViewId.RECORDS)
    done(qtbot, service, lambda store: store.clients.change(filled.client, code="ZQX-3"))
    room.restore(folder)
    page = room.shown
    assert isinstance(page, RestoringView)
    hand.write(page.field.passphrase, PASSPHRASE)
    hand.click(page.go)
    qtbot.waitUntil(lambda: page.stage is Stage.SHOWING)
    assert _holders(page)
    assert page in service.client_data.holders()[ClientData.RESTORE_PREVIEW]
    filled.window.lock()
    assert _seen() == {}, "at once"
    service.lock_and_wait()
    _let_go()
    assert _holders(undo=True) == {}


class Stubborn(QObject):
    """Cannot be cleared."""

    def clear(self) -> None:
        raise ZeroDivisionError


class Note(QObject):
    """Remembers that it was cleared."""

    cleared = 0

    def clear(self) -> None:
        self.cleared += 1


def test_what_cannot_be_cleared_keeps_nothing_else_on_the_screen(qtbot: QtBot, opened: CasebookService) -> None:
    told: list[KnownError] = []
    opened.failed.connect(told.append)
    stubborn, note = Stubborn(opened), Note(opened)
    opened.clear_on_lock(ClientData.MESSAGE, stubborn.clear)
    opened.clear_on_lock(ClientData.RECORDS, note.clear)
    opened.lock()
    assert (note.cleared, len(told)) == (1, 1)
    assert opened.state is CasebookState.LOCKED


def test_an_owner_that_is_gone_is_not_asked(qtbot: QtBot, opened: CasebookService) -> None:
    kept, gone = Note(opened), Note(opened)
    for each in (kept, gone):
        opened.clear_on_lock(ClientData.RECORDS, each.clear)
    gone.deleteLater()
    _let_go()
    assert opened.client_data.holders()[ClientData.RECORDS] == [kept]
    opened.lock()
    assert (kept.cleared, gone.cleared) == (1, 0)


def test_who_clears_is_an_object(opened: CasebookService) -> None:
    clear: Callable[[], object] = partial(print)
    with pytest.raises(TypeError):
        opened.clear_on_lock(ClientData.RECORDS, clear)


# ── the page for those who check ─────────────────────────────────────────────────────────────────


def test_the_page_on_security_has_the_same_list(filled: Filled) -> None:
    page = (Path(__file__).parents[2] / "docs" / "security.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)` \| .+ \| `([^|]+)` \|$", page, re.MULTILINE)
    assert [name for name, _ in rows] == [what.name for what in ClientData]
    said = {ClientData[name]: set(classes.split("`, `")) for name, classes in rows}
    for what, holders in filled.service.client_data.holders().items():
        bases = [{base.__name__ for base in type(each).__mro__} for each in holders]
        assert all(each & said[what] for each in bases), (what, holders)
        assert what is ClientData.RESTORE_PREVIEW or all(any(name in each for each in bases) for name in said[what]), (
            what
        )
