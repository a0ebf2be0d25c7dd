"""The rows notice what they look for: a soak that cannot fail proves nothing."""

import base64
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlite_utils import Database

from guidance_kb.casebook.backup import restoration
from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.privacy.clock_guard import ClockWatch
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.errors import BugError, KnownError
from tests.casebook import logs
from tests.casebook.conftest import CHEAP, PASSPHRASE
from tests.soak.casebook import clocks, crashed, damaged, drilled, erased
from tests.soak.casebook.encrypted import in_clear
from tests.soak.casebook.searching import hits, hits_below
from tests.soak.casebook.window_kills import LATEST, Comparison
from tests.soak.casebook.working import Counselor, Diary, Told, applied, contradictions, everything_told
from tests.soak.found import Found, Ground, Row
from tests.soak.rows import run


@pytest.fixture
def ground(tmp_path: Path, knowledge_db: Path) -> Ground:
    return Ground(4, tmp_path, knowledge_db)


@pytest.fixture
def worked_in(open_casebook: Store, checklist: Checklist, tmp_path: Path) -> Store:
    """A casebook in which a counselor did something, who told it."""
    diary = Diary(tmp_path / "diary")
    counselor = Counselor(open_casebook, checklist, diary, Random(5))  # noqa: S311 - the same every time
    for _ in range(150):
        counselor.do_something()
    stored, under_way = diary.read()
    diary.close()
    known: dict[str, list[object] | None] = {}
    for changes in stored:
        known = applied(known, changes)
    assert everything_told(open_casebook) == known
    assert under_way == {}
    assert contradictions(open_casebook, checklist) == []
    return open_casebook


_TELLING = {"answer_change": "WHERE undone IS NULL"}
"""A change that was taken back leaves the answers as they are, so nothing shows that its row is gone."""


@pytest.mark.parametrize("table", ["answer", "signal", "answer_change", "word"])
def test_half_of_a_change(worked_in: Store, checklist: Checklist, table: str) -> None:
    worked_in.rows.run(f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table} {_TELLING.get(table, '')})")  # noqa: S608 - names of ours
    assert contradictions(worked_in, checklist)


def test_what_was_under_way_when_it_was_cut_off(tmp_path: Path) -> None:
    diary = Diary(tmp_path / "diary")
    with diary.telling({"note 1": ["x"]}):
        pass
    with pytest.raises(ZeroDivisionError), diary.telling({"note 1": None}):
        raise ZeroDivisionError
    diary._put('{"note 2": [')
    assert diary.read() == ([{"note 1": ["x"]}], {"note 1": None})
    diary.close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", ["", "a", "ab", "abc"])
def test_a_word_in_every_form(encoding: str, before: str) -> None:
    word = f"{before}zqnotitieqz en verder"
    packed: list[Callable[[bytes], bytes]] = [bytes, lambda data: data.hex().upper().encode(), base64.b64encode]
    assert [hits(pack(word.encode(encoding)), ["zqnotitieqz", "other"]) for pack in packed] == [{"zqnotitieqz"}] * 3
    assert hits(word.upper().encode(encoding), ["zqnotitieqz"]) == {"zqnotitieqz"}


def test_a_word_in_the_name_of_a_file_or_folder(tmp_path: Path) -> None:
    (tmp_path / "dossier zqcodeqz").mkdir()
    (tmp_path / "settings.ini").write_text("[recent]\nquery=zqnotitieqz\n", "utf-8")
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "x.html").write_text("zqnotitieqz", "utf-8")
    assert hits_below([tmp_path], ["zqcodeqz", "zqnotitieqz"], [tmp_path / "exports"]) == (
        1,
        ["dossier zqcodeqz: zqcodeqz", "settings.ini: zqnotitieqz"],
    )


def test_a_database_in_clear(tmp_path: Path) -> None:
    path = tmp_path / "casebook.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE note (text)")
        plain.executemany("INSERT INTO note VALUES (?)", [("een notitie over niets",)] * 500)
        plain.commit()
    assert len(in_clear(path)) == path.stat().st_size // 4096


def test_a_file_that_nobody_knows(tmp_path: Path) -> None:
    for name in ("casebook.db-shm", "etilqs_x", "casebook.lock"):
        (tmp_path / name).write_bytes(b"x")
        assert in_clear(tmp_path / name)


def test_damage_without_a_backup(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Backups, "all", lambda _: [])
    found = damaged.damaged(ground)
    assert any("the backup is not found" in each for each in found.lost)


def test_a_log_that_holds_a_day_of_work(ground: Ground) -> None:
    """As it would be if commits were not put in their place at once: damage in its beginning loses all that comes after."""
    folder, whole = ground.folder / "casebook", ground.folder / "whole"
    logs.crashed(folder, 12, "as_before")
    shutil.copytree(folder, whole)
    vault = Vault(whole, cost=CHEAP)
    states: list[Told] = [{}, {}, everything_told(vault.open(PASSPHRASE))]
    vault.close()
    log = logs.Log(folder)
    log.flip(log.begin(log.frames // 2) + 99)
    row = crashed._Crashed(ground)
    row._look(folder, states, "x")
    assert any("more than the last write is lost" in each for each in row._found.lost)


def test_a_restore_that_loses_notes(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(database: Database, _erased: object) -> int:
        return Rows(database).run("DELETE FROM client WHERE id = 1")

    monkeypatch.setattr(restoration, "erase_again", forgetful)
    assert drilled.drilled(ground).lost


def test_a_clock_that_is_always_believed(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ClockWatch, "jumped", lambda _: None)
    assert any("proposed" in each for each in clocks.jumping(ground).lost)


def test_a_restore_that_erases_nothing_again(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoration, "erase_again", lambda *_: 0)
    found = erased.erased(ground)
    assert any("after a restore" in each for each in found.leaked)


def test_a_row_that_is_not_allowed_is_skipped(knowledge_db: Path) -> None:
    row = Row("x", "", 1, 1, lambda _: Found(tried=1), apart=True, inside=("unshare", "--no-such-thing"))
    found = run(row, 1, knowledge_db)
    assert found.skipped
    assert found.tried == 0


def test_a_sentence_is_no_traceback_and_a_mistake_is() -> None:
    found = Found()
    with found.no_traceback("a") as refused:
        raise KnownError("Vol.", "Full.")
    assert (len(refused), found.is_clean) == (1, True)
    with found.no_traceback("b"):
        raise BugError("ours")
    assert "BugError: ours" in found.tracebacks[0]
    assert not found.is_clean


def told(at: float, what: str, **shown: object) -> dict[str, object]:
    return {"at": at, "what": what, "shown": shown}


@pytest.mark.parametrize(
    ("stored", "lost"),
    [
        ({"a": ["named", "oma is ziek"]}, 0),
        ({"a": ["named", "oma is"]}, 0),
        ({"a": ["named", "oma"]}, 1),
        ({"a": ["declined", "oma is ziek"]}, 1),
        ({}, 1),
    ],
)
def test_an_answer_that_was_called_saved_and_is_not_stored_is_noticed(stored: dict[str, object], lost: int) -> None:
    lines = [
        told(0.0, "shown", a=["named", "oma"]),
        told(0.5, "shown", a=["named", "oma is "]),
        told(1.0, "saved", a=["named", "oma is "]),
        told(1.5, "shown", a=["named", "oma is ziek "]),
    ]
    compared = Comparison(lines, stored, 1.6)
    assert len(compared.lost) == lost
    assert (compared.called, compared.latest) == (1, 1.0)


def test_a_note_that_stood_too_long_is_noticed_and_one_of_just_now_is_not() -> None:
    lines = [told(0.0, "shown", a="een "), told(LATEST, "shown", a="een twee ")]
    assert len(Comparison(lines, {}, LATEST + 0.1).lost) == 1
    assert Comparison(lines, {"a": "een"}, LATEST + 0.1).lost == []
    assert Comparison(lines, {}, LATEST - 0.1).lost == []


def test_an_answer_may_be_stored_as_it_was_shown_later() -> None:
    lines = [
        told(0.0, "shown", a=["named", ""]),
        told(0.1, "saved", a=["named", ""]),
        told(0.2, "shown", a=["declined", ""]),
    ]
    assert Comparison(lines, {"a": ["declined", ""]}, 0.3).lost == []
    assert Comparison(lines, {"a": ["not_an_issue", ""]}, 0.3).lost


def test_what_was_in_hand_at_the_kill_is_left_aside() -> None:
    lines = [told(0.0, "shown", a=["named", ""]), told(9.0, "about") | {"shown": "a"}]
    assert Comparison(lines, {"a": ["declined", ""]}, 9.1).lost == []
    assert Comparison(lines[:1], {"a": ["declined", ""]}, 9.1).lost
