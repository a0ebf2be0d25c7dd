"""The view of the map scene, with panning, zooming and keyboard navigation."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from guidance_kb.ui.core.wheel_zoom import ZOOMS
from guidance_kb.ui.look.tokens import RING, Tokens
from guidance_kb.ui.map.layout import Way
from guidance_kb.ui.map.scene import SMALLEST_ZOOM, MapScene
from guidance_kb.ui.widgets.roles import speak_as

_STEP, _LARGEST = 1.2, 2.5
_NOTCH = 120
"""Angle delta of one notch of a mouse wheel, in eighths of a degree."""

_WAYS: Final = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}


class MapPicture(QGraphicsView):
    """Graphics view of a `MapScene`.

    Signals:
        chosen (str): The user clicked a node; empty for the background.
        opened (str): The user double-clicked a node; empty for Enter, which opens the selected node.
        walked (Way): The user pressed an arrow key, Home or End.
        typed (str): The user typed a character to filter by.
        left: The user pressed Escape.
        alone_wanted: The user pressed Space to toggle between the selected node with its links and the whole map.
        moved: The visible area or the zoom changed.
    """

    chosen = Signal(str)
    opened = Signal(str)
    walked = Signal(Way)
    typed = Signal(str)
    left = Signal()
    alone_wanted = Signal()
    moved = Signal()

    def __init__(self, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        speak_as(self, QAccessible.Role.Graphic)
        self._map = scene
        self.setProperty(ZOOMS, True)  # noqa: FBT003 - Qt's argument
        self._pressed: QPoint | None = None
        self._fitted = True
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        # an appearing scroll bar would cover a column after `fit`
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)

    def say(self, name: str) -> None:
        """Set the accessible name of the view and its viewport, which Qt also makes focusable."""
        self.setAccessibleName(name)
        self.viewport().setAccessibleName(name)

    def dress(self, tokens: Tokens) -> None:
        """Set the style of the border, which is a ring while the view has the focus."""
        ring = "QGraphicsView {{ border: {0}px solid {1}; }} QGraphicsView:focus {{ border: {0}px solid {2}; }}"
        self.setStyleSheet(ring.format(RING, tokens.canvas, tokens.focus))

    # --- Zoom

    @property
    def zoom(self) -> float:
        """The zoom factor; 1 shows the text at its own size."""
        return self.transform().m11()

    def fit(self) -> None:
        """Zoom to show all columns, and the full height if legible, but no further than text at its own size."""
        size, layout = self.viewport().size(), self._map.layout
        wide, high = (size.width() - 1) / max(layout.width, 1), (size.height() - 1) / max(layout.height, 1)
        self._zoom_to(min(wide, high) if high > SMALLEST_ZOOM else wide, most=1.0)
        self._fitted = True

    def refit(self) -> None:
        """Fit again after a change of layout or size, unless the user zoomed."""
        if self._fitted:
            self.fit()

    def step(self, steps: float) -> None:
        """Zoom in by a number of steps; a negative number zooms out."""
        self._zoom_to(self.zoom * _STEP**steps)

    def _zoom_to(self, zoom: float, most: float = _LARGEST) -> None:
        to = min(max(zoom, SMALLEST_ZOOM), most)
        self._fitted = False
        self.scale(to / self.zoom, to / self.zoom)
        self.moved.emit()

    def reveal(self, identifier: str, *, middle: bool = False) -> None:
        """Scroll to a node: to the centre if `middle` or if it is out of sight, otherwise only as far as needed to show it fully."""
        item = self._map.nodes.get(identifier)
        if item is None:
            return
        if middle:
            self.centerOn(item)
            return
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if seen.intersects(item.sceneBoundingRect()):
            self.ensureVisible(item)
        else:
            self.centerOn(item)

    # --- Mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Emit `chosen` for a click; the end of a drag is no click."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        near = QApplication.startDragDistance()
        if self._pressed is not None and (place - self._pressed).manhattanLength() < near:
            self.chosen.emit(self._map.at(self.mapToScene(place)) or "")
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if found := self._map.at(self.mapToScene(event.position().toPoint())):
            self.opened.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(event.angleDelta().y() / _NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Navigate, open or zoom; other printable characters are filter text."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            super().keyPressEvent(event)
        elif key in _WAYS:
            self.walked.emit(_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit("")
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Space:
            self.alone_wanted.emit()
        elif not self._zoomed(event.text()):
            if event.text().strip() and event.text().isprintable():
                self.typed.emit(event.text())
            else:
                super().keyPressEvent(event)

    def _zoomed(self, text: str) -> bool:
        """Zoom for the keys +, - and 0; return whether the key was one of them."""
        match text:
            case "+" | "=":
                self.step(1)
            case "-":
                self.step(-1)
            case "0":
                self.fit()
            case _:
                return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        if dx:
            self.moved.emit()
