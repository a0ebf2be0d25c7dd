import dataclasses

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from guidance_kb.ui.settings import Scheme
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import DARK, LIGHT, Tokens


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


BACKGROUNDS = ("canvas", "surface", "raised", "tint", "note", "rail")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "background"),
    [(text, background) for text in ("ink", "soft_ink", "accent") for background in BACKGROUNDS]
    + [("on_accent", "accent"), ("on_mark", "mark"), ("surface", "ink")],
)
def test_every_text_can_be_read_on_every_background(tokens: Tokens, text: str, background: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, background)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_is_seen(tokens: Tokens) -> None:
    assert contrast(tokens.strong_line, tokens.surface) >= 3


def test_every_colour_is_written_in_full() -> None:
    for tokens in (LIGHT, DARK):
        for name, colour in dataclasses.asdict(tokens).items():
            assert len(colour) == 7, name


def test_text_size_scales_every_length(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.apply(Scheme.LIGHT, 150)
    assert (theme.px(10), theme.scale) == (15, 1.5)
    assert "font-size: 21px" in qapp.styleSheet()


def test_the_bundled_font_is_there(qapp: QApplication) -> None:
    Theme(qapp)
    assert "Inter" in QFontDatabase.families()


def test_dark_and_light_differ_everywhere_it_is_seen(qapp: QApplication) -> None:
    theme = Theme(qapp)
    theme.apply(Scheme.DARK, 100)
    dark = qapp.styleSheet()
    theme.apply(Scheme.LIGHT, 100)
    assert theme.tokens is LIGHT
    assert DARK.canvas in dark
    assert DARK.canvas not in qapp.styleSheet()
