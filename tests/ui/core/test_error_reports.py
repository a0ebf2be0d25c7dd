"""No traceback reaches the user, and nothing of what an error says reaches the log, the report or the file of reports."""

import errno
import logging
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.reports import ErrorFile
from guidance_kb.ui.core.error_reports import ReportKeeper, as_known, tell_all


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[ErrorFile]:
    """The file in which the program keeps its reports."""
    keeper = ReportKeeper(tmp_path / "errors.jsonl")
    log = logging.getLogger("guidance_kb")
    log.addHandler(keeper)
    yield ErrorFile(tmp_path / "errors.jsonl")
    log.removeHandler(keeper)


def test_a_known_error_says_what_it_says(kept: ErrorFile) -> None:
    error = KnownError("De schijf is vol.", "The disk is full.")
    assert as_known(error) is error
    assert error.report == ""
    assert kept.all() == []


def test_a_mistake_of_ours_is_logged_by_type_and_place_only(caplog: pytest.LogCaptureFixture, kept: ErrorFile) -> None:
    note = "secret-7 zei de cliënt"
    with pytest.raises(ValueError, match="secret-7") as caught:
        int(note)
    known = as_known(caught.value)
    told = str(known) + known.report + caplog.text + kept.path.read_text("utf-8")
    assert "secret-7" not in told
    assert "cliënt" not in known.report + caplog.text + kept.path.read_text("utf-8")
    assert "ValueError" in caplog.text
    assert "test_error_reports.py" in caplog.text
    assert kept.all()[0].text == known.report


def test_what_is_logged_without_a_report_is_not_kept(kept: ErrorFile) -> None:
    logging.getLogger("guidance_kb.anywhere").error("a sentence that may hold anything")
    assert kept.all() == []


def test_an_error_that_is_shown_holds_no_variables() -> None:
    def fails(said: str) -> None:
        try:
            raise ValueError(said)  # noqa: TRY301 - what is tested
        except ValueError as error:
            raise KnownError("nl", "en") from error

    with pytest.raises(KnownError) as caught:
        fails("secret-7")
    error = as_known(caught.value)
    assert error.__traceback__ is None
    assert error.__cause__ is not None
    assert error.__cause__.__traceback__ is None


def from_cause(cause: Exception) -> KnownError:
    error = KnownError("nl", "en")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("cause", "tells"),
    [
        (OSError(errno.EIO, "x"), True),
        (OSError(errno.ENOSPC, "x"), False),
        (PermissionError(errno.EACCES, "x"), False),
        (ValueError("x"), False),
    ],
)
def test_a_known_error_has_a_report_where_whoever_helps_needs_to_know_more(cause: Exception, *, tells: bool) -> None:
    assert bool(as_known(from_cause(cause)).report) is tells


def test_of_a_damaged_database_there_is_a_report_of_a_code_that_is_taken_none() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE one (code UNIQUE)")
    connection.execute("INSERT INTO one VALUES (1)")
    for sql, tells in (("SELECT * FROM gone", True), ("INSERT INTO one VALUES (1)", False)):
        with pytest.raises(sqlite3.Error) as caught:
            connection.execute(sql)
        assert bool(as_known(from_cause(caught.value)).report) is tells, sql
    connection.close()


def test_an_error_in_a_slot_is_told_in_one_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[KnownError] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # that of the tests comes back afterwards
    tell_all(told.append)
    QTimer.singleShot(0, lambda: 1 // 0)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "Traceback" not in capsys.readouterr().err
    assert "What was saved before is safe" in str(told[0])
    assert "ZeroDivisionError" in told[0].report
