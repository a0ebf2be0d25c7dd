"""The panel in the room that the view gives it: three cards without scrolling, and nothing cut in any size."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.preferences.options import Scheme
from guidance_kb.ui.conversation.one_line import OneLine
from guidance_kb.ui.conversation.signals.signal_card import SignalCard
from guidance_kb.ui.conversation.signals.signal_panel import SidePanel
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from tests.hand import hand
from tests.ui.conversation.conftest import shown, shown_in_english

WIDTH, HEIGHT = 440, 330
"""Pixels at 100 %, the least that the view gives to the panel at 1366 × 768."""

MakePanel = Callable[..., SidePanel]

STORIES = (
    ("vraag-zorg", "vraag-geld", "vraag-dichtbij"),
    ("vraag-school", "vraag-geld", "vraag-zorg"),  # no drive
    ("vraag-weg-vinden", "vraag-welkom", "vraag-zekerheid", "vraag-lezen"),  # long names
)


@pytest.fixture
def make_panel(qtbot: QtBot, services: Services) -> MakePanel:
    """Makes a panel of its own window, styled as in the program, in a conversation with some answers."""
    views: list[ConversationView] = []

    def make(items: tuple[str, ...], language: Language, width: int = WIDTH, percent: int = 100) -> SidePanel:
        if language is Language.NL:
            services.translation.use(language)
        view = shown(qtbot, services) if language is Language.NL else shown_in_english(qtbot, services)
        views.append(view)  # the panel needs its controller
        for item in items:
            view.controller.set_state(item, State.NAMED)
        view.controller.set_note(items[0], "Ik heb niemand, en mijn zus woont zo ver weg dat zij ook niet kan helpen.")
        panel = SidePanel(view.side.signals._context)
        qtbot.addWidget(panel)
        qtbot.addWidget(panel.ask_next)  # which has its place in the view
        services.theme.dress(panel)
        services.theme.apply(Scheme.LIGHT, percent)
        panel.resize(width, HEIGHT)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        QApplication.processEvents()
        return panel

    return make


def in_sight(panel: SidePanel) -> list[SignalCard]:
    """The cards that are seen whole."""
    viewport = panel.signals.viewport()
    cards = [card for card in panel.signals.cards.values() if card.isVisible()]
    return [
        card
        for card in cards
        if viewport.rect().contains(card.rect().translated(card.mapTo(viewport, card.rect().topLeft())))
    ]


def cut(widget: QWidget) -> list[str]:
    """The texts that are not shown whole, apart from those in one line, whose rest is a press away."""
    found = []
    for label in widget.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, OneLine):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if label.height() < needed or label.width() < label.minimumSizeHint().width():
                found.append(label.text())
    buttons = [each for each in widget.findChildren(QPushButton) if each.isVisible() and each.text()]
    return found + [each.text() for each in buttons if each.width() < each.sizeHint().width()]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("items", STORIES)
def test_three_cards_are_seen_whole_without_scrolling(
    make_panel: MakePanel, items: tuple[str, ...], language: Language
) -> None:
    panel = make_panel(items, language)
    assert panel.size().toTuple() == (WIDTH, HEIGHT)
    seen = in_sight(panel)
    assert len(seen) >= 3
    for card in seen:
        assert not card.why.isHidden()
        assert not card.ask.cut, card.ask.text()
        assert card.first_step.buttons.agree.isVisible()
    assert cut(panel) == []


@pytest.mark.parametrize("width", [400, 440, 560])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_at_any_size_everything_is_reached_and_nothing_is_cut(
    qtbot: QtBot, make_panel: MakePanel, width: int, percent: int
) -> None:
    panel = make_panel(STORIES[2], Language.EN, width, percent)
    qtbot.waitUntil(lambda: cut(panel) == [])
    assert panel.signals.body.width() <= panel.signals.viewport().width()
    last = [card for card in panel.signals.cards.values() if card.isVisible()][-1]
    hand.click(hand.reach(last.head))
    assert last.unfolded
    qtbot.waitUntil(lambda: cut(panel) == [])


def test_news_moves_no_card(make_panel: MakePanel) -> None:
    panel = make_panel(STORIES[0], Language.EN)
    card = panel.signals.cards["care-duties"]
    assert not panel.news.isVisible()
    before = card.mapTo(panel, card.rect().topLeft())
    panel._context.controller.set_state("vraag-gezondheid", State.NAMED)
    QApplication.processEvents()
    assert panel.news.isVisible()
    assert card.mapTo(panel, card.rect().topLeft()) == before


def test_the_words_of_the_client_are_elided_and_whole_when_unfolded(make_panel: MakePanel) -> None:
    panel = make_panel(STORIES[0], Language.EN)
    card = panel.signals.cards["care-duties"]
    assert card.why.said.cut
    assert card.why.said.height() < 2 * card.why.said.fontMetrics().lineSpacing()
    hand.click(card.head)
    assert card.why.isHidden()
    quoted = [label for label in card.findChildren(QLabel) if label.isVisible() and "niet kan helpen.”" in label.text()]
    assert len(quoted) == 1
    assert quoted[0].height() >= quoted[0].heightForWidth(quoted[0].width())
