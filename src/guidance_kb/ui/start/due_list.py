"""The list of steps and follow-ups that are due today or overdue, the oldest first."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.casebook.records.followups import Due, FollowUpKind, FollowUpSubject, by_phone
from guidance_kb.casebook.records.steps import Who
from guidance_kb.ui.core.casebook_service import Changes
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear, show_all
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

_DUE = "start: what is due"
_SHOWN, _MOST = 5, 100
"""The number of lines shown, and the maximum counted."""


class DueList(TranslatedWidget, QFrame):
    """A card with a line for each due step and follow-up."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services, self._says = services, RecordFormatter(services, self)
        self._due: list[Due] | None = None
        self.lines: list[LinkRow] = []
        self._content = column(self, spacing=2, margins=(18, 12, 18, 12))
        services.casebook.changed.connect(self._ask_again)
        services.theme.changed.connect(self._show)
        self.ask()

    def ask(self) -> None:
        """Query what is due."""
        self._services.casebook.query(self, _DUE, lambda store: store.follow_ups.due_list(limit=_MOST), self._fill)

    def _ask_again(self, what: Changes) -> None:
        if what & (Changes.CLIENTS | Changes.STEPS | Changes.FOLLOW_UPS) and self.isVisible():
            self.ask()

    def _fill(self, due: list[Due]) -> None:
        if due != self._due:
            self._due = due
            self._show()

    def _show(self) -> None:
        if self._due is None:
            return
        clear(self._content)
        self.lines = []
        self._content.addWidget(label(self.tr("Due"), "heading"))
        if not self._due:
            self._content.addWidget(label(self.tr("Nothing is due today."), "soft"))
        for due in self._due[:_SHOWN]:
            open_record = partial(self._services.navigator.open_record, due.client)
            line = LinkRow(self._services.theme, open_record, _icon(due), role="")
            line.say(f"{due.code}   {self._what(due)}", self._below(due))
            line.content.setContentsMargins(2, 3, 2, 3)
            self.lines.append(line)
            self._add(line, due)
        count = len(self._due)
        if count > _SHOWN:
            said = self.tr("All of it (more than {count})") if count == _MOST else self.tr("All {count}")
            self._content.addWidget(button(said.format(count=count), "more", self._services.navigator.open_due))
        show_all(self._content)

    def _add(self, line: LinkRow, due: Due) -> None:
        """Add a line, and beside one of a follow-up by telephone the button that begins a call."""
        if due.about is not FollowUpSubject.FOLLOW_UP or not by_phone(due.meeting):
            self._content.addWidget(line)
            return
        call = button(self.tr("Call"), "toggle", partial(self._services.navigator.call_client, due.client, due.id))
        call.setAccessibleName(f"{call.text()}: {line.accessibleName()}")
        across = row(spacing=8)
        across.addWidget(line, 1)
        across.addWidget(call, 0, Qt.AlignmentFlag.AlignVCenter)
        add_layout(self._content, across)

    def _what(self, due: Due) -> str:
        if due.about is FollowUpSubject.FOLLOW_UP:
            return self._says.moment(FollowUpKind(due.kind))
        return self.tr("Did the client arrive? {what}").format(what=due.words) if due.handover else due.words

    def _below(self, due: Due) -> str:
        who = self._says.who(Who(due.kind)) if due.about is FollowUpSubject.STEP else due.words
        met = "" if due.meeting is None else self._says.meeting(due.meeting)
        return " · ".join(part for part in (self._says.on(due.due), met, who) if part)

    def retranslate(self) -> None:
        self._show()


def _icon(due: Due) -> str:
    if due.about is FollowUpSubject.FOLLOW_UP:
        return "phone" if due.meeting is not None and by_phone(due.meeting) else "calendar"
    return "handshake" if due.handover else "footprints"
