"""What was not discussed, what to ask next, and why not."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.conversation.asking import ask_next, gaps, why_not
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.widgets.pressable import Line

LEFT = Qt.MouseButton.LeftButton
NameItems = Callable[..., None]


def visible_gaps(view: ConversationView) -> list[str]:
    return [item for item, line in view.side.gaps.lines.items() if line.isVisible()]


def test_gaps_are_listed_and_follow_answers_and_scope(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.mouseClick(view.side.tabs[1], LEFT)
    checklist = view.controller.checklist
    assert tuple(visible_gaps(view)) == gaps(checklist, {}, core_only=True)
    view.controller.set_state("vraag-doel", State.DECLINED)
    assert "vraag-doel" not in visible_gaps(view)
    view.controller.show_core_only(core_only=False)
    assert tuple(visible_gaps(view)) == gaps(checklist, view.controller.session.answers)
    view.saver.restart()
    assert tuple(visible_gaps(view)) == gaps(checklist, {})


def test_a_gap_says_it_is_neither_yes_nor_no(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.mouseClick(view.side.tabs[1], LEFT)
    said = [label.text() for label in view.side.gaps.findChildren(QLabel)]
    assert any("geen ja en geen nee" in text or "neither a yes nor a no" in text for text in said)


def test_a_gap_leads_to_its_item(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.mouseClick(view.side.tabs[1], LEFT)
    qtbot.mouseClick(view.side.gaps.lines["vraag-gestuurd"], LEFT)
    assert view.controller.current == "vraag-gestuurd"


def test_what_to_ask_next_follows_the_rules_and_leads_to_the_item(
    qtbot: QtBot, view: ConversationView, name_items: NameItems
) -> None:
    name_items("vraag-dichtbij")
    expected = ask_next(view.controller.checklist, view.controller.session.answers)
    assert view.side.ask_next.items == expected
    labels = [view._services.library.items[item].nl.label for item in expected]
    assert [line.accessibleName() for line in view.side.ask_next.lines if line.isVisible()] == labels
    qtbot.mouseClick(view.side.ask_next.lines[1], LEFT)
    assert view.controller.current == expected[1]
    assert QApplication.focusWidget() is view.items.rows[expected[1]]


def test_when_everything_was_discussed_nothing_is_asked(view: ConversationView) -> None:
    for item in view.controller.checklist.items:
        view.controller.set_state(item, State.NOT_AN_ISSUE)
    assert view.side.ask_next.items == ()
    assert not any(line.isVisible() for line in view.side.ask_next.lines)


def test_why_not_says_which_answers_would_raise_it(qtbot: QtBot, view: ConversationView) -> None:
    qtbot.mouseClick(view.side.tabs[2], LEFT)
    assert set(view.side.why_not.rows) == set(view.controller.checklist.evidence)
    row = view.side.why_not.rows["care-duties"]
    off = row.head.accessibleName()
    qtbot.mouseClick(row.head, LEFT)
    missing = why_not(view.controller.checklist, {}, "care-duties")
    lines = [line for line in row.findChildren(Line) if line is not row.head]
    labels = [view._services.library.items[each.item].nl.label for each in missing]
    assert [line.accessibleName().startswith(label) for line, label in zip(lines, labels, strict=True)] == [True] * len(
        labels
    )
    qtbot.mouseClick(lines[0], LEFT)
    assert view.controller.current == missing[0].item
    view.controller.set_state(missing[0].item, State.NAMED)
    assert row.head.accessibleName() != off


def test_the_news_leads_to_its_card(qtbot: QtBot, view: ConversationView, name_items: NameItems) -> None:
    name_items("vraag-zorg")
    qtbot.mouseClick(view.side.tabs[2], LEFT)
    qtbot.mouseClick(view.side.news, LEFT)
    assert view.side.signals.isVisible()
