"""A day at the desk through the store layer, with a word to look for in every field; started by `leaked` with a home of its own.

    python -m tests.soak.casebook.telling fill | exports FOLDER | die

`fill` creates the casebook in the program's own place and prints the columns that hold no word. `die` is killed in the middle of a change.
"""

import json
import logging
import os
import signal
import sys
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from guidance_kb import paths
from guidance_kb.casebook.backup.backups import Backups
from guidance_kb.casebook.backup.restoration import Restoration
from guidance_kb.casebook.privacy.erasure import Erasure
from guidance_kb.casebook.privacy.ownership import owned
from guidance_kb.casebook.records.followups import FollowUpKind, Means, Meeting
from guidance_kb.casebook.records.session_records import DAYS, MOMENTS, Rules
from guidance_kb.casebook.records.steps import Terms, Who
from guidance_kb.casebook.storage.atomic_write import write_durably
from guidance_kb.casebook.storage.files import DATABASE
from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.transfer.transfers import Transfers
from guidance_kb.casebook.vault.access import everything_of
from guidance_kb.casebook.vault.unlock import Secret
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.session import Judgement, Session, SessionChange
from guidance_kb.conversation.verdicts import Verdict
from guidance_kb.documents.access_page import access_as_data, access_page
from guidance_kb.documents.calendar import Appointment, calendar
from guidance_kb.documents.erasure import erasure_page
from guidance_kb.documents.form import filled_form
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.ui.core.error_reports import as_known
from tests.casebook.conftest import CHEAP, PASSPHRASE

CODE = "zqcodeqz-1"
NAMES = (
    "opmerking",
    "antwoord",
    "ingetikt",
    "notitie",
    "weg",
    "stap",
    "doel",
    "tekst",
    "moment",
    "uitkomst",
    "reden",
    "langer",
    "plek",
    "lokaal",
)
WORDS = {name: f"zq{name}qz" for name in NAMES}
"""What to look for, by what it is; folding and stemming leave them as they are."""

_NOT_FREE = frozenset(
    {
        "uid",
        "state",
        "who",
        "kind",
        "said_by",
        "level",
        "verdict",
        "checklist",
        "rules",
        "session",
        "item",
        "position",
        "reasons",
        "reply",
        "result",
        "means",
        "time",
    }
)
"""Columns that hold words of the program: ids, kinds, names of items."""


def vault() -> Vault:
    """The casebook in the program's own place."""
    return Vault(paths.casebook_folder(), cost=CHEAP)


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def fill(store: Store, checklist: Checklist) -> None:
    """A word in every field, also in what was changed, taken back and removed."""
    client = store.clients.add(CODE, WORDS["opmerking"]).id
    session = store.sessions.begin(
        client, Rules("2026.1", json.dumps({"version": "2026.1", "themes": [], "items": []}))
    )

    def save(change: SessionChange | Judgement) -> None:
        store.sessions.save(session, change)

    held = Session(checklist, save)
    first, second, *_ = checklist.items
    for item in checklist.items:
        held.set_state(item, State.NAMED)
    held.set_note(first, WORDS["antwoord"])
    held.set_by(first, By.OBSERVED)
    held.set_note(second, WORDS["ingetikt"])
    held.undo()
    held.set_note(second, f"{WORDS['ingetikt']} en verder")
    for signal_ in held.signals[:2]:
        held.judge(signal_.target, Verdict.ACCEPTED)
    store.sessions.save(
        session, SessionChange(WORDS["doel"], Answer(), Answer(State.NAMED, By.CLIENT, "x"), held.signals)
    )
    store.sessions.put_place(session, {"typed": WORDS["plek"]})
    store.sessions.finish(session)
    store.sessions.reopen(session, WORDS["reden"])
    store.notes.change(store.notes.write(client, "nog niets", session), WORDS["notitie"])
    store.notes.remove(store.notes.write(client, WORDS["weg"]))
    step = store.steps.agree(client, Terms(WORDS["stap"], Who.CLIENT, date(2026, 12, 1), WORDS["doel"], WORDS["tekst"]))
    store.steps.done(step, date(2026, 11, 24))
    planned = store.follow_ups.plan(client, FollowUpKind.OTHER, date(2026, 12, 1), WORDS["moment"])
    store.follow_ups.done(planned, WORDS["uitkomst"])
    store.follow_ups.plan(client, FollowUpKind.PLACEMENT, date(2027, 1, 4), WORDS["moment"])
    store.follow_ups.appoint(client, date(2026, 12, 9), Meeting(None, Means.ELSEWHERE, WORDS["lokaal"]))
    store.clients.close(client, date(2026, 11, 24), date(2027, 11, 24))
    store.clients.keep(client, date(2028, 11, 24), WORDS["langer"])


def without_a_word(store: Store) -> list[str]:
    """The columns for free text, by the schema, in which no row has a word to look for."""
    found = []
    for table in owned(store.rows):
        kinds = dict(store.rows.all("SELECT name, type FROM pragma_table_info(?)", table.name))
        for column in table.columns:
            free = kinds[column] == "TEXT" and column not in MOMENTS | DAYS | _NOT_FREE
            enumerated = (table.name, column) in {
                ("verdict", "reason"),
                ("verdict", "target"),
                ("verdict", "evidence"),
                ("answer_change", "about"),
                ("signal", "target"),
                ("action", "kind"),
            }
            sql = f"SELECT count(*) FROM {table.name} WHERE {column} LIKE '%zq%qz%'"  # noqa: S608 - names of the schema
            if free and not enumerated and not store.rows.the(sql)[0]:
                found.append(f"{table.name}.{column}")
    return found


def export(store: Store, library: Library, folder: Path) -> None:
    """Every document that holds something of a client; and the same cut short, to places that cannot be written."""
    client, checklist = store.clients.find(CODE), Checklist.of(library)
    assert client is not None
    everything = everything_of(store, client.id, now)
    (session,) = store.sessions.of_client(client.id)
    held = Session.restored(
        checklist, {item: each for item, each in store.sessions.answers(session.id).items() if item in checklist.items}
    )
    due = [Appointment.of(client, each) for each in store.follow_ups.due_list(date(2030, 1, 1))]
    documents = {
        f"{CODE}.json": json.dumps(access_as_data(everything), ensure_ascii=False).encode(),
        f"{CODE}.ics": calendar(due, now(), Language.NL),
    }
    for language in Language:
        documents[f"{CODE}-{language.value}.html"] = access_page(library, everything, language).encode()
        documents[f"{CODE}-{language.value}-form.html"] = filled_form(library, held, language).encode()
    for name, content in documents.items():
        write_durably(folder / name, content)
        for nowhere in (Path("/dev/full/x"), Path("/proc/x"), folder / "not there" / name):
            with suppress(OSError):
                write_durably(nowhere, content)
    transfers = Transfers(store, now, CHEAP)
    transfers.hand_over(client.id, paths.data_folder() / f"{CODE}.gkbt")
    for nowhere in (Path("/proc/x.gkbt"), folder / "not there" / "x.gkbt"):
        with suppress(KnownError):
            transfers.hand_over(client.id, nowhere)


def keep(store: Store, open_vault: Vault) -> None:
    """Backups, a restore that was cancelled, errors whose text holds a word, and the proof of erasing somebody else."""
    backups = Backups(open_vault, now)
    made = backups.make(store.database)
    Restoration(open_vault, backups, now).prepare(made, Secret.passphrase(PASSPHRASE), store.database).discard()
    other = store.clients.add("zqandereqz-2", WORDS["weg"]).id
    erasure_page(Erasure(open_vault, backups, now).erase(store, other), Language.NL)
    logging.basicConfig(level=logging.DEBUG)
    for kind in (ValueError, KeyError, OSError):
        as_known(kind(WORDS["notitie"], CODE))  # as the window does with what nobody handled


def main(what: str, *arguments: str) -> None:
    """Does one of the things that are named above."""
    mine, library = vault(), Library(Path(os.environ["GUIDANCE_KB_KNOWLEDGE"]))
    if what == "fill":
        mine.create(PASSPHRASE)
    store = mine.open(PASSPHRASE)
    match what:
        case "fill":
            fill(store, Checklist.of(library))
            print(json.dumps(without_a_word(store)))  # noqa: T201
        case "exports":
            export(store, library, Path(arguments[0]))
            keep(store, mine)
        case "die":
            with store.rows.writing():
                store.rows.run("UPDATE note SET text = text || ' ' || text")
                os.kill(os.getpid(), signal.SIGKILL)
    mine.close()
    library.close()
    assert (mine.folder / DATABASE).exists()


if __name__ == "__main__":
    main(*sys.argv[1:])
