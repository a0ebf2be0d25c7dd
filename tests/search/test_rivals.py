import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from tools.rivals import (
    ENGINES,
    Document,
    Engine,
    RawFts5,
    present,
    read_documents,
    rival_answers,
    xapian_is_there,
)

from guidance_kb.language import Language
from guidance_kb.search.evaluation.judgements import JudgedQuery
from tools import rivals

every_engine = pytest.mark.parametrize("engine", [pytest.param(engine, id=name) for name, engine in present().items()])


def answer(engine: Engine, database: Path, query: str, language: Language = Language.NL) -> list[str]:
    (found,) = rival_answers(engine, database, [JudgedQuery(query, "words", language, {})])
    return found


@every_engine
def test_all_words_before_any_word(sample_db: Path, engine: Engine) -> None:
    assert set(answer(engine, sample_db, "weinig geld")) == {"geld-houdt-tegen", "money", "vraag-geld"}
    assert set(answer(engine, sample_db, "website nieuwsgierigheid")) == {"schotland-online", "curiosity-growth"}


@every_engine
def test_the_title_counts_and_each_document_comes_once(sample_db: Path, engine: Engine) -> None:
    assert answer(engine, sample_db, "Carpentieri") == ["schotland-online"], "it stands in both languages"
    assert answer(engine, sample_db, "barriers") == ["hoge-drempel"], "in the other language than that of the query"
    assert answer(engine, sample_db, "childcare", Language.EN)[0] == "opvang-helpt"


@every_engine
@pytest.mark.parametrize(
    "query", ["geld AND", '"geld', "geld OR (", "title:geld", "geld*", "-geld", "NOT geld", "geld' --"]
)
def test_signs_and_operators_are_nothing_special(sample_db: Path, engine: Engine, query: str) -> None:
    assert "money" in answer(engine, sample_db, query)


@every_engine
@pytest.mark.parametrize("query", ["", "?!", "_", "zeppelin"])
def test_nothing_to_find_is_no_error(sample_db: Path, engine: Engine, query: str) -> None:
    assert answer(engine, sample_db, query) == []


@every_engine
def test_nothing_is_left_behind(
    sample_db: Path, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert answer(engine, sample_db, "geld")
    assert list(tmp_path.iterdir()) == []


def test_only_stems_find_other_forms(sample_db: Path) -> None:
    assert answer(RawFts5, sample_db, "apparaten") == []
    for name, engine in present().items():
        if engine is not RawFts5:
            assert answer(engine, sample_db, "apparaten") == ["schotland-online"], name


@every_engine
def test_all_but_raw_fts5_weigh_the_title_more(engine: Engine, tmp_path: Path) -> None:
    documents = [
        Document("body", "een twee drie", "", "taal taal vier vijf zes"),
        Document("title", "taal een twee", "", "drie vier vijf zes zeven"),
        *(Document(f"other-{number}", "een twee drie", "", "vier vijf zes zeven acht") for number in range(9)),
    ]
    with closing(engine(Language.NL, documents, tmp_path)) as index:
        found = [hit.id for hit in index.found(["taal"], every=True)]
    assert found == (["body", "title"] if engine is RawFts5 else ["title", "body"])


def test_the_documents_of_both_languages(sample_db: Path) -> None:
    documents = read_documents(sample_db)
    assert [len(documents[language]) for language in Language] == [8, 8]
    assert documents[Language.EN][5] == (
        "money",
        "Lack of money",
        "broke",
        "Someone with little money cannot pay for a course.",
    )


def test_xapian_is_a_rival_only_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("Xapian" in present()) == xapian_is_there()
    monkeypatch.setitem(sys.modules, "xapian", None)  # as on a machine without it
    monkeypatch.setattr(rivals, "_DEBIAN", tmp_path / "xapian" / "__init__.py")
    assert list(present()) == [name for name in ENGINES if name != "Xapian"]


def test_debians_xapian_is_loaded_by_its_path_unless_it_is_of_another_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "xapian" / "__init__.py"
    module.parent.mkdir()
    monkeypatch.setattr(rivals, "_DEBIAN", module)
    monkeypatch.setitem(sys.modules, "xapian", None)
    module.write_text("from . import _absent", "utf-8")
    assert not xapian_is_there()
    assert "xapian" not in sys.modules
    module.write_text("from .inside import here", "utf-8")
    (module.parent / "inside.py").write_text("here = 1", "utf-8")
    monkeypatch.setitem(sys.modules, "xapian", None)
    assert xapian_is_there()
    assert sys.modules["xapian"].here == 1
    monkeypatch.delitem(sys.modules, "xapian.inside")
