"""Delegate that paints hits (title, excerpt, source, with highlights), questions with the marks of their answers, and group headings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from guidance_kb.casebook.records.steps import TAKERS, Who
from guidance_kb.conversation.answers import Answer, State
from guidance_kb.documents.names import ANSWER_LABELS
from guidance_kb.search.results.answer import Hit
from guidance_kb.ui.core.answers import ANSWER_KEYS
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import EDGE, RADIUS, TYPE
from guidance_kb.ui.search.model import CardText, Heading, ResultModel, folded
from guidance_kb.ui.widgets.answer_toggle import MARK_ROOM, paint_answer
from guidance_kb.ui.widgets.marked_text import break_lines, marked, paint_box

Index = QModelIndex | QPersistentModelIndex
Marks = Sequence[tuple[int, int]]


class ResultLook(NamedTuple):
    """The look of a part of a hit: text of `size` pixels at 100 %, at most `most` lines."""

    size: int
    bold: bool
    most: int


class TextPart(NamedTuple):
    """A part of a hit, with the ranges to highlight."""

    text: str
    marks: Marks
    look: ResultLook


_TITLE = ResultLook(TYPE.body, bold=True, most=3)
_EXCERPT, _SOURCE = ResultLook(TYPE.small, bold=False, most=3), ResultLook(TYPE.caption, bold=False, most=1)
_SAY = ResultLook(TYPE.body, bold=False, most=4)
_MORE = ResultLook(TYPE.small, bold=False, most=3)
"""Looks of the sentence to ask on a card, and of what stands below it."""

_LABEL, _ASKED = _TITLE._replace(most=2), _EXCERPT._replace(most=1)
"""Looks of a question that can be ticked: less of it, so that the hits below stay in view."""

_LEFT, _TOP = 12, 6
"""Pixels at 100 % around the marks of a question."""

_REMEMBERED = 4000
"""Maximum number of cached heights; a full cache is cleared."""


class ResultDelegate(QStyledItemDelegate):
    """Delegate for the rows of a `ResultModel`; a row is as wide as the list.

    Attributes:
        pointed: The question and the mark that the mouse is over.
    """

    def __init__(self, model: ResultModel, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._list = parent
        self._heights: dict[tuple[str, ResultLook, int], int] = {}
        self.pointed: tuple[str, State] | None = None
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
        theme.changed.connect(self._heights.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's arguments
        """Return the width of the list and the height of the row at that width."""
        width = self._list.viewport().width()  # the width that `paint` gets, with or without a scroll bar
        row = self._model.row(index)
        if not isinstance(row, Hit):
            return QSize(width, self._theme.px(38))
        if self._model.answer(row) is not None:
            room = self._question_room(QRect(0, 0, width, 0)).width()
            parts = self._question_parts(row)
            heights = sum(self._height(part, room) for part in parts) + (len(parts) - 1) * self._theme.px(3)
            return QSize(width, max(heights, self._theme.px(MARK_ROOM)) + 2 * self._theme.px(_TOP))
        parts = self._parts(row)
        heights = sum(self._height(part, self._text_width(width)) for part in parts)
        return QSize(width, heights + (len(parts) - 1) * self._theme.px(3) + self._theme.px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading or a hit."""
        painter.save()
        rect: QRect = option.rect
        row = self._model.row(index)
        if isinstance(row, Hit):
            answer = self._model.answer(row)
            if answer is None:
                self._paint_hit(painter, option, row)
            else:
                self._paint_question(painter, option, row, answer)
        else:
            self._paint_heading(painter, rect, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._theme.letters(TYPE.small, strong=True))
        painter.setPen(QColor(tokens.soft_ink))
        inner = rect.adjusted(px(16), px(10), -px(16), -px(4))
        more = self.tr("Show all") if folded(heading) else ""
        room = inner.width() - painter.fontMetrics().horizontalAdvance(more) - px(8)
        text = painter.fontMetrics().elidedText(self._model.heading(heading), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        if more:
            painter.setPen(QColor(tokens.accent))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, more)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        box = rect.adjusted(px(8), px(2), -px(8), -px(2))
        self._paint_card(painter, hit, box)
        paint_box(painter, box, state, self._theme)
        at = QPoint(rect.left() + px(18), rect.top() + px(10))
        width = self._text_width(rect.width())
        for part in self._parts(hit):
            painter.setPen(QColor(tokens.ink if part.look in (_TITLE, _SAY) else tokens.soft_ink))
            layout = self._lay_out(part, width)
            layout.draw(painter, QPointF(at))
            at.setY(at.y() + _height(layout) + px(3))

    def _paint_card(self, painter: QPainter, hit: Hit, box: QRect) -> None:
        """Paint the card on which a hit with something to say stands."""
        if self._model.card(hit) is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.line), EDGE))
        painter.setBrush(QColor(self._theme.tokens.raised))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.control, RADIUS.control)

    # ── questions of the running conversation ───────────────────────────────────────────────────

    def marks(self, rect: QRect) -> Mapping[State, QRect]:
        """Return where the marks of a question stand in its row: that of its answer before the label, the two others at the end."""
        px = self._theme.px
        size, top = px(MARK_ROOM), rect.top() + px(_TOP)
        right = rect.right() + 1 - px(_LEFT) - size
        return {
            State.NAMED: QRect(rect.left() + px(_LEFT), top, size, size),
            State.NOT_AN_ISSUE: QRect(right - size, top, size, size),
            State.DECLINED: QRect(right, top, size, size),
        }

    def mark_at(self, rect: QRect, place: QPoint) -> State | None:
        """Return the mark at a place in the row of a question, or None."""
        return next((state for state, room in self.marks(rect).items() if room.contains(place)), None)

    def _question_room(self, rect: QRect) -> QRect:
        """Return the space for the texts of a question between its marks."""
        px, marks = self._theme.px, self.marks(rect)
        left, right = marks[State.NAMED].right() + px(7), marks[State.NOT_AN_ISSUE].left() - px(4)
        return QRect(left, rect.top() + px(_TOP), max(right - left, 80), rect.height() - 2 * px(_TOP))

    def _question_parts(self, hit: Hit) -> list[TextPart]:
        title, card = TextPart(hit.title, hit.title_marks, _LABEL), self._model.card(hit)
        return [title, *self._card_parts(card)] if card else [title, TextPart(self._model.question(hit), (), _ASKED)]

    def _paint_question(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, answer: Answer) -> None:
        px, tokens, rect, state = self._theme.px, self._theme.tokens, option.rect, option.state
        box = rect.adjusted(px(8), px(1), -px(8), -px(1))
        self._paint_card(painter, hit, box)
        paint_box(painter, box, state, self._theme)
        for mark, room in self.marks(rect).items():
            shown = answer.state if mark is State.NAMED else mark
            if mark is not State.NAMED and mark is answer.state:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.tint_line))
                painter.drawEllipse(room.adjusted(px(1), px(1), -px(1), -px(1)))
            paint_answer(painter, QRectF(room), shown, self._theme, lit=self.pointed == (hit.id, mark))
        room = self._question_room(rect)
        at, soft = room.topLeft(), answer.state in (State.NOT_AN_ISSUE, State.DECLINED)
        for part in self._question_parts(hit):
            painter.setPen(QColor(tokens.ink if part.look is _LABEL and not soft else tokens.soft_ink))
            layout = self._lay_out(part, room.width())
            layout.draw(painter, QPointF(at))
            at.setY(at.y() + _height(layout) + px(3))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show as a tool tip which answer the mark under the mouse gives, and its key."""
        row = self._model.row(index) if index.isValid() else None
        if event.type() is QEvent.Type.ToolTip and row is not None and self._model.answer(row) is not None:
            state = self.mark_at(option.rect, event.pos())
            if state is not None:
                words = self.tr("{state} (key {number})")
                told = words.format(state=as_title(ANSWER_LABELS[state]), number=ANSWER_KEYS[state])
                QToolTip.showText(event.globalPos(), told, view)
                return True
        return super().helpEvent(event, view, option, index)

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def _text_width(self, width: int) -> int:
        return max(width - self._theme.px(36), 80)

    def _parts(self, hit: Hit) -> list[TextPart]:
        title, source = TextPart(hit.title, hit.title_marks, _TITLE), TextPart(self._model.source(hit), (), _SOURCE)
        if (card := self._model.card(hit)) is not None:
            return [title, *self._card_parts(card), source]
        excerpt = self._model.excerpt(hit)
        return [title, TextPart(excerpt.text, excerpt.marks, _EXCERPT), source]

    def _card_parts(self, card: CardText) -> list[TextPart]:
        step = f"{as_title(TAKERS[Who.COUNSELOR])}: {card.step[0].lower()}{card.step[1:]}" if card.step else ""
        texts = ((f"“{card.ask}”", _SAY), (card.also, _MORE), (step, _MORE))
        return [TextPart(text, (), look) for text, look in texts if text]

    def _height(self, part: TextPart, width: int) -> int:
        """Return the height of a part; cached, because the list asks for every row at every keystroke and most texts recur."""
        key = part.text, part.look, width
        if (known := self._heights.get(key)) is not None:
            return known
        if len(self._heights) >= _REMEMBERED:
            self._heights.clear()
        height = self._heights[key] = _height(self._lay_out(part._replace(marks=()), width))
        return height

    def _lay_out(self, part: TextPart, width: int) -> QTextLayout:
        """Break a part into lines of `width` pixels, with its highlights; these do not affect the height."""
        layout = QTextLayout(part.text, self._theme.letters(part.look.size, strong=part.look.bold))
        layout.setTextOption(self._wrapping)
        if part.marks:
            layout.setFormats(marked(part.marks, self._theme.tokens))
        break_lines(layout, width, part.look.most)
        return layout


def _height(layout: QTextLayout) -> int:
    return round(layout.boundingRect().height())
