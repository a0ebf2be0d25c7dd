import pytest

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Work
from guidance_kb.language import Language


@pytest.mark.parametrize(
    ("authors", "year", "reference"),
    [("Parsons & Bynner", 2006, "Parsons & Bynner 2006"), ("Cedefop", None, "Cedefop")],
)
def test_reference(authors: str, year: int | None, reference: str) -> None:
    assert Work("x", authors, year, None, (), (), None).reference == reference


@pytest.mark.parametrize("kind", ["barriers", "drives", "items"])
def test_text_is_of_the_language_asked(library: Library, kind: str) -> None:
    for thing in getattr(library, kind).values():
        assert thing.text(Language.NL) is thing.nl
        assert thing.text(Language.EN) is thing.en


def test_text_of_an_entry(library: Library) -> None:
    entry = library.entries()[0]
    assert (entry.text(Language.NL), entry.text(Language.EN)) == (entry.nl, entry.en)
