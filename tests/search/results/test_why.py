from dataclasses import replace

import pytest

from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.query.plan import Closeness, Mode
from guidance_kb.search.ranking.score import FoundEntry
from guidance_kb.search.results.answer import why
from tests.search.planning import plan


def at(closeness: Closeness, clause: int = 0, label: str = "") -> Occurrence:
    return Occurrence(0, 1, clause, closeness, label)


EXACT = at(Closeness.EXACT)
STEM = at(Closeness.STEM)
PREFIX = at(Closeness.PREFIX)
SYNONYM = at(Closeness.SYNONYM, label="barrière")


@pytest.mark.parametrize(
    ("found", "lang", "nl", "en"),
    [
        (FoundEntry([EXACT], [], [], 9), Language.NL, ("titel",), ("title", "Dutch text")),
        (FoundEntry([], [EXACT], [EXACT], 9), Language.NL, ("trefwoord",), ("keyword", "Dutch text")),
        (FoundEntry([], [], [EXACT], 9), Language.EN, ("in de tekst", "Engelse tekst"), ("in the text",)),
        (
            FoundEntry([at(Closeness.STEM)], [], [EXACT], 9),
            Language.EN,
            ("titel", "vorm van drempel", "Engelse tekst"),
            ("title", "form of drempel"),
        ),
        (
            FoundEntry([], [], [PREFIX], 9),
            Language.NL,
            ("in de tekst", "begint met drempel"),
            ("in the text", "begins with drempel", "Dutch text"),
        ),
        (FoundEntry([], [], [SYNONYM, EXACT], 9), Language.NL, ("in de tekst",), ("in the text", "Dutch text")),
        (
            FoundEntry([], [], [SYNONYM], 9),
            Language.NL,
            ("in de tekst", "ook: barrière"),
            ("in the text", "also: barrière", "Dutch text"),
        ),
        (
            FoundEntry([], [], [at(Closeness.COMPOUND, label="systeemdrempel")], 9),
            Language.NL,
            ("in de tekst", "deel van systeemdrempel"),
            ("in the text", "part of systeemdrempel", "Dutch text"),
        ),
        (
            FoundEntry([], [], [at(Closeness.PARTS, label="taal + les"), at(Closeness.PART, label="les")], 9),
            Language.NL,
            ("in de tekst", "delen: taal + les"),
            ("in the text", "parts: taal + les", "Dutch text"),
        ),
        (
            FoundEntry([], [], [at(Closeness.PART, label="les")], 9),
            Language.NL,
            ("in de tekst", "deel: les"),
            ("in the text", "part: les", "Dutch text"),
        ),
        (FoundEntry([], [], [], 0), Language.NL, (), ("Dutch text",)),
    ],
)
def test_reasons(found: FoundEntry, lang: Language, nl: tuple[str, ...], en: tuple[str, ...]) -> None:
    assert why(plan("drempel"), found, lang, Language.NL) == nl
    assert why(plan("drempel"), found, lang, Language.EN) == en


def test_the_fallback_says_how_many_words_were_found() -> None:
    found = replace(plan("geld tijd werk"), mode=Mode.ANY)
    both = FoundEntry([], [], [EXACT, at(Closeness.STEM, 2)], 9)
    assert why(found, both, Language.NL, Language.NL) == ("in de tekst", "2 van 3 woorden", "vorm van werk")
