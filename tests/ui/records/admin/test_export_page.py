import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.export_page import CopyPage
from tests.hand import hand
from tests.ui.records.admin.conftest import choose, dialog_of, gone

Show = Callable[[Callable[[Services], CopyPage]], CopyPage]


@pytest.fixture
def page(qtbot: QtBot, client: int, show: Show) -> CopyPage:
    made = show(lambda services: CopyPage(services, client))
    qtbot.waitUntil(lambda: made.everything is not None)
    return made


def test_it_shows_everything_of_the_client_in_the_language_of_the_program(qtbot: QtBot, page: CopyPage) -> None:
    shown = page.paper.toPlainText()
    assert shown.startswith("Everything we keep about you: OEFEN-1")
    for text in ("zorgt voor haar moeder", "belt morgen terug", "mantelzorgmakelaar bellen", "eerste werkdag"):
        assert text in shown
    page.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: page.paper.toPlainText().startswith("Alles wat wij over u bewaren: OEFEN-1"))


@pytest.mark.parametrize("suffix", ["pdf", "html", "json"])
def test_it_is_saved_where_one_chooses_under_the_code_and_nothing_else(
    qtbot: QtBot, page: CopyPage, tmp_path: Path, suffix: str
) -> None:
    hand.click({"pdf": page.ways.pdf, "html": page.ways.html, "json": page.ways.json}[suffix])
    dialog = dialog_of(page)
    assert [Path(name).name for name in dialog.selectedFiles()] == [f"OEFEN-1.{suffix}"]
    path = tmp_path / f"OEFEN-1.{suffix}"
    choose(dialog, path)
    content = path.read_bytes()
    if suffix == "pdf":
        assert content.startswith(b"%PDF")
    elif suffix == "html":
        assert "zorgt voor haar moeder" in content.decode()
    else:
        assert json.loads(content)["tables"]["note"][0]["text"] == "belt morgen terug"
    assert page.told.text.startswith(f"Saved: OEFEN-1.{suffix}. This file is not encrypted")
    assert path.stat().st_mode & 0o077 == 0


def test_a_question_that_is_cancelled_leaves_nothing(page: CopyPage, tmp_path: Path) -> None:
    before = {file for file in tmp_path.rglob("*") if file.is_file()}
    hand.click(page.ways.pdf)
    dialog_of(page).reject()
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == before
    assert page.told.text == ""


def test_a_place_that_cannot_be_written_is_said(page: CopyPage, tmp_path: Path) -> None:
    taken = tmp_path / "OEFEN-1.html"
    hand.click(page.ways.html)
    dialog = dialog_of(page)
    taken.mkdir()
    dialog.fileSelected.emit(str(taken))
    assert "cannot be saved there" in page.told.text
    assert not list(tmp_path.glob("*.new"))
    dialog.reject()


def test_an_answer_for_a_page_that_is_gone_arrives_nowhere(
    qtbot: QtBot, services: Services, opened: CasebookService, client: int
) -> None:
    page = CopyPage(services, client)
    page.deleteLater()
    gone()
    arrived: list[int] = []
    opened.query(opened, "after it", lambda _store: 1, arrived.append)
    qtbot.waitUntil(lambda: bool(arrived))
