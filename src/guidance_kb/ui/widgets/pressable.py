"""Buttons that contain several lines of text, and a scrolling column for them."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.widgets.basics import column, label, row
from guidance_kb.ui.widgets.layouts import add_layout

_AROUND = (SPACE.sm, SPACE.xs, SPACE.sm, SPACE.xs)


class ContentButton(QPushButton):
    """A button as high as its wrapped content needs at the current width."""

    def __init__(self, on_click: Callable[[], object], *, margins: tuple[int, int, int, int] = _AROUND) -> None:
        super().__init__()
        self.setProperty("role", "press")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.content = column(self, spacing=SPACE.xxs, margins=margins)
        self._on_click = on_click
        self.clicked.connect(self._call)

    def _call(self) -> None:
        self._on_click()

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.content.minimumSize()


class LinkRow(ContentButton):
    """A link with an optional second line in a softer colour and an optional icon."""

    def __init__(self, theme: Theme, on_click: Callable[[], object], icon: str = "", role: str = "link") -> None:
        super().__init__(on_click)
        self._theme, self._icon_name = theme, icon
        self._icon = label() if icon else None
        self._text = label(role=role)
        self._below = label(role="caption")
        self._below.hide()
        words = column(spacing=0)
        words.addWidget(self._text)
        words.addWidget(self._below)
        across = row(spacing=SPACE.md)
        if self._icon is not None:
            across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(across, words, 1)
        add_layout(self.content, across)
        theme.changed.connect(self.draw)
        self.draw()

    def say(self, text: str, below: str = "") -> None:
        """Set the text, and the softer line below it."""
        self._text.setText(text)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self.setAccessibleName(f"{text}, {below}" if below else text)

    def set_icon(self, icon: str) -> None:
        """Replace the icon of a row that has one."""
        self._icon_name = icon
        self.draw()

    def draw(self) -> None:
        """Draw the icon in the current colours and size."""
        if self._icon is not None:
            size = self._theme.px(SIZE.icon)
            self._icon.setPixmap(pixmap(self._icon_name, self._theme.tokens.accent, size))
            self._icon.setFixedSize(size, self._theme.px(SIZE.line))


def pressed_by_return(event: QKeyEvent) -> bool:
    """Click the focused button if the key is Return. Outside dialogs Qt does so for the space bar only."""
    focused = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QPushButton):
        return False
    focused.click()
    return True


_ROUNDS = 3
"""Levels of nested layouts whose size depends on their content; a round without pending requests costs nothing."""


def settle() -> None:
    """Process all pending layout requests now, so that no half-finished layout is painted.

    This takes several rounds: Qt drops a request that one layout makes of its parent layout while a paint event is pending.
    """
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


LEAST_PAGE: Final = 48
"""Minimum height (pixels) of a scrolling page in a small window; without it Qt would cut off the widgets around the page."""


class ScrollColumn(QScrollArea):
    """A column of widgets that scrolls vertically, never horizontally."""

    def __init__(self, *, spacing: int = SPACE.md, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.content: QVBoxLayout = column(spacing=spacing)
        whole = column(self.body, spacing=0, margins=margins)
        add_layout(whole, self.content)
        whole.addStretch(1)  # aligning to the top would cut off wrapped text
        self.setWidget(self.body)

    def keep(self, *later: QWidget) -> None:
        """Own widgets that are shown later, hidden until then, so that they are deleted with this column."""
        for each in later:
            each.setParent(self.body)
            each.hide()
