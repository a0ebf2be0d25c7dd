"""A page of HTML laid out on A4, once for the screen, the printer and the PDF: what is seen is what comes out."""

import re
from html import unescape
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextTable,
)

from guidance_kb.ui.look.tokens import PAPER, TYPE

_DPI: Final = 96
_MM: Final = _DPI / 25.4

SIZE: Final = QSizeF(210 * _MM, 297 * _MM)
"""A4 in the units in which it is drawn: pixels at 96 to the inch."""

_MARGIN_MM: Final = 20
_HIGH: Final = 1 / 3
"""Of a sheet: a row that is higher goes on, on the next one."""

_FOOTER_MM: Final = 10
"""How far above the lower edge the page number stands."""

_HEAD_MM: Final = 7.5
"""How far below the upper edge the running head stands."""

_ABOVE: Final = 4
"""Pixels between a table that goes on, on another sheet, and its heading."""

_WHOLE: Final = 3
"""Lines of a paragraph that is never divided; of a longer one two at least stand on the sheet where it begins."""

_META: Final = re.compile(r'<meta name="(paper|about)" content="([^"]*)">')
_LANGUAGE: Final = re.compile(r'<html lang="(\w+)">')
_LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}


class Paper:
    """One document on as many sheets of A4 as it needs; nothing of it is ever cut off.

    Attributes:
        name: Which paper it is, and in which language; nothing of a client.
    """

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
        said = {name: unescape(content) for name, content in _META.findall(html)}
        language = _LANGUAGES.get("".join(_LANGUAGE.findall(html)), "")
        self.name = f"{said.get('paper', '')} ({language})" if language else said.get("paper", "")
        self._running = " · ".join(part for part in (said.get("paper", ""), said.get("about", "")) if part)
        tables = [frame for frame in self.document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
        begin = 0
        for table in tables:  # each break moves what follows: from the first sheet on
            self._keep_together(begin, table.firstPosition())
            self._keep_rows(table)
            begin = table.lastPosition() + 1
        self._keep_together(begin, self.document.characterCount())
        self._closings = {sheet: closing for table in tables for sheet, closing in self._closed(table).items()}
        self._headings = {sheet + 1: heading for table in tables for sheet, heading in self._headed(table).items()}

    # ── what stands on one sheet ────────────────────────────────────────────────────────────────

    def _keep_rows(self, table: QTextTable) -> None:
        """Lets no row begin on one sheet and end on the next: the row before it reaches down to the foot of the sheet.

        The first row takes its table along, with what stands above. A row that is high goes on, on the next sheet: much would stay
        empty; but nothing in it that belongs together is divided.
        """
        first = table.format().toTableFormat().headerRowCount()
        for number in range(first, table.rows()):
            top, bottom = self._reach(table, number)
            foot = (int(top / SIZE.height()) + 1) * SIZE.height() - self._margin
            high = bottom - top > SIZE.height() * _HIGH
            if number == first and first and int(self._reach(table, 0)[0] / SIZE.height()) < int(top / SIZE.height()):
                self._begin_sheet(_opening(self.document.findBlock(table.firstPosition())))
            elif bottom > foot and not high:
                if number > first:
                    _heighten(table, number - 1, foot - top)
                    self.document.setPageSize(
                        SIZE
                    )  # all of it is laid out again: what follows would stand where it stood
                else:
                    self._begin_sheet(_opening(self.document.findBlock(table.firstPosition())))
            if high:
                for place in range(table.columns()):
                    cell = table.cellAt(number, place)
                    self._keep_together(cell.firstPosition(), cell.lastPosition() + 1)

    def _keep_together(self, begin: int, end: int) -> None:
        """Lets nothing between two places in the text stand at the foot of a sheet without what it belongs to.

        That is a heading with what it is about, the words before a table or a list with its first line, and short paragraphs whole.
        """
        block = self.document.findBlock(begin)
        while block.isValid() and block.position() < end:
            last = block
            while _leads(last) and last.next().isValid():
                last = last.next()
            lines = last.layout().lineCount()
            if self._sheet(block) < self._sheet(last, lines - 1 if lines <= _WHOLE else 1):
                self._begin_sheet(block)
            block = last if last != block else block.next()

    def _begin_sheet(self, block: QTextBlock) -> None:
        """Begins the next sheet with a block; one that stands on top of a sheet already stays."""
        top, form, cursor = self._top(block), block.blockFormat(), QTextCursor(block)
        sheet = int(top / SIZE.height())
        if top - sheet * SIZE.height() - self._margin <= form.topMargin() + 1:
            return
        table = cast("QTextTable | None", cursor.currentTable())
        if table is None:
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            form.setTopMargin(0)
        elif block.position() == table.firstPosition():
            whole = table.format().toTableFormat()
            whole.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            table.setFormat(whole)
        else:  # in a cell Qt knows no breaks: room above it, so that its first line does not fit
            cell = table.cellAt(cursor)
            before = block.previous().blockFormat().bottomMargin() if block.position() > cell.firstPosition() else 0
            foot = (sheet + 1) * SIZE.height() - self._margin
            form.setTopMargin(max(form.topMargin(), before) + foot - top - 1)
        cursor.setBlockFormat(form)
        self.document.setPageSize(SIZE)  # all of it is laid out again

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

    def _headed(self, table: QTextTable) -> dict[int, QTextLayout]:
        """The heading above a table, for each sheet that it leaves for the next: there it is said again."""
        block = self.document.findBlock(table.firstPosition() - 1)
        while block.isValid() and _introduces(block):
            block = block.previous()
        if not block.blockFormat().headingLevel() or not block.text():
            return {}
        return dict.fromkeys(
            self._closed(table), self._line(block.text(), block.begin().fragment().charFormat().font())
        )

    def _line(self, text: str, font: QFont) -> QTextLayout:
        """A text in one line as wide as the page at most, as large as the document would have it, whatever it is drawn on."""
        width = SIZE.width() - 2 * self._margin
        elided = QFontMetricsF(font, self._measure).elidedText(text, Qt.TextElideMode.ElideRight, width)
        laid_out = QTextLayout(elided, font, self._measure)
        laid_out.beginLayout()
        laid_out.createLine().setLineWidth(width)
        laid_out.endLayout()
        return laid_out

    def _top(self, block: QTextBlock, line: int = 0) -> float:
        """How far a line of a block is from the top of the first sheet."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        laid_out = block.layout()
        return top + (laid_out.lineAt(line).y() if 0 <= line < laid_out.lineCount() else 0)

    def _sheet(self, block: QTextBlock, line: int = 0) -> int:
        """On which sheet a line of a block is."""
        return int(self._top(block, line) / SIZE.height())

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
            heading = self._headings[page]
            painter.setPen(QColor(PAPER.ink))
            heading.draw(painter, QPointF(self._margin, self._margin - _ABOVE - heading.boundingRect().height()))
        if self.pages > 1:
            self._number(painter, page)
        painter.restore()

    def _number(self, painter: QPainter, page: int) -> None:
        """Tells one sheet of several from another, and from those of other papers."""
        font = _letters()
        font.setPixelSize(TYPE.caption)
        painter.setPen(QColor(PAPER.soft_ink))
        if page and self._running:
            self._line(self._running, font).draw(painter, QPointF(self._margin, _HEAD_MM * _MM))
        painter.setFont(font)
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


def _leads(block: QTextBlock) -> bool:
    """Whether a block says what comes next, and is nothing without it."""
    return bool(block.blockFormat().headingLevel()) or _introduces(block)


def _introduces(block: QTextBlock) -> bool:
    """Whether it is the words between a heading and its table or list, or a line before one that ends on a colon."""
    following, before = block.next(), block.previous()
    if not following.isValid() or block.blockFormat().headingLevel() or _listed(block) or not _listed(following):
        return False
    return bool(before.blockFormat().headingLevel()) or block.text().rstrip().endswith(":")


def _listed(block: QTextBlock) -> bool:
    """Whether it is in a list or a table."""
    return block.textList() is not None or QTextCursor(block).currentTable() is not None


def _opening(block: QTextBlock) -> QTextBlock:
    """The first of the blocks above one that say what it is; the block itself when there are none."""
    while block.previous().isValid() and _leads(block.previous()):
        block = block.previous()
    return block


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
