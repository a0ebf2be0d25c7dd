"""What was not discussed, what to ask next, and why not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.next_questions import Proposal, gaps, why_not
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.pressable import LinkRow
from tests.hand import hand
from tests.ui.conversation.conftest import shown_in_english

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    return shown_in_english(qtbot, services)


def visible_gaps(view: ConversationView) -> list[str]:
    return [item for item, line in view.side.gaps.lines.items() if line.isVisible()]


def test_gaps_are_listed_and_follow_answers_and_scope(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[1])
    checklist = view.controller.checklist
    assert tuple(visible_gaps(view)) == gaps(checklist, {}, core_only=True)
    view.controller.set_state("vraag-doel", State.DECLINED)
    assert "vraag-doel" not in visible_gaps(view)
    view.controller.show_core_only(core_only=False)
    assert tuple(visible_gaps(view)) == gaps(checklist, view.controller.session.answers)
    view.persistence.restart()
    assert tuple(visible_gaps(view)) == gaps(checklist, {})


def test_a_gap_says_it_is_neither_yes_nor_no(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[1])
    said = [label.text() for label in view.side.gaps.findChildren(QLabel)]
    assert any("geen ja en geen nee" in text or "neither a yes nor a no" in text for text in said)


def test_a_gap_leads_to_its_item(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[1])
    hand.click(hand.reach(view.side.gaps.lines["vraag-gestuurd"]))
    assert view.controller.current == "vraag-gestuurd"


def test_what_to_ask_next_is_a_sentence_and_leads_to_its_item(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    first = view.controller.proposals()[0].item
    asked = view.side.ask_next
    assert sentences(view)[0] == f"“{view._services.library.items[first].en.open}”"
    assert asked.first.height() < 2 * asked.fontMetrics().lineSpacing()
    hand.click(asked.first)
    assert view.controller.current == first
    assert QApplication.focusWidget() is view.items.rows[first]


def test_what_was_just_named_is_followed_up(view: ConversationView) -> None:
    view.items.go_to("vraag-zorg")
    view.controller.set_state("vraag-zorg", State.NAMED)
    text = view._services.library.items["vraag-zorg"].en
    assert sentences(view)[0] == f"“{text.follow_up}”"
    view.side.ask_next.take_focus()
    hand.press("Return")
    assert QApplication.focusWidget() is view.items.rows["vraag-zorg"]
    view.controller.set_state("vraag-zorg", State.NOT_AN_ISSUE)
    assert f"“{text.follow_up}”" not in sentences(view)


def test_the_other_questions_are_a_press_away(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-dichtbij")
    asked = view.side.ask_next
    assert asked.more.text() == "2 more"
    hand.click(asked.more)
    assert asked.menu.isVisible()
    assert [action.text() for action in asked.others] == sentences(view)[1:]
    wanted = asked.items[2]
    hand.item(asked.menu, asked.others[1])
    assert QApplication.focusWidget() is view.items.rows[wanted]


def sentences(view: ConversationView) -> list[str]:
    """What can be said next, the first as it is seen."""
    asked = view.side.ask_next
    words = [label.text() for label in asked.first.findChildren(QLabel) if label.isVisible() and label.text()]
    return [*words, *(action.text() for action in asked.others if action.isVisible())]


def test_the_item_in_hand_is_never_proposed(view: ConversationView) -> None:
    for _ in range(4):
        first = view.side.ask_next.items[0]
        view.items.go_to(first)
        assert len(view.side.ask_next.items) == 3
        assert first not in view.side.ask_next.items


def test_each_proposal_says_in_words_what_it_may_show(view: ConversationView, name_items: NameItems) -> None:
    library = view._services.library
    name_items("vraag-zekerheid")
    asked = view.side.ask_next
    told = [asked.first.toolTip(), *(action.toolTip() for action in asked.others)]
    for proposal, said in zip(view.controller.proposals(), told, strict=True):
        names = {
            each: (library.barriers.get(each) or library.drives[each]).en.name for each in library_targets(proposal)
        }
        assert any(name in said for name in names.values()) or said.endswith("Follows on from what was said")
        if proposal.would and all(each.target in library.barriers for each in proposal.would):
            assert "Shows whether this is in the way: " in said
        elif proposal.would and all(each.target in library.drives for each in proposal.would):
            assert "Shows whether this motivates the client: " in said


def library_targets(proposal: Proposal) -> list[str]:
    return [each.target for each in proposal.would]


def test_a_proposal_that_would_lift_a_signal_says_to_what(view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zekerheid", "vraag-gewone-woorden")  # which hints at reading
    name = view._services.library.barriers["reading-and-language"].en.name
    for item in view.controller.checklist.items.values():
        touches = any(evidence.target == "reading-and-language" for evidence in item.evidence)
        if item.id not in view.controller.session.answers and not touches:
            view.controller.set_state(item.id, State.DECLINED)
    asked = view.side.ask_next
    said = [asked.first.toolTip(), *(action.toolTip() for action in asked.others if action.isVisible())]
    assert any(f"Can bring “{name}” to “discuss now”" in each for each in said)


def test_nothing_sensitive_is_proposed_first(view: ConversationView) -> None:
    items = view.controller.checklist.items
    for item in items:
        proposed = view.side.ask_next.items
        still_open = [
            each for each in items.values() if view.controller.session.answer(each.id).state is State.NOT_DISCUSSED
        ]
        if proposed and any(each.core and not each.sensitive for each in still_open):
            assert not items[proposed[0]].sensitive
        view.controller.set_state(item, State.NAMED)


def test_when_everything_was_discussed_nothing_is_asked(view: ConversationView) -> None:
    for item in view.controller.checklist.items:
        view.controller.set_state(item, State.NOT_AN_ISSUE)
    assert view.side.ask_next.items == ()
    assert sentences(view) == ["Every item has been discussed."]
    assert not view.side.ask_next.more.isVisible()
    assert not view.side.ask_next.first.isEnabled()


def test_why_not_says_which_answers_would_raise_it(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[2])
    assert set(view.side.why_not.rows) == set(view.controller.checklist.evidence)
    row = view.side.why_not.rows["care-duties"]
    off = row.head.accessibleName()
    hand.click(hand.reach(row.head))
    missing = why_not(view.controller.checklist, {}, "care-duties")
    lines = [line for line in row.findChildren(LinkRow) if line is not row.head]
    labels = [view._services.library.items[each.item].en.label for each in missing]
    assert [line.accessibleName().startswith(label) for line, label in zip(lines, labels, strict=True)] == [True] * len(
        labels
    )
    hand.click(lines[0])
    assert view.controller.current == missing[0].item
    view.controller.set_state(missing[0].item, State.NAMED)
    assert row.head.accessibleName() != off


def test_why_not_counts_the_questions_that_are_still_open(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[2])
    row = view.side.why_not.rows["money"]
    of = len(view.controller.checklist.evidence["money"])
    assert row.head.accessibleName().endswith(f"not discussed yet: {of} of {of}")
    view.controller.set_state("vraag-geld", State.NOT_AN_ISSUE)
    assert row.head.accessibleName().endswith(f"not discussed yet: {of - 1} of {of}")
    for item, _ in view.controller.checklist.evidence["money"]:
        view.controller.set_state(item.id, State.DECLINED)
    assert row.head.accessibleName().endswith("Does not show")


def test_a_word_leaves_the_barriers_that_it_fits(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[2])
    why_not, library = view.side.why_not, view._services.library
    why_not.field.setFocus()
    hand.write(why_not.field, "DEBT")
    shown = [target for target, row in why_not.rows.items() if row.isVisible()]
    assert "debts" in shown
    assert len(shown) < len(why_not.rows)
    for target in shown:
        text = (library.barriers.get(target) or library.drives[target]).en
        assert any("debt" in word.lower() for word in (text.name, *text.keywords))
    hand.press("Down")
    assert QApplication.focusWidget() is why_not.rows[shown[0]].head


def test_a_word_that_fits_nothing_says_what_to_do(qtbot: QtBot, view: ConversationView) -> None:
    hand.click(view.side.tabs[2])
    why_not = view.side.why_not
    hand.write(why_not.field, "xqz")
    said = [label.text() for label in why_not.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing here has that name. Try another word, or clear the field to see everything."]
    why_not.field.clear()
    assert all(row.isVisible() for row in why_not.rows.values())


def test_what_was_looked_for_goes_with_the_conversation(qtbot: QtBot, view: ConversationView) -> None:
    view.controller.set_state("vraag-geld", State.NAMED)
    hand.click(view.side.tabs[2])
    hand.write(view.side.why_not.field, "debt")
    view.persistence.restart()
    assert view.side.why_not.field.text() == ""


def test_the_lists_are_one_stop_of_the_tab_key_each(qtbot: QtBot, view: ConversationView) -> None:
    for place, lines in ((1, view.side.gaps.lines), (2, view.side.why_not.rows)):
        hand.click(view.side.tabs[place])
        heads = [each if isinstance(each, LinkRow) else each.head for each in lines.values()]
        stops = [head for head in heads if head.isVisible() and head.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1
        stops[0].setFocus()
        hand.press("End")
        assert QApplication.focusWidget() is [head for head in heads if head.isVisible()][-1]


def test_the_news_leads_to_its_card(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    hand.click(view.side.tabs[2])
    hand.click(view.side.news)
    assert view.side.signals.isVisible()


def test_news_that_was_looked_at_makes_room_for_the_next(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-zorg")
    first, second = view.side.signals.fresh
    names = view.side.signals.cards
    assert names[first].head.accessibleName().split(",")[0] in view.side.news.accessibleName()
    hand.click(view.side.news)
    assert names[second].head.accessibleName().split(",")[0] in view.side.news.accessibleName()
    view.side.signals.enter(second)
    assert not view.side.news.isVisible()


def test_the_item_in_hand_is_ringed_whole_also_after_a_jump(qtbot: QtBot, view: ConversationView) -> None:
    view.items.go_to("vraag-dichtbij")
    assert view.items.details.property("active") is True
    view.items.go_to("vraag-zorg")
    assert view.items.details.property("active") is True
    view.side.tabs[0].setFocus()
    assert view.items.details.property("active") is False
