"""Rows of the changes of a session, of answers and verdicts in one order: its undo history and its log."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.session import Doing, Done, DoneWith, Judgement, Session, SessionChange
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason


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


# --- Writing


def put(rows: Rows, session: int, change: SessionChange | Judgement, now: str) -> None:
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


def put_all(rows: Rows, session: int, held: Session, now: str) -> None:
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


# --- Reading


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


def of_answers(rows: Rows, session: int) -> list[ChangedRows]:
    """Return every change of an answer, oldest first."""
    sql = "SELECT at, item, before, after, undone FROM answer_change WHERE session = ? AND about = 'answer' ORDER BY id"
    return [
        ChangedRows(at, item, _answer(before), _answer(after), undone)
        for at, item, before, after, undone in rows.all(sql, session)
    ]


def evidence(pieces: object) -> frozenset[str]:
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
    return Judged(Verdict(judged["verdict"]), VerdictReason(judged["reason"]), evidence(judged["evidence"]))
