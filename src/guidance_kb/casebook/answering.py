"""The answers of a conversation, their changes, and the signals they raise, as rows. Used by `sessions`, inside its transactions."""

import json
from dataclasses import dataclass

from guidance_kb.casebook.rows import Rows, Values
from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.session import Change, Doing, Done, Session
from guidance_kb.conversation.signals import Level, Reason, Signal


@dataclass(frozen=True, slots=True)
class Changed:
    """A change as it was stored: `undone` is the moment at which it was taken back, or None."""

    at: str
    item: str
    before: Answer
    after: Answer
    undone: str | None


def put_change(rows: Rows, session: int, change: Change, now: str) -> None:
    """Stores the answer as it stands, and what the change does to the list of changes."""
    _put_answer(rows, session, change.item, change.after, now)
    last = None
    if change.doing is not Doing.DONE:
        sql = "SELECT id FROM answer_change WHERE session = ? AND undone IS NULL ORDER BY id DESC LIMIT 1"
        last = rows.first(sql, session)
    if last is None:
        _put_done(rows, session, now, Done(change.item, change.before), change.after)
    elif change.doing is Doing.UNDONE:
        rows.update("answer_change", last[0], {"undone": now})
    elif change.doing is Doing.TYPED_AWAY:
        rows.delete("answer_change", last[0])
    else:
        rows.update("answer_change", last[0], {"after": _as_json(change.after), "at": now})


def put_all(rows: Rows, session: int, held: Session, now: str) -> None:
    """Stores a conversation that was held before anything could be saved, with what can be taken back."""
    for item, answer in held.answers.items():
        _put_answer(rows, session, item, answer, now)
    after = dict(held.answers)
    changes: list[tuple[Done, Answer]] = []
    for done in reversed(held.done):  # what came after a change is what stood before the next one of the same item
        changes.append((done, after.get(done.item, GAP)))
        after[done.item] = done.before
    for done, answer in reversed(changes):
        _put_done(rows, session, now, done, answer)
    put_signals(rows, session, held.signals)


def put_signals(rows: Rows, session: int, raised: tuple[Signal, ...]) -> None:
    """Stores the signals as they are now; most answers change few of them."""
    if signals(rows, session) == raised:
        return
    rows.run("DELETE FROM signal WHERE session = ?", session)
    for position, signal in enumerate(raised):
        reasons = json.dumps([[each.item, each.state, each.by, each.firm] for each in signal.reasons])
        values: Values = {
            "session": session, "target": signal.target, "level": signal.level.value, "reasons": reasons, "position": position
        }  # fmt: skip
        rows.insert("signal", values)


def answers(rows: Rows, session: int) -> dict[str, Answer]:
    """Returns the answers as they stand, by item, in the order in which they were first given."""
    sql = "SELECT item, state, said_by, note FROM answer WHERE session = ? ORDER BY id"
    return {item: Answer(State(state), By(by), note) for item, state, by, note in rows.all(sql, session)}


def signals(rows: Rows, session: int) -> tuple[Signal, ...]:
    """Returns the signals as they were stored, in their order."""
    sql = "SELECT target, level, reasons FROM signal WHERE session = ? ORDER BY position"
    return tuple(signal(*row) for row in rows.all(sql, session))


def signal(target: str, level: str, reasons: str) -> Signal:
    """Returns one signal from its row."""
    pieces = (Reason(item, State(state), By(by), firm) for item, state, by, firm in json.loads(reasons))
    return Signal(target, Level(level), tuple(pieces))


def history(rows: Rows, session: int) -> list[Changed]:
    """Returns every change, the first first."""
    sql = "SELECT at, item, before, after, undone FROM answer_change WHERE session = ? ORDER BY id"
    return [
        Changed(at, item, _from_json(before), _from_json(after), undone)
        for at, item, before, after, undone in rows.all(sql, session)
    ]


def done_since(rows: Rows, session: int, moment: str) -> tuple[Done, ...]:
    """Returns what can be taken back of what was done since a moment, the first first."""
    sql = (
        "SELECT item, before FROM answer_change WHERE session = ?1 AND undone IS NULL AND id > coalesce("
        "(SELECT max(id) FROM answer_change WHERE session = ?1 AND at < ?2), 0) ORDER BY id"
    )
    return tuple(Done(item, _from_json(before)) for item, before in rows.all(sql, session, moment))


def _put_answer(rows: Rows, session: int, item: str, answer: Answer, now: str) -> None:
    if answer == GAP:
        rows.run("DELETE FROM answer WHERE session = ? AND item = ?", session, item)
        return
    rows.run(
        "INSERT INTO answer (session, item, state, said_by, note, changed) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (session, item)"
        " DO UPDATE SET state = excluded.state, said_by = excluded.said_by, note = excluded.note, changed = excluded.changed",
        session, item, answer.state.value, answer.by.value, answer.note, now,
    )  # fmt: skip


def _put_done(rows: Rows, session: int, now: str, done: Done, after: Answer) -> None:
    before, after_ = _as_json(done.before), _as_json(after)
    rows.insert("answer_change", {"session": session, "at": now, "item": done.item, "before": before, "after": after_})


def _as_json(answer: Answer) -> str:
    return json.dumps({"state": answer.state.value, "by": answer.by.value, "note": answer.note}, ensure_ascii=False)


def _from_json(stored: str) -> Answer:
    answer = json.loads(stored)
    return Answer(State(answer["state"]), By(answer["by"]), answer["note"])
