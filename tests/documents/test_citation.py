import pytest

from guidance_kb.documents.citation import citation, with_citation, works_cited
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Entry
from guidance_kb.language import Language

REPORT = "Hoe bereiken we kwetsbare doelgroepen voor loopbaanbegeleiding? (Euroguidance Nederland, 2022)"


@pytest.fixture
def entry(library: Library) -> Entry:
    found = library.entry("willen-is-nog-geen-cursus")
    assert found is not None
    return found


def test_dutch(library: Library, entry: Entry) -> None:
    title = library.sections[entry.section].title.nl
    assert citation(library, entry.id, Language.NL) == (
        f"Bron: {REPORT}, §2.1.1/zelfconcept ({title}). Daarin: Parsons & Bynner 2006, in Carpentieri 2014"
    )


def test_english(library: Library, entry: Entry) -> None:
    title = library.sections[entry.section].title.en
    assert citation(library, entry.id, Language.EN) == (
        f"Source: {REPORT}, §2.1.1/zelfconcept ({title}). Citing: Parsons & Bynner 2006, in Carpentieri 2014"
    )


def test_title_and_body_come_first(library: Library, entry: Entry) -> None:
    for language in Language:
        text = with_citation(library, entry.id, language)
        title, body, *_, source = text.split("\n\n")
        assert title == entry.text(language).title
        assert body == " ".join(entry.text(language).body.split())
        assert source == citation(library, entry.id, language)


def test_a_work_is_through_another_only_where_that_is_cited_too(library: Library, entry: Entry) -> None:
    assert "carpentieri-2014" in library.works["parsons-bynner-2006"].through

    def cited(*works: str) -> list[str]:
        return works_cited(library, entry._replace(works=works), Language.NL)

    assert cited("parsons-bynner-2006") == ["Parsons & Bynner 2006"]
    assert cited("carpentieri-2014") == ["Carpentieri 2014"]
    assert cited("tinto-1999", "parsons-bynner-2006", "carpentieri-2014") == [
        "Tinto 1999",
        "Parsons & Bynner 2006, in Carpentieri 2014",
    ]
    assert cited() == []


def test_no_work_that_is_cited_gets_lost(library: Library) -> None:
    for entry in library.entries():
        line = citation(library, entry.id, Language.NL)
        for work in entry.works:
            assert library.works[work].reference in line
        assert ("Daarin" in line) == bool(entry.works)
        assert "\n" not in line


def test_a_dated_fact_takes_its_date_along(library: Library) -> None:
    dated = next(entry for entry in library.entries() if entry.nl.dated)
    assert f"Onze noot bij de datum ({dated.as_of}): " in with_citation(library, dated.id, Language.NL)


def test_everything_that_can_be_opened_can_be_copied(library: Library) -> None:
    things = [*(entry.id for entry in library.entries()), *library.barriers, *library.drives, *library.items]
    for language in Language:
        for identifier in things:
            text = with_citation(library, identifier, language)
            title = library.title(identifier)
            assert title is not None
            assert text.startswith(title.say(language))
            assert text.splitlines()[-1].startswith(("Bron: ", "Source: "))
            assert "§" in text.splitlines()[-1]


def test_our_questions_are_marked_as_ours(library: Library) -> None:
    item = next(iter(library.items))
    assert "De vraag is van Guidance KB" in with_citation(library, item, Language.NL)


@pytest.mark.parametrize("copy", [citation, with_citation])
def test_an_unknown_id(library: Library, copy: object) -> None:
    assert callable(copy)
    with pytest.raises(KnownError, match="Nothing is called"):
        copy(library, "nergens", Language.NL)


def test_a_section_is_copied_with_what_it_holds(library: Library) -> None:
    first, listed, source = with_citation(library, "2.1.2", Language.NL).split("\n\n")
    assert first == "Situationele belemmeringen"
    assert listed.splitlines() == [f"- {entry.nl.title}" for entry in library.entries_of_section("2.1.2")]
    assert source == f"Bron: {library.meta['report']}, §2.1.2 (Situationele belemmeringen)"
