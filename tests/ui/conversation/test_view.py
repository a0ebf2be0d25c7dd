"""The view as a whole: printing, undo, languages, sizes, and that nothing of it outlives the program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import Answer, State
from guidance_kb.documents.form import FormKind
from guidance_kb.language import Language
from guidance_kb.ui.conversation.checklist.question import AskedQuestion
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook
from tests.ui.pdftext import text_of

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


def test_the_filled_form_holds_what_was_said_and_the_empty_form_does_not(
    view: ConversationView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "form.pdf"

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        """Prints into the file."""
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    assert not view.header.forms[FormKind.FILLED].isEnabled()
    assert not view.header.pdfs[FormKind.FILLED].isEnabled()
    view.controller.set_state("vraag-doel", State.NAMED)
    view.controller.set_note("vraag-doel", "kok worden")
    for offers in (view.header.forms, view.header.pdfs):
        offers[FormKind.FILLED].trigger()
        assert "kok worden" in text_of(target)
        for kind in (FormKind.CORE, FormKind.WHOLE):
            offers[kind].trigger()
            assert "kok worden" not in text_of(target)


def test_a_form_that_cannot_be_saved_is_said(
    qtbot: QtBot, services: Services, view: ConversationView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "none" / "form.pdf"), ""))
    with qtbot.waitSignal(services.jobs.failed):
        view.header.pdfs[FormKind.CORE].trigger()


def test_undo_by_button_and_by_key(qtbot: QtBot, view: ConversationView) -> None:
    assert not view.header.undo.isEnabled()
    view.items.go_to("vraag-doel")
    view.controller.set_state("vraag-doel", State.NAMED)
    view.controller.set_state("vraag-nut", State.NAMED)
    hand.click(view.header.undo)
    assert view.controller.session.answers == {"vraag-doel": Answer(State.NAMED)}
    hand.press("Ctrl+Z")
    assert view.controller.session.answers == {}
    assert not view.header.undo.isEnabled()


def test_a_new_conversation_clears_the_screen_and_can_be_taken_back(qtbot: QtBot, view: ConversationView) -> None:
    assert not view.header.new.isEnabled()
    view.items.go_to("vraag-zorg")
    row = view.items.rows["vraag-zorg"]
    hand.click(row.states[State.NAMED])
    hand.click(view.header.new)
    hand.click(view.question.yes)
    assert not row.states[State.NAMED].isChecked()
    assert view.side.signals.empty.isVisible()
    hand.click(view.header.undo)
    assert row.states[State.NAMED].isChecked()
    assert view.side.signals.cards["care-duties"].isVisible()


# ── a conversation that is in memory only ───────────────────────────────────────────────────────


def test_what_is_in_memory_only_does_not_go_in_one_click(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    view.controller.set_state("vraag-zorg", State.NAMED)
    hand.click(view.header.new)
    assert view.controller.session.answers == {"vraag-zorg": Answer(State.NAMED)}
    assert view.question.asked is AskedQuestion.LEAVE_UNSAVED
    assert view.question.words
    hand.press("Escape")
    assert view.question.asked is None
    assert view.controller.session.answers == {"vraag-zorg": Answer(State.NAMED)}
    hand.click(view.header.new)
    hand.click(view.question.yes)
    assert view.controller.session.answers == {}
    assert view.controller.just_restarted, "until the first answer it can still be brought back"


def test_it_is_saved_with_a_client_instead(qtbot: QtBot, view: ConversationView, casebook: Casebook) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    view.controller.set_state("vraag-zorg", State.NAMED)
    hand.click(view.header.new)
    hand.click(view.question.instead)
    assert view.chooser.isVisible()
    casebook.settle()
    hand.click(view.chooser.new)
    casebook.settle()
    assert len(casebook.drafts()) == 1
    hand.click(view.header.new)  # of what is saved nothing is asked
    assert view.question.asked is None
    assert view.controller.session.answers == {}


def test_going_on_with_another_conversation_asks_as_well(
    qtbot: QtBot, view: ConversationView, casebook: Casebook
) -> None:
    qtbot.waitUntil(view.isActiveWindow)
    client = casebook.client("2026-001").id
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.start_for(client)
    assert view.question.asked is AskedQuestion.LEAVE_UNSAVED
    assert view.persistence.client is None
    hand.click(view.question.yes)
    casebook.settle()
    assert view.persistence.client is not None
    assert view.persistence.client.id == client


def test_a_lock_takes_the_question_away(view: ConversationView, casebook: Casebook, qtbot: QtBot) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    hand.click(view.header.new)
    casebook.service.lock()
    qtbot.waitUntil(lambda: view.question.asked is None)
    assert view.controller.session.answers, "and nothing else"


@pytest.mark.parametrize("room", [(1270, 100), (1170, 200), (946, 100)])
def test_the_question_is_whole_at_any_text_size(
    qtbot: QtBot, view: ConversationView, services: Services, room: tuple[int, int]
) -> None:
    width, percent = room
    services.theme.apply(Scheme.LIGHT, percent)
    view.resize(width, 650)
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.ask_before_closing(view.close)
    qtbot.waitUntil(lambda: clipped(view) == [])
    for each in (view.question.instead, view.question.yes, view.question.no):
        assert not each.visibleRegion().isEmpty()
        assert view.question.rect().contains(each.geometry()), each.text()


def test_core_or_all(qtbot: QtBot, view: ConversationView) -> None:
    items = view.controller.checklist.items
    assert [item for item, row in view.items.rows.items() if row.isVisible()] == [
        item.id for item in items.values() if item.core
    ]
    hand.click(view.header.all)
    assert all(row.isVisible() for row in view.items.rows.values())
    assert not any(line.isVisible() for line in view.items.more.values())
    hand.click(view.header.all)
    assert view.header.all.isChecked()


def test_another_language_keeps_answers_notes_and_what_is_unfolded(
    qtbot: QtBot, view: ConversationView, services: Services, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    view.items.go_to("vraag-zorg")
    details = view.items.rows["vraag-zorg"].details
    assert details is not None
    hand.write(details.note, "dinsdag")
    view.side.signals.toggle("care-duties")
    for tab in view.side.tabs:
        hand.click(tab)
    hand.click(view.side.tabs[0])
    services.translation.use(Language.EN)
    QApplication.sendEvent(
        view, QEvent(QEvent.Type.LanguageChange)
    )  # Qt's own comes only when there is a translation file
    QApplication.processEvents()
    shown = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    english = services.library.items["vraag-zorg"].en
    assert f"“{english.open}”" in shown
    assert services.library.barriers["care-duties"].en.name in shown
    assert services.library.barriers["care-duties"].en.also in shown
    assert details.by.accessibleName() == "Said by the client"
    assert details.note.toPlainText() == "dinsdag"
    assert view.controller.session.answer("vraag-zorg") == Answer(State.NAMED, note="dinsdag")
    dutch = {item.nl.label for item in services.library.items.values()}
    assert not dutch & set(shown)


def clipped(view: ConversationView) -> list[str]:
    """What does not show whole: labels with too little room, and lists that would have to scroll sideways."""
    found = []
    for scroller in view.findChildren(QScrollArea):
        content = scroller.widget()
        if scroller.isVisible() and isinstance(content, QWidget) and content.width() > scroller.viewport().width():
            found.append(scroller.accessibleName())
    for label in view.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if label.height() < needed or label.width() < label.minimumSizeHint().width():
                found.append(label.text())
    return found


@pytest.mark.parametrize("room", [(1270, 100), (1250, 125), (1215, 150), (1170, 200), (946, 100)])
def test_nothing_is_clipped_at_any_text_size(
    qtbot: QtBot, view: ConversationView, services: Services, name_items: NameItems, room: tuple[int, int]
) -> None:
    name_items("vraag-zorg", "vraag-dichtbij", "vraag-schaamte")
    view.items.go_to("vraag-zorg")
    view.side.signals.toggle("care-duties")
    width, percent = room  # the window is 1366 or 1024 wide, and the rail beside the view grows with the text
    services.theme.apply(Scheme.LIGHT, percent)
    view.resize(width, 650)
    qtbot.waitUntil(lambda: clipped(view) == [])
    assert view.width() == width
    for tab in view.side.tabs[1:]:
        hand.click(tab)
        qtbot.waitUntil(lambda: clipped(view) == [])


def test_at_large_text_there_is_one_column_and_a_drop_down_of_themes(
    view: ConversationView, services: Services
) -> None:
    assert view.items.beside
    assert not view.themes.isVisible()
    services.theme.apply(Scheme.LIGHT, 150)
    assert not view.items.beside
    assert view.themes.isVisible()
    hand.choose(view.themes, 4)
    assert view.items.verticalScrollBar().value() > 0


def test_it_says_that_nothing_is_saved_how_long_it_takes_and_that_it_is_no_test(view: ConversationView) -> None:
    labels = [view.header.notice, *view.side.signals.empty.findChildren(QLabel)]
    said = " ".join(label.text() for label in labels if label.isVisible())
    assert "geheugen" in said or "memory" in said
    assert "gevalideerde test" in said or "validated test" in said
    assert "tien minuten" in said or "ten minutes" in said


def test_where_there_is_little_room_buttons_keep_their_names_without_the_words(
    view: ConversationView, services: Services
) -> None:
    buttons = (view.header.undo, view.header.new, view.header.print)
    names = [button.accessibleName() for button in buttons]
    assert all(name and name in button.text() for name, button in zip(names, buttons, strict=True))
    services.theme.apply(Scheme.LIGHT, 150)
    view.resize(1215, 650)
    assert [button.text() for button in buttons] == ["", "", ""]
    assert [button.accessibleName() for button in buttons] == names
    assert [button.toolTip() for button in buttons] == names
    services.theme.apply(Scheme.LIGHT, 100)
    assert all(name in button.text() for name, button in zip(names, buttons, strict=True))
