from pathlib import Path

import pytest

from guidance_kb.documents.skos import thesaurus_as_skos
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


def test_only_what_there_is(run: Run) -> None:
    done = run("export", "everything")
    assert done.code == 2
    assert "thesaurus" in done.err
