"""Where the user's own go: where the system keeps them, or beside a portable program; never where the program was started from."""

import sys
from pathlib import Path

import pytest

from guidance_kb import paths


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program, started from somewhere else that has a marker too."""
    folder, elsewhere = tmp_path / "program ë", tmp_path / "elsewhere"
    for each in (folder, elsewhere):
        each.mkdir()
    (elsewhere / paths.MARKER).touch()
    monkeypatch.chdir(elsewhere)
    monkeypatch.delenv(paths.DATA, raising=False)
    monkeypatch.setenv(paths.PROGRAM, str(folder))
    return folder


def test_without_the_marker_the_system_says_where(program: Path) -> None:
    assert paths.portable_folder() is None
    assert program not in paths.data_folder().parents
    assert program not in paths.settings_folder().parents


def test_with_the_marker_all_of_it_stands_beside_the_program(program: Path) -> None:
    (program / paths.MARKER).touch()
    assert paths.portable_folder() == program / "data"
    of_user = [place.path for place in paths.all_places() if place.id not in ("program", "knowledge")]
    assert len(of_user) >= 6
    assert all(path == program / "data" or program / "data" in path.parents for path in of_user)


def test_a_folder_that_is_no_file_is_no_marker(program: Path) -> None:
    (program / paths.MARKER).mkdir()
    assert paths.portable_folder() is None


def test_a_data_folder_that_is_named_comes_first(
    program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (program / paths.MARKER).touch()
    monkeypatch.setenv(paths.DATA, str(tmp_path / "named"))
    assert paths.data_folder() == tmp_path / "named"


def test_a_launcher_cannot_make_it_depend_on_the_working_directory(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.PROGRAM, ".")
    assert paths.program_folder() == paths.ROOT


def test_packaged_the_program_stands_where_its_file_is_not_where_a_link_to_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "opt" / "guidance-kb"
    real.mkdir(parents=True)
    (real / "guidance-kb").touch()
    (tmp_path / "bin").mkdir()
    link = tmp_path / "bin" / "guidance-kb"
    link.symlink_to(real / "guidance-kb")
    monkeypatch.delenv(paths.PROGRAM, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(real / "_internal"), raising=False)
    monkeypatch.setattr(sys, "executable", str(link))
    assert paths.program_folder() == real.resolve()


def test_every_place_has_an_id_and_a_name_of_its_own() -> None:
    places = paths.all_places()
    assert len({place.id for place in places}) == len({place.name for place in places}) == len(places)


def test_the_home_folder_is_not_told() -> None:
    assert paths.tilde(f"{Path.home()}/x") == "~/x"


def test_the_knowledge_stands_beside_the_resources_in_a_package_also_when_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    assert paths.knowledge_database() == tmp_path / "knowledge.db"
    (tmp_path / "pyproject.toml").touch()  # from source
    assert paths.knowledge_database() == tmp_path / "build" / "knowledge.db"
