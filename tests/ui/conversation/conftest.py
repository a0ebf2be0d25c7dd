"""A conversation view on the screen, as wide as it is in the window."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.conversation.answers import State
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.services import Services


@pytest.fixture
def view(qtbot: QtBot, services: Services) -> ConversationView:
    made = ConversationView(services)
    qtbot.addWidget(made)
    made.resize(1270, 690)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def name_items(view: ConversationView) -> Callable[..., None]:
    """Answers items with "named"."""

    def name(*items: str) -> None:
        for item in items:
            view.controller.set_state(item, State.NAMED)

    return name
