from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.store import Store
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.retention import RetentionPanel
from tests.hand import hand
from tests.ui.records.admin.conftest import done, has_keyboard, texts

Show = Callable[[Callable[[Services], RetentionPanel]], RetentionPanel]


def days(number: int) -> date:
    return date.today() + timedelta(days=number)  # noqa: DTZ011 - the day on the wall, as the page shows it


def past(store: Store) -> int:
    """A record whose term is over."""
    made = store.clients.add("K-1").id
    store.clients.close(made, days(-400), days(-35))
    return made


@pytest.fixture
def late(qtbot: QtBot, opened: CasebookService) -> int:
    return done(qtbot, opened, past)


@pytest.fixture
def panel(qtbot: QtBot, late: int, show: Show) -> RetentionPanel:
    made = show(RetentionPanel)
    qtbot.waitUntil(lambda: made.terms is not None)
    return made


def press(panel: RetentionPanel, name: str) -> None:
    hand.click(
        next(each for each in panel.findChildren(QPushButton) if each.isVisible() and each.accessibleName() == name)
    )


def test_records_past_their_term_are_listed_and_nothing_happens_to_them(
    qtbot: QtBot, panel: RetentionPanel, opened: CasebookService, late: int
) -> None:
    assert panel.terms is not None
    assert [record.code for record in panel.terms.past] == ["K-1"]
    assert f"To be kept until {panel.words.day(days(-35))}" in texts(panel)
    assert not panel.none.isVisible()
    assert done(qtbot, opened, lambda store: store.clients.get(late).code) == "K-1"


def test_a_record_is_kept_longer_only_with_a_reason(
    qtbot: QtBot, panel: RetentionPanel, opened: CasebookService, late: int
) -> None:
    press(panel, "Keep longer… K-1")
    form = panel.form
    assert has_keyboard(form.reason)
    assert not form.keep.isEnabled()
    hand.write(form.reason, "traject loopt nog")
    until = form.until
    hand.press("Return")
    qtbot.waitUntil(lambda: panel.terms is not None and not panel.terms.past)
    assert panel.none.isVisible()
    kept = done(qtbot, opened, lambda store: store.clients.get(late))
    assert (kept.keep_until, kept.keep_reason) == (until, "traject loopt nog")
    assert not form.isVisible()


def test_escape_puts_the_form_away_and_the_keyboard_back(panel: RetentionPanel) -> None:
    press(panel, "Keep longer… K-1")
    hand.write(panel.form.reason, "half")
    hand.press("Esc")
    assert not panel.form.isVisible()
    assert panel.form.reason.text() == ""
    focused = panel.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Keep longer… K-1"


def test_erasing_and_looking_are_asked_for(panel: RetentionPanel, late: int) -> None:
    erase: list[int] = []
    look: list[int] = []
    panel.erase_requested.connect(erase.append)
    panel.record_requested.connect(look.append)
    press(panel, "Erase for good… K-1")
    press(panel, "View the record K-1")
    assert (erase, look) == ([late], [late])


def test_the_term_can_be_chosen(qtbot: QtBot, panel: RetentionPanel, opened: CasebookService) -> None:
    assert panel.months.currentText() == "12 months"
    place = panel.months.findData(24)
    hand.choose(panel.months, place)
    qtbot.waitUntil(lambda: panel.terms is not None and panel.terms.months == 24)
    assert done(qtbot, opened, lambda store: store.settings.keep_months) == 24


def test_records_with_which_nothing_happens_any_more_are_pointed_at(
    qtbot: QtBot, panel: RetentionPanel, opened: CasebookService
) -> None:
    def old(store: Store) -> None:
        store.clients.add("K-2")
        store.rows.run("UPDATE client SET opened = '2020-01-02T10:00:00Z' WHERE code = 'K-2'")

    done(qtbot, opened, old)
    panel.ask()
    qtbot.waitUntil(lambda: panel.terms is not None and bool(panel.terms.resting))
    assert "K-2 · last on 2 January 2020" in texts(panel)


def test_on_a_date_that_cannot_be_right_nothing_is_proposed_until_somebody_says_it_is(
    qtbot: QtBot, panel: RetentionPanel, opened: CasebookService
) -> None:
    done(qtbot, opened, lambda store: store.settings.write("seen", "2040-01-01T00:00:00Z"))
    panel.ask()
    qtbot.waitUntil(panel.confirm.isVisible)
    assert "K-1" not in texts(panel)
    assert not panel.none.isVisible()
    hand.click(panel.confirm)
    qtbot.waitUntil(lambda: not panel.confirm.isVisible())
    qtbot.waitUntil(lambda: "K-1" in texts(panel))
