"""The summary of a conversation: agreements, contents of the two pages, and texts edited by hand.

Two pages are made from it: the counselor's (`counselor_page`) and the client's (`client_page`). It is stored with the
conversation, as JSON, so that the choices survive a change of view, a later day or a crash.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from guidance_kb.casebook.records.followups import FIRST_WEEKS, FollowUpKind, Means, Meeting, Moment
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.language import Language


class ReplyPart(StrEnum):
    """What a reply to the referrer may tell; the client allows each apart."""

    APPOINTMENT = "appointment"
    GOAL = "goal"
    CLIENT_STEPS = "client_steps"
    COUNSELOR_STEPS = "counselor_steps"
    SERVICE_STEPS = "service_steps"


@dataclass(frozen=True, slots=True)
class Talk:
    """The data of a conversation that both pages use.

    Attributes:
        answers: The answers by item.
        signals: The signals by the rules of its checklist, drives and needs first.
        aside: The targets of dismissed signals.
        day: The day on which it was held or finished.
        code: The client's code; empty while no client is chosen.
        version: The version of its checklist.
        appointment: The open appointment in the record, made before this conversation.
    """

    checklist: Checklist
    answers: Mapping[str, Answer]
    signals: tuple[Signal, ...]
    aside: frozenset[str]
    day: date
    code: str = ""
    version: str = ""
    appointment: Moment | None = None


@dataclass(frozen=True, slots=True)
class AgreedStep:
    """An agreed step of this conversation.

    Attributes:
        said: The text for the client's page, if it differs from the proposed one.
        kept: Its id in the casebook, once stored.
    """

    terms: Terms
    said: str = ""
    kept: int | None = None

    @property
    def what(self) -> str:
        """The text of the agreement."""
        return self.terms.what

    @property
    def who(self) -> Who:
        """The person who does it."""
        return self.terms.who

    @property
    def target(self) -> str | None:
        """The barrier, drive or need that it is about."""
        return self.terms.target


@dataclass(frozen=True, slots=True)
class Summary:
    """The choices and texts at the end of a conversation.

    Attributes:
        steps: The agreed steps, in order of agreement.
        appointment: The next appointment that was made; it replaces the one in the record.
        appointed: Whether the appointment is stored in the casebook.
        weeks: The agreed follow-ups of the first three weeks; none until the counselor adds them.
        begins: The day on which a course begins, from which the weeks count; None if there is no such day.
        planned: Whether the follow-ups of the weeks are stored in the casebook.
        on_client: Per target, whether its sentence is on the client's page, if the counselor chose.
        on_counselor: The same for the counselor's page.
        words: Texts written by hand, by place; an empty text was left empty on purpose.
        language: The language of the client's page.
        reply: What the reply to the referrer tells.
    """

    steps: tuple[AgreedStep, ...] = ()
    weeks: tuple[FollowUpKind, ...] = ()
    begins: date | None = None
    planned: bool = False
    on_client: Mapping[str, bool] = field(default_factory=dict)
    on_counselor: Mapping[str, bool] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    language: Language = Language.NL
    appointment: Moment | None = None
    appointed: bool = False
    reply: tuple[ReplyPart, ...] = (ReplyPart.APPOINTMENT,)

    # --- Queries

    def for_client(self, target: str, talk: Talk) -> bool:
        """Return whether the sentence of a drive or need is on the client's page; for a dismissed one only if chosen."""
        return self.on_client.get(target, target not in talk.aside)

    def for_counselor(self, target: str, talk: Talk) -> bool:
        """Return whether a signal is on the counselor's page; a dismissed one, and a barrier for information, only if chosen."""
        hinted = any(
            signal.target == target
            and signal.level is SignalLevel.FOR_INFORMATION
            and target in talk.checklist.barriers
            for signal in talk.signals
        )
        return self.on_counselor.get(target, target not in talk.aside and not hinted)

    def wanted(self, kind: FollowUpKind) -> bool:
        """Return whether a follow-up of the first three weeks is wanted."""
        return kind in self.weeks

    def all_moments(self) -> tuple[Moment, ...]:
        """Return the follow-ups of the first three weeks of a course; none while there is no day on which it begins."""
        if self.begins is None:
            return ()
        weeks = enumerate(FIRST_WEEKS, start=1)
        return tuple(Moment(kind, self.begins + timedelta(weeks=week)) for week, kind in weeks)

    def moments(self) -> tuple[Moment, ...]:
        """Return the wanted follow-ups."""
        return tuple(moment for moment in self.all_moments() if self.wanted(moment.kind))

    def next_appointment(self, talk: Talk) -> Moment | None:
        """Return the appointment that was made now, or else the open one in the record."""
        return self.appointment or talk.appointment

    @property
    def unplanned(self) -> tuple[Moment, ...]:
        """What finishing the conversation puts in the casebook: the appointment and the follow-ups that are not stored yet."""
        made = () if self.appointment is None or self.appointed else (self.appointment,)
        return (*made, *(() if self.planned else self.moments()))

    # --- Changed copies

    def agreeing(self, terms: Terms) -> "Summary":
        """Return a copy with another step appended."""
        return replace(self, steps=(*self.steps, AgreedStep(terms)))

    def changing(self, place: int, step: AgreedStep) -> "Summary":
        """Return a copy with the step at a position replaced."""
        return replace(self, steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def without(self, place: int) -> "Summary":
        """Return a copy without the step at a position."""
        return replace(self, steps=self.steps[:place] + self.steps[place + 1 :])

    def writing(self, name: str, text: str | None) -> "Summary":
        """Return a copy with a text at a place; None restores the proposed text."""
        words = {key: value for key, value in self.words.items() if key != name}
        return replace(self, words=words if text is None else words | {name: text})

    def wanting(self, kind: FollowUpKind, *, wanted: bool) -> "Summary":
        """Return a copy with or without a follow-up of the first three weeks."""
        now = [each for each in FIRST_WEEKS if (wanted if each is kind else self.wanted(each))]
        return replace(self, weeks=tuple(now))

    def replying(self, part: ReplyPart, *, told: bool) -> "Summary":
        """Return a copy whose reply to the referrer tells a part, or does not."""
        return replace(self, reply=tuple(each for each in ReplyPart if (told if each is part else each in self.reply)))

    def appointing(self, moment: Moment | None) -> "Summary":
        """Return a copy with another appointment, or without one."""
        return replace(self, appointment=moment, appointed=False)

    # --- JSON

    def as_data(self) -> dict[str, object]:
        """Return the summary as JSON values, without default values."""
        data: dict[str, object] = {
            "steps": [_step_as_data(step) for step in self.steps],
            "weeks": [kind.value for kind in self.weeks],
            "begins": None if self.begins is None else self.begins.isoformat(),
            "planned": self.planned,
            "on_client": dict(self.on_client),
            "on_counselor": dict(self.on_counselor),
            "words": dict(self.words),
            "language": None if self.language is Language.NL else self.language.value,
            "appointment": None if self.appointment is None else _moment_as_data(self.appointment),
            "appointed": self.appointed,
            "reply": [part.value for part in self.reply] if self.reply != (ReplyPart.APPOINTMENT,) else None,
        }
        kept = {"weeks": self.planned, "reply": data["reply"] is not None}  # where an empty list says something
        return {key: value for key, value in data.items() if value or kept.get(key)}

    @classmethod
    def from_data(cls, data: object) -> "Summary":
        """Read the output of `as_data`. Invalid values get their defaults, because the data comes from a file."""
        if not isinstance(data, dict):
            return cls()
        try:
            begins, planned = data.get("begins"), bool(data.get("planned", False))
            weeks = data.get("weeks")
            if weeks is None:  # older versions planned all three by default: those follow-ups are in the record
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
                appointment=_moment_from_data(data.get("appointment")),
                appointed=bool(data.get("appointed", False)),
                reply=tuple(ReplyPart(part) for part in data.get("reply", (ReplyPart.APPOINTMENT,))),
            )
        except (TypeError, ValueError, KeyError, AttributeError):
            return cls()


def _ticks(data: Any) -> dict[str, bool]:  # noqa: ANN401 - as JSON has it
    return {str(target): bool(on) for target, on in dict(data or {}).items()}


def _moment_as_data(moment: Moment) -> dict[str, object]:
    met = moment.meeting or Meeting()
    data: dict[str, object] = {
        "day": moment.due.isoformat(),
        "time": met.time.isoformat(timespec="minutes") if met.time else None,
        "means": met.means.value,
        "location": met.location,
    }
    return {key: value for key, value in data.items() if value}


def _moment_from_data(data: Any) -> Moment | None:  # noqa: ANN401 - as JSON has it
    """Read an appointment; one that is not understood is none, because it cannot be kept."""
    if not isinstance(data, dict):
        return None
    try:
        at = data.get("time")
        time = dt.time.fromisoformat(at).replace(second=0, microsecond=0, tzinfo=None) if at else None
        met = Meeting(time, Means(data.get("means", Means.HERE)), str(data.get("location", "")))
        return appointment_on(date.fromisoformat(data["day"]), met)
    except (TypeError, ValueError, KeyError):
        return None


def appointment_on(day: date, meeting: Meeting) -> Moment:
    """Return an appointment."""
    return Moment(FollowUpKind.APPOINTMENT, day, meeting)


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
