import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.search.folding import fold, ranges, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drempel, GELD!", ["drempel", "geld"]),
        ("één barrière", ["een", "barriere"]),
        ("e\u0301e\u0301n", ["een"]),
        ("coöperatie financiën", ["cooperatie", "financien"]),
        ("ﬁnancieel ĳs Æsir œuvre Straße Łódź", ["financieel", "ijs", "aesir", "oeuvre", "strasse", "lodz"]),
        ("ＳＴＡＰ ２０２２", ["stap", "2022"]),
        ("kinder\u00adopvang kinder\u200bopvang \u200eopvang\u200f", ["kinderopvang", "kinderopvang", "opvang"]),
        ("lage\u00a0drempel\u2003geld", ["lage", "drempel", "geld"]),
        ("foto's foto’s fotoʼs", ["foto", "foto", "foto"]),
        ("zo'n z’n 's avonds", ["zo", "n", "z", "n", "s", "avonds"]),
        ("65'er don't O'Grady", ["65er", "dont", "o", "grady"]),
        ("drempel-vrij", ["drempel", "vrij", "drempelvrij"]),
        ("één-op-één e‑mail", ["een", "op", "een", "e", "mail", "eenopeen", "email"]),
        ("taal- en rekencursus", ["taal", "en", "rekencursus"]),
        ("3,5% van €1.000 (2.1.3)", ["3", "5", "van", "1", "000", "2", "1", "3"]),
        ("C++ & snake_case", ["c", "snake", "case"]),
        ("Ελλάς ΟΔΟΣ", ["ελλασ", "οδοσ"]),
        ("", []),
        (" -'\u200b- \x00\ud800", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("De drempel", ["De", "drempel"]),
        ("Foto’s van één", ["Foto’s", "van", "één"]),
        ("kinder\u00adopvang telt", ["kinder\u00adopvang", "telt"]),
        ("de ﬁets", ["de", "ﬁets"]),
        ("e\u0301e\u0301n mens", ["e\u0301e\u0301n", "mens"]),
        ("drempel-vrij", ["drempel", "vrij", "drempel-vrij"]),
        ("½ uur", ["½", "½", "uur"]),
    ],
)
def test_ranges_point_into_the_original(text: str, marked: list[str]) -> None:
    # A combining accent after the last letter of a word is invisible, so it may stay outside the range.
    assert [text[start:end].rstrip("\u0301") for start, end in ranges(text)] == [m.rstrip("\u0301") for m in marked]


@given(st.text())
def test_words_and_ranges_agree(text: str) -> None:
    found = ranges(text)
    assert len(words(text)) == len(found)
    assert all(0 <= start < end <= len(text) for start, end in found)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_word_holds_nothing_that_fts5_could_read_as_syntax(text: str) -> None:
    assert all(word and not set(word) & set(" \"'()*:^+-,{}\x00") for word in words(text))
