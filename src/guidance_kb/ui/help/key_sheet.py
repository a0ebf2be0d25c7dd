"""The sheet of keyboard shortcuts, opened over the window by F1, with a filter."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget
from shiboken6 import isValid

from guidance_kb.help.key_table import TABLE, KeyGroup, Shortcut
from guidance_kb.search.language.folding import fold
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import spoken
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.reading.help_writer import group_of_keys
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, icon_only, label, row
from guidance_kb.ui.widgets.field_icons import FieldIcons
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Shade

_DARK: Final = 0.45
"""Opacity of the shade: dark enough to separate the sheet, light enough to recognise the view behind it."""


class Shade(QWidget):
    """A translucent dark layer over a widget.

    Signals:
        pressed: The user clicked the shade; the sheet over it should close.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme, self._over = theme, over
        self.hide()
        theme.changed.connect(self.update)

    def cover(self) -> None:
        """Show the shade over the whole widget at its current size."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept the click, so that neither the press nor the release reaches the widgets below."""
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the darker of the theme's text and background colours, translucent."""
        tokens = self._theme.tokens
        dark = min((QColor(tokens.ink), QColor(tokens.canvas)), key=QColor.lightness)
        dark.setAlphaF(_DARK)
        painter = QPainter(self)
        painter.fillRect(self.rect(), dark)
        painter.end()


_TWO_COLUMNS: Final = 760
"""Width from which the groups are shown in two columns, in pixels at 100 %."""

_WIDEST: Final = 1080
"""Maximum width in pixels at 100 %; longer lines are hard to read."""


class KeySheet(TranslatedWidget, QFrame):
    """All keyboard shortcuts, by group.

    Attributes:
        filter: The text box that filters the sheet.
        page: The browser with the shortcuts.
    """

    def __init__(self, services: Services, over: QWidget) -> None:
        super().__init__(over)
        self._services, self._over = services, over
        self._before: QWidget | None = None
        self.setProperty("role", "popup")
        self._shade = Shade(services.theme, over)
        self._shade.pressed.connect(self.put_away)
        self._title = label(role="title", wrap=False)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        FieldIcons(self.filter, services.theme)
        self.filter.textChanged.connect(self._fill)
        self.filter.textEdited.connect(lambda _: self._tell())
        self.more = button("", "link", self._open_help)
        self.close_button = button("", "quiet", self.put_away)
        self.page = Browser()
        whole = column(self, spacing=SPACE.lg, margins=(SPACE.xxxl, SPACE.xxl, SPACE.xxl, SPACE.lg))
        head = row(spacing=SPACE.xl)
        head.addWidget(self._title)
        head.addWidget(self.filter, 1)
        head.addWidget(self.more)
        head.addWidget(self.close_button)
        add_layout(whole, head)
        whole.addWidget(self.page, 1)
        over.installEventFilter(self)
        services.theme.changed.connect(self.retranslate)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]
        self.hide()
        self.retranslate()

    # --- Opening and closing

    def toggle(self) -> None:
        """Show the sheet and focus its filter, or close it."""
        if self.isVisible():
            self.put_away()
            return
        self._before = QApplication.focusWidget()
        self.filter.clear()
        self.retranslate()
        self._place()
        self._shade.cover()
        self.show()
        self.raise_()
        self._fill()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Close the sheet and return the focus to the widget that had it before."""
        before, self._before = self._before, None
        # before hiding: Qt would otherwise focus another widget in between
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _open_help(self) -> None:
        self._before = None
        self.hide()
        self._services.navigator.go_to_room(ViewId.HELP)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close the sheet when a widget below it gets the focus, for instance by a shortcut."""
        covered = now is not None and self._over.isAncestorOf(now) and not self.isAncestorOf(now) and now is not self
        if covered and self.isVisible():
            self._before = None
            self.hide()

    def _place(self) -> None:
        """Place the sheet over the window with a border, limited to the maximum width."""
        border = SPACE.xxxl
        room = self._over.rect().adjusted(border, border, -border, -border)
        width = min(room.width(), self._services.theme.px(_WIDEST))
        room.adjust((room.width() - width) // 2, 0, -((room.width() - width) // 2), 0)
        self.setGeometry(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the position when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._shade.setGeometry(self._over.rect())
            self._place()
            self._fill()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the shade with the sheet."""
        if self.isHidden():  # not if only the window is hidden
            self._shade.hide()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the filter with Escape, or close the sheet if the filter is empty."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.filter.text():
            self.filter.clear()
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.put_away()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's argument
        """Keep the focus within the sheet when the user presses Tab."""
        stops: list[QWidget] = [self.filter, self.more, self.close_button, self.page]
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else 0
        stops[(at + (1 if following else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        )
        return True

    # --- Content

    @property
    def shown(self) -> tuple[Shortcut, ...]:
        """The shortcuts whose keys, action and group contain all words of the filter."""
        wanted = fold(self.filter.text()).split()
        return tuple(one for one in TABLE if all(word in self._said(one) for word in wanted))

    def _said(self, shortcut: Shortcut) -> str:
        language = self._services.language
        keys = " ".join((*shortcut.keys, *map(spoken, shortcut.keys)))
        return fold(f"{keys} {shortcut.does.say(language)} {shortcut.group.value.say(language)}")

    def _fill(self) -> None:
        if not self.isVisible():
            return
        theme, language, shown = self._services.theme, self._services.language, self.shown
        groups = [(group, [one for one in shown if one.group is group]) for group in KeyGroup]
        made = [(len(lines) + 2, group_of_keys(group, lines, language)) for group, lines in groups if lines]
        if not made:
            page = html.paragraph(self.tr("There is no such key."))
        elif self.width() < theme.px(_TWO_COLUMNS) or len(shown) < len(TABLE) // 3:
            page = "".join(piece for _, piece in made)
        else:
            page = _side_by_side(made)
        self.page.show_html(page, html.style_sheet(theme.tokens, theme.scale * 0.9))

    def _tell(self) -> None:
        found = len(self.shown)
        counted = self.tr("1 key") if found == 1 else self.tr("%1 keys")
        announce(self, counted.replace("%1", str(found)))

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(SIZE.icon)
        self._title.setText(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        self.page.setAccessibleName(self.tr("Keys"))
        self.filter.setPlaceholderText(self.tr("Which key, or what it does"))
        self.filter.setAccessibleName(self.tr("Find a key"))
        self.more.setText(self.tr("All help"))
        icon_only(self.close_button, icon("x", theme.tokens.accent, size), size, self.tr("Back (Esc)"))
        self._fill()


def _side_by_side(groups: Sequence[tuple[int, str]]) -> str:
    """Return the groups in two columns of similar length, in order."""
    whole, so_far, at = sum(lines for lines, _ in groups), 0, 0
    while at < len(groups) and so_far + groups[at][0] / 2 < whole / 2:
        so_far += groups[at][0]
        at += 1
    left, right = ("".join(piece for _, piece in some) for some in (groups[:at], groups[at:]))
    cell = '<td width="50%" valign="top">'
    return f'<table width="100%" cellspacing="0" cellpadding="8"><tr>{cell}{left}</td>{cell}{right}</td></tr></table>'
