import datetime as dt
import re
from html.parser import HTMLParser

import pytest
from PySide6.QtGui import QTextDocument

from guidance_kb.conversation.answers import GOAL_ITEM, OTHER_ITEM, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.form import core_form, empty_form, filled_form
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

pytestmark = pytest.mark.usefixtures("qapp")  # Qt lays out no text without an application

VOID = {"meta", "br", "hr"}
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "b", "i", "ul", "li", "table", "thead", "tbody", "tr",
    "th", "td", "br", "hr",
}  # fmt: skip


class Balanced(HTMLParser):
    """Fails on a tag that Qt does not print, that is not closed, or that brings something in from outside."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert not {name for name, _ in attrs} & {"src", "href", "style", "onload", "onclick"}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def words(html: str) -> str:
    """What a reader sees, on one line."""
    document = QTextDocument()
    document.setHtml(html)
    return " ".join(document.toPlainText().split())


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


def test_forms_are_whole_and_bring_nothing_in(library: Library, session: Session, language: Language) -> None:
    empty = Session(session.checklist)
    for html in (
        filled_form(library, session, language),
        filled_form(library, empty, language),
        empty_form(library, session.checklist, language),
        core_form(library, session.checklist, language),
    ):
        reader = Balanced()
        reader.feed(html)
        reader.close()
        assert reader.open == []
        assert f'<html lang="{language}">' in html
        assert "http" not in html
        assert "url(" not in html


def test_what_was_said_is_escaped_and_kept(library: Library, session: Session) -> None:
    html = filled_form(library, session, Language.NL)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<b>bang" not in html
    assert not re.search(r"[\x00-\x08\ud800]", html)
    assert '<b>bang</b> & "stil" <script>alert(1)</script> tweede regel' in words(html)
    html.encode("utf-8")


def test_drives_stand_before_barriers_then_answers_then_gaps(library: Library, session: Session) -> None:
    text = words(filled_form(library, session, Language.NL))
    headings = ["Wat iemand beweegt", "Wat misschien in de weg staat", "Wat besproken is", "Niet besproken"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    for signal in session.signals:
        thing = library.drives.get(signal.target) or library.barriers[signal.target]
        at = text.index(thing.nl.signal)
        assert (at < places[1]) == (signal.target in library.drives)


def test_a_barrier_has_its_whole_card(library: Library, session: Session, language: Language) -> None:
    text = words(filled_form(library, session, language))
    signal = next(signal for signal in session.signals if signal.target in library.barriers)
    barrier = library.barriers[signal.target].text(language)
    for part in (
        barrier.name,
        barrier.signal,
        barrier.also,
        barrier.ask,
        barrier.step_client,
        barrier.step_counselor,
        barrier.step_service,
    ):
        assert part in text
    for reason in signal.reasons:
        assert session.checklist.items[reason.item].text(language).label in text
    for section in library.barriers[signal.target].sections:
        assert library.sections[section].named(language) in text


def test_a_drive_is_followed_up_and_has_its_steps(library: Library, session: Session, language: Language) -> None:
    text = words(filled_form(library, session, language))
    signal = next(signal for signal in session.signals if signal.target in library.drives)
    drive, item = library.drives[signal.target].text(language), library.items[signal.reasons[0].item].text(language)
    for part in (drive.signal, f"“{item.follow_up}”", drive.build_on, drive.step_client, drive.step_counselor):
        assert part in text
    assert drive.ask not in text


def test_institutional_barriers_are_first_of_all_for_the_service(library: Library, checklist: Checklist) -> None:
    item, evidence = next(
        (item, evidence)
        for item in checklist.items.values()
        for evidence in item.evidence
        if evidence.target in library.barriers and library.barriers[evidence.target].category == "institutional"
    )
    session = Session(checklist)
    session.set_state(item.id, State(evidence.state))
    text = words(filled_form(library, session, Language.NL))
    barrier = library.barriers[evidence.target].nl
    assert text.index(barrier.step_service) < text.index(barrier.step_client)
    assert "nog geen genoemd; vraag naar " in text


def test_what_the_client_said_against_it_stands_on_the_card(library: Library, checklist: Checklist) -> None:
    session = Session(checklist)
    session.set_state("vraag-tegenslag", State.NAMED)
    assert "hierover" not in words(filled_form(library, session, Language.NL))
    session.set_state("vraag-vertrouwen", State.NOT_AN_ISSUE)
    session.set_note("vraag-vertrouwen", "ik kan het best")
    card = words(filled_form(library, session, Language.NL)).split(library.barriers["low-self-belief"].nl.signal)[1]
    topic = library.items["vraag-vertrouwen"].nl.topic
    assert f"De cliënt zei hierover: {topic}: speelt niet · “ik kan het best”" in card


def test_answers_say_how_and_by_whom_and_gaps_are_gaps(library: Library, session: Session) -> None:
    text = words(filled_form(library, session, Language.NL))
    before, gaps = text.rsplit("Niet besproken", 1)
    assert "genoemd, door de cliënt gezegd" in before
    assert "genoemd, gezien door de begeleider" in before
    assert "speelt niet" in before
    assert "wil hier niets over zeggen" in before
    assert "geen goed teken en geen slecht teken" in gaps
    assert "niet besproken · “volgende keer vragen”" in gaps
    open_items = [item for item in session.checklist.items.values() if session.answer(item.id).state == "not_discussed"]
    assert len(open_items) > 10
    assert all(item.nl.topic in gaps for item in open_items)
    assert not any(item.nl.label in gaps for item in open_items)


def test_nothing_said_is_no_all_clear(library: Library, checklist: Checklist, language: Language) -> None:
    text = words(filled_form(library, Session(checklist), language))
    assert all(item.text(language).topic in text for item in checklist.items.values())
    assert not any(item.text(language).label in text for item in checklist.items.values())
    said = {
        Language.NL: "Dat zegt niets over wat niet besproken is.",
        Language.EN: "That says nothing about what was not discussed.",
    }
    assert said[language] in text


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (Language.NL, ["geen gevalideerde test", "geen score", "bewaart niets"]),
        (Language.EN, ["not a validated test", "no score", "stores nothing"]),
    ],
)
def test_every_form_says_what_it_is_not(
    library: Library, session: Session, language: Language, sentences: list[str]
) -> None:
    for html in (filled_form(library, session, language), empty_form(library, session.checklist, language)):
        assert all(sentence in words(html) for sentence in sentences)
        assert library.meta["report"] in words(html)
        assert session.checklist.version in words(html)


def test_the_day_is_printed_or_left_to_write(library: Library, session: Session) -> None:
    assert "Datum: 2 maart 2026" in words(filled_form(library, session, Language.NL, dt.date(2026, 3, 2)))
    assert "Datum: ....." in words(filled_form(library, session, Language.NL))


def test_the_form_of_one_sheet_has_the_core_and_room_for_the_rest(
    library: Library, checklist: Checklist, language: Language
) -> None:
    html = core_form(library, checklist, language)
    text = words(html)
    for item in checklist.items.values():
        assert (item.text(language).open in text) is (item.core and item.id not in (GOAL_ITEM, OTHER_ITEM)), item.id
    headings = {
        Language.NL: ("Wat wil de cliënt?", "Onderwerp", "Verder besproken", "Wat is afgesproken", "Volgende afspraak"),
        Language.EN: ("What does the client want?", "Subject", "Also discussed", "What was agreed", "Next appointment"),
    }[language]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    assert html.count("<hr") == 5


def test_the_empty_form_asks_everything_core_first(library: Library, checklist: Checklist, language: Language) -> None:
    html = empty_form(library, checklist, language)
    text = words(html)
    places = [text.index(item.text(language).open) for item in checklist.items.values() if item.core]
    deeper = [text.index(item.text(language).open) for item in checklist.items.values() if not item.core]
    assert places == sorted(places)
    assert deeper == sorted(deeper)
    assert max(places) < min(deeper)
    rows = html.count("<tr><td")
    assert rows == len(checklist.items)
    assert html.count("&nbsp;") >= 4 * rows  # an empty box for each answer


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [(Language.NL, "Eerste gesprek", "Gesprek 2"), (Language.EN, "First conversation", "Conversation 2")],
)
def test_the_form_of_a_second_conversation_is_not_called_the_first(
    library: Library, session: Session, language: Language, first: str, second: str
) -> None:
    assert words(filled_form(library, session, language)).startswith(first)
    html = filled_form(library, session, language, number=2)
    assert second in words(html)
    assert first not in html
