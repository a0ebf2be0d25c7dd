"""Rows of the answers and signals of a session. Used by `sessions`, within its transactions."""

import json

from guidance_kb.casebook.storage.rows import Rows, Values
from guidance_kb.conversation.answers import GAP, Answer, By, State
from guidance_kb.conversation.signals import Signal, SignalLevel, SignalReason


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
