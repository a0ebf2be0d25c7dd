"""The list of changes of a conversation, of answers and verdicts in one order, as rows: what undo takes back, and what happened."""

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
    """What a change is of."""

    ANSWER = "answer"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class ChangedRows:
    """A change of an answer as it was stored: `undone` is the moment at which it was taken back, or None."""

    at: str
    item: str
    before: Answer
    after: Answer
    undone: str | None


# ── written ─────────────────────────────────────────────────────────────────────────────────────────


def put(rows: Rows, session: int, change: SessionChange | Judgement, now: str) -> None:
    """Stores what a change does to the list."""
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
    """Stores what can be taken back of a conversation that was held before anything could be saved."""
    answers, verdicts = dict(held.answers), dict[str, Judged | None](held.verdicts)
    found: list[tuple[Done | DoneWith, str]] = []
    for done in reversed(held.done):  # what came after a change is what stood before the next one of the same item
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


# ── read ────────────────────────────────────────────────────────────────────────────────────────────


def done_since(rows: Rows, session: int, moment: str) -> tuple[Done | DoneWith, ...]:
    """Returns what can be taken back of what was done since a moment, the first first."""
    sql = (
        "SELECT about, item, before FROM answer_change WHERE session = ?1 AND undone IS NULL AND id > coalesce("
        "(SELECT max(id) FROM answer_change WHERE session = ?1 AND at < ?2), 0) ORDER BY id"
    )
    return tuple(
        Done(item, _answer(before)) if about == ChangeSubject.ANSWER else DoneWith(item, _judged(before))
        for about, item, before in rows.all(sql, session, moment)
    )


def of_answers(rows: Rows, session: int) -> list[ChangedRows]:
    """Returns every change of an answer, the first first."""
    sql = "SELECT at, item, before, after, undone FROM answer_change WHERE session = ? AND about = 'answer' ORDER BY id"
    return [
        ChangedRows(at, item, _answer(before), _answer(after), undone)
        for at, item, before, after, undone in rows.all(sql, session)
    ]


def evidence(pieces: object) -> frozenset[str]:
    """Returns the evidence of a verdict as the store has it.

    Raises:
        TypeError: It is no list of texts.
    """
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        raise TypeError("evidence is a list of texts")
    return frozenset(pieces)


def _written(value: Answer | Judged | None) -> str:
    """An answer or a verdict as JSON."""
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
