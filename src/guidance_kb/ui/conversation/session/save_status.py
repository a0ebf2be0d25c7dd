"""The line with the client, the save status and its actions, and the time of the conversation."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.language import Language
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus, SessionPersistence
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.announcement import announce
from guidance_kb.ui.widgets.basics import button, label, restyle, row
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class SaveStatusBar(TranslatedWidget, QWidget):
    """The client and the save status of a conversation.

    Signals:
        record_wanted (int): The user asked for the record of this client.
        choosing_wanted: The user asked to choose a client.
        finish_wanted: The user asked to finish the conversation, or for its summary.
        reopen_wanted: The user asked to reopen the finished conversation.
    """

    record_wanted = Signal(int)
    choosing_wanted = Signal()
    finish_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, persistence: SessionPersistence, controller: SessionController, services: Services) -> None:
        super().__init__()
        self._persistence, self._controller, self._services = persistence, controller, services
        self._practising = False
        self.code = button("", "link", self._open_record)
        self.words = label(role="soft", wrap=False)
        self.choose = button("", "", self.choosing_wanted.emit)
        self.other = button("", "quiet", self.choosing_wanted.emit)
        self.again = button("", "", persistence.try_again)
        self.finish = button("", "quiet", self.finish_wanted.emit)
        self.undo_finish = button("", "quiet", persistence.take_finish_back)
        self.reopen = button("", "quiet", self.reopen_wanted.emit)
        self.time = label(role="caption", wrap=False)
        self.pause = button("", "quiet", persistence.stopwatch.toggle)
        keeping = self.pause.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that the first answer moves nothing
        self.pause.setSizePolicy(keeping)
        left = QWidget()
        flow = FlowLayout(left, spacing=8)
        for each in (
            self.code,
            self.words,
            self.choose,
            self.again,
            self.finish,
            self.other,
            self.undo_finish,
            self.reopen,
        ):
            flow.addWidget(each)
        across = row(self, spacing=6)
        across.addWidget(left, 1)
        across.addWidget(self.time)
        across.addWidget(self.pause)
        self.retranslate()
        persistence.status_changed.connect(self.refresh)
        persistence.waits.connect(self.refresh)
        persistence.stopwatch.changed.connect(self._show_time)
        for happened in (controller.changed, controller.restarted):
            happened.connect(self._show_time)

    def practise(self) -> None:
        """Show that this is practice: nothing is stored, even if there is a casebook, so nothing is finished."""
        self._practising = True
        self.refresh()

    def _open_record(self) -> None:
        if self._persistence.client is not None:
            self.record_wanted.emit(self._persistence.client.id)

    def retranslate(self) -> None:
        self.choose.setText(self.tr("Choose a client"))
        self.other.setText(self.tr("Another client"))
        self.other.setToolTip(self.tr("Chosen by mistake? What was said goes to the client that you choose."))
        self.again.setText(self.tr("Try again"))
        self.undo_finish.setText(self.tr("Undo"))
        self.undo_finish.setAccessibleName(self.tr("Undo finishing"))
        self.reopen.setText(self.tr("Reopen"))
        self.refresh()
        self._show_time()

    def refresh(self) -> None:
        """Update the client, the status and the buttons."""
        persistence, now = self._persistence, self._persistence.status
        code = "" if persistence.client is None else persistence.client.code
        _say(self.code, code)
        self.code.setAccessibleName(self.tr("Open the record of {code}").format(code=code) if code else "")
        words = self._said(now)
        if words != self.words.text():
            self.words.setText(words)
            if now in (
                SaveStatus.REFUSED,
                SaveStatus.FINISHED,
            ):  # success is not announced: it would be at every answer
                announce(self, words, urgent=now is SaveStatus.REFUSED)
        if (now is SaveStatus.REFUSED) is not (self.words.property("role") == "strong"):
            self.words.setProperty("role", "strong" if now is SaveStatus.REFUSED else "soft")
            restyle(self.words)
        for shown, when in (
            (self.code, bool(code)),
            (self.choose, now is SaveStatus.NOBODY),
            (self.other, persistence.can_change_client),
            (self.again, now is SaveStatus.REFUSED),
            (self.finish, now is not SaveStatus.OPENING),
            (self.undo_finish, now is SaveStatus.FINISHED and persistence.just_finished),
            (self.reopen, now is SaveStatus.FINISHED),
        ):
            if shown.isHidden() is when:
                shown.setVisible(when)
        self.finish.setEnabled(now is not SaveStatus.NOTHING_SAID)
        summary = self._practising or now is SaveStatus.FINISHED
        _say(self.finish, self.tr("Summary") if summary else self.tr("Finish"))

    def _said(self, now: SaveStatus) -> str:
        if self._practising:
            return self.tr("Practice: nothing is kept")
        if now is SaveStatus.KEPT:
            return self._by_rules(self._saved())
        if now is SaveStatus.FINISHED:
            finished = datetime.fromisoformat(self._persistence.finished or "")
            return self._by_rules(self.tr("finished {when}").format(when=when(finished, self._services.language)))
        return {
            SaveStatus.NO_CASEBOOK: self.tr("Not saved (no records)"),
            SaveStatus.LOCKED: self.tr("Not saved: the records are locked"),
            SaveStatus.NOBODY: self.tr("Not saved: choose a client"),
            SaveStatus.OPENING: self.tr("Opening…"),
            SaveStatus.NOTHING_SAID: self.tr("nothing to save yet"),
            SaveStatus.REFUSED: self.tr("the latest part is not saved"),
        }[now]

    def _saved(self) -> str:
        moment = self._persistence.saved_at
        return self.tr("saving…") if moment is None else self.tr("saved {time}").format(time=clock_time(moment))

    def _by_rules(self, words: str) -> str:
        """Append the version of the checklist that the conversation began with, if it is not today's."""
        older = self._persistence.checklist
        return words + (self.tr(" · begun with checklist {version}").format(version=older) if older else "")

    def _show_time(self, _: object = None) -> None:
        """Show the progress and the minutes; they measure the conversation, never the client."""
        watch, minutes = self._persistence.stopwatch, self._persistence.stopwatch.seconds // 60
        begun = watch.running or watch.paused or watch.seconds > 0
        core = [item.id for item in self._controller.checklist.items.values() if item.core]
        discussed = sum(self._controller.session.answer(item).state is not State.NOT_DISCUSSED for item in core)
        far = self.tr("{discussed} of {all} core questions discussed").format(discussed=discussed, all=len(core))
        clock = self.tr("{minutes} min").format(minutes=minutes)
        self.time.setText(f"{far} · {clock}" if begun else far if discussed else "")
        self.time.setToolTip(self.tr("Time of the conversation, without pauses") if begun else "")
        _say(self.pause, self.tr("Resume") if watch.paused else self.tr("Pause"))
        self.pause.setAccessibleName(
            self.tr("Resume the time") if watch.paused else self.tr("Pause the time of this conversation")
        )
        self.pause.setVisible(watch.running or watch.paused)


def _say(shown: QPushButton, text: str) -> None:
    if shown.text() != text:
        shown.setText(text)


def clock_time(moment: datetime) -> str:
    """Return a moment as local clock time: `14:02`."""
    return moment.astimezone().strftime("%H:%M")


def when(moment: datetime, language: Language) -> str:
    """Return a moment as local date and time: `24 november 2026, 14:02`."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
    named = QLocale(QLocale.Language.Dutch if language is Language.NL else QLocale.Language.English)
    return named.toString(local, "d MMMM yyyy, HH:mm")
