"""Practising in the real view: the coach follows what is done, and nothing of it is kept."""

from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.files import DATABASE
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.practice.script import SCRIPT
from guidance_kb.ui.practice.view import PracticeView
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator


def shown(qtbot: QtBot, services: Services) -> PracticeView:
    view = PracticeView(services)
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    view.setFocus()
    return view


def test_the_whole_lesson_in_the_window(qtbot: QtBot, services: Services, navigator: RecordingNavigator) -> None:
    view = shown(qtbot, services)
    controller = view.conversation.controller

    def observe() -> None:
        controller.set_state("vraag-lezen", State.NAMED)
        controller.set_by("vraag-lezen", By.OBSERVED)

    for step, do in zip(
        SCRIPT,
        (
            lambda: controller.set_state("vraag-dichtbij", State.NAMED),
            lambda: controller.set_state("vraag-lukt", State.NAMED),
            lambda: controller.set_state("vraag-zorg", State.NAMED),
            lambda: view.conversation.side.signals.toggle("care-duties"),
            observe,
            lambda: controller.set_state("vraag-geld", State.DECLINED),
            lambda: controller.judge("reading-and-language", Verdict.DISMISSED),
        ),
        strict=True,
    ):
        assert services.say(step.do) == view.coach.words.text()
        do()
        assert services.say(step.learnt) == view.coach.words.text()
        hand.click(view.coach.next)
    assert view.coach.lesson.step is None
    hand.click(view.coach.next)
    assert navigator.calls == [("go_to_room", ViewId.START)]
    assert not controller.session.answers
    assert view.coach.lesson.at == 0


def test_it_says_that_nothing_is_kept_and_offers_the_summary_only(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    save_status = view.conversation.save_status
    assert save_status.words.text() == "Oefengesprek: er wordt niets bewaard"
    assert save_status.finish.text() == "Samenvatting"


def test_the_keyboard_stays_where_it_is(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.conversation.controller.select("vraag-dichtbij")
    view.conversation.items.take_focus()
    before = view.window().focusWidget()
    view.conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    assert view.coach.lesson.done
    assert view.window().focusWidget() is before


def test_a_key_goes_on_and_the_keyboard_stays_with_the_item(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.conversation.items.go_to("vraag-dichtbij")
    row = view.conversation.items.rows["vraag-dichtbij"]
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    hand.press("1")
    assert "F2" in view.coach.next.text()
    hand.press("F2")
    assert view.coach.lesson.at == 1
    assert view.window().focusWidget() is row


def test_the_button_gives_the_keyboard_back_to_the_item_in_hand(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.conversation.items.go_to("vraag-dichtbij")
    view.coach.next.setFocus()
    hand.click(view.coach.next)
    assert view.window().focusWidget() is view.conversation.items.rows["vraag-dichtbij"]


def test_nothing_is_written_and_no_client_can_be_chosen(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    for item in ("vraag-dichtbij", "vraag-lukt"):
        view.conversation.controller.set_state(item, State.NAMED)
    assert not view.conversation.save_status.choose.isVisible()
    assert view.conversation.persistence.client is None
    folder = services.casebook.folder
    assert not list(folder.rglob("*")) if folder.exists() else True
    assert not (folder / "practice" / DATABASE).exists()


def test_beginning_again_clears_what_was_said(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.conversation.controller.set_state("vraag-dichtbij", State.NAMED)
    hand.click(view.coach.next)
    hand.click(view.coach.again)
    assert not view.conversation.controller.session.answers
    assert view.coach.lesson.at == 0


def test_whatever_is_skipped_what_a_step_speaks_of_is_there(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    cards = view.conversation.side.signals.cards
    for step in SCRIPT:
        assert view.coach.words.text() == services.say(step.do)
        if step.item is None:
            assert "care-duties" in cards
            assert cards["care-duties"].isVisible()
        hand.click(view.coach.next)
    assert view.coach.lesson.step is None
    assert view.conversation.controller.session.answer("vraag-lezen").by is By.OBSERVED


def test_after_a_skip_the_key_of_the_next_step_does_what_the_step_says(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.conversation.items.go_to("vraag-dichtbij")
    for _ in range(3):
        hand.press("F2")
    hand.press("Shift+C")
    assert "care-duties" in view.conversation.side.signals.unfolded
    assert view.coach.words.text() == services.say(SCRIPT[3].learnt)


def test_to_skip_a_step_leaves_what_was_answered_otherwise(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    controller = view.conversation.controller
    controller.set_state("vraag-zorg", State.NOT_AN_ISSUE)
    for _ in range(3):
        hand.click(view.coach.next)
    assert controller.session.answer("vraag-zorg").state is State.NOT_AN_ISSUE
    about_card = SCRIPT[view.coach.lesson.at]
    assert view.coach.words.text() == services.say(about_card.do_first)
    controller.set_state("vraag-zorg", State.NAMED)
    assert view.coach.words.text() == services.say(about_card.do)


def test_what_was_taken_back_is_asked_for_again(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    for _ in range(3):
        hand.click(view.coach.next)
    view.conversation.controller.set_state("vraag-zorg", State.NOT_DISCUSSED)
    assert view.coach.words.text() == services.say(SCRIPT[3].do_first)


def test_what_was_done_ahead_is_done_when_its_step_comes(qtbot: QtBot, services: Services) -> None:
    view = shown(qtbot, services)
    view.conversation.controller.set_state("vraag-lukt", State.NAMED)
    hand.click(view.coach.next)
    assert view.coach.words.text() == services.say(SCRIPT[1].learnt)
