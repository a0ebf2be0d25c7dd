"""Buttons and input fields in all states."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE
from guidance_kb.ui.records.clients.days import DayField
from guidance_kb.ui.search.filter_panel import CountCheckBox
from guidance_kb.ui.widgets.basics import button, icon_only, text_and_icon
from guidance_kb.ui.widgets.chip import Chip
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.secret_line import SecretLine
from tools.gallery import texts
from tools.gallery.sheet import GallerySheet, Row
from tools.gallery.states import BOX_STATES, GalleryState

_PLAIN = (GalleryState.NORMAL, GalleryState.HOVER, GalleryState.PRESSED, GalleryState.FOCUS, GalleryState.DISABLED)
_FIELD = (GalleryState.NORMAL, GalleryState.FOCUS, GalleryState.DISABLED)
_CHOICE = tuple(GalleryState)
_ROLES = (
    ("default", "", _PLAIN),
    ("primary", "primary", _PLAIN),
    ("quiet", "quiet", _PLAIN),
    ("link", "link", _PLAIN),
    ("more", "more", _PLAIN),
    ("topic", "topic", _PLAIN),
    ("filter", "filter", _PLAIN),
    ("tab", "tab", _CHOICE),
    ("state", "state", _CHOICE),
    ("toggle", "toggle", _CHOICE),
)


def buttons(sheet: GallerySheet) -> None:
    """Add all buttons."""
    sheet.part("Buttons")
    sheet.table(_rows(sheet.theme))
    sheet.flow(
        (f"{name}, {length}", button(text, role))
        for name, role in (("default", ""), ("primary", "primary"), ("tab", "tab"), ("topic", "topic"))
        for length, text in (("English", texts.SHORT.en), ("long", texts.SENTENCE.nl))
    )


def _rows(theme: Theme) -> Iterator[Row]:
    for name, role, states in _ROLES:
        yield name, partial(button, texts.SHORT.nl, role), states
    yield "with icon", partial(_with_icon, theme), _PLAIN
    yield "icon only", partial(_icon_only, theme), _PLAIN
    yield "chip", partial(_chip, theme), _CHOICE
    yield (
        "line",
        partial(_line, theme),
        (
            GalleryState.NORMAL,
            GalleryState.HOVER,
            GalleryState.PRESSED,
            GalleryState.FOCUS,
            GalleryState.ON,
            GalleryState.ON_FOCUS,
        ),
    )


def fields(sheet: GallerySheet) -> None:
    """Add all input fields, check boxes and selections."""
    sheet.part("Fields")
    rows: list[Row] = [
        ("field", partial(_field, texts.SHORT.nl), _FIELD),
        ("empty", partial(_field, ""), _FIELD),
        ("secret", _secret, _FIELD),
        ("search", partial(_search, sheet.theme), _FIELD),
        ("notes", _notes, _FIELD),
        ("drop-down", partial(_drop_down, sheet.theme), _FIELD),
        ("day", partial(_day, sheet.theme), _FIELD),
    ]
    sheet.table(rows)
    sheet.table(
        [
            ("check box", lambda: QCheckBox(texts.SHORT.nl), BOX_STATES),
            ("tick", partial(_tick, sheet.theme, texts.SHORT.nl, 12), BOX_STATES),
            ("nothing left", partial(_tick, sheet.theme, texts.SHORT.en, 0), (GalleryState.DISABLED,)),
        ]
    )


def _with_icon(theme: Theme) -> QWidget:
    made, size = button(), theme.px(SIZE.icon)
    text_and_icon(made, icon("printer", theme.tokens.accent, size), size, "Print")
    return made


def _icon_only(theme: Theme) -> QWidget:
    made, size = button("", "quiet"), theme.px(SIZE.icon)
    icon_only(made, icon("undo-2", theme.tokens.accent, size), size, texts.UNDO.nl)
    return made


def _chip(theme: Theme) -> QWidget:
    made = Chip(theme)
    made.say(texts.WORD.en, texts.WORD.en)
    return made


def _line(theme: Theme) -> QWidget:
    made = LinkRow(theme, _nothing, "quote")
    made.say(texts.SHORT.nl, "§ 2.2")
    return made


def _nothing() -> None:
    """Do nothing when pressed."""


def _field(text: str) -> QWidget:
    made = QLineEdit(text)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance(texts.WORD.nl) * 2)
    made.setPlaceholderText(texts.WORD.nl)
    return made


def _secret() -> QWidget:
    made = SecretLine()
    made.setText(texts.WORD.nl)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance(texts.WORD.nl) * 2)
    return made


def _search(theme: Theme) -> QWidget:
    made = QLineEdit(texts.WORD.nl)
    made.setObjectName("search")
    made.setClearButtonEnabled(True)
    FieldIcons(made, theme)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance(texts.WORD.nl) * 2)
    return made


def _notes() -> QWidget:
    made = QPlainTextEdit(texts.SHORT.nl)
    made.setFixedHeight(2 * made.fontMetrics().lineSpacing() * 2)
    return made


def _drop_down(theme: Theme) -> QWidget:
    made = DropDown(theme)
    made.addItem(texts.WORD.en)
    return made


def _day(theme: Theme) -> QWidget:
    made = DayField(theme)
    made.setLocale(QLocale(QLocale.Language.Dutch))  # the same on every system
    made.setDate(QDate(2026, 12, 31))
    return made


def _tick(theme: Theme, text: str, count: int) -> QWidget:
    made = CountCheckBox(theme)
    made.say(text, count, text)
    return made


MAKERS: tuple[Callable[[GallerySheet], None], ...] = (buttons, fields)
