"""The list of articles at the left of the help: under headings, and one of them chosen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from guidance_kb.help import articles
from guidance_kb.help.names import DOCTOR
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import RADIUS, RING, TYPE
from guidance_kb.ui.widgets.announcement import follow_selection

_ID = Qt.ItemDataRole.UserRole

_AROUND = 26
"""Pixels at 100 % that a row leaves free at its sides."""


class ArticleList(QListWidget):
    """The articles; headings are in it and cannot be chosen.

    Signals:
        chosen (str): The keyboard or the mouse came to this article.
    """

    chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Rows(services, self))
        self.setProperty("role", "offers")
        self.currentItemChanged.connect(self._tell)
        follow_selection(self)

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None and (identifier := now.data(_ID)):
            self.chosen.emit(identifier)

    def choose(self, identifier: str) -> None:
        """Points at an article, and tells nobody; what is no article of the list leaves it as it is."""
        for number in range(self.count()):
            if self.item(number).data(_ID) == identifier:
                with QSignalBlocker(self):
                    self.setCurrentRow(number)

    def speak(self) -> None:
        """Says everything in the language now in force; nothing is chosen then."""
        language = self._services.language
        self.setAccessibleName(self.tr("Help articles"))
        with QSignalBlocker(self):
            self.clear()
            section = None
            for article in articles.articles():
                if article.section is not section:
                    section = article.section
                    heading = QListWidgetItem(articles.SECTIONS[section].say(language), self)
                    heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self._add(article.title.say(language), article.id)
            self._add(self.tr("Check this program"), DOCTOR)

    def _add(self, title: str, identifier: str) -> None:
        QListWidgetItem(title, self).setData(_ID, identifier)


class _Rows(QStyledItemDelegate):
    """Rows as high as their words need, headings smaller and with room above."""

    def __init__(self, services: Services, shown: QListWidget) -> None:
        super().__init__(shown)
        self._services, self._list = services, shown

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        if not index.data(_ID):
            option.font.setPixelSize(self._services.theme.px(TYPE.caption))
            option.font.setBold(True)
            option.fontMetrics = QFontMetrics(option.font)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws the ring of the keyboard around the row that has it."""
        super().paint(painter, option, index)
        if self._list.hasFocus() and self._list.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._services.theme.tokens.focus), RING))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS.inner, RADIUS.inner)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the title takes in the width of the list."""
        self.initStyleOption(option, index)
        theme, width = self._services.theme, self._list.viewport().width()
        room = QRect(0, 0, max(width - theme.px(_AROUND), 1), 10_000)
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, words.height() + theme.px(16 if index.data(_ID) else 22))
