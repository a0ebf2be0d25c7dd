"""The top of the summary: whose conversation it is, how it stands, and the one button that finishes it."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from guidance_kb.dates import day_in_words
from guidance_kb.ui.conversation.session.save_status import clock_time, when
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import icon
from guidance_kb.ui.summary.pages import Pages
from guidance_kb.ui.widgets.basics import button, column, label, row, text_and_icon
from guidance_kb.ui.widgets.flow import FlowLayout
from guidance_kb.ui.widgets.layouts import add_layout


class SummaryHeader(QWidget):
    """What can be done with all of it.

    Signals:
        back_wanted: The conversation is to go on.
        choosing_wanted: It is to be said whose conversation it is.
        finish_wanted: The conversation is to be finished.
        record_wanted (int): The record of this client is wanted.
    """

    back_wanted = Signal()
    choosing_wanted = Signal()
    finish_wanted = Signal()
    record_wanted = Signal(int)

    def __init__(self, conversation: ConversationView, pages: Pages, services: Services) -> None:
        super().__init__()
        self._conversation, self._pages, self._services = conversation, pages, services
        self._saver, self._agreed = conversation.saver, conversation.agreed
        self.back = button("", "quiet", self.back_wanted.emit)
        self._title = label(role="heading", wrap=False)
        self._whose = label(role="soft", wrap=False)
        self.words = label(role="soft")
        self.undo = button("", "quiet", self._agreed.undo)
        self.choose = button("", "", self.choosing_wanted.emit)
        self.undo_finish = button("", "quiet", self._saver.take_finish_back)
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
        for told in (self._saver.stood, self._saver.waits):
            told.connect(self.refresh)
        self._agreed.changed.connect(self.refresh)
        pages.made.connect(self.refresh)
        services.theme.changed.connect(self._speak)
        self._speak()

    def _open_record(self) -> None:
        if self._saver.client is not None:
            self.record_wanted.emit(self._saver.client.id)

    def refresh(self) -> None:
        """Says how it stands now."""
        now, talk = self._saver.standing, self._pages.talk
        day = day_in_words(talk.day, self._services.language)
        self._whose.setText(" · ".join(part for part in (talk.code, day) if part))
        self.words.setText(self._said(now))
        draft = now in (SaveStatus.NOTHING_SAID, SaveStatus.KEPT, SaveStatus.REFUSED)
        finishing = self.finish.hasFocus()
        for shown, wanted in (
            (self.choose, now is SaveStatus.NOBODY),
            (self.finish, draft),
            (self.undo_finish, now is SaveStatus.FINISHED and self._saver.just_finished),
            (self.record, now is SaveStatus.FINISHED),
            (self.undo, now is not SaveStatus.FINISHED),
        ):
            shown.setVisible(wanted)
        if finishing and not draft:
            self.undo_finish.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finish.setEnabled(now is not SaveStatus.NOTHING_SAID)
        self.undo.setEnabled(self._agreed.can_undo)

    def _said(self, now: SaveStatus) -> str:
        saver = self._saver
        if now is SaveStatus.FINISHED:
            finished = when(datetime.fromisoformat(saver.finished or ""), self._services.language)
            return self.tr("Finished {when}. The pages can still be printed.").format(when=finished)
        if now is SaveStatus.KEPT:
            saved = saver.saved_at
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
        """What finishing puts in the record."""
        summary = self._agreed.summary
        steps = sum(step.kept is None for step in summary.steps)
        moments = 0 if summary.planned else len(summary.moments(self._pages.talk.day))
        said = [
            self.tr("1 step") if steps == 1 else self.tr("{count} steps").format(count=steps),
            self.tr("1 moment") if moments == 1 else self.tr("{count} moments").format(count=moments),
        ]
        return self.tr("finishing puts in the record: {what}").format(what=", ".join(said))

    def _speak(self) -> None:
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
            self.tr("Saves the conversation with its steps and moments; from then on it is read-only")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
