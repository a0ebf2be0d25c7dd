import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language, Text
from guidance_kb.search.index.postings import numbers
from guidance_kb.search.query.parser import QueryCondition, read_filter_names, resolve
from guidance_kb.search.query.plan import Field, PlanFilter, Value
from guidance_kb.search.ranking.ranker import Facets
from tests.search.planning import NAMES


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        (Field.COUNTRY, "ierland", ["ireland"]),
        (Field.COUNTRY, "Ireland", ["ireland"]),
        (Field.COUNTRY, "ier", ["ireland"]),
        (Field.COUNTRY, "verenigd koninkrijk", ["united-kingdom"]),
        (Field.COUNTRY, "united-kingdom", ["united-kingdom"]),
        (Field.COUNTRY, "koninkrijk", ["united-kingdom"]),
        (Field.COUNTRY, "atlantis", []),
        (Field.COUNTRY, "-", []),
        (Field.KIND, "aanbevelingen", ["recommendation"]),
        (Field.KIND, "b", ["finding", "barrier", "need"]),
        (Field.KIND, "findings", ["finding"]),
        (Field.THEME, "kanalen", []),
    ],
)
def test_values_by_what_was_typed(field: Field, typed: str, expected: list[str]) -> None:
    assert [value.id for value in NAMES.find(field, typed)] == expected


def test_names_come_from_the_database(sample_db: Path) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        names = read_filter_names(connection)
    assert [value.id for value in names.find(Field.COUNTRY, "schotland")] == ["scotland"]
    assert [value.id for value in names.find(Field.THEME, "kanalen")] == ["channels"]
    assert [value.id for value in names.find(Field.BARRIER, "geldgebrek")] == ["money"]
    assert [value.id for value in names.find(Field.DRIVE, "groei")] == ["curiosity-growth"]


def test_the_same_field_twice_is_either_and_unknown_values_are_kept_apart() -> None:
    conditions = (
        QueryCondition(Field.KIND, "persona", excluded=False),
        QueryCondition(Field.KIND, "aanbeveling", excluded=False),
        QueryCondition(Field.KIND, "drijfveer", excluded=True),
        QueryCondition(Field.COUNTRY, "atlantis", excluded=False),
    )
    found, unknown = resolve(conditions, NAMES)
    assert [([value.id for value in one.values], one.excluded) for one in found] == [
        (["persona", "recommendation"], False),
        (["drive"], True),
    ]
    assert unknown == ("atlantis",)


@pytest.mark.parametrize("excluded", [False, True])
@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (Field.KIND, "practice", {"opvang-helpt", "schotland-online"}),
        (Field.COUNTRY, "scotland", {"schotland-online"}),
        (Field.THEME, "channels", {"schotland-online"}),
        (Field.BARRIER, "money", {"money", "geld-houdt-tegen"}),
        (Field.DRIVE, "curiosity-growth", {"curiosity-growth", "snel-beginnen"}),
    ],
)
def test_filters_let_documents_pass(
    sample_db: Path, field: Field, value: str, expected: set[str], *, excluded: bool
) -> None:
    with closing(sqlite3.connect(sample_db)) as connection:
        facets = Facets(connection, read_filter_names(connection))
        ids = dict(connection.execute("SELECT number, id FROM document WHERE lang = 'nl'"))
    condition = PlanFilter(field, (Value(value, Text(value, value)),), excluded)
    found = {ids[number] for number in numbers(facets.passing([condition]), Language.NL)}
    assert found == (set(ids.values()) - expected if excluded else expected)
