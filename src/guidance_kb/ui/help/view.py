"""The help: a list of articles at the left, and the one that is read."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QImage, QPainter, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from guidance_kb.help import articles
from guidance_kb.help.articles import guide_folder
from guidance_kb.help.names import DOCTOR, LICENCE, article_of
from guidance_kb.ui.core.navigation import PageView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.help.writer import HelpWriter
from guidance_kb.ui.look.tokens import RADIUS, RING, SPACE, TYPE
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser, part_above, scroll_to_part
from guidance_kb.ui.reading.find_bar import FindBar, found
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.search.query.plan import Plan


# The page of the help: shows pictures too, but only those that came with the guide.


_MARGIN = 12
"""Pixels that a picture leaves free, so that it never makes the page scroll sideways."""


class HelpBrowser(Browser):
    """Loads pictures from the folder of the guide, and nothing from anywhere else."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # the path of a folder is one long word

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """A picture beside the guide, as wide as the page at most; anything else is an empty image."""
        folder = guide_folder().resolve()
        wanted = Path(folder / (name.toString() if isinstance(name, QUrl) else name)).resolve()
        picture = QImage(str(wanted)) if wanted.is_relative_to(folder) and wanted.is_file() else QImage()
        if picture.isNull():
            return super().loadResource(kind, name)
        widest = max(self.viewport().width() - _MARGIN, 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(widest, smooth) if picture.width() > widest else picture


# The list of articles at the left of the help: under headings, and one of them chosen.


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

    def retranslate(self) -> None:
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


_LIST = 250
"""Pixels at 100 %."""

_LEAST = 240
"""Pixels at any text size that the list never needs more than."""

_SHARE = 0.28
"""How much of the width the list may take."""

_WIDEST = 620
"""The widest a line of text may be, in pixels at 100 %."""


class HelpView(TranslatedWidget, PageView, QFrame):
    """Articles and the page of one.

    Attributes:
        told: What was done, above the page.
        list: The articles; headings are in it and cannot be chosen.
        page: What is read.
        findbar: To find on the page.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._writer = HelpWriter(services, self)
        self._shown = articles.articles()[0].id
        self._plan: Plan | None = None
        self.list = ArticleList(services)
        self.page = HelpBrowser()
        self.findbar = FindBar(services.theme)
        self.findbar.hide()
        self.told = Banner(services.theme)
        self._reading, self._stack, self._doctor = QFrame(), QStackedWidget(), cast("QWidget | None", None)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._reading.setProperty("role", "pane")
        self._stack.addWidget(self._reading)
        inside = column(self._reading, spacing=0)
        inside.addWidget(self.told)
        inside.addWidget(self.findbar)
        inside.addWidget(self.page, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        left = QFrame()
        column(left, margins=(SPACE.lg, SPACE.md, SPACE.sm, SPACE.md)).addWidget(self.list)
        self._split.addWidget(left)
        self._split.addWidget(self._stack)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        column(self, spacing=0).addWidget(self._split)

    def _connect(self) -> None:
        self.page.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.list.itemActivated.connect(lambda _: self._enter())
        navigator = self._services.navigator
        self.page.query_opened.connect(navigator.search_for)
        self.page.search_requested.connect(navigator.search_for)
        self.page.link_opened.connect(navigator.open_page)
        self.findbar.typed.connect(self._mark)
        self.findbar.stepped.connect(self.page.go_to_mark)
        self.findbar.closed.connect(self._close_findbar)
        self.page.stepped.connect(self._say_place)
        self._services.theme.changed.connect(self.retranslate)

    # ── what is shown ───────────────────────────────────────────────────────────────────────────

    @property
    def shown(self) -> str:
        """The id of the article that is shown."""
        return self._shown

    def show_article(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Shows an article, or the one that a key stands in, with the marks of a query, and gives the page the keyboard."""
        known = articles.article(article_of(identifier))
        if known is None and not identifier.startswith((DOCTOR, LICENCE)):
            return
        self._shown, self._plan = known.id if known else identifier, plan
        self.list.choose(self._shown)
        self._write()
        if identifier.startswith("key-"):
            self._point_at_key(identifier)
        self._enter()

    @property
    def position(self) -> tuple[str, "Plan | None", float]:
        """What is shown, with the marks of which query, and how far down: to come back to."""
        return self._shown, self._plan, part_above(self.page)

    def restore(self, position: object) -> None:
        """Shows what was shown then, as it stood; the keyboard stays where it is."""
        shown, plan, above = cast("tuple[str, Plan | None, float]", position)
        if shown != self._shown:
            self._shown, self._plan = shown, plan
            self.list.choose(shown)
            self._write()
        scroll_to_part(self.page, above)

    def _enter(self) -> None:
        """Gives the keyboard to what is shown."""
        (self._doctor_panel() if self._shown == DOCTOR else self.page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, identifier: str) -> None:
        if identifier != self._shown:
            self._shown, self._plan = identifier, None
            self._write()

    def _write(self) -> None:
        self._stack.setCurrentWidget(self._doctor_panel() if self._shown == DOCTOR else self._reading)
        if self._shown == DOCTOR:
            return
        theme = self._services.theme
        self._keep_lines_short()
        page = self._writer.write(self._shown, self._services.language) or ""
        self.page.show_html(page, html.style_sheet(theme.tokens, theme.scale))
        self._mark()

    def _point_at_key(self, identifier: str) -> None:
        """Marks the line of a key, which stands among all of them."""
        from guidance_kb.help.keys import TABLE  # noqa: PLC0415 - read with the article

        does = next((one.does.say(self._services.language) for one in TABLE if one.id == identifier), "")
        at = self.page.toPlainText().find(does) if does else -1
        if at >= 0:
            self.page.mark([(at, at + len(does))], self._services.theme.tokens)

    def _doctor_panel(self) -> QWidget:
        """What checks the program; made when somebody wants it."""
        if self._doctor is None:
            from guidance_kb.ui.doctor.panel import DoctorPanel  # noqa: PLC0415 - few want it

            self._doctor = DoctorPanel(self._services)
            self._stack.addWidget(self._doctor)
        return self._doctor

    # ── what is done from here ──────────────────────────────────────────────────────────────────

    def copy_facts(self) -> None:
        """Copies which version this is, for whoever helps."""
        QGuiApplication.clipboard().setText(self._writer.about.facts())
        self.told.say(self.tr("Copied: the versions of the program and of the knowledge."))

    # ── finding on the page ─────────────────────────────────────────────────────────────────────

    @property
    def holds_focus(self) -> bool:
        """Whether the keyboard is in the help."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def find_on_page(self) -> bool:
        """Open the bar that finds on this page, if the keyboard is here."""
        if not self.holds_focus:
            return False
        self.open_findbar()
        return True

    def open_findbar(self) -> None:
        """Opens the bar that finds on this page."""
        self.findbar.open(self.page.selected())
        self._mark()

    def _close_findbar(self) -> None:
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.findbar.hide()
        self._mark()

    def _mark(self) -> None:
        text, tokens = self.page.toPlainText(), self._services.theme.tokens
        if not self.findbar.isHidden():
            self.page.mark(found(text, self.findbar.box.text()), tokens, pointed=True)
        elif self._plan is not None:
            from guidance_kb.search.results.excerpt import marks  # noqa: PLC0415 - there when something was searched

            self.page.mark(marks(text, self._plan, self._services.language), tokens)
        else:
            self.page.mark((), tokens)
        self._say_place()

    def _say_place(self) -> None:
        self.findbar.show_place(self.page.at, len(self.page.marked()))

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        theme = self._services.theme
        self.page.setAccessibleName(self.tr("Help"))
        self.list.setMinimumWidth(min(theme.px(180), _LEAST))
        self._share_room()
        self.list.retranslate()
        self.list.choose(self._shown)
        self._write()

    def _share_room(self) -> None:
        """Gives the list what it needs, but never so much that the page has too little."""
        wanted = min(self._services.theme.px(_LIST), round(self.width() * _SHARE))
        self._split.setSizes([wanted, max(self.width() - wanted, 1)])

    def _keep_lines_short(self) -> None:
        theme, width = self._services.theme, self.page.width()
        side = max(min(theme.px(28), width // 12), (width - theme.px(_WIDEST)) // 2)
        self.page.document().setIndentWidth(theme.px(22))
        self.page.setViewportMargins(side, SPACE.xxl, side, SPACE.md)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps lines short when the page itself gets its width: that is later than the view gets its own."""
        if event.type() == QEvent.Type.Resize:
            self._keep_lines_short()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        QWidget.setTabOrder(self.list, self.told.action)
        follow_layout(self._reading)  # the bar to find with is made after the page, and stands above it
        return super().focusNextPrevChild(following)
