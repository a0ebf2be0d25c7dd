"""The reply to the referrer: what the client allows, and nothing else."""

from datetime import date, time
from html import unescape

import pytest

from guidance_kb.casebook.records.followups import Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.client_page import Contact
from guidance_kb.documents.reply import PARTS, reply_page, reply_text
from guidance_kb.documents.summary import ReplyPart, Summary, Talk, appointment_on
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

DAY = date(2026, 11, 25)
CONTACT = Contact("Anna de Vries", "Leerwerkloket Utrecht", "030 - 123 45 67")
SAID = {
    ReplyPart.APPOINTMENT: "donderdag 10 december om 14.30 uur",
    ReplyPart.GOAL: "“zorghulp worden”",
    ReplyPart.CLIENT_STEPS: "Vraagt de buurvrouw (woensdag 9 december)",
    ReplyPart.COUNSELOR_STEPS: "Belt de school",
    ReplyPart.SERVICE_STEPS: "Zoekt geld voor opvang",
}


@pytest.fixture
def talk(checklist: Checklist) -> Talk:
    session = Session(checklist)
    for item in checklist.items:
        session.set_state(item, State.NAMED)
        session.set_note(item, "zorghulp worden" if item == "vraag-eigen-doel" else "in vertrouwen")
    return Talk(checklist, session.answers, session.signals, frozenset(), DAY, "2026-007")


@pytest.fixture
def summary() -> Summary:
    return (
        Summary(words={"remarks": "geheim"})
        .agreeing(Terms("Vraagt de buurvrouw", Who.CLIENT, date(2026, 12, 9), "care-duties"))
        .agreeing(Terms("Belt de school", Who.COUNSELOR))
        .agreeing(Terms("Zoekt geld voor opvang", Who.SERVICE))
        .appointing(appointment_on(date(2026, 12, 10), Meeting(time(14, 30), Means.HERE, "kamer 2")))
    )


@pytest.mark.parametrize("told", [*((part,) for part in ReplyPart), tuple(ReplyPart), ()])
def test_it_tells_what_was_ticked_and_nothing_else(talk: Talk, summary: Summary, told: tuple[ReplyPart, ...]) -> None:
    for part in ReplyPart:
        summary = summary.replying(part, told=part in told)
    for text in (
        unescape(reply_page(talk, summary, CONTACT, Language.NL)),
        reply_text(talk, summary, CONTACT, Language.NL),
    ):
        assert {part for part, said in SAID.items() if said in text} == set(told)
        assert {part for part, title in PARTS.items() if title.nl in text} == set(told)
        assert "met toestemming van de cliënt" in text.lower()


def test_the_next_appointment_is_all_until_more_is_ticked() -> None:
    assert Summary().reply == (ReplyPart.APPOINTMENT,)


@pytest.mark.parametrize("language", Language)
def test_no_code_no_note_no_place_and_no_signal_stands_in_it(
    talk: Talk, summary: Summary, library: Library, language: Language
) -> None:
    for part in ReplyPart:
        summary = summary.replying(part, told=True)
    for text in (reply_page(talk, summary, CONTACT, language), reply_text(talk, summary, CONTACT, language)):
        for word in ("2026-007", "in vertrouwen", "geheim", "kamer 2"):
            assert word not in text
        for target in (*library.barriers.values(), *library.drives.values()):
            assert target.text(language).name not in text
        assert "Anna de Vries" in text


def test_without_an_appointment_it_says_so(talk: Talk) -> None:
    assert "Er is nog geen volgende afspraak." in reply_page(talk, Summary(), CONTACT, Language.NL)
