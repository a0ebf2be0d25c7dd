"""Folding by itself, and that the index, the query, the marks and the spelling all fold alike."""

from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_kb.language import Language
from guidance_kb.search.language.folding import fold, ranges, words
from guidance_kb.search.results.excerpt import marks
from guidance_kb.search.searcher import Searcher
from tests.rows import rows
from tests.search.planning import plan
from tests.search.samples import Document, make_database

NL = Language.NL
TRICKY = st.text(st.sampled_from("aeist -'’`\u2010\u00ad\u200b\u0301\u0308\u00a0éßﬁ½ŉＡ.\n")) | st.text()

WRITTEN = {
    "an accent": ("coördinator", "coordinator"),
    "several accents": ("geïnteresseerdén", "geinteresseerden"),
    "an accent in a character of its own": ("financie\u0308n", "financien"),
    "an accent on the last letter": ("pate\u0301", "pate"),
    "a tilde and a cedilla": ("señorança", "senoranca"),
    "capitals": ("BIJSTAND", "bijstand"),
    "a dotted capital": ("İnburgering", "inburgering"),
    "the ligature of f and i": ("proﬁel", "profiel"),
    "the ligature of i and j": ("Ĳsbaan", "ijsbaan"),
    "the ligature of o and e": ("œuvre", "oeuvre"),
    "the ligature of a and e, accented": ("Ǽgiraam", "aegiraam"),
    "a sharp s": ("Straßenbahn", "strassenbahn"),
    "a stroke through a letter": ("Sjøłander", "sjolander"),
    "a typographic apostrophe": ("agenda’s", "agenda's"),
    "an acute for an apostrophe": ("risico´s", "risico's"),
    "a prime for an apostrophe": ("video′s", "video's"),
    "an apostrophe before another ending": ("zzp’er", "zzp'er"),
    "no apostrophe": ("havo’er", "havoer"),
    "a hyphen that does not break": ("e\u2011portfolio", "e-portfolio"),
    "a typographic hyphen": ("oud\u2010cursist", "oud-cursist"),
    "a minus sign": ("ex\u2212leerling", "ex-leerling"),
    "no hyphen": ("co-ouder", "coouder"),
    "full-width letters": ("ｃｕｒｓｕｓ", "cursus"),
    "full-width figures": ("２０４７", "2047"),
    "a space that does not break": ("lage\u00a0drempel", "lage drempel"),
    "a narrow space": ("open\u202fdeur", "open deur"),
    "an ideographic space": ("vrije\u3000dag", "vrije dag"),
    "a zero-width space": ("kinder\u200bopvang", "kinderopvang"),
    "a zero-width joiner": ("mantel\u200dzorg", "mantelzorg"),
    "a word joiner": ("reis\u2060kosten", "reiskosten"),
    "a byte order mark": ("\ufeffwachtlijst", "wachtlijst"),
    "a direction mark": ("huiswerk\u200e", "huiswerk"),
    "a soft hyphen": ("reken\u00adangst", "rekenangst"),
    "a fraction": ("½uur", "1 2uur"),
}
"""For each class of characters: a word as it may be written, and the same word on a plain keyboard."""

CONCEPTS = {"c-profile": (("proﬁel", "gelaats\u00adtrekken"), ("outline",))}


@rows(
    ("text", "expected"),
    [
        ("Drempel, GELD!", ["drempel", "geld"]),
        ("één barrière", ["een", "barriere"]),
        ("e\u0301e\u0301n", ["een"]),
        ("coöperatie financiën", ["cooperatie", "financien"]),
        ("ﬁnancieel ĳs Æsir œuvre Straße Łódź", ["financieel", "ijs", "aesir", "oeuvre", "strasse", "lodz"]),
        ("Ǣ ǿ", ["ae", "o"]),
        ("ＳＴＡＰ ２０２２", ["stap", "2022"]),
        ("kinder\u00adopvang kinder\u200bopvang \u200eopvang\u200f", ["kinderopvang", "kinderopvang", "opvang"]),
        ("lage\u00a0drempel\u2003geld", ["lage", "drempel", "geld"]),
        ("foto's foto’s fotoʼs foto′s", ["foto", "foto", "foto", "foto"]),
        ("zo'n z’n 's avonds ŉ", ["zo", "n", "z", "n", "s", "avonds", "n"]),
        ("65'er don't O'Grady", ["65er", "dont", "o", "grady"]),
        ("drempel-vrij", ["drempel", "vrij", "drempelvrij"]),
        ("één-op-één e‑mail", ["een", "op", "een", "e", "mail", "eenopeen", "email"]),
        ("taal- en rekencursus", ["taal", "en", "rekencursus"]),
        ("taal–les hij/zij (ge)leerd", ["taal", "les", "hij", "zij", "ge", "leerd"]),
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
        ("e\u0301e\u0301n mens cafe\u0301", ["e\u0301e\u0301n", "mens", "cafe\u0301"]),
        ("drempel-vrij", ["drempel", "vrij", "drempel-vrij"]),
        ("½ uur", ["½", "½", "uur"]),
    ],
)
def test_ranges_point_into_the_original(text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in ranges(text)] == marked


@given(TRICKY)
def test_words_and_ranges_agree(text: str) -> None:
    found = ranges(text)
    assert len(words(text)) == len(found)
    for word, (start, end) in zip(words(text), found, strict=True):
        assert 0 <= start < end <= len(text)
        assert word in words(text[start:end])


@given(TRICKY)
def test_the_words_stand_in_order_and_then_the_hyphenated_ones(text: str) -> None:
    joined = sum("-" in fold(text[start:end]) for start, end in ranges(text))
    plain = ranges(text)[: len(ranges(text)) - joined]
    assert all(before[0] <= after[0] for before, after in pairwise(plain))


@given(TRICKY)
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_character_folds_to_letters_figures_spaces_hyphens_and_apostrophes() -> None:
    every = "".join(map(chr, range(0x3000))) + "".join(map(chr, range(0xFB00, 0xFFFF)))
    folded = fold(every)
    assert fold(folded) == folded
    assert all(letter.isalnum() or letter in " -'" for letter in folded)


@given(TRICKY)
def test_a_word_holds_nothing_that_fts5_could_read_as_syntax(text: str) -> None:
    assert all(word and not set(word) & set(" \"'()*:^+-,{}\x00") for word in words(text))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    documents = [
        Document(name, "finding", ("Titel", "", f"Zo staat {written} in een zin."), ("Title", "", "Nothing."))
        for name, (written, _) in WRITTEN.items()
    ]
    path = make_database(tmp_path_factory.mktemp("folding") / "written.db", documents, CONCEPTS)
    with closing(Searcher(path)) as opened:
        yield opened


@rows("name", WRITTEN)
def test_index_and_query_fold_alike(searcher: Searcher, name: str) -> None:
    for query in WRITTEN[name]:
        answer = searcher.search(query, NL)
        assert [hit.id for hit in answer.hits] == [name], query
        assert not answer.plan.corrections


@rows(("written", "plain"), WRITTEN.values(), ids=WRITTEN)
def test_marks_fold_as_the_query_and_lie_on_the_original_text(written: str, plain: str) -> None:
    for text, query in ((f"Zo staat {written} in een zin.", plain), (f"Zo staat {plain} in een zin.", written)):
        found = marks(text, plan(f"{query} "), NL)
        assert text[found[0][0] : found[-1][1]].strip("\ufeff") in {written.strip("\ufeff"), plain}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("COÖRDINATRO", "coordinator"),
        ("coo\u0308rdniator", "coordinator"),
        ("proﬁle", "profiel"),
        ("kinder\u200bopvnag", "kinderopvang"),
        ("reken\u00adangts", "rekenangst"),
        ("ｃｕsrus", "cursus"),
        ("wachtlijts\u200e", "wachtlijst"),
        ("gelaatstrekekn", "gelaatstrekken"),  # of the thesaurus
    ],
)
def test_the_spelling_folds_what_is_typed_and_what_is_known(searcher: Searcher, typed: str, meant: str) -> None:
    answer = searcher.search(f"{typed} ", NL)
    assert [correction.meant for correction in answer.plan.corrections] == [meant]
    assert answer.hits
