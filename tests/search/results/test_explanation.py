from dataclasses import replace

import pytest

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Correction, Mode
from guidance_kb.search.results.answer import explanation
from tests.search.planning import PLANNER, plan


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
        ("opvang ", "opvang (deel van: kinderopvang)", "opvang (part of: kinderopvang)"),
        ("taallessen ", "taallessen (delen: taal + lessen)", "taallessen (parts: taal + lessen)"),
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


def test_a_correction_is_labelled_in_its_term() -> None:
    found = PLANNER.plan("drempl geld", Language.NL, (Correction("drempl", "drempel"),))
    assert explanation(found, Language.NL) == "drempel (u typte drempl; ook: belemmering, barrière) en geld"
    assert explanation(found, Language.EN) == "drempel (you typed drempl; also: barrier, threshold) and geld"


def test_a_correction_in_a_concept_of_several_words_is_labelled_too() -> None:
    found = PLANNER.plan("bang om te faeln", Language.NL, (Correction("faeln", "falen"),))
    assert explanation(found, Language.NL).startswith("bang falen (u typte bang faeln; ook: ")


def test_it_stays_one_line() -> None:
    assert explanation(plan('"lage\n drempel"'), Language.NL) == "“lage drempel”"
