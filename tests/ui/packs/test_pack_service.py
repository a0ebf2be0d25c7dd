"""Which database is opened, what is built again after the first paint, and one thing at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.ui.core.pack_service import PackService, Task
from tests.knowledge.authoring.folder import ContentFolder
from tests.knowledge.packs.small import Program, small_pack


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A small program that was built, with one pack."""
    content = ContentFolder(tmp_path)
    content.build()
    made = Program(content, tmp_path / "user" / "packs")
    made.packs.add(small_pack(tmp_path / "pack"))
    return made


@pytest.fixture
def service(qapp: object, program: Program) -> Iterator[PackService]:
    made = PackService(program.folder, program.shipped)
    yield made
    made.close()


def change_installed(program: Program, sql: str) -> None:
    with closing(sqlite3.connect(program.folder / "packs.db")) as connection, connection:
        connection.execute(sql)


def test_the_database_with_the_packs_is_opened(program: Program, service: PackService) -> None:
    assert service.database() == program.start().database != program.shipped.database
    service.catch_up()
    assert service.busy is None


def test_after_an_update_the_shipped_one_is_opened_until_the_other_is_built_again(
    qtbot: QtBot, program: Program, service: PackService
) -> None:
    change_installed(program, "UPDATE state SET value = 'older' WHERE key = 'made_for'")
    told: list[KnownError] = []
    service.told.connect(told.append)
    assert service.database() == program.shipped.database
    with qtbot.waitSignal(service.switched) as switched:
        service.catch_up()
        assert service.busy is Task.CATCHING_UP
    assert switched.args == [program.start().database]
    assert switched.args != [program.shipped.database]
    assert told == []


def test_what_no_longer_fits_is_told(qtbot: QtBot, program: Program, service: PackService) -> None:
    change_installed(program, "UPDATE state SET value = 'older' WHERE key = 'made_for'")
    change_installed(program, "UPDATE pack SET zip = x'00'")
    service.database()
    with qtbot.waitSignals([service.told, service.switched]):
        service.told.connect(lambda error: said.append(error.say(Language.EN)))
        said: list[str] = []
        service.catch_up()
    assert "“Klein” does not fit this version of the program and was set aside" in said[0]


def test_what_the_start_has_to_tell_is_told_once_the_window_is_there(
    qtbot: QtBot, program: Program, service: PackService
) -> None:
    (program.folder / "packs.db").write_bytes(b"no database at all" * 100)
    assert service.database() == program.shipped.database
    with qtbot.waitSignal(service.told) as told:
        service.catch_up()
    assert "The knowledge packs are left out for now" in told.args[0].say(Language.EN)
    with qtbot.assertNotEmitted(service.told):
        service.catch_up()


def test_one_thing_at_a_time(qtbot: QtBot, program: Program, service: PackService, tmp_path: Path) -> None:
    seen: list[object] = []
    service.inspect(tmp_path / "pack", seen.append)
    service.inspect(tmp_path / "pack", seen.append)
    assert service.busy is Task.LOOKING
    qtbot.waitUntil(lambda: service.busy is None)
    assert len(seen) == 1


def test_a_window_on_a_named_database_keeps_reading_that(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    service = PackService(program.folder, program.shipped, named=True)
    with qtbot.assertNotEmitted(service.switched), qtbot.waitSignal(service.changed):
        service.add(small_pack(tmp_path / "other", "ander"), lambda _change: None)
    service.close()
    assert [one.pack.id for one in program.packs.installed()] == ["pack-ander", "pack-klein"]


def test_closing_waits_until_a_change_is_whole(program: Program, tmp_path: Path) -> None:
    service = PackService(program.folder, program.shipped)
    service.add(small_pack(tmp_path / "other", "ander"), lambda _change: None)
    service.close()
    installed = {one.pack.id for one in program.packs.installed()}
    assert {entry.removesuffix("-een") for entry in program.known() if entry.startswith("pack-")} == installed
    assert len([name for name in program.state() if name.startswith("knowledge-")]) == 1
