"""A start that goes wrong comes up in a window that says what is the case, what is safe, and offers a way on."""

import errno
import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from guidance_kb import paths
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.packs.database import Shipped, made_for
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.index.index import add_index
from guidance_kb.ui.shell.single_instance import SingleInstance
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.startup.cases import RemedyOffer
from guidance_kb.ui.startup.start import SafeStart
from guidance_kb.ui.startup.window import SafeWindow
from tests.hand import hand
from tests.ui.startup.conftest import Begin


def safe(start: SafeStart) -> SafeWindow:
    assert start.window is None
    assert start.failed
    assert start.safe is not None
    assert start.safe.isVisible()
    return start.safe


def opened(start: SafeStart) -> MainWindow:
    assert start.safe is None
    assert not start.failed
    assert start.window is not None
    assert start.window.isVisible()
    return start.window


def press(start: SafeStart, offer: RemedyOffer) -> None:
    button = safe(start).offers[offer]
    assert button.isVisible()
    assert button.isEnabled()
    hand.click(button)


def broken(file: Path) -> Path:
    file.write_bytes(b"not a database" * 1000)
    return file


def test_a_start_that_goes_well_shows_the_window_only(begin: Begin) -> None:
    assert opened(begin())


def without_entries(knowledge: Path, target: Path) -> Path:
    """A copy that is whole at its beginning, and lacks what the first page shows."""
    shutil.copyfile(knowledge, target)
    with sqlite3.connect(target) as connection:
        connection.execute("DROP TABLE entry")
    connection.close()
    return target


# ── the knowledge ───────────────────────────────────────────────────────────────────────────────


def test_missing_knowledge_is_made_again_where_it_was(begin: Begin, tmp_path: Path) -> None:
    start = begin(tmp_path / "gone" / "knowledge.db")
    assert "ontbreekt" in safe(start).text.said
    assert "dossiers zijn niet aangeraakt" in safe(start).text.said
    press(start, RemedyOffer.REBUILD)
    assert opened(start).services.library.path == tmp_path / "gone" / "knowledge.db"


def test_knowledge_that_cannot_be_replaced_is_made_again_among_the_users_data(
    begin: Begin, tmp_path: Path, data: Path
) -> None:
    (tmp_path / "file").touch()
    start = begin(tmp_path / "file" / "knowledge.db")
    press(start, RemedyOffer.REBUILD)
    assert opened(start).services.library.path == data / "rebuilt" / "knowledge.db"


def test_damaged_knowledge_another_one_can_be_chosen(
    begin: Begin, tmp_path: Path, knowledge_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = begin(broken(tmp_path / "knowledge.db"))
    assert "beschadigd" in safe(start).text.said
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(start, RemedyOffer.CHOOSE)
    assert safe(start).isVisible()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "knowledge.db"), ""))
    press(start, RemedyOffer.CHOOSE)
    assert "beschadigd" in safe(start).text.said
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(knowledge_db), ""))
    press(start, RemedyOffer.CHOOSE)
    assert opened(start).services.library.path == knowledge_db


def test_where_the_knowledge_that_was_named_is_gone_the_programs_own_is_offered(begin: Begin, tmp_path: Path) -> None:
    start = begin(tmp_path / "gone.db", named=True)
    assert RemedyOffer.REBUILD not in safe(start).offers
    press(start, RemedyOffer.OWN)
    assert RemedyOffer.REBUILD in safe(start).offers


def test_knowledge_of_another_version_is_refused_in_a_sentence(
    begin: Begin, tmp_path: Path, knowledge_db: Path
) -> None:
    other = tmp_path / "knowledge.db"
    shutil.copyfile(knowledge_db, other)
    with sqlite3.connect(other) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    connection.close()
    start = begin(other)
    assert "andere versie" in safe(start).text.said


def test_knowledge_that_is_damaged_further_on_comes_up_safely_too(
    begin: Begin, tmp_path: Path, knowledge_db: Path
) -> None:
    start = begin(without_entries(knowledge_db, tmp_path / "knowledge.db"))
    assert RemedyOffer.REBUILD in safe(start).offers


def test_what_is_mended_meanwhile_is_tried_again(begin: Begin, tmp_path: Path, knowledge_db: Path) -> None:
    start = begin(broken(tmp_path / "knowledge.db"))
    press(start, RemedyOffer.AGAIN)
    assert safe(start).isVisible()
    shutil.copyfile(knowledge_db, tmp_path / "knowledge.db")
    press(start, RemedyOffer.AGAIN)
    assert opened(start)


def test_it_starts_without_the_packs(
    begin: Begin, data: Path, knowledge_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = data / "packs"
    packs.mkdir(parents=True)
    without_entries(knowledge_db, packs / "knowledge-1.db")
    monkeypatch.setattr(paths, "knowledge_database", lambda: knowledge_db)
    with sqlite3.connect(packs / "packs.db") as store:
        store.execute("CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        values = [("database", "knowledge-1.db"), ("made_for", made_for(Shipped.ours()))]
        store.executemany("INSERT INTO state VALUES (?, ?)", values)
    store.close()
    start = begin()
    press(start, RemedyOffer.WITHOUT_PACKS)
    assert opened(start).services.library.path == knowledge_db


def test_a_damaged_list_of_packs_starts_without_them_and_says_so(begin: Begin, qtbot: QtBot, data: Path) -> None:
    (data / "packs").mkdir(parents=True)
    broken(data / "packs" / "packs.db")
    window = opened(begin())
    window.warm_up()
    qtbot.waitUntil(lambda: "kennispakketten" in window._message.text)


# ── the user's data ─────────────────────────────────────────────────────────────────────────────


def test_where_nothing_can_be_kept_one_can_search_and_read(begin: Begin, data: Path) -> None:
    data.touch()  # a file stands in its place: root may write everywhere else
    start = begin()
    assert "mag in uw map niet schrijven" in safe(start).text.said
    assert str(data) in safe(start).text.said
    press(start, RemedyOffer.START)
    assert "niets bewaard" in opened(start)._message.text
    assert data.is_file()


def test_a_full_disk_is_said_and_tried_again(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    full: list[OSError | None] = [OSError(errno.ENOSPC, "full"), None]  # a real one: tests/doctor/test_write_check.py
    monkeypatch.setattr("guidance_kb.ui.startup.start.refusal", lambda _folder: full.pop(0))
    start = begin()
    assert safe(start).title.text() == "De schijf is vol"
    press(start, RemedyOffer.AGAIN)
    assert opened(start)


def test_a_portable_folder_that_cannot_be_written_says_so(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.DATA)
    monkeypatch.setenv(paths.PROGRAM, str(tmp_path))
    (tmp_path / paths.MARKER).touch()
    (tmp_path / "data").touch()
    start = begin()
    assert "draagbare map" in safe(start).text.said
    assert "stick" in safe(start).text.said


def test_a_portable_start_says_that_the_records_travel(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.DATA)
    monkeypatch.setenv(paths.PROGRAM, str(tmp_path))
    (tmp_path / paths.MARKER).touch()
    window = opened(begin())
    assert "draagbaar" in window._message.text
    hand.click(window._message.close_button)
    assert window._message.isHidden()


def test_a_window_that_does_not_answer(
    begin: Begin, data: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "casebook").mkdir(parents=True)
    monkeypatch.setattr("guidance_kb.ui.shell.single_instance._PATIENCE", 0.1)
    first = SingleInstance(data)
    assert first.take()
    first._watcher.removePath(str(data))  # it hangs
    start = begin()
    assert "al geopend" in safe(start).title.text()
    press(start, RemedyOffer.AGAIN)
    first.release()
    press(start, RemedyOffer.AGAIN)
    assert opened(start)


def test_when_the_first_window_answers_after_all_it_is_left_to_that(
    begin: Begin, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "casebook").mkdir(parents=True)
    monkeypatch.setattr("guidance_kb.ui.shell.single_instance._PATIENCE", 0.1)
    first = SingleInstance(data)
    assert first.take()
    first._watcher.removePath(str(data))  # it hangs
    start = begin()
    window = safe(start)
    monkeypatch.setattr(SingleInstance, "call_first", lambda _second: True)
    press(start, RemedyOffer.AGAIN)
    assert not window.isVisible()
    assert (start.window, start.safe, start.failed) == (None, None, False)
    first.release()


def test_meanwhile_one_can_search(begin: Begin, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "casebook").mkdir(parents=True)
    monkeypatch.setattr("guidance_kb.ui.shell.single_instance._PATIENCE", 0.1)
    first = SingleInstance(data)
    assert first.take()
    first._watcher.removePath(str(data))
    start = begin()
    press(start, RemedyOffer.START)
    assert "andere venster" in opened(start)._message.text
    first.release()


# ── the program's own files ─────────────────────────────────────────────────────────────────────


def test_missing_files_of_the_program(begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(RESOURCES / "fonts", tmp_path / "fonts")
    monkeypatch.setattr("guidance_kb.doctor.package_files.RESOURCES", tmp_path)
    start = begin()
    assert "styles/window.qss" in safe(start).text.said
    assert "Installeer het programma opnieuw" in safe(start).text.said


def test_without_font_or_translation_it_starts_and_says_so(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guidance_kb.ui.startup.start.WANTED", ("translations/xx.qm",))
    assert "vertaling" in opened(begin())._message.text


# ── the window itself ───────────────────────────────────────────────────────────────────────────


def test_the_keyboard_is_at_the_first_way_on_and_reaches_all(begin: Begin, qtbot: QtBot, tmp_path: Path) -> None:
    window = safe(begin(broken(tmp_path / "knowledge.db")))
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: next(iter(window.offers.values())).hasFocus())
    buttons = {button for button in window.findChildren(QPushButton) if button.isVisible()}
    reached = set()
    for _ in range(20):
        reached.add(QApplication.focusWidget())
        hand.press("Tab")
    assert buttons <= reached
    assert window.text in reached
    assert all(button.text() for button in buttons)


def test_it_speaks_both_languages(begin: Begin, tmp_path: Path) -> None:
    window = safe(begin(broken(tmp_path / "knowledge.db")))
    dutch = {button.text() for button in window.offers.values()} | {window.title.text(), window.text.said}
    hand.click(window.other)
    english = {button.text() for button in window.offers.values()} | {window.title.text(), window.text.said}
    assert not dutch & english
    assert window.title.text() == "The knowledge database cannot be opened"
    assert window.accessibleName() == window.title.text()
    hand.click(window.offers[RemedyOffer.AGAIN])
    assert window.title.text() == "The knowledge database cannot be opened"


def test_the_report_is_copied_with_what_the_check_found(begin: Begin, tmp_path: Path) -> None:
    window = safe(begin(broken(tmp_path / "knowledge.db")))
    assert window.found.isHidden()
    hand.click(window.check)
    assert "FOUT   Kennisbank" in window.found.toPlainText()
    hand.click(window.copy)
    copied = QGuiApplication.clipboard().text()
    assert "FOUT   Kennisbank" in copied
    assert "DatabaseError SQLITE_NOTADB" in copied
    assert str(Path.home()) not in copied


def test_what_nobody_foresaw_is_told_in_the_same_voice(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError("zqgeheim")

    monkeypatch.setattr("guidance_kb.app.MainWindow", fails)
    window = safe(begin())
    assert window.title.text() == "Het programma kon niet starten"
    hand.click(window.copy)
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "zqgeheim" not in QGuiApplication.clipboard().text() + window.text.said


def test_its_own_build_can_be_searched(begin: Begin, tmp_path: Path) -> None:
    target = tmp_path / "made" / "knowledge.db"
    build(RESOURCES, SQL / "knowledge.sql", target, add_index)
    assert opened(begin(target, named=True)).services.library.path == target
