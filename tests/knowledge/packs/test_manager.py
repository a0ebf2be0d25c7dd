"""Adding, removing, and everything that may go wrong meanwhile: what was in force stays in force."""

import gc
import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.problems import PackError
from guidance_kb.knowledge.packs.store import PackStore
from guidance_kb.language import Language, Text
from tests.knowledge.authoring.folder import SIGNALS
from tests.knowledge.packs.small import Program, small_pack

OURS = ["tijd-kost-moeite", "aanbeveling-een", "slovenie-zoekt-mee"]


def test_without_packs_the_shipped_database_is_opened(program: Program) -> None:
    assert program.packs.installed() == []
    assert program.start().database == program.shipped.database
    assert not program.folder.exists()


def test_add_look_and_remove(program: Program, tmp_path: Path) -> None:
    added = program.packs.add(small_pack(tmp_path / "a"))
    assert added.pack.name == Text("Klein", "Klein")
    assert added.database.parent == program.folder
    assert program.start().database == added.database
    assert program.known() == [*OURS, "pack-klein-een"]
    assert [(one.pack.id, one.pack.version, one.aside) for one in program.packs.installed()] == [
        ("pack-klein", "1", None)
    ]
    removed = program.packs.remove("pack-klein")
    assert removed.pack == added.pack
    assert removed.database == program.shipped.database
    assert program.known() == OURS
    assert set(program.state()) == {"packs.db"}


def test_what_was_removed_is_put_back_as_it_was(program: Program, tmp_path: Path) -> None:
    program.packs.add(small_pack(tmp_path / "a"))
    before = program.start().database.read_bytes()
    removed = program.packs.remove("pack-klein")
    program.packs.add(small_pack(tmp_path / "b", "ander"))
    program.packs.remove("pack-ander")
    back = program.packs.put_back(removed)
    assert back.pack == removed.pack
    assert program.start().database == back.database
    assert back.database.read_bytes() == before


def test_what_was_set_aside_is_put_back_aside(program: Program, tmp_path: Path) -> None:
    program.packs.add(small_pack(tmp_path / "a"))
    removed = replace(program.packs.remove("pack-klein"), zip=b"no zip")
    back = program.packs.put_back(removed)
    assert back.database == program.shipped.database
    [installed] = program.packs.installed()
    assert installed.pack == removed.pack
    assert installed.aside is not None
    assert "the zip is damaged" in installed.aside.en


def test_inspect_says_what_would_come_and_adds_nothing(program: Program, tmp_path: Path) -> None:
    path = small_pack(tmp_path / "a")
    found = program.packs.inspect(path)
    assert found.pack is not None
    assert (found.pack.id, found.problems, found.replaces) == ("pack-klein", (), None)
    assert found.counts == {"finding": 1, "section": 1}
    assert found.titles["finding"] == (Text("Een", "One"),)
    assert program.packs.installed() == []
    program.packs.add(path)
    newer = program.packs.inspect(small_pack(tmp_path / "b", version="2"))
    assert newer.replaces == "1"


def test_inspect_tells_what_is_wrong(program: Program, tmp_path: Path) -> None:
    found = program.packs.inspect(small_pack(tmp_path / "a", link="nergens"))
    assert found.pack is not None
    assert [problem.say(Language.EN) for problem in found.problems] == [
        "all.toml: entry pack-klein-een: barriers: no barrier is called “nergens”"
    ]
    assert program.packs.inspect(tmp_path / "nowhere").pack is None
    (tmp_path / "a" / "pack.toml").write_text("id = 1", "utf-8")
    assert program.packs.inspect(tmp_path / "a").pack is None


def test_a_newer_version_takes_the_place_of_the_older(program: Program, tmp_path: Path) -> None:
    program.packs.add(small_pack(tmp_path / "a"))
    program.packs.add(small_pack(tmp_path / "b", "ander"))
    program.packs.add(small_pack(tmp_path / "c", version="2"))
    assert [(one.pack.id, one.pack.version) for one in program.packs.installed()] == [
        ("pack-ander", "1"),
        ("pack-klein", "2"),
    ]
    assert program.known() == [*OURS, "pack-ander-een", "pack-klein-een"]
    assert len([name for name in program.state() if name.startswith("knowledge-")]) == 1


def test_same_packs_in_another_order_give_the_same_database(program: Program, tmp_path: Path) -> None:
    one, two = small_pack(tmp_path / "a", "een"), small_pack(tmp_path / "b", "twee")
    program.packs.add(one)
    first = program.packs.add(two).database.read_bytes()
    program.packs.remove("pack-een")
    assert program.packs.add(one).database.read_bytes() == first


def test_nothing_to_remove(program: Program) -> None:
    with pytest.raises(KnownError, match="No knowledge pack “pack-x” is installed"):
        program.packs.remove("pack-x")
    assert not program.folder.exists()


class TestFailuresLeaveTheOldState:
    @pytest.fixture(autouse=True)
    def _installed(self, program: Program, tmp_path: Path) -> None:
        program.packs.add(small_pack(tmp_path / "first", "eerst"))

    def _refuses(self, program: Program, path: Path, error: type[KnownError] = KnownError) -> KnownError:
        before, known = program.state(), program.known()
        with pytest.raises(error) as caught:
            program.packs.add(path)
        gc.collect()  # an open file would warn
        assert program.state() == before
        program.index = lambda _: None
        assert program.known() == known == [*OURS, "pack-eerst-een"]
        return caught.value

    def test_broken_pack(self, program: Program, tmp_path: Path) -> None:
        error = self._refuses(program, small_pack(tmp_path / "x", link="nergens"), PackError)
        assert "nergens" in error.say(Language.EN)

    def test_full_disk(self, program: Program, tmp_path: Path) -> None:
        def full(_: sqlite3.Connection) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        program.index = full
        error = self._refuses(program, small_pack(tmp_path / "x"))
        assert "disk is full" in error.say(Language.EN)
        assert "onveranderd" in error.say(Language.NL)

    def test_full_disk_when_all_is_built(self, program: Program, tmp_path: Path) -> None:
        """The last step fails: the database of packs may not grow."""
        path = small_pack(tmp_path / "x")
        (path / "more.toml").write_bytes(b"# " + os.urandom(100_000).hex().encode())
        with closing(sqlite3.connect(program.folder / "packs.db")) as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
        real = sqlite3.connect

        def small(*arguments: object, **named: object) -> sqlite3.Connection:
            connection = real(*arguments, **named)
            connection.execute(f"PRAGMA max_page_count = {pages}")
            return connection

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("guidance_kb.knowledge.packs.store.sqlite3.connect", small)
            before = program.state()
            with pytest.raises(KnownError, match="full"):
                program.packs.add(path)
            assert program.state() == before
        assert program.known() == [*OURS, "pack-eerst-een"]

    def test_fault_of_ours(self, program: Program, tmp_path: Path) -> None:
        def fail(_: sqlite3.Connection) -> None:
            raise ZeroDivisionError

        before = program.state()
        program.index = fail
        with pytest.raises(ZeroDivisionError):
            program.packs.add(small_pack(tmp_path / "x"))
        assert program.state() == before

    def test_another_window_at_it(self, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("guidance_kb.knowledge.packs.store._PATIENCE", 0.05)
        with PackStore(program.folder).changing():
            error = self._refuses(program, small_pack(tmp_path / "x"))
        assert "Close other windows" in error.say(Language.EN)

    def test_no_shipped_database(self, program: Program, tmp_path: Path) -> None:
        before = program.state()
        program.shipped.database.unlink()
        with pytest.raises(KnownError, match="cannot be read"):
            program.packs.add(small_pack(tmp_path / "x"))
        assert program.state() == before


@pytest.mark.parametrize("blocked", ["a file in its place", "no permission"])
def test_folder_that_cannot_be_written(program: Program, tmp_path: Path, blocked: str) -> None:
    program.folder.parent.mkdir()
    if blocked == "a file in its place":
        program.folder.write_bytes(b"")
    elif os.name == "nt" or os.geteuid() == 0:
        pytest.skip("root and Windows may write everywhere")
    else:
        program.folder.mkdir()
        program.folder.chmod(0o500)
    with pytest.raises(KnownError, match="cannot be read or changed"):
        program.packs.add(small_pack(tmp_path / "a"))
    assert program.start().database == program.shipped.database


class TestOpening:
    @pytest.fixture(autouse=True)
    def _installed(self, program: Program, tmp_path: Path) -> None:
        program.packs.add(small_pack(tmp_path / "a"))
        program.packs.add(small_pack(tmp_path / "b", "zorg"))

    def test_it_is_not_built_again_without_need(self, program: Program) -> None:
        before = program.start()
        assert program.start() == before
        assert before.told == ()

    def test_new_content_is_built_in(self, program: Program) -> None:
        program.content.change(SIGNALS, 'name = "Caring for others"', 'name = "Care"')
        program.content.build()
        before = program.state()
        assert program.known() == [*OURS, "pack-klein-een", "pack-zorg-een"]
        assert program.state() != before

    def test_new_program_builds_again(self, program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
        before = program.start().database
        monkeypatch.setattr("guidance_kb.knowledge.packs.database.__version__", "9.9")
        after = program.start()
        assert after.database != before
        assert after.told == ()

    def test_a_pack_that_no_longer_fits_is_set_aside_with_the_reason(self, program: Program, tmp_path: Path) -> None:
        program.packs.add(small_pack(tmp_path / "c", "oud", link="care-duties"))
        _rename_barrier(program, "care-duties", "caring")
        program.content.build()
        opened = program.start()
        assert len(opened.told) == 3
        assert "opzijgezet" in opened.told[0].nl
        assert opened.told[0].en == (
            "The knowledge pack “Klein” does not fit this version of the program and was set aside:"
            " all.toml: entry pack-klein-een: barriers: no barrier is called “care-duties”"
        )
        assert opened.database == program.shipped.database
        assert [one.aside is not None for one in program.packs.installed()] == [True] * 3
        assert program.start().told == ()  # told once; the list of packs goes on telling it
        program.packs.add(small_pack(tmp_path / "d", "zorg", "2", link="caring"))
        assert program.known() == [*OURS, "pack-zorg-een"]
        _rename_barrier(program, "caring", "care-duties")
        program.content.build()
        assert program.known() == [*OURS, "pack-klein-een", "pack-oud-een"]

    @pytest.mark.parametrize("how", ["gone", "no database", "empty"])
    def test_database_that_was_spoilt_is_built_again(self, program: Program, how: str) -> None:
        path = program.start().database
        path.unlink()
        if how != "gone":
            path.write_bytes(b"x" * 5000 if how == "no database" else b"")
        assert program.known() == [*OURS, "pack-klein-een", "pack-zorg-een"]

    @pytest.mark.parametrize("how", ["no database", "cut off", "no tables"])
    def test_list_of_packs_that_was_spoilt_leaves_the_shipped_database(self, program: Program, how: str) -> None:
        path = program.folder / "packs.db"
        path.write_bytes(b"x" * 5000 if how == "no database" else path.read_bytes()[:5000] if how == "cut off" else b"")
        opened = program.start()
        assert opened.database == program.shipped.database
        assert "left out" in opened.told[0].en
        assert "zijn er nu niet bij" in opened.told[0].nl

    def test_rebuilding_that_fails_leaves_the_shipped_database_and_the_packs(self, program: Program) -> None:
        def full(_: sqlite3.Connection) -> None:
            raise sqlite3.OperationalError("database or disk is full")

        program.content.change(SIGNALS, 'name = "Caring for others"', 'name = "Care"')
        program.content.build()
        program.index = full
        before = program.state()
        opened = program.start()
        assert opened.database == program.shipped.database
        assert "disk is full" in opened.told[0].en
        assert program.state() == before

    def test_a_pack_spoilt_in_the_list_is_set_aside(self, program: Program) -> None:
        with closing(sqlite3.connect(program.folder / "packs.db")) as connection, connection:
            connection.execute("UPDATE pack SET zip = x'00' WHERE id = 'pack-klein'")
            connection.execute("UPDATE state SET value = '' WHERE key = 'made_for'")
        opened = program.start()
        assert "Klein" in opened.told[0].en
        assert program.known() == [*OURS, "pack-zorg-een"]

    def test_leftovers_are_swept_away(self, program: Program) -> None:
        (program.folder / "knowledge-0.db").touch()
        (program.folder / ".build-x").mkdir()
        (program.folder / ".build-x" / "knowledge.db").touch()
        database = program.packs.remove("pack-klein").database
        assert {path.name for path in program.folder.iterdir()} == {"packs.db", database.name}


def _rename_barrier(program: Program, old: str, new: str) -> None:
    """An update of ours in which a barrier has another id."""
    for path in program.content.root.rglob("*.toml"):
        path.write_text(path.read_text("utf-8").replace(f'"{old}"', f'"{new}"'), "utf-8")


def test_a_file_that_was_begun_and_got_no_further_is_as_none(program: Program, tmp_path: Path) -> None:
    program.folder.mkdir(parents=True)
    (program.folder / "packs.db").touch()  # killed at the first pack, or no room on the disk
    assert program.start() == (program.shipped.database, ())
    assert program.packs.installed() == []
    program.packs.add(small_pack(tmp_path / "a"))
    assert program.known() == [*OURS, "pack-klein-een"]
