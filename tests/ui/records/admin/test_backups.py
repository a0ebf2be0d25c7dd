from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.language import Language
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.records.admin.backups import BackupsPanel
from tests.casebook.conftest import PASSPHRASE
from tests.hand import hand
from tests.ui.records.admin.conftest import done, has_keyboard, texts

Show = Callable[[Callable[[Services], BackupsPanel]], BackupsPanel]


@pytest.fixture
def panel(qtbot: QtBot, show: Show) -> BackupsPanel:
    made = show(BackupsPanel)
    qtbot.waitUntil(made.none.isVisible)
    return made


def make_one(qtbot: QtBot, panel: BackupsPanel) -> Backup:
    before = len(panel.model.backups)
    hand.click(panel.make)
    qtbot.waitUntil(lambda: len(panel.model.backups) > before and panel.model.unread() is None)
    return panel.model.backups[0]


def cells(panel: BackupsPanel, row: int) -> list[str]:
    return [str(panel.model.index(row, column).data()) for column in range(panel.model.columnCount())]


def damage(backup: Backup) -> None:
    content = bytearray(backup.database.read_bytes())
    content[5000] ^= 1
    backup.database.write_bytes(content)


def test_without_backups_there_is_nothing_to_test_or_restore(panel: BackupsPanel) -> None:
    assert not panel.test.isEnabled()
    assert not panel.restore.isEnabled()
    assert not panel.table.isVisible()
    assert panel.make.isEnabled()


def test_making_one_shows_it_read_back_with_date_size_and_contents(qtbot: QtBot, panel: BackupsPanel) -> None:
    backup = make_one(qtbot, panel)
    assert panel.told.text == f"Made and read back: {panel.words.backup(backup)}."
    made, size, state = cells(panel, 0)
    assert made == panel.words.moment(backup.made)
    assert size.endswith("kB")
    assert state == "good: 3 clients, 1 conversation"
    assert panel.chosen == backup
    assert panel.test.isEnabled()
    later = make_one(qtbot, panel)
    assert later != backup
    assert panel.chosen == later


def test_what_is_under_way_does_not_move_where_nothing_may_and_is_as_large_as_the_text(panel: BackupsPanel) -> None:
    theme = panel.services.theme
    panel.begin("Making a backup")
    bar = panel.working.findChildren(QProgressBar)[0]
    assert bar.isVisible()
    before = bar.size()
    theme.apply(Scheme.LIGHT, 200)
    assert bar.size() == before * 2
    theme.motion.allow(False)
    assert not bar.isVisible()
    assert panel.working.isVisible(), "it is still said"
    theme.motion.allow(True)
    assert bar.isVisible()


def test_a_damaged_backup_is_seen_by_looking(qtbot: QtBot, panel: BackupsPanel, opened: CasebookService) -> None:
    first = make_one(qtbot, panel)
    panel.hide()
    damage(first)
    again = BackupsPanel(panel.services)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: bool(again.model.backups) and again.model.unread() is None)
    assert cells(again, 0)[2] == "damaged: not to be used"


def test_a_backup_that_cannot_be_made_is_said_on_the_page(qtbot: QtBot, panel: BackupsPanel) -> None:
    (panel.keeper.backups.folder).write_text("in the way", "utf-8")
    hand.click(panel.make)
    qtbot.waitUntil(lambda: bool(panel.told.text))
    assert panel.make.isEnabled()
    assert not panel.working.isVisible()


def try_out(qtbot: QtBot, panel: BackupsPanel, passphrase: str) -> str:
    hand.click(panel.test)
    assert has_keyboard(panel.form.field.passphrase)
    hand.write(panel.form.field.passphrase, passphrase)
    hand.press("Return")
    qtbot.waitUntil(lambda: bool(panel.form.told.text))
    return panel.form.told.text


def test_testing_a_backup_says_in_words_that_it_is_good(
    qtbot: QtBot, panel: BackupsPanel, opened: CasebookService
) -> None:
    make_one(qtbot, panel)
    assert try_out(qtbot, panel, PASSPHRASE) == (
        "This backup is good. It opens with what you typed, and everything in it can be read: 3 clients, 1 conversation.\n"
        "It holds the same as the current records."
    )
    assert panel.form.field.passphrase.text() == ""
    assert panel.form.secret is None
    assert not (opened.folder / "restoring").exists()


def test_testing_a_backup_says_what_changed_since(
    qtbot: QtBot, panel: BackupsPanel, opened: CasebookService, client: int
) -> None:
    make_one(qtbot, panel)
    done(qtbot, opened, lambda store: (store.clients.add("K-9"), store.notes.write(client, "nieuw")))
    said = try_out(qtbot, panel, PASSPHRASE)
    assert "Is lost: only in the current records:\nK-9" in said
    assert "Becomes as it was then:\nOEFEN-1" in said
    panel.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: panel.form.told.text != said)
    assert "K-9" in panel.form.told.text


def test_a_wrong_passphrase_is_said_and_can_be_typed_anew(qtbot: QtBot, panel: BackupsPanel) -> None:
    make_one(qtbot, panel)
    assert "not right" in try_out(qtbot, panel, "niet deze wachtzin")
    assert panel.form.field.passphrase.hasSelectedText()
    hand.click(panel.form.field.other)
    hand.write(panel.form.field.key, "AAAAA")
    hand.click(panel.form.keep)
    assert "typing error" in panel.form.told.text


def test_testing_a_damaged_backup_says_so_and_changes_nothing(qtbot: QtBot, panel: BackupsPanel) -> None:
    damage(make_one(qtbot, panel))
    assert "damaged" in try_out(qtbot, panel, PASSPHRASE)


def test_putting_the_test_away_forgets_what_was_typed(qtbot: QtBot, panel: BackupsPanel) -> None:
    make_one(qtbot, panel)
    hand.click(panel.test)
    hand.write(panel.form.field.passphrase, "half")
    hand.press("Esc")
    assert not panel.form.isVisible()
    assert panel.form.field.passphrase.text() == ""
    assert has_keyboard(panel.test)


def test_restoring_is_asked_for_with_the_backup_that_is_chosen(qtbot: QtBot, panel: BackupsPanel) -> None:
    make_one(qtbot, panel)
    older = panel.model.backups[-1]
    make_one(qtbot, panel)
    panel.table.setFocus()
    hand.press("Ctrl+End")
    wanted: list[Path] = []
    panel.restore_requested.connect(wanted.append)
    hand.click(panel.restore)
    assert wanted == [older.folder]


def test_it_speaks_the_other_language_at_once(qtbot: QtBot, panel: BackupsPanel) -> None:
    make_one(qtbot, panel)
    english = texts(panel)
    panel.services.translation.use(Language.NL)
    qtbot.waitUntil(lambda: "Reservekopieën" in texts(panel))
    panel.services.translation.use(Language.EN)
    qtbot.waitUntil(lambda: texts(panel) == english)
