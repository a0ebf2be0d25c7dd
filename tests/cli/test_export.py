from datetime import UTC, datetime
from pathlib import Path

import pytest

from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.countries import comparison, countries_as_data, countries_csv, csv_file
from guidance_kb.documents.skos import thesaurus_as_skos
from guidance_kb.knowledge.bookmarks import Bookmark, Bookmarks, bookmark_statuses
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.cli.conftest import Run


def test_all_knowledge(run: Run, library: Library) -> None:
    data = run("export", "knowledge", "--json").json
    assert set(data) == {
        "report", "schema", "content", "packs", "sections", "works", "countries", "themes", "answers", "entries", "barriers", "drives",
        "concepts",
    }  # fmt: skip
    assert len(data["sections"]) == 80
    assert len(data["entries"]) == len(library.entries())
    assert list(data["works"][0])[:4] == ["id", "authors", "year", "title"]
    one = data["entries"][0]
    assert run("show", one["id"], "--json").json == one


def test_json_is_the_only_form_of_knowledge(run: Run) -> None:
    assert run("export", "knowledge").out == run("export", "knowledge", "--json").out


def test_the_thesaurus(run: Run, library: Library) -> None:
    assert run("export", "thesaurus").out == thesaurus_as_skos(library)
    concepts = run("export", "thesaurus", "--json").json
    assert [concept["id"] for concept in concepts] == list(library.concepts)
    one = run("show", "c-basic-skills", "--json").json
    assert {"kind": "concept"} | next(concept for concept in concepts if concept["id"] == "c-basic-skills") == one
    assert (one["scheme"], one["term"]) == ("Cedefop", "basic skills")
    assert "c-literacy" in one["narrower"]


@pytest.mark.parametrize("what", ["knowledge", "thesaurus"])
def test_to_a_file(run: Run, tmp_path: Path, what: str) -> None:
    target = tmp_path / "écrit 1.txt"
    done = run("export", what, "--out", str(target))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_bytes().decode("utf-8") == run("export", what).out


@pytest.mark.parametrize("name", ["", "not/there.ttl"])
@pytest.mark.parametrize("language", Language)
def test_a_file_that_cannot_be_written(run: Run, tmp_path: Path, name: str, language: Language) -> None:
    complaint = run("export", "thesaurus", "--out", str(tmp_path / name), "--lang", language).complaint
    assert str(tmp_path) in complaint
    assert "--out" in complaint


@pytest.mark.parametrize("language", Language)
def test_the_countries_as_csv(run: Run, library: Library, tmp_path: Path, language: Language) -> None:
    whole = countries_csv(library, comparison(library), language)
    printed = run("export", "countries", "--csv", "--lang", language).out
    assert printed == whole.replace("\r\n", "\n")
    assert run("export", "countries", "--lang", language).out == printed
    target = tmp_path / "landen.csv"
    done = run("export", "countries", "--csv", "--lang", language, "--out", str(target))
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_bytes() == csv_file(whole)


def test_the_countries_as_data(run: Run, library: Library) -> None:
    assert run("export", "countries", "--json").json == countries_as_data(comparison(library))


@pytest.mark.parametrize("what", ["knowledge", "thesaurus"])
def test_only_the_countries_have_csv(run: Run, what: str) -> None:
    assert "countries" in run("export", what, "--csv").complaint
    assert run("export", "countries", "--csv", "--json").code == 2


def test_a_file_that_is_there_is_replaced_and_nothing_stays_beside_it(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "was.csv"
    target.write_text("was")
    run("export", "countries", "--out", str(target))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [path.name for path in tmp_path.iterdir()] == ["was.csv"]


def test_only_what_there_is(run: Run) -> None:
    done = run("export", "everything")
    assert done.code == 2
    assert "thesaurus" in done.err


def test_bookmarks(run: Run, tmp_path: Path, library: Library) -> None:
    own = Bookmarks(tmp_path / "data" / "personal.db")
    place = library.place("care-duties")
    assert place is not None
    own.keep([Bookmark.of(place, datetime(2026, 11, 25, tzinfo=UTC)).noted("Vragen naar de *week*", datetime.now(UTC))])
    found = bookmark_statuses(library.place, own.all())
    assert run("export", "bookmarks", "--json").json == as_data(library, found)
    for language in Language:
        assert run("export", "bookmarks", "--markdown", "--lang", language).out == as_markdown(library, found, language)
    assert run("export", "bookmarks").out == as_markdown(library, found, Language.NL)


def test_without_bookmarks_it_says_so(run: Run, tmp_path: Path) -> None:
    assert "no bookmarks yet" in run("export", "bookmarks", "--lang", "en").out
    assert run("export", "bookmarks", "--json").json == {"bookmarks": []}
    assert not (tmp_path / "data").exists()


def test_damaged_bookmarks_are_said_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "personal.db").write_bytes(b"no database" * 100)
    assert "opzijgezet als" in run("export", "bookmarks").complaint
    assert run("export", "bookmarks", "--json").json == {"bookmarks": []}


def test_markdown_is_a_form_of_bookmarks_only(run: Run) -> None:
    assert "bookmarks" in run("export", "thesaurus", "--markdown").complaint
