"""What was agreed in the conversation in hand, and what was chosen and written for its summary. One place for cards and summary alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, Signal

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.steps import Terms
from guidance_kb.documents.summary import AgreedStep, Summary
from guidance_kb.language import Language
from guidance_kb.ui.conversation.controller import SessionController

if TYPE_CHECKING:  # a conversation can be held without a casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

PLACE = "summary"
"""Its name in the place of a conversation, with which it is saved."""


class AgreementDraft(QObject):
    """Belongs to one conversation: another one begins with nothing agreed. It writes nothing itself.

    It is saved with the place of the conversation (encrypted with all of it); steps and moments come into the record when the
    conversation is finished, in one go with that.

    Attributes:
        summary: All of it, as a value.

    Signals:
        changed: Something of it is other than it was.
    """

    changed = Signal()

    def __init__(self, controller: SessionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.summary = Summary()
        self._done: list[tuple[str, Summary]] = []
        self._ended: Summary | None = None  # set on the worker, taken when that is done
        controller.restarted.connect(self._begin_again)

    def _begin_again(self) -> None:
        """Nothing of one client's conversation stays in the next."""
        self._done, self._ended = [], None
        self._put(Summary())

    def _put(self, summary: Summary) -> None:
        if summary != self.summary:
            self.summary = summary
            self._controller.set_agreed(agreed=not self.nothing)
            self.changed.emit()

    def _change(self, what: str, summary: Summary) -> None:
        """Changes it, so that it can be taken back; typing in one place is taken back in one go."""
        if self._controller.read_only or summary == self.summary:
            return
        if not (self._done and self._done[-1][0] == what and what.startswith("words ")):
            self._done.append((what, self.summary))
        self._put(summary)

    # ── what was agreed ─────────────────────────────────────────────────────────────────────────

    @property
    def steps(self) -> tuple[AgreedStep, ...]:
        """The steps, in the order in which they were agreed."""
        return self.summary.steps

    @property
    def nothing(self) -> bool:
        """Whether nothing was agreed, chosen or written yet."""
        return self.summary == Summary()

    def agree(self, terms: Terms) -> None:
        """Agrees a step."""
        self._change("agree", self.summary.agreeing(terms))

    def change(self, place: int, terms: Terms) -> None:
        """Agrees something else instead of the step at a place; how it was said to the client goes with it."""
        kept = self.summary.steps[place].kept
        self._change("change", self.summary.changing(place, AgreedStep(terms, kept=kept)))

    def say(self, place: int, said: str) -> None:
        """Says the step at a place otherwise on the client's page; nothing is again what is proposed."""
        step = replace(self.summary.steps[place], said=said)
        self._change(f"words step {place}", self.summary.changing(place, step))

    def take_back(self, step: AgreedStep) -> None:
        """Agrees a step no longer; one that is in the record already is ended there."""
        if step in self.summary.steps and step.kept is None:
            self._change("take back", self.summary.without(self.summary.steps.index(step)))

    # ── what was chosen and written ─────────────────────────────────────────────────────────────

    def want(self, kind: FollowUpKind, *, wanted: bool) -> None:
        """Wants one of the first three weeks' moments, or not."""
        self._change("weeks", self.summary.wanting(kind, wanted=wanted))

    def begin_on(self, day: date) -> None:
        """Counts the three weeks from another day."""
        self._change("begins", replace(self.summary, begins=day))

    def put_on_client(self, target: str, *, on: bool) -> None:
        """Puts the sentence of a drive or need on the client's page, or takes it off."""
        self._change("client", replace(self.summary, on_client={**self.summary.on_client, target: on}))

    def put_on_counselor(self, target: str, *, on: bool) -> None:
        """Puts a signal on the counselor's page, or takes it off."""
        self._change("counselor", replace(self.summary, on_counselor={**self.summary.on_counselor, target: on}))

    def write(self, name: str, text: str | None) -> None:
        """Writes other words at a place of a page; None is again what is proposed there."""
        self._change(f"words {name}", self.summary.writing(name, text))

    def set_language(self, language: Language) -> None:
        """Makes the client's page in another language; what was written by hand stays as it is."""
        self._change("language", replace(self.summary, language=language))

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done) and not self._controller.read_only

    def undo(self) -> None:
        """Takes the last change back."""
        if self.can_undo:
            self._put(self._done.pop()[1])

    def stop_typing(self) -> None:
        """What is typed from now on is taken back by itself."""
        if self._done and self._done[-1][0].startswith("words "):
            self._done[-1] = ("", self._done[-1][1])

    # ── saved with the conversation ─────────────────────────────────────────────────────────────

    def as_place(self) -> dict[str, object]:
        """It as a part of the place of the conversation; nothing while there is nothing."""
        return {} if self.nothing else {PLACE: self.summary.as_data()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Takes up what was saved."""
        self._done = []
        self._put(Summary.from_data(place.get(PLACE)))

    def ending(self, place: Mapping[str, object]) -> "Callable[[Store, int], object]":
        """What finishes the conversation in the casebook: with its steps and moments, all or nothing; run on the casebook's worker.

        Args:
            place: Where the conversation is.
        """
        day = QDate.currentDate()
        today = date(day.year(), day.month(), day.day())
        summary = self.summary
        new = [step.terms for step in summary.steps if step.kept is None]
        moments = [] if summary.planned else [(moment.kind, moment.due) for moment in summary.moments(today)]

        def write(store: "Store", session: int) -> None:
            """Finishes the conversation on the worker, and keeps the summary as it was written."""
            from guidance_kb.casebook.records.session_end import finish  # noqa: PLC0415 - on the worker, where it is needed first

            ended: list[Summary] = []

            def written(kept: Sequence[int]) -> Mapping[str, object]:
                ended.append(_kept(summary, kept, today))
                return {**place, PLACE: ended[-1].as_data()}

            finish(store, session, new, moments, written)
            self._ended = ended[-1]

        return write

    def take_what_is_kept(self) -> None:
        """Once it is finished, it is as it stands in the record."""
        ended, self._ended = self._ended, None
        if ended is not None:
            self._done = []
            self._put(ended)


def _kept(summary: Summary, kept: Sequence[int], day: date) -> Summary:
    """It once its steps and moments are in the record."""
    numbers = iter(kept)
    steps = tuple(step if step.kept is not None else replace(step, kept=next(numbers)) for step in summary.steps)
    if not summary.weeks:
        return replace(summary, steps=steps)
    return replace(summary, steps=steps, begins=summary.begins or day, planned=True)
