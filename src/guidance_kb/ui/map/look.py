"""Letters, colours and lengths of the map, all from the theme."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QStaticText, QTextOption, QTransform

from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import TYPE
from guidance_kb.ui.map.layout import MapSizes

_SMALLEST = 11
"""Pixels at 100 %: the smallest that letters become by zooming out."""

SMALLEST_ZOOM: Final = _SMALLEST / TYPE.small
"""How far the picture may be zoomed out: all that is on it can be read."""

_WIDTHS = (126, 168, 242, 163)
_BETWEEN, _BETWEEN_LANES, _GAP, _HEADING, _PART_GAP, _MARGIN = 44, 14, 6, 28, 14, 28
"""Pixels at 100 %, but for the margin, which is the same at every text size."""

LANES: Final = 2
"""Columns of practices."""

_SIDE, _ABOVE = 9, 5
"""Pixels at 100 % between the edge of a thing and its text."""

_RECEDING = 0.4
"""Of the ground in the colour of the links that are not in hand: they are seen, and stay behind all words."""


class MapLook:
    """How the map looks in the scheme and at the text size now in force."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.letters, self.heading = self._letters(), self._letters(strong=True)
        self.side, self.above = theme.px(_SIDE), theme.px(_ABOVE)
        tokens = theme.tokens
        self.ink, self.soft, self.dim = QColor(tokens.ink), QColor(tokens.soft_ink), QColor(tokens.faint)
        self.paper, self.edge, self.line = QColor(tokens.surface), QColor(tokens.line), QColor(tokens.strong_line)
        self.accent, self.tint, self.canvas = QColor(tokens.accent), QColor(tokens.tint), QColor(tokens.canvas)
        self.thread = _toward(self.line, self.canvas, _RECEDING)

    def sizes(self, lanes: int = LANES) -> MapSizes:
        """The lengths of the layout, with the practices in so many columns."""
        px = self._theme.px
        widths = tuple(float(px(width)) for width in _WIDTHS)
        return MapSizes(
            widths, px(_BETWEEN), lanes, px(_BETWEEN_LANES), px(_GAP), px(_HEADING), px(_PART_GAP), float(_MARGIN)
        )

    def px(self, size: float) -> int:
        """A length in pixels at 100 %, at the text size now in force."""
        return self._theme.px(size)

    def _letters(self, *, strong: bool = False) -> QFont:
        font = self._theme.letters(TYPE.small, strong=strong)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # letters keep their width at every zoom
        return font

    def text(self, words: str, width: float) -> QStaticText:
        """The text of a thing that is `width` wide, in lines, ready to be drawn again and again."""
        made = QStaticText(words)
        made.setTextFormat(Qt.TextFormat.PlainText)
        wrapping = QTextOption()
        wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setTextOption(wrapping)
        made.setTextWidth(width - 2 * self.side)
        made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        made.prepare(QTransform(), self.letters)
        return made

    def height(self, text: QStaticText) -> float:
        """How high a thing with this text is."""
        return float(round(text.size().height()) + 2 * self.above)

    @property
    def corner(self) -> QPointF:
        """Where the text of a thing begins."""
        return QPointF(self.side, self.above)


def _toward(one: QColor, other: QColor, share: float) -> QColor:
    """A colour with a share of another one in it."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round((1 - share) * first + share * second) for first, second in pairs))
