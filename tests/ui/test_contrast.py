"""Everything that the style sheet sets on something can be told from it, in every scheme: computed from the table and the sheet."""

import dataclasses

import pytest

from guidance_kb.ui.look.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens
from tests.rows import rows
from tests.ui.stylesheet import RULES, TRANSPARENT, Selector, colour, declared

SCHEMES = {"light": LIGHT, "dark": DARK, "high contrast": HIGH_CONTRAST}
TEXT = {"light": 4.5, "dark": 4.5, "high contrast": 7.0}
SHAPE = 3.0

GROUNDS = ("canvas", "surface", "raised", "tint", "note", "rail")
"""What words and controls can come to lie on, when they have no background of their own."""

_CONTROLS = ("QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QDateEdit")
_WITHOUT_WORDS = (
    "indicator",
    "handle",
    "chunk",
    "add-line",
    "sub-line",
    "add-page",
    "sub-page",
    "separator",
    "drop-down",
    "down-arrow",
)

CASES = sorted({rule.selector for rule in RULES}, key=str)
"""Every widget, part and state that the sheet says something of."""

USABLE = [case for case in CASES if "disabled" not in case.states]
"""What cannot be used now is exempt (WCAG 2.2, 1.4.3 and 1.4.11)."""


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grounds(case: Selector) -> tuple[str, ...]:
    """What a widget lies on: its own background, or any."""
    own = colour(declared(case, "background"))
    return GROUNDS if own == TRANSPARENT else (own,)


def worst(tokens: Tokens, name: str, others: tuple[str, ...]) -> float:
    """The smallest contrast of a colour with any of the others."""
    return min(contrast(getattr(tokens, name), getattr(tokens, other)) for other in others)


def border(case: Selector) -> str:
    """The colour of the edge of a widget."""
    return colour(declared(case, "border-bottom") or declared(case, "border"))


def is_control(case: Selector) -> bool:
    """Whether it is something to use, with an edge of its own."""
    return (case.type in _CONTROLS and case.part is None) or (case.type, case.part) == ("QCheckBox", "indicator")


def told_by_words(case: Selector) -> bool:
    """Whether it has no edge by itself: its words say that it can be pressed, and its states are told by more than an edge."""
    return border(dataclasses.replace(case, states=frozenset())) == TRANSPARENT


def in_schemes(cases: list[Selector]) -> list[tuple[str, Selector]]:
    """Each case in each scheme."""
    return [(scheme, case) for scheme in SCHEMES for case in cases]


WORDS = [case for case in USABLE if case.part not in _WITHOUT_WORDS and grounds(case) != ("line",)]


@rows(("scheme", "case"), in_schemes(WORDS))
def test_words_can_be_read(scheme: str, case: Selector) -> None:
    """Text on its background, selected text on the selection, and what stands in an empty field."""
    tokens = SCHEMES[scheme]
    whole = dataclasses.replace(case, part=None)  # the parts of a widget have its letters
    said = declared(case, "color") or declared(whole, "color")
    assert worst(tokens, colour(said), grounds(case)) >= TEXT[scheme]
    if chosen := declared(case, "selection-color"):
        behind = colour(declared(case, "selection-background-color"))
        assert worst(tokens, colour(chosen), (behind,)) >= TEXT[scheme]
    if waiting := declared(case, "placeholder-text-color"):
        assert worst(tokens, colour(waiting), grounds(case)) >= TEXT[scheme]


EDGED = [case for case in USABLE if is_control(case) and not told_by_words(case)]


@rows(("scheme", "case"), in_schemes(EDGED))
def test_the_edge_of_a_control_is_seen(scheme: str, case: Selector) -> None:
    """It is what tells a button from what it lies on."""
    assert worst(SCHEMES[scheme], border(case), GROUNDS) >= SHAPE


FOCUSED = [case for case in CASES if "focus" in case.states and border(case) != TRANSPARENT]


@rows(("scheme", "case"), in_schemes(FOCUSED))
def test_the_ring_of_the_keyboard_is_seen(scheme: str, case: Selector) -> None:
    """Outside on anything; inside on the background of the widget, or as the second ring of `PrimaryButton` does."""
    tokens, ring = SCHEMES[scheme], border(case)
    assert worst(tokens, ring, GROUNDS) >= SHAPE
    if grounds(case) == ("accent",):
        assert worst(tokens, "on_accent", ("accent", ring)) >= SHAPE
    else:
        assert worst(tokens, ring, grounds(case)) >= SHAPE


@rows("case", [each for each in USABLE if is_control(each) and "focus" not in each.states], ids=str)
def test_every_control_shows_in_every_state_that_it_has_the_keyboard(case: Selector) -> None:
    """A rule for a state that goes before the ring would hide the ring."""
    if case.part is None:
        width, _, _ = (
            declared(case.with_state("focus"), "border-bottom") or declared(case.with_state("focus"), "border")
        ).partition(" ")
        assert width == "${ring}"


@pytest.mark.parametrize(("scheme", "tokens"), SCHEMES.items())
def test_what_is_painted_by_hand_can_be_read(scheme: str, tokens: Tokens) -> None:
    """Delegates, marks and pages of HTML take these pairs from the table; no sheet knows of them."""
    for name in ("ink", "soft_ink", "accent"):
        assert worst(tokens, name, GROUNDS) >= TEXT[scheme], name
    assert worst(tokens, "on_mark", ("mark",)) >= TEXT[scheme]
    assert worst(tokens, "on_accent", ("accent",)) >= TEXT[scheme]
    assert worst(tokens, "focus", GROUNDS) >= SHAPE


def test_frames_are_only_of_the_colours_that_words_are_measured_on() -> None:
    """Whoever adds a background measures it."""
    for case in CASES:
        if case.type in ("QFrame", "QWidget", "QMainWindow", "QMenu", "QListView", "QTableView") and case.part is None:
            assert colour(declared(case, "background")) in (*GROUNDS, "line", TRANSPARENT), str(case)


def test_what_cannot_be_used_looks_other_than_what_can() -> None:
    """By the colour of its words, in every scheme."""
    for name, tokens in SCHEMES.items():
        assert tokens.faint not in (tokens.ink, tokens.soft_ink, tokens.accent), name


def test_in_high_contrast_every_edge_is_seen() -> None:
    """There the washes are too dark to be seen, and lines say what they say elsewhere."""
    for name in ("line", "strong_line", "tint_line", "note_line"):
        assert worst(HIGH_CONTRAST, name, GROUNDS) >= SHAPE, name


def test_every_colour_is_written_in_full() -> None:
    for tokens in SCHEMES.values():
        for name, value in tokens._asdict().items():
            assert len(value) == 7, name
            assert luminance(value) >= 0
