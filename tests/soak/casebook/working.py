"""Works in an open casebook as a counselor does, at random; says before every write what it will change, and after it that it is stored."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random

from guidance_kb.casebook.records.followups import FollowUpKind
from guidance_kb.casebook.records.session_records import Rules, SessionState
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.store import Store
from guidance_kb.conversation.answers import GAP, Answer
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.knowledge.library import Library

Told = dict[str, list[object] | None]
"""Key of a row → its values as they are to be; None: the row is to go."""

RULES = Rules("soak", '{"version": "soak", "themes": [], "items": []}')
_WORDS = (
    "zorgt",
    "voor",
    "haar",
    "moeder",
    "wil",
    "wel",
    "leren",
    "maar",
    "de",
    "bus",
    "rijdt",
    "niet",
    "zaterdag",
    "geld",
    "is",
    "op",
)
_ROWS = {
    "client": "SELECT id, code, remark FROM client",
    "session": "SELECT id, client, state FROM session",
    "answer": "SELECT session || ' ' || item, state, said_by, note FROM answer",
    "note": "SELECT id, client, session, text FROM note",
    "step": "SELECT id, client, what, done FROM step",
    "follow_up": "SELECT id, client, due, done, outcome FROM follow_up",
    "reopening": "SELECT id, session, reason FROM reopening",
}


def checklist_of(knowledge: Path) -> Checklist:
    """The checklist of a knowledge database."""
    library = Library(knowledge)
    try:
        return Checklist.of(library)
    finally:
        library.close()


def everything_told(store: Store) -> Told:
    """What is stored, in the form in which it is told."""
    return {f"{table} {key}": values for table, sql in _ROWS.items() for key, *values in store.rows.all(sql)}


class Diary:
    """What one worker told, in a file: what the system took over of it outlives a kill."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    @contextmanager
    def telling(self, changes: Told) -> Iterator[None]:
        """Tells what is about to be written, and that it is stored."""
        self._put(json.dumps(changes))
        yield
        self._put("stored")

    def _put(self, line: str) -> None:
        os.write(self._descriptor, f"{line}\n".encode())

    def read(self) -> tuple[list[Told], Told]:
        """Returns what was stored, in order, and what was being written at the end."""
        stored: list[Told] = []
        under_way: Told = {}
        for line in self._path.read_text("utf-8").splitlines():
            if line == "stored":
                stored.append(under_way)
                under_way = {}
            else:
                with suppress(json.JSONDecodeError):  # the last line, cut off
                    under_way = json.loads(line)
        return stored, under_way

    def close(self) -> None:
        """Closes the file."""
        os.close(self._descriptor)


def applied(known: Told, changes: Told) -> Told:
    """What is known after some changes."""
    return {key: values for key, values in {**known, **changes}.items() if values is not None}


class Counselor:
    """Somebody at work in an open casebook."""

    def __init__(self, store: Store, checklist: Checklist, diary: Diary, chance: Random) -> None:
        self._store, self._checklist, self._diary, self._chance = store, checklist, diary, chance
        self._held: dict[int, Session] = {}

    def do_something(self) -> None:
        """One write, most often an answer."""
        drafts = self._store.sessions.drafts()
        weights = {
            self._add_client: 1,
            self._begin: 3 if len(drafts) < 4 else 0,
            self._answer: 60,
            self._finish: 2,
            self._reopen: 1,
            self._write_note: 6,
            self._change_note: 4,
            self._remove_note: 1,
            self._agree: 4,
            self._step_done: 2,
            self._plan: 2,
            self._follow_up_done: 1,
        }
        self._chance.choices(list(weights), list(weights.values()))[0]()

    # ── clients and conversations ───────────────────────────────────────────────────────────────

    def _add_client(self) -> None:
        number, code, remark = self._next("client"), self._store.clients.next_code(), self._words()
        with self._diary.telling({f"client {number}": [code, remark]}):
            self._store.clients.add(code, remark)

    def _begin(self) -> None:
        client = self._one("SELECT id FROM client")
        if client is None:
            self._add_client()
            return
        with self._diary.telling({f"session {self._next('session')}": [client, SessionState.DRAFT.value]}):
            self._store.sessions.begin(client, RULES)

    def _answer(self) -> None:
        session = self._draft()
        if session is None:
            self._begin()
            return
        held = self._held.get(session) or self._take_up(session)
        item = self._chance.choice(list(self._checklist.items))
        match self._chance.randrange(10):
            case 0 if held.can_undo:
                held.undo()
            case 1 | 2 | 3:
                held.set_note(item, f"{held.answer(item).note} {self._words()}".strip())
            case _:
                held.set_state(item, self._chance.choice([Answered.NAMED, Answered.NOT_AN_ISSUE, Answered.DECLINED]))

    def _take_up(self, session: int) -> Session:
        def save(change: SessionChange | Judgement) -> None:
            answered = isinstance(change, SessionChange)
            with self._diary.telling({f"answer {session} {change.item}": _as_told(change.after)} if answered else {}):
                self._store.sessions.save(session, change)

        resumed = self._store.sessions.resume(session)
        self._held[session] = Session.restored(
            self._checklist, resumed.answers, resumed.done, save, verdicts=resumed.verdicts
        )
        return self._held[session]

    def _finish(self) -> None:
        session = self._draft()
        if session is not None:
            client = self._store.sessions.get(session).client
            with self._diary.telling({f"session {session}": [client, SessionState.FINISHED.value]}):
                self._store.sessions.finish(session)
            self._held.pop(session, None)

    def _reopen(self) -> None:
        session = self._one("SELECT id FROM session WHERE state = 'finished'")
        if session is not None:
            client, reason = self._store.sessions.get(session).client, self._words()
            trace = {f"reopening {self._next('reopening')}": [session, reason]}
            with self._diary.telling({f"session {session}": [client, SessionState.DRAFT.value], **trace}):
                self._store.sessions.reopen(session, reason)

    # ── notes, steps, follow-ups ────────────────────────────────────────────────────────────────

    def _write_note(self) -> None:
        client = self._one("SELECT id FROM client")
        if client is not None:
            session = self._one("SELECT id FROM session WHERE client = ?", client)
            text = self._words(30)
            with self._diary.telling({f"note {self._next('note')}": [client, session, text]}):
                self._store.notes.write(client, text, session)

    def _change_note(self) -> None:
        note = self._one("SELECT id FROM note")
        if note is not None:
            was, text = self._store.notes.get(note), self._words(20)
            with self._diary.telling({f"note {note}": [was.client, was.session, text]}):
                self._store.notes.change(note, text)

    def _remove_note(self) -> None:
        note = self._one("SELECT id FROM note")
        if note is not None:
            with self._diary.telling({f"note {note}": None}):
                self._store.notes.remove(note)

    def _agree(self) -> None:
        client = self._one("SELECT id FROM client")
        if client is not None:
            what = self._words()
            with self._diary.telling({f"step {self._next('step')}": [client, what, None]}):
                self._store.steps.agree(client, Terms(what, Who.CLIENT, self._day()))

    def _step_done(self) -> None:
        step = self._one("SELECT id FROM step WHERE done IS NULL AND dropped IS NULL AND NOT handover")
        if step is not None:
            was, day = self._store.steps.get(step), self._day()
            with self._diary.telling({f"step {step}": [was.client, was.terms.what, day.isoformat()]}):
                self._store.steps.done(step, day)

    def _plan(self) -> None:
        client = self._one("SELECT id FROM client")
        if client is not None:
            due = self._day()
            with self._diary.telling({f"follow_up {self._next('follow_up')}": [client, due.isoformat(), None, ""]}):
                self._store.follow_ups.plan(client, FollowUpKind.OTHER, due)

    def _follow_up_done(self) -> None:
        planned = self._one("SELECT id FROM follow_up WHERE done IS NULL")
        if planned is not None:
            was, day, outcome = self._store.follow_ups.get(planned), self._day(), self._words()
            values: list[object] = [was.client, was.due.isoformat(), day.isoformat(), outcome]
            with self._diary.telling({f"follow_up {planned}": values}):
                self._store.follow_ups.done(planned, outcome, day)

    # ── chance ──────────────────────────────────────────────────────────────────────────────────

    def _draft(self) -> int | None:
        return self._one("SELECT id FROM session WHERE state = 'draft'")

    def _one(self, sql: str, *parameters: int) -> int | None:
        """One of the ids of a query."""
        found = [row[0] for row in self._store.rows.all(f"{sql} ORDER BY 1", *parameters)]
        return self._chance.choice(found) if found else None

    def _next(self, table: str) -> int:
        """The id that the next row gets."""
        row = self._store.rows.first("SELECT seq FROM sqlite_sequence WHERE name = ?", table)
        return 1 if row is None else row[0] + 1

    def _words(self, most: int = 8) -> str:
        return " ".join(self._chance.choices(_WORDS, k=self._chance.randrange(1, most)))

    def _day(self) -> date:
        return date(2026, 11, 24) + timedelta(days=self._chance.randrange(-300, 300))


def _as_told(answer: Answer) -> list[object] | None:
    return None if answer == GAP else [answer.state.value, answer.by.value, answer.note]


def contradictions(store: Store, checklist: Checklist) -> list[str]:
    """What in a casebook does not fit together: SQLite's own checks, the word index, and answers beside their changes and signals."""
    rows, found = store.rows, []
    checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check", "PRAGMA cipher_integrity_check")
    found += [f"{check}: {row}" for check in checks for row in rows.all(check) if row != ("ok",)]
    spoken = rows.the("SELECT count(*) FROM passage WHERE trim(text, char(10)) <> ''")[0]
    if rows.the("SELECT count(*) FROM word_docsize")[0] != spoken:
        found.append("texts and the index of their words")
    for (session,) in rows.all("SELECT id FROM session WHERE checklist = ?", RULES.version):
        answers, after = store.sessions.answers(session), dict[str, Answer]()
        for change in store.sessions.history(session):
            if change.undone is None:
                after[change.item] = change.after
        if {item: answer for item, answer in after.items() if answer != GAP} != answers:
            found.append(f"the answers of conversation {session} and their changes")
        if store.sessions.signals_of(session).signals != _signals(checklist, answers):
            found.append(f"the answers of conversation {session} and their signals")
    return found


def _signals(checklist: Checklist, answers: Mapping[str, Answer]) -> tuple[object, ...]:
    return Session.restored(checklist, answers).signals
