"""“Check this program”, in the window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.reports import ErrorFile, Report
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.doctor import self_check
from guidance_kb.ui.doctor.panel import DoctorPanel
from tests.hand import hand

ERROR = Report("2026-11-25T10:00:00+01:00", "guidance-kb", ("ValueError", "  ui/shell/window.py:12 show"))


@pytest.fixture
def errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ErrorFile:
    monkeypatch.setenv(paths.DATA, str(tmp_path / "data"))
    return ErrorFile(paths.error_file())


@pytest.fixture
def panel(qtbot: QtBot, services: Services, errors: ErrorFile) -> DoctorPanel:
    made = DoctorPanel(services)
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, panel: DoctorPanel) -> str:
    panel.show()
    qtbot.waitUntil(lambda: bool(panel.found), timeout=30_000)
    return panel.page.toPlainText()


def test_it_checks_when_it_is_shown_and_says_what_it_found(qtbot: QtBot, panel: DoctorPanel) -> None:
    text = shown(qtbot, panel)
    assert "Kennisbank" in text
    assert "Lettertype van het programma" in text
    assert {"qt", "display", "fonts", "screen-reader"} <= {check.id for check in panel.found}
    assert panel.erase.isHidden()


def test_what_is_not_well_stands_first_with_what_to_do(qtbot: QtBot, panel: DoctorPanel, errors: ErrorFile) -> None:
    errors.keep(ERROR)
    text = shown(qtbot, panel)
    assert text.index("Stuur het rapport") < text.index("Kennisbank")


def test_the_report_is_copied_whole(qtbot: QtBot, panel: DoctorPanel, errors: ErrorFile) -> None:
    errors.keep(ERROR)
    shown(qtbot, panel)
    hand.click(panel.copy)
    copied = QGuiApplication.clipboard().text()
    assert "Kennisbank" in copied
    assert "ui/shell/window.py:12 show" in copied
    assert str(Path.home()) not in copied or Path.home() == Path("/")


def test_recent_errors_are_erased(qtbot: QtBot, panel: DoctorPanel, errors: ErrorFile) -> None:
    errors.keep(ERROR)
    shown(qtbot, panel)
    hand.click(panel.erase)
    assert errors.all() == []
    qtbot.waitUntil(panel.erase.isHidden, timeout=30_000)


def test_it_speaks_the_other_language_without_checking_again(
    qtbot: QtBot, panel: DoctorPanel, services: Services
) -> None:
    shown(qtbot, panel)
    found = panel.found
    services.translation.use(Language.EN)
    qtbot.waitUntil(lambda: "Knowledge database" in panel.page.toPlainText())
    assert panel.found is found


def test_every_line_of_qt_has_both_languages(qtbot: QtBot) -> None:
    for check in self_check.checks():
        assert all([check.name.nl, check.name.en, check.value.nl, check.value.en]), check
        assert check.state == "ok" or check.advice, check
