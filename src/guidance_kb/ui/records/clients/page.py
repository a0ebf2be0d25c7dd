"""The record of one client: the header, and below it four pages, of which the overview is the first."""

from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QPushButton, QStackedWidget, QWidget

from guidance_kb.casebook.records.followups import Due, FollowUpSubject
from guidance_kb.documents.calendar import Appointment, calendar
from guidance_kb.documents.page import save
from guidance_kb.language import Language
from guidance_kb.ui.core import save_dialog
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import WITHIN, bind
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.followups import FollowUpPage
from guidance_kb.ui.records.clients.header import RecordHeader
from guidance_kb.ui.records.clients.notes import NotesTab
from guidance_kb.ui.records.clients.overview import Overview
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.section import RecordSection
from guidance_kb.ui.records.clients.steps import StepsTab
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import LEAST_PAGE, ScrollColumn, settle
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- Calendar file


def appointments(record: Record) -> list[Appointment]:
    """Return the open steps with a day and the planned follow-ups of a client; they contain the client code and no other client data."""
    client = record.timeline.client
    due = [
        Due(
            FollowUpSubject.STEP,
            step.id,
            client.id,
            client.code,
            step.terms.due,
            step.terms.who,
            "",
            step.terms.handover,
        )
        for step in record.timeline.open_steps
        if step.terms.due is not None
    ]
    due += [
        Due(
            FollowUpSubject.FOLLOW_UP,
            each.id,
            client.id,
            client.code,
            each.due,
            each.kind,
            "",
            handover=False,
            meeting=each.meeting,
        )
        for each in record.timeline.planned
    ]
    return [Appointment.of(client, each) for each in due]


def write(record: Record, path: Path, language: Language) -> None:
    """Write the calendar file atomically.

    Raises:
        KnownError: The file cannot be written; an existing file is unchanged.
    """
    save(path, calendar(appointments(record), datetime.now(UTC), language))


def ask_where(parent: QWidget, record: Record, language: Language, failed: save_dialog.Failed) -> QFileDialog:
    """Ask where to save the calendar file, without blocking, and write it. The dialog is closed with `parent` when the casebook locks."""
    title = QCoreApplication.translate("CalendarFile", "Save for a calendar")

    def use(path: Path) -> None:
        write(record, path, language)
        save_dialog.tell_saved(parent, path)

    return save_dialog.ask_where(parent, title, f"{record.timeline.client.code}.ics", use, failed)


# --- Unsaved texts


class UnsavedNote(TranslatedWidget, QFrame):
    """A message about the pending writes of the client, with two buttons; hidden while there are none.

    Attributes:
        again: The button that tries to save the texts again.
        drop: The button that discards the texts.
    """

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._controller, self._services = controller, services
        self._count = 0
        self._icon, self._text = label(), label()
        self.again = button("", "", controller.writes.try_again)
        self.drop = button("", "quiet", self._drop)
        across = row(self, spacing=10, margins=(12, 8, 8, 8))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        across.addWidget(self.again)
        across.addWidget(self.drop)
        self.hide()
        controller.shown.connect(self.refresh)
        controller.writes.changed.connect(self.refresh)
        services.theme.changed.connect(self.refresh)

    def _drop(self) -> None:
        if self._controller.client is not None:
            self._controller.writes.drop_texts(self._controller.client)

    def refresh(self, _: object = None) -> None:
        """Show the number of unsaved texts in the current language, and announce an increase."""
        before, self._count = self._count, self._controller.writes.unsaved_texts(self._controller.client)
        theme = self._services.theme
        self._icon.setPixmap(pixmap("triangle-alert", theme.tokens.accent, theme.px(18)))
        what = (
            self.tr("One text is not saved yet, and only in memory.")
            if self._count == 1
            else self.tr("{count} texts are not saved yet, and only in memory.").format(count=self._count)
        )
        self._text.setText(what)
        self.setAccessibleName(what)
        self.again.setText(self.tr("Try again"))
        self.drop.setText(self.tr("Discard it"))
        self.setVisible(self._count > 0)
        if self._count > before:
            announce(self, what, urgent=True)

    def retranslate(self) -> None:
        self.refresh()


class Tab(Enum):
    """The pages of a record."""

    OVERVIEW = auto()
    STEPS = auto()
    FOLLOW_UP = auto()
    NOTES = auto()


class RecordPage(TranslatedWidget, QWidget):
    """The record of the current client."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self.header, self.unsaved = RecordHeader(controller, services), UnsavedNote(controller, services)
        self.overview, self.steps = Overview(controller, services), StepsTab(controller, services)
        self.follow_up, self.notes = FollowUpPage(controller, services), NotesTab(controller, services)
        self._parts: dict[Tab, QWidget] = {
            Tab.OVERVIEW: self.overview,
            Tab.STEPS: self.steps,
            Tab.FOLLOW_UP: self.follow_up,
            Tab.NOTES: self.notes,
        }
        self._scrollers = {tab: ScrollColumn(margins=(0, 2, 12, 16)) for tab in Tab}
        self._wanted: tuple[Tab, str] | None = None
        self._called: int | None = None
        self.tabs = {tab: button(role="tab", checkable=True) for tab in Tab}
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(LEAST_PAGE)
        self._none = label(role="soft")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._inside = QWidget()
        self._lay_out()
        self._connect()
        self._show(None)

    def _lay_out(self) -> None:
        inside = column(self._inside, spacing=10)
        tabs = FlowLayout(spacing=4)
        group = OneOf(self)
        for tab, part in self._parts.items():
            group.addButton(self.tabs[tab])
            tabs.addWidget(self.tabs[tab])
            self._scrollers[tab].content.addWidget(part)
            self._stack.addWidget(self._scrollers[tab])
        inside.addWidget(self.header)
        inside.addWidget(self.unsaved)
        add_layout(inside, tabs)
        inside.addWidget(self._stack, 1)
        whole = column(self)
        whole.addWidget(self._inside)
        whole.addWidget(self._none)

    def _connect(self) -> None:
        for tab, each in self.tabs.items():
            each.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
        self.header.session_wanted.connect(self._talk)
        self.overview.session_wanted.connect(self._talk)
        self.header.call_wanted.connect(self.call)
        self.overview.call_wanted.connect(self.call)
        self.header.calendar_wanted.connect(self._to_calendar)
        self.overview.steps_wanted.connect(lambda: self.show_tab(Tab.STEPS))
        self.overview.follow_up_wanted.connect(lambda: self.show_tab(Tab.FOLLOW_UP))
        self.overview.notes_wanted.connect(lambda: self.show_tab(Tab.NOTES))
        self._controller.shown.connect(self._show)
        self._controller.changed.connect(self.retranslate)
        bind("undo", self, self.header.take_back, WITHIN)

    def show_tab(self, tab: Tab) -> None:
        """Show a page and focus its tab."""
        self.tabs[tab].setChecked(True)
        self._stack.setCurrentWidget(self._scrollers[tab])
        self.tabs[tab].setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, tab: Tab, name: str = "") -> None:
        """Show a page once the record has been read; with `name`, scroll to the button `name-0` on it and focus it."""
        self._wanted = (tab, name)
        self._point()

    def _point(self) -> None:
        if self._wanted is None or self._controller.record is None:
            return
        (tab, name), self._wanted = self._wanted, None
        self.show_tab(tab)
        part = self._parts[tab]
        if not name or not isinstance(part, RecordSection):
            return
        part.show_all()
        settle()
        for found in part.findChildren(QPushButton, f"{name}-0"):
            if found.isVisible():  # skips buttons that are about to be deleted
                self._scrollers[tab].ensureWidgetVisible(found)
                found.setFocus(Qt.FocusReason.OtherFocusReason)

    def call(self, follow_up: int = 0) -> None:
        """Open the form of a call, once the record has been read.

        Args:
            follow_up: The follow-up that asks for it; 0 for the one that is due, if any.
        """
        self._called = follow_up
        self._open_call()

    def _open_call(self) -> None:
        record = self._controller.record
        if self._called is None or record is None:
            return
        called, self._called = self._called, None
        planned = {each.id: each for each in record.timeline.planned}
        self.show_tab(Tab.FOLLOW_UP)
        self.follow_up.open_call(planned.get(called) if called else record.call_due(self._controller.today))
        self._scrollers[Tab.FOLLOW_UP].ensureWidgetVisible(self.follow_up.call)

    def _show(self, record: Record | None) -> None:
        if record is None:
            self.tabs[Tab.OVERVIEW].setChecked(True)
            self._stack.setCurrentWidget(self._scrollers[Tab.OVERVIEW])
        self._inside.setVisible(record is not None)
        self._none.setVisible(self._controller.client is None)
        self.retranslate()
        self._point()
        self._open_call()

    def _talk(self, session: int) -> None:
        """Continue a conversation of the client; 0 starts a new one."""
        if session:
            self._services.navigator.resume_conversation(session)
        elif self._controller.client is not None:
            self._services.navigator.start_conversation(self._controller.client)

    def _to_calendar(self) -> None:
        if self._controller.record is not None:
            failed = self._services.casebook.failed.emit
            ask_where(self, self._controller.record, self._services.language, failed)

    def retranslate(self, _: object = None) -> None:
        record = self._controller.record
        self._none.setText(self.tr("Choose a client on the left, or make a new record."))
        steps, planned, notes = (
            (len(record.timeline.open_steps), len(record.timeline.planned), len(record.notes)) if record else (0, 0, 0)
        )
        names = (
            (self.tr("Overview"), 0),
            (self.tr("Steps"), steps),
            (self.tr("Follow-up"), planned),
            (self.tr("Notes"), notes),
        )
        for each, (name, count) in zip(self.tabs.values(), names, strict=True):
            each.setText(f"{name} {count}" if count else name)
