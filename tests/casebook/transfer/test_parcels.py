"""Hostile contents, sealed well by somebody who knows the code: refused with a sentence, or harmless."""

import copy
import hashlib
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from guidance_kb.casebook.errors import CasebookError, TooNew
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer import parcels
from guidance_kb.casebook.transfer.sealed_file import NoTransfer, TooLarge, new_code, seal
from guidance_kb.casebook.transfer.transfers import Known, Stopped, Transfers
from guidance_kb.conversation.verdicts import Judged, Verdict, VerdictReason
from guidance_kb.language import Language
from tests.casebook.conftest import CHEAP, Clock
from tests.casebook.keeping import CODE, filled
from tests.casebook.people import everything

Payload = dict[str, Any]


def payload(store: Store) -> Payload:
    found = store.clients.find(CODE)
    assert found is not None
    made: Payload = json.loads(parcels.written(parcels.packed(store.rows, found.id, "2026-11-24T14:02:31Z")))
    return made


def offered(into: Transfers, content: object, file: Path) -> Known:
    """Seals some contents, looks at them and takes them in."""
    code = new_code()
    raw = content if isinstance(content, bytes) else json.dumps(content).encode("utf-8", "surrogatepass")
    file.write_bytes(seal(raw, code, CHEAP))
    offer = into.look(file, code)
    into.take_in(offer, code="Z-99" if offer.needs_code else None, replace=True)
    return offer.known


def put(content: Payload, table: str, column: str, value: object) -> Payload:
    content["tables"][table][0][column] = value
    return content


def ruled(content: Payload, document: object) -> None:
    """Gives all conversations other rules, as if they had been held by them."""
    text = json.dumps(document)
    digest = hashlib.sha256(text.encode()).hexdigest()
    content["documents"] = {digest: text}
    for session in content["tables"]["session"]:
        session["rules"] = digest


def hostile() -> list[tuple[str, Any]]:
    """What is done to a good payload, by name."""
    return [
        ("no client", lambda p: p["tables"].update(client=[])),
        ("two clients", lambda p: p["tables"]["client"].append(p["tables"]["client"][0] | {"id": 2, "uid": "0" * 32})),
        ("no tables", lambda p: p.pop("tables")),
        ("tables as a list", lambda p: p.update(tables=[])),
        ("an unknown table", lambda p: p["tables"].update(tombstone=[{"id": 1, "uid": "x", "erased": "y"}])),
        ("a table of SQLite", lambda p: p["tables"].update(sqlite_schema=[{"id": 1}])),
        (
            "what can be undone",
            lambda p: p["tables"].update(action=[{"id": 1, "client": 1, "kind": "x", "inverse": "[]", "at": "x"}]),
        ),
        ("an unknown column", lambda p: put(p, "note", "extra", "x")),
        ("a column as SQL", lambda p: put(p, "note", "text) VALUES (1); DROP TABLE note; --", "x")),
        ("a uid that is none", lambda p: put(p, "client", "uid", "../../etc/passwd")),
        ("a uid as a number", lambda p: put(p, "client", "uid", 5)),
        ("a code as a number", lambda p: put(p, "client", "code", 5)),
        ("no code", lambda p: p["tables"]["client"][0].pop("code")),
        ("a number of a row that is not there", lambda p: put(p, "answer", "session", 99)),
        ("a number below the first", lambda p: put(p, "answer", "session", 0)),
        ("a row that is not in order", lambda p: put(p, "note", "id", 7)),
        ("a row of another client", lambda p: put(p, "note", "client", 2)),
        ("no session", lambda p: put(p, "answer", "session", None)),
        ("half a character", lambda p: put(p, "note", "text", "\ud800")),
        ("a zero character", lambda p: put(p, "note", "text", "a\0b")),
        ("a list for a text", lambda p: put(p, "note", "text", ["a"])),
        ("an object for a text", lambda p: put(p, "note", "text", {"a": 1})),
        ("a fraction", lambda p: put(p, "session", "seconds", 1.5)),
        ("true for a number", lambda p: put(p, "session", "seconds", True)),
        ("a number that is too large", lambda p: put(p, "session", "seconds", 2**63)),
        ("no number", lambda p: put(p, "session", "seconds", None)),
        ("a state that is none", lambda p: put(p, "answer", "state", "maybe")),
        ("a session state that is none", lambda p: put(p, "session", "state", "open")),
        ("a finished one without moment", lambda p: put(p, "session", "finished", None)),
        ("a moment that is none", lambda p: put(p, "note", "written", "gisteren")),
        ("a moment in another form", lambda p: put(p, "note", "written", "2026-11-24T14:02:31+00:00")),
        ("a moment without zone", lambda p: put(p, "note", "written", "2026-11-24T14:02:31")),
        ("a day that is none", lambda p: put(p, "step", "due", "2026-02-30")),
        ("a day in another form", lambda p: put(p, "step", "due", "20260228")),
        ("a place that is no JSON", lambda p: put(p, "session", "place", "{")),
        ("a place that is a list", lambda p: put(p, "session", "place", "[]")),
        ("a change without note", lambda p: put(p, "answer_change", "before", '{"state": "named", "by": "client"}')),
        ("a change as a list", lambda p: put(p, "answer_change", "after", "[]")),
        ("a change of something else", lambda p: put(p, "answer_change", "about", "colour")),
        ("a verdict that is an answer", lambda p: put(p, "answer_change", "about", "verdict")),
        ("evidence that is no JSON", lambda p: put(p, "verdict", "evidence", "[")),
        ("evidence as a text", lambda p: put(p, "verdict", "evidence", '"vraag-zorg"')),
        ("evidence with a number", lambda p: put(p, "verdict", "evidence", "[7]")),
        ("a reason that is none", lambda p: put(p, "signal", "reasons", '[["vraag-zorg"]]')),
        ("reasons as a number", lambda p: put(p, "signal", "reasons", "7")),
        ("reasons nested too deep", lambda p: put(p, "signal", "reasons", "[" * 100_000)),
        ("the same answer twice", lambda p: p["tables"]["answer"].append(p["tables"]["answer"][0] | {"id": 2})),
        ("the same session twice", lambda p: p["tables"]["session"].append(p["tables"]["session"][0] | {"id": 2})),
        ("rules that are not there", lambda p: p.update(documents={})),
        ("rules that are a list", lambda p: ruled(p, [])),
        ("rules whose items are none", lambda p: ruled(p, {"items": [1]})),
        ("rules whose items are a number", lambda p: ruled(p, {"items": 1})),
        ("an item without an id", lambda p: ruled(p, {"items": [{"nl": {"label": "x"}}]})),
        ("an item without a label", lambda p: ruled(p, {"items": [{"id": "x", "nl": {}}]})),
        ("a topic that is a list", lambda p: ruled(p, {"items": [{"id": "x", "nl": {"label": "x", "topic": []}}]})),
        ("evidence for a list", lambda p: ruled(p, {"items": [{"id": "x", "evidence": [{"barrier": []}]}]})),
        ("rules that were changed", lambda p: p["documents"].update(dict.fromkeys(p["documents"], "{}"))),
        ("a later schema", lambda p: p.update(schema="999-later")),
        ("a later format", lambda p: p.update(format=2)),
        ("no schema", lambda p: p.pop("schema")),
        ("a made that is none", lambda p: p.update(made="nu")),
    ]


@pytest.mark.parametrize("change", [change for _, change in hostile()], ids=[name for name, _ in hostile()])
def test_hostile_contents_are_refused_with_a_sentence_and_change_nothing(
    open_casebook: Store,
    elsewhere: Store,
    into: Transfers,
    file: Path,
    change: Any,  # noqa: ANN401
) -> None:
    filled(open_casebook)
    content = payload(open_casebook)
    change(content)
    before = everything(elsewhere)
    with pytest.raises((NoTransfer, TooNew)) as refused:
        offered(into, content, file)
    assert refused.value.say(Language.NL).endswith(".")
    assert everything(elsewhere) == before


def many(content: Payload, table: str, count: int, **values: object) -> None:
    """Makes so many rows of the first one of a table."""
    first = content["tables"][table][0] | values
    content["tables"][table] = [first | {"id": number} for number in range(1, count + 1)]


LARGE = [
    pytest.param(lambda p: many(p, "note", 100_000), id="a hundred thousand notes"),
    pytest.param(lambda p: many(p, "note", parcels.MOST_ROWS["note"] + 1), id="a note too many"),
    pytest.param(lambda p: many(p, "session", 20_000), id="twenty thousand conversations"),
    pytest.param(lambda p: many(p, "answer_change", parcels.MOST_OTHER_ROWS + 1), id="a change too many"),
    pytest.param(lambda p: many(p, "note", 11, text="woord " * 16_000), id="too much text in all"),
    pytest.param(lambda p: put(p, "client", "remark", "a" * 1_000_000), id="a remark of a million letters"),
    pytest.param(lambda p: put(p, "note", "text", "🙂" * (parcels.LONGEST + 1)), id="a note that is too long"),
    pytest.param(lambda p: put(p, "session", "place", " " * 100_001 + "{}"), id="a place that is too long"),
    pytest.param(lambda p: p.update(documents={str(number): "{}" for number in range(51)}), id="a checklist too many"),
    pytest.param(lambda p: ruled(p, {"items": [], "more": "a" * 1_000_000}), id="a checklist that is too long"),
]


@pytest.mark.parametrize("change", LARGE)
def test_more_than_a_record_is_is_refused_before_it_is_looked_at(
    open_casebook: Store, elsewhere: Store, into: Transfers, file: Path, change: Callable[[Payload], object]
) -> None:
    filled(open_casebook)
    content = payload(open_casebook)
    change(content)
    before = everything(elsewhere)
    with pytest.raises(TooLarge):
        offered(into, content, file)
    assert everything(elsewhere) == before


def test_as_much_as_a_record_may_be_arrives(open_casebook: Store, into: Transfers, file: Path) -> None:
    filled(open_casebook)
    content = payload(open_casebook)
    many(content, "note", parcels.MOST_ROWS["note"], text="woord " * 80)
    put(content, "client", "remark", "a" * 30_000)
    assert offered(into, content, file) is Known.NEW


def test_what_no_casebook_would_take_in_is_not_handed_over(open_casebook: Store, clock: Clock, file: Path) -> None:
    person = filled(open_casebook)
    open_casebook.notes.write(person, "a" * (parcels.LONGEST + 1))
    with pytest.raises(TooLarge):
        Transfers(open_casebook, clock, CHEAP).hand_over(person, file)
    assert not file.exists()


class Later(Event):
    """Is set when it is asked for the last time."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.left = times

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_it_is_stopped_at_any_moment_and_nothing_has_changed(
    open_casebook: Store, clock: Clock, elsewhere: Store, into: Transfers, file: Path
) -> None:
    code = Transfers(open_casebook, clock, CHEAP).hand_over(filled(open_casebook), file)
    before = everything(elsewhere)
    moments = 0
    while True:
        stop = Later(moments)
        try:
            offer = into.look(file, code, stop)
            break
        except Stopped:
            moments += 1
        assert everything(elsewhere) == before
    assert moments > 5
    assert offer.known is Known.NEW


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"NaN",
        b"\xff",
        b"[" * 100_000,
        b'{"format": 1}',
        b"9" * 10_000,
        b'{"format": Infinity}',
    ],
)
def test_what_is_no_parcel_at_all(elsewhere: Store, into: Transfers, file: Path, raw: bytes) -> None:
    before = everything(elsewhere)
    with pytest.raises(NoTransfer):
        offered(into, raw, file)
    assert everything(elsewhere) == before


def test_another_session_of_that_id_is_here_of_somebody_else(
    open_casebook: Store, elsewhere: Store, into: Transfers, file: Path
) -> None:
    filled(open_casebook)
    content = payload(open_casebook)
    assert offered(into, content, file) is Known.NEW
    before = everything(elsewhere)
    with pytest.raises(NoTransfer):
        offered(into, put(content, "client", "uid", "f" * 32), file)
    assert everything(elsewhere) == before


def test_a_parcel_of_the_first_version_rests_its_verdicts_on_its_signals(
    open_casebook: Store, elsewhere: Store, into: Transfers, file: Path
) -> None:
    filled(open_casebook)
    content = payload(open_casebook) | {"schema": "001-first"}
    for table, column in (("verdict", "evidence"), ("answer_change", "about")):
        for row in content["tables"][table]:
            del row[column]
    content["tables"]["answer_change"] = [
        row for row in content["tables"]["answer_change"] if row["item"] != "care-duties"
    ]
    assert offered(into, content, file) is Known.NEW
    (person,) = [line.id for line in elsewhere.clients.list().lines if line.code == CODE]
    (held,) = elsewhere.sessions.of_client(person)
    then = elsewhere.sessions.signals_of(held.id)
    assert then.verdicts == {
        "care-duties": Judged(Verdict.DISMISSED, VerdictReason.ALREADY_DISCUSSED, frozenset({"vraag-zorg!"}))
    }
    assert then.current_verdicts == then.verdicts
    assert {change.item for change in elsewhere.sessions.history(held.id)} == {"vraag-zorg", "vraag-geld"}


@pytest.mark.parametrize("count", [100, pytest.param(400, marks=pytest.mark.slow)])
def test_hundreds_of_mutants_are_refused_or_harmless(
    open_casebook: Store, elsewhere: Store, into: Transfers, file: Path, count: int
) -> None:
    """What is taken in can be read as the program reads it; what is not changes nothing. Nothing else than a refusal is raised."""
    filled(open_casebook)
    good = payload(open_casebook)
    chance = random.Random(2026)  # noqa: S311 - nothing secret
    outcomes = {True: 0, False: 0}
    for _ in range(count):
        before = everything(elsewhere)
        try:
            offered(into, mutated(good, chance), file)
        except CasebookError:
            assert everything(elsewhere) == before
            outcomes[False] += 1
            continue
        for line in elsewhere.clients.list(limit=1000).lines:
            elsewhere.timeline(line.id)
        outcomes[True] += 1
    assert outcomes[True] > count // 20
    assert outcomes[False] > count // 2


ODD = (
    None,
    0,
    -1,
    1,
    2**40,
    2**70,
    1.5,
    True,
    "",
    "x",
    "\0",
    "\ud800",
    "é" * 3,
    [],
    {},
    [[]],
    "2026-11-24",
    "2026-11-24T14:02:31Z",
    "named",
    "{}",
    "[]",
)


def mutated(good: Payload, chance: random.Random) -> object:
    """A payload with one to three things changed, or its bytes."""
    content: Any = copy.deepcopy(good)
    if chance.random() < 0.25:
        raw = bytearray(json.dumps(content).encode())
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(raw))
            raw[place : place + chance.randrange(3)] = bytes(chance.randrange(256) for _ in range(chance.randrange(3)))
        return bytes(raw)
    for _ in range(chance.randrange(1, 4)):
        where, key = chance.choice(list(places(content)))
        match chance.randrange(4):
            case 0:
                del where[key]
            case 1 if isinstance(where, list):
                where.append(copy.deepcopy(where[key]))
            case _:
                where[key] = copy.deepcopy(chance.choice(ODD))
    return content


def places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Every place in a JSON value: what holds it, and where in that."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])
