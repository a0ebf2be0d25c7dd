"""The page with all rules on the screen, beside a conversation view; and a real casebook."""

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.rules.view import RulesView
from tests.ui.conversation.conftest import casebook, view

__all__ = ["casebook", "page", "view"]


@pytest.fixture
def page(qtbot: QtBot, services: Services, view: ConversationView) -> RulesView:
    """All rules, with a conversation in hand in which nothing was said."""
    made = RulesView(services)
    qtbot.addWidget(made)
    made.attend(view, ViewId.CONVERSATION)
    made.resize(1270, 690)
    with qtbot.waitExposed(made):
        made.show()
    return made
