"""A disk that is full while one types in a record: a real small file system, filled up. Nothing that was typed is lost."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.write_queue import ClientWrites, casebook_writes
from guidance_kb.ui.records.clients.page import Tab
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.hand import hand
from tests.soak.casebook.filesystems import file_system, filled_up
from tests.soak.found import Found
from tests.ui.records.clients.conftest import Bench, days, press

LONG = "Wil na de zomer beginnen, en eerst een middag meekijken. " * 4000
"""A quarter of a megabyte: more than the write-ahead log has room for."""

LINE = LONG[:30_000].strip()
"""As much as a line to type in takes."""


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    found = Found()
    with file_system(tmp_path / "small", found) as made:
        if found.skipped:
            pytest.skip(found.skipped)
        yield made


@pytest.fixture
def service(small: Path) -> Iterator[CasebookService]:
    made = CasebookService(small / "casebook", lambda folder: Vault(folder, cost=CHEAP))
    yield made
    made.close()


@pytest.fixture
def told(service: CasebookService) -> list[KnownError]:
    """What the window was told."""
    errors: list[KnownError] = []
    service.failed.connect(errors.append)
    return errors


@pytest.fixture
def full(small: Path, bench: Bench) -> Iterator[Callable[[], None]]:
    """The disk is full from the start of the test; called, there is room again."""
    with ExitStack() as until:
        until.enter_context(filled_up(small, 0))
        yield until.close


def notes(bench: Bench, client: int) -> list[str]:
    return [each.text for each in bench.store(lambda store: store.notes.of_client(client))]


def put_down(qtbot: QtBot, bench: Bench, client: int, told: list[KnownError]) -> None:
    """Types a long note and puts it down."""
    bench.show(client)
    bench.view.page.show_tab(Tab.NOTES)
    bench.view.page.notes.pen.setPlainText(LONG)
    hand.click(bench.view.page.notes.finish)
    qtbot.waitUntil(lambda: bool(told))


def test_a_note_that_cannot_be_saved_comes_back_under_the_pen(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    put_down(qtbot, bench, client, told)
    page = bench.view.page.notes
    assert page.pen.toPlainText() == LONG
    assert page.saved.text() == "not saved: it is only here"
    assert page.finish.isEnabled()
    assert not bench.view.page.unsaved.isVisible()
    full()
    hand.click(page.finish)
    bench.until(lambda record: record.notes)
    assert notes(bench, client) == [LONG]
    assert page.pen.toPlainText() == ""


def test_it_does_not_push_away_what_is_typed_meanwhile(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    bench.show(client)
    page = bench.view.page.notes
    bench.view.page.show_tab(Tab.NOTES)
    page.pen.setPlainText(LONG)
    typed = Event()
    bench.service.query(
        bench.view, "typing", lambda _: typed.wait(5), lambda _: None
    )  # nothing is written, nor refused, before
    hand.click(page.finish)
    hand.write(page.pen, "iets anders")
    typed.set()
    qtbot.waitUntil(lambda: bool(told))
    assert page.pen.toPlainText() == "iets anders"
    assert bench.view.page.unsaved.isVisible()
    full()
    hand.click(page.finish)  # as soon as something can be written, what waits is
    qtbot.waitUntil(bench.view.page.unsaved.isHidden)
    assert sorted(notes(bench, client)) == [LONG, "iets anders"]


def test_what_was_typed_with_another_client_waits_at_that_one(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    full()
    other = bench.store(lambda store: store.clients.add("K-2").id)
    with filled_up(bench.service.folder.parent, 0):
        bench.show(client)
        bench.view.page.overview.remark.line.setText("remark")
        bench.view.page.notes.pen.setPlainText(LONG)
        bench.show(other)
        qtbot.waitUntil(lambda: bool(told))
        assert bench.view.page.notes.pen.toPlainText() == ""
        assert not bench.view.page.unsaved.isVisible()
        bench.show(client)
        assert bench.view.page.unsaved.isVisible()
    hand.click(bench.view.page.unsaved.again)
    qtbot.waitUntil(bench.view.page.unsaved.isHidden)
    assert notes(bench, client) == [LONG]
    assert notes(bench, other) == []
    assert bench.store(lambda store: store.clients.get(client).remark) == "remark"


def test_a_step_and_an_outcome_wait_and_are_written(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    full()
    planned = bench.store(lambda store: store.follow_ups.plan(client, FollowUpKind.PLACEMENT, days(0)))
    page = bench.view.page
    with filled_up(bench.service.folder.parent, 0):
        bench.show(client)
        page.show_tab(Tab.STEPS)
        page.steps.open_form()
        page.steps.form.what.setText(LINE)
        hand.click(page.steps.form.keep)
        page.show_tab(Tab.FOLLOW_UP)
        page.follow_up.outcome.open_form(bench.store(lambda store: store.follow_ups.of_client(client)[0]))
        page.follow_up.outcome.outcome.setText(LINE)
        hand.click(page.follow_up.outcome.keep)
        qtbot.waitUntil(lambda: "2 texts" in page.unsaved.accessibleName())
    hand.click(page.unsaved.again)
    qtbot.waitUntil(lambda: not casebook_writes(bench.service).waiting)
    assert [each.terms.what for each in bench.store(lambda store: store.steps.of_client(client))] == [LINE]
    (follow_up,) = bench.store(lambda store: store.follow_ups.of_client(client))
    assert (follow_up.id, follow_up.outcome) == (planned, LINE)


def test_locking_keeps_it_in_memory_and_opening_writes_it(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    bench.show(client)
    bench.view.page.notes.pen.setPlainText(LONG)
    bench.service.lock()
    qtbot.waitUntil(lambda: bool(told))
    assert casebook_writes(bench.service).waiting == 1
    full()
    bench.service.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: bench.service.state is CasebookState.OPEN)
    qtbot.waitUntil(lambda: not casebook_writes(bench.service).waiting)
    assert notes(bench, client) == [LONG]


def test_what_is_not_wanted_any_more_is_let_go(
    qtbot: QtBot, bench: Bench, client: int, full: Callable[[], None], told: list[KnownError]
) -> None:
    put_down(qtbot, bench, client, told)
    page = bench.view.page
    page.show_tab(Tab.STEPS)
    page.steps.open_form()
    page.steps.form.what.setText(LINE)
    hand.click(page.steps.form.keep)
    qtbot.waitUntil(page.unsaved.isVisible)
    press(page.unsaved, "Discard")
    assert not page.unsaved.isVisible()
    full()
    page.show_tab(Tab.NOTES)
    hand.click(page.notes.finish)
    bench.until(lambda record: record.notes)
    assert bench.store(lambda store: store.steps.of_client(client)) == []


def test_nothing_is_written_to_somebody_else_who_has_the_same_number(bench: Bench, client: int) -> None:
    typed = ClientWrites(client, "remark")
    typed.append(lambda store: store.clients.change(client, remark="van K-1"))
    typed._written_to = ("another client's",)
    bench.store(typed.write)
    assert not len(typed)
    assert bench.store(lambda store: store.clients.get(client).remark) == ""


def test_the_window_does_not_close_over_what_is_not_saved(
    qtbot: QtBot, window: MainWindow, opened: CasebookService, client: int, small: Path
) -> None:
    window.services.translation.use(Language.EN)
    window.open_record(client)
    room = window.view(ViewId.RECORDS)
    assert isinstance(room, RecordsRoom)
    records = room.records
    assert records is not None
    qtbot.waitUntil(lambda: records.controller.record is not None)
    records.page.notes.pen.setPlainText(LONG)
    with filled_up(small, 0):
        assert not window.close()
        assert casebook_writes(opened).waiting == 1
    opened.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: opened.state is CasebookState.OPEN and not casebook_writes(opened).waiting)
    assert window.close()
