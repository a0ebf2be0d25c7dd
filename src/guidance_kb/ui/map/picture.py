"""The picture of the map in its frame: moved by the mouse and the wheel, zoomed, walked over with the arrow keys."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from guidance_kb.ui.look.tokens import RING, Tokens
from guidance_kb.ui.map.layout import Way
from guidance_kb.ui.map.scene import SMALLEST_ZOOM, MapScene
from guidance_kb.ui.widgets.roles import speak_as

_STEP, _LARGEST = 1.2, 2.5
_NOTCH = 120
"""What one notch of a mouse wheel counts."""

_WAYS: Final = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}


class MapPicture(QGraphicsView):
    """Shows a `MapScene`.

    Signals:
        chosen (str): A thing was clicked; empty for the ground between the things.
        opened (str): A thing was double-clicked; empty for Enter: the one in hand.
        walked (Way): An arrow key, Home or End was pressed.
        typed (str): Something to look for was typed.
        left: Escape was pressed.
        alone_wanted: The space bar was pressed: only what is in hand and its links, or everything again.
        moved: What is in sight, or how far it is zoomed, changed.
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
        self._pressed: QPoint | None = None
        self._fitted = True
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # or it would come when the columns fit, and hide one
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)

    def say(self, name: str) -> None:
        """Gives it a name for screen readers; its ground, which Qt lets have the keyboard, the same."""
        self.setAccessibleName(name)
        self.viewport().setAccessibleName(name)

    def dress(self, tokens: Tokens) -> None:
        """Gives it the ring that says that it has the keyboard."""
        ring = "QGraphicsView {{ border: {0}px solid {1}; }} QGraphicsView:focus {{ border: {0}px solid {2}; }}"
        self.setStyleSheet(ring.format(RING, tokens.canvas, tokens.focus))

    # ── zoom ────────────────────────────────────────────────────────────────────────────────────

    @property
    def zoom(self) -> float:
        """How far the picture is zoomed; at 1 its letters are of their own size."""
        return self.transform().m11()

    def fit(self) -> None:
        """Shows all columns, and a small map in all its height, as far as they can be read then."""
        size, layout = self.viewport().size(), self._map.layout
        wide, high = (size.width() - 1) / max(layout.width, 1), (size.height() - 1) / max(layout.height, 1)
        self._zoom_to(min(wide, high) if high > SMALLEST_ZOOM else wide, most=1.0)
        self._fitted = True

    def refit(self) -> None:
        """Shows all columns of another layout, or in a frame of another size, unless the reader zoomed."""
        if self._fitted:
            self.fit()

    def step(self, steps: float) -> None:
        """Zooms in by so many steps, or out."""
        self._zoom_to(self.zoom * _STEP**steps)

    def _zoom_to(self, zoom: float, most: float = _LARGEST) -> None:
        to = min(max(zoom, SMALLEST_ZOOM), most)
        self._fitted = False
        self.scale(to / self.zoom, to / self.zoom)
        self.moved.emit()

    def reveal(self, identifier: str, *, middle: bool = False) -> None:
        """Brings a thing into sight, or into the middle; one that is in sight already otherwise moves nothing."""
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

    # ── mouse and keys ──────────────────────────────────────────────────────────────────────────

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chooses what was clicked; the end of moving the picture is no click."""
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
        """Zooms with Ctrl; without it the picture moves."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(event.angleDelta().y() / _NOTCH)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walks, opens, zooms; any other letter is something to look for."""
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
        """Zooms by the keys +, - and 0; returns whether it was one of them."""
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
