from guidance_kb.knowledge.library import Library
from tests.cli.conftest import Run


def test_all_knowledge(run: Run, library: Library) -> None:
    data = run("export", "knowledge", "--json").json
    assert set(data) == {
        "report", "schema", "content", "sections", "works", "countries", "themes", "answers", "entries", "barriers", "drives", "concepts",
    }  # fmt: skip
    assert len(data["sections"]) == 80
    assert len(data["entries"]) == len(library.entries())
    assert list(data["works"][0])[:4] == ["id", "authors", "year", "title"]
    one = data["entries"][0]
    assert run("show", one["id"], "--json").json == one


def test_json_is_the_only_form(run: Run) -> None:
    assert run("export", "knowledge").out == run("export", "knowledge", "--json").out
