"""What was stored last, and was damaged after a crash: noticed before SQLite drops it without a word, and told.

The damaged files are copied aside, and what is whole of them is tried in a scratch place first: if it does not fit together, nothing has
changed, and the casebook is damaged like any other.
"""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

from guidance_kb.casebook.errors import told
from guidance_kb.casebook.records.session_records import MOMENTS
from guidance_kb.casebook.storage import atomic_swap, encrypted_connection, timestamps
from guidance_kb.casebook.storage.encrypted_connection import Journal
from guidance_kb.casebook.storage.files import DATABASE, with_companions
from guidance_kb.casebook.storage.integrity import check
from guidance_kb.casebook.storage.quarantine import copy_aside, set_log_aside
from guidance_kb.casebook.storage.rows import Rows
from guidance_kb.casebook.storage.wal import Damage, damage
from guidance_kb.casebook.vault.envelope import DataKey
from guidance_kb.dates import moment_in_words
from guidance_kb.errors import KnownError
from guidance_kb.language import Language, Text


class LastChangesLost(KnownError):
    """The casebook is open; of what was stored last before a crash, something is damaged and not in it.

    Attributes:
        until: The last moment of which something is there, in UTC; None of an empty casebook.
        kept: The folder with a copy of the files as they were found.
    """

    def __init__(self, until: datetime | None, kept: Path) -> None:
        super().__init__(*_says(until))
        self.until, self.kept = until, kept


def _says(until: datetime | None) -> Text:
    safe = Text("Wat er nu staat, is heel en nagekeken.", "What is here now is whole and checked.")
    if until is not None:
        nl, en = (moment_in_words(until, language) for language in Language)
        safe = Text(
            f"Alles tot en met {nl} is er, heel en nagekeken; van wat u daarna opschreef kan iets ontbreken.",
            f"Everything up to {en} is here, whole and checked; some of what you wrote after that may be missing.",
        )
    return Text(
        "Het programma is de vorige keer afgebroken, en daarna is een deel van wat het laatst was opgeslagen beschadigd geraakt. "
        f"{safe.nl} Test uw nieuwste reservekopie: staat daar meer in, herstel die dan; zo niet, vul dan aan wat u mist. "
        "De bestanden zoals ze gevonden zijn, zijn bewaard in een map “damaged-…”.",
        "The program was cut off last time, and after that a part of what was saved last was damaged. "
        f"{safe.en} Test your newest backup: if it holds more, restore it; if not, write down again what you miss. "
        "The files as they were found are kept in a folder “damaged-…”.",
    )


def look(folder: Path, key: DataKey, now: datetime) -> LastChangesLost | None:
    """Looks at a closed casebook before it is opened, and sets aside what opening it would change; returns what to tell, if anything.

    Args:
        folder: The casebook's; its lock is ours.
        key: Of the casebook.
        now: For the name of the folder that is kept.

    Raises:
        Damaged: What is whole of it contradicts itself; nothing has changed.
        CannotUse: The disk does not let us; nothing has changed.
    """
    with told():
        found = damage(folder / DATABASE)
        if found is None:
            return None
        if found is Damage.NEEDLESS:
            set_log_aside(folder, now)
            return None
    until = _tried(folder, key)
    with told():
        return LastChangesLost(until, copy_aside(folder, now))


def _tried(folder: Path, key: DataKey) -> datetime | None:
    """The last moment of which something is there, in what is whole."""
    scratch = atomic_swap.begin(folder)
    try:
        with told():
            for file in with_companions(folder / DATABASE):
                if file.exists():
                    shutil.copyfile(file, scratch / file.name)
        with closing(encrypted_connection.connect(scratch / DATABASE, key, Journal.DELETE)) as copy:
            check(copy)
            return _last_moment(Rows(copy))
    finally:
        atomic_swap.discard(folder)


def _last_moment(rows: Rows) -> datetime | None:
    sql = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'"
    places = [(table, column) for table, column in rows.all(sql) if column in MOMENTS]
    last = [rows.the(f'SELECT max("{column}") FROM "{table}"')[0] for table, column in places]  # noqa: S608 - names of the schema
    return max((timestamps.read(moment) for moment in last if moment), default=None)
