"""What is taken along: copied, printed or saved."""

import re

import pytest

from guidance_kb.documents.citation import citation
from guidance_kb.documents.passages import as_html, as_text, passages_page, selection_as_html
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

FINDING = "willen-is-nog-geen-cursus"


def test_title_and_body_come_first(library: Library) -> None:
    entry = library.entry(FINDING)
    assert entry is not None
    for language in Language:
        title, body, *_, source = as_text(library, entry.id, language).split("\n\n")
        assert title == entry.text(language).title
        assert body == " ".join(entry.text(language).body.split())
        assert source == citation(library, entry.id, language)


def test_a_dated_fact_takes_its_date_along(library: Library) -> None:
    dated = next(entry for entry in library.entries() if entry.nl.dated)
    assert f"Onze noot bij de datum ({dated.as_of}): " in as_text(library, dated.id, Language.NL)


def test_everything_that_can_be_opened_can_be_copied(library: Library) -> None:
    things = [*(entry.id for entry in library.entries()), *library.barriers, *library.drives, *library.items]
    for language in Language:
        for identifier in things:
            text = as_text(library, identifier, language)
            title = library.title(identifier)
            assert title is not None
            assert text.startswith(title.say(language))
            assert text.splitlines()[-1] == citation(library, identifier, language)
            assert not re.search(r"§[\d.]+/", text)


@pytest.mark.parametrize("identifier", ["transport", "social-nearness", "autonomy"])
def test_a_barrier_or_drive_takes_its_question_and_steps_along(library: Library, identifier: str) -> None:
    described = library.barriers.get(identifier) or library.drives[identifier]
    for language in Language:
        told = described.text(language)
        text = as_text(library, identifier, language)
        steps = [told.step_client, told.step_counselor, getattr(told, "step_service", "")]
        for part in (f"“{told.ask}”", *(f": {step}" for step in steps if step)):
            assert part in text
    assert "De vraag en de stappen zijn van Guidance KB" in as_text(library, identifier, Language.NL)


def test_our_questions_are_marked_as_ours(library: Library) -> None:
    assert "De vraag is van Guidance KB" in as_text(library, next(iter(library.items)), Language.NL)


def test_a_section_is_copied_with_what_it_holds(library: Library) -> None:
    first, listed, source = as_text(library, "2.1.2", Language.NL).split("\n\n")
    assert first == "Situationele belemmeringen"
    assert listed.splitlines() == [f"- {entry.nl.title}" for entry in library.entries_of_section("2.1.2")]
    assert source == f"Naverteld uit: {library.meta['report']}, §2.1.2 (Situationele belemmeringen)"


def test_rich_text_has_a_bold_title_and_lists_but_no_headings(library: Library) -> None:
    html = as_html(library, "transport", Language.NL)
    assert html.startswith("<p><b>Vervoer naar de les</b></p>")
    assert html.count("<li>") == 3
    assert not re.search("<h[1-6]>", html)


def test_a_selection_is_followed_by_the_source_of_its_page(library: Library) -> None:
    html = selection_as_html(library, "transport", "<p>Hulp bij vervoer</p>", Language.NL)
    assert html.startswith("<p>Hulp bij vervoer</p><p>Naverteld uit: ")


def test_one_thing_is_a_page_of_its_own_and_several_are_one_page(library: Library) -> None:
    one = passages_page(library, ["transport"], Language.NL)
    assert "<h1>Vervoer naar de les</h1>" in one
    several = passages_page(library, ["transport", "gone", FINDING], Language.NL, {"transport": "Voor <b>morgen</b>"})
    assert re.findall("<h2>(.*?)</h2>", several) == [library.barriers["transport"].nl.name, library.title(FINDING).nl]  # type: ignore[union-attr]
    assert "Voor &lt;b&gt;morgen&lt;/b&gt;" in several
    assert several.count("Naverteld uit") == 2


def test_an_unknown_id(library: Library) -> None:
    with pytest.raises(KnownError, match="Nothing is called"):
        as_text(library, "nergens", Language.NL)
