"""What a screen reader does to a control does what a click does: the picture and the data, in every view.

Assistive technology presses nothing: it asks a control for its actions and has one done. Qt's own "Toggle" changes how a tick looks and
tells nobody who listens for a click, so that the screen showed answers that were never recorded (2026-12-02).
"""

from collections.abc import Iterator
from functools import partial
from typing import cast

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.countries.view import CountriesView
from guidance_kb.ui.preferences.view import PreferencesView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import PASSPHRASE
from tests.ui.test_walking import (
    Stage,
    a_cell,
    an_article,
    english,
    filters,
    finding,
    panel,
    practising,
    results,
    settings_changed,
    summary,
    talking,
)
from tools.tour import sample_records

__all__ = ["english"]

_OF_A_KIND = 3
"""So many controls of a class are tried in a view: the rows of a long list are alike, and `make sweep` presses them all."""

_OFTEN = pytest.mark.slow
"""Of a view of which another part is tried in `make test`."""

TOGGLE, PRESS = QAccessibleActionInterface.toggleAction(), QAccessibleActionInterface.pressAction()


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def actions(of: QAccessibleInterface) -> QAccessibleActionInterface:
    found = of.actionInterface()
    assert found is not None
    return cast("QAccessibleActionInterface", found)


def do(widget: QWidget, action: str = "") -> None:
    """Does an action of a widget, as assistive technology does: its first one, or one by name."""
    its = actions(interface(widget))
    its.doAction(action or its.actionNames()[0])


_OTHERS = (ViewId.START, ViewId.MAP, ViewId.RECORDS, ViewId.HELP, ViewId.PACKS, ViewId.RULES, ViewId.BOOKMARKS)
"""Rooms that no other stage goes to."""


# ── every control in every view ─────────────────────────────────────────────────────────────────


def choosable(window: QWidget) -> list[QAbstractButton]:
    """What is on or off, is seen, and can be changed; the rail leads elsewhere, and has a test of its own."""
    rail = window.findChild(QWidget, "rail")
    assert rail is not None
    found: dict[str, list[QAbstractButton]] = {}
    for each in window.findChildren(QAbstractButton):
        if each.isVisible() and each.isEnabled() and each.isCheckable() and not rail.isAncestorOf(each):
            found.setdefault(type(each).__name__, []).append(each)
    return [each for alike in found.values() for each in alike[:_OF_A_KIND]]


def looks(window: MainWindow) -> tuple[object, ...]:
    """What is seen, and what stands behind it: the texts on screen, what is on, what the lists hold, and the settings."""
    seen: list[object] = [window.services.settings.read()]
    for each in window.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QAbstractButton):
            seen.append((each.text(), each.accessibleName(), each.isChecked(), each.isEnabled()))
        elif isinstance(each, QLabel):
            seen.append(each.text())
        elif isinstance(each, QStackedWidget | QComboBox):
            seen.append(each.currentIndex())
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            seen.append([each.model().index(row, 0).data() for row in range(each.model().rowCount())])
        elif each.accessibleName():
            seen.append(each.accessibleName())
    return tuple(seen)


def at_rest(window: MainWindow) -> tuple[object, ...]:
    """What is seen when nothing changes any more: searches and records are read by workers."""
    before: tuple[object, ...] = ()
    for _ in range(40):
        QApplication.processEvents()
        for jobs in (window.services.jobs, window.services.casebook._jobs):
            jobs.wait()
            QApplication.processEvents()  # what a worker found is shown
        now = looks(window)
        if now == before:
            return now
        before = now
    raise AssertionError("it never comes to rest")


def restored(window: MainWindow, control: QAbstractButton, others: list[QAbstractButton]) -> None:
    """Clicks what makes it as it was: the control again, or the one of its group that was on."""
    (others[0] if others else control).click()


def group_of(control: QAbstractButton) -> list[QAbstractButton]:
    """The control of the same group that was on before: clicking that takes a choice back."""
    group = control.group()
    if group is None or not group.exclusive() or control.isChecked():
        return []
    return [each for each in group.buttons() if each.isChecked()]


def records(qtbot: QtBot, window: MainWindow) -> QWidget:
    service = window.services.casebook
    service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
    qtbot.waitUntil(lambda: service.state is Casebook.LOCKED)
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: service.state is Casebook.OPEN)
    clients: list[int] = []
    fill = partial(sample_records.fill, checklist=Checklist.of(window.services.library), dutch=False)
    service.execute(service, fill, clients.append)
    qtbot.waitUntil(lambda: bool(clients))
    window.open_record(clients[0])
    room = cast("RecordsRoom", window.view(ViewId.RECORDS))
    qtbot.waitUntil(lambda: room.records is not None and room.records.controller.record is not None)
    return room


@pytest.mark.parametrize(
    ("stage", "least"),
    [
        (results, 3),
        (filters, 6),
        (finding, 3),
        (talking, 9),
        *(pytest.param(panel(number), 9, id=f"panel-{number}", marks=_OFTEN if number else ()) for number in range(4)),
        (a_cell, 1),
        (practising, 5),
        (settings_changed, 6),
        (an_article, 0),
        *(
            pytest.param(summary(number), 3, id=f"summary-{number}", marks=_OFTEN if number else ())
            for number in range(3)
        ),
        (records, 3),
        *(pytest.param(lambda _bot, window, room=room: window.go_to_room(room), 0, id=room) for room in _OTHERS),
    ],
)
def test_each_action_of_each_control_does_what_a_click_does(
    qtbot: QtBot, english: MainWindow, stage: Stage, least: int
) -> None:
    stage(qtbot, english)
    at_rest(english)
    wrong: list[str] = []
    controls = choosable(english)
    assert len(controls) >= least
    for control in controls:
        if not control.isVisible() or not control.isEnabled():  # a control before it put this one away
            continue
        name = f"{type(control).__name__} {control.accessibleName() or control.text()}"
        wrong += [f"{name}: {each}" for each in differences(english, control)]
    assert not wrong, "\n".join(wrong)


def differences(window: MainWindow, control: QAbstractButton) -> Iterator[str]:
    """Each action after which picture and data are not as after a click."""
    names = [each for each in actions(interface(control)).actionNames() if each in (TOGGLE, PRESS)]
    if set(names) != {TOGGLE, PRESS}:
        yield f"has only {names}"
    before = at_rest(window)
    on = group_of(control)
    control.click()
    clicked = at_rest(window)
    if not control.isVisible():  # it led elsewhere
        return
    restored(window, control, on)
    if at_rest(window) != before:  # no way back by a click: all that can be said is whether it counts as one
        yield from unlike_a_click(control, names)
        return
    for action in names:
        do(control, action)
        done = at_rest(window)
        if done != clicked:
            yield f"{action}: {[(is_so, should) for is_so, should in zip(done, clicked, strict=False) if is_so != should][:3]}"
        if interface(control).state().checked != control.isChecked():
            yield f"{action}: said to be another way than it is"
        restored(window, control, on)
        if at_rest(window) != before:
            yield f"{action}: a click does not take it back"


def unlike_a_click(control: QAbstractButton, names: list[str]) -> Iterator[str]:
    heard: list[str] = []
    connection = control.clicked.connect(lambda _checked=False: heard.append("click"))
    for number, action in enumerate(names, 1):
        if control.isVisible():
            do(control, action)
            if len(heard) != number:
                yield f"{action}: nobody hears of it"
    control.disconnect(connection)


# ── what some of them promise ───────────────────────────────────────────────────────────────────


def test_an_answer_is_recorded(qtbot: QtBot, english: MainWindow) -> None:
    view = cast("ConversationView", talking(qtbot, english).window() and english.view(ViewId.CONVERSATION))
    session = view.controller.session
    row = view.items.rows[view.controller.shown_items()[0]]
    for state, mark in row.states.items():
        do(mark)
        assert session.answer(row.item.id).state is state
        assert interface(mark).state().checked
    view.items.go_to(row.item.id)
    for state, choice in view.items.details.states.items():
        if session.answer(row.item.id).state is not state:
            do(choice)
        assert session.answer(row.item.id).state is state
        assert interface(choice).state().checked
    do(view.items.details.states[State.DECLINED])
    assert session.answer(row.item.id).state is State.NOT_DISCUSSED


def test_two_countries_come_beside_each_other(english: MainWindow) -> None:
    english.go_to_room(ViewId.COUNTRIES)
    view = cast("CountriesView", english.view(ViewId.COUNTRIES))
    assert view.table.isVisible()
    do(view.two)
    assert view.two.isChecked()
    assert not view.table.isVisible()
    do(view.two)
    assert view.table.isVisible()


def test_a_setting_is_written(qtbot: QtBot, english: MainWindow) -> None:
    english.go_to_setting("motion")
    view = cast("PreferencesView", english.view(ViewId.SETTINGS))
    switch = next(
        each
        for each in view.findChildren(QAbstractButton)
        if each.isCheckable() and each.accessibleName() == "Movement"
    )
    before = english.services.settings.read().motion
    do(switch)
    assert english.services.settings.read().motion is not before


def test_a_room_is_gone_to(english: MainWindow) -> None:
    for button in english.rail.findChildren(QAbstractButton):
        if button.isCheckable():
            for action in (TOGGLE, PRESS):
                english.go_to_room(ViewId.BOOKMARKS)
                do(button, action)
                assert button.isChecked()
                assert english.here is not ViewId.BOOKMARKS


def test_a_result_is_read(qtbot: QtBot, english: MainWindow) -> None:
    results(qtbot, english)
    view = english.results
    model = cast("ResultModel", view.results.model())
    hits = (row for row in range(model.rowCount()) if isinstance(model.row(model.index(row, 0)), Hit))
    chosen = next(model.index(row, 0) for row in hits if row > view.results.currentIndex().row() + 1)
    its = actions(interface(view.results).child(chosen.row()))
    its.doAction(its.actionNames()[0])
    qtbot.waitUntil(lambda: view.results.currentIndex() == chosen)
    assert view.results.selectionModel().selectedIndexes() == [chosen]
    assert view.reading.shown == cast("Hit", model.row(chosen)).id
