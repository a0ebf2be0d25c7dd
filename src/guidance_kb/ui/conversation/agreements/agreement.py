"""The agreements of the current conversation and the contents of its summary, shared by the signal cards and the summary view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from guidance_kb.casebook.records.followups import FollowUpKind, Moment
from guidance_kb.casebook.records.steps import Terms
from guidance_kb.conversation.consent import PRIVATE_TARGETS, kept_place
from guidance_kb.documents.summary import AgreedStep, ReplyPart, Summary
from guidance_kb.language import Language
from guidance_kb.ui.conversation.controller import SessionController

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store

PLACE = "summary"
"""The key of the summary in the place of a conversation."""


class AgreementDraft(QObject):
    """The summary of the current conversation while it is edited; it is reset with another conversation. It writes nothing itself.

    It is saved with the place of the conversation (encrypted with all of it). Steps and follow-ups are added to the record when
    the conversation is finished, in the same transaction.

    Attributes:
        summary: The current value.

    Signals:
        changed: The summary changed.
    """

    changed = Signal()

    def __init__(self, controller: SessionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.summary = Summary()
        self._done: list[tuple[str, Summary]] = []
        self._ended: Summary | None = None  # set on the worker thread, read when its job has ended
        controller.restarted.connect(self._begin_again)

    def _begin_again(self) -> None:
        """Reset everything: no data of one client may reach the next conversation."""
        self._done, self._ended = [], None
        self._put(Summary())

    def _put(self, summary: Summary) -> None:
        if summary != self.summary:
            self.summary = summary
            self._controller.set_agreed(agreed=not self.nothing)
            self.changed.emit()

    def _change(self, what: str, summary: Summary) -> None:
        """Change the summary with an undo entry; successive typing in one place gets one entry."""
        if self._controller.read_only or summary == self.summary:
            return
        if not (self._done and self._done[-1][0] == what and what.startswith("words ")):
            self._done.append((what, self.summary))
        self._put(summary)

    # ── agreements ──────────────────────────────────────────────────────────────────────────────

    @property
    def steps(self) -> tuple[AgreedStep, ...]:
        """The steps, in order of agreement."""
        return self.summary.steps

    @property
    def nothing(self) -> bool:
        """Whether nothing was agreed, chosen or written."""
        return self.summary == Summary()

    def agree(self, terms: Terms) -> None:
        """Add a step."""
        self._change("agree", self.summary.agreeing(terms))

    def change(self, place: int, terms: Terms) -> None:
        """Replace the terms of the step at a position; its text for the client's page is removed."""
        kept = self.summary.steps[place].kept
        self._change("change", self.summary.changing(place, AgreedStep(terms, kept=kept)))

    def say(self, place: int, said: str) -> None:
        """Set the text of the step at a position on the client's page; an empty text restores the proposed one."""
        step = replace(self.summary.steps[place], said=said)
        self._change(f"words step {place}", self.summary.changing(place, step))

    def take_back(self, step: AgreedStep) -> None:
        """Remove a step, unless it is stored in the record: there it can only be ended."""
        if step in self.summary.steps and step.kept is None:
            self._change("take back", self.summary.without(self.summary.steps.index(step)))

    # ── choices and texts ───────────────────────────────────────────────────────────────────────

    def want(self, kind: FollowUpKind, *, wanted: bool) -> None:
        """Add or remove a follow-up of the first three weeks."""
        self._change("weeks", self.summary.wanting(kind, wanted=wanted))

    def begin_on(self, day: date | None) -> None:
        """Set the day on which a course begins, or that there is none; then no follow-up of its weeks is wanted."""
        weeks = self.summary.weeks if day is not None else ()
        self._change("begins", replace(self.summary, begins=day, weeks=weeks))

    def appoint(self, moment: Moment | None) -> None:
        """Make the next appointment, or remove it."""
        self._change("appointment", self.summary.appointing(moment))

    def put_on_client(self, target: str, *, on: bool) -> None:
        """Put the sentence of a drive or need on the client's page, or remove it."""
        self._change("client", replace(self.summary, on_client={**self.summary.on_client, target: on}))

    def put_on_counselor(self, target: str, *, on: bool) -> None:
        """Put a signal on the counselor's page, or remove it."""
        self._change("counselor", replace(self.summary, on_counselor={**self.summary.on_counselor, target: on}))

    def tell_referrer(self, part: ReplyPart, *, told: bool) -> None:
        """Put a part into the reply to the referrer, or remove it."""
        self._change("reply", self.summary.replying(part, told=told))

    def write(self, name: str, text: str | None) -> None:
        """Set the text at a place of a page; None restores the proposed text."""
        self._change(f"words {name}", self.summary.writing(name, text))

    def set_language(self, language: Language) -> None:
        """Set the language of the client's page; texts written by hand are kept."""
        self._change("language", replace(self.summary, language=language))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return bool(self._done) and not self._controller.read_only

    def undo(self) -> None:
        """Undo the last change."""
        if self.can_undo:
            self._put(self._done.pop()[1])

    def stop_typing(self) -> None:
        """Start a new undo entry with the next typing."""
        if self._done and self._done[-1][0].startswith("words "):
            self._done[-1] = ("", self._done[-1][1])

    # ── saving ──────────────────────────────────────────────────────────────────────────────────

    def as_place(self) -> dict[str, object]:
        """Return the summary as a part of the place of the conversation; empty if the summary is."""
        return {} if self.nothing else {PLACE: self.summary.as_data()}

    def go_to_place(self, place: Mapping[str, object]) -> None:
        """Restore the summary from the place of a conversation."""
        self._done = []
        self._put(Summary.from_data(place.get(PLACE)))

    def ending(self, place: Mapping[str, object], *, consented: bool) -> "Callable[[Store, int], object]":
        """Return a function for the casebook's worker that finishes the conversation with its steps and follow-ups in one transaction.

        Args:
            place: The place of the conversation.
            consented: Whether the client consented to keep everything; else the steps on private subjects are not stored.
        """
        summary = self.summary
        stored = [step.kept is None and (consented or step.target not in PRIVATE_TARGETS) for step in summary.steps]
        new = [step.terms for step, new in zip(summary.steps, stored, strict=True) if new]
        moments = summary.unplanned

        def write(store: "Store", session: int) -> None:
            """Finish the conversation, and set `_ended` to the summary as it was stored."""
            from guidance_kb.casebook.records.sessions import finish_with_agreements  # noqa: PLC0415 - on the worker

            ended: list[Summary] = []

            def written(kept: Sequence[int]) -> Mapping[str, object]:
                ended.append(_kept(summary, stored, kept))
                whole = {**place, PLACE: ended[-1].as_data()}
                return whole if consented else kept_place(whole)

            finish_with_agreements(store, session, new, moments, written)
            self._ended = ended[-1]

        return write

    def take_what_is_kept(self) -> None:
        """Replace the summary by the stored one after the conversation was finished."""
        ended, self._ended = self._ended, None
        if ended is not None:
            self._done = []
            self._put(ended)


def _kept(summary: Summary, stored: Sequence[bool], kept: Sequence[int]) -> Summary:
    """Return the summary with the ids of its stored steps, and with its appointment and follow-ups, if any, marked as stored."""
    numbers = iter(kept)
    steps = tuple(
        replace(step, kept=next(numbers)) if new else step for step, new in zip(summary.steps, stored, strict=True)
    )
    appointed = summary.appointment is not None
    return replace(summary, steps=steps, appointed=appointed, planned=summary.planned or bool(summary.moments()))
