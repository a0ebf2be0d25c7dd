"""The client's page: the client's own wishes and steps in plain words, and nothing of signals."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from html.parser import HTMLParser

import pytest

from guidance_kb.casebook.records.followups import FIRST_WEEKS, Means, Meeting
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import By, State, goal_of
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents import client_page
from guidance_kb.documents.client_page import Contact, PageLayout, PagePart
from guidance_kb.documents.names import LEVELS, STATES
from guidance_kb.documents.summary import Summary, Talk, appointment_on
from guidance_kb.knowledge.authoring.plain_language import findings
from guidance_kb.knowledge.authoring.steps import choice_left
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

DAY = date(2026, 11, 25)
CONTACT = Contact("Anna de Vries", "Leerwerkloket Utrecht", "030 - 123 45 67")


class Shown(HTMLParser):
    """The words of a page, and the tags around them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.feed(html.split("</style>")[1])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - Python's name
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())

    @property
    def text(self) -> str:
        return "\n".join(word for word in self.words if word)


@pytest.fixture
def everything(checklist: Checklist) -> Session:
    """A conversation in which everything was named: every signal is on."""
    session = Session(checklist)
    for item in checklist.items:
        session.set_state(item, State.NAMED)
        session.set_note(item, f"in vertrouwen over {item}")
    return session


def unbroken(text: str) -> str:
    """A text whose spaces are no-break spaces."""
    return text.replace(" ", "\u00a0")


def talk_of(session: Session, aside: frozenset[str] = frozenset()) -> Talk:
    return Talk(session.checklist, session.answers, session.signals, aside, DAY, "2026-007")


def every_text(library: Library) -> dict[str, Text]:
    variants = {
        f"{target.id}, {variant.when}": Text(variant.nl.said, variant.en.said)
        for target in (*library.barriers.values(), *library.drives.values())
        for variant in target.variants
    }
    return {
        **variants,
        **{f"{target}, {item}": text for target in _TARGETS for item, text in client_page.sentences(target).items()},
        **{f"{name}, {who}": each.text for who in Who for name, each in client_page.step_sentences(who).items()},
    }


def test_every_firm_item_of_a_drive_or_need_has_its_sentence(checklist: Checklist, library: Library) -> None:
    assert set(_TARGETS) == set(library.drives)
    for target in _TARGETS:
        assert list(client_page.sentences(target)) == evidence_of(checklist, target, "firm"), target


@pytest.mark.parametrize("who", Who)
def test_every_step_of_a_card_is_said_to_the_client(library: Library, who: Who) -> None:
    """When a card's step changes, its sentence for the client has to be looked at again: then `of` is corrected with it."""
    targets = {**library.barriers, **library.drives}.values()
    proposed = {
        Who.CLIENT: {target.id: target.nl.step_client for target in targets},
        Who.COUNSELOR: {target.id: target.nl.step_counselor for target in targets},
        Who.SERVICE: {barrier.id: barrier.nl.step_service for barrier in library.barriers.values()},
    }
    assert {name: each.of for name, each in client_page.step_sentences(who).items()} == proposed[who]


@pytest.mark.parametrize("language", Language)
def test_no_agreement_leaves_a_choice_open(library: Library, language: Language) -> None:
    for name, text in every_text(library).items():
        assert choice_left(text.say(language), language) is None, name


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("who", [Who.COUNSELOR, Who.SERVICE])
def test_what_others_do_is_said_as_shortly_as_what_the_client_does(language: Language, who: Who) -> None:
    for barrier, step in client_page.step_sentences(who).items():
        sentences = re.findall(r"[^.?]+[.?]", step.text.say(language))
        assert 1 <= len(sentences) <= 2, barrier
        assert max(len(sentence.split()) for sentence in sentences) <= 15, barrier


@pytest.mark.parametrize("language", Language)
def test_every_sentence_speaks_to_the_client_in_plain_words(library: Library, language: Language) -> None:
    address = {Language.NL: {"u", "uw"}, Language.EN: {"you", "your"}}[language]
    for name, text in every_text(library).items():
        words = {word.strip(".,’").lower() for word in text.say(language).split()}
        assert words & address, name
        assert not findings(text.say(language), language), name


@pytest.mark.parametrize("language", Language)
def test_nothing_of_signals_stands_on_it(everything: Session, library: Library, language: Language) -> None:
    summary = Summary(language=language).agreeing(
        Terms(library.barriers["debts"].nl.step_client, Who.CLIENT, None, "debts")
    )
    text = Shown(client_page.client_page(library, talk_of(everything), summary, CONTACT)).text
    for barrier in library.barriers.values():
        for words in (barrier.text(language).name, barrier.text(language).signal, barrier.text(language).also):
            assert words not in text
    for words in (*LEVELS.values(), STATES[State.DECLINED], Text("belemmering", "barrier"), Text("signaal", "signal")):
        assert words.say(language) not in text.lower()
    for drive in library.drives.values():
        assert drive.text(language).name not in text
    goal = goal_of(everything.answers)
    assert goal in text
    assert "in vertrouwen" not in text.replace(goal, "")
    assert "2026-007" not in text


def test_wishes_come_first_and_then_what_goes_well(everything: Session, library: Library) -> None:
    html = client_page.client_page(library, talk_of(everything), Summary(), CONTACT)
    places = [html.index(text.nl) for drive in library.drives for text in client_page.sentences(drive).values()]
    heading = html.index("Wat goed gaat en wie u helpt")
    assert min(places) < heading < max(places)
    assert html.index("Wat u wilt") < html.index("Wat goed gaat en wie u helpt") < html.index("Wie u kunt bellen")


# ── a sentence is what the client said ──────────────────────────────────────────────────────────

_TARGETS = (
    "social-nearness", "curiosity-growth", "economic-security", "learning-at-work", "competence", "autonomy", "relatedness",
)  # fmt: skip


def one_answer(checklist: Checklist, item: str, by: By = By.CLIENT, state: State = State.NAMED) -> Talk:
    session = Session(checklist)
    session.set_state(item, state)
    session.set_by(item, by)
    return talk_of(session)


def evidence_of(checklist: Checklist, target: str, strength: str) -> list[str]:
    return [item.id for item, evidence in checklist.evidence[target] if evidence.strength == strength]


def offered(talk: Talk, summary: Summary | None = None) -> set[str]:
    return {
        each.target
        for part in (PagePart.WANT, PagePart.WELL)
        for each in client_page.proposed(part, talk, summary or Summary())
    }


def page_text(library: Library, talk: Talk, summary: Summary) -> str:
    return Shown(client_page.client_page(library, talk, summary, CONTACT)).text


@pytest.mark.parametrize("target", _TARGETS)
def test_a_hint_gives_no_sentence(checklist: Checklist, library: Library, target: str) -> None:
    hints = evidence_of(checklist, target, "weak")
    for item in hints:
        assert target not in offered(one_answer(checklist, item)), item
    session = Session(checklist)
    for item in hints:
        session.set_state(item, State.NAMED)
    talk = talk_of(session)
    assert target not in offered(talk)
    sentences = client_page.sentences(target)
    assert not any(each.nl in page_text(library, talk, Summary()) for each in sentences.values())


@pytest.mark.parametrize("target", _TARGETS)
def test_what_was_only_observed_gives_no_sentence(checklist: Checklist, target: str) -> None:
    for item, _ in ((each.id, evidence) for each, evidence in checklist.evidence[target]):
        assert target not in offered(one_answer(checklist, item, By.OBSERVED)), item


@pytest.mark.parametrize("target", _TARGETS)
@pytest.mark.parametrize("language", Language)
def test_what_the_client_said_gives_its_own_sentence(
    checklist: Checklist, library: Library, target: str, language: Language
) -> None:
    items = evidence_of(checklist, target, "firm")
    assert items
    for item in items:
        talk = one_answer(checklist, item)
        text = page_text(library, talk, Summary(language=language))
        said = {each: client_page.sentences(target)[each].say(language) in text for each in items}
        assert said == {each: each == item for each in items}


@pytest.mark.parametrize("state", [State.NOT_AN_ISSUE, State.DECLINED])
def test_what_was_denied_or_declined_gives_no_sentence(checklist: Checklist, state: State) -> None:
    for target in _TARGETS:
        for item in evidence_of(checklist, target, "firm"):
            assert target not in offered(one_answer(checklist, item, state=state)), item


def test_who_was_sent_and_names_a_goal_is_not_told_that_the_choice_is_theirs(
    checklist: Checklist, library: Library
) -> None:
    session = Session(checklist)
    session.set_state("vraag-gestuurd", State.NAMED)
    session.set_state("vraag-eigen-doel", State.NAMED)
    text = page_text(library, talk_of(session), Summary())
    assert "kies" not in text.lower()


def test_who_likes_to_learn_in_a_group_is_not_told_that_people_help(checklist: Checklist, library: Library) -> None:
    text = page_text(library, one_answer(checklist, "vraag-samen"), Summary())
    assert not any(word in text for word in ("helpt", "helpen", "steunt"))


@pytest.mark.parametrize("language", Language)
def test_a_sentence_tells_what_was_said_and_promises_nothing(library: Library, language: Language) -> None:
    """What somebody can do, may choose or has around them is not ours to state; what they want or told us is."""
    begins = {
        Language.NL: ("U wilt ", "U leert het liefst ", "U pakt ", "U vertelde ", "U zei "),
        Language.EN: ("You want ", "You would like ", "You like ", "You prefer ", "You told us ", "You said "),
    }[language]
    for drive in library.drives:
        for item, text in client_page.sentences(drive).items():
            assert text.say(language).startswith(begins), item
            assert " we " not in text.say(language), item


def test_words_that_the_counselor_wrote_stay_when_only_a_hint_is_left(checklist: Checklist, library: Library) -> None:
    """In a conversation of an older version the sentence was offered for a hint, and may have been written anew by hand."""
    talk, summary = one_answer(checklist, "vraag-samen"), Summary(words={"relatedness": "Fatima leert met u mee."})
    assert "relatedness" in offered(talk, summary)
    assert "Fatima leert met u mee." in page_text(library, talk, summary)


def test_what_was_set_aside_and_what_was_ticked_off_is_left_out(everything: Session, library: Library) -> None:
    summary = Summary(on_client={"autonomy": False}, words={"competence": "U bakt het beste brood van de straat."})
    text = Shown(
        client_page.client_page(library, talk_of(everything, frozenset({"relatedness"})), summary, CONTACT)
    ).text
    for target in ("relatedness", "autonomy", "competence"):
        assert not any(each.nl in text for each in client_page.sentences(target).values()), target
    assert "U bakt het beste brood van de straat." in text


def test_steps_are_said_to_the_client_with_their_day(everything: Session, library: Library) -> None:
    care, services = library.barriers["care-duties"], library.barriers["fragmented-services"]
    summary = (
        Summary()
        .agreeing(Terms(care.nl.step_client, Who.CLIENT, date(2026, 12, 9), "care-duties"))
        .agreeing(Terms(services.nl.step_counselor, Who.COUNSELOR, None, "fragmented-services"))
        .agreeing(Terms(services.nl.step_service, Who.SERVICE, None, "fragmented-services"))
        .agreeing(Terms("Naar het open spreekuur", Who.CLIENT, date(2027, 1, 6)))
    )
    text = Shown(client_page.client_page(library, talk_of(everything), summary, CONTACT)).text
    assert client_page.step_sentences()["care-duties"].text.nl in text
    assert f"(vóór {unbroken('woensdag 9 december')})" in text
    assert "Naar het open spreekuur" in text
    assert f"(vóór {unbroken('woensdag 6 januari 2027')})" in text
    assert "Uw begeleider " in text
    assert "de cliënt" not in text
    assert services.nl.step_service not in text
    assert client_page.step_sentences(Who.SERVICE)["fragmented-services"].text.nl in text
    english = Shown(
        client_page.client_page(library, talk_of(everything), replace(summary, language=Language.EN), CONTACT)
    ).text
    assert client_page.step_sentences()["care-duties"].text.en in english
    assert "Your counselor " in english
    assert "the client" not in english


def test_a_step_by_what_was_named_is_said_to_the_client_too(everything: Session, library: Library) -> None:
    place = library.barriers["place-and-time"]
    daytime = next(each for each in place.variants if each.when == ("vraag-overdag",) and each.who == "counselor")
    old = Terms("Zoekt een les, zoals vroeger op de kaart stond.", Who.COUNSELOR, None, place.id)
    summary = Summary().agreeing(Terms(daytime.nl.step, Who.COUNSELOR, None, place.id)).agreeing(old)
    text = Shown(client_page.client_page(library, talk_of(everything), summary, CONTACT)).text
    assert daytime.nl.said in text
    assert old.what in text
    english = replace(summary, language=Language.EN)
    assert daytime.en.said in Shown(client_page.client_page(library, talk_of(everything), english, CONTACT)).text


def test_the_counselors_words_go_before_what_is_proposed(everything: Session, library: Library) -> None:
    summary = Summary().agreeing(Terms(library.barriers["care-duties"].nl.step_client, Who.CLIENT, None, "care-duties"))
    summary = summary.changing(0, replace(summary.steps[0], said="U vraagt Fatima."))
    summary = (
        summary.writing("want", "U wilt kok worden.\n\nU wilt een diploma.")
        .writing("next", "")
        .writing("closing", "Tot dan!")
    )
    text = Shown(client_page.client_page(library, talk_of(everything), summary, CONTACT)).text
    assert "U vraagt Fatima." in text
    assert client_page.step_sentences()["care-duties"].text.nl not in text
    assert "U wilt kok worden.\nU wilt een diploma." in text
    assert "Wanneer we elkaar weer spreken" not in text
    assert "Tot dan!" in text


def test_no_day_is_promised_that_was_not_agreed(everything: Session, library: Library) -> None:
    text = Shown(client_page.client_page(library, talk_of(everything), Summary(), CONTACT)).text
    assert client_page.HEADINGS[PagePart.NEXT].nl not in text
    assert not re.findall(r"(maan|dins|woens|donder|vrij|zater|zon)dag", text)


def test_the_next_moments_are_those_that_were_agreed(everything: Session) -> None:
    talk, summary = talk_of(everything), Summary(weeks=FIRST_WEEKS, begins=DAY)
    assert client_page.next_proposed(talk, summary) == (
        "Op woensdag 2 december praten we over hoe het gaat.\nDaarna weer op woensdag 9 december en woensdag 16 december."
    )
    assert client_page.next_proposed(talk, replace(summary, weeks=())) == ""


@pytest.mark.parametrize(
    ("meeting", "nl", "en"),
    [
        (
            Meeting(time(14, 30), Means.HERE, "kamer 2"),
            "Uw volgende afspraak is op donderdag 10 december om 14.30 uur, bij ons: kamer 2.",
            "Your next appointment is on Thursday 10 December at 14:30, with us: kamer 2.",
        ),
        (
            Meeting(),
            "Uw volgende afspraak is op donderdag 10 december, bij ons.",
            "Your next appointment is on Thursday 10 December, with us.",
        ),
        (
            Meeting(time(9, 0), Means.PHONE),
            "Wij bellen u op donderdag 10 december om 9.00 uur.",
            "We will call you on Thursday 10 December at 09:00.",
        ),
        (
            Meeting(None, Means.ELSEWHERE, "Het Taalhuis, Oudegracht 36."),
            "Uw volgende afspraak is op donderdag 10 december. De plek is Het Taalhuis, Oudegracht 36.",
            "Your next appointment is on Thursday 10 December. The place is Het Taalhuis, Oudegracht 36.",
        ),
    ],
)
def test_the_next_appointment_is_said_with_its_time_and_place(
    everything: Session, library: Library, meeting: Meeting, nl: str, en: str
) -> None:
    talk, made = talk_of(everything), appointment_on(date(2026, 12, 10), meeting)
    for language, sentence in ((Language.NL, nl), (Language.EN, en)):
        text = Shown(client_page.client_page(library, talk, Summary(language=language).appointing(made), CONTACT)).text
        assert sentence in text.replace("\u00a0", " ")
        kept = replace(talk, appointment=made)  # of an earlier conversation, still open
        again = Shown(client_page.client_page(library, kept, Summary(language=language), CONTACT)).text
        assert sentence in again.replace("\u00a0", " ")


def test_a_step_of_tomorrow_is_done_on_its_day_and_a_later_one_before_it(everything: Session, library: Library) -> None:
    said = {}
    for days in (0, 1, 2):
        step = Summary().agreeing(Terms("U belt de school.", Who.CLIENT, DAY + timedelta(days=days))).steps[0]
        said[days] = client_page.step_with_day(library, step, Language.NL, DAY)
    assert said[0].endswith("(op woensdag 25 november)")
    assert said[1].endswith("(op donderdag 26 november)")
    assert said[2].endswith("(vóór vrijdag 27 november)")


def test_dates_and_times_do_not_break_over_a_line() -> None:
    text = "Op dinsdag 1 december 2026 om 9.30 uur, of op 2 December, bel 06 12."
    assert client_page.unbroken(text) == text.replace(
        "dinsdag 1 december 2026", unbroken("dinsdag 1 december 2026")
    ).replace("9.30 uur", unbroken("9.30 uur")).replace("2 December", unbroken("2 December"))


def test_each_step_has_a_box_and_each_heading_a_pictogram(everything: Session, library: Library) -> None:
    summary = Summary().agreeing(Terms("U belt.", Who.CLIENT)).agreeing(Terms("U schrijft.", Who.CLIENT))
    html = client_page.client_page(library, talk_of(everything), summary, CONTACT)
    assert html.count('<li class="unchecked">') == 2
    pictures = re.findall(r"<h2><img [^>]*>", html)
    assert len(pictures) == Shown(html).tags.count("h2")
    assert all('alt=""' in picture and 'src="data:image/svg+xml;base64,' in picture for picture in pictures)


@pytest.mark.parametrize("agreed", [True, False])
def test_there_is_room_for_a_pen_unless_that_is_left_out(
    everything: Session, library: Library, *, agreed: bool
) -> None:
    summary = Summary().agreeing(Terms("U belt.", Who.CLIENT)) if agreed else Summary()
    html = client_page.client_page(library, talk_of(everything), summary, CONTACT)
    assert html.count("<hr") == 2
    assert html.index("<hr") < html.index("Wie u kunt bellen")
    without = client_page.client_page(library, talk_of(everything), summary, CONTACT, PageLayout(pen=False))
    assert "<hr" not in without


def test_without_a_name_and_a_number_there_is_room_to_write_them(everything: Session, library: Library) -> None:
    blank = client_page.client_page(library, talk_of(everything), Summary(), Contact())
    assert "Naam: ....." in blank
    assert "Telefoon: ....." in blank
    filled = client_page.client_page(library, talk_of(everything), Summary(), CONTACT)
    assert "Anna de Vries, Leerwerkloket Utrecht" in filled
    assert "....." not in filled


def test_nothing_said_makes_a_page_with_whom_to_call(checklist: Checklist, library: Library) -> None:
    html = client_page.client_page(library, talk_of(Session(checklist)), Summary(), CONTACT)
    assert "Wat u wilt" not in html
    assert unbroken("030 - 123 45 67") in html


def test_screen_readers_find_a_language_headings_and_lists(everything: Session, library: Library) -> None:
    html = client_page.client_page(
        library, talk_of(everything), Summary(weeks=FIRST_WEEKS, begins=DAY, language=Language.EN), CONTACT
    )
    assert '<html lang="en">' in html
    tags = Shown(html).tags
    assert tags.count("h1") == 1
    assert tags.count("h2") >= 4
    assert "ul" in tags
    assert "th" not in tags  # the only table is a box


def test_what_is_typed_is_no_markup(everything: Session, library: Library) -> None:
    summary = Summary(words={"want": "<b>vet</b> & <script>"})
    html = client_page.client_page(library, talk_of(everything), summary, Contact("<i>", "&", "<u>"))
    assert "<script>" not in html
    assert "&lt;b&gt;vet&lt;/b&gt; &amp;" in html
    assert "&lt;i&gt;, &amp;" in html
