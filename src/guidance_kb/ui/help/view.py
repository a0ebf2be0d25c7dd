"""The help view: the list of articles and the shown article."""

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
from guidance_kb.ui.core.kept_split import KeptSplit
from guidance_kb.ui.core.navigation import PageView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import RADIUS, RING, SPACE, TYPE
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser, part_above, scroll_to_part
from guidance_kb.ui.reading.find_bar import FindBar, found
from guidance_kb.ui.reading.help_writer import HelpWriter
from guidance_kb.ui.widgets.announcement import follow_selection
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import column
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.search.query.plan import Plan


# --- Browser


_MARGIN = 12
"""Pixels kept free beside an image, so that it never causes horizontal scrolling."""


class HelpBrowser(Browser):
    """Browser that loads images from the folder of the guide only."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # the path of a folder is one long word

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return an image of the guide, scaled down to the width of the page; an empty image for anything else."""
        folder = guide_folder().resolve()
        wanted = Path(folder / (name.toString() if isinstance(name, QUrl) else name)).resolve()
        picture = QImage(str(wanted)) if wanted.is_relative_to(folder) and wanted.is_file() else QImage()
        if picture.isNull():
            return super().loadResource(kind, name)
        widest = max(self.viewport().width() - _MARGIN, 1)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(widest, smooth) if picture.width() > widest else picture


# --- List of articles


_ID = Qt.ItemDataRole.UserRole

_AROUND = 26
"""Horizontal padding of a row in pixels at 100 %."""


class ArticleList(QListWidget):
    """The list of articles, under headings that cannot be selected.

    Signals:
        chosen (str): The user selected this article.
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
        """Select an article without emitting a signal; keep the selection if there is no such article."""
        for number in range(self.count()):
            if self.item(number).data(_ID) == identifier:
                with QSignalBlocker(self):
                    self.setCurrentRow(number)

    def retranslate(self) -> None:
        """Fill the list in the current language; the selection is lost."""
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
    """Delegate whose rows fit their wrapped text; headings are smaller, with more space above."""

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
        """Paint the row, with a focus ring if it has the focus."""
        super().paint(painter, option, index)
        if self._list.hasFocus() and self._list.currentIndex() == index:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._services.theme.tokens.focus), RING))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS.inner, RADIUS.inner)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the list and the height of the wrapped title."""
        self.initStyleOption(option, index)
        theme, width = self._services.theme, self._list.viewport().width()
        room = QRect(0, 0, max(width - theme.px(_AROUND), 1), 10_000)
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, words.height() + theme.px(16 if index.data(_ID) else 22))


_LIST = 250
"""Preferred width of the list in pixels at 100 %."""

_LEAST = 240
"""Upper limit for the minimum width of the list, in pixels at every text size."""

_SHARE = 0.28
"""Maximum share of the list in the width of the view."""

_WIDEST = 620
"""Maximum line width in pixels at 100 %."""


class HelpView(TranslatedWidget, PageView, QFrame):
    """The list of articles and the shown article.

    Attributes:
        told: The banner for confirmations, above the page.
        list: The list of articles.
        page: The browser with the article.
        findbar: The bar to find text on the page.
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
        self._kept_split = KeptSplit(self._split, self._services.settings, "help", 0)
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

    # --- Display

    @property
    def shown(self) -> str:
        """The id of the shown article."""
        return self._shown

    def show_article(self, identifier: str, plan: "Plan | None" = None) -> None:
        """Show an article, or the one that contains a key; highlight the hits of a query, and focus the page."""
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
    def position(self) -> tuple[str, "Plan | None", float, int]:
        """The current state, for the history: article, plan of the highlighted query, and where the page and the list are scrolled."""
        return self._shown, self._plan, part_above(self.page), self.list.verticalScrollBar().value()

    def restore(self, position: object) -> None:
        """Restore a state; the focus is not changed."""
        shown, plan, above, scrolled = cast("tuple[str, Plan | None, float, int]", position)
        if shown != self._shown:
            self._shown, self._plan = shown, plan
            self.list.choose(shown)
            self._write()
        scroll_to_part(self.page, above)
        self.list.verticalScrollBar().setValue(scrolled)

    def _enter(self) -> None:
        """Focus the shown page."""
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
        """Highlight the line of a key in the table of keys."""
        from guidance_kb.help.key_table import TABLE  # noqa: PLC0415 - loaded with the article

        does = next((one.does.say(self._services.language) for one in TABLE if one.id == identifier), "")
        at = self.page.toPlainText().find(does) if does else -1
        if at >= 0:
            self.page.mark([(at, at + len(does))], self._services.theme.tokens)

    def _doctor_panel(self) -> QWidget:
        """Return the diagnostic panel, created at first use."""
        if self._doctor is None:
            from guidance_kb.ui.doctor.panel import DoctorPanel  # noqa: PLC0415 - rarely needed

            self._doctor = DoctorPanel(self._services)
            self._stack.addWidget(self._doctor)
        return self._doctor

    # --- Commands

    def copy_facts(self) -> None:
        """Copy the version information for support."""
        QGuiApplication.clipboard().setText(self._writer.about.facts())
        self.told.say(self.tr("Copied: the versions of the program and of the knowledge."))

    # --- Find on the page

    @property
    def holds_focus(self) -> bool:
        """Whether the focus is in this view."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def find_on_page(self) -> bool:
        """Open the find bar if the focus is in this view; return whether it was opened."""
        if not self.holds_focus:
            return False
        self.open_findbar()
        return True

    def open_findbar(self) -> None:
        """Open the find bar."""
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
            from guidance_kb.search.results.excerpt import marks  # noqa: PLC0415 - loaded by the search

            self.page.mark(marks(text, self._plan, self._services.language), tokens)
        else:
            self.page.mark((), tokens)
        self._say_place()

    def _say_place(self) -> None:
        self.findbar.show_place(self.page.at, len(self.page.marked()))

    # --- Texts and layout

    def retranslate(self) -> None:
        theme = self._services.theme
        self.page.setAccessibleName(self.tr("Help"))
        self.list.setMinimumWidth(min(theme.px(180), _LEAST))
        self._share_room()
        self.list.retranslate()
        self.list.choose(self._shown)
        self._write()

    def _share_room(self) -> None:
        """Set the width of the list to its preferred width, limited to its share of the view."""
        usual = min(self._services.theme.px(_LIST), round(self.width() * _SHARE))
        wanted = self._kept_split.width(usual)
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
        """Limit the line width when the page is resized, which happens after the resize of this view."""
        if event.type() == QEvent.Type.Resize:
            self._keep_lines_short()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        QWidget.setTabOrder(self.list, self.told.action)
        follow_layout(self._reading)  # the find bar is created after the page, but is above it
        return super().focusNextPrevChild(following)
