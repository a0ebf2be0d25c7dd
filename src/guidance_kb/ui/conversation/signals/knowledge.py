"""Recommendations: the few entries that fit the ticks and notes, each with its reasons.

The list never changes while it is read: while the pointer or the keyboard focus is in it, or the display is frozen, new results wait, and
the head shows how many of them are new.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.session import SessionChange
from guidance_kb.language import Language
from guidance_kb.ui.conversation.agreements.entry_list import EntryList
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.search.recommendations import Followed


MOST = 6
"""Maximum number of entries shown, so that they can be seen at a glance."""

_PAUSE = 250
"""Milliseconds without typing after which a note is searched."""

_JOB = "follow"


@dataclass(frozen=True, slots=True, repr=False)
class _Said:
    """The input of a search for recommendations.

    Attributes:
        note: All notes, the one typed last at the end.
        named: The named items with who said it, the latest answer at the end.
        aside: The targets of dismissed signals.
        language: The language of the reasons.
    """

    note: str
    named: tuple[tuple[str, By], ...]
    aside: frozenset[str]
    language: Language


class Recommendations(QObject):
    """Searches entries for the current conversation while awake: at once after a tick, after a pause while a note is typed.

    Only the latest search gets its answer. Notes go to the searcher on the worker and nowhere else: they are not added to the recent
    searches, and not logged.

    Signals:
        arrived (tuple[Followed, ...]): The entries that fit now, the best first.
        cleared: Another conversation is shown, without results yet.
    """

    arrived = Signal(object)
    cleared = Signal()

    def __init__(self, context: CardContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._awake = False
        self._asked: _Said | None = None
        self._noted = ""
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._ask)
        context.controller.changed.connect(self._changed)
        context.controller.judged.connect(lambda _: self._ask())
        context.controller.restarted.connect(self._restarted)

    @property
    def has_something(self) -> bool:
        """Whether there is a note or a named item to search by."""
        said = self._said()
        return bool(said.note or said.named)

    def wake(self) -> None:
        """Start searching, because the results are visible."""
        self._awake = True
        self.ask_again()

    def sleep(self) -> None:
        """Stop searching until `wake` is called."""
        self._awake = False
        self._typing.stop()

    def ask_again(self) -> None:
        """Search again even if the input is the same, because the language or the knowledge may have changed."""
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
        """Drop the running search, so that no result of the conversation before arrives."""
        self._noted, self._asked = "", None
        self._context.services.jobs.drop(_JOB)
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
            self._context.services.jobs.drop(_JOB)
            self.arrived.emit(())

    def _run(self, said: _Said) -> None:
        searcher = self._context.services.searcher

        def work() -> "list[Followed]":
            ticked = [item for item, _ in said.named]
            return searcher().follow(said.note, said.language, ticked=ticked, aside=said.aside, limit=MOST)

        self._context.services.jobs.run(_JOB, work, lambda found: self.arrived.emit(tuple(found)))

    def _said(self) -> _Said:
        controller = self._context.controller
        answers = controller.session.answers
        notes = {item: answer.note for item, answer in answers.items() if answer.note}
        last = notes.pop(self._noted, "")
        named = tuple((item, answer.by) for item, answer in answers.items() if answer.state is State.NAMED)
        note = "\n".join([*notes.values(), last]).strip()
        return _Said(note, named, controller.set_aside, self._context.services.language)


class KnowledgePage(TranslatedWidget, QWidget):
    """The list of recommendations, with a line above it that shows whether it follows the conversation.

    Attributes:
        news: The button that shows the number of new entries, and reveals them.
    """

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._context = context
        self._following = Recommendations(context, self)
        self._waiting: tuple[Followed, ...] | None = None
        self._wanted_from: QWidget | None = None
        self.list = EntryList(context)
        self._state = label(role="caption")
        self.news = button("", "more", self._show_news)
        self._build()
        self._set_texts()
        self._following.arrived.connect(self._arrived)
        self._following.cleared.connect(self._clear)
        self.list.left.connect(self._catch_up)
        context.display_mode.changed.connect(self._catch_up)
        context.services.settings.changed.connect(self._catch_up)
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def _build(self) -> None:
        self.news.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the conversation
        keeping = self.news.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that nothing moves when the button appears
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
            self.list.empty.hide()  # until the result arrives, it is unknown whether nothing fits
        self._following.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        self._following.sleep()
        super().hideEvent(event)

    @property
    def _is_held(self) -> bool:
        """Whether new results wait: the display is frozen, following is off, or the list or the button `news` is in use."""
        return self._context.display_mode.frozen or not self._follows or self.list.is_read or self.news.hasFocus()

    @property
    def _follows(self) -> bool:
        """Whether the list follows by itself, as set in the settings."""
        return self._context.services.settings.read().follow

    def take_focus(self) -> None:
        """Focus the first row. If there is none yet, do so when results arrive, unless the focus has moved meanwhile."""
        if not self._follows:
            self._show_waiting()
            self._tell()
        if self.list.shown:
            self.list.take_focus()
        else:
            self._wanted_from = QApplication.focusWidget()
            self._following.ask_again()

    def stay_away(self) -> None:
        """Cancel the focus requested by `take_focus`, because another command was given meanwhile."""
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
        """Show waiting results, or only their number if the list is held."""
        if not self._is_held:
            self._show_waiting()
        self._tell()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            found, self._waiting = self._waiting, None
            self.list.show_entries(found)

    def _show_news(self) -> None:
        """Show waiting results even if the list is held; the focus moves from the button to the list."""
        had_focus = self.news.hasFocus()
        self._show_waiting()
        if had_focus:
            self.list.take_focus()
        self._tell()

    def _focus_went(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and self.isAncestorOf(before):
            self._catch_up()

    def _clear(self) -> None:
        """Remove all results of the conversation before."""
        self._waiting = None
        self.list.clear()
        self._tell()

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self._set_texts()
        if self.isVisible():
            self._following.ask_again()

    def _set_texts(self) -> None:
        self.list.setAccessibleName(self.tr("Knowledge that fits what is said"))
        self.news.setToolTip(self.tr("Show what fits now"))
        self._tell()

    def _tell(self) -> None:
        """Show whether the list follows, and how many new entries wait."""
        frozen = self._context.display_mode.frozen
        follows = self.tr("Follows what you tick and note") if self._follows else self.tr("Waits until you ask")
        self._state.setText(self.tr("Frozen") if frozen else follows)
        new = 0 if self._waiting is None else len({one.id for one in self._waiting} - set(self.list.shown))
        self.news.setText(self.tr("{count} new").format(count=new))
        self.news.setVisible(new > 0)
