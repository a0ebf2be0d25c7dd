"""The signal cards: drives first, at most three unfolded, the same card while answers change, and all that a card says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.session import may_carry
from guidance_kb.conversation.steps import step_for
from guidance_kb.conversation.verdicts import Verdict, VerdictReason
from guidance_kb.dates import UsualDay, usual_days
from guidance_kb.documents.names import LEVELS
from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Entry
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from guidance_kb.ui.conversation.agreements.due_menu import day_said
from guidance_kb.ui.conversation.agreements.steps import AgreeButtons, CardSteps
from guidance_kb.ui.conversation.signals.signal_card import SignalCard
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.records.clients.record_format import from_day
from guidance_kb.ui.widgets.pressable import LinkRow
from tests.hand import hand
from tests.knowledge.packs.small import with_example
from tests.ui.conversation.conftest import shown_in_english
from tests.ui.navigator import RecordingNavigator

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown_in_english(qtbot, services)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def shown(view: ConversationView) -> list[str]:
    return [target for target, card in view.side.signals.cards.items() if card.isVisible()]


def line(card: SignalCard, text: str) -> LinkRow:
    return next(
        each for each in card.findChildren(LinkRow) if each.isVisible() and each.accessibleName().startswith(text)
    )


def barriers(view: ConversationView) -> list[str]:
    return [signal.target for signal in view.controller.signals if signal.target in view.controller.checklist.barriers]


def test_before_the_first_answer_it_says_what_will_come(view: ConversationView, name_items: NameItems) -> None:
    assert view.side.signals.empty.isVisible()
    assert shown(view) == []
    name_items("vraag-zorg")
    assert not view.side.signals.empty.isVisible()
    view.controller.undo()
    assert view.side.signals.empty.isVisible()


def test_drives_stand_before_barriers_whatever_came_first(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg", "vraag-dichtbij")
    QApplication.processEvents()
    cards = view.side.signals.cards
    assert cards["social-nearness"].y() < cards["care-duties"].y()
    order = sorted(shown(view), key=lambda target: cards[target].y())
    assert order == [signal.target for signal in view.controller.signals]


def test_a_folded_card_says_name_level_why_a_question_and_a_step(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    QApplication.processEvents()
    library = view._services.library
    barrier = library.barriers["care-duties"].en
    said = [text for text in texts(card) if text]
    why, ask = library.items["vraag-zorg"].en.label, f"“{barrier.ask}”"
    assert said == [barrier.name, "Discuss now", why, "said", ask, barrier.step_client]
    spoken = card.head.accessibleName()
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    assert card.head.accessibleName() != spoken
    assert [text for text in texts(card) if text] == [
        barrier.name, "For information", why, "observed", ask, barrier.step_client
    ]  # fmt: skip
    view.side.signals.toggle("care-duties")
    assert barrier.signal in texts(card.head)


# ── the client's own words ──────────────────────────────────────────────────────────────────────

WORDS = "My sister lives far away, and the school <b>closes</b> at three."


def test_the_words_of_the_client_are_on_the_card(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    view.controller.set_note("vraag-zorg", f"{WORDS}\nAnd then?")
    QApplication.processEvents()
    assert f"“{WORDS} And then?”" in texts(card)
    assert f"“{WORDS} And then?”" in card.head.accessibleDescription()
    hand.click(hand.reach(card.head))
    assert any(f"“{WORDS}\nAnd then?”" in text for text in texts(card))
    assert f"“{WORDS}\nAnd then?”" in card.head.accessibleDescription()
    view.controller.set_note("vraag-zorg", "")
    assert not any("“My sister" in text for text in texts(card))


def test_of_several_reasons_the_words_of_the_client_come_first(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-post", "vraag-gewone-woorden")
    view.controller.set_note("vraag-post", WORDS)
    card = view.side.signals.cards["complex-rules"]
    assert card.why.said.text() == f"“{WORDS}”"
    assert "said · +1" in texts(card.why)


@pytest.mark.parametrize("state", [State.NOT_AN_ISSUE, State.DECLINED, State.NOT_DISCUSSED])
def test_words_about_what_was_not_named_are_on_no_card(
    view: ConversationView, name_items: NameItems, state: State
) -> None:
    name_items(*(item for item in view.controller.checklist.items))
    for item in view.controller.checklist.items:
        view.controller.set_state(item, State.NAMED if state is State.NOT_DISCUSSED else state)  # pressed again: a gap
        view.controller.set_note(item, WORDS)
    name_items("vraag-zorg")
    view.controller.set_note("vraag-zorg", "")
    for target in tuple(view.side.signals.cards):
        if view.side.signals.cards[target].isVisible():
            view.side.signals.enter(target)
            QApplication.processEvents()
            said = [
                *texts(view.side.signals.cards[target]),
                view.side.signals.cards[target].head.accessibleDescription(),
            ]
            assert not any("My sister" in text for text in said), target
    assert "care-duties" in view.side.signals.cards


def test_the_question_of_a_drive_follows_up_what_was_said(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-dichtbij")
    card, item = view.side.signals.cards["social-nearness"], view._services.library.items["vraag-dichtbij"].en
    assert f"“{item.follow_up}”" in texts(card)
    hand.click(hand.reach(card.head))
    said = texts(card)
    assert f"“{item.follow_up}”" in said
    assert f"“{view._services.library.drives['social-nearness'].en.ask}”" not in said


# ── cards in the list ───────────────────────────────────────────────────────────────────────────


def test_cards_keep_their_identity(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    view.side.signals.toggle("care-duties")
    body = card.body
    name_items("vraag-dichtbij", "vraag-steun")
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    assert view.side.signals.cards["care-duties"] is card
    assert card.body is body
    assert card.unfolded


def test_only_what_the_last_answer_brought_is_marked(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    assert view.side.signals.cards["care-duties"].property("active") is True
    assert view.side.news.isVisible()
    name_items("vraag-dichtbij")
    assert view.side.signals.cards["care-duties"].property("active") is False
    assert view.side.signals.fresh == ("social-nearness",)
    view.controller.set_state("vraag-nut", State.NOT_AN_ISSUE)
    assert view.side.signals.fresh == ()
    assert not view.side.news.isVisible()


def test_no_signal_moves_the_focus(view: ConversationView) -> None:
    view.items.go_to("vraag-zorg")
    view.controller.set_state("vraag-zorg", State.NAMED)
    QApplication.processEvents()
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


def test_a_fourth_unfolded_card_folds_the_oldest(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg", "vraag-schaamte", "vraag-gestuurd", "vraag-doel")
    first, second, third, fourth = barriers(view)[:4]
    for target in (first, second, third):
        hand.click(hand.reach(view.side.signals.cards[target].head))
    assert view.side.signals.unfolded == [first, second, third]
    hand.click(hand.reach(view.side.signals.cards[fourth].head))
    assert view.side.signals.unfolded == [second, third, fourth]
    assert not view.side.signals.cards[first].unfolded
    hand.click(hand.reach(view.side.signals.cards[fourth].head))
    assert view.side.signals.unfolded == [second, third]


def test_a_signal_that_goes_off_leaves_nothing_unfolded(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    view.controller.undo()
    assert view.side.signals.unfolded == []
    assert shown(view) == []


def test_bodies_are_made_when_first_unfolded(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    card = view.side.signals.cards["care-duties"]
    assert card.body is None
    view.side.signals.toggle("care-duties")
    assert card.body is not None


def test_a_reason_is_the_answer_and_leads_to_its_item(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    QApplication.processEvents()
    reason = line(view.side.signals.cards["care-duties"], view._services.library.items["vraag-zorg"].en.label)
    hand.click(reason)
    assert view.controller.current == "vraag-zorg"
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]


def test_what_the_client_said_against_it_stands_with_the_reasons(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-rustige-plek", "vraag-wisselende-uren")
    view.side.signals.toggle("place-and-time")
    card, items = view.side.signals.cards["place-and-time"], view._services.library.items
    assert "Discuss now" in texts(card.head)
    for state, words in ((State.DECLINED, "rather not say"), (State.NOT_AN_ISSUE, "not an issue")):
        view.controller.set_state("vraag-plek-tijd", state)
        QApplication.processEvents()
        assert "For information" in texts(card.head)
        assert f"The client said about this: {words}" in texts(card)
        assert card.body is not None
        assert f"{items['vraag-plek-tijd'].en.topic} (The client said about this: {words})" in card.body.spoken
        assert items["vraag-plek-tijd"].en.label not in texts(card)
        assert len([text for text in texts(card) if text == items["vraag-rustige-plek"].en.label]) == 1
    hand.click(line(card, items["vraag-plek-tijd"].en.topic))
    assert view.controller.current == "vraag-plek-tijd"
    view.controller.set_by("vraag-plek-tijd", By.OBSERVED)
    QApplication.processEvents()
    assert "Discuss now" in texts(card.head)
    assert not any(text.startswith("The client said") for text in texts(card))


def test_a_barrier_says_everything_that_helps(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    barrier = view._services.library.barriers["care-duties"]
    said = "\n".join(texts(view.side.signals.cards["care-duties"]))
    for expected in (
        barrier.en.also,
        barrier.en.ask,
        barrier.en.step_client,
        barrier.en.step_counselor,
        barrier.en.step_service,
        " · ".join(dict.fromkeys(f"§{section.partition('/')[0]}" for section in barrier.sections[:3])),
        f"All {len(barrier.sections)} sources, and what the report says",
    ):
        assert expected in said
    assert len(barrier.sections) > 3
    assert f"{barrier.sections[2].partition('/')[0]} …" in said


def test_the_link_to_all_sources_opens_the_page(
    view: ConversationView, name_items: NameItems, navigator: RecordingNavigator
) -> None:
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    card = view.side.signals.cards["care-duties"]
    QApplication.processEvents()
    hand.click(hand.reach(line(card, "All ")))
    assert navigator.calls == [("open_page", "care-duties")]


def test_the_drive_to_lean_on_follows_the_answers(view: ConversationView, name_items: NameItems) -> None:
    library = view._services.library
    name_items("vraag-zorg")
    view.side.signals.toggle("care-duties")
    card = view.side.signals.cards["care-duties"]
    carriers = [link.id for link in library.links("care-duties") if link.outward and link.type == "may_carry"]
    drives = [drive.en.name for drive in library.drives.values()]
    assert not set(drives) & set(texts(card))
    fitting = [library.drives[each].en.name for each in may_carry(library, "care-duties")]
    assert any(
        all(name in text for name in fitting) and "None that fits has been named yet" in text for text in texts(card)
    )
    for item in view.controller.checklist.items.values():
        if any(evidence.target in library.drives for evidence in item.evidence):
            name_items(item.id)
    assert next(name for name in drives if name in texts(card)) in {library.drives[each].en.name for each in carriers}


def unfolded(view: ConversationView, name_items: NameItems, category: str) -> tuple[Barrier, SignalCard, CardSteps]:
    """The unfolded card of the first barrier of a category."""
    library, checklist = view._services.library, view.controller.checklist
    target = next(each for each in checklist.barriers if library.barriers[each].category == category)
    name_items(*(item.id for item, _ in checklist.evidence[target]))
    view.side.signals.toggle(target)
    card = view.side.signals.cards[target]
    assert card.body is not None
    return library.barriers[target], card, card.body.steps


def test_an_institutional_barrier_is_a_task_for_the_service(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    barrier, card, steps = unfolded(view, name_items, "institutional")
    said, answers = texts(card), view.controller.session.answers
    places = [said.index(step_for(barrier, who, answers).en) for who in (Who.SERVICE, Who.COUNSELOR, Who.CLIENT)]
    assert said.index("This is something for the service") < places[0]
    assert [*places, said.index(f"“{barrier.en.ask}”")] == sorted([*places, said.index(f"“{barrier.en.ask}”")])
    buttons = steps.lines[Who.SERVICE].buttons
    assert buttons.agree.text() == "Agree as a task for the service"
    agree_for(buttons, UsualDay.IN_A_WEEK)
    agreed = [step.terms for step in view.agreed.steps]
    assert [(terms.what, terms.who, terms.target) for terms in agreed] == [
        (step_for(barrier, Who.SERVICE, answers).en, Who.SERVICE, barrier.id)
    ]


def test_other_barriers_begin_with_the_client(view: ConversationView, name_items: NameItems) -> None:
    _, card, steps = unfolded(view, name_items, "situational")
    assert steps.order == (Who.CLIENT, Who.COUNSELOR, Who.SERVICE)
    assert "This is something for the service" not in texts(card)


def agree_for(buttons: AgreeButtons, due: UsualDay) -> None:
    """Presses the button of a step, and a day in its menu."""
    hand.click(hand.reach(buttons.agree))
    assert buttons.menu is not None
    hand.item(buttons.menu, buttons.menu.offers[due])


def test_a_step_is_agreed_once_with_its_day_and_can_be_taken_back(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    barrier, card, steps = unfolded(view, name_items, "situational")
    buttons = steps.lines[Who.CLIENT].buttons
    buttons.agree.setFocus()
    hand.press("Return")
    hand.press("Return")  # the usual day of a client's step is in hand
    assert not buttons.agree.isVisible()
    assert QApplication.focusWidget() is buttons.undo
    (agreed,) = view.agreed.steps
    recommended = view.side.signals._context.material.linked(barrier.id).recommendations
    assert agreed.terms.recommendation == (recommended[0].id if recommended else None)
    assert agreed.terms.due == from_day(QDate.currentDate()) + timedelta(weeks=1)
    assert f"Agreed: {day_said(agreed.terms.due)}" in texts(card)
    hand.press("Return")
    assert view.agreed.steps == ()
    assert QApplication.focusWidget() is buttons.agree


@pytest.mark.parametrize("target", ["social-nearness", "care-duties"])
def test_a_folded_card_agrees_its_step(view: ConversationView, name_items: NameItems, target: str) -> None:
    name_items("vraag-dichtbij", "vraag-zorg")
    card = view.side.signals.cards[target]
    agree_for(card.first_step.buttons, UsualDay.IN_A_WEEK)
    (agreed,) = view.agreed.steps
    text = view.side.signals._context.material.target(target).text(Language.EN)
    assert agreed.terms == Terms(
        text.step_client,
        Who.CLIENT,
        from_day(QDate.currentDate()) + timedelta(weeks=1),
        target,
        agreed.terms.recommendation,
    )
    assert not card.unfolded
    hand.click(hand.reach(card.first_step.buttons.undo))
    assert view.agreed.steps == ()


def test_a_step_fits_what_was_named_until_it_is_agreed(view: ConversationView, name_items: NameItems) -> None:
    library = view._services.library
    name_items("vraag-plek-tijd")
    view.side.signals.toggle("place-and-time")
    card = view.side.signals.cards["place-and-time"]
    assert card.body is not None
    line = card.body.steps.lines[Who.COUNSELOR]
    place = library.barriers["place-and-time"]
    assert place.en.step_counselor in texts(card)
    name_items("vraag-overdag")
    daytime = step_for(place, Who.COUNSELOR, view.controller.session.answers).en
    assert daytime != place.en.step_counselor
    assert daytime in texts(card)
    assert place.en.step_counselor not in texts(card)
    view.side.signals.toggle("place-and-time")
    assert daytime in texts(card.first_step)
    agree_for(card.first_step.buttons, UsualDay.IN_A_WEEK)
    view.controller.set_state("vraag-overdag", State.NOT_AN_ISSUE)
    assert daytime in texts(card.first_step)
    assert [step.what for step in view.agreed.steps] == [daytime]
    hand.click(hand.reach(card.first_step.buttons.undo))
    assert line.buttons.text == place.en.step_counselor
    assert place.en.step_counselor in texts(card.first_step)


def test_a_step_is_agreed_for_a_date_of_the_calendar(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    buttons = view.side.signals.cards["care-duties"].first_step.buttons
    hand.click(hand.reach(buttons.agree))
    assert buttons.menu is not None
    hand.item(buttons.menu, buttons.menu.other)
    calendar = buttons.menu.calendar
    assert calendar is not None
    assert calendar.isVisible()
    hand.press("Escape")
    assert not calendar.isVisible()
    assert view.agreed.steps == ()
    hand.click(buttons.agree)
    hand.item(buttons.menu, buttons.menu.other)
    hand.press("Right")
    hand.press("Return")
    assert not calendar.isVisible()
    (agreed,) = view.agreed.steps
    assert agreed.terms.due == from_day(QDate.currentDate()) + timedelta(days=8)


def test_what_can_only_be_read_agrees_nothing(view: ConversationView, name_items: NameItems) -> None:
    _, card, steps = unfolded(view, name_items, "situational")
    view.controller.set_mode(read_only=True, kept=True)
    buttons = [line.buttons for line in steps.lines.values()]
    assert not any(each.agree.isVisible() for each in (*buttons, card.first_step.buttons))


@pytest.mark.parametrize(
    ("today", "this_week"),
    [
        (date(2026, 11, 30), date(2026, 12, 4)),  # Monday
        (date(2026, 12, 2), date(2026, 12, 4)),
        (date(2026, 12, 3), None),  # Friday is tomorrow
        (date(2026, 12, 4), None),
        (date(2026, 12, 6), None),  # Sunday
    ],
)
def test_this_week_is_its_friday_while_that_lies_ahead(today: date, this_week: date | None) -> None:
    days = usual_days(today)
    assert days.get(UsualDay.THIS_WEEK) == this_week
    assert days[UsualDay.TOMORROW] == today + timedelta(days=1)
    assert days[UsualDay.IN_A_WEEK] == today + timedelta(days=7)
    assert list(days) == sorted(days, key=lambda due: days[due])


# ── setting aside, and coming back ──────────────────────────────────────────────────────────────


def test_a_card_that_was_set_aside_comes_back_when_something_new_is_said_and_says_so(
    view: ConversationView, name_items: NameItems
) -> None:
    again = "Back again: something new was said after you set it aside."
    name_items("vraag-school")
    card = view.side.signals.cards["bad-school-experience"]
    view.controller.judge("bad-school-experience", Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED)
    assert card.dismissed
    assert again not in texts(card)
    sentence = f"“{view._services.library.barriers['bad-school-experience'].en.ask}”"
    assert sentence not in texts(card)
    assert as_title(LEVELS[card._signal.level]) not in texts(card), "it is not to be discussed now"
    name_items("vraag-docent")
    assert not card.dismissed
    assert again in texts(card)
    assert sentence in texts(card)
    assert as_title(LEVELS[card._signal.level]) in texts(card)
    assert again in card.head.accessibleDescription()
    view.controller.undo()
    assert card.dismissed
    assert again not in texts(card)


def test_what_was_set_aside_is_not_the_card_of_an_item_as_long_as_there_is_another(
    view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    assert view.side.signals.card_of("vraag-zorg") == "care-duties"
    view.controller.judge("care-duties", Verdict.DISMISSED)
    assert view.side.signals.card_of("vraag-zorg") == "place-and-time"
    assert view.side.signals.card_of("vraag-geld") is None


def test_who_misses_a_card_is_led_to_why_not(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    assert not view.side.signals.missing.isVisible()
    name_items("vraag-zorg")
    hand.click(hand.reach(view.side.signals.missing))
    assert view.side.why_not.isVisible()
    assert QApplication.focusWidget() is view.side.why_not.field


# ── what a pack adds ────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The knowledge with the pack of the documentation."""
    library = with_example(Path(tmp_path_factory.mktemp("packed")) / "knowledge.db", read(RESOURCES))
    yield library
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the view that reads it goes first
    library.close()


def test_what_comes_from_a_pack_says_which(qtbot: QtBot, services: Services, packed: Library) -> None:
    view = shown_in_english(qtbot, replace(services, library=packed))
    view.controller.set_state("vraag-geld", State.NAMED)
    view.side.signals.toggle("money")
    QApplication.processEvents()
    address = line(view.side.signals.cards["money"], packed.entry("pack-voorbeeldstad-geldwinkel").en.title)
    pack = packed.packs["pack-voorbeeldstad"].name.en
    assert address.accessibleName().endswith(f"From the pack {pack}")
    others = [
        each.accessibleName() for each in view.side.signals.cards["money"].findChildren(LinkRow) if each is not address
    ]
    assert not any("From the pack" in name for name in others)


@pytest.mark.parametrize("kind", ["practice", "recommendation"])
def test_entries_open_in_the_reading_pane(
    view: ConversationView, name_items: NameItems, navigator: RecordingNavigator, kind: str
) -> None:
    library, checklist = view._services.library, view.controller.checklist

    def linked(barrier: str) -> list[Entry]:
        entries = library.entries(link.id for link in library.links(barrier) if not link.outward)
        return [entry for entry in entries if entry.kind == kind]

    barrier = next(each for each in checklist.barriers if linked(each))
    name_items(*(item.id for item, _ in checklist.evidence[barrier]))
    view.side.signals.toggle(barrier)
    QApplication.processEvents()
    titles = {entry.en.title: entry.id for entry in linked(barrier)}
    title = next(text for text in texts(view.side.signals.cards[barrier]) if text in titles)
    hand.click(hand.reach(line(view.side.signals.cards[barrier], title)))
    assert navigator.calls == [("open_page", titles[title])]
