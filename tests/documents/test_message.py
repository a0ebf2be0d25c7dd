"""The agreements as a message and as an e-mail: short, and without what others must not read along."""

from datetime import date, time

import pytest

from guidance_kb.casebook.records.followups import Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.message import email, message
from guidance_kb.documents.summary import Summary, Talk, appointment_on
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

DAY = date(2026, 11, 25)
CONTACT = Contact("Anna de Vries", "Leerwerkloket Utrecht", "030 - 123 45 67", "Kanaalstraat 12")
MEETING = appointment_on(date(2026, 12, 10), Meeting(time(14, 30), Means.PHONE))


@pytest.fixture
def talk(checklist: Checklist) -> Talk:
    session = Session(checklist)
    for item in checklist.items:
        session.set_state(item, State.NAMED)
        session.set_note(item, "in vertrouwen")
    return Talk(checklist, session.answers, session.signals, frozenset(), DAY, "2026-007")


def agreed(library: Library, language: Language, *targets: str) -> Summary:
    """A step of the client on each card, and the appointment."""
    summary = Summary(language=language).appointing(MEETING)
    for target in targets:
        summary = summary.agreeing(
            Terms(library.barriers[target].text(language).step_client, Who.CLIENT, date(2026, 12, 9), target)
        )
    return summary


def test_a_message_says_the_steps_the_appointment_and_whom_to_call(talk: Talk, library: Library) -> None:
    said = message(library, talk, agreed(library, Language.NL, "care-duties", "transport"), CONTACT)
    assert said.text.split("\n") == [
        "Dag! Dit spraken we af.",
        "U vraagt wie tijdens de les de zorg kan overnemen (vóór woensdag 9 december).",
        "U zegt tot hoe laat u kunt reizen (vóór woensdag 9 december).",
        "Wij bellen u op donderdag 10 december om 14.30 uur.",
        "Lukt iets niet? Bel Anna de Vries 030 - 123 45 67.",
    ]
    assert (said.subject, said.left_out) == ("", 0)


@pytest.mark.parametrize("language", Language)
def test_a_message_has_six_short_lines_at_most(talk: Talk, library: Library, language: Language) -> None:
    summary = agreed(library, language, *library.barriers)
    for who, step in ((Who.COUNSELOR, "step_counselor"), (Who.SERVICE, "step_service")):
        for barrier in library.barriers.values():
            summary = summary.agreeing(Terms(getattr(barrier.text(language), step), who, DAY, barrier.id))
            alone = Summary(language=language, steps=summary.steps[-1:], appointment=MEETING)
            lines = message(library, talk, alone, CONTACT).text.split("\n")
            assert max(map(len, lines)) <= 160, lines  # one SMS
    lines = message(library, talk, summary, CONTACT).text.split("\n")
    assert len(lines) == 6
    assert lines[3] in ("De rest staat op uw blad.", "The rest is on your page.")


@pytest.mark.parametrize("make", [message, email])
@pytest.mark.parametrize("language", Language)
def test_nothing_that_others_must_not_read_goes_along(
    talk: Talk, library: Library, language: Language, make: object
) -> None:
    summary = agreed(library, language, "health", "debts", "legal-matters", "care-duties")
    for own in ("Belt de schuldhulp", "Gaat naar de huisarts", "Belt haar advocaat", "Rings the debt adviser"):
        summary = summary.agreeing(Terms(own, Who.CLIENT))
    said = make(library, talk, summary, CONTACT)  # type: ignore[operator]
    whole = f"{said.subject}\n{said.text}".lower()
    assert said.left_out == 7
    for word in ("schuld", "huisarts", "advocaat", "debt", "2026-007", "leerwerkloket", "in vertrouwen"):
        assert word not in whole
    for barrier in library.barriers.values():
        assert barrier.text(language).name.lower() not in whole
    kept = {Language.NL: "de zorg kan overnemen", Language.EN: "take over the care"}[language]
    assert kept in whole


def test_an_ordinary_step_is_not_taken_for_a_private_one(talk: Talk, library: Library) -> None:
    for own in (
        "Belt de school",
        "Maakt haar cv",
        "Neemt de artikelen mee",
        "Kijkt op de website van het mbo",
        "Vult de tas",
    ):
        assert message(library, talk, Summary().agreeing(Terms(own, Who.CLIENT)), CONTACT).left_out == 0, own


def test_an_email_has_a_subject_and_every_step_by_who_takes_it(talk: Talk, library: Library) -> None:
    summary = agreed(library, Language.NL, "care-duties", "transport", "money", "place-and-time").agreeing(
        Terms(library.barriers["care-duties"].nl.step_service, Who.SERVICE, None, "care-duties")
    )
    said = email(library, talk, summary, CONTACT)
    assert said.subject == "Onze afspraken"
    assert said.text.count("\n- ") == 5
    assert (
        said.text.index("Dit doet u:") < said.text.index("Dit regelen we voor u:") < said.text.index("Wij bellen u op")
    )
    assert said.text.endswith("Anna de Vries\n030 - 123 45 67")


def test_nothing_agreed_is_a_friendly_message_with_whom_to_call(talk: Talk, library: Library) -> None:
    said = message(library, talk, Summary(), Contact())
    assert said.text == "Dag! Fijn dat we elkaar spraken.\nLukt iets niet? Bel ons gerust."
