"""Asks which entries fit what is said: at once after a tick, at a pause while a note is typed (product.md, C11).

A note goes to the searcher on the worker and nowhere else: it is no search that is remembered, and nothing of it is logged.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.session import SessionChange
from guidance_kb.language import Language
from guidance_kb.ui.conversation.signals.card_context import CardContext

if TYPE_CHECKING:  # as heavy as the search, which the worker imports
    from guidance_kb.search.recommendations import Followed

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
