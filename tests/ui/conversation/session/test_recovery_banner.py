"""Conversations that were cut off: offered in words at the next opening, and never restored silently."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.session.recovery_banner import RecoveryBanner, cut_off
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Desk
from guidance_kb.ui.core.services import Services
from tests.casebook.conftest import PASSPHRASE, python
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook, shown, speak
from tests.ui.conversation.talking import CODE

ROOT = Path(__file__).parents[4]
LEFT = Qt.MouseButton.LeftButton


def said(banner: RecoveryBanner) -> str:
    return " ".join(label.text() for label in banner.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def interrupt(kept: ConversationView, casebook: Casebook) -> Callable[[], int]:
    """Leaves the conversation in hand as a crash would, and opens the casebook again."""

    def crash() -> int:
        session = kept.persistence.session
        assert session is not None
        casebook.service.lock()
        kept.persistence.left = None
        casebook.unlock()
        casebook.ask(lambda store: store.sessions.resume(session))
        casebook.service.lock()
        casebook.unlock()
        return session

    return crash


@pytest.mark.timeout(240)
def test_killed_in_the_middle_nothing_acknowledged_is_lost_and_it_is_offered(
    qtbot: QtBot, service: CasebookService, services: Services, knowledge_db: Path, tmp_path: Path
) -> None:
    command = python("-m", "tests.ui.conversation.talking", str(tmp_path), str(knowledge_db))
    acknowledged: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as talking:
        assert talking.stdout is not None
        for line in talking.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) == 9:
                talking.kill()
                break
    assert len(acknowledged) == 9
    service.look()
    qtbot.waitUntil(lambda: service.state is Desk.LOCKED)
    view = shown(qtbot, services)
    assert not view.cut_off.isVisible()
    service.unlock(PASSPHRASE)
    qtbot.waitUntil(view.cut_off.isVisible)
    assert view.controller.session.answers == {}
    assert CODE in said(view.cut_off)
    hand.click(view.cut_off.go_on)
    qtbot.waitUntil(lambda: view.persistence.status is SaveStatus.KEPT)
    for item in acknowledged:
        assert view.controller.session.answer(item).state is State.NAMED
        assert view.controller.session.answer(item).note == f"over {item}"
    assert view.controller.current is not None
    assert view.controller.can_undo
    assert not view.cut_off.isVisible()


def test_it_says_whose_it_is_how_much_and_what_was_last(
    kept: ConversationView, casebook: Casebook, services: Services, interrupt: Callable[[], int]
) -> None:
    kept.controller.set_state("vraag-nut", State.NOT_AN_ISSUE)
    interrupt()
    words = said(kept.cut_off)
    item = services.library.items["vraag-nut"]
    assert "2026-007" in words
    assert " 2 " in words
    assert f"“{item.nl.topic}”" in words
    assert item.nl.label not in words
    services.translation.use(Language.EN)
    speak(kept)
    assert item.en.topic in said(kept.cut_off)


def test_left_as_a_draft_it_is_not_offered_again(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    session = interrupt()
    hand.click(kept.cut_off.leave)
    assert not kept.cut_off.isVisible()
    assert casebook.ask(cut_off) == ()
    assert casebook.drafts() == [session]
    casebook.service.lock()
    casebook.unlock()
    assert not kept.cut_off.isVisible()


def test_thrown_away_it_can_be_had_back(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    session = interrupt()
    hand.click(kept.cut_off.discard)
    casebook.settle()
    assert casebook.drafts() == []
    assert kept.cut_off.undo.isVisible()
    hand.click(kept.cut_off.undo)
    casebook.settle()
    assert casebook.drafts() == [session]
    assert kept.cut_off.go_on.isVisible()
    hand.click(kept.cut_off.go_on)
    casebook.settle()
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_thrown_away_for_good_it_is_closed(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    interrupt()
    hand.click(kept.cut_off.discard)
    hand.click(kept.cut_off.close_it)
    assert not kept.cut_off.isVisible()


def test_what_is_gone_meanwhile_is_told(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    session = interrupt()

    def discard(store: Store) -> None:
        store.sessions.discard(session)

    casebook.ask(discard)
    with qtbot.waitSignal(casebook.service.failed):
        hand.click(kept.cut_off.discard)
    casebook.settle()
    assert not kept.cut_off.isVisible()


def test_several_are_offered_one_after_the_other(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    first = kept.persistence.session
    kept.start_for(casebook.client("2026-008").id)
    casebook.settle()
    kept.controller.set_state("vraag-nut", State.NAMED)
    casebook.settle()
    interrupt()

    def both(store: Store) -> None:
        assert first is not None
        store.sessions.resume(first)

    casebook.ask(both)
    casebook.service.lock()
    casebook.unlock()
    assert len(kept.cut_off.drafts) == 2
    codes = set()
    for _ in range(2):
        codes |= {code for code in ("2026-007", "2026-008") if code in said(kept.cut_off)}
        hand.click(kept.cut_off.leave)
    assert codes == {"2026-007", "2026-008"}
    assert not kept.cut_off.isVisible()


def test_what_the_lock_put_down_is_offered_at_the_unlocking(kept: ConversationView, casebook: Casebook) -> None:
    casebook.service.lock()
    assert not kept.cut_off.isVisible()
    casebook.unlock()
    assert "2026-007" in said(kept.cut_off)
    assert kept.controller.session.answers == {}
    hand.click(kept.cut_off.go_on)
    casebook.settle()
    assert list(kept.controller.session.answers) == ["vraag-zorg"]


def test_locking_takes_the_offer_off_the_screen(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    interrupt()
    casebook.service.lock()
    assert not kept.cut_off.isVisible()
    assert not any("2026-007" in label.text() for label in kept.cut_off.findChildren(QLabel))


def test_a_client_who_was_erased_is_offered_no_more(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    interrupt()
    casebook.service.erased.emit(kept.cut_off.drafts[0].held.client)
    assert not kept.cut_off.isVisible()


def test_resumed_from_elsewhere_it_is_offered_no_more(
    kept: ConversationView, casebook: Casebook, interrupt: Callable[[], int]
) -> None:
    kept.resume(interrupt())
    casebook.settle()
    assert not kept.cut_off.isVisible()


def test_a_view_made_after_the_unlocking_asks_too(
    qtbot: QtBot, kept: ConversationView, casebook: Casebook, services: Services, interrupt: Callable[[], int]
) -> None:
    interrupt()
    later = shown(qtbot, services)
    casebook.settle()
    assert "2026-007" in said(later.cut_off)
