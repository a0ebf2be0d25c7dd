"""Rows of a session: answers, signals, verdicts, and their changes in one order: the undo history and the log.

Used by `sessions`, within its transactions.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guidance_kb.casebook.storage.rows import Rows, Values
from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.session import Doing, Done, DoneWith, Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal, SignalLevel, SignalReason
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason, evidence_of


class ChangeSubject(StrEnum):
    """The subject of a change."""

    ANSWER = "answer"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """A stored change of an answer; `undone` is the time at which it was undone, or None."""

    at: str
    item: str
    before: Answer
    after: Answer
    undone: str | None


# --- Answers and signals


def put_answer(rows: Rows, session: int, item: str, answer: Answer, now: str) -> None:
    """Store the current answer to an item; a gap removes the row."""
    if answer == GAP:
        rows.run("DELETE FROM answer WHERE session = ? AND item = ?", session, item)
        return
    rows.run(
        "INSERT INTO answer (session, item, state, said_by, note, changed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (session, item)"
        " DO UPDATE SET state = excluded.state, said_by = excluded.said_by, note = excluded.note, changed = excluded.changed",
        session, item, answer.state.value, answer.by.value, answer.note, now,
    )  # fmt: skip


def put_signals(rows: Rows, session: int, raised: tuple[Signal, ...]) -> None:
    """Store the current signals if they changed, which most answers do not cause."""
    if signals(rows, session) == raised:
        return
    rows.run("DELETE FROM signal WHERE session = ?", session)
    for position, signal in enumerate(raised):
        values: Values = {
            "session": session, "target": signal.target, "level": signal.level.value, "reasons": reasons_as_json(signal),
            "position": position,
        }  # fmt: skip
        rows.insert("signal", values)


def reasons_as_json(signal: Signal) -> str:
    """Return the reasons of a signal as they are stored."""
    return json.dumps([[each.item, each.state, each.by, each.firm] for each in signal.reasons])


def answers(rows: Rows, session: int) -> dict[str, Answer]:
    """Return the current answers by item, in the order in which they were first given."""
    sql = "SELECT item, state, said_by, note FROM answer WHERE session = ? ORDER BY id"
    return {item: Answer(State(state), By(by), note) for item, state, by, note in rows.all(sql, session)}


def signals(rows: Rows, session: int) -> tuple[Signal, ...]:
    """Return the stored signals, in order."""
    sql = "SELECT target, level, reasons FROM signal WHERE session = ? ORDER BY position"
    return tuple(signal(*row) for row in rows.all(sql, session))


def signal(target: str, level: str, reasons: str) -> Signal:
    """Return the signal of one row."""
    pieces = (SignalReason(item, State(state), By(by), firm) for item, state, by, firm in json.loads(reasons))
    return Signal(target, SignalLevel(level), tuple(pieces))


# --- Verdicts


def put_verdict(rows: Rows, session: int, target: str, judged: Judged | None, now: str) -> None:
    """Store a verdict; None removes it."""
    rows.run("DELETE FROM verdict WHERE session = ? AND target = ?", session, target)
    if judged is not None:
        evidence = json.dumps(sorted(judged.evidence))
        rows.insert(
            "verdict",
            {"session": session, "target": target, "verdict": judged.verdict.value, "reason": judged.reason.value,
             "evidence": evidence, "at": now},
        )  # fmt: skip


def verdicts(rows: Rows, session: int) -> dict[str, Judged]:
    """Return the verdicts of a session by target, in the order in which they were given.

    A verdict from an older version of the program, without evidence, gets the current evidence of its target.
    """
    raised = {signal.target: signal for signal in signals(rows, session)}
    sql = "SELECT target, verdict, reason, evidence FROM verdict WHERE session = ? ORDER BY id"
    return {
        target: Judged(
            Verdict(verdict),
            VerdictReason(reason),
            evidence_of(raised.get(target)) if evidence is None else evidence_from(json.loads(evidence)),
        )
        for target, verdict, reason, evidence in rows.all(sql, session)
    }


# --- Changes, written


def put_change(rows: Rows, session: int, change: SessionChange | Judgement, now: str) -> None:
    """Store a change in the undo history: add, merge or mark an entry."""
    last = None
    if change.doing is not Doing.DONE:
        sql = "SELECT id FROM answer_change WHERE session = ? AND undone IS NULL ORDER BY id DESC LIMIT 1"
        last = rows.first(sql, session)
    if last is None:
        _add(rows, session, now, _done(change), _written(change.after))
    elif change.doing is Doing.UNDONE:
        rows.update("answer_change", last[0], {"undone": now})
    elif change.doing is Doing.TYPED_AWAY:
        rows.delete("answer_change", last[0])
    else:
        rows.update("answer_change", last[0], {"after": _written(change.after), "at": now})


def put_changes(rows: Rows, session: int, held: Session, now: str) -> None:
    """Store the undo history of a session that began before anything could be saved."""
    answers, verdicts = dict(held.answers), dict[str, Judged | None](held.verdicts)
    found: list[tuple[Done | DoneWith, str]] = []
    for done in reversed(held.done):  # the value after a change is the value before the next change of the same item
        match done:
            case Done(item, before):
                found.append((done, _written(answers.get(item, GAP))))
                answers[item] = before
            case DoneWith(target, judged):
                found.append((done, _written(verdicts.get(target))))
                verdicts[target] = judged
    for done, after in reversed(found):
        _add(rows, session, now, done, after)


def _done(change: SessionChange | Judgement) -> Done | DoneWith:
    if isinstance(change, Judgement):
        return DoneWith(change.target, change.before)
    return Done(change.item, change.before)


def _add(rows: Rows, session: int, now: str, done: Done | DoneWith, after: str) -> None:
    about, (item, before) = ChangeSubject.ANSWER if isinstance(done, Done) else ChangeSubject.VERDICT, done
    rows.insert(
        "answer_change",
        {"session": session, "at": now, "about": about.value, "item": item, "before": _written(before), "after": after},
    )


# --- Changes, read


def done_since(rows: Rows, session: int, moment: str) -> tuple[Done | DoneWith, ...]:
    """Return the undo history since a point in time, oldest first."""
    sql = (
        "SELECT about, item, before FROM answer_change WHERE session = ?1 AND undone IS NULL AND id > coalesce("
        "(SELECT max(id) FROM answer_change WHERE session = ?1 AND at < ?2), 0) ORDER BY id"
    )
    return tuple(
        Done(item, _answer(before)) if about == ChangeSubject.ANSWER else DoneWith(item, _judged(before))
        for about, item, before in rows.all(sql, session, moment)
    )


def delete_since(rows: Rows, session: int, moment: str) -> None:
    """Delete the undo history since a point in time: the rows that `done_since` reads."""
    sql = (
        "DELETE FROM answer_change WHERE session = ?1 AND undone IS NULL AND id > coalesce("
        "(SELECT max(id) FROM answer_change WHERE session = ?1 AND at < ?2), 0)"
    )
    rows.run(sql, session, moment)


def changes_of_answers(rows: Rows, session: int) -> list[ChangedRows]:
    """Return every change of an answer, oldest first."""
    sql = "SELECT at, item, before, after, undone FROM answer_change WHERE session = ? AND about = 'answer' ORDER BY id"
    return [
        ChangedRows(at, item, _answer(before), _answer(after), undone)
        for at, item, before, after, undone in rows.all(sql, session)
    ]


def evidence_from(pieces: object) -> frozenset[str]:
    """Return the evidence of a verdict from its JSON value.

    Raises:
        TypeError: It is not a list of texts.
    """
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        raise TypeError("evidence is a list of texts")
    return frozenset(pieces)


def _written(value: Answer | Judged | None) -> str:
    """Return an answer or a verdict as JSON."""
    found: Mapping[str, object] | None = None
    if isinstance(value, Answer):
        found = {"state": value.state.value, "by": value.by.value, "note": value.note}
    elif value is not None:
        found = {"verdict": value.verdict.value, "reason": value.reason.value, "evidence": sorted(value.evidence)}
    return json.dumps(found, ensure_ascii=False)


def _answer(stored: str) -> Answer:
    answer = json.loads(stored)
    return Answer(State(answer["state"]), By(answer["by"]), answer["note"])


def _judged(stored: str) -> Judged | None:
    judged: Any = json.loads(stored)
    if judged is None:
        return None
    return Judged(Verdict(judged["verdict"]), VerdictReason(judged["reason"]), evidence_from(judged["evidence"]))
