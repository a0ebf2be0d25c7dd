"""The small widgets that say something: what they show, what a screen reader hears, and that they follow the looks."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QStyle
from pytestqt.qtbot import QtBot
from tools.gallery.states import GalleryState, put

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT
from guidance_kb.ui.preferences.row import Pill
from guidance_kb.ui.search.filter_panel import CountCheckBox
from guidance_kb.ui.start.day_card import SourceLine
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import PrimaryButton, button
from guidance_kb.ui.widgets.empty_state import EmptyState
from guidance_kb.ui.widgets.marked_text import paint_box


@pytest.fixture
def theme(services: Services) -> Theme:
    """Light, at the usual size, and nothing moves."""
    services.theme.motion.allow(False)
    return services.theme


def icons(widget: EmptyState | Banner | Pill | SourceLine) -> list[int]:
    """The pictures of a widget, as the keys of their pixels."""
    return [label.pixmap().cacheKey() for label in widget.findChildren(QLabel) if not label.pixmap().isNull()]


# ── banner ──────────────────────────────────────────────────────────────────────────────────────


def test_a_banner_says_what_happened_and_offers_the_way_back(qtbot: QtBot, theme: Theme) -> None:
    undone: list[bool] = []
    banner = Banner(theme, lambda: undone.append(True))
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("Removed.", "Put it back")
    assert banner.isVisible()
    assert (banner.text, banner.accessibleName(), banner.action.text()) == ("Removed.", "Removed.", "Put it back")
    banner.action.click()
    assert undone == [True]


def test_a_banner_without_a_way_back_has_no_button_for_it(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("Removed.", "Put it back")
    banner.say("The disk is full.")
    assert not banner.action.isVisible()
    assert banner.close_button.accessibleName() == "Deze melding sluiten"
    banner.close_button.click()
    assert banner.isHidden()


def test_a_long_banner_wraps_and_shows_all_of_it(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("word " * 100)
    banner.resize(400, banner.heightForWidth(400))
    words = next(label for label in banner.findChildren(QLabel) if label.text())
    assert words.height() >= words.heightForWidth(words.width())


# ── pill, source line, empty state ──────────────────────────────────────────────────────────────


def test_a_pill_says_its_state_with_an_icon_too(qtbot: QtBot, theme: Theme) -> None:
    pill = Pill(theme)
    qtbot.addWidget(pill)
    pill.say("For information", "info")
    before = icons(pill)
    pill.say("Discuss now", "messages-square", now=True)
    assert pill.text == "Discuss now"
    assert pill.property("now") is True
    assert icons(pill) != before


def test_what_is_ours_has_another_icon_than_what_is_the_reports(qtbot: QtBot, theme: Theme) -> None:
    source = SourceLine(theme)
    qtbot.addWidget(source)
    source.say("§ 2.1.2")
    report = icons(source)
    source.say("Ours", ours=True)
    assert source.text == "Ours"
    assert icons(source) != report


def test_an_empty_place_says_what_to_do_and_only_what_there_is_to_say(qtbot: QtBot, theme: Theme) -> None:
    done: list[bool] = []
    empty = EmptyState(theme, lambda: done.append(True))
    qtbot.addWidget(empty)
    empty.say("folder-lock", "No records yet", "They show up here.", "New record")
    empty.show()
    assert [label.text() for label in empty.findChildren(QLabel) if label.text()] == [
        "No records yet",
        "They show up here.",
    ]
    empty.action.click()
    assert done == [True]
    empty.say("search", "Searching…")
    assert not empty.action.isVisible()
    assert [label.text() for label in empty.findChildren(QLabel) if label.isVisible() and label.text()] == [
        "Searching…"
    ]


@pytest.mark.parametrize("make", [Banner, EmptyState, Pill, SourceLine])
def test_icons_follow_colours_and_size(qtbot: QtBot, theme: Theme, make: type[Pill]) -> None:
    widget = make(theme)
    qtbot.addWidget(widget)
    if isinstance(widget, EmptyState):
        widget.say("search", "x")
    before = icons(widget)
    assert before
    theme.apply(Scheme.CONTRAST, 100)
    contrast = icons(widget)
    theme.apply(Scheme.CONTRAST, 200)
    assert len({tuple(before), tuple(contrast), tuple(icons(widget))}) == 3


# ── what is filled with the accent ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_what_is_filled_has_two_rings(qtbot: QtBot, theme: Theme, scheme: Scheme) -> None:
    """Dark without and light within, or the reverse: one of them is seen on anything."""
    theme.apply(scheme, 100)
    keyboard = _keyboard(qtbot)
    made = button("Afspreken", "primary")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    before = made.grab().toImage()
    image = put(made, GalleryState.FOCUS, keyboard).grab().toImage()
    middle = image.width() // 2
    assert [image.pixelColor(middle, y).name() for y in (0, 1, 2, 3)] == [
        theme.tokens.ink,
        theme.tokens.ink,
        theme.tokens.on_accent,
        theme.tokens.accent,
    ]
    assert before.pixelColor(middle, 2).name() == theme.tokens.accent


def test_an_answer_that_is_not_chosen_has_one_ring(qtbot: QtBot, theme: Theme) -> None:
    keyboard = _keyboard(qtbot)  # first: the window added last has the style
    made = button("2", "state", checkable=True)
    assert isinstance(made, PrimaryButton)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    image = put(made, GalleryState.FOCUS, keyboard).grab().toImage()
    assert [image.pixelColor(image.width() // 2, y).name() for y in (1, 2)] == [LIGHT.focus, LIGHT.surface]


def _keyboard(qtbot: QtBot) -> QLabel:
    keyboard = QLabel()
    keyboard.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(keyboard)
    keyboard.show()
    keyboard.activateWindow()
    keyboard.setFocus()
    qtbot.waitUntil(keyboard.hasFocus)
    return keyboard


# ── rows and ticks ──────────────────────────────────────────────────────────────────────────────

_CHOSEN, _POINTED, _FOCUSED = (
    QStyle.StateFlag.State_Selected,
    QStyle.StateFlag.State_MouseOver,
    QStyle.StateFlag.State_HasFocus,
)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
@pytest.mark.parametrize(
    ("state", "behind", "edge"),
    [
        (QStyle.StateFlag.State_None, None, None),
        (_POINTED, "raised", "raised"),
        (_CHOSEN, "tint", "tint_line"),
        (_CHOSEN | _FOCUSED, "tint", "focus"),
        (_FOCUSED, None, "focus"),
    ],
)
def test_a_row_shows_that_it_is_chosen_and_has_the_keyboard(
    theme: Theme, scheme: Scheme, state: QStyle.StateFlag, behind: str | None, edge: str | None
) -> None:
    theme.apply(scheme, 100)
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    paint_box(painter, QRect(0, 0, 60, 40), state, theme)
    painter.end()
    for colour, y in ((behind, 20), (edge, 0)):
        expected = getattr(theme.tokens, colour) if colour else "#ff00ff"
        assert image.pixelColor(30, y).name() == expected


def test_a_tick_is_wide_enough_for_words_and_count(qtbot: QtBot, theme: Theme) -> None:
    tick = CountCheckBox(theme)
    qtbot.addWidget(tick)
    tick.say("Bevindingen", 107, "Bevindingen, 107")
    tick.resize(tick.sizeHint())
    needed = tick.fontMetrics().horizontalAdvance("Bevindingen") + tick.fontMetrics().horizontalAdvance("107")
    assert tick.width() > needed + theme.px(16)
    image = tick.grab().toImage()
    assert all(image.pixelColor(image.width() - 1, y) == image.pixelColor(0, 0) for y in range(image.height()))


def test_the_table_has_three_schemes_that_differ(qapp: QApplication) -> None:
    assert len({LIGHT.canvas, DARK.canvas, HIGH_CONTRAST.canvas}) == 3
