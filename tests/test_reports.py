"""A technical report says where in the code, and nothing of what was in it: text of a client is put everywhere, and looked for."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError, places, type_and_place
from guidance_kb.knowledge.library import Library
from guidance_kb.reports import MOST, ErrorFile, Report, report_of

SAID = "mevrouw Zqclient durft niet naar school"


class Spoken(Exception):
    """An error that says what a client said, wherever one can say something."""

    def __init__(self) -> None:
        super().__init__(SAID, {"note": SAID})
        self.add_note(SAID)
        self.note = SAID

    def __repr__(self) -> str:
        return SAID


def raised(cause: Exception | None = None) -> BaseException:
    heard = SAID
    try:
        try:
            if cause is not None:
                raise cause  # noqa: TRY301 - it is to be caused
            with closing(sqlite3.connect(":memory:")) as database:
                database.execute(f"SELECT '{heard}' FROM {heard.split()[1]}")  # noqa: S608
        except Exception as error:
            raise Spoken from error
    except Spoken as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    "cause",
    [None, OSError(28, SAID, f"/home/zqclient/{SAID}"), ValueError(SAID), KnownError(SAID, SAID), KeyError(SAID)],
)
def test_nothing_of_a_client_is_in_a_report(cause: Exception | None, tmp_path: Path) -> None:
    error = raised(cause)
    report = report_of(error)
    file = ErrorFile(tmp_path / "errors.jsonl")
    file.keep(report)
    told = "\n".join([report.text, report.line, type_and_place(error), file.path.read_text("utf-8")]).lower()
    for word in [*SAID.lower().split()[1:], "zqclient"]:
        assert word not in told, word
    assert "spoken" in told
    assert "test_reports.py" in told
    assert "raised" in told


def test_what_caused_it_is_told_with_the_code_that_the_system_gives() -> None:
    lines = report_of(raised(OSError(28, SAID))).errors
    assert "because of OSError ENOSPC" in lines
    assert any("SQLITE_ERROR" in line for line in report_of(raised()).errors)


def test_a_path_is_told_within_the_program_or_a_library_only(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        Library(tmp_path / "jan.jansen.db")
    assert places(caught.value)[-1].startswith("knowledge/library.py:")
    told = report_of(caught.value).text
    assert str(tmp_path) not in told
    assert str(Path(__file__).parent) not in told
    assert "jansen" not in told


def test_the_last_ones_are_kept_and_can_be_erased(tmp_path: Path) -> None:
    file = ErrorFile(tmp_path / "new" / "errors.jsonl")
    assert file.all() == []
    for number in range(MOST + 5):
        file.keep(Report("2026-11-25T10:00:00+01:00", "guidance-kb", (f"Error{number}", "  app.py:1 main")))
    kept = file.all()
    assert [report.errors[0] for report in kept] == [f"Error{number}" for number in range(5, MOST + 5)]
    assert kept[-1].line == f"Error{MOST + 4} app.py:1 main"
    assert file.erase()
    assert not file.path.exists()


def test_one_that_comes_again_is_counted(tmp_path: Path) -> None:
    file = ErrorFile(tmp_path / "errors.jsonl")
    for _ in range(50):
        file.keep(Report("2026-11-25T10:00:00+01:00", "guidance-kb", ("ValueError",)))
    assert [report.times for report in file.all()] == [50]
    assert "(×50)" in file.all()[0].text


@pytest.mark.parametrize(
    "content",
    [b"", b"\0\xff\n", b"{}\n", b"[1]\n", b"7\n", b'{"when":1,"system":"","errors":[],"times":1}\n', b"[" * 100_000, b'{"when":"x"'],
)  # fmt: skip
def test_a_damaged_file_is_no_error(tmp_path: Path, content: bytes) -> None:
    file = ErrorFile(tmp_path / "errors.jsonl")
    file.path.write_bytes(content)
    assert file.all() == []
    file.keep(report_of(raised()))
    assert len(file.all()) == 1
    assert json.loads(file.path.read_text("utf-8"))["times"] == 1


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    file = ErrorFile(tmp_path / "file" / "errors.jsonl")
    file.keep(report_of(raised()))
    assert file.all() == []
    assert file.erase()
