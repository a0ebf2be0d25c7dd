"""The summary of one conversation: its fields on the left, previews of the papers on the right."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from guidance_kb.dates import day_in_words
from guidance_kb.documents.page import for_browser, save
from guidance_kb.ui.conversation.checklist.question import AskedQuestion, QuestionBar
from guidance_kb.ui.conversation.session.save_status import clock_time, when
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core import printing
from guidance_kb.ui.core.save_dialog import ask_where, tell_saved
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.window_shortcuts import WITHIN, bind
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.summary.agreed_tab import AgreedTab
from guidance_kb.ui.summary.client_tab import ClientTab
from guidance_kb.ui.summary.copied_note import CopiedNote
from guidance_kb.ui.summary.counselor_tab import CounselorTab, ReplyTab
from guidance_kb.ui.summary.pages import CopyForm, Pages, Which
from guidance_kb.ui.summary.preview import PageColumn
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.radio_group import OneOf
from guidance_kb.ui.widgets.roving import follow_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

# --- The header


class SummaryHeader(TranslatedWidget, QWidget):
    """The client, the save status, and the buttons for the whole summary.

    Signals:
        back_wanted: The user asked to go back to the conversation.
        choosing_wanted: The user asked to choose a client.
        finish_wanted: The user asked to finish the conversation.
        record_wanted (int): The user asked for the record of this client.
    """

    back_wanted = Signal()
    choosing_wanted = Signal()
    finish_wanted = Signal()
    record_wanted = Signal(int)

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._pages, self._services = conversation, pages, services
        self._persistence, self._agreed = conversation.persistence, conversation.agreed
        self.back = button("", "quiet", self.back_wanted.emit)
        self._title = label(role="heading", wrap=False)
        self._whose = label(role="soft", wrap=False)
        self.words = label(role="soft")
        self.undo = button("", "quiet", self._agreed.undo)
        self.choose = button("", "", self.choosing_wanted.emit)
        self.undo_finish = button("", "quiet", self._persistence.take_finish_back)
        self.record = button("", "quiet", self._open_record)
        self.finish = button("", "primary", self.finish_wanted.emit)
        left = QWidget()
        flow = FlowLayout(left, spacing=10)
        for each in (self.back, self._title, self._whose):
            flow.addWidget(each)
        across = row(spacing=6)
        across.addWidget(left, 1)
        for each in (self.undo, self.choose, self.record, self.undo_finish, self.finish):
            across.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        whole = column(self, spacing=2)
        add_layout(whole, across)
        whole.addWidget(self.words)
        for told in (self._persistence.status_changed, self._persistence.waits):
            told.connect(self.refresh)
        self._agreed.changed.connect(self.refresh)
        pages.made.connect(self.refresh)
        services.theme.changed.connect(self.retranslate)
        self.retranslate()

    def _open_record(self) -> None:
        if self._persistence.client is not None:
            self.record_wanted.emit(self._persistence.client.id)

    def refresh(self) -> None:
        """Update the texts and buttons."""
        now, talk = self._persistence.status, self._pages.talk
        day = day_in_words(talk.day, self._services.language)
        self._whose.setText(" · ".join(part for part in (talk.code, day) if part))
        self.words.setText(self._said(now))
        draft = now in (SaveStatus.NOTHING_SAID, SaveStatus.KEPT, SaveStatus.REFUSED)
        finishing = self.finish.hasFocus()
        for shown, wanted in (
            (self.choose, now is SaveStatus.NOBODY),
            (self.finish, draft),
            (self.undo_finish, now is SaveStatus.FINISHED and self._persistence.just_finished),
            (self.record, now is SaveStatus.FINISHED),
            (self.undo, now is not SaveStatus.FINISHED),
        ):
            shown.setVisible(wanted)
        if finishing and not draft:
            self.undo_finish.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish.setEnabled(now is not SaveStatus.NOTHING_SAID)
        self.undo.setEnabled(self._agreed.can_undo)

    def _said(self, now: SaveStatus) -> str:
        persistence = self._persistence
        if now is SaveStatus.FINISHED:
            finished = when(datetime.fromisoformat(persistence.finished or ""), self._services.language)
            return self.tr("Finished {when}. The pages can still be printed.").format(when=finished)
        if now is SaveStatus.KEPT:
            saved = persistence.saved_at
            said = self.tr("saving…") if saved is None else self.tr("saved {time}").format(time=clock_time(saved))
            return f"{said} · {self._what_comes()}"
        return {
            SaveStatus.NO_CASEBOOK: self.tr(
                "This conversation is not kept. What you print or save is all that remains of it."
            ),
            SaveStatus.LOCKED: self.tr("The records are locked: this conversation is not kept for now."),
            SaveStatus.NOBODY: self.tr("This conversation is not kept yet: say whose it is, or print what you need."),
            SaveStatus.OPENING: self.tr("Opening…"),
            SaveStatus.NOTHING_SAID: self.tr("Nothing has been said yet."),
            SaveStatus.REFUSED: self.tr("The latest part is not saved."),
        }[now]

    def _what_comes(self) -> str:
        """Return what finishing adds to the record."""
        summary = self._agreed.summary
        steps = sum(step.kept is None for step in summary.steps)
        moments = len(summary.unplanned)
        said = [
            self.tr("1 step") if steps == 1 else self.tr("{count} steps").format(count=steps),
            self.tr("1 appointment") if moments == 1 else self.tr("{count} appointments").format(count=moments),
        ]
        return self.tr("finishing puts in the record: {what}").format(what=", ".join(said))

    def retranslate(self) -> None:
        theme = self._services.theme
        size = theme.px(16)
        text_and_icon(self.back, icon("arrow-left", theme.tokens.accent, size), size, self.tr("To the conversation"))
        text_and_icon(self.undo, icon("undo-2", theme.tokens.accent, size), size, self.tr("Undo"))
        self._title.setText(self.tr("Summary"))
        self.choose.setText(self.tr("Choose a client"))
        self.record.setText(self.tr("To the record"))
        self.undo_finish.setText(self.tr("Undo finishing"))
        self.finish.setText(self.tr("Finish"))
        self.finish.setToolTip(
            self.tr("Saves the conversation with its steps and appointments; from then on it is read-only")
        )
        self.refresh()


_BOTH = 1120
"""From this width on (at 100 %), both pages are shown side by side."""

_FIELDS = 400
"""Maximum width of the fields (at 100 %)."""

_NARROWEST = 420
"""Minimum width (at 100 %) at which all texts can be read."""


_PAPER_OF_TAB = (Which.CLIENT, Which.CLIENT, Which.COUNSELOR, Which.REPLY)
"""The paper that each tab is about."""


class SummaryPage(TranslatedWidget, QWidget):
    """The summary of the current session of a conversation view; it follows when that shows another session.

    Signals:
        back_wanted: The user asked to go back to the conversation.
        choosing_wanted: The user asked to choose a client.
    """

    back_wanted = Signal()
    choosing_wanted = Signal()

    def __init__(self, conversation: ConversationView, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conversation, self._services = conversation, services
        self.pages = Pages(conversation, services, self)
        self.header = SummaryHeader(conversation, self.pages, services)
        self.question = QuestionBar()
        self.agreed = AgreedTab(conversation, self.pages, services)
        self.client = ClientTab(conversation, self.pages, services)
        self.counselor = CounselorTab(conversation, self.pages, services)
        self.reply = ReplyTab(conversation, self.pages, services)
        self.note = CopiedNote(services)
        self._fields = QWidget(self)
        self.stack = QStackedWidget(self._fields)
        self.tabs = [
            button("", "tab", partial(self.show_tab, number), checkable=True) for number in range(len(_PAPER_OF_TAB))
        ]
        self.columns = {which: PageColumn(which, self.pages, services) for which in Which}
        self._lay_out()
        self._connect()
        self._set_texts()
        self.show_tab(0)

    def _lay_out(self) -> None:
        group = OneOf(self)
        tabs = FlowLayout(spacing=4)
        for tab in self.tabs:
            group.addButton(tab)
            tabs.addWidget(tab)
        for part in (self.agreed, self.client, self.counselor, self.reply):
            scroller = ScrollColumn(margins=(0, 4, 10, 8))
            self.stack.addWidget(scroller)
            scroller.content.addWidget(part)
        fields = column(self._fields, spacing=6)
        add_layout(fields, tabs)
        fields.addWidget(self.stack, 1)
        across = row(spacing=14)
        across.addWidget(self._fields)
        for each in self.columns.values():
            across.addWidget(each, 1)
        whole = column(self, spacing=8, margins=(18, 12, 12, 10))
        whole.addWidget(self.header)
        whole.addWidget(self.question)
        whole.addWidget(self.note)
        add_layout(whole, across, 1)

    def _connect(self) -> None:
        conversation, controller = self.conversation, self.conversation.controller
        for happened in (
            conversation.agreed.changed,
            conversation.persistence.status_changed,
            controller.changed,
            controller.judged,
            controller.restarted,
            controller.mode_changed,
        ):
            happened.connect(self._make_soon)
        controller.restarted.connect(self.question.close_question)
        controller.restarted.connect(self.note.clear)
        for make in (
            self.pages.make,
            self.pages.make_soon,
        ):  # also while hidden: no text of the client before may remain on a page
            controller.restarted.connect(make)
        self.header.back_wanted.connect(self.back_wanted)
        self.header.choosing_wanted.connect(self.choosing_wanted)
        self.header.record_wanted.connect(self._services.navigator.open_record)
        self.header.finish_wanted.connect(self.finish)
        self.question.closed.connect(lambda: self.header.finish.setFocus(Qt.FocusReason.OtherFocusReason))
        for each in self.columns.values():
            each.print_wanted.connect(self.print)
            each.pdf_wanted.connect(self.save_pdf)
            each.html_wanted.connect(self.save_html)
            each.copy_wanted.connect(self.copy)
        bind("print", self, lambda: self.print(self.shown), WITHIN)
        bind("undo", self, self.undo, WITHIN)
        self._services.theme.changed.connect(self._share_room)

    def _make_soon(self, *_: object) -> None:
        """Lay out the pages soon if visible; `showEvent` does it otherwise."""
        if self.isVisible():
            self.pages.make_soon()

    # ── finish and undo ─────────────────────────────────────────────────────────────────────────

    def finish(self) -> None:
        """Finish the conversation and add its steps and follow-ups to the record. Ask first if its latest part is not saved."""
        self.agreed.leave()
        if self.conversation.persistence.status is SaveStatus.REFUSED:
            self.question.ask(AskedQuestion.FINISH_UNSAVED, lambda _: self.conversation.finish())
        else:
            self.conversation.finish()

    def undo(self) -> None:
        """Undo the last change, or the finishing of the conversation if that came last."""
        if self.conversation.persistence.just_finished:
            self.conversation.persistence.take_finish_back()
        else:
            self.conversation.agreed.undo()

    # ── print and save ──────────────────────────────────────────────────────────────────────────

    def print(self, which: Which) -> None:
        """Open the print dialog and print a page."""
        self._make_now()
        printing.print_paper(self, lambda: self.pages.paper(which))

    def save_pdf(self, which: Which) -> None:
        """Ask for a file and save a page as PDF."""
        self._save(which, "pdf", lambda: printing.pdf_of(self.pages.paper(which)))

    def save_html(self, which: Which) -> None:
        """Ask for a file and save a page as HTML."""
        self._save(which, "html", lambda: for_browser(self.pages.html(which)).encode())

    def _save(self, which: Which, suffix: str, made: Callable[[], bytes]) -> None:
        self._make_now()
        names = {
            Which.CLIENT: self.tr("client-page"),
            Which.COUNSELOR: self.tr("counselor-page"),
            Which.REPLY: self.tr("reply-to-referrer"),
        }
        title = self.tr("Save the page")

        def use(path: Path) -> None:
            save(path, made())
            tell_saved(self, path)

        ask_where(self, title, f"{names[which]}.{suffix}", use, self._services.casebook.failed.emit)

    def copy(self, form: CopyForm) -> None:
        """Put a text on the clipboard, and show it with a reminder what not to send."""
        self.agreed.leave()
        self.note.copy(form, self.pages.copied(form))

    def _make_now(self) -> None:
        self.agreed.leave()
        self.pages.make()

    # ── layout ──────────────────────────────────────────────────────────────────────────────────

    def show_tab(self, number: int) -> None:
        """Show the agreements (0), the texts of the client's page (1), or the choices for the counselor's page (2) or the reply (3)."""
        if any(tab.hasFocus() for tab in self.tabs):  # the focus ring must not stay on another tab than the current one
            self.tabs[number].setFocus(Qt.FocusReason.OtherFocusReason)
        self.tabs[number].setChecked(True)
        self.stack.setCurrentIndex(number)
        self._share_room()

    def _share_room(self) -> None:
        """Show both pages if they fit, otherwise the one of the current tab; the reply is shown with its own tab only."""
        px = self._services.theme.px
        self._fields.setFixedWidth(min(px(_FIELDS), round(self.width() * 0.55)))
        both = self.width() >= px(_BOTH)
        pages = {Which.CLIENT, Which.COUNSELOR}
        shown = pages if both and self.shown in pages else {self.shown}
        for which, each in self.columns.items():
            each.setVisible(which in shown)

    @property
    def shown(self) -> Which:
        """The paper of the current tab."""
        return _PAPER_OF_TAB[self.stack.currentIndex()]

    def _set_texts(self) -> None:
        for tab, text in zip(
            self.tabs,
            (self.tr("Agreed"), self.tr("Client's page"), self.tr("Your page"), self.tr("Referrer")),
            strict=True,
        ):
            tab.setText(text)
        self.setAccessibleName(self.tr("Summary"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pages.make()

    def retranslate(self) -> None:
        self._set_texts()
        self.pages.make()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tabs[self.stack.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's name and argument
        follow_layout(self)  # fields and steps are created and moved during typing
        return super().focusNextPrevChild(following)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._services.theme.px(_NARROWEST), self._services.theme.px(_NARROWEST // 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
