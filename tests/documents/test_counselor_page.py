"""The counselor's page: all of it, drives first, with levels in words, reasons, gaps and sources."""

from datetime import date, time

import pytest

from guidance_kb.casebook.records.followups import FIRST_WEEKS, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.counselor_page import counselor_page
from guidance_kb.documents.names import NOT_A_TEST
from guidance_kb.documents.summary import Summary, Talk, appointment_on
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

DAY = date(2026, 11, 25)
CONTACT = Contact("Anna de Vries", "Leerwerkloket Utrecht", "030 - 123 45 67")


@pytest.fixture
def session(checklist: Checklist) -> Session:
    made = Session(checklist)
    for item in ("vraag-steun", "vraag-zorg", "vraag-regels"):
        made.set_state(item, State.NAMED)
    made.set_state("vraag-lezen", State.NAMED)
    made.set_by("vraag-lezen", By.OBSERVED)
    made.set_state("vraag-geld", State.DECLINED)
    made.set_note("vraag-zorg", "moeder past op <dinsdag>")
    made.set_note("vraag-geld", "later nog eens")
    return made


def page(
    library: Library,
    session: Session,
    summary: Summary,
    aside: frozenset[str] = frozenset(),
    code: str = "2026-007",
    *,
    language: Language = Language.NL,
) -> str:
    talk = Talk(session.checklist, session.answers, session.signals, aside, DAY, code, "2025.9")
    return counselor_page(library, talk, summary, CONTACT, language)


def test_it_holds_all_in_its_order(session: Session, library: Library) -> None:
    session.set_state("vraag-eigen-doel", State.NAMED)
    session.set_note("vraag-eigen-doel", "zorghulp worden")
    session.set_note("vraag-verder", "haar zus helpt")
    made = appointment_on(date(2026, 12, 10), Meeting(time(14, 30), Means.HERE, "kamer 2"))
    terms = Terms("Belt de opvang", Who.COUNSELOR, date(2026, 12, 1), "care-duties", handover=True)
    html = page(
        library,
        session,
        Summary(weeks=FIRST_WEEKS, begins=DAY, words={"remarks": "Rustig gesprek."}).agreeing(terms).appointing(made),
    )
    order = [
        "2026-007", "25 november 2026", "Anna de Vries, Leerwerkloket Utrecht", "Wat de cliënt wil", "“zorghulp worden”",
        "Wat goed gaat", library.drives["relatedness"].nl.name, "Wat is afgesproken", "Belt de opvang", "dinsdag 1 december",
        "donderdag 10 december om 14.30 uur, hier, kamer 2", "woensdag 2 december (na de eerste week)",
        "Wat misschien in de weg staat", f"{library.barriers['care-duties'].nl.name} (nu bespreken)",
        "Wil hier liever niet over praten", "later nog eens", "Verder besproken", "“haar zus helpt”", "Rustig gesprek.",
        "Niet besproken", "checklist 2025.9",
    ]  # fmt: skip
    places = [html.find(each) for each in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)
    assert "moeder past op &lt;dinsdag&gt;" in html
    assert "warme overdracht" in html
    assert NOT_A_TEST.nl in html
    assert "§2.1.2" in html


def test_what_was_only_observed_says_so(session: Session, library: Library) -> None:
    name = library.barriers["reading-and-language"].nl.name
    assert f"<b>{name} (ter informatie)</b>" not in page(library, session, Summary())
    chosen = page(library, session, Summary(on_counselor={"reading-and-language": True}))
    assert f"<b>{name} (ter informatie)</b>" in chosen
    assert "gezien door de begeleider" in chosen


def test_what_the_client_said_against_it_stands_with_it_and_its_note_once(session: Session, library: Library) -> None:
    session.set_state("vraag-schulden", State.NAMED)
    html = page(library, session, Summary(on_counselor={"money": True, "debts": True}))
    assert "De cliënt zei hierover: Geld voor een cursus: wil hier niets over zeggen · “later nog eens”<br>" in html
    assert html.count("later nog eens") == 1
    session.set_by("vraag-geld", By.OBSERVED)
    assert "hierover" not in page(library, session, Summary())


def test_the_counselor_chooses_what_stands_on_it(session: Session, library: Library) -> None:
    name = library.barriers["care-duties"].nl.name
    aside = frozenset({"care-duties"})
    assert f"<b>{name}" in page(library, session, Summary())
    assert f"<b>{name}" not in page(library, session, Summary(on_counselor={"care-duties": False}))
    assert f"<b>{name}" not in page(library, session, Summary(), aside)
    back = page(library, session, Summary(on_counselor={"care-duties": True}), aside)
    assert f"<b>{name} (nu bespreken), opzijgezet</b>" in back


def test_the_note_of_a_card_that_is_left_out_is_not_lost(session: Session, library: Library) -> None:
    without = page(library, session, Summary(on_counselor=dict.fromkeys(library.barriers, False)))
    assert "moeder past op" in without


def test_a_task_of_the_service_stands_on_it_once_it_was_agreed(session: Session, library: Library) -> None:
    step = library.barriers["complex-rules"].nl.step_service
    assert step not in page(library, session, Summary())
    assert step in page(library, session, Summary().agreeing(Terms(step, Who.SERVICE, None, "complex-rules")))


def test_what_was_declined_is_said_as_topics(session: Session, library: Library, checklist: Checklist) -> None:
    session.set_state("vraag-schulden", State.DECLINED)
    html = page(library, session, Summary())
    item = checklist.items["vraag-schulden"]
    assert f"<p>{item.nl.topic}</p>" in html
    assert item.nl.label not in html


def test_a_missing_drive_is_said_once(checklist: Checklist, library: Library) -> None:
    session = Session(checklist)
    for item in ("vraag-zorg", "vraag-schulden", "vraag-regels"):
        session.set_state(item, State.NAMED)
    assert page(library, session, Summary()).count("drijfveer") == 1


def test_gaps_are_named_and_what_no_answer_opened_is_not(
    session: Session, checklist: Checklist, library: Library
) -> None:
    html = page(library, session, Summary())
    gaps = html[html.index("Niet besproken") :]
    for item in checklist.items.values():
        discussed = session.answer(item.id).state is not State.NOT_DISCUSSED
        opened = any(session.answer(before).state is State.NAMED for before in item.opens_after)
        assert (item.nl.topic in gaps) is (not discussed and (item.core or opened)), item.id


@pytest.mark.parametrize(("language", "between"), [(Language.NL, " · Datum: "), (Language.EN, " · Date: ")])
def test_code_and_day_stand_apart(session: Session, library: Library, language: Language, between: str) -> None:
    assert between in page(library, session, Summary(), language=language)


def test_nobody_chosen_leaves_room_for_a_code(session: Session, library: Library) -> None:
    assert "Cliëntcode: ....." in page(library, session, Summary(), code="")


def test_nothing_said_says_so(checklist: Checklist, library: Library) -> None:
    html = page(library, Session(checklist), Summary())
    for words in (
        "nog geen drijfveer",
        "vragen nu niet om een gesprek over een belemmering",
        "Er is niets afgesproken",
        "niet gemaakt",
    ):
        assert words in html
    assert "een gat, geen goed of slecht teken" in html


def test_screen_readers_find_table_headers(session: Session, library: Library) -> None:
    html = page(library, session, Summary().agreeing(Terms("Bellen", Who.CLIENT)))
    assert html.count('<th scope="col"') == 3
