"""No traceback reaches the user, and nothing of what an error says reaches the log."""

import sys

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.ui.faults import as_known, tell_all


def test_a_known_error_says_what_it_says() -> None:
    error = KnownError("De schijf is vol.", "The disk is full.")
    assert as_known(error) is error


def test_a_mistake_of_ours_is_logged_by_type_and_place_only(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match="secret-7") as caught:
        int("secret-7")
    known = as_known(caught.value)
    assert "secret-7" not in str(known) + caplog.text
    assert "ValueError" in caplog.text
    assert "test_faults.py" in caplog.text


def test_an_error_in_a_slot_is_told_in_one_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[KnownError] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # that of the tests comes back afterwards
    tell_all(told.append)
    QTimer.singleShot(0, lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "Traceback" not in capsys.readouterr().err
    assert "Nothing is lost" in str(told[0])
