"""HTML documents laid out on A4, with one layout for screen, printer and PDF."""

import re
from base64 import b64decode
from html import unescape
from typing import Final, cast

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextTable,
)
from PySide6.QtSvg import QSvgRenderer

from guidance_kb.ui.look.tokens import PAPER, TYPE

_DPI: Final = 96
_MM: Final = _DPI / 25.4

SIZE: Final = QSizeF(210 * _MM, 297 * _MM)
"""A4 in pixels at 96 dpi."""

_MARGIN_MM: Final = 20
_HIGH: Final = 1 / 3
"""Fraction of a sheet; only rows higher than this may be split over two sheets."""

_FOOTER_MM: Final = 10
"""Distance of the page number from the lower edge."""

_HEAD_MM: Final = 7.5
"""Distance of the running head from the upper edge."""

_ABOVE: Final = 4
"""Pixels between the repeated heading of a table and its continuation on the next sheet."""

_WHOLE: Final = 3
"""Maximum number of lines of a paragraph that is never split; a longer one has at least two lines on its first sheet."""

_META: Final = re.compile(r'<meta name="(paper|about)" content="([^"]*)">')
_DRAWN: Final = re.compile(r'src="(data:image/svg\+xml;base64,[A-Za-z0-9+/=]+)"')
_DRAWN_PIXELS: Final = 160
"""Width and height of a pictogram in pixels, so that it is sharp on a printer."""

_LANGUAGE: Final = re.compile(r'<html lang="(\w+)">')
_LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}


class Paper:
    """A document laid out on as many A4 sheets as it needs.

    Attributes:
        name: The kind of document and its language, without client data.
    """

    def __init__(self, html: str, margin_mm: float = _MARGIN_MM) -> None:
        """Lay out the document, independently of the screen.

        Args:
            html: A complete document of `documents.page`.
            margin_mm: The margin on all four sides, in mm; printers need at least 5.
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
        for source in sorted(set(_DRAWN.findall(html))):
            image = _drawn(source)
            self.document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(source), image)
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
        for table in tables:  # in order, because each page break moves the text after it
            self._keep_together(begin, table.firstPosition())
            self._keep_rows(table)
            begin = table.lastPosition() + 1
        self._keep_together(begin, self.document.characterCount())
        self._closings = {sheet: closing for table in tables for sheet, closing in self._closed(table).items()}
        self._headings = {sheet + 1: heading for table in tables for sheet, heading in self._headed(table).items()}

    # ── page breaks ─────────────────────────────────────────────────────────────────────────────

    def _keep_rows(self, table: QTextTable) -> None:
        """Prevent page breaks within rows, by extending the preceding row to the foot of its sheet.

        If the first row does not fit, the whole table moves to the next sheet with its heading. A high row (`_HIGH`) may be split, as the
        sheet would remain too empty otherwise, but not between parts that belong together.
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
                    self.document.setPageSize(SIZE)  # forces a new layout: without it the text below would not move
                else:
                    self._begin_sheet(_opening(self.document.findBlock(table.firstPosition())))
            if high:
                for place in range(table.columns()):
                    cell = table.cellAt(number, place)
                    self._keep_together(cell.firstPosition(), cell.lastPosition() + 1)

    def _keep_together(self, begin: int, end: int) -> None:
        """Prevent page breaks between parts of a range of the text that belong together.

        A heading stays with the text below it, the introduction of a table or list with its first line, and a short paragraph is not split.
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
        """Move a block to the top of the next sheet, unless it is at the top of a sheet already."""
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
        else:  # Qt has no page breaks within cells: a top margin makes the first line not fit
            cell = table.cellAt(cursor)
            before = block.previous().blockFormat().bottomMargin() if block.position() > cell.firstPosition() else 0
            foot = (sheet + 1) * SIZE.height() - self._margin
            form.setTopMargin(max(form.topMargin(), before) + foot - top - 1)
        cursor.setBlockFormat(form)
        self.document.setPageSize(SIZE)  # forces a new layout

    def _reach(self, table: QTextTable, number: int) -> tuple[float, float]:
        """Return the top and bottom of the text of a row, measured from the top of the first sheet."""
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
        """Return the lower border (rectangle on the sheet, colour) for each sheet after which a table continues: Qt draws none there."""
        (top, _), (_, bottom) = self._reach(table, 0), self._reach(table, table.rows() - 1)
        layout, form = self.document.documentLayout(), table.format().toTableFormat()
        first, last = (
            layout.blockBoundingRect(table.cellAt(0, place).firstCursorPosition().block())
            for place in (0, table.columns() - 1)
        )
        padding, border = form.cellPadding(), form.border()
        left, right = first.left() - padding - 1.5 * border, last.right() + padding + border / 2
        foot = SIZE.height() - self._margin - 1.5 * border  # the lower end of the borders between columns
        line = QRectF(left, foot - border, right - left, border)
        sheets = range(int(top / SIZE.height()), int(bottom / SIZE.height()))
        return dict.fromkeys(sheets, (line, form.borderBrush().color()))

    def _headed(self, table: QTextTable) -> dict[int, QTextLayout]:
        """Return the heading of a table for each sheet after which it continues; it is repeated on the next one."""
        block = self.document.findBlock(table.firstPosition() - 1)
        while block.isValid() and _introduces(block):
            block = block.previous()
        if not block.blockFormat().headingLevel() or not block.text():
            return {}
        return dict.fromkeys(
            self._closed(table), self._line(block.text(), block.begin().fragment().charFormat().font())
        )

    def _line(self, text: str, font: QFont) -> QTextLayout:
        """Lay out a text in one line, elided to the width of the page, at the resolution of the document."""
        width = SIZE.width() - 2 * self._margin
        elided = QFontMetricsF(font, self._measure).elidedText(text, Qt.TextElideMode.ElideRight, width)
        laid_out = QTextLayout(elided, font, self._measure)
        laid_out.beginLayout()
        laid_out.createLine().setLineWidth(width)
        laid_out.endLayout()
        return laid_out

    def _top(self, block: QTextBlock, line: int = 0) -> float:
        """Return the distance of a line of a block from the top of the first sheet."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        laid_out = block.layout()
        return top + (laid_out.lineAt(line).y() if 0 <= line < laid_out.lineCount() else 0)

    def _sheet(self, block: QTextBlock, line: int = 0) -> int:
        """Return the sheet that has a line of a block, counted from 0."""
        return int(self._top(block, line) / SIZE.height())

    @property
    def pages(self) -> int:
        """The number of sheets."""
        return self.document.pageCount()

    @property
    def text(self) -> str:
        """The text without formatting."""
        return self.document.toPlainText()

    @property
    def height(self) -> float:
        """The height of the content in mm, summed over all sheets, without margins."""
        last = self.document.documentLayout().blockBoundingRect(self.document.lastBlock())
        return (last.bottom() - self._margin - (self.pages - 1) * 2 * self._margin) / _MM

    @property
    def too_high_by(self) -> float:
        """The height of the content minus that of one sheet, in mm; negative if it fits."""
        return self.height - (SIZE.height() - 2 * self._margin) / _MM

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a sheet, counted from 0, at the origin in `SIZE`."""
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
        """Draw the page number, and from the second sheet on the running head."""
        font = _letters()
        font.setPixelSize(TYPE.caption)
        painter.setPen(QColor(PAPER.soft_ink))
        if page and self._running:
            self._line(self._running, font).draw(painter, QPointF(self._margin, _HEAD_MM * _MM))
        painter.setFont(font)
        foot = QRectF(self._margin, SIZE.height() - _FOOTER_MM * _MM - 12, SIZE.width() - 2 * self._margin, 18)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, f"{page + 1} / {self.pages}")


def _drawn(source: str) -> QImage:
    """Return a drawing (a data URL of `documents.client_page`) as an image: Qt shows no SVG in a text without a plugin."""
    image = QImage(_DRAWN_PIXELS, _DRAWN_PIXELS, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing = QByteArray(b64decode(source.partition(",")[2]))
    QSvgRenderer(drawing).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def _letters() -> QFont:
    """Return Inter without contextual alternates: a PDF has no characters for its dashes and brackets between digits."""
    font = QFont("Inter")
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _heighten(table: QTextTable, number: int, more: float) -> None:
    """Make a row `more` pixels higher."""
    for place in range(table.columns()):
        cell = table.cellAt(number, place)
        letters = cell.format().toTableCellFormat()
        own = letters.hasProperty(QTextFormat.Property.TableCellBottomPadding.value)
        padding = letters.bottomPadding() if own else table.format().toTableFormat().cellPadding()
        letters.setBottomPadding(padding + max(more, 0))
        cell.setFormat(letters)


def _leads(block: QTextBlock) -> bool:
    """Return whether a block is a heading or an introduction and must stay with the next block."""
    return bool(block.blockFormat().headingLevel()) or _introduces(block)


def _introduces(block: QTextBlock) -> bool:
    """Return whether a paragraph before a table or list follows a heading or ends with a colon."""
    following, before = block.next(), block.previous()
    if not following.isValid() or block.blockFormat().headingLevel() or _listed(block) or not _listed(following):
        return False
    return bool(before.blockFormat().headingLevel()) or block.text().rstrip().endswith(":")


def _listed(block: QTextBlock) -> bool:
    """Return whether a block is in a list or a table."""
    return block.textList() is not None or QTextCursor(block).currentTable() is not None


def _opening(block: QTextBlock) -> QTextBlock:
    """Return the first of the headings and introductions directly above a block, or the block itself if there are none."""
    while block.previous().isValid() and _leads(block.previous()):
        block = block.previous()
    return block


def _as_the_style_says(document: QTextDocument) -> None:
    """Give headings the font size of their style, which Qt overrides with a size per level."""
    block, cursor = document.begin(), QTextCursor(document)
    while block.isValid():
        if block.blockFormat().headingLevel():
            for begin, end, letters in _pieces(block):
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
                cursor.setPosition(begin)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(letters)
            whole = block.charFormat()  # of the first block of a cell it has the look of the cell
            whole.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            cursor.setBlockCharFormat(whole)
        block = block.next()


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return the begin, end and format of each piece of a block: an image has a format of its own."""
    pieces, each = [], block.begin()
    while not each.atEnd():
        piece = each.fragment()
        pieces.append((piece.position(), piece.position() + piece.length(), piece.charFormat()))
        each += 1
    return pieces
