"""The end of a conversation as a value: what was agreed in it, what goes on which page, and the words that were changed by hand.

Two pages are made of it (product.md, C14): the counselor's (`counselor_page`) and the client's (`client_page`). It is kept with the
conversation, as JSON, so that what was chosen is still there after another room, another day or a crash.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal
from guidance_kb.language import Language


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation as both pages see it.

    Attributes:
        answers: What was said, by item.
        signals: What it raised, by the rules of its day, drives and needs first.
        aside: The targets of those that the counselor set aside.
        day: On which it was held, or finished.
        code: The client's; empty while nobody was chosen.
        version: The checklist by which it was held.
    """

    checklist: Checklist
    answers: Mapping[str, Answer]
    signals: tuple[Signal, ...]
    aside: frozenset[str]
    day: date
    code: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """A step of this conversation.

    Attributes:
        said: How the client's page says it, where that is not as proposed.
        kept: Its id in the casebook, once it is there.
    """

    terms: Terms
    said: str = ""
    kept: int | None = None

    @property
    def what(self) -> str:
        """What is agreed."""
        return self.terms.what

    @property
    def who(self) -> Who:
        """Who does it."""
        return self.terms.who

    @property
    def target(self) -> str | None:
        """The barrier, drive or need that it is about."""
        return self.terms.target


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which the counselor will ask how it goes."""

    kind: FollowUpKind
    due: date


@dataclass(frozen=True, slots=True)
class Summary:
    """What was chosen and written at the end of a conversation.

    Attributes:
        steps: What was agreed, in the order in which it was.
        weeks: Which of the first three weeks' moments were agreed; none until the counselor adds them.
        begins: The day from which the weeks count; None is the day of the conversation.
        planned: Whether the moments are in the casebook.
        on_client: Per target, whether its sentence stands on the client's page, where that was said.
        on_counselor: The same, of the counselor's page.
        words: Texts written by hand, by the name of their place; those that are empty were left empty.
        language: Of the client's page.
    """

    steps: tuple[AgreedStep, ...] = ()
    weeks: tuple[FollowUpKind, ...] = ()
    begins: date | None = None
    planned: bool = False
    on_client: Mapping[str, bool] = field(default_factory=dict)
    on_counselor: Mapping[str, bool] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    language: Language = Language.NL

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def for_client(self, target: str, talk: Talk) -> bool:
        """Whether the sentence of a drive or need stands on the client's page; of one that was set aside only if that was said."""
        return self.on_client.get(target, target not in talk.aside)

    def for_counselor(self, target: str, talk: Talk) -> bool:
        """Whether a signal stands on the counselor's page; one that was set aside only if that was said."""
        return self.on_counselor.get(target, target not in talk.aside)

    def wanted(self, kind: FollowUpKind) -> bool:
        """Whether one of the first three weeks' moments is wanted."""
        return kind in self.weeks

    def all_moments(self, day: date) -> tuple[Moment, ...]:
        """The moments of the first three weeks, counted from where they begin or else from `day`."""
        begins = self.begins or day
        return tuple(Moment(kind, begins + timedelta(weeks=week)) for week, kind in enumerate(FIRST_WEEKS, start=1))

    def moments(self, day: date) -> tuple[Moment, ...]:
        """Those of them that are wanted."""
        return tuple(moment for moment in self.all_moments(day) if self.wanted(moment.kind))

    # ── what is changed ─────────────────────────────────────────────────────────────────────────

    def agreeing(self, terms: Terms) -> "Summary":
        """The same with another step."""
        return replace(self, steps=(*self.steps, AgreedStep(terms)))

    def changing(self, place: int, step: AgreedStep) -> "Summary":
        """The same with another step at a place."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def without(self, place: int) -> "Summary":
        """The same without the step at a place."""
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def writing(self, name: str, text: str | None) -> "Summary":
        """The same with other words at a place; None is again what is proposed there."""
        words = {key: value for key, value in self.words.items() if key != name}
        return replace(self, words=words if text is None else words | {name: text})

    def wanting(self, kind: FollowUpKind, *, wanted: bool) -> "Summary":
        """The same with or without one of the first three weeks' moments."""
        now = [each for each in FIRST_WEEKS if (wanted if each is kind else self.wanted(each))]
        return replace(self, weeks=tuple(now))

    # ── as JSON ─────────────────────────────────────────────────────────────────────────────────

    def as_data(self) -> dict[str, object]:
        """It as JSON values; nothing of what is as it was at the beginning."""
        data: dict[str, object] = {
            "steps": [_step_as_data(step) for step in self.steps],
            "weeks": [kind.value for kind in self.weeks],
            "begins": None if self.begins is None else self.begins.isoformat(),
            "planned": self.planned,
            "on_client": dict(self.on_client),
            "on_counselor": dict(self.on_counselor),
            "words": dict(self.words),
            "language": None if self.language is Language.NL else self.language.value,
        }
        return {key: value for key, value in data.items() if value or (key == "weeks" and self.planned)}

    @classmethod
    def from_data(cls, data: object) -> "Summary":
        """Reads what `as_data` wrote; what is not understood is as at the beginning, for it came from a file."""
        if not isinstance(data, dict):
            return cls()
        try:
            begins, planned = data.get("begins"), bool(data.get("planned", False))
            weeks = data.get("weeks")
            if weeks is None:  # once all three were planned where nobody said otherwise: those are in the record
                weeks = FIRST_WEEKS if planned else ()
            return cls(
                tuple(_step_from_data(step) for step in data.get("steps", [])),
                tuple(FollowUpKind(kind) for kind in weeks),
                None if begins is None else date.fromisoformat(begins),
                planned=planned,
                on_client=_ticks(data.get("on_client")),
                on_counselor=_ticks(data.get("on_counselor")),
                words={str(name): str(text) for name, text in dict(data.get("words", {})).items()},
                language=Language(data.get("language", Language.NL)),
            )
        except (TypeError, ValueError, KeyError, AttributeError):
            return cls()


def _ticks(data: Any) -> dict[str, bool]:  # noqa: ANN401 - as JSON has it
    return {str(target): bool(on) for target, on in dict(data or {}).items()}


def _step_as_data(step: AgreedStep) -> dict[str, object]:
    terms = step.terms
    data: dict[str, object] = {
        "what": terms.what, "who": terms.who.value, "due": terms.due.isoformat() if terms.due else None,
        "target": terms.target, "recommendation": terms.recommendation, "handover": terms.handover,
        "said": step.said, "kept": step.kept,
    }  # fmt: skip
    return {key: value for key, value in data.items() if value}


def _step_from_data(data: Mapping[str, Any]) -> AgreedStep:
    due = data.get("due")
    terms = Terms(
        str(data["what"]),
        Who(data["who"]),
        date.fromisoformat(due) if due else None,
        data.get("target"),
        data.get("recommendation"),
        bool(data.get("handover")),
    )
    return AgreedStep(terms, str(data.get("said", "")), data.get("kept"))
