from dataclasses import replace

import pytest

from guidance_kb.language import Language
from guidance_kb.search.occurrences import Occurrence
from guidance_kb.search.plan import Closeness, Mode
from guidance_kb.search.ranking import Found
from guidance_kb.search.why import why
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
        (Found([EXACT], [], [], 9), Language.NL, ("titel",), ("title", "Dutch text")),
        (Found([], [EXACT], [EXACT], 9), Language.NL, ("trefwoord",), ("keyword", "Dutch text")),
        (Found([], [], [EXACT], 9), Language.EN, ("in de tekst", "Engelse tekst"), ("in the text",)),
        (
            Found([at(Closeness.STEM)], [], [EXACT], 9),
            Language.EN,
            ("titel", "vorm van drempel", "Engelse tekst"),
            ("title", "form of drempel"),
        ),
        (
            Found([], [], [PREFIX], 9),
            Language.NL,
            ("in de tekst", "begint met drempel"),
            ("in the text", "begins with drempel", "Dutch text"),
        ),
        (Found([], [], [SYNONYM, EXACT], 9), Language.NL, ("in de tekst",), ("in the text", "Dutch text")),
        (
            Found([], [], [SYNONYM], 9),
            Language.NL,
            ("in de tekst", "ook: barrière"),
            ("in the text", "also: barrière", "Dutch text"),
        ),
        (
            Found([], [], [at(Closeness.COMPOUND, label="systeemdrempel")], 9),
            Language.NL,
            ("in de tekst", "deel van systeemdrempel"),
            ("in the text", "part of systeemdrempel", "Dutch text"),
        ),
        (
            Found([], [], [at(Closeness.PARTS, label="taal + les"), at(Closeness.PART, label="les")], 9),
            Language.NL,
            ("in de tekst", "delen: taal + les"),
            ("in the text", "parts: taal + les", "Dutch text"),
        ),
        (
            Found([], [], [at(Closeness.PART, label="les")], 9),
            Language.NL,
            ("in de tekst", "deel: les"),
            ("in the text", "part: les", "Dutch text"),
        ),
        (Found([], [], [], 0), Language.NL, (), ("Dutch text",)),
    ],
)
def test_reasons(found: Found, lang: Language, nl: tuple[str, ...], en: tuple[str, ...]) -> None:
    assert why(plan("drempel"), found, lang, Language.NL) == nl
    assert why(plan("drempel"), found, lang, Language.EN) == en


def test_the_fallback_says_how_many_words_were_found() -> None:
    found = replace(plan("geld tijd werk"), mode=Mode.ANY)
    both = Found([], [], [EXACT, at(Closeness.STEM, 2)], 9)
    assert why(found, both, Language.NL, Language.NL) == ("in de tekst", "2 van 3 woorden", "vorm van werk")
