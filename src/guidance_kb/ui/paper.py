"""A page of HTML laid out on A4, once for the screen, the printer and the PDF: what is seen is what comes out."""

from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from guidance_kb.ui.tokens import PAPER, TYPE

_DPI: Final = 96
_MM: Final = _DPI / 25.4

SIZE: Final = QSizeF(210 * _MM, 297 * _MM)
"""A4 in the units in which it is drawn: pixels at 96 to the inch."""

_MARGIN_MM: Final = 20
_FOOTER_MM: Final = 10
"""How far above the lower edge the page number stands."""


class Paper:
    """One document on as many sheets of A4 as it needs; nothing of it is ever cut off."""

    def __init__(self, html: str, margin_mm: float = _MARGIN_MM) -> None:
        """Lays it out, in the same way whatever the screen is.

        Args:
            html: A whole document of `documents.page`.
            margin_mm: On all four sides; printers reach everything from 5 mm on.
        """
        self._measure = QImage(1, 1, QImage.Format.Format_ARGB32)
        for set_dots in (self._measure.setDotsPerMeterX, self._measure.setDotsPerMeterY):
            set_dots(round(_DPI / 0.0254))
        self._margin = margin_mm * _MM
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.documentLayout().setPaintDevice(self._measure)
        font = _letters()
        font.setPointSizeF(PAPER.points)
        self.document.setDefaultFont(font)
        self.document.setHtml(html)
        _as_the_style_says(self.document)
        frame = self.document.rootFrame().frameFormat()
        frame.setMargin(self._margin)
        self.document.rootFrame().setFrameFormat(frame)
        self.document.setPageSize(SIZE)
        self._keep_headings()

    def _keep_headings(self) -> None:
        """Lets no heading stand at the foot of a sheet, with what it is about on the next."""
        block, cursor = self.document.begin(), QTextCursor(self.document)
        while block.isValid():
            following = block
            while following.blockFormat().headingLevel() and following.next().isValid():
                following = following.next()
            if self._sheet(block) < self._sheet(following):
                cursor.setPosition(block.position())
                broken = block.blockFormat()
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(broken)
            block = following if following != block else block.next()

    def _sheet(self, block: QTextBlock) -> int:
        """On which sheet the first line of a block is."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineAt(0)
        return int((top + (line.y() if line.isValid() else 0)) / SIZE.height())

    @property
    def pages(self) -> int:
        """How many sheets it needs."""
        return self.document.pageCount()

    @property
    def text(self) -> str:
        """What it says, without its looks."""
        return self.document.toPlainText()

    @property
    def height(self) -> float:
        """How high what it says is, in millimetres, on all sheets together and without their margins."""
        last = self.document.documentLayout().blockBoundingRect(self.document.lastBlock())
        return (last.bottom() - self._margin - (self.pages - 1) * 2 * self._margin) / _MM

    @property
    def too_high_by(self) -> float:
        """By how much it is higher than one sheet, in millimetres; less than nothing when it fits."""
        return self.height - (SIZE.height() - 2 * self._margin) / _MM

    def draw(self, painter: QPainter, page: int) -> None:
        """Draws one sheet, from 0 on, at the origin and at `SIZE`."""
        painter.save()
        painter.setClipRect(QRectF(0, 0, SIZE.width(), SIZE.height()))
        painter.save()
        painter.translate(0, -page * SIZE.height())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, page * SIZE.height(), SIZE.width(), SIZE.height())
        context.palette.setColor(QPalette.ColorRole.Text, QColor(PAPER.ink))
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        if self.pages > 1:
            self._number(painter, page)
        painter.restore()

    def _number(self, painter: QPainter, page: int) -> None:
        font = _letters()
        font.setPixelSize(TYPE.caption)
        painter.setFont(font)
        painter.setPen(QColor(PAPER.soft_ink))
        foot = QRectF(self._margin, SIZE.height() - _FOOTER_MM * _MM - 12, SIZE.width() - 2 * self._margin, 18)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{page + 1} / {self.pages}")


def _letters() -> QFont:
    """Inter without its alternates for dashes and brackets between figures: in a PDF these are drawings that stand for no character."""
    font = QFont("Inter")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _as_the_style_says(document: QTextDocument) -> None:
    """Gives headings the size that their style asks for: Qt would let its own, by level, go before it."""
    block, cursor = document.begin(), QTextCursor(document)
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = cursor.charFormat()
            letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            cursor.setCharFormat(letters)
            cursor.setBlockCharFormat(letters)
        block = block.next()
