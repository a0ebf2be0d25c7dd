"""A preview of a page, with its buttons."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from guidance_kb.documents.client_page import HEADINGS
from guidance_kb.ui.core.paper import SIZE, Paper
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import PAPER
from guidance_kb.ui.summary.pages import CopyForm, Pages, Which
from guidance_kb.ui.widgets.basics import button, column, label, restyle, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_GAP = 10
"""Pixels between two sheets."""

_RATIO = SIZE.height() / SIZE.width()

_LEAST = 0.75
"""Minimum width of a sheet relative to the widget, if it is made smaller to be visible as a whole."""


class Sheets(QWidget):
    """The sheets of one page, as wide as the widget allows; white in every colour scheme, as paper is."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._paper: Paper | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_paper(self, paper: Paper) -> None:
        """Show other sheets; their text becomes the accessible description."""
        self._paper = paper
        self.setAccessibleDescription(paper.text)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all sheets below each other."""
        pages = 1 if self._paper is None else self._paper.pages
        return pages * (round(self._sheet(width) * _RATIO) + _GAP)

    def _sheet(self, width: int) -> int:
        """Return the width of a sheet: that of the widget, or down to 75 % of it if the whole sheet is then visible."""
        body = self.parentWidget()
        viewport = None if body is None else body.parentWidget()
        whole = 0 if viewport is None else int((viewport.height() - _GAP) / _RATIO)
        return whole if _LEAST * width < whole < width else width

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible sheets."""
        if self._paper is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._sheet(self.width())
        left, scale = (self.width() - width) / 2, (width - 2) / SIZE.width()
        height = self.heightForWidth(self.width()) / self._paper.pages
        for page in range(self._paper.pages):
            top = page * height
            if top > event.rect().bottom() or top + height < event.rect().top():
                continue
            painter.save()
            painter.translate(left + 1, top + 1)
            painter.scale(scale, scale)
            painter.fillRect(0, 0, round(SIZE.width()), round(SIZE.height()), QColor(PAPER.sheet))
            self._paper.draw(painter, page)
            painter.restore()
            painter.setPen(QColor(self._services.theme.tokens.strong_line))
            painter.drawRect(round(left), round(top), width - 1, round(height) - _GAP)
        painter.end()


_COPIES = {Which.CLIENT: (CopyForm.MESSAGE, CopyForm.EMAIL), Which.COUNSELOR: (), Which.REPLY: (CopyForm.REPLY,)}
"""The texts that can be copied of each paper."""


class PageColumn(TranslatedWidget, QWidget):
    """A page with its name, its buttons, and whether it fits on one sheet.

    Signals:
        print_wanted (Which): The user asked to print the page.
        pdf_wanted (Which): The user asked for a PDF.
        html_wanted (Which): The user asked for HTML, which screen readers read best.
        copy_wanted (CopyForm): The user asked for a text on the clipboard.
    """

    print_wanted = Signal(object)
    pdf_wanted = Signal(object)
    html_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, which: Which, pages: Pages, services: Services) -> None:
        super().__init__()
        self.which, self._pages, self._services = which, pages, services
        self._title = label(role="heading", wrap=False)
        self.fit = label(role="caption")
        self.print = button("", "", lambda: self.print_wanted.emit(which))
        self.save = button("", "quiet")
        self._menu = QMenu(self)
        self.pdf, self.html = self._offer(self.pdf_wanted), self._offer(self.html_wanted)
        self.save.setMenu(self._menu)
        self.copy = button("", "quiet")
        self.copies = {form: QAction(self) for form in _COPIES[which]}
        for form, action in self.copies.items():
            action.triggered.connect(partial(self.copy_wanted.emit, form))
        if len(self.copies) > 1:
            self._copy_menu = QMenu(self)
            self._copy_menu.addActions(list(self.copies.values()))
            self.copy.setMenu(self._copy_menu)
        else:
            self.copy.clicked.connect(self._copy_one)
        self.sheets = Sheets(services)
        self.scroller = ScrollColumn()
        self.scroller.content.addWidget(self.sheets)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the arrow keys scroll it
        speak_as(self.scroller, QAccessible.Role.Document)  # its accessible description is the text of the page
        below = QWidget()
        buttons = FlowLayout(below, spacing=6)
        for each in (self.print, self.save, self.copy):
            buttons.addWidget(each)
        self.copy.setVisible(bool(self.copies))
        whole = column(self, spacing=4)
        whole.addWidget(self._title)
        whole.addWidget(below)
        whole.addWidget(self.fit)
        whole.addWidget(self.scroller, 1)
        pages.made.connect(self.refresh)
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _offer(self, wanted: SignalInstance) -> QAction:
        action = self._menu.addAction("")
        action.triggered.connect(lambda: wanted.emit(self.which))
        return action

    def _copy_one(self) -> None:
        """Copy the only text that there is of this paper."""
        for action in self.copies.values():
            action.trigger()

    def refresh(self) -> None:
        """Show the current page."""
        paper = self._pages.paper(self.which)
        self.sheets.show_paper(paper)
        self.scroller.setAccessibleDescription(paper.text)
        said = self._said(paper)
        if said != self.fit.text():
            too_long = self.which is Which.CLIENT and paper.pages > 1
            self.fit.setText(said)
            self.fit.setProperty("role", "strong" if too_long else "caption")
            restyle(self.fit)

    def _said(self, paper: Paper) -> str:
        if self.which is not Which.CLIENT:
            return self.tr("One sheet") if paper.pages == 1 else self.tr("{count} sheets").format(count=paper.pages)
        if (too_long := self._pages.too_long) is None:
            return self.tr("One sheet, in {points}-point type").format(points=self._pages.points)
        part, lines = too_long
        heading = HEADINGS[part].say(self._services.language)
        return self.tr(
            "Does not fit on one sheet: about {lines} lines too long. Shorten “{part}”, or leave something out."
        ).format(lines=lines, part=heading)

    def retranslate(self) -> None:
        titles = {
            Which.CLIENT: (self.tr("For the client"), self.tr("The client's page")),
            Which.COUNSELOR: (self.tr("For you"), self.tr("The counselor's page")),
            Which.REPLY: (self.tr("For the referrer"), self.tr("The reply to the referrer")),
        }
        title, name = titles[self.which]
        self._title.setText(title)
        self.scroller.setAccessibleName(name)
        forms = {
            CopyForm.MESSAGE: self.tr("Copy as a message"),
            CopyForm.EMAIL: self.tr("Copy as an e-mail"),
            CopyForm.REPLY: self.tr("Copy"),
        }
        for form, action in self.copies.items():
            action.setText(forms[form])
        self.pdf.setText(self.tr("Save as PDF…"))
        self.html.setText(self.tr("Save as a page for a browser (HTML)…"))
        theme = self._services.theme
        size = theme.px(16)
        text_and_icon(self.print, icon("printer", theme.tokens.ink, size), size, self.tr("Print"))
        text_and_icon(self.copy, icon("copy", theme.tokens.accent, size), size, self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy: {page}").format(page=self.scroller.accessibleName()))
        self.save.setText(self.tr("Save"))
        self.print.setAccessibleName(self.tr("Print: {page}").format(page=self.scroller.accessibleName()))
        self.save.setAccessibleName(self.tr("Save: {page}").format(page=self.scroller.accessibleName()))
        self.refresh()
