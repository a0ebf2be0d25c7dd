"""The whole self-check: its ids, its advice, its words in both languages; and nothing of a client or of the user's name."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from guidance_kb import paths
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.doctor import installation, places
from guidance_kb.doctor.check import Check, same
from guidance_kb.doctor.package_files import NEEDED, WANTED, missing
from guidance_kb.doctor.report import as_data, as_text, checks, is_well, verdict
from guidance_kb.language import Language, Text
from guidance_kb.reports import ErrorFile, report_of
from tests.casebook.conftest import CHEAP, PASSPHRASE

IDS = [
    "program", "python", "system", "sqlite", "sqlcipher", "library-pyside6-essentials", "library-whoosh-reloaded", "library-pystemmer",
    "portable", "place-program", "place-settings", "place-data", "place-records", "place-backups", "place-packs", "place-bookmarks",
    "place-errors", "defaults", "knowledge", "content", "checklist", "counts", "search", "packs", "records", "resources", "space", "errors",
]  # fmt: skip
"""Stable: docs/command-line.md tells them."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "jan.jansen"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(folder / "everybody"))
    monkeypatch.setenv("PROGRAMDATA", str(folder / "everybody"))
    monkeypatch.setenv(paths.DATA, str(folder / "data"))
    return folder


def test_the_ids_are_stable_and_documented(knowledge_db: Path) -> None:
    found = list(checks(lambda: knowledge_db))
    assert [check.id for check in found] == IDS
    page = (paths.ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert [each for each in IDS if f"`{each}`" not in page] == []
    assert is_well(found), [check for check in found if check.state == "wrong"]


def test_the_content_is_that_which_was_built_in(knowledge_db: Path) -> None:
    content = next(check for check in checks(lambda: knowledge_db) if check.id == "content")
    assert content.state == "ok"


def test_a_mistake_in_the_settings_of_an_organisation_is_told_and_is_no_error(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = home / "everybody" / "guidance-kb" / "defaults.ini"
    monkeypatch.setattr(places, "places", lambda: (file,))
    assert _of(places.checks(), "defaults").value.en == "no file"
    file.parent.mkdir(parents=True)
    file.write_text("text_size = 125\n", "utf-8")
    assert _of(places.checks(), "defaults").state == "ok"
    file.write_text("text_size = 126\ncolour = zqgeheim\n", "utf-8")
    found = _of(places.checks(), "defaults")
    assert found.state == "note"
    assert found.value.en == "~/everybody/guidance-kb/defaults.ini"
    assert found.advice is not None
    for told in (found.advice.nl, found.advice.en):
        assert "text_size" in told
        assert "colour" in told
        assert "zqgeheim" not in told


def _of(found: Iterable[Check], identifier: str) -> Check:
    return next(check for check in found if check.id == identifier)


def test_neither_name_nor_client_is_told(knowledge_db: Path, home: Path) -> None:
    vault = Vault(paths.casebook_folder(), cost=CHEAP)
    vault.create(PASSPHRASE)
    vault.open(PASSPHRASE).clients.add("K-7.zqgeheim")
    vault.close()
    errors = ErrorFile(paths.error_file())
    try:
        int("zqgeheim")
    except ValueError as error:
        errors.keep(report_of(error))
    found = list(checks(lambda: knowledge_db))
    for language in Language:
        told = as_text(found, language, errors) + str(as_data(found, language))
        assert "jan.jansen" not in told
        assert "zqgeheim" not in told
        assert "ValueError" in told
        assert "~" in told


def test_every_line_says_something_in_both_languages(knowledge_db: Path) -> None:
    for check in checks(lambda: knowledge_db):
        assert all([check.name.nl, check.name.en, check.value.nl, check.value.en]), check
        assert check.state == "ok" or (check.advice and check.advice.nl and check.advice.en), check


@pytest.mark.parametrize(
    ("states", "words"),
    [(["ok"], "All is well."), (["ok", "note"], "The program works"), (["note", "wrong"], "Not all is well")],
)
def test_the_verdict(states: list[str], words: str) -> None:
    found = [Check("x", Text("x", "x"), state, same("x")) for state in states]  # type: ignore[arg-type]
    assert verdict(found).en.startswith(words)


def test_a_data_folder_that_cannot_be_written_says_what_to_do(home: Path) -> None:
    (home / "data").touch()
    data = next(check for check in places.checks() if check.id == "place-data")
    assert data.state == "wrong"
    assert data.advice is not None
    assert "right to write" in data.advice.en


def test_portable_says_that_the_data_travel(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.PROGRAM, str(home))
    (home / paths.MARKER).touch()
    portable = next(check for check in places.checks() if check.id == "portable")
    assert portable.state == "note"
    assert portable.advice is not None
    assert "travel" in portable.advice.en


def test_a_missing_file_of_the_program_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert missing() == []
    monkeypatch.setattr("guidance_kb.doctor.package_files.RESOURCES", tmp_path)
    assert missing() == [*WANTED, *NEEDED]
    resources = next(iter(installation.files_and_space()))
    assert resources.state == "wrong"
    assert "nl.qm" in resources.value.nl


def test_on_a_full_disk_there_is_no_temporary_folder_and_the_rest_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "not there")])
    with pytest.raises(FileNotFoundError):
        tempfile.gettempdir()
    assert _of(installation.files_and_space(), "space").value.en.endswith(" GB")
