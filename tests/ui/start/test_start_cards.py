"""The cards of the start page: today's recommendation, the offer to practise, where one was, what was marked."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.knowledge.bookmarks import Bookmark
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.practice.view import PracticeView
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.start.day_card import DayCard, beginning, of_day
from guidance_kb.ui.start.start_cards import Marked, PracticeCard
from guidance_kb.ui.start.view import StartView
from tests.casebook.people import RULES
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator
from tests.ui.records.clients.conftest import done, opened, texts
from tests.ui.start.conftest import rest_of

__all__ = ["opened"]


@pytest.fixture(autouse=True)
def _english(services: Services) -> None:
    services.translation.use(Language.EN)


# ── today's recommendation ──────────────────────────────────────────────────────────────────────


def test_every_recommendation_has_its_day_and_the_same_day_the_same_one() -> None:
    first = date(2026, 11, 25)
    days = [first + timedelta(days=n) for n in range(9 * 40)]
    shown = [of_day(day, 9) for day in days]
    assert shown == [of_day(day, 9) for day in days]
    assert set(Counter(shown).values()) == {40}
    assert all(len(set(shown[n : n + 9])) == 9 for n in range(len(shown) - 9))


def test_it_says_where_it_comes_from_and_opens(
    qtbot: QtBot,
    services: Services,
    library: Library,
    navigator: RecordingNavigator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = DayCard(services)
    qtbot.addWidget(card)
    for day in (date(2026, 11, 25), date(2026, 11, 26)):
        monkeypatch.setattr(DayCard, "today", staticmethod(lambda day=day: day))
        card.hide()
        card.show()  # as after midnight
        number, identifier, title = library.recommendations()[of_day(day, 9)]
        assert card.title.accessibleName() == title.en
        assert card.source.text == f"Recommendation {number} of the report, §4.2"
        hand.click(card.title)
        assert navigator.calls.pop() == ("open_page", identifier)


def test_the_text_is_cut_where_a_sentence_ends(library: Library) -> None:
    for _, identifier, _ in library.recommendations():
        entry = library.entry(identifier)
        assert entry is not None
        for text in (entry.nl, entry.en):
            shown = beginning(text.html)
            whole = " ".join(re.sub(r"<[^>]+>", "", text.html).split())
            rest = whole.removeprefix(shown)
            assert 40 < len(shown) <= 330, identifier
            assert shown[-1] in ".?!", identifier
            assert rest != whole, identifier  # it is the beginning, with nothing left out
            assert not rest or rest.lstrip()[0].isupper(), identifier


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Eén &amp; <em>twee</em>. Drie.</p><p>Vier.</p>", "Eén & twee. Drie. Vier."),
        (f"<p>Kort. {'Een lange zin, en: ' * 20}slot.</p>", "Kort."),
        ("<p>Dit helpt:</p><ul><li>iets;</li><li>en iets.</li></ul>", "Dit helpt: iets; en iets."),
        (f"<p>Zo zijn er meer: {'woord, ' * 40}en slot. Nog een.</p>", f"Zo zijn er meer: {'woord, ' * 40}en slot."),
        (f"<p>{'woord ' * 60}</p>", f"{'woord ' * 35}…"),
        ("<p>Hij zei: “Nee!” Dat is 3.5 keer minder.</p>", "Hij zei: “Nee!” Dat is 3.5 keer minder."),
        ("", ""),
    ],
)
def test_a_text_is_never_cut_at_a_colon_a_comma_or_in_a_word(html: str, shown: str) -> None:
    assert beginning(html) == shown


# ── the offer to practise ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def start(qtbot: QtBot, services: Services) -> StartView:
    made = StartView(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.rest is not None)
    return made


def test_it_is_offered_until_it_is_put_away_which_can_be_taken_back(start: StartView, services: Services) -> None:
    assert rest_of(start).practice.isVisible()
    hand.click(hand.reach(rest_of(start).practice.away))
    assert not services.settings.read().practice
    assert "stays at the bottom of this page" in " ".join(texts(rest_of(start).practice))
    assert start.practise.isVisible()
    hand.click(hand.reach(rest_of(start).practice.away))
    assert services.settings.read().practice
    assert rest_of(start).practice.begin.isVisible()
    assert not start.practise.isVisible()
    hand.click(hand.reach(rest_of(start).practice.away))
    start.hide()
    start.show()
    assert not rest_of(start).practice.isVisible()
    assert start.practise.isVisible()


def test_it_stays_put_away_after_a_restart_and_whatever_else_is_chosen(
    services: Services, window: MainWindow, qtbot: QtBot
) -> None:
    window.services.settings.change(practice=False)
    window.topbar.choose(text_size=125)
    card = PracticeCard(services)
    qtbot.addWidget(card)
    assert not card.has_something


def test_the_bottom_of_the_page_leads_there_too(start: StartView, navigator: RecordingNavigator) -> None:
    start.resize(500, 400)  # its own size hint is narrower than the bottom of the page
    hand.click(hand.reach(rest_of(start).practice.away))
    hand.click(hand.reach(start.practise))
    assert navigator.calls == [("go_to_room", ViewId.PRACTICE)]


def test_who_has_practised_is_not_offered_it_again(qtbot: QtBot, window: MainWindow) -> None:
    window.go_to_room(ViewId.PRACTICE)
    view = window.view(ViewId.PRACTICE)
    assert isinstance(view, PracticeView)
    hand.click(view.coach.leave)
    assert window.services.settings.read().practice
    window.go_to_room(ViewId.PRACTICE)
    while view.coach.lesson.step is not None:
        hand.click(view.coach.next)
    hand.click(view.coach.next)
    assert not window.services.settings.read().practice
    page = window.view(ViewId.START)
    assert isinstance(page, StartView)
    assert page.isVisible()
    qtbot.waitUntil(lambda: page.rest is not None)
    assert not rest_of(page).practice.isVisible()


# ── where one was ───────────────────────────────────────────────────────────────────────────────


def talk(checklist: Checklist, code: str) -> Callable[[Store], tuple[int, int]]:
    """A conversation that was put down, with one answer."""

    def work(store: Store) -> tuple[int, int]:
        held = Session(checklist)
        held.set_state("vraag-zorg", State.NAMED)
        held.set_note("vraag-zorg", "words of a client")
        client = store.clients.add(code).id
        session = store.sessions.begin(client, RULES, held)
        store.sessions.put_down(session)
        return client, session

    return work


def test_a_conversation_that_is_not_finished_goes_on(
    qtbot: QtBot, start: StartView, opened: CasebookService, checklist: Checklist, navigator: RecordingNavigator
) -> None:
    _, session = done(qtbot, opened, talk(checklist, "K-7"))
    qtbot.waitUntil(lambda: len(rest_of(start).going_on.talks) == 1)
    name = rest_of(start).going_on.talks[0].accessibleName()
    assert name.startswith("Conversation with K-7, one answer · ")
    assert "words of a client" not in " ".join(texts(start))
    hand.click(hand.reach(rest_of(start).going_on.talks[0]))
    assert navigator.calls == [("resume_conversation", session)]


def test_when_it_locks_nothing_of_a_client_is_left(
    qtbot: QtBot, services: Services, start: StartView, opened: CasebookService, checklist: Checklist
) -> None:
    LastRead(services.settings).add("debts")
    done(qtbot, opened, talk(checklist, "K-7"))
    qtbot.waitUntil(lambda: "K-7" in " ".join(texts(start)))
    opened.lock()
    assert rest_of(start).going_on.talks == []
    assert "K-7" not in " ".join(texts(start))
    assert [line.accessibleName() for line in rest_of(start).going_on.read] == ["Debts, Barrier"]


def test_what_is_finished_or_thrown_away_goes_and_only_two_are_shown(
    qtbot: QtBot, start: StartView, opened: CasebookService, checklist: Checklist
) -> None:
    sessions = [done(qtbot, opened, talk(checklist, f"K-{n}"))[1] for n in range(3)]
    qtbot.waitUntil(lambda: len(rest_of(start).going_on.talks) == 2)
    qtbot.waitUntil(lambda: "K-2" in rest_of(start).going_on.talks[0].accessibleName())
    done(qtbot, opened, lambda store: [store.sessions.discard(session) for session in sessions])
    qtbot.waitUntil(lambda: not rest_of(start).going_on.talks)


def test_what_was_read_last_stands_first_and_what_is_gone_is_left_out(
    services: Services, start: StartView, navigator: RecordingNavigator
) -> None:
    for identifier in ("money", "gone-since", "2.1.2", "vraag-zorg", "care-duties", "debts"):
        LastRead(services.settings).add(identifier)
    start.hide()
    start.show()
    names = [line.accessibleName() for line in rest_of(start).going_on.read]
    assert names[0] == "Debts, Barrier"
    assert names[1].endswith(", Barrier")
    assert names[3] == "Situational barriers, Section"
    assert len(names) == 4
    hand.click(hand.reach(rest_of(start).going_on.read[0]))
    assert navigator.calls == [("open_page", "debts")]


def test_switched_off_nothing_that_was_read_is_shown(services: Services, start: StartView, window: MainWindow) -> None:
    LastRead(services.settings).add("debts")
    window.services.settings.change(recent=False)
    start.hide()
    start.show()
    assert not rest_of(start).going_on.isVisible()


# ── what was marked ─────────────────────────────────────────────────────────────────────────────


def marked(number: int, note: str = "") -> Bookmark:
    at = f"2026-11-25T10:00:{number:02}+00:00"
    return Bookmark(f"gone-{number}", "finding", Text(f"Nr {number}", f"No {number}"), note, at, at)


def test_the_last_few_are_shown_with_their_notes(
    qtbot: QtBot, services: Services, bookmarks: BookmarkService, navigator: RecordingNavigator
) -> None:
    card = Marked(services)
    qtbot.addWidget(card)
    assert not card.has_something
    bookmarks.put_back([marked(n) for n in range(5)] + [marked(9, "\nEerste regel\nTweede")])
    assert [line.accessibleName() for line in card.lines] == [
        "No 9, Eerste regel",
        "No 4, no longer in the content",
        "No 3, no longer in the content",
    ]
    assert card.all.text() == "All 6"
    card.show()
    hand.click(card.lines[0])
    assert navigator.calls == [("open_page", "gone-9")]
    bookmarks.remove([f"gone-{n}" for n in range(10)])
    assert not card.has_something
