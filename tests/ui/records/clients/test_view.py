"""The view as a whole: searching in notes, the keyboard, little room, reading again only when it is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.clients import ClientFilter
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.ui.records.clients.page import Tab
from guidance_kb.ui.records.clients.view import RecordsView
from tests.casebook.people import RULES, live
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator
from tests.ui.records.clients.conftest import Bench


def fill(store: Store) -> tuple[int, int]:
    first, second = store.clients.add("K-1").id, store.clients.add("K-2").id
    store.notes.write(first, "Wil graag leren koken in een restaurant.")
    store.steps.agree(second, Terms("Kookt een keer mee in het buurthuis", Who.CLIENT))
    return first, second


def found(view: RecordsView) -> list[str]:
    model = view.finder.model
    return [model.found(model.index(row)).code for row in range(model.rowCount())]


def test_notes_are_searched_and_one_is_opened_where_it_stands(qtbot: QtBot, bench: Bench) -> None:
    _, second = bench.store(fill)
    hand.press("Ctrl+Shift+F")
    hand.write(bench.view.finder.box, "koken")
    qtbot.waitUntil(lambda: sorted(found(bench.view)) == ["K-1", "K-2"])
    model = bench.view.finder.model
    row = found(bench.view).index("K-2")
    said = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert said is not None
    assert said.startswith("K-2 · Step")
    assert model.found(model.index(row)).excerpt.marks
    hand.press("Return")
    bench.view.finder.list.setCurrentIndex(model.index(row))
    hand.press("Return")
    bench.until(lambda record: record.id == second)
    assert bench.view.page.tabs[Tab.STEPS].isChecked()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.accessibleName().startswith("Done: Kookt een keer mee")


def test_a_note_far_below_is_brought_into_sight(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.store(lambda store: [store.notes.write(client, f"nummer {number} zwaluw") for number in range(40)])
    bench.show(client)
    bench.view.show_finder()
    hand.write(bench.view.finder.box, "nummer 0")
    qtbot.waitUntil(lambda: bench.view.finder.model.rowCount() == 1)
    bench.view.finder.list.opened.emit(bench.view.finder.model.found(bench.view.finder.model.index(0)))
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.accessibleName().startswith("Change: nummer 0 zwaluw")
    assert focused.visibleRegion().boundingRect().height() == focused.height()


def test_a_note_with_an_answer_leads_to_its_conversation(
    qtbot: QtBot, bench: Bench, client: int, checklist: Checklist, navigator: RecordingNavigator
) -> None:
    def talked(store: Store) -> int:
        session = store.sessions.begin(client, RULES)
        live(store, checklist, session).set_note("vraag-zorg", "oma past soms op")
        return session

    session = bench.store(talked)
    bench.view.show_finder()
    hand.write(bench.view.finder.box, "oma")
    qtbot.waitUntil(lambda: bench.view.finder.model.rowCount() == 1)
    bench.view.finder.list.opened.emit(bench.view.finder.model.found(bench.view.finder.model.index(0)))
    assert navigator.calls == [("resume_conversation", session)]


def test_only_the_texts_of_the_client_shown_if_wanted(qtbot: QtBot, bench: Bench) -> None:
    first, _ = bench.store(fill)
    assert not bench.view.finder.only.isEnabled()
    bench.show(first)
    bench.view.show_finder()
    hand.click(bench.view.finder.only)
    hand.write(bench.view.finder.box, "koken")
    qtbot.waitUntil(lambda: found(bench.view) == ["K-1"])
    bench.view.finder.box.clear()
    qtbot.waitUntil(lambda: not found(bench.view))


def test_the_arrows_go_through_the_clients_and_the_right_one_into_the_record(qtbot: QtBot, bench: Bench) -> None:
    first, second = bench.store(fill)
    qtbot.waitUntil(lambda: bench.view.clients.model.rowCount() == 2)
    bench.view.setFocus()
    clients = bench.view.clients.list
    qtbot.waitUntil(clients.hasFocus)
    hand.press("Home")
    hand.press("Down")
    qtbot.waitUntil(lambda: bench.view.controller.record is not None and bench.view.controller.record.id == second)
    assert clients.hasFocus()
    hand.press("Up")
    qtbot.waitUntil(lambda: bench.view.controller.record is not None and bench.view.controller.record.id == first)
    hand.press("Right")
    assert bench.view.page.isAncestorOf(QApplication.focusWidget() or bench.view)


def test_what_the_keyboard_comes_upon_is_not_opened(qtbot: QtBot, bench: Bench) -> None:
    bench.store(fill)
    qtbot.waitUntil(lambda: bench.view.clients.model.rowCount() == 2)
    bench.view.clients.order.setFocus()
    bench.view.clients.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.view.client is None
    assert bench.view.clients.list.currentIndex().row() == 0  # where the keyboard is, is seen
    assert not bench.view.clients.list.selectedIndexes()
    hand.press("Down")
    bench.until(lambda record: record.timeline.client.code == "K-1")


def test_the_keyboard_is_seen_in_a_list_that_comes_while_it_is_there(qtbot: QtBot, bench: Bench) -> None:
    bench.view.clients.list.setFocus(Qt.FocusReason.TabFocusReason)
    bench.store(fill)
    qtbot.waitUntil(lambda: bench.view.clients.list.currentIndex().isValid())
    assert bench.view.client is None
    hand.press("Return")
    bench.until(lambda record: record.timeline.client.code == "K-1")


def test_tab_reaches_everything_and_comes_round(qtbot: QtBot, bench: Bench) -> None:
    first, _ = bench.store(fill)
    bench.show(first)
    bench.view.clients.box.setFocus()
    seen = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        hand.press("Tab")
    reached = set(seen)
    wanted = {
        bench.view.clients.list,
        bench.view.page.header.talk,
        bench.view.page.overview.remark.line,
        bench.view.page.overview.timeline.lines[0],
    }
    assert wanted <= reached
    assert all(widget.isVisible() for widget in seen)
    assert seen.index(bench.view.page.header.talk) < seen.index(bench.view.page.overview.remark.line)


def test_with_little_room_the_record_stands_before_the_list(qtbot: QtBot, bench: Bench) -> None:
    first, _ = bench.store(fill)
    bench.view.resize(600, 660)
    assert bench.view.clients.isVisible()
    assert not bench.view.page.isVisible()
    bench.show(first)
    assert bench.view.page.isVisible()
    assert not bench.view.clients.isVisible()
    hand.click(bench.view.page.header.back)
    assert bench.view.client is None
    assert bench.view.clients.isVisible()
    bench.view.resize(1270, 660)
    assert bench.view.page.isVisible()
    assert not bench.view.page.header.back.isVisible()


def test_while_nobody_sees_it_nothing_is_read_again(qtbot: QtBot, bench: Bench, client: int) -> None:
    bench.show(client)
    bench.view.hide()
    bench.store(lambda store: store.notes.write(client, "een"))
    QApplication.processEvents()
    assert bench.view.controller.record is not None
    assert not bench.view.controller.record.notes
    bench.view.show()
    qtbot.waitUntil(lambda: bench.view.controller.record is not None and len(bench.view.controller.record.notes) == 1)


def test_what_is_due_can_be_asked_for(qtbot: QtBot, bench: Bench) -> None:
    bench.view.show_finder()
    bench.view.show_due()
    assert bench.view.clients.isVisible()
    assert bench.view.clients.which is ClientFilter.DUE
