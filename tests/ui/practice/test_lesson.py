"""The script of the practice conversation, and how far somebody is with it."""

from collections.abc import Mapping

from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel, signals
from guidance_kb.ui.practice.coach import Lesson
from guidance_kb.ui.practice.script import SCRIPT, Seen

THE_WHOLE: Mapping[str, Answer] = {
    "vraag-dichtbij": Answer(State.NAMED),
    "vraag-lukt": Answer(State.NAMED),
    "vraag-zorg": Answer(State.NAMED),
    "vraag-lezen": Answer(State.NAMED, By.OBSERVED),
    "vraag-geld": Answer(State.DECLINED),
}


CARDS = frozenset({"social-nearness", "care-duties", "reading-and-language"})


def seen(
    answers: Mapping[str, Answer] = {},
    unfolded: frozenset[str] = frozenset(),
    aside: frozenset[str] = frozenset(),
    cards: frozenset[str] = CARDS,
) -> Seen:
    return Seen(None, answers, cards, unfolded, aside)


def test_doing_what_the_script_asks_leads_to_its_end() -> None:
    lesson = Lesson()
    whole = seen(THE_WHOLE, frozenset({"care-duties"}), frozenset({"reading-and-language"}))
    for _ in SCRIPT:
        assert lesson.step is not None
        assert lesson.look(whole)
        lesson.go_on()
    assert lesson.step is None


def test_no_step_is_done_before_anything_was_said() -> None:
    assert not [step for step in SCRIPT if step.is_done(seen())]


def test_what_was_done_stays_done_when_it_is_taken_back() -> None:
    lesson = Lesson()
    assert lesson.look(seen(THE_WHOLE))
    assert not lesson.look(seen())
    assert lesson.done


def test_said_by_the_client_is_not_observed() -> None:
    observed = next(step for step in SCRIPT if step.seen)
    assert observed.is_done(seen(THE_WHOLE))
    assert not observed.is_done(seen({"vraag-lezen": Answer(State.NAMED, By.CLIENT)}))


def test_a_step_about_a_card_asks_for_what_brings_the_card_while_there_is_none() -> None:
    lesson, at = Lesson(), [place for place, step in enumerate(SCRIPT) if step.item is None]
    assert len(at) == 2
    for place, one in enumerate(SCRIPT):
        lesson.look(seen(cards=frozenset()))
        assert lesson.words == (one.do_first if place in at else one.do)
        assert not lesson.look(seen(cards=frozenset())), "that is no news"
        assert lesson.look(seen()) is (place in at)
        assert lesson.words == one.do
        assert lesson.words.nl
        lesson.go_on()


def test_there_is_nothing_to_set_aside_when_all_cards_were() -> None:
    last = SCRIPT[-1]
    assert last.can_do(seen())
    assert not last.can_do(seen(aside=CARDS))


def test_a_step_can_be_skipped_and_all_begun_again() -> None:
    lesson = Lesson()
    lesson.go_on()
    assert lesson.at == 1
    lesson.begin_again()
    assert (lesson.at, lesson.done) == (0, False)


def test_what_a_step_answers_is_what_the_step_asks_for() -> None:
    for step in SCRIPT:
        if step.item is not None:
            assert step.is_done(seen({step.item: step.answer}))
            assert THE_WHOLE[step.item] == step.answer


def test_the_script_tells_the_truth_about_the_rules(checklist: Checklist) -> None:
    raised = {signal.target: signal.level for signal in signals(checklist, THE_WHOLE)}
    assert raised["social-nearness"] is SignalLevel.DISCUSS_NOW
    assert raised["care-duties"] is SignalLevel.DISCUSS_NOW
    assert raised["reading-and-language"] is SignalLevel.FOR_INFORMATION
    assert "money" not in raised
