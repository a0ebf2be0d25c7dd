import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.search.query.parser import LONGEST, Parsed, QueryCondition, QueryReader, Shape
from guidance_kb.search.query.plan import Field
from tests.rows import rows

READER = QueryReader()


def show(parsed: Parsed) -> str:
    """A short writing: `word`, "phrase", prefix*, a|b for alternatives, -x for excluded, field=value."""

    def piece(shape: Shape, text: str) -> str:
        return {Shape.WORD: text, Shape.PHRASE: f'"{text}"', Shape.PREFIX: f"{text}*"}[shape]

    def condition(one: QueryCondition) -> str:
        return f"{'-' if one.excluded else ''}{one.field}={one.value}"

    return " ".join(
        ["|".join(piece(one.shape, one.text) for one in clause) for clause in parsed.clauses]
        + [f"-{piece(one.shape, one.text)}" for one in parsed.excluded]
        + [condition(one) for one in parsed.conditions]
    )


@rows(
    ("query", "expected"),
    [
        ("", ""),
        ("   ", ""),
        ("drempel geld", "drempel geld"),
        ('"lage drempel" geld', '"lage drempel" geld'),
        ("“lage drempel”", '"lage drempel"'),
        ("drempel -geld", "drempel -geld"),
        ("drempel −geld –tijd", "drempel -geld -tijd"),
        ("drempel NIET geld", "drempel -geld"),
        ("drempel NOT geld", "drempel -geld"),
        ('drempel -"lage drempel"', 'drempel -"lage drempel"'),
        ("-geld", "-geld"),
        ("drempel OF geld", "drempel|geld"),
        ("drempel OR geld OR tijd werk", "drempel|geld|tijd werk"),
        ("drempel | geld", "drempel|geld"),
        ("drempel of geld", "drempel of geld"),
        ("opvang*", "opvang*"),
        ("opvang* geld", "opvang* geld"),
        ("-opvang* geld", "geld -opvang*"),
        ("land:ierland drempel", "drempel country=ierland"),
        ("LAND:Ierland", "country=Ierland"),
        ('country:"united kingdom"', "country=united kingdom"),
        ("soort:aanbeveling kind:persona", "kind=aanbeveling kind=persona"),
        ("thema:kanalen belemmering:geld drijfveer:groei", "theme=kanalen barrier=geld drive=groei"),
        ("theme:x barrier:y drive:z", "theme=x barrier=y drive=z"),
        ("-land:ierland drempel", "drempel -country=ierland"),
        ("land:ier*", "country=ier"),
        # What makes no sense is read as words.
        ("tijd, geld", "tijd, geld"),
        ("(drempel", "(drempel"),
        ("drempel-vrij", "drempel-vrij"),
        ("C++", "C++"),
        ("NOT", "NOT"),
        ("OR", "OR"),
        ("drempel OR", "drempel OR"),
        ("OR drempel", "OR drempel"),
        ("drempel OR OR geld", "drempel geld"),
        ("drempel OR -geld", "drempel -geld"),
        ('"', '"'),
        ('kinder"opvang', 'kinder"opvang'),
        ('""', '""'),
        ("-", "-"),
        ("- geld", "- geld"),
        ("land:", ""),
        ("land: ierland", "country=ierland"),
        ("http://x", "http://x"),
        ("*", "*"),
    ],
)
def test_reading(query: str, expected: str) -> None:
    assert show(READER.read(query)) == expected


@pytest.mark.parametrize(("query", "last"), [("drempel geld", [False, True]), ("drempel geld ", [False, False])])
def test_only_the_word_under_the_cursor_is_the_last(query: str, last: list[bool]) -> None:
    assert [clause[0].last for clause in READER.read(query).clauses] == last


def test_the_names_of_filters_are_those_of_the_plan() -> None:
    assert {READER.read(f"{field}:x").conditions[0].field for field in Field} == set(Field)


def test_a_page_that_is_pasted_is_cut() -> None:
    assert len(READER.read("x" * 3 * LONGEST).clauses[0][0].text) == LONGEST


SYNTAX = st.lists(
    st.sampled_from(
        [
            '"',
            "-",
            "OR ",
            "OF ",
            "NOT ",
            "NIET ",
            "|",
            "*",
            "(",
            ")",
            ":",
            "land:",
            "soort:",
            " ",
            "a",
            "de ",
            "~9",
            "^2",
        ]
    )
)


@given(st.one_of(st.text(), SYNTAX.map("".join)))
def test_no_input_is_an_error_and_the_same_text_is_read_the_same(query: str) -> None:
    assert READER.read(query) == READER.read(query)


@pytest.mark.parametrize("part", ["a", "-", '"', "*", "a OR ", "-a ", 'a" "', "land:", "(", "NOT ", ":", "a*"])
def test_long_repetitions_are_read_in_time(part: str) -> None:
    read = READER.read(part * LONGEST)  # quadratic patterns would run into the timeout of the test
    assert read == READER.read(part * LONGEST)
