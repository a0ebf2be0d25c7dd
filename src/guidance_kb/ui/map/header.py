"""The names of the columns, above the picture: they stay when it is moved down, and go with it sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.ui.map.picture import MapPicture
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import TYPE


class ColumnHeads(QWidget):
    """Paints a name above each column."""

    def __init__(self, picture: MapPicture, theme: Theme) -> None:
        super().__init__()
        self._picture, self._theme = picture, theme
        self._names: Sequence[str] = ()
        self._spans: Sequence[tuple[float, float]] = ()
        picture.moved.connect(self.update)

    def show_names(self, names: Sequence[str], spans: Sequence[tuple[float, float]]) -> None:
        """Shows these names; `spans` are left and right of the columns, in the lengths of the picture."""
        self._names, self._spans = names, spans
        self.setAccessibleName(", ".join(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a name."""
        return QSize(0, self._theme.px(30))

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints each name at the left edge of its column, cut where the column ends."""
        painter, picture = QPainter(self), self._picture
        painter.setFont(self._theme.letters(TYPE.small, strong=True))
        painter.setPen(QColor(self._theme.tokens.ink))
        edge = picture.x() + picture.viewport().x()
        for name, (left, right) in zip(self._names, self._spans, strict=True):
            start, end = picture.mapFromScene(left, 0).x(), picture.mapFromScene(right, 0).x()
            room = QRect(edge + start, 0, max(end - start + self._theme.px(24), 1), self.height())
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
