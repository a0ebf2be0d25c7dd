"""The list and the panel side by side, with a handle between them that the mouse drags and the keys move."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import RADIUS, RING
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_HANDLE: Final = 14
"""Width (pixels at 100 %) of the handle."""

_STEP: Final = 24
"""Pixels at 100 % by which a key moves the handle."""

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PanelHandle(TranslatedWidget, QSplitterHandle):
    """The handle: three dots, and a ring while it has the keyboard focus.

    Signals:
        moved: The user moved the handle, and let it go.
    """

    moved = Signal()

    def __init__(self, split: QSplitter, services: Services) -> None:
        super().__init__(Qt.Orientation.Horizontal, split)
        self._theme = services.theme
        speak_as(self, QAccessible.Role.Grip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Width of the panel"))
        self.setToolTip(self.tr("Drag, or use the arrow keys, to make the panel wider or narrower"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.moveSplitter(self.x() + step * self._theme.px(_STEP))
        self.moved.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Repaint when the mouse comes or goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the dots, and the ring."""
        tokens, px = self._theme.tokens, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if lit else tokens.strong_line))
        middle = QPointF(self.width() / 2, self.height() / 2)
        for place in (-1, 0, 1):
            painter.drawEllipse(middle + QPointF(0, place * px(7)), px(2), px(2))
        if self.hasFocus():
            painter.setPen(QColor(tokens.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(RING, RING, -RING, -RING), RADIUS.inner, RADIUS.inner)
        painter.end()


class PanelSplit(QSplitter):
    """Two parts side by side. The right one keeps its width when the window gets another one.

    Signals:
        moved: The user moved the handle, and let it go.
        resized: The room for both parts changed.
    """

    moved = Signal()
    resized = Signal()

    def __init__(self, left: QWidget, right: QWidget, services: Services) -> None:
        self._services = services
        self._wanted, self._least = 0, (0, 0)
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._parts = left, right
        for part in self._parts:
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.grip.moved.connect(self.moved)
        self.fit()
        services.theme.changed.connect(self.fit)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Return the handle, as Qt asks for it."""
        return PanelHandle(self, self._services)

    @property
    def in_order(self) -> tuple[QWidget, QWidget, QWidget]:
        """The left part, the handle and the right part."""
        left, right = self._parts
        return left, self.grip, right

    @property
    def grip(self) -> PanelHandle:
        """The handle between the two parts."""
        return cast("PanelHandle", self.handle(1))

    def fit(self) -> None:
        """Adapt the handle to the text size."""
        self.setHandleWidth(self._services.theme.px(_HANDLE))

    @property
    def panel_width(self) -> int:
        """The width of the right part, in pixels."""
        return self.sizes()[1]

    def share(self, width: int, least: tuple[int, int]) -> None:
        """Give the right part this width, as far as both parts keep their least width."""
        self._wanted, self._least = width, least
        self._share()

    def _share(self) -> None:
        room = self.width() - self.handleWidth()
        fits = sum(self._least) <= room
        least = [each if fits else room // 2 for each in self._least]
        for part, each in zip(self._parts, least, strict=True):
            if part.minimumWidth() != each:
                part.setMinimumWidth(each)
        width = max(least[1], min(self._wanted, room - least[0]))
        if self.panel_width != width:
            self.setSizes([room - width, width])

    def minimumSizeHint(self) -> QSize:
        # The least widths hold while there is room; with less, the view is arranged otherwise, and the window could never get smaller.
        return QSize(self.handleWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
        self.resized.emit()
