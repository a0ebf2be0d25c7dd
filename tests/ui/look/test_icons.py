"""Icons have the colour of the words they stand with, also where something cannot be pressed."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.icons import icon


def _colours(drawn: QIcon, mode: QIcon.Mode) -> set[str]:
    image = drawn.pixmap(QSize(16, 16), mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_what_cannot_be_pressed_has_a_faint_icon(services: Services, scheme: Scheme) -> None:
    services.theme.apply(scheme, 100)
    tokens = services.theme.tokens
    drawn = icon("undo-2", tokens.accent, 16)
    assert _colours(drawn, QIcon.Mode.Normal) == {QColor(tokens.accent).name()}
    assert _colours(drawn, QIcon.Mode.Disabled) == {QColor(tokens.faint).name()}
