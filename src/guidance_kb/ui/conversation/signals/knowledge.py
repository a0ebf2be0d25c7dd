"""Knowledge that follows: the few entries that fit what was ticked and noted, each with its reason.

What is read is never moved: while the pointer or the keyboard is in the list, or it is frozen, what fits now waits, and the head says how
much of it is new.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.session import SessionChange
from guidance_kb.language import Language
from guidance_kb.ui.conversation.agreements.entrylist import EntryList
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.search.recommendations import Followed


# Asks which entries fit what is said: at once after a tick, at a pause while a note is typed.
#
# A note goes to the searcher on the worker and nowhere else: it is no search that is remembered, and nothing of it is logged.


MOST = 6
"""Entries that are shown: as many as can be taken in at a glance."""

_PAUSE = 250
"""Milliseconds without a key after which a note is looked at."""

_JOB = "follow"


@dataclass(frozen=True, slots=True, repr=False)
class _Said:
    """What is asked about.

    Attributes:
        note: All notes; the one typed last stands at the end.
        named: The items that were named and by whom, the one answered last at the end.
        aside: What was set aside.
        language: The language of the reasons.
    """

    note: str
    named: tuple[tuple[str, By], ...]
    aside: frozenset[str]
    language: Language


class Recommendations(QObject):
    """Follows one conversation while somebody looks; only the newest question gets its answer.

    Signals:
        arrived (tuple[Followed, ...]): What fits now, the best first.
        cleared: Another conversation is in hand, of which nothing is known yet.
    """

    arrived = Signal(object)
    cleared = Signal()

    def __init__(self, desk: CardContext, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._awake = False
        self._asked: _Said | None = None
        self._noted = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._ask)
        desk.controller.changed.connect(self._changed)
        desk.controller.judged.connect(lambda _: self._ask())
        desk.controller.restarted.connect(self._restarted)

    @property
    def has_something(self) -> bool:
        """Whether anything was said to look knowledge up by."""
        said = self._said()
        return bool(said.note or said.named)

    def wake(self) -> None:
        """Somebody looks from now on."""
        self._awake = True
        self.ask_again()

    def sleep(self) -> None:
        """Nobody looks: nothing is asked before somebody does again."""
        self._awake = False
        self._typing.stop()

    def ask_again(self) -> None:
        """Asks, also what was asked before: the language may be another one, or the knowledge."""
        self._asked = None
        self._ask()

    def _changed(self, change: SessionChange) -> None:
        before, after = change.before, change.after
        if before.note != after.note:
            self._noted = change.item
        if (before.state, before.by) == (after.state, after.by):
            if self._awake:
                self._typing.start()
        else:
            self._ask()

    def _restarted(self) -> None:
        """Nothing of the conversation before may arrive any more."""
        self._noted, self._asked = "", None
        self._desk.services.jobs.drop(_JOB)
        self.cleared.emit()
        self._ask()

    def _ask(self) -> None:
        self._typing.stop()
        said = self._said()
        if not self._awake or said == self._asked:
            return
        self._asked = said
        if self.has_something:
            self._run(said)
        else:
            self._desk.services.jobs.drop(_JOB)
            self.arrived.emit(())

    def _run(self, said: _Said) -> None:
        searcher = self._desk.services.searcher

        def work() -> "list[Followed]":
            ticked = [item for item, _ in said.named]
            return searcher().follow(said.note, said.language, ticked=ticked, aside=said.aside, limit=MOST)

        self._desk.services.jobs.run(_JOB, work, lambda found: self.arrived.emit(tuple(found)))

    def _said(self) -> _Said:
        controller = self._desk.controller
        answers = controller.session.answers
        notes = {item: answer.note for item, answer in answers.items() if answer.note}
        last = notes.pop(self._noted, "")
        named = tuple((item, answer.by) for item, answer in answers.items() if answer.state is State.NAMED)
        note = "\n".join([*notes.values(), last]).strip()
        return _Said(note, named, controller.set_aside, self._desk.services.language)


class KnowledgePage(TranslatedWidget, QWidget):
    """The list, and above it whether it follows.

    Attributes:
        news: Says how many entries wait that are not shown, and shows them.
    """

    def __init__(self, desk: CardContext) -> None:
        super().__init__()
        self._desk = desk
        self._following = Recommendations(desk, self)
        self._waiting: tuple[Followed, ...] | None = None
        self._wanted_from: QWidget | None = None
        self.list = EntryList(desk)
        self._state = label(role="caption")
        self.news = button("", "more", self._show_news)
        self._build()
        self._set_texts()
        self._following.arrived.connect(self._arrived)
        self._following.cleared.connect(self._clear)
        self.list.left.connect(self._catch_up)
        desk.calm.changed.connect(self._catch_up)
        desk.services.settings.changed.connect(self._catch_up)
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def _build(self) -> None:
        self.news.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the conversation
        keeping = self.news.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that nothing moves when there is news
        self.news.setSizePolicy(keeping)
        head = row(spacing=6, margins=(4, 0, 10, 0))
        head.addWidget(self._state, 1)
        head.addWidget(self.news)
        content = column(self, spacing=6)
        add_layout(content, head)
        content.addWidget(self.list, 1)

    # ── following ───────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._following.has_something and not self.list.shown:
            self.list.empty.hide()  # for the moment until it comes: that nothing fits is not known yet
        self._following.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        self._following.sleep()
        super().hideEvent(event)

    @property
    def _is_held(self) -> bool:
        """Whether the list stays as it is: frozen or not to follow, or somebody reads in it, or is about to press what shows the news."""
        return self._desk.calm.frozen or not self._follows or self.list.is_read or self.news.hasFocus()

    @property
    def _follows(self) -> bool:
        """Whether it follows by itself, as chosen among the settings."""
        return self._desk.services.settings.read().follow

    def take_focus(self) -> None:
        """Gives the keyboard to the first row; when there is none yet, as soon as it comes, unless it went elsewhere meanwhile."""
        if not self._follows:
            self._show_waiting()
            self._tell()
        if self.list.shown:
            self.list.take_focus()
        else:
            self._wanted_from = QApplication.focusWidget()
            self._following.ask_again()

    def stay_away(self) -> None:
        """Does not take the keyboard when rows come after all: something else was done meanwhile."""
        self._wanted_from = None

    def _arrived(self, found: "tuple[Followed, ...]") -> None:
        self._waiting = found
        self._catch_up()
        wanted_from, self._wanted_from = self._wanted_from, None
        if wanted_from is not None and QApplication.focusWidget() is wanted_from:
            self._show_waiting()
            self._tell()
            self.list.take_focus()

    def _catch_up(self) -> None:
        """Shows what waits, unless the list is held; then it says how much of it is new."""
        if not self._is_held:
            self._show_waiting()
        self._tell()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            found, self._waiting = self._waiting, None
            self.list.show_entries(found)

    def _show_news(self) -> None:
        """Shows what waits after all; the keyboard goes from the news to the list."""
        had_focus = self.news.hasFocus()
        self._show_waiting()
        if had_focus:
            self.list.take_focus()
        self._tell()

    def _focus_went(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and self.isAncestorOf(before):
            self._catch_up()

    def _clear(self) -> None:
        """Nothing of the conversation before stays."""
        self._waiting = None
        self.list.clear()
        self._tell()

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self._set_texts()
        if self.isVisible():
            self._following.ask_again()

    def _set_texts(self) -> None:
        self.list.setAccessibleName(self.tr("Knowledge that fits what is said"))
        self.news.setToolTip(self.tr("Show what fits now"))
        self._tell()

    def _tell(self) -> None:
        """Says whether it follows, and how many entries wait that are not shown."""
        frozen = self._desk.calm.frozen
        follows = self.tr("Follows what you tick and note") if self._follows else self.tr("Waits until you ask")
        self._state.setText(self.tr("Frozen") if frozen else follows)
        new = 0 if self._waiting is None else len({one.id for one in self._waiting} - set(self.list.shown))
        self.news.setText(self.tr("{count} new").format(count=new))
        self.news.setVisible(new > 0)
