"""The whole way in the real window: look, add, find, remove, put back; and packs that are refused."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.packs.offer import Titles
from guidance_kb.ui.packs.view import PacksView
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.knowledge.packs.hostile import EXAMPLE, HOSTILE, ID, copied
from tests.knowledge.packs.small import KIOSK, dutch_pack, small_pack
from tests.ui.packs.conftest import PATIENCE

NAME = "Voorbeeldstad (made-up example)"
DESK = f"{ID}-leerplein"

Look = Callable[[Path], None]
Wait = Callable[[], None]
Search = Callable[[str], None]


def found(window: MainWindow) -> list[str]:
    answer = window.results.answer
    return [hit.id for hit in answer.hits] if answer else []


def sources(window: MainWindow) -> dict[str, str]:
    """The line below each result, by its id."""
    model = window.results.results.model()
    assert isinstance(model, ResultModel)
    rows = [model.row(model.index(number)) for number in range(model.rowCount())]
    return {row.id: model.source(row) for row in rows if isinstance(row, Hit)}


def texts(widget: QWidget) -> list[str]:
    return [made.text() for made in widget.findChildren(QLabel) if made.isVisible()]


def test_the_page_is_behind_the_settings_and_on_the_way_back(window: MainWindow, page: PacksView) -> None:
    assert page.isVisible()
    assert page.from_folder.hasFocus()
    assert page.cards == []
    window.go_back()
    assert not page.isVisible()
    window.go_forward()
    assert page.isVisible()


def test_looking_shows_what_it_would_bring_and_adds_nothing(page: PacksView, look: Look, packs: PackService) -> None:
    look(EXAMPLE)
    offer = page.offer
    assert offer.isVisible()
    assert offer.accessibleName() == f"{NAME} 2026.1"
    assert [part.text.splitlines()[0] for part in offer.findChildren(Titles)] == [
        "Addresses · 2",
        "Findings · 1",
        "Practices · 1",
        "Parts of its own sources · 2",
        "Publications · 1",
        "Search words · 3",
    ]
    assert "Leerplein Voorbeeldstad: walk in with a question about learning" in offer.findChildren(Titles)[0].text
    assert offer.add.hasFocus()
    assert not offer.problems.isVisible()
    hand.click(offer.leave)
    assert not offer.isVisible()
    assert page.from_folder.hasFocus()
    assert page.none.isVisible()


def test_what_was_added_is_found_and_names_its_pack_and_is_gone_after_removing(
    qtbot: QtBot, window: MainWindow, page: PacksView, add: Look, search: Search
) -> None:
    search("Leerplein")
    assert DESK not in found(window)
    window.go_to_room(ViewId.PACKS)
    add(EXAMPLE)
    assert page.notice.text == f"Added: {NAME} 2026.1. It is searched from now on."
    [card] = page.cards
    expected = "2 addresses, 1 finding, 1 practice, 2 parts of its own sources, 1 publication, 3 search words"
    assert sorted(card.brings.text().removeprefix("Brings ").removesuffix(".").split(", ")) == sorted(
        expected.split(", ")
    )
    search("Leerplein")
    assert found(window)[0] == DESK
    assert sources(window)[DESK] == f"Address · from the pack {NAME}"
    assert "From the pack" in window.results.reading.text()

    window.go_to_room(ViewId.PACKS)
    with qtbot.waitSignal(page.listed, timeout=PATIENCE):
        hand.click(card.remove)
    assert page.notice.text == f"Removed: {NAME} 2026.1."
    assert page.notice.action.hasFocus()
    assert page.cards == []
    assert window.results.answer is None  # nothing that is gone stands there for a moment
    search("Leerplein")
    assert DESK not in found(window)
    window.go_to_room(ViewId.PACKS)
    with qtbot.waitSignal(page.listed, timeout=PATIENCE):
        hand.click(page.notice.action)
    assert page.notice.text == f"{NAME} 2026.1 is back."
    assert not page.notice.action.isVisible()
    search("Leerplein")
    assert found(window)[0] == DESK


def test_what_is_not_translated_says_so_wherever_it_is_read(  # noqa: PLR0917 - fixtures
    window: MainWindow, page: PacksView, add: Look, look: Look, search: Search, tmp_path: Path
) -> None:
    folder = dutch_pack(tmp_path / "buurt")
    look(folder)
    assert any(each.startswith("In one language only: 1.") for each in texts(page.offer))
    add(folder)
    search("taalkiosk")
    assert found(window)[0] == KIOSK
    read = window.results.reading.text()
    assert "[not translated] De taalkiosk" in read
    assert "kwetterbuis" in read
    window.topbar.choose_other_language()
    assert "vertaald" not in window.results.reading.text()
    assert "De taalkiosk" in window.results.reading.text()


def test_a_pack_is_put_back_although_its_folder_is_gone(
    qtbot: QtBot, page: PacksView, add: Look, tmp_path: Path
) -> None:
    path = copied(tmp_path)
    add(path)
    shutil.rmtree(path)
    for press in (page.cards[0].remove, page.notice.action):
        with qtbot.waitSignal(page.listed, timeout=PATIENCE):
            hand.click(press)
    assert [card.installed.pack.id for card in page.cards] == [ID]


@pytest.mark.parametrize(
    "name", ["zip bomb", "path out of the zip", "link to a file of the system", "no TOML", "HTML in a title"]
)
def test_a_hostile_pack_is_refused_with_reasons_to_copy(
    page: PacksView, look: Look, packs: PackService, tmp_path: Path, name: str
) -> None:
    look(HOSTILE[name].make(tmp_path))
    assert page.offer.isVisible()
    assert HOSTILE[name].says in page.offer.problems.toPlainText()
    assert page.offer.problems.hasFocus()
    assert not page.offer.add.isVisible()
    hand.click(page.offer.copy)
    assert QGuiApplication.clipboard().text() == page.offer.refusal
    assert page.offer.copy.text() == "Copied"
    assert not (tmp_path / "packs").exists()


def test_a_thousand_reasons_are_shown_and_all_are_copied(page: PacksView, look: Look, tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "more.toml").write_text("[[entry]]\n" * 1200, "utf-8")
    look(folder)
    shown = page.offer.problems.toPlainText().splitlines()
    assert len(shown) == 1001
    assert "“Copy the reasons” copies all" in shown[-1]
    hand.click(page.offer.copy)
    assert len(QGuiApplication.clipboard().text().splitlines()) > 1200


def test_a_pack_that_changed_since_it_was_looked_at_is_refused_after_all(
    page: PacksView, look: Look, idle: Wait, tmp_path: Path
) -> None:
    path = small_pack(tmp_path / "small")
    look(path)
    (path / "all.toml").write_text("x", "utf-8")
    hand.click(page.offer.add)
    idle()
    assert "expected TOML" in page.offer.problems.toPlainText()
    assert not page.offer.add.isVisible()
    assert page.cards == []


def test_a_newer_version_says_what_it_replaces(page: PacksView, add: Look, look: Look, tmp_path: Path) -> None:
    add(small_pack(tmp_path / "1"))
    look(small_pack(tmp_path / "2", version="2"))
    assert page.offer.add.text() == "Replace"
    assert "Takes the place of version 1, which is installed now." in texts(page.offer)
    look(tmp_path / "1")
    assert "This version is installed already. What it brings now takes its place." in texts(page.offer)


def test_a_folder_can_be_dropped(page: PacksView, idle: Wait) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(EXAMPLE))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(drop)
    idle()
    assert page.offer.accessibleName() == f"{NAME} 2026.1"


def test_all_by_keyboard(qtbot: QtBot, window: MainWindow, page: PacksView, look: Look) -> None:
    look(EXAMPLE)
    page.from_folder.setFocus()
    reached = []
    for _ in range(3):
        reached.append(QApplication.focusWidget())
        hand.press("Tab")
    reached.append(QApplication.focusWidget())
    assert reached == [page.from_folder, page.from_zip, page.offer.add, page.offer.leave]
    hand.press("Esc")
    assert not page.offer.isVisible()


def test_everything_has_a_name_and_speaks_the_other_language(
    qtbot: QtBot, window: MainWindow, page: PacksView, add: Look, look: Look
) -> None:
    add(EXAMPLE)
    card = page.cards[0]
    assert card.remove.accessibleName() == f"Remove {NAME} 2026.1"
    window.topbar.choose_other_language()
    qtbot.waitUntil(lambda: card.accessibleName() != f"{NAME} 2026.1")
    assert card.accessibleName() == "Voorbeeldstad (verzonnen voorbeeld) 2026.1"
    assert "Voorbeeldstad (verzonnen voorbeeld) 2026.1" in page.notice.text
    assert "1 mei 2026" in " ".join(texts(card))
    look(EXAMPLE)
    assert page.offer.accessibleName() == "Voorbeeldstad (verzonnen voorbeeld) 2026.1"


def test_a_conversation_goes_on(window: MainWindow, page: PacksView, add: Look) -> None:
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    view.controller.set_state("vraag-geld", State.NAMED)
    session, signals = view.controller.session, view.controller.signals
    assert signals
    add(EXAMPLE)
    window.go_to_room(ViewId.CONVERSATION)
    assert view is window.view(ViewId.CONVERSATION)
    assert view.controller.session is session
    assert view.controller.session.answer("vraag-geld").state is State.NAMED
    assert view.controller.signals == signals


def test_the_way_back_to_what_is_gone_shows_an_empty_pane(
    qtbot: QtBot, window: MainWindow, page: PacksView, add: Look
) -> None:
    add(EXAMPLE)
    window.open_page(DESK)
    qtbot.waitUntil(lambda: "Marktplein" in window.results.reading.text())
    window.go_to_room(ViewId.PACKS)
    with qtbot.waitSignal(page.listed, timeout=PATIENCE):
        hand.click(page.cards[0].remove)
    window.go_back()
    qtbot.waitUntil(lambda: "What you choose is read here." in window.results.reading.text())


def test_what_cannot_be_written_is_told_in_the_one_place(
    qtbot: QtBot, window: MainWindow, page: PacksView, look: Look, tmp_path: Path
) -> None:
    look(EXAMPLE)
    (tmp_path / "packs").write_text("in the way", "utf-8")
    with qtbot.waitSignal(window.services.packs.told):
        hand.click(page.offer.add)
    assert "Nothing has changed" in " ".join(texts(window))
    assert page.offer.isVisible()
    assert page.offer.add.isEnabled()


def test_one_that_was_set_aside_says_why_and_can_be_put_back(
    qtbot: QtBot, page: PacksView, add: Look, tmp_path: Path
) -> None:
    add(small_pack(tmp_path / "1"))
    with closing(sqlite3.connect(tmp_path / "packs" / "packs.db")) as connection, connection:
        connection.execute("UPDATE pack SET zip = x'00'")
    with qtbot.waitSignal(page.listed, timeout=PATIENCE):
        page.offer.put_away()
        add(small_pack(tmp_path / "2", "ander"))
    broken = page.cards[1]
    assert broken.aside.isVisible()
    assert "the zip is damaged" in broken.aside.text()
    assert not broken.brings.isVisible()
    for press in (broken.remove, page.notice.action):
        with qtbot.waitSignal(page.listed, timeout=PATIENCE):
            hand.click(press)
    assert page.cards[1].aside.isVisible()


def test_a_window_on_a_named_database_says_so_and_does_not_promise_to_search(
    qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    services.packs.named = True
    services.translation.use(Language.EN)
    page = PacksView(services)
    qtbot.addWidget(page)
    page.show()
    assert "and no packs of yours" in " ".join(texts(page))
    page.inspect(small_pack(tmp_path / "small"))
    qtbot.waitUntil(page.offer.isVisible, timeout=PATIENCE)
    with qtbot.waitSignal(page.listed, timeout=PATIENCE):
        hand.click(page.offer.add)
    assert page.notice.text == "Added: Klein 1."
    assert not page.cards[0].brings.isVisible()
