"""The rules view: which answers raise which signal, in words generated from the rules."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLocale, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.rules import RuleInWords, principles, rules, rules_page
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.reading.find_bar import found
from guidance_kb.ui.records.clients.record_format import as_day
from guidance_kb.ui.rules.filters import Filters
from guidance_kb.ui.rules.page import RulesBrowser, RulesWriter, style_sheet
from guidance_kb.ui.widgets.basics import button, card, column, label, line, row, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.casebook.records.session_records import Rules
    from guidance_kb.ui.conversation.view import ConversationView


# --- Current conversation


_NONE: Final[Mapping[str, Answer]] = MappingProxyType({})


class CurrentAnswers(QObject):
    """Answers, signals and rules of the current conversation; without one there are no answers, and the rules are today's.

    In display mode, answers and signals are withheld here too. Nothing is kept of a conversation that was closed or locked.

    Attributes:
        then: The checklist document of a finished conversation, from the casebook; None if today's applies.

    Signals:
        changed: The answers, signals or rules changed.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._view: ConversationView | None = None
        self._session: int | None = None
        self.then: Mapping[str, Any] | None = None

    def follow(self, view: "ConversationView") -> None:
        """Follow this view instead of the previous one."""
        if self._view is view:
            return
        if self._view is not None:
            for each in _happenings(self._view):
                each.disconnect(self._tell)
            self._view.persistence.status_changed.disconnect(self._look)
        for each in _happenings(view):
            each.connect(self._tell)
        view.persistence.status_changed.connect(self._look)
        self._view = view
        self._look()
        self.changed.emit()

    def _tell(self, _: object = None) -> None:
        self.changed.emit()

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers of the conversation, by item."""
        return _NONE if self._view is None or self._view.display_mode.quiet else self._view.controller.session.answers

    @property
    def levels(self) -> Mapping[str, SignalLevel]:
        """The levels of the signals in the conversation, by target."""
        if self._view is None or self._view.display_mode.quiet:
            return {}
        return {signal.target: signal.level for signal in self._view.controller.signals}

    @property
    def finished(self) -> date | None:
        """The day on which the conversation was finished, if its rules are not today's."""
        moment = self._view.persistence.finished if self._view is not None and self.then is not None else None
        return datetime.fromisoformat(moment).astimezone().date() if moment else None

    def _look(self) -> None:
        """Load the rules of a finished conversation with another checklist version from the casebook."""
        persistence = self._view.persistence if self._view is not None else None
        old = (
            persistence.session if persistence is not None and persistence.finished and persistence.checklist else None
        )
        if old == self._session:
            return
        self._session, self.then = old, None
        self.changed.emit()
        if old is not None:
            self._services.casebook.query(
                self,
                "rules of its day",
                lambda store: store.sessions.signals_of(old).rules,
                lambda rules: self._arrived(old, rules),
            )

    def _arrived(self, session: int, rules: "Rules") -> None:
        if session == self._session:
            self.then = json.loads(rules.document)
            self.changed.emit()


def _happenings(view: "ConversationView") -> tuple[SignalInstance, ...]:
    """Return the signals that report changes of a conversation."""
    return view.controller.changed, view.controller.restarted, view.display_mode.changed


_WIDEST = 860
"""Maximum line width of the page in pixels at 100 %."""


class RulesView(TranslatedWidget, QWidget):
    """Today's rules, or those of the finished conversation, with filters and printing."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._services = services
        self._writer = RulesWriter(services.library, self)
        self.in_hand = CurrentAnswers(services, self)
        self._shown: tuple[str, str, list[str]] = ("", "", [])
        self._go_to: Callable[[str], object] | None = None
        self._title, self._what = label(role="title", wrap=False), label(role="soft")
        self.print, self.save = button("", "quiet", self._print), button("", "quiet", self._save)
        self.banner, self._then = card("banner"), label()
        self.today = button("", "toggle", self.refresh, checkable=True)
        self.filters = Filters()
        self.page = RulesBrowser()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        top = column(spacing=8, margins=(36, 20, 36, 10))
        actions = QWidget()
        flow = FlowLayout(actions, spacing=4)
        for each in (self._title, self.print, self.save):
            flow.addWidget(each)
        told = row(self.banner, margins=(14, 8, 8, 8))
        told.addWidget(self._then, 1)
        told.addWidget(self.today, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(actions)
        for part in (self._what, self.banner, self.filters):
            top.addWidget(part)
        whole = column(self, spacing=0)
        add_layout(whole, top)
        whole.addWidget(line())
        whole.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.filters.chosen.connect(self.refresh)
        self.page.link_opened.connect(self._follow_link)
        self.in_hand.changed.connect(self.refresh)
        self._services.theme.changed.connect(self.retranslate)

    # --- Source of the rules

    def attend(self, conversation: "ConversationView", room: ViewId) -> None:
        """Follow a conversation: show its answers, signals and rules; links to items open the view `room`."""

        def go_to(item: str) -> None:
            self._services.navigator.go_to_room(room)
            conversation.items.go_to(item)

        self._go_to = go_to
        self.in_hand.follow(conversation)

    @cached_property
    def _now(self) -> Mapping[str, Any]:
        return checklist_as_data(Checklist.of(self._services.library))

    @property
    def document(self) -> Mapping[str, Any]:
        """The checklist document whose rules are shown."""
        then = None if self.today.isChecked() else self.in_hand.then
        return self._now if then is None else then

    @property
    def rules(self) -> tuple[RuleInWords, ...]:
        """All rules of the document, regardless of the filters."""
        return rules(self._services.library, self.document)

    # --- Display

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the rules for the current filters and conversation; while hidden, clear the page, so that it keeps no client data."""
        if not self.isVisible():
            self._show_page("", "")
            return
        self._show_standing()
        services, every, choice = self._services, self.rules, self.filters.choice(self.in_hand.levels)
        shown = choice.of(every, services.library, services.language)
        self.filters.show_count(len(shown), len(every))
        head = "" if choice.words.strip() else self._writer.head(principles(self.document), services.language)
        page = self._writer.rules(shown, services.language, self.in_hand.levels, self.in_hand.answers)
        self._show_page(head + page, style_sheet(services.theme.tokens, services.theme.scale))

    def _show_page(self, page: str, sheet: str) -> None:
        """Show a page and highlight the filter words; an unchanged page keeps its scroll position."""
        words = self.filters.box.text().split()
        if (page, sheet, words) == self._shown:
            return
        self._shown = page, sheet, words
        self.page.show_html(page, sheet)
        text = self.page.toPlainText()
        marks = {place for word in words for place in found(text, word)}
        self.page.mark(sorted(marks), self._services.theme.tokens)
        self.page.verticalScrollBar().setValue(0)

    def _show_standing(self) -> None:
        """Show the version of the rules and the number of signals in the current conversation."""
        then, day = self.in_hand.then, self.in_hand.finished
        self.banner.setVisible(then is not None)
        if then is not None and day is not None:
            told = self.tr(
                "This conversation was finished on {day}, with checklist {version}. Its signals follow the rules of that "
                "day."
            )
            said = told.format(day=QLocale().toString(as_day(day), "d MMMM yyyy"), version=then.get("version", "?"))
            self._then.setText(said)
        self.filters.show_showing(len(self.in_hand.levels))
        self._what.setText(
            self.tr(
                "Checklist {version}: which answers raise which signal. There is no sum and no score; it is an aid to memory, "
                "not a validated test."
            ).format(version=self.document.get("version", "?"))
        )

    def _follow_link(self, identifier: str) -> None:
        if identifier in self._services.library.items and self._go_to is not None:
            self._go_to(identifier)
        else:
            self._services.navigator.open_page(identifier)

    # --- Printing

    def html(self) -> str:
        """Return all rules as a page to print or save."""
        return rules_page(self._services.library, self.document, self._services.language)

    def _print(self) -> None:
        from guidance_kb.ui.core import printing  # noqa: PLC0415 - rarely needed

        printing.print_page(self, self.html)

    def _save(self) -> None:
        from guidance_kb.ui.core import printing  # noqa: PLC0415
        from guidance_kb.ui.core.save_dialog import tell_saved  # noqa: PLC0415

        try:
            saved = printing.save_page(self, self.html, self.tr("guidance-kb-rules.pdf"))
        except KnownError as error:
            self._services.jobs.failed.emit(error)
        else:
            if saved is not None:
                tell_saved(self, saved)

    # --- Texts and layout

    def retranslate(self) -> None:
        """Set all texts and icons in the current language and theme."""
        self.setAccessibleName(self.tr("All rules"))
        self._title.setText(self.tr("All rules"))
        self.page.setAccessibleName(self.tr("Rules"))
        self.page.setAccessibleDescription(self.tr("Right and Left go from link to link; Enter follows one"))
        self.today.setText(self.tr("Show today’s rules"))
        accent, size = self._services.theme.tokens.accent, self._services.theme.px(16)
        text_and_icon(self.print, icon("printer", accent, size), size, self.tr("Print…"))
        text_and_icon(self.save, icon("file-down", accent, size), size, self.tr("Save as PDF…"))
        self._share_room()
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the filters; with a focus proxy, Tab would skip the widgets before them."""
        super().focusInEvent(event)
        self.filters.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Limit the line width of the page."""
        right = max(36, self.width() - self._services.theme.px(_WIDEST) - 36)
        self.page.setViewportMargins(36, 12, right, 8)
