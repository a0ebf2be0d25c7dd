"""Conversations: begun, saved with every answer, taken up again, finished, opened again with a trace."""

import json
import secrets
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Final

from guidance_kb.casebook.records import answer_rows, changes, verdict_rows
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
from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.conversation.signals import Signal
from guidance_kb.errors import BugError


class Sessions:
    """The conversations of one open casebook."""

    def __init__(self, rows: Rows, undo: Undo, clock: Clock) -> None:
        self._rows, self._undo, self._clock = rows, undo, clock

    # ── the one in hand ─────────────────────────────────────────────────────────────────────────

    def begin(self, client: int, rules: Rules, so_far: Session | None = None) -> int:
        """Begins a conversation and returns its id; it is in hand.

        Args:
            client: Whose it is.
            rules: The checklist that is used, with its rules.
            so_far: What was said before anything could be saved, with what can be taken back of it.
        """
        now = timestamps.now(self._clock)
        with self._rows.writing():
            self._undo.forget(client, UndoKind.CLIENT_ADDED)  # taking that back would take the conversation along
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
            answer_rows.put_answer(self._rows, session, item, answer, now)
        for target, judged in held.verdicts.items():
            verdict_rows.put_verdict(self._rows, session, target, judged, now)
        changes.put_all(self._rows, session, held, now)
        answer_rows.put_signals(self._rows, session, held.signals)

    def save(self, session: int, change: SessionChange | Judgement) -> datetime:
        """Saves one change of an answer with the signals after it, or of a verdict, all or nothing.

        Returns:
            The moment, for “opgeslagen 14:02”.

        Raises:
            BugError: The conversation is finished.
            KnownError: The disk is full, say; what was saved before is safe, and the same change may be saved again.
        """
        moment = self._clock()
        now = timestamps.written(moment)
        with self._rows.writing():
            self._touch(session, now)
            if isinstance(change, Judgement):
                verdict_rows.put_verdict(self._rows, session, change.target, change.after, now)
            else:
                answer_rows.put_answer(self._rows, session, change.item, change.after, now)
                answer_rows.put_signals(self._rows, session, change.signals)
            changes.put(self._rows, session, change, now)
        return moment

    def put_place(self, session: int, place: Mapping[str, object]) -> None:
        """Keeps where the conversation stops: the item in hand, the list and panels shown, as JSON values."""
        self._rows.update("session", session, {"place": json.dumps(place, ensure_ascii=False)})

    def add_seconds(self, session: int, seconds: int) -> None:
        """Adds time in hand."""
        self._rows.update("session", session, {"seconds": self.get(session).seconds + seconds})

    def put_down(self, session: int) -> None:
        """Lets go of a conversation that may go on later; one that was never put down was cut off."""
        self._rows.update("session", session, {"in_hand": 0})

    def resume(self, session: int) -> Resumed:
        """Takes a draft up again, or reads a finished conversation: only a draft comes in hand."""
        with self._rows.writing():
            self._rows.run("UPDATE session SET in_hand = 1 WHERE id = ? AND state = 'draft'", session)
        (place,) = self._rows.the("SELECT place FROM session WHERE id = ?", session)
        return Resumed(
            self.get(session),
            answer_rows.answers(self._rows, session),
            changes.done_since(self._rows, session, timestamps.midnight(self._clock)),
            json.loads(place),
            verdict_rows.verdicts(self._rows, session),
        )

    def adopt(self, session: int, rules: Rules, signals: Iterable[Signal]) -> None:
        """Goes on with a draft by the rules of today: those of its beginning were replaced by an update of the program."""
        with self._rows.writing():
            self._touch(session, timestamps.now(self._clock))
            self._rows.update("session", session, {"checklist": rules.version, "rules": self._known(rules)})
            answer_rows.put_signals(self._rows, session, tuple(signals))

    # ── finished, or not ────────────────────────────────────────────────────────────────────────

    def finish(self, session: int, along: Callable[[Recorder], object] | None = None) -> None:
        """Finishes a draft: from now on it is only read.

        Args:
            session: The draft.
            along: What is written together with that, and taken back together with it.

        Raises:
            BugError: It is finished.
        """
        with self._undo.recording(UndoKind.SESSION_FINISHED, self._draft(session).client) as record:
            if along is not None:
                along(record)
            self.put_down(session)
            record.update(
                "session", session, {"state": SessionState.FINISHED.value, "finished": timestamps.now(self._clock)}
            )

    def reopen(self, session: int, reason: str = "") -> None:
        """Makes a draft of a finished conversation again, with a trace; `finish` is the way back.

        Raises:
            BugError: It is not finished.
        """
        held = self.get(session)
        if held.finished is None:
            raise BugError("only a finished session is opened again")
        now = timestamps.now(self._clock)
        with self._rows.writing():
            self._undo.forget(held.client, UndoKind.SESSION_FINISHED)  # taking that back would leave no trace
            self._rows.insert("reopening", {"session": session, "at": now, "finished": held.finished, "reason": reason})
            self._rows.update("session", session, {"state": SessionState.DRAFT.value, "finished": None, "changed": now})

    def discard(self, session: int) -> None:
        """Throws a draft away, with everything said in it; steps that were agreed in it stay. Undo brings it back.

        Raises:
            BugError: It is finished.
        """
        with self._undo.recording(UndoKind.SESSION_DISCARDED, self._draft(session).client) as record:
            self.put_down(session)
            record.delete("session", session)

    # ── reading ─────────────────────────────────────────────────────────────────────────────────

    def get(self, session: int) -> SessionRecord:
        """Returns a conversation without what was said.

        Raises:
            BugError: There is none with this id.
        """
        return _held(self._rows.the(f"{_HELD} WHERE s.id = ?", session))

    def of_client(self, client: int) -> list[SessionRecord]:
        """Returns the conversations of a client, the first first."""
        return [_held(row) for row in self._rows.all(f"{_HELD} WHERE s.client = ? ORDER BY s.started, s.id", client)]

    def drafts(self) -> list[Draft]:
        """Returns every conversation that is not finished: those that were cut off first, then the last changed first."""
        sql = (
            f"SELECT {_COLUMNS}, c.code, (SELECT count(*) FROM answer WHERE session = s.id),"  # noqa: S608
            " (SELECT item FROM answer_change WHERE session = s.id AND about = 'answer' ORDER BY id DESC LIMIT 1)"
            " FROM session s JOIN client c ON c.id = s.client WHERE s.state = 'draft' ORDER BY s.in_hand DESC, s.changed DESC, s.id DESC"
        )
        return [Draft(_held(row[:10]), *row[10:]) for row in self._rows.all(sql)]

    def spoken(self, client: int) -> list[Spoken]:
        """Returns the conversations of a client with how every item and signal stood, the first first."""
        of_client = "FROM session s JOIN {} t ON t.session = s.id WHERE s.client = ? ORDER BY t.session, t.{}"
        states: dict[int, dict[str, Answered]] = {}
        sql = f"SELECT s.id, t.item, t.state {of_client.format('answer', 'id')}"
        for session, item, state in self._rows.all(sql, client):
            states.setdefault(session, {})[item] = Answered(state)
        raised: dict[int, list[Signal]] = {}
        sql = f"SELECT s.id, t.target, t.level, t.reasons {of_client.format('signal', 'position')}"
        for session, *signal in self._rows.all(sql, client):
            raised.setdefault(session, []).append(answer_rows.signal(*signal))
        return [
            Spoken(held, states.get(held.id, {}), tuple(raised.get(held.id, ()))) for held in self.of_client(client)
        ]

    def answers(self, session: int) -> dict[str, Answer]:
        """Returns the answers of a conversation, by item; gaps are not among them."""
        return answer_rows.answers(self._rows, session)

    def history(self, session: int) -> list[changes.ChangedRows]:
        """Returns every change of the answers, the first first."""
        return changes.of_answers(self._rows, session)

    def signals_of(self, session: int) -> SignalsThen:
        """Returns the signals of a conversation as they were, with the rules of its day."""
        sql = "SELECT s.checklist, r.document FROM session s JOIN rules r ON r.digest = s.rules WHERE s.id = ?"
        rules = Rules(*self._rows.the(sql, session))
        return SignalsThen(rules, answer_rows.signals(self._rows, session), verdict_rows.verdicts(self._rows, session))

    def reopenings(self, session: int) -> list[ReopenedSession]:
        """Returns when and why a conversation was opened again, the first first."""
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


_COLUMNS: Final = "s.id, s.uid, s.client, s.checklist, s.state, s.in_hand, s.started, s.changed, s.finished, s.seconds"
_HELD: Final = f"SELECT {_COLUMNS} FROM session s"  # noqa: S608


def _held(row: Row) -> SessionRecord:
    number, uid, client, checklist, state, in_hand, *rest = row
    return SessionRecord(number, uid, client, checklist, SessionState(state), bool(in_hand), *rest)
