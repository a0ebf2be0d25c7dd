"""Sessions: begin, save each answer, resume, finish, and reopen with a trace."""

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from guidance_kb.casebook.records import session_rows
from guidance_kb.casebook.records.session_records import (
    Draft,
    ReopenedSession,
    Resumed,
    Rules,
    SessionRecord,
    SessionState,
    SignalsThen,
    Spoken,
)
from guidance_kb.casebook.records.undo import Recorder, Undo, UndoKind
from guidance_kb.casebook.storage import timestamps
from guidance_kb.casebook.storage.rows import Row, Rows
from guidance_kb.casebook.storage.timestamps import Clock
from guidance_kb.conversation.answers import GOAL_ITEM, Answer
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal
from guidance_kb.errors import BugError

if TYPE_CHECKING:  # these import this module
    from guidance_kb.casebook.records.followups import Moment
    from guidance_kb.casebook.records.steps import Terms
    from guidance_kb.casebook.storage.store import Store


class Sessions:
    """The sessions of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    # --- The open session

    def begin(self, client: int, rules: Rules, so_far: Session | None = None) -> int:
        """Begin a session and return its id. It is marked as open.

        Args:
            client: The client.
            rules: The checklist with its rules.
            so_far: Answers from before anything could be saved, with their undo history.
        """
        now = timestamps.now(self._clock)
        with self._rows.writing():
            self._undo.forget(client, UndoKind.CLIENT_ADDED)  # undoing that would remove the session too
            session = self._rows.insert(
                "session",
                {"uid": secrets.token_hex(16), "client": client, "checklist": rules.version, "rules": self._known(rules),
                 "state": SessionState.DRAFT.value, "in_hand": 1, "started": now, "changed": now},
            )  # fmt: skip
            if so_far is not None:
                self._put_all(session, so_far, now)
        return session

    def _put_all(self, session: int, held: Session, now: str) -> None:
        for item, answer in held.answers.items():
            session_rows.put_answer(self._rows, session, item, answer, now)
        for target, judged in held.verdicts.items():
            session_rows.put_verdict(self._rows, session, target, judged, now)
        session_rows.put_changes(self._rows, session, held, now)
        session_rows.put_signals(self._rows, session, held.signals)

    def save(self, session: int, change: SessionChange | Judgement) -> datetime:
        """Save a change of an answer with the resulting signals, or of a verdict, in one transaction.

        Returns:
            The time, for “opgeslagen 14:02”.

        Raises:
            BugError: The session is finished.
            KnownError: For instance a full disk. Earlier changes are safe, and the same change may be saved again.
        """
        moment = self._clock()
        now = timestamps.written(moment)
        with self._rows.writing():
            self._touch(session, now)
            if isinstance(change, Judgement):
                session_rows.put_verdict(self._rows, session, change.target, change.after, now)
            else:
                session_rows.put_answer(self._rows, session, change.item, change.after, now)
                session_rows.put_signals(self._rows, session, change.signals)
            session_rows.put_change(self._rows, session, change, now)
        return moment

    def put_again(self, session: int, held: Session) -> None:
        """Store a draft anew, with everything of it: what was withheld gets its place among the answers and in the undo history."""
        now = timestamps.now(self._clock)
        with self._rows.writing():
            self._touch(session, now)
            session_rows.delete_since(self._rows, session, timestamps.midnight(self._clock))
            for table in ("answer", "verdict"):
                self._rows.run(f"DELETE FROM {table} WHERE session = ?", session)  # noqa: S608 - names of the schema
            self._put_all(session, held, now)

    def put_place(self, session: int, place: Mapping[str, object]) -> None:
        """Store the current item and the visible panels, as JSON values."""
        self._rows.update("session", session, {"place": json.dumps(place, ensure_ascii=False)})

    def add_seconds(self, session: int, seconds: int) -> None:
        """Add time during which the session was open."""
        self._rows.update("session", session, {"seconds": self.get(session).seconds + seconds})

    def set_day(self, session: int, day: date | None) -> None:
        """Set the day on which a session was held; None stands for the day on which it was begun here.

        A day that is typed digit by digit is undone at once.

        Raises:
            BugError: The day is still to come.
        """
        if day is not None and day > timestamps.today(self._clock):
            raise BugError("a conversation that is still to come")
        held = self.get(session)
        stored = None if day is None or day == timestamps.day_of(held.started) else day.isoformat()
        last = self._undo.last(held.client)
        if (
            last is not None
            and last.kind is UndoKind.SESSION_DATED
            and self._undo.typed_on(held.client, "session", session)
        ):
            self._rows.update("session", session, {"held": stored})
            return
        with self._undo.recording(UndoKind.SESSION_DATED, held.client) as record:
            record.update("session", session, {"held": stored})

    def put_down(self, session: int) -> None:
        """Mark a session as closed; one that is still marked as open was interrupted."""
        self._rows.update("session", session, {"in_hand": 0})

    def resume(self, session: int) -> Resumed:
        """Resume a draft, or read a finished session; only a draft is marked as open."""
        with self._rows.writing():
            self._rows.run("UPDATE session SET in_hand = 1 WHERE id = ? AND state = 'draft'", session)
        (place,) = self._rows.the("SELECT place FROM session WHERE id = ?", session)
        return Resumed(
            self.get(session),
            session_rows.answers(self._rows, session),
            session_rows.done_since(self._rows, session, timestamps.midnight(self._clock)),
            json.loads(place),
            session_rows.verdicts(self._rows, session),
        )

    def adopt(self, session: int, rules: Rules, signals: Iterable[Signal]) -> None:
        """Continue a draft by the current rules, because an update of the program replaced those of its beginning."""
        with self._rows.writing():
            self._touch(session, timestamps.now(self._clock))
            self._rows.update("session", session, {"checklist": rules.version, "rules": self._known(rules)})
            session_rows.put_signals(self._rows, session, tuple(signals))

    # --- Finish and reopen

    def finish(self, session: int, along: Callable[[Recorder], object] | None = None) -> None:
        """Finish a draft; it is read-only from then on.

        Args:
            session: The draft.
            along: Writes further rows in the same transaction and undo entry.

        Raises:
            BugError: It is finished already.
        """
        with self._undo.recording(UndoKind.SESSION_FINISHED, self._draft(session).client) as record:
            if along is not None:
                along(record)
            self.put_down(session)
            record.update(
                "session", session, {"state": SessionState.FINISHED.value, "finished": timestamps.now(self._clock)}
            )

    def reopen(self, session: int, reason: str = "") -> None:
        """Turn a finished session into a draft, with a trace; `finish` reverses it.

        Raises:
            BugError: It is not finished.
        """
        held = self.get(session)
        if held.finished is None:
            raise BugError("only a finished session is opened again")
        now = timestamps.now(self._clock)
        with self._rows.writing():
            self._undo.forget(held.client, UndoKind.SESSION_FINISHED)  # undoing that would leave no trace
            self._rows.insert("reopening", {"session": session, "at": now, "finished": held.finished, "reason": reason})
            self._rows.update("session", session, {"state": SessionState.DRAFT.value, "finished": None, "changed": now})

    def discard(self, session: int) -> None:
        """Delete a draft with all its answers; steps agreed in it are kept. Undo restores it.

        Raises:
            BugError: It is finished.
        """
        with self._undo.recording(UndoKind.SESSION_DISCARDED, self._draft(session).client) as record:
            self.put_down(session)
            record.delete("session", session)

    # --- Reading

    def get(self, session: int) -> SessionRecord:
        """Return a session without its answers.

        Raises:
            BugError: The id does not exist.
        """
        return _held(self._rows.the(f"{_HELD} WHERE s.id = ?", session))

    def of_client(self, client: int) -> list[SessionRecord]:
        """Return the sessions of a client, oldest first."""
        return [
            _held(row) for row in self._rows.all(f"{_HELD} WHERE s.client = ? ORDER BY {_DAY}, s.started, s.id", client)
        ]

    def drafts(self) -> list[Draft]:
        """Return every unfinished session: interrupted ones first, then by last change, latest first."""
        sql = (
            f"SELECT {_COLUMNS}, c.code, (SELECT count(*) FROM answer WHERE session = s.id),"  # noqa: S608
            " (SELECT item FROM answer_change WHERE session = s.id AND about = 'answer' ORDER BY id DESC LIMIT 1)"
            " FROM session s JOIN client c ON c.id = s.client WHERE s.state = 'draft' ORDER BY s.in_hand DESC, s.changed DESC, s.id DESC"
        )
        return [Draft(_held(row[:11]), *row[11:]) for row in self._rows.all(sql)]

    def spoken(self, client: int) -> list[Spoken]:
        """Return the sessions of a client with the states of the items and the signals, oldest first."""
        of_client = "FROM session s JOIN {} t ON t.session = s.id WHERE s.client = ? ORDER BY t.session, t.{}"
        states: dict[int, dict[str, Answered]] = {}
        sql = f"SELECT s.id, t.item, t.state {of_client.format('answer', 'id')}"
        for session, item, state in self._rows.all(sql, client):
            states.setdefault(session, {})[item] = Answered(state)
        raised: dict[int, list[Signal]] = {}
        sql = f"SELECT s.id, t.target, t.level, t.reasons {of_client.format('signal', 'position')}"
        for session, *signal in self._rows.all(sql, client):
            raised.setdefault(session, []).append(session_rows.signal(*signal))
        return [
            Spoken(held, states.get(held.id, {}), tuple(raised.get(held.id, ()))) for held in self.of_client(client)
        ]

    def answers(self, session: int) -> dict[str, Answer]:
        """Return the answers of a session by item, without gaps."""
        return session_rows.answers(self._rows, session)

    def goal_of_client(self, client: int) -> str:
        """Return the goal that the client named last, in the client's own words; empty if none was named."""
        sql = (
            "SELECT a.note FROM answer a JOIN session s ON s.id = a.session WHERE s.client = ? AND a.item = ?"  # noqa: S608
            f" AND a.state = 'named' AND a.said_by = 'client' AND a.note <> '' ORDER BY {_DAY} DESC, s.id DESC LIMIT 1"
        )
        found = self._rows.first(sql, client, GOAL_ITEM)
        return str(found[0]).strip() if found else ""

    def history(self, session: int) -> list[session_rows.ChangedRows]:
        """Return every change of the answers, oldest first."""
        return session_rows.changes_of_answers(self._rows, session)

    def signals_of(self, session: int) -> SignalsThen:
        """Return the signals of a session, with the rules of its checklist."""
        sql = "SELECT s.checklist, r.document FROM session s JOIN rules r ON r.digest = s.rules WHERE s.id = ?"
        rules = Rules(*self._rows.the(sql, session))
        return SignalsThen(rules, session_rows.signals(self._rows, session), session_rows.verdicts(self._rows, session))

    def reopenings(self, session: int) -> list[ReopenedSession]:
        """Return when and why a session was reopened, oldest first."""
        sql = "SELECT at, finished, reason FROM reopening WHERE session = ? ORDER BY id"
        return [ReopenedSession(*row) for row in self._rows.all(sql, session)]

    def _known(self, rules: Rules) -> str:
        self._rows.run("INSERT OR IGNORE INTO rules VALUES (?, ?)", rules.digest, rules.document)
        return rules.digest

    def _draft(self, session: int) -> SessionRecord:
        held = self.get(session)
        if held.state is not SessionState.DRAFT:
            raise BugError("only a draft can be changed")
        return held

    def _touch(self, session: int, now: str) -> None:
        if not self._rows.run("UPDATE session SET changed = ? WHERE id = ? AND state = 'draft'", now, session):
            raise BugError("only a draft can be changed")


_COLUMNS: Final = (
    "s.id, s.uid, s.client, s.checklist, s.state, s.in_hand, s.started, s.changed, s.finished, s.seconds, s.held"
)
_DAY: Final = "coalesce(s.held, date(s.started, 'localtime'))"  # as `SessionRecord.day`
_HELD: Final = f"SELECT {_COLUMNS} FROM session s"  # noqa: S608


def _held(row: Row) -> SessionRecord:
    number, uid, client, checklist, state, in_hand, *rest = row
    return SessionRecord(number, uid, client, checklist, SessionState(state), bool(in_hand), *rest)


# --- Finish with agreements


def finish_with_agreements(
    store: "Store",
    session: int,
    steps: "Iterable[Terms]",
    moments: "Iterable[Moment]",
    place: Callable[[Sequence[int]], Mapping[str, object]],
) -> None:
    """Finish a session together with its agreements, in one transaction and as one undo entry.

    Args:
        store: The open casebook.
        session: The draft.
        steps: Agreed steps that are not stored yet.
        moments: Follow-ups to plan; an appointment replaces the open one.
        place: Returns the place of the session, as JSON values, for the ids of the stored steps.

    Raises:
        BugError: The session is finished already.
        KnownError: For instance a full disk; nothing has changed.
    """
    client = store.sessions.get(session).client

    def along(record: Recorder) -> None:
        """Write the steps, the follow-ups and the place, in the transaction that finishes the session."""
        kept = [store.steps.agree_along(record, client, terms, session) for terms in steps]
        for moment in moments:
            if moment.meeting is None:
                store.follow_ups.plan_along(record, client, moment)
            else:
                store.follow_ups.appoint_along(record, client, moment.due, moment.meeting)
        record.update("session", session, {"place": json.dumps(place(kept), ensure_ascii=False)})

    store.sessions.finish(session, along)
