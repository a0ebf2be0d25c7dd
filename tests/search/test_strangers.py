"""Words that only look alike, and sayings that mean something else, on the real knowledge."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.results.excerpt import marks
from guidance_kb.search.searcher import Searcher

NL, EN = Language.NL, Language.EN


@pytest.fixture(scope="module")
def searcher(knowledge_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(knowledge_db)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "language"), [("strafblad", NL), ("ik heb een strafblad", NL), ("criminal record", EN)]
)
def test_a_criminal_record_is_a_legal_matter_and_no_prison(searcher: Searcher, query: str, language: Language) -> None:
    hits = searcher.search(query, language).hits
    assert hits[0].id in ("legal-matters", "juridische-kwesties-houden-tegen", "vraag-recht")
    assert not any("gevangenis" in hit.id for hit in hits[:5])


@pytest.mark.parametrize(
    ("query", "language", "first", "never"),
    [
        ("ik zie er geen gat in", NL, "vraag-nut", "slovenie-uitvallers-verdwijnen"),
        ("I don't know what I want", EN, "no-clear-goal", "vraag-eigen-doel"),
        ("laaggeletterden vinden", NL, "", "vraag-lezen"),
        ("mijn baas geeft geen vrij", NL, "time-and-work", "compulsory"),
    ],
)
def test_what_is_shown_first_is_about_what_was_said(
    searcher: Searcher, query: str, language: Language, first: str, never: str
) -> None:
    ids = [hit.id for hit in searcher.search(query, language).hits[:5]]
    assert not first or ids[0] == first, ids
    assert never not in ids


@pytest.mark.parametrize(
    ("query", "stranger"),
    [("oud", "ouders"), ("oppas", "passen bij kinderen"), ("beperking", "beperkte tijd"), ("vinden", "vindt"), ("geeft", "lesgeven"),
     ("kan niet nu", "nuttig"), ("man", "manier"), ("kan ik nie", "nieuw")],
)  # fmt: skip
def test_strangers_are_not_marked(searcher: Searcher, query: str, stranger: str) -> None:
    assert not marks(stranger, searcher.search(query, NL).plan, NL)
