from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.search.query_chips import FIRST, Added, More, QueryChips, QueryWord

EN, NL = Language.EN, Language.NL


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    made = Searcher(knowledge_db)
    yield made
    made.close()


def said(searcher: Searcher, query: str, language: Language = NL, *unfolded: str) -> str:
    pieces = QueryChips().of(searcher.search(query, language).plan, language, frozenset(unfolded))
    shown = {
        QueryWord: lambda piece: f"<{piece.text}>" if piece.strong else piece.text,
        Added: lambda piece: f"[{piece.addition.label}]",
        More: lambda piece: f"+{piece.count}",
    }
    return " ".join(shown[type(piece)](piece) for piece in pieces)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Quigley", "<Quigley>"),
        ("Quigley -trainer", "<Quigley> without <trainer>"),
        ('"Quigley"', "<“Quigley”>"),
        ("Quigl*", "<Quigl*>"),
        ("Quigley OF Belzer", "<Quigley> or <Belzer>"),
        ("Petty Quigley OF Belzer", "<Petty> and ( <Quigley> or <Belzer> )"),
        ("land:ierland", "country: <Ierland>"),
        ("-land:ierland soort:persona", "kind: <persona> without country: <Ierland>"),
        ("Quigley land:atlantis", "<Quigley> atlantis (unknown)"),
    ],
)
def test_a_query_is_said_in_pieces(searcher: Searcher, query: str, expected: str) -> None:
    assert said(searcher, query) == expected


def test_additions_stand_with_how_they_came(searcher: Searcher) -> None:
    assert said(searcher, "drempel").startswith("<drempel> also [belemmering] ")
    assert said(searcher, "geld").startswith("<geld> part of [")
    assert "parts [taal + les]" in said(searcher, "taalles", NL, "taalles")


def test_unfolded_all_additions_are_there_with_those_in_the_other_language(searcher: Searcher) -> None:
    folded = said(searcher, "drempel")
    assert folded.count("[") == FIRST
    unfolded = said(searcher, "drempel", NL, "drempel")
    assert "in English [barrier]" in unfolded
    assert "in Dutch [belemmering]" in said(searcher, "barrier", EN, "barrier")
    assert unfolded.endswith("+0")
    assert unfolded.count("[") == folded.count("[") + int(folded.rpartition("+")[2])


def test_a_word_of_a_text_is_cut_and_a_text_is_not_said_whole(searcher: Searcher) -> None:
    assert said(searcher, "x" * 100) == f"<{'x' * 39}…>"
    long = said(searcher, "Quigley Belzer Petty Thomas Carpentieri Wonacott Porter Kerka Comings McClelland")
    assert long.count("<") == 8
    assert " … " in f"{long} "
