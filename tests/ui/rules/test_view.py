"""All rules: what is said, what is chosen, where the links lead, and whose rules they are."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.rules import DENIAL, PRINCIPLES
from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.help.view import HelpView
from guidance_kb.ui.rules.filters import Sort, sort_of
from guidance_kb.ui.rules.view import RulesView
from guidance_kb.ui.shell.window import MainWindow
from tests.hand import hand
from tests.ui.conversation.conftest import Casebook
from tests.ui.navigator import RecordingNavigator

LEFT = Qt.MouseButton.LeftButton
OLD = "2025.9"


def said(page: RulesView) -> str:
    """All that the page says."""
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, page.page.toPlainText()])


def names(page: RulesView) -> list[str]:
    """The names of the rules that are shown, in order."""
    text = page.page.toPlainText().split("\n")
    every = [rule.name.say(page._services.language) for rule in page.rules]
    return [line for line in text if line in every]


def links(page: RulesView) -> set[str]:
    """The ids that links lead to."""
    found, block = set(), page.page.document().begin()
    while block.isValid():
        for part in block:
            href = part.fragment().charFormat().anchorHref()
            if href:
                found.add(href.removeprefix("open:"))
        block = block.next()
    return found


def test_it_says_every_rule_the_version_and_the_principles(page: RulesView, services: Services) -> None:
    text = said(page)
    assert services.library.meta["checklist"] in text
    for principle in (*PRINCIPLES, DENIAL):
        assert principle.nl in text
    assert names(page) == [rule.name.nl for rule in page.rules]
    for rule in page.rules:
        assert all(line.lead.nl in text for line in rule.lines)
        assert all(answer.label.nl in text for line in rule.lines for answer in line.answers)
    assert {item.id for item in services.library.items.values() if item.evidence} <= links(page)
    assert {*services.library.barriers, *services.library.drives} <= links(page)


def test_it_opens_at_its_top_with_what_holds_for_every_rule(page: RulesView) -> None:
    assert page.page.verticalScrollBar().value() == 0
    assert page.page.toPlainText().startswith(("What holds for every rule", "Wat voor elke regel geldt"))


def test_words_choose_rules_in_any_order_and_are_marked(qtbot: QtBot, page: RulesView) -> None:
    every = names(page)
    hand.write(page.filters.box, "schuld brieven")
    assert names(page)
    assert len(names(page)) < len(every)
    assert {word.lower() for word in page.page.marked()} == {"schuld", "brieven"}
    first = names(page)
    page.filters.box.setText("BRIEVEN schuld")
    assert names(page) == first
    assert f"{len(first)} " in said(page)
    page.filters.box.setText("xqzzy")
    assert names(page) == []
    assert page.page.toPlainText().strip()
    page.filters.box.clear()
    assert names(page) == every


@pytest.mark.parametrize("sort", list(Sort))
def test_a_kind_can_be_chosen(qtbot: QtBot, page: RulesView, sort: Sort) -> None:
    hand.click(page.filters.sorts[sort])
    library = page._services.library
    expected = [rule.name.nl for rule in page.rules if sort_of(rule, library) is sort]
    assert names(page) == expected
    assert expected
    hand.click(page.filters.sorts[None])
    assert names(page) == [rule.name.nl for rule in page.rules]


def test_only_what_shows_now(qtbot: QtBot, page: RulesView, view: ConversationView) -> None:
    assert not page.filters.only.isEnabled()
    view.controller.set_state("vraag-zorg", State.NAMED)
    assert page.filters.only.isEnabled()
    hand.click(page.filters.only)
    library = page._services.library
    shown = {signal.target for signal in view.controller.signals}
    assert names(page) == [rule.name.nl for rule in page.rules if rule.target in shown]
    assert library.barriers["care-duties"].nl.name in names(page)
    view.controller.undo()
    assert names(page) == [rule.name.nl for rule in page.rules]


def test_it_says_how_the_conversation_stands(page: RulesView, view: ConversationView) -> None:
    before = page.page.toPlainText()
    view.controller.set_state("vraag-zorg", State.NAMED)
    named = page.page.toPlainText()
    assert named != before
    view.controller.set_by("vraag-zorg", By.OBSERVED)
    assert page.page.toPlainText() not in (named, before)
    view.persistence.restart()
    assert page.page.toPlainText() == before


def test_while_the_client_looks_along_it_says_nothing_of_them(page: RulesView, view: ConversationView) -> None:
    before = page.page.toPlainText()
    view.controller.set_state("vraag-zorg", State.NAMED)
    view.display_mode.set_quiet(quiet=True)
    assert page.page.toPlainText() == before
    assert not page.filters.only.isEnabled()
    view.display_mode.set_quiet(quiet=False)
    assert page.page.toPlainText() != before


def test_hidden_it_keeps_nothing_of_the_conversation(page: RulesView, view: ConversationView) -> None:
    view.controller.set_state("vraag-zorg", State.NAMED)
    page.hide()
    view.persistence.restart()
    assert page.page.toPlainText() == ""
    page.show()
    assert names(page) == [rule.name.nl for rule in page.rules]


def test_coming_back_finds_the_same_place(page: RulesView) -> None:
    page.page.verticalScrollBar().setValue(700)
    page.hide()
    page.show()
    assert page.page.verticalScrollBar().value() == 700


def test_links_lead_to_the_item_and_to_the_page(
    page: RulesView, view: ConversationView, navigator: RecordingNavigator
) -> None:
    hand.link(page.page, "open:vraag-zorg")
    assert navigator.calls.pop() == ("go_to_room", ViewId.CONVERSATION)
    assert view.controller.current == "vraag-zorg"
    hand.link(page.page, "open:care-duties")
    assert navigator.calls == [("open_page", "care-duties")]


def test_links_are_reached_by_keyboard_and_tab_leaves_them(
    qtbot: QtBot, page: RulesView, view: ConversationView, navigator: RecordingNavigator
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.page.setFocus()
    first, second = page.rules[0].target, page.rules[0].items[0]
    hand.press("Right")
    hand.press("Return")
    assert navigator.calls.pop() == ("open_page", first)
    hand.press("Right")
    hand.press("Return")
    assert navigator.calls.pop() == ("go_to_room", ViewId.CONVERSATION)
    assert view.controller.current == second
    page.page.setFocus()
    hand.press("Left")
    hand.press("Return")
    assert navigator.calls.pop() == ("open_page", first)
    hand.press("Tab")
    assert not page.page.hasFocus()


def test_another_language_says_it_all_again(page: RulesView, services: Services) -> None:
    services.translation.use(Language.EN)
    QApplication.processEvents()
    assert names(page) == [rule.name.en for rule in page.rules]
    assert PRINCIPLES[0].en in said(page)


def test_on_paper_are_all_rules_whatever_is_chosen(page: RulesView) -> None:
    page.filters.box.setText("schuld")
    assert all(rule.name.nl.replace("'", "&#x27;") in page.html() for rule in page.rules)


# ── an old conversation ─────────────────────────────────────────────────────────────────────────


def document_of_old(checklist: Checklist) -> dict[str, Any]:
    """A checklist of another day: one item said otherwise, one that is not there any more, with a barrier that is not either."""
    old: dict[str, Any] = json.loads(json.dumps(checklist_as_data(checklist)))
    old["version"] = OLD
    del old["denial_holds_back"]
    item = next(item for item in old["items"] if item["id"] == "vraag-zorg")
    item["nl"]["label"] = item["en"]["label"] = "Zorgt voor iemand, zo stond het toen"
    gone = {
        **item,
        "id": "vraag-van-toen",
        "evidence": [{"barrier": "gone-barrier", "state": "named", "strength": "firm"}],
    }
    gone["nl"] = gone["en"] = {**item["nl"], "label": "Iets van toen"}
    old["items"].append(gone)
    return old


@pytest.fixture
def finished(view: ConversationView, casebook: Casebook) -> ConversationView:
    """A view with a finished conversation of another version in hand."""
    checklist = view.controller.checklist
    client = casebook.client("2025-001").id

    def hold(store: Store) -> int:
        said = Session(checklist)
        said.set_state("vraag-zorg", State.NAMED)
        session = store.sessions.begin(client, Rules(OLD, json.dumps(document_of_old(checklist))), said)
        store.sessions.finish(session)
        return session

    view.resume(casebook.ask(hold))
    casebook.settle()
    assert view.persistence.finished is not None
    return view


def test_a_conversation_of_other_days_shows_the_rules_of_its_day(
    qtbot: QtBot, finished: ConversationView, casebook: Casebook, page: RulesView
) -> None:
    casebook.settle()
    assert page.banner.isVisible()
    text = said(page)
    assert OLD in text
    assert PRINCIPLES[-1].nl in text
    assert DENIAL.nl not in text
    assert "Zorgt voor iemand, zo stond het toen" in text
    assert "Iets van toen" in text
    assert "gone-barrier" in text
    assert "vraag-van-toen" not in links(page)
    assert "gone-barrier" not in links(page)
    hand.click(page.today)
    assert "Iets van toen" not in said(page)
    assert page._services.library.meta["checklist"] in said(page)
    finished.persistence.restart()
    assert not page.banner.isVisible()
    assert "Iets van toen" not in said(page)


def test_locking_takes_the_rules_of_that_day_away(
    finished: ConversationView, casebook: Casebook, page: RulesView
) -> None:
    casebook.settle()
    assert page.banner.isVisible()
    casebook.service.lock()
    assert not page.banner.isVisible()
    assert page.in_hand.then is None
    assert not page.in_hand.answers


# ── in the window ───────────────────────────────────────────────────────────────────────────────


def test_why_not_leads_to_all_rules_and_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.go_to_room(ViewId.CONVERSATION)
    talk = window.view(ViewId.CONVERSATION)
    assert isinstance(talk, ConversationView)
    talk.controller.set_state("vraag-zorg", State.NAMED)
    assert not talk.side.rules.isVisible()
    hand.click(talk.side.tabs[2])
    hand.click(talk.side.rules)
    rules = window.view(ViewId.RULES)
    assert isinstance(rules, RulesView)
    assert rules.isVisible()
    assert rules.filters.box.hasFocus()
    assert rules.filters.only.isEnabled()
    window.go_back()
    assert talk.isVisible()
    window.go_forward()
    hand.link(rules.page, "open:vraag-schulden")
    assert talk.isVisible()
    assert talk.controller.current == "vraag-schulden"
    assert talk.items.rows["vraag-schulden"].hasFocus()


def test_help_leads_to_all_rules(window: MainWindow) -> None:
    window.go_to_room(ViewId.HELP)
    view = window.view(ViewId.HELP)
    assert isinstance(view, HelpView)
    view.show_article("help-signals")
    hand.link(view.page, "open:do-rules")
    assert window.view(ViewId.RULES).isVisible()
