"""The panel of the privacy texts, to adapt, in both languages, and the record of processing. The project wrote them; no legal advice."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QWidget

from guidance_kb.documents.page import page
from guidance_kb.documents.privacy_texts import OURS, body_as_html, privacy_texts, processing_page
from guidance_kb.language import Language
from guidance_kb.ui.core import printing
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.admin.page import Panel
from guidance_kb.ui.records.admin.paper import AdminDocument, TakeAlong
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_BESIDE = 640
"""The width in pixels at 100 % from which the languages are shown side by side."""

_LINES, _PAPER = 16, 420
"""The minimum number of visible lines of a text, and the minimum height of the page in pixels at 100 %."""


class Sample(TranslatedWidget, QWidget):
    """One text in one language: a copy that the user can adapt, and that is not stored."""

    def __init__(self, services: Services, language: Language) -> None:
        super().__init__()
        self._services, self.language = services, language
        self._title, self._heading = "", label(role="strong")
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.copy, self.print = button("", "", self._copy), button("", "", self._print)
        self.fresh = button("", "link", self._afresh)
        self._body = ""
        inside = column(self, spacing=6)
        inside.addWidget(self._heading)
        inside.addWidget(self.text)
        flow = FlowLayout(spacing=8)
        for each in (self.copy, self.print, self.fresh):
            flow.addWidget(each)
        add_layout(inside, flow)
        self.text.textChanged.connect(self._look)
        services.theme.changed.connect(self._size)
        self._size()
        self.retranslate()

    def show_text(self, title: str, body: str) -> None:
        """Show the original of a text."""
        self._title, self._body = title, body
        self.text.setPlainText(body)
        self.retranslate()

    def _afresh(self) -> None:
        self.text.setPlainText(self._body)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._title}\n\n{self.text.toPlainText()}")
        self.copy.setText(self.tr("Copied"))

    def html(self) -> str:
        """Return the current text as an HTML page."""
        return page(self._title, body_as_html(self.text.toPlainText()), self.language)

    def _print(self) -> None:
        printing.print_page(self, self.html)

    def _look(self) -> None:
        self.fresh.setVisible(self.text.toPlainText() != self._body)
        self.copy.setText(self.tr("Copy"))

    def _size(self) -> None:
        self.text.setMinimumHeight(_LINES * self.text.fontMetrics().lineSpacing())

    def retranslate(self) -> None:
        name = "Nederlands" if self.language is Language.NL else "English"
        self._heading.setText(f"{name}: {self._title}")
        self.text.setAccessibleName(self._heading.text())
        self.print.setText(self.tr("Print…"))
        self.fresh.setText(self.tr("Back to our text"))
        for each, said in ((self.copy, self.tr("Copy")), (self.print, self.tr("Print…"))):
            each.setAccessibleName(f"{said} {name}")
        self._look()


class TextsPanel(Panel):
    """A drop-down with the texts, and the chosen text; the record of processing is the last."""

    widest = 1240  # both columns together

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._months = 12
        self._shown: str | None = None
        self._ours = card("note")
        self._ours_text, self._name = label(), label(wrap=False)
        self.which = DropDown(services.theme)
        self.which.setMinimumContentsLength(28)
        self.samples = {language: Sample(services, language) for language in Language}
        self._both, self._processing = QWidget(), QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self.ways = TakeAlong(services, self._html, lambda: self.tr("record-of-processing"))
        self.paper = AdminDocument(services)
        self._lay_out()
        self.which.currentIndexChanged.connect(self._show)
        self.ways.failed.connect(self.tell)
        self.first = self.which
        self.retranslate()
        self.service.query(self, "processing", lambda store: store.settings.keep_months, self._know_months)

    def _lay_out(self) -> None:
        told = row(self._ours, margins=(14, 10, 14, 10))
        told.addWidget(self._ours_text)
        across = row(spacing=10)
        across.addWidget(self._name)
        across.addWidget(self.which)
        across.addStretch(1)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(16)
        for sample in self.samples.values():
            self._beside.addWidget(sample, 1)
        processing = column(self._processing, spacing=10)
        processing.addWidget(self.ways)
        processing.addWidget(self.paper)
        self.content.addWidget(self._ours)
        add_layout(self.content, across)
        self.add_signs()
        self.content.addWidget(self._both)
        self.content.addWidget(self._processing)
        self.services.theme.changed.connect(self._turn)
        self._turn()

    # ── choice of a text ────────────────────────────────────────────────────────────────────────

    def _know_months(self, months: int) -> None:
        self._months = months
        self._show_paper()

    def _show(self, place: int) -> None:
        texts = privacy_texts()
        is_text = 0 <= place < len(texts)
        self._both.setVisible(is_text)
        self._processing.setVisible(not is_text)
        if not is_text:
            self._show_paper()
        elif texts[place].id != self._shown:  # keeps the user's changes while the text is shown
            self._shown = texts[place].id
            for language, sample in self.samples.items():
                sample.show_text(texts[place].title.say(language), texts[place].body.say(language))

    def _html(self) -> str:
        today = datetime.now().astimezone().date()
        return processing_page(self._months, self.service.settings.lock_minutes, today, self.services.language)

    def _show_paper(self) -> None:
        if self._processing.isVisibleTo(self):
            self.paper.show_page(self._html())

    def forget(self) -> None:
        for sample in self.samples.values():
            sample.text.clear()

    # ── texts and layout ────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        """Set the texts in the current language; the privacy text in that language comes first."""
        self.title.setText(self.tr("Privacy texts"))
        self.lead.setText(
            self.tr(
                "Examples of what you tell, ask and promise a client. What you change here is a copy: take it with you by "
                "the clipboard or on paper, it is kept nowhere."
            )
        )
        self._ours_text.setText(self.services.say(OURS))
        self._name.setText(self.tr("Text"))
        self.which.setAccessibleName(self._name.text())
        at = max(self.which.currentIndex(), 0)
        self.which.blockSignals(True)  # noqa: FBT003 - Qt's argument
        self.which.clear()
        for text in privacy_texts():
            self.which.addItem(self.services.say(text.title))
        self.which.addItem(self.tr("Record of processing (AVG, article 30)"))
        self.which.setCurrentIndex(at)
        self.which.blockSignals(False)  # noqa: FBT003 - Qt's argument
        first = self.samples[self.services.language]
        self._beside.removeWidget(first)
        self._beside.insertWidget(0, first, 1)
        self.paper.setAccessibleName(self.tr("Record of processing (AVG, article 30)"))
        self._show(at)
        super().retranslate()

    def _turn(self) -> None:
        px = self.services.theme.px
        across = self.width() >= px(_BESIDE)
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self.paper.setMinimumHeight(px(_PAPER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
