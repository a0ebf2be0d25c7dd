from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.dates import moment_in_words
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.auto_backup import auto_backup_of
from guidance_kb.ui.records.admin.erase_page import ErasePage, ProofPanel
from tests.hand import hand
from tests.ui.records.admin.conftest import choose, dialog_of, done, texts

Show = Callable[[Callable[[Services], ErasePage]], ErasePage]


@pytest.fixture
def page(qtbot: QtBot, client: int, show: Show) -> ErasePage:
    made = show(lambda services: ErasePage(services, client))
    qtbot.waitUntil(lambda: bool(made.question.wanted))
    return made


def erase(qtbot: QtBot, page: ErasePage) -> ProofPanel:
    hand.write(page.question.code, "OEFEN-1")
    hand.press("Return")
    qtbot.waitUntil(lambda: page.proof is not None)
    return page.findChildren(ProofPanel)[0]


def codes(qtbot: QtBot, service: CasebookService) -> list[str]:
    return done(
        qtbot, service, lambda store: [code for (code,) in store.rows.all("SELECT code FROM client ORDER BY 1")]
    )


def test_only_who_types_the_code_can_erase(qtbot: QtBot, page: ErasePage, opened: CasebookService) -> None:
    assert "The whole record is erased: 1 conversation, 1 step, 6 moments of follow-up, 1 note, and all" in texts(page)
    assert not page.question.erase.isEnabled()
    hand.write(page.question.code, "OEFEN-2")
    hand.press("Return")
    assert not page.question.erase.isEnabled()
    page.question.code.setText("oefen-1")
    assert page.question.erase.isEnabled()
    assert codes(qtbot, opened) == ["K-7", "OEFEN-1", "OEFEN-2"]


def test_it_warns_in_a_frame_and_the_way_back_stands_before_what_cannot_be_undone(
    qtbot: QtBot, page: ErasePage, opened: CasebookService
) -> None:
    question = page.question
    assert "cannot be undone" in question.warning.text
    assert not question.erase.icon().isNull()
    assert question.erase.property("role") != "primary"
    question.setFocus()
    assert page.window().focusWidget() is question.code
    question.code.setText("OEFEN-1")
    assert page.window().focusWidget() is question.code
    assert question.cancel.text() == "Do not erase"
    assert question.cancel.x() < question.erase.x()
    with qtbot.waitSignal(page.left):
        hand.click(question.cancel)
    assert "OEFEN-1" in codes(qtbot, opened)


def test_it_is_erased_and_the_proof_is_shown(
    qtbot: QtBot, page: ErasePage, opened: CasebookService, client: int
) -> None:
    gone: list[int] = []
    opened.erased.connect(gone.append)
    proof = erase(qtbot, page)
    assert codes(qtbot, opened) == ["K-7", "OEFEN-2"]
    assert gone == [client]
    assert proof.proof.nothing_found
    shown = proof.paper.toPlainText()
    assert shown.startswith("Erased: OEFEN-1")
    assert "Records: search words" in shown
    assert "Nothing was found any more." in shown
    assert "No backup holds this record any more." in shown
    assert proof.told.text == "Erased. A search of everything of ours found nothing any more."
    assert not proof.clear.isVisible()
    assert page.question.code.text() == ""
    assert "OEFEN-1" not in texts(page.question)


def test_nothing_of_the_client_is_left_in_any_file(qtbot: QtBot, page: ErasePage, tmp_path: Path) -> None:
    erase(qtbot, page)
    for file in tmp_path.rglob("*"):
        assert "OEFEN-1" not in file.name
        if file.is_file() and "casebook" not in file.parts:
            assert b"OEFEN-1" not in file.read_bytes()


def test_backups_that_still_hold_it_are_named_and_can_be_replaced_at_once(
    qtbot: QtBot, page: ErasePage, opened: CasebookService
) -> None:
    backups = auto_backup_of(opened).backups
    done(qtbot, opened, lambda store: backups.make(store.database))
    (before,) = backups.all()
    proof = erase(qtbot, page)
    assert moment_in_words(before.made, Language.EN) in proof.paper.toPlainText()
    assert before.name not in proof.paper.toPlainText()
    assert proof.told.text == "Erased from your records. It is still in 1 backup."
    assert proof.clear.isVisible()
    hand.click(proof.clear)
    qtbot.waitUntil(lambda: not proof.proof.backups)
    assert [backup.name for backup in backups.all()] != [before.name]
    assert "No backup holds this record any more." in proof.paper.toPlainText()
    assert not proof.clear.isVisible()


def test_a_folder_with_copies_is_searched_too(qtbot: QtBot, page: ErasePage, tmp_path: Path) -> None:
    folder = tmp_path / "kopieën"
    folder.mkdir()
    (folder / "brief.txt").write_text("over OEFEN-1", "utf-8")
    hand.click(page.question.choose)
    choose(dialog_of(page), folder)
    assert str(folder) in texts(page)
    proof = erase(qtbot, page)
    assert not proof.proof.nothing_found
    assert "brief.txt" in proof.paper.toPlainText()
    assert "still found something" in texts(page)


def test_the_proof_is_saved_under_a_name_without_the_code(qtbot: QtBot, page: ErasePage, tmp_path: Path) -> None:
    proof = erase(qtbot, page)
    hand.click(proof.ways.html)
    dialog = dialog_of(page)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["proof-of-erasing.html"]
    choose(dialog, tmp_path / "bewijs.html")
    assert "Nothing was found any more." in (tmp_path / "bewijs.html").read_text("utf-8")


def test_the_page_cannot_be_left_while_it_erases(qtbot: QtBot, page: ErasePage) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    page.question.code.setText("OEFEN-1")
    hand.click(page.question.erase)
    assert not page.question.cancel.isEnabled()
    page.leave()
    assert not left
    qtbot.waitUntil(lambda: page.proof is not None)
    page.leave()
    assert left
