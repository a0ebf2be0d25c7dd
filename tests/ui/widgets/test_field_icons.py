"""The icons in a field are as large as its letters, and what is typed stays clear of them."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE
from guidance_kb.ui.widgets.field_icons import FieldIcons


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_they_grow_with_the_text_and_stay_in_their_places(qtbot: QtBot, services: Services, percent: int) -> None:
    theme = services.theme
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    glass = QAction(icon("search", theme.tokens.ink), "", field)
    field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
    FieldIcons(field, theme)
    theme.apply(Scheme.LIGHT, percent)
    field.setText("opvang")
    with qtbot.waitExposed(field):
        field.show()
    field.resize(700, field.sizeHint().height())
    leads, cross = sorted(field.findChildren(QToolButton), key=lambda made: made.x())
    for each in (leads, cross):
        assert min(each.width(), each.height()) >= theme.px(SIZE.icon)
        assert field.rect().contains(each.geometry())
        assert abs(each.geometry().center().y() - field.rect().center().y()) <= 1
    assert field.width() - cross.geometry().right() - 1 == leads.x()
    assert field.cursorRect().right() < cross.x()
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() >= leads.geometry().right()
