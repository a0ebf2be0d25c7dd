from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.query.parser import FIELDS, FilterNames, QueryReader
from guidance_kb.search.results.completion import Completion, completions, written
from guidance_kb.search.searcher import Searcher
from tests.rows import rows

NL, EN = Language.NL, Language.EN


@pytest.fixture(scope="module")
def names(knowledge_db: Path) -> FilterNames:
    searcher = Searcher(knowledge_db)
    try:
        return searcher.names()
    finally:
        searcher.close()


def shown(names: FilterNames, text: str, language: Language = NL, cursor: int | None = None) -> list[str]:
    at = len(text) if cursor is None else cursor
    return [completion.shown for completion in completions(text, at, names, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("lan", NL, ["land:"]),
        ("geld lan", NL, ["land:"]),
        ("-lan", NL, ["land:"]),
        ("LAN", NL, ["land:"]),
        ("dri", NL, ["drijfveer:"]),
        ("bel", NL, ["belemmering:", "belemmeringssoort:"]),
        ("belemmerings", NL, ["belemmeringssoort:"]),
        ("cou", EN, ["country:"]),
        ("kin", EN, ["kind:"]),
    ],
)
def test_the_name_of_a_filter_is_completed(
    names: FilterNames, text: str, language: Language, expected: list[str]
) -> None:
    assert shown(names, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("la", NL),
        ("", NL),
        ("geld", NL),
        ("lan ", NL),
        ("the", EN),
        ("kinderopvang", NL),
        ("kin", NL),
        ("cou", NL),
        ("vlan", NL),
        ("lan/", NL),
        ("atlantis:i", NL),
        ("land::", NL),
        ('"eerste lan', NL),
        ("land:xqzzy", NL),
    ],
)
def test_ordinary_typing_is_left_alone(names: FilterNames, text: str, language: Language) -> None:
    assert shown(names, text, language) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("land:i", ["land:ierland", "land:italië"]),
        ("LAND:IER", ["land:ierland"]),
        ("land:slovenie", ["land:slovenië"]),
        ("drempel land:k", ['land:"verenigd koninkrijk"']),
        ('land:"verenigd k', ['land:"verenigd koninkrijk"']),
        ("country:i", ["country:ireland", "country:italy"]),
        ("soort:aanb", ["soort:aanbeveling"]),
        ("belemmeringssoort:", [f"belemmeringssoort:{kind}ioneel" for kind in ("disposit", "situat", "institut")]),
        ("belemmeringssoort:s", ["belemmeringssoort:situationeel"]),
        ("drijfveer:leren", ['drijfveer:"leren op de werkvloer"']),
    ],
)
def test_a_value_is_completed_in_the_language_of_the_filter(names: FilterNames, text: str, expected: list[str]) -> None:
    for language in Language:
        assert sorted(shown(names, text, language)) == sorted(expected)


def test_what_begins_with_all_that_was_typed_comes_first(names: FilterNames) -> None:
    assert shown(names, "belemmering:g")[0].startswith(('belemmering:"g', "belemmering:g"))


def test_what_stands_there_already_is_not_offered(names: FilterNames) -> None:
    assert shown(names, "land:ierland") == []
    assert shown(names, 'land:"verenigd koninkrijk"') == []


def test_a_value_is_put_in_for_what_was_typed_and_one_types_on_behind_it(names: FilterNames) -> None:
    assert completions("geld land:ier", 13, names, NL) == (
        Completion("land:ierland", "geld land:ierland ", 18, whole=True),
    )
    assert completions("geld land:ier leren", 13, names, NL) == (
        Completion("land:ierland", "geld land:ierland leren", 18, whole=True),
    )
    assert completions("lan", 3, names, NL) == (Completion("land:", "land:", 5, whole=False),)


def test_in_the_middle_of_a_word_nothing_is_offered(names: FilterNames) -> None:
    assert shown(names, "landen", cursor=3) == []


@rows("field", FIELDS)
@rows("language", Language)
def test_every_value_is_read_back_as_just_that_value(names: FilterNames, field: str, language: Language) -> None:
    for value in names.of(FIELDS[field]):
        query = f"{field}:{written(value.name.say(language))} geld"
        parsed = QueryReader().read(query)
        assert [condition.field for condition in parsed.conditions] == [FIELDS[field]], query
        assert names.find(FIELDS[field], parsed.conditions[0].value) == (value,), query
        assert [piece.text for clause in parsed.clauses for piece in clause] == ["geld"], query


def test_a_name_with_quotation_marks_and_colons_is_written_as_one_value() -> None:
    assert written("De “kast”: open") == '"de kast : open"'
    assert QueryReader().read(f"thema:{written('a: b')}").conditions[0].value == "a: b"
