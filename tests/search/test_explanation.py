from dataclasses import replace

import pytest

from guidance_kb.language import Language
from guidance_kb.search.explanation import explanation
from guidance_kb.search.plan import Mode
from tests.search.planning import plan


@pytest.mark.parametrize(
    ("query", "nl", "en"),
    [
        ("", "", ""),
        ("geld", "geld", "geld"),
        ("drempel geld", "drempel (ook: belemmering, barrière) en geld", "drempel (also: barrier, threshold) and geld"),
        ("geld OF tijd", "geld of tijd", "geld or tijd"),
        ("geld OF tijd werk", "(geld of tijd) en werk", "(geld or tijd) and werk"),
        ('"lage drempel" cur*', "“lage drempel” en cur*", "“lage drempel” and cur*"),
        ("geld -tijd -werk", "geld; zonder tijd of werk", "geld; without tijd or werk"),
        ("land:ierland", "land: Ierland", "country: Ireland"),
        ("geld -land:ierland", "geld; zonder land: Ierland", "geld; without country: Ireland"),
        ("soort:aanbeveling soort:persona", "soort: aanbeveling of persona", "kind: recommendation or persona"),
        ("geld land:atlantis", "geld; atlantis (onbekend)", "geld; atlantis (unknown)"),
        (
            "hij durft niet",
            "durft niet (ook: zelfvertrouwen, bang om te falen)",
            "durft niet (also: confidence, fear of failure)",
        ),
    ],
)
def test_one_line(query: str, nl: str, en: str) -> None:
    found = plan(query)
    assert explanation(found, Language.NL) == nl
    assert explanation(found, Language.EN) == en


def test_the_fallback_is_labelled() -> None:
    found = replace(plan("geld tijd"), mode=Mode.ANY)
    assert explanation(found, Language.NL) == "één van: geld, tijd"
    assert explanation(found, Language.EN) == "any of: geld, tijd"


def test_many_synonyms_are_cut() -> None:
    found = plan("drempel")
    ((term,),) = found.clauses
    many = replace(term, expansions=(replace(term.expansions[0], nl=("a", "b", "c", "d", "e")),))
    assert explanation(replace(found, clauses=((many,),)), Language.NL) == "drempel (ook: a, b, c, d, …)"


def test_it_stays_one_line() -> None:
    assert explanation(plan('"lage\n drempel"'), Language.NL) == "“lage drempel”"
