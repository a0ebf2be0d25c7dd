"""Things to press that hold more than one line of text, and a place to scroll them in."""

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
    """A button that is as high as the words in it need at its width."""

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

    def sizeHint(self) -> QSize:
        return self.content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.content.minimumSize()


class LinkRow(ContentButton):
    """A line of text that leads somewhere, with a softer line below it and an icon before it, if wanted."""

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
        """Shows `text`, and `below` under it in softer letters."""
        self._text.setText(text)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self.setAccessibleName(f"{text}, {below}" if below else text)

    def set_icon(self, icon: str) -> None:
        """Another icon, for a line that has one."""
        self._icon_name = icon
        self.draw()

    def draw(self) -> None:
        """Draws the icon in the colours and size now in force."""
        if self._icon is not None:
            size = self._theme.px(SIZE.icon)
            self._icon.setPixmap(pixmap(self._icon_name, self._theme.tokens.accent, size))
            self._icon.setFixedSize(size, self._theme.px(SIZE.line))


def pressed_by_return(event: QKeyEvent) -> bool:
    """Presses the button that has the keyboard, if the key is Return: outside of dialogs Qt does so by the space bar only."""
    focused = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QPushButton):
        return False
    focused.click()
    return True


_ROUNDS = 3
"""As deep as layouts stand in each other that grow with what is in them; a round without requests costs nothing."""


def settle() -> None:
    """Lays everything out now, so that nothing half laid out is ever painted.

    More than once: a request that one layout makes of the one around it is overlooked while a painting waits, for Qt puts it before that.
    """
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


LEAST_PAGE: Final = 48
"""Pixels that a page that scrolls keeps where what stands around it takes the rest; Qt would rather cut that."""


class ScrollColumn(QScrollArea):
    """A column of widgets that scrolls up and down, never sideways."""

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
        whole.addStretch(1)  # an alignment to the top would cut off wrapped text
        self.setWidget(self.body)

    def keep(self, *later: QWidget) -> None:
        """Holds what is shown in it later, out of sight: it goes with it, whether it was ever shown or not."""
        for each in later:
            each.setParent(self.body)
            each.hide()
