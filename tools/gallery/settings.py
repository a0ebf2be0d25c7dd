"""The settings page and related widgets: switches, rows, keys, and a view that cannot be read."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from guidance_kb.errors import KnownError
from guidance_kb.help.key_table import TABLE, KeyGroup
from guidance_kb.language import Language
from guidance_kb.preferences.options import DATA, LOCK_MINUTES, OPTIONS
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE
from guidance_kb.ui.preferences.controls import OptionControl, PathField, control_of
from guidance_kb.ui.preferences.row import SettingRow, SettingSection
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.help_writer import group_of_keys
from guidance_kb.ui.shell.view_registry import UnreadableView
from guidance_kb.ui.widgets.basics import button
from guidance_kb.ui.widgets.report_button import ReportButton
from guidance_kb.ui.widgets.switch import Switch
from tools.gallery import texts
from tools.gallery.sheet import GallerySheet
from tools.gallery.states import BOX_STATES, GalleryState

_PRESSED = (GalleryState.NORMAL, GalleryState.HOVER, GalleryState.PRESSED, GalleryState.FOCUS)
_MINUTES = (5, 10)
_KEYS_HIGH = 8
"""Height of a group of keys, as a multiple of a scroll bar's handle."""


def settings(sheet: GallerySheet) -> None:
    """Add switches, and rows of the page in each state."""
    sheet.part("Settings")
    sheet.table([("switch", partial(_switch, sheet.theme), BOX_STATES)])
    sheet.table([("report", partial(_report, sheet), _PRESSED)])
    sheet.stack(_rows(sheet.theme))


def keys(sheet: GallerySheet) -> None:
    """Add a group of the key overview, and its text when no key matches the filter."""
    sheet.part("Keys")
    group = next(iter(KeyGroup))
    lines = [one for one in TABLE if one.group is group]
    none = html.paragraph(texts.NO_KEY.nl)
    sheet.stack(
        [
            ("keys, Dutch", _page(sheet.theme, group_of_keys(group, lines, Language.NL), _KEYS_HIGH)),
            ("keys, English", _page(sheet.theme, group_of_keys(group, lines, Language.EN), _KEYS_HIGH)),
            ("keys, none", _page(sheet.theme, none, 2)),
        ]
    )


def unreadable(sheet: GallerySheet) -> None:
    """Add the placeholder of a view that cannot be read, and the report button after copying."""
    sheet.part("Cannot be read")
    translation = Translation(cast("QCoreApplication", QCoreApplication.instance()))
    with_report, without = _error(), _error()
    without.report = ""
    copied = _report(sheet)
    copied.click()
    sheet.stack(
        [
            ("with a report", UnreadableView(sheet.theme, translation, with_report)),
            ("without", UnreadableView(sheet.theme, translation, without)),
        ]
    )
    sheet.flow([("report, copied", copied)])


def _switch(theme: Theme) -> QWidget:
    made = Switch(theme)
    made.say(texts.OFF.nl, texts.ON.nl)
    return made


def _report(sheet: GallerySheet) -> ReportButton:
    made = ReportButton()
    made.setParent(sheet)  # shown later by itself, and must not become a window
    made.offer(_error())
    return made


def _error() -> KnownError:
    error = KnownError(texts.FAILED.nl, texts.FAILED.en)
    error.report = texts.WORD.en
    return error


def _rows(theme: Theme) -> Iterator[tuple[str, QWidget]]:
    for name, row in (
        ("switch", _option(theme, "follow")),
        ("segments", _option(theme, "scheme")),
        ("line", _option(theme, "contact_name")),
        ("list", _minutes(theme)),
        ("path", _path(theme)),
        ("says only", _says(theme)),
    ):
        yield name, _section(row)
    changed, found = _option(theme, "motion"), _option(theme, "text_size")
    changed.show_changed(changed=True)
    yield "changed", _section(changed)
    found.look_for(("te",))
    yield "found", _section(found)


def _section(row: SettingRow) -> QWidget:
    made = SettingSection([row])
    made.say(texts.SHORT.nl)
    return made


def _option(theme: Theme, key: str) -> SettingRow:
    option = next(each for each in OPTIONS if each.key == key)
    control = control_of(option, theme)
    row = SettingRow(theme, key, control)
    row.say(option.title.nl, option.explanation.nl, [name.nl for _, name in option.choices])
    control.show_value(option.default)
    return row


def _minutes(theme: Theme) -> SettingRow:
    control = OptionControl(theme, _MINUTES)
    row = SettingRow(theme, LOCK_MINUTES.key, control)
    row.say(LOCK_MINUTES.title.nl, LOCK_MINUTES.explanation.nl, [f"{each} min" for each in _MINUTES])
    control.show_value(_MINUTES[1])
    return row


def _path(theme: Theme) -> SettingRow:
    control = PathField()
    control.show_value(f"~/guidance-kb/{texts.WORD.nl}/{texts.WORD.en}")
    row = SettingRow(theme, DATA.target, control, [button(texts.SHORT.nl), button(texts.SHORT.en)])
    row.say(DATA.title.nl, DATA.explanation.nl)
    return row


def _says(theme: Theme) -> SettingRow:
    row = SettingRow(theme, "", None, [button(texts.UNDO.nl)])
    row.say(texts.EMPTY.nl, texts.LONG.nl)
    return row


def _page(theme: Theme, content: str, handles: int) -> QWidget:
    page = Browser()
    page.show_html(content, html.style_sheet(theme.tokens, theme.scale))
    page.setFixedHeight(theme.px(handles * SIZE.handle))
    return page


MAKERS: tuple[Callable[[GallerySheet], None], ...] = (settings, keys, unreadable)
