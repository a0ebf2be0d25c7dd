from html.parser import HTMLParser

import pytest
from PySide6.QtGui import QTextDocument

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.look.tokens import HIGH_CONTRAST, LIGHT
from guidance_kb.ui.reading.page import PageWriter


class Shape(HTMLParser):
    """Collects tags and targets of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name in ("href", "src")]


def text(page: str | None) -> str:
    document = QTextDocument()
    document.setHtml(page or "")
    return document.toPlainText()


@pytest.fixture
def writer(library: Library) -> PageWriter:
    return PageWriter(library)


def everything(library: Library) -> list[str]:
    return [entry.id for entry in library.entries()] + [*library.barriers, *library.drives, *library.items]


@pytest.mark.parametrize("language", Language)
def test_everything_has_a_page_that_shows_its_title_and_its_source(
    writer: PageWriter, library: Library, language: Language
) -> None:
    for identifier in everything(library):
        page = writer.write(identifier, language, LIGHT)
        title = library.title(identifier)
        assert title is not None
        assert title.say(language) in text(page), identifier
        assert "§" in text(page), identifier


def test_a_page_holds_safe_tags_and_only_links_into_the_program(writer: PageWriter, library: Library) -> None:
    known = set(everything(library))
    for identifier in known:
        shape = Shape(writer.write(identifier, Language.NL, LIGHT) or "")
        assert shape.tags <= {
            "p",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "b",
            "br",
            "span",
            "a",
            "table",
            "tr",
            "td",
        }, identifier
        for target in shape.targets:
            assert target.removeprefix("open:").removeprefix("links:") in known | set(library.sections), (
                identifier,
                target,
            )


def test_what_is_ours_has_an_edge_which_says_it_where_the_ground_cannot(writer: PageWriter, library: Library) -> None:
    ours = next(entry for entry in library.entries() if entry.nl.ours)
    for tokens in (LIGHT, HIGH_CONTRAST):
        page = writer.write(ours.id, Language.NL, tokens)
        assert page is not None
        assert f"border-color: {tokens.note_line}" in page


def test_what_is_ours_is_said_to_be_ours(writer: PageWriter, library: Library) -> None:
    entry = next(entry for entry in library.entries() if entry.nl.ours)
    assert "Ours, not the report's" in text(writer.write(entry.id, Language.EN, LIGHT))


def test_a_dated_fact_shows_its_date_and_a_doubtful_one_its_note(writer: PageWriter, library: Library) -> None:
    dated = next(entry for entry in library.entries() if entry.en.dated)
    assert f"As it was in {dated.as_of}" in text(writer.write(dated.id, Language.EN, LIGHT))
    doubtful = next(entry for entry in library.entries() if entry.en.note)
    assert doubtful.en.note in text(writer.write(doubtful.id, Language.EN, LIGHT))


def test_a_work_is_shown_with_the_work_it_is_cited_through_and_the_reports_spelling(writer: PageWriter) -> None:
    page = text(writer.write("willen-is-nog-geen-cursus", Language.EN, LIGHT))
    assert "Parsons & Bynner 2006, in Carpentieri 2014" in page
    assert "Byner" in page


def test_a_link_of_ours_is_marked_and_one_of_the_report_is_not(writer: PageWriter, library: Library) -> None:
    for entry in library.entries():
        links = library.links(entry.id)
        the_reports = {link.id for link in links if not link.ours}
        page = text(writer.write(entry.id, Language.EN, LIGHT))
        assert page.count("our link") == len({link.id for link in links} - the_reports), entry.id


def test_links_can_be_followed_from_both_sides(writer: PageWriter, library: Library) -> None:
    barrier = Shape(writer.write("care-duties", Language.NL, LIGHT) or "").targets
    entry = next(link.id for link in library.links("care-duties") if link.type == "barrier")
    assert f"open:{entry}" in barrier
    assert "open:care-duties" in Shape(writer.write(entry, Language.NL, LIGHT) or "").targets


def test_there_is_no_page_of_nothing(writer: PageWriter) -> None:
    assert writer.write("nothing-of-this-name", Language.NL, LIGHT) is None
