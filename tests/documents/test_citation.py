import re

import pytest

from guidance_kb.documents.citation import citation, works_cited, works_named
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Entry, numbers
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
        f"Naverteld uit: {REPORT}, §2.1.1 ({title}). Daarin: Parsons & Bynner 2006, in Carpentieri 2014"
    )


def test_english(library: Library, entry: Entry) -> None:
    title = library.sections[entry.section].title.en
    assert citation(library, entry.id, Language.EN) == (
        f"Retold from: {REPORT}, §2.1.1 ({title}). Citing: Parsons & Bynner 2006, in Carpentieri 2014"
    )


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


def test_a_barrier_names_the_works_that_its_text_names(library: Library) -> None:
    """Every year between brackets in a description belongs to a work, the same in both languages."""
    assert citation(library, "transport", Language.NL) == (
        f"Naverteld uit: {REPORT}, §2.1.2 (Situationele belemmeringen); §2.2 (Invloed op doorzettingsvermogen). "
        "Daarin: Belzer 1998; Wonacott 2001; Petty & Thomas 2014; Carpentieri 2014"
    )
    for described in (*library.barriers.values(), *library.drives.values()):
        for language in Language:
            named = works_named(library, described.id, language)
            text = described.text(language).description.replace("(2003–2009)", "")  # the years of a programme
            assert set(re.findall(r"\b(?:19|20)\d\d\b", text)) == {reference[-4:] for reference in named}
        assert sorted(named) == sorted(works_named(library, described.id, Language.NL))


def test_our_questions_rest_on_the_report(library: Library) -> None:
    assert citation(library, next(iter(library.items)), Language.NL).startswith(f"Berust op: {REPORT}, §")


def test_no_inner_name_of_a_section_is_shown(library: Library) -> None:
    for section in library.sections.values():
        said = section.named(Language.NL)
        assert re.fullmatch(r"§\d(\.\d)*( \(.+\))", said)
        assert section.name == section.name.partition("/")[0] or section.name not in said
    assert library.sections["2.2/invloed"].named(Language.NL) == "§2.2 (Invloed op doorzettingsvermogen)"
    assert library.sections["3.1/5a"].named(Language.EN) == "§3.1 (Slovenia, question 5a)"
    assert numbers(library.sections[name] for name in ("2.1/sociaal", "2.1/werkvloer", "2.1.2")) == "§2.1 · §2.1.2"


def test_an_unknown_id(library: Library) -> None:
    with pytest.raises(KnownError, match="Nothing is called"):
        citation(library, "nergens", Language.NL)
