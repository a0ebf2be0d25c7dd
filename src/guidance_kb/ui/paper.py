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
    QTextTable,
)

from guidance_kb.ui.tokens import PAPER, TYPE

_DPI: Final = 96
_MM: Final = _DPI / 25.4

SIZE: Final = QSizeF(210 * _MM, 297 * _MM)
"""A4 in the units in which it is drawn: pixels at 96 to the inch."""

_MARGIN_MM: Final = 20
_HIGH: Final = 1 / 3
"""Of a sheet: a row that is higher goes on, on the next one."""

_FOOTER_MM: Final = 10
"""How far above the lower edge the page number stands."""

_ABOVE: Final = 4
"""Pixels between a table that goes on, on another sheet, and its heading."""


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
        tables = [frame for frame in self.document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
        for table in tables:
            self._keep_headings(table.firstPosition())  # each break moves what follows: from the first sheet on
            self._keep_rows(table)
        self._keep_headings(self.document.characterCount())
        self._closings = {sheet: closing for table in tables for sheet, closing in self._closed(table).items()}
        self._headings = {sheet + 1: heading for table in tables for sheet, heading in self._headed(table).items()}

    def _keep_rows(self, table: QTextTable) -> None:
        """Lets no row begin on one sheet and end on the next: the row before it reaches down to the foot of the sheet.

        The first row takes its table along, with the headings above. A row that is high is left as it is: much would stay empty.
        """
        first = table.format().toTableFormat().headerRowCount()
        for number in range(first, table.rows()):
            top, bottom = self._reach(table, number)
            foot = (int(top / SIZE.height()) + 1) * SIZE.height() - self._margin
            if bottom <= foot or bottom - top > SIZE.height() * _HIGH:
                continue
            if number > first:
                _heighten(table, number - 1, foot - top)
            else:
                _begin_sheet(table)
            self.document.setPageSize(SIZE)  # all of it is laid out again: what follows would stand where it stood

    def _reach(self, table: QTextTable, number: int) -> tuple[float, float]:
        """From where to where a row has words, from the top of the first sheet on."""
        layout, tops, bottoms = self.document.documentLayout(), [], []
        for place in range(table.columns()):
            cell = table.cellAt(number, place)
            for cursor in (cell.firstCursorPosition(), cell.lastCursorPosition()):
                rect = layout.blockBoundingRect(cursor.block())
                lines = cursor.block().layout()
                begun = lines.lineAt(0).y() if lines.lineCount() else 0
                tops.append(rect.top() + begun)
                bottoms.append(rect.bottom())
        return min(tops), max(bottoms)

    def _closed(self, table: QTextTable) -> dict[int, tuple[QRectF, QColor]]:
        """The lower border of a table on each sheet that it leaves for the next, from the corner of the sheet: Qt draws none there."""
        (top, _), (_, bottom) = self._reach(table, 0), self._reach(table, table.rows() - 1)
        layout, form = self.document.documentLayout(), table.format().toTableFormat()
        first, last = (
            layout.blockBoundingRect(table.cellAt(0, place).firstCursorPosition().block())
            for place in (0, table.columns() - 1)
        )
        padding, border = form.cellPadding(), form.border()
        left, right = first.left() - padding - 1.5 * border, last.right() + padding + border / 2
        foot = SIZE.height() - self._margin - 1.5 * border  # where the borders between the columns end
        line = QRectF(left, foot - border, right - left, border)
        sheets = range(int(top / SIZE.height()), int(bottom / SIZE.height()))
        return dict.fromkeys(sheets, (line, form.borderBrush().color()))

    def _headed(self, table: QTextTable) -> dict[int, tuple[str, QFont]]:
        """The heading above a table, for each sheet that it leaves for the next: there it is said again."""
        block = self.document.findBlock(table.firstPosition() - 1)
        if not block.blockFormat().headingLevel() or not block.text():
            return {}
        font = QFont(block.begin().fragment().charFormat().font(), self._measure)  # as large as the document has it
        return dict.fromkeys(self._closed(table), (block.text(), font))

    def _keep_headings(self, end: int) -> None:
        """Lets no heading before a place in the text stand at the foot of a sheet, with what it is about on the next."""
        block, cursor = self.document.begin(), QTextCursor(self.document)
        while block.isValid() and block.position() < end:
            following = block
            while following.blockFormat().headingLevel() and following.next().isValid():
                following = following.next()
            if self._sheet(block) < self._sheet(following):
                cursor.setPosition(block.position())
                broken = block.blockFormat()
                broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(broken)
                self.document.setPageSize(SIZE)
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
        if page in self._closings:
            painter.fillRect(*self._closings[page])
        if page in self._headings:
            said, font = self._headings[page]
            painter.setFont(font)
            painter.setPen(QColor(PAPER.ink))
            above = QRectF(self._margin, 0, SIZE.width() - 2 * self._margin, self._margin - _ABOVE)
            painter.drawText(above, Qt.AlignmentFlag.AlignBottom, said)
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


def _heighten(table: QTextTable, number: int, more: float) -> None:
    """Makes a row so much higher, in pixels."""
    for place in range(table.columns()):
        cell = table.cellAt(number, place)
        letters = cell.format().toTableCellFormat()
        own = letters.hasProperty(QTextFormat.Property.TableCellBottomPadding.value)
        padding = letters.bottomPadding() if own else table.format().toTableFormat().cellPadding()
        letters.setBottomPadding(padding + max(more, 0))
        cell.setFormat(letters)


def _begin_sheet(table: QTextTable) -> None:
    """Begins a sheet with a table, or with the headings that stand above it."""
    cursor = QTextCursor(table.document())
    cursor.setPosition(table.firstPosition() - 1)
    block = cursor.block()
    if not block.blockFormat().headingLevel():
        whole = table.format().toTableFormat()
        whole.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        table.setFormat(whole)
        return
    while block.previous().isValid() and block.previous().blockFormat().headingLevel():
        block = block.previous()
    cursor.setPosition(block.position())
    broken = block.blockFormat()
    broken.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor.setBlockFormat(broken)


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
