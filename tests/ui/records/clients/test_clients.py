"""The list: filters, order, code, pages as it is scrolled, and a new client."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.clients import PAGE, ClientFilter, ClientOrder
from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.records.clients.page import Tab
from guidance_kb.ui.records.clients.view import RecordsView
from tests.casebook.people import RULES, TODAY
from tests.hand import hand
from tests.ui.records.clients.conftest import Bench, days, texts

MANY = 2 * PAGE + 20


def codes(view: RecordsView) -> list[str]:
    model = view.clients.model
    return [model.line(model.index(row)).code for row in range(model.rowCount())]


def some(store: Store) -> dict[str, int]:
    """One client of each kind, by code."""
    ids = {code: store.clients.add(code).id for code in ("K-1", "K-2", "K-3", "K-4", "K-5")}
    store.follow_ups.plan(ids["K-2"], FollowUpKind.OTHER, days(0))
    store.sessions.put_down(store.sessions.begin(ids["K-3"], RULES))
    store.clients.close(ids["K-4"], TODAY.replace(year=2020), TODAY.replace(year=2021))
    store.clients.archive(ids["K-5"])
    return ids


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (ClientFilter.CURRENT, ["K-1", "K-2", "K-3", "K-4"]),
        (ClientFilter.DUE, ["K-2"]),
        (ClientFilter.DRAFTS, ["K-3"]),
        (ClientFilter.PAST_TERM, ["K-4"]),
        (ClientFilter.ARCHIVED, ["K-5"]),
    ],
)
def test_each_tab_shows_its_clients_and_says_how_many(
    qtbot: QtBot, bench: Bench, which: ClientFilter, expected: list[str]
) -> None:
    bench.store(some)
    qtbot.waitUntil(
        lambda: bench.view.clients.tabs[ClientFilter.CURRENT].text().endswith(" 4")
    )  # the tabs have their places
    hand.click(bench.view.clients.tabs[which])
    qtbot.waitUntil(lambda: codes(bench.view) == expected)
    qtbot.waitUntil(lambda: bench.view.clients.tabs[which].text().endswith(f" {len(expected)}"))


def test_an_empty_list_says_why(qtbot: QtBot, bench: Bench) -> None:
    said = []
    for which in (ClientFilter.CURRENT, ClientFilter.DUE, ClientFilter.ARCHIVED):
        with qtbot.waitSignal(bench.view.clients.model.filled):
            hand.click(bench.view.clients.tabs[which])
        said.append(bench.view.clients._nothing.text())
    assert bench.view.clients._nothing.isVisible()
    assert len(set(said)) == 3


def test_a_part_of_the_code_is_enough(qtbot: QtBot, bench: Bench) -> None:
    bench.store(lambda store: [store.clients.add(code) for code in ("2025-001", "2026-001", "2026-002")])
    qtbot.waitUntil(lambda: len(codes(bench.view)) == 3)
    hand.write(bench.view.clients.box, "2026")
    qtbot.waitUntil(lambda: codes(bench.view) == ["2026-001", "2026-002"])
    with qtbot.waitSignal(bench.view.controller.shown, check_params_cb=lambda record: record is not None):
        hand.press("Return")
    assert bench.view.client is not None


def test_the_order_can_be_what_is_due_first(qtbot: QtBot, bench: Bench) -> None:
    bench.store(some)
    qtbot.waitUntil(lambda: len(codes(bench.view)) == 4)
    order = bench.view.clients.order
    hand.choose(order, order.findData(ClientOrder.DUE.value))
    qtbot.waitUntil(lambda: codes(bench.view)[0] == "K-2")


def test_a_long_list_is_read_a_page_at_a_time(qtbot: QtBot, bench: Bench) -> None:
    bench.store(lambda store: [store.clients.add(f"K-{number:04}") for number in range(MANY)])
    model = bench.view.clients.model
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    bench.view.clients.list.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == 2 * PAGE)
    bench.view.clients.list.scrollToBottom()
    qtbot.waitUntil(lambda: model.rowCount() == MANY)
    assert not model.canFetchMore()
    assert codes(bench.view) == [f"K-{number:04}" for number in range(MANY)]


def test_a_page_of_the_list_before_does_not_come_into_the_new_one(qtbot: QtBot, bench: Bench) -> None:
    bench.store(lambda store: [store.clients.add(f"K-{number:04}") for number in range(MANY)])
    model = bench.view.clients.model
    qtbot.waitUntil(lambda: model.rowCount() == PAGE)
    model.fetchMore()
    bench.view.clients.box.setText("K-0001")
    qtbot.waitUntil(lambda: codes(bench.view) == ["K-0001"])
    qtbot.wait(50)
    assert codes(bench.view) == ["K-0001"]


def test_what_is_written_elsewhere_appears_and_the_choice_stays(qtbot: QtBot, bench: Bench) -> None:
    ids = bench.store(some)
    bench.show(ids["K-3"])
    bench.store(lambda store: store.clients.add("K-0"))
    qtbot.waitUntil(lambda: codes(bench.view)[0] == "K-0")
    current = bench.view.clients.model.line(bench.view.clients.list.currentIndex())
    assert (current.code, current.draft) == ("K-3", True)
    assert bench.view.client == ids["K-3"]


def test_a_line_says_everything_to_a_screen_reader(qtbot: QtBot, bench: Bench) -> None:
    bench.store(some)
    model = bench.view.clients.model
    qtbot.waitUntil(lambda: len(codes(bench.view)) == 4)
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) or "" for row in (1, 2)]
    assert said[0].startswith("K-2")
    assert "today" in said[0]
    assert "Draft" in said[1]


def test_a_new_client_gets_a_code_that_is_free(qtbot: QtBot, bench: Bench) -> None:
    hand.press("Ctrl+N")
    form = bench.view.clients.form
    qtbot.waitUntil(lambda: bool(form.code.text()))
    code = form.code.text()
    assert not form.warned.warning
    hand.press("Return")
    qtbot.waitUntil(lambda: bench.view.controller.record is not None)
    assert bench.view.controller.record is not None
    assert bench.view.controller.record.timeline.client.code == code
    assert form.isHidden()
    assert bench.view.page.tabs[Tab.OVERVIEW].hasFocus()


def test_a_code_that_looks_like_a_person_is_warned_of_and_not_refused(qtbot: QtBot, bench: Bench) -> None:
    bench.view.clients.open_form()
    form = bench.view.clients.form
    qtbot.waitUntil(lambda: bool(form.code.text()))
    form.code.selectAll()
    hand.write(form.code, "fatima-82")
    qtbot.waitUntil(lambda: bool(form.warned.warning))
    assert "name" in form.warned.warning
    hand.click(form.keep)
    qtbot.waitUntil(lambda: bench.view.controller.record is not None)


def test_a_code_without_a_digit_is_refused_in_the_form(qtbot: QtBot, bench: Bench) -> None:
    bench.view.clients.open_form()
    form = bench.view.clients.form
    qtbot.waitUntil(lambda: bool(form.code.text()))
    form.code.setText("Fatima")
    hand.click(form.keep)
    qtbot.waitUntil(form.error.isVisible)
    assert any("digit" in text for text in texts(form))
    hand.press("Esc")
    assert form.isHidden()
