"""Texts that the parts of the records view share, in the current language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject, QTime

from guidance_kb.casebook.records.clients import Listed
from guidance_kb.casebook.records.consents import Consent, Reply
from guidance_kb.casebook.records.differences import SessionComparison
from guidance_kb.casebook.records.followups import CALL_RESULTS, MOMENTS, FollowUp, FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.steps import TAKERS, Step, Who
from guidance_kb.casebook.storage import timestamps
from guidance_kb.conversation.signals import Signal, SignalLevel
from guidance_kb.conversation.verdicts import Judged, Verdict
from guidance_kb.documents.names import LEVELS, VERDICTS
from guidance_kb.knowledge.names import KINDS
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title


def as_day(day: date) -> QDate:
    """Return a day as a `QDate`."""
    return QDate(day.year, day.month, day.day)


def from_day(day: QDate) -> date:
    """Return a `QDate` as a day."""
    return date(day.year(), day.month(), day.day())


class RecordFormatter(QObject):
    """Formats days, steps, follow-ups and signals."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    # ── days and times ──────────────────────────────────────────────────────────────────────────

    def day(self, day: date) -> str:
        """Format a day: `Tue 24 Nov`, with the year if it is not the current one; or today, tomorrow, yesterday."""
        today = QDate.currentDate()
        match today.daysTo(as_day(day)):
            case 0:
                return self.tr("today")
            case 1:
                return self.tr("tomorrow")
            case -1:
                return self.tr("yesterday")
        return QLocale().toString(as_day(day), "ddd d MMM" if day.year == today.year() else "ddd d MMM yyyy")

    def whole_day(self, day: date) -> str:
        """Format a day in full: `24 November 2026`."""
        return QLocale().toString(as_day(day), "d MMMM yyyy")

    def time(self, moment: datetime) -> str:
        """Format a time of day in the local time zone: `14:02`."""
        local = moment.astimezone()
        return QLocale().toString(QTime(local.hour, local.minute), "HH:mm")

    def due(self, due: date | None) -> str:
        """Format the day by which something must be done: `by Fri 27 Nov`; for a past day: `was for Fri 20 Nov`."""
        if due is None:
            return self.tr("no day agreed")
        said = self.tr("was for {day}") if as_day(due) < QDate.currentDate() else self.tr("by {day}")
        return said.format(day=self.day(due))

    def on(self, day: date) -> str:
        """Format the day of something planned: `Fri 27 Nov`; for a past day: `was for Fri 20 Nov`."""
        if as_day(day) < QDate.currentDate():
            return self.tr("was for {day}").format(day=self.day(day))
        return self.day(day)

    # ── clients ─────────────────────────────────────────────────────────────────────────────────

    def last(self, line: Listed) -> str:
        """Format the day of the last conversation with a listed client."""
        if line.last is None:
            return self.tr("no conversation yet")
        return self.tr("last conversation {day}").format(day=self.day(line.last))

    def open(self, line: Listed) -> str:
        """Format the number of open steps of a listed client, and the first day on which something is due."""
        steps = self.steps(line.open_steps) if line.open_steps else ""
        due = self.due(line.due) if line.due is not None else ""
        return " · ".join(part for part in (steps, due) if part)

    def steps(self, count: int) -> str:
        """Format a number of open steps."""
        return self.tr("1 open step") if count == 1 else self.tr("{count} open steps").format(count=count)

    # ── steps and follow-ups ────────────────────────────────────────────────────────────────────

    def who(self, who: Who) -> str:
        """Return the name of the person or service that takes a step."""
        return as_title(TAKERS[who])

    def step(self, step: Step) -> str:
        """Format the terms of a step except its text: who does it, by when or when it ended, and what it is about."""
        terms = step.terms
        parts = [self.who(terms.who)]
        if step.done is not None:
            said = self.tr("the client arrived: {day}") if terms.handover else self.tr("done: {day}")
            parts.append(said.format(day=self.day(step.done)))
        elif step.dropped is not None:
            parts.append(self.tr("given up on {day}").format(day=self.day(step.dropped)))
        else:
            parts.append(self.due(terms.due))
        if terms.handover:
            parts.append(self.tr("warm hand-over"))
        if terms.target:
            parts.append(self.target(terms.target))
        if terms.recommendation:
            parts.append(self.recommendation(terms.recommendation))
        return " · ".join(parts)

    def asked(self, step: Step) -> str:
        """Format the terms of an open step; a warm hand-over asks whether the client has arrived."""
        terms = self.step(step)
        if not step.terms.handover:
            return terms
        return self.tr("Did the client arrive?") + " · " + terms

    def moment(self, kind: FollowUpKind) -> str:
        """Return the name of a kind of follow-up."""
        return as_title(MOMENTS[kind])

    def meeting(self, meeting: Meeting) -> str:
        """Format the time and place of an appointment: `14:30 · by telephone · 06 …`."""
        ways = {
            Means.HERE: self.tr("here"),
            Means.PHONE: self.tr("by telephone"),
            Means.ELSEWHERE: self.tr("elsewhere"),
        }
        at = "" if meeting.time is None else meeting.time.isoformat(timespec="minutes")
        return " · ".join(part for part in (at, ways[meeting.means], meeting.location) if part)

    def when(self, each: FollowUp) -> str:
        """Format the day of a planned follow-up, the time and place of an appointment, and the last call without success."""
        result = "" if each.result is None else CALL_RESULTS[each.result].say(self._services.language)
        met = "" if each.meeting is None else self.meeting(each.meeting)
        return " · ".join(part for part in (self.on(each.due), met, result, each.outcome or each.remark) if part)

    def ended(self, each: FollowUp) -> tuple[str, str]:
        """Format a follow-up that is done: its name and day, or what came of a call, and the words about it."""
        day, name = self.day(each.done or each.due), self.moment(each.kind)
        said = each.outcome or each.remark
        if each.result is None:
            return name, " · ".join(part for part in (day, said) if part)
        return self.called(each), " · ".join(part for part in (day, name, said) if part)

    def called(self, each: FollowUp) -> str:
        """Format what came of a call: `Called: not reached`."""
        result = "" if each.result is None else CALL_RESULTS[each.result].say(self._services.language)
        return self.tr("Called: {result}").format(result=result)

    def planned(self, each: FollowUp) -> str:
        """Format a planned follow-up in one line."""
        return f"{self.moment(each.kind)} · {self.when(each)}"

    # ── signals ─────────────────────────────────────────────────────────────────────────────────

    def target(self, target: str) -> str:
        """Return the name of a barrier, drive or need; one that the knowledge no longer contains is named by its id."""
        library, language = self._services.library, self._services.language
        if target in library.barriers:
            return library.barriers[target].text(language).name
        if target in library.drives:
            return library.drives[target].text(language).name
        return target.replace("-", " ")

    def targets(self, signals: Iterable[Signal]) -> str:
        """Format the names of signals, drives and needs first."""
        return ", ".join(self.target(target) for target in self.drives_first(signals))

    def drives_first(self, signals: Iterable[Signal]) -> list[str]:
        """Return the targets of signals: drives and needs before barriers."""
        return sorted((each.target for each in signals), key=lambda target: not self.is_drive(target))

    def is_drive(self, target: str) -> bool:
        """Return whether a target is a drive or a need."""
        return target in self._services.library.drives

    def recommendation(self, entry: str) -> str:
        """Format a recommendation with its number; one that is not in the knowledge has no number."""
        numbers = {identifier: number for number, identifier, _ in self._services.library.recommendations()}
        if entry not in numbers:
            return as_title(KINDS["recommendation"])
        return self.tr("Recommendation {number}").format(number=numbers[entry])

    def groups(self, signals: Sequence[Signal], verdicts: Mapping[str, Judged]) -> list[tuple[str, list[str]]]:
        """Return the targets of the signals by heading: drives and needs first, then barriers by level, dismissed signals last."""
        aside = {target for target, judged in verdicts.items() if judged.verdict is Verdict.DISMISSED}
        standing = [signal for signal in signals if signal.target not in aside]
        barriers = [signal for signal in standing if not self.is_drive(signal.target)]
        groups = (
            (self.tr("To build on"), [each for each in standing if self.is_drive(each.target)]),
            (self.tr("To discuss"), [each for each in barriers if each.level is SignalLevel.DISCUSS_NOW]),
            (
                as_title(LEVELS[SignalLevel.FOR_INFORMATION]),
                [each for each in barriers if each.level is SignalLevel.FOR_INFORMATION],
            ),
            (as_title(VERDICTS[Verdict.DISMISSED]), [each for each in signals if each.target in aside]),
        )
        return [(heading, [each.target for each in group]) for heading, group in groups if group]

    def consent(self, consent: Consent | None) -> tuple[str, str]:
        """Format what the client said when asked for consent, and what is kept."""
        without = self.tr("Nothing about health, debts or the law is kept.")
        if consent is None:
            return self.tr("Not asked yet"), without
        day = self.day(timestamps.day_of(consent.at))
        if consent.withdrawn is not None:
            withdrawn = self.day(timestamps.day_of(consent.withdrawn))
            return self.tr("Withdrawn, {day}").format(day=withdrawn), without
        if consent.holds:
            return self.tr("Yes, {day}").format(day=day), self.tr(
                "Withdrawing removes all about health, debts and the law: answers, notes, signals and steps. It can be undone today."
            )
        said = self.tr("No, {day}") if consent.reply is Reply.NO else self.tr("Ask later, {day}")
        return said.format(day=day), without

    def compared(self, comparison: SessionComparison) -> list[tuple[str, str]]:
        """Format the changes by a conversation: headings with the names of signals, without empty groups."""
        lists = (
            (self.tr("New"), comparison.new),
            (self.tr("Stayed"), comparison.stayed),
            (self.tr("No longer an issue"), comparison.gone),
            (self.tr("Not discussed this time"), comparison.not_spoken_of),
        )
        return [(heading, self.targets(signals)) for heading, signals in lists if signals]
