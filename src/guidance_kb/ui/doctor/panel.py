"""The panel “Check this program”, with the results of the self-check, advice, and a report to copy for support."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb import paths
from guidance_kb.doctor.check import Check, State
from guidance_kb.reports import ErrorFile
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.doctor import self_check
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.look.tokens import SIZE, SPACE, TYPE
from guidance_kb.ui.reading import html
from guidance_kb.ui.reading.browser import Browser
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_ORDER: Final[dict[State, int]] = {"wrong": 0, "note": 1, "ok": 2}


class DoctorPanel(TranslatedWidget, QWidget):
    """The panel of the self-check, which runs when the panel is first shown and on request.

    Attributes:
        found: The results; empty before the first run is complete.
        again: The button that runs the self-check again.
        copy: The button that copies the report.
        erase: The button that deletes the reports of recent errors; hidden if there are none.
        page: The browser that shows the results.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Check] = ()
        self._services = services
        self._errors = ErrorFile(paths.error_file())
        self._title, self._verdict = label(role="heading"), label()
        self.again = button("", "", self.check)
        self.copy = button("", "", self._copy)
        self.erase = button("", "quiet", self._erase)
        self.page = Browser()
        self.setFocusProxy(self.page)
        self._lay_out()
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        whole = column(self, spacing=SPACE.md, margins=(SPACE.xxl, SPACE.lg, SPACE.xxl, SPACE.lg))
        whole.addWidget(self._title)
        whole.addWidget(self._verdict)
        buttons = row(spacing=SPACE.md)
        for each in (self.copy, self.again, self.erase):
            buttons.addWidget(each)
        buttons.addStretch(1)
        add_layout(whole, buttons)
        whole.addWidget(self.page, 1)

    def check(self) -> None:
        """Run the self-check in the background."""
        from guidance_kb.doctor.report import checks  # noqa: PLC0415 - it imports much

        self.again.setEnabled(False)
        self._verdict.setText(self.tr("Checking…"))
        database, of_screen = self._services.library.path, list(self_check.checks())
        self._services.jobs.run("self-check", lambda: [*checks(lambda: database), *of_screen], self._show)

    def _show(self, found: Sequence[Check]) -> None:
        self.found = found
        self.again.setEnabled(True)
        self.retranslate()
        announce(self, self._verdict.text())

    def _copy(self) -> None:
        from guidance_kb.doctor.report import as_text  # noqa: PLC0415

        QGuiApplication.clipboard().setText(as_text(self.found, self._services.language, self._errors))
        self._verdict.setText(self.tr("The report was copied. It holds nothing about clients."))
        announce(self, self._verdict.text())

    def _erase(self) -> None:
        self._errors.erase()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check()

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(SIZE.icon)
        self._title.setText(self.tr("Check this program"))
        self.setAccessibleName(self._title.text())
        self.page.setAccessibleName(self.tr("What was found"))
        text_and_icon(self.copy, icon("copy", theme.tokens.accent, size), size, self.tr("Copy report"))
        self.again.setText(self.tr("Check again"))
        self.erase.setText(self.tr("Erase recent errors"))
        self.copy.setEnabled(bool(self.found))
        self.erase.setVisible(any(check.id == "errors" and check.state != "ok" for check in self.found))
        if self.found:
            from guidance_kb.doctor.report import verdict  # noqa: PLC0415

            self._verdict.setText(self._services.say(verdict(self.found)))
        self.page.document().setDocumentMargin(theme.px(SPACE.lg))
        self.page.show_html(
            self._html(),
            f"{html.style_sheet(theme.tokens, theme.scale)} td, b {{ font-size: {theme.px(TYPE.body)}px; }}",
        )

    def _html(self) -> str:
        """Return the results as HTML, problems with their advice first."""
        lines = sorted(self.found, key=lambda check: _ORDER[check.state])
        return f'<table cellpadding="3" cellspacing="0">{"".join(map(self._line, lines))}</table>' if lines else ""

    def _line(self, check: Check) -> str:
        from guidance_kb.doctor.report import MARKS  # noqa: PLC0415

        say = self._services.say
        told = escape(say(check.value))
        if check.advice is not None and check.state != "ok":
            told += f"<br><b>{escape(say(check.advice))}</b>"
        cells = f'<span class="soft">{escape(say(MARKS[check.state]))}</span>', escape(say(check.name)), told
        return f"<tr><td>{'&nbsp;&nbsp;</td><td>'.join(cells)}</td></tr>"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.found and self.again.isEnabled():
            self.check()
