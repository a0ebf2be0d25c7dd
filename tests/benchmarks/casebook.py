"""A casebook of 20,000 conversations: the store on SQLCipher, and the same store on plain SQLite in the same run.

Run alone: `python -m tests.benchmarks.casebook`; it fills both first, which takes a minute or two.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from sqlite_utils import Database

from guidance_kb.casebook.records.clients import ClientFilter, ClientOrder
from guidance_kb.casebook.records.session_records import Rules
from guidance_kb.casebook.storage import encrypted_connection, timestamps
from guidance_kb.casebook.storage.migrations import migrate
from guidance_kb.casebook.storage.rows import Value
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.envelope import DataKey
from guidance_kb.conversation.answers import State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Session, SessionChange
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import knowledge_database
from tests.benchmarks.figures import Figure, Group, markdown, percentile

CLIENTS = 2_000
SESSIONS = 20_000
ANSWERS = 20
ROUNDS = 200
P95_MS = 50.0
TODAY = date(2026, 11, 24)


def measure(knowledge: Path) -> Group:
    """Fills two casebooks with the same rows and asks both the same, turn by turn."""
    library = Library(knowledge)
    checklist = Checklist.of(library)
    text = " ".join(entry.nl.body for entry in library.entries()).split()
    library.close()
    with tempfile.TemporaryDirectory() as folder:
        encrypted, plain = Path(folder) / "casebook.db", Path(folder) / "plain.db"
        key = DataKey.new()
        _fill(encrypted_connection.create(encrypted, key), checklist, text)
        _fill(plain_database(plain), checklist, text)
        start = time.perf_counter()
        with closing(encrypted_connection.connect(encrypted, key)) as first, closing(plain_database(plain)) as second:
            stores = [Store(first, _now)]
            opened = Figure("opening by the raw key, every page checked", time.perf_counter() - start, "s")
            stores.append(Store(second, _now))
            figures = [opened, *_compared(stores, checklist, text)]
        size = encrypted.stat().st_size / 2**20
        figures.append(Figure("size of the file", size, "MB"))
        figures.append(Figure("size, to plain", encrypted.stat().st_size / plain.stat().st_size, "×"))
    how = (
        f"{CLIENTS:,} clients, {SESSIONS:,} conversations of {ANSWERS} answers with notes, steps and follow-ups, in SQLCipher as the vault"
        f" opens it, and the same rows in plain SQLite with the same pragmas. {ROUNDS} times each, clients and words at random."
    )
    return Group("Casebook", how, tuple(figures))


def _now() -> datetime:
    return datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC)


def plain_database(path: Path) -> Database:
    """A plain database with the pragmas of a casebook."""
    connection = sqlite3.connect(path)
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        "journal_mode = WAL",
        "synchronous = FULL",
        "locking_mode = EXCLUSIVE",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchone()
    return Database(connection)


# ── filling ─────────────────────────────────────────────────────────────────────────────────────


def _fill(database: Database, checklist: Checklist, text: list[str]) -> None:
    chance = Random(2026)  # noqa: S311 - nothing secret
    migrate(database)
    Store(database, _now)
    with closing(database), database.atomic():
        _many(database, "rules", [("digest", "{}")])
        _many(database, "client", _clients())
        _many(database, "session", _sessions(chance))
        _many(database, "answer", _answers(chance, checklist, text))
        database.execute(
            "INSERT INTO answer_change (session, at, item, before, after)"
            " SELECT session, changed, item, '{}', json_object('state', state, 'note', note) FROM answer"
        )
        reasons = json.dumps([["vraag-zorg", "named", "client", True]])
        targets = [*checklist.drives, *checklist.barriers]
        _many(database, "signal", ((None, session, target, "discuss_now", reasons, position)
            for session in range(1, SESSIONS + 1) for position, target in enumerate(chance.sample(targets, 6))))  # fmt: skip
        _many(database, "note", ((None, _client_of(session), session, *_moments(session), some_words(chance, text, 25))
            for session in range(1, SESSIONS + 1)))  # fmt: skip
        _many(database, "step", _steps(chance, text))
        _many(database, "follow_up", _follow_ups(chance))


def _many(database: Database, table: str, rows: Iterator[tuple[Value, ...]] | list[tuple[Value, ...]]) -> None:
    rows = iter(rows)
    first = next(rows)
    sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"  # noqa: S608
    database.execute(sql, first)
    database.conn.executemany(sql, rows)


def _client_of(session: int) -> int:
    return (session - 1) % CLIENTS + 1


def _moments(session: int) -> tuple[str, str]:
    begun = _now() - timedelta(hours=2 * (SESSIONS - session))
    return timestamps.written(begun), timestamps.written(begun + timedelta(minutes=40))


def _clients() -> Iterator[tuple[Value, ...]]:
    for number in range(1, CLIENTS + 1):
        yield None, f"{number:032x}", f"2026-{number:04}", "", _moments(number)[0], None, None, "", int(number % 4 == 0)


def _sessions(chance: Random) -> Iterator[tuple[Value, ...]]:
    for session in range(1, SESSIONS + 1):
        started, changed = _moments(session)
        state = "draft" if chance.random() < 0.01 else "finished"
        finished = changed if state == "finished" else None
        yield (
            None,
            f"{session:032x}",
            _client_of(session),
            "2026.1",
            "digest",
            state,
            0,
            started,
            changed,
            finished,
            2400,
            "{}",
        )


def _answers(chance: Random, checklist: Checklist, text: list[str]) -> Iterator[tuple[Value, ...]]:
    items, states = list(checklist.items), ["named", "not_an_issue", "declined"]
    for session in range(1, SESSIONS + 1):
        changed = _moments(session)[1]
        for number, item in enumerate(chance.sample(items, ANSWERS)):
            note = some_words(chance, text, 10) if number < 3 else ""
            yield None, session, item, chance.choice(states), "client", note, changed


def _steps(chance: Random, text: list[str]) -> Iterator[tuple[Value, ...]]:
    for session in range(1, SESSIONS + 1):
        for _ in range(2):
            due = TODAY + timedelta(days=chance.randrange(-700, 60))
            done = None if due > TODAY - timedelta(days=10) else due.isoformat()
            what, agreed = some_words(chance, text, 6), _moments(session)[0]
            yield (
                None,
                _client_of(session),
                session,
                what,
                "client",
                due.isoformat(),
                None,
                None,
                0,
                agreed,
                done,
                None,
            )


def _follow_ups(chance: Random) -> Iterator[tuple[Value, ...]]:
    for client in range(1, CLIENTS + 1):
        for kind in ("first_week", "second_week", "third_week"):
            due = TODAY + timedelta(days=chance.randrange(-300, 60))
            done = None if due > TODAY - timedelta(days=5) else due.isoformat()
            yield None, client, kind, due.isoformat(), "", done, "gaat goed" if done else ""


def some_words(chance: Random, text: list[str], count: int) -> str:
    """So many words that follow on each other somewhere."""
    start = chance.randrange(len(text) - count)
    return " ".join(text[start : start + count])


# ── measuring ───────────────────────────────────────────────────────────────────────────────────


def _compared(stores: list[Store], checklist: Checklist, text: list[str]) -> Iterator[Figure]:
    letters = [word for word in text if word.isalpha() and len(word) > 3]
    asked: dict[str, Callable[[Store, Random], object]] = {
        "start page: due list": lambda store, _: store.follow_ups.due_list(),
        "start page: drafts": lambda store, _: store.sessions.drafts(),
        "clients by code, a page": lambda store, chance: store.clients.list(
            after=(f"2026-{chance.randrange(2000):04}", 0)
        ),
        "clients by last conversation, a page": lambda store, _: store.clients.list(ClientFilter.ALL, ClientOrder.LAST),
        "clients by what is due, a page": lambda store, _: store.clients.list(ClientFilter.CURRENT, ClientOrder.DUE),
        "clients with something due, a page": lambda store, _: store.clients.list(ClientFilter.DUE),
        "clients, counted": lambda store, _: [store.clients.count(which) for which in ClientFilter],
        "timeline": lambda store, chance: store.timeline(chance.randrange(CLIENTS) + 1),
        "note search, a word": lambda store, chance: store.words.search(chance.choice(letters) + " "),
        "note search, two words": lambda store, chance: store.words.search(
            f"{chance.choice(letters)} {chance.choice(letters)} "
        ),
        "note search, a beginning": lambda store, chance: store.words.search(chance.choice(letters)[:4]),
        "note search, one client": lambda store, chance: store.words.search(
            chance.choice(letters), chance.randrange(CLIENTS) + 1
        ),
    }
    for what, ask in asked.items():
        yield from _figures(what, [_times(partial(ask, store)) for store in stores])
    yield from _figures("commit of an answer", [_times(_answering(store, checklist, note=False)) for store in stores])
    yield from _figures(
        "commit of a note typed with it", [_times(_answering(store, checklist, note=True)) for store in stores]
    )


def _times(ask: Callable[[Random], object]) -> list[float]:
    chance = Random(7)  # noqa: S311 - nothing secret
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask(chance)
        times.append(time.perf_counter() - start)
    return times


def _figures(what: str, times: list[list[float]]) -> Iterator[Figure]:
    (first, last), (plain, plain_last) = ([1000 * percentile(each, share) for share in (0.5, 0.95)] for each in times)
    yield Figure(f"{what}, p50", first, "ms")
    yield Figure(f"{what}, p95", last, "ms", P95_MS)
    yield Figure(f"{what}, plain p50 / p95 {plain:.2f} / {plain_last:.2f} ms: p50 to plain", first / plain, "×")


def _answering(store: Store, checklist: Checklist, *, note: bool) -> Callable[[Random], object]:
    """Answers an item of a conversation that is made first; only the saving is asked for, but the rules are worked out too."""
    session = store.sessions.begin(1, Rules("2026.1", "{}"))

    def save(change: SessionChange) -> None:
        store.sessions.save(session, change)

    held = Session(checklist, save)

    def answer(chance: Random) -> None:
        """Changes one answer, or types on in its note."""
        item = chance.choice(list(checklist.items))
        if note:
            held.set_note(item, held.answer(item).note + " nog een woord of twee over de thuissituatie")
        else:
            held.set_state(item, chance.choice([State.NAMED, State.NOT_AN_ISSUE, State.DECLINED]))

    return answer


def main() -> int:
    """Measures and prints."""
    from tests.benchmarks import keeping  # noqa: PLC0415 - it is made of this

    for each in (measure, keeping.measure):
        print(markdown(each(knowledge_database())), end="\n\n", flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
