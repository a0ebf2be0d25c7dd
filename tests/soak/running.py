"""Gives mutants to the reader of packs and counts what happens."""

import faulthandler
import re
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from guidance_kb.documents.citation import plain_text
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import PackError
from guidance_kb.knowledge.authoring.rows import RowStart, rows
from guidance_kb.knowledge.packs.limits import odd
from guidance_kb.knowledge.packs.validation import read_files, read_pack
from guidance_kb.language import Language
from guidance_kb.paths import SQL
from guidance_kb.search.index.index import add_index
from tests.soak.mutants import mutant

HANG: float = 2.0
"""Seconds after which a mutant counts as hanging."""

_GIVE_UP = 60
"""Seconds after which the whole run stops, with the place where it hangs."""


@dataclass
class Tally:
    """What happened to the mutants.

    Attributes:
        crashes: Number → traceback of every mutant that raised what a user would see as a fault of the program.
        hangs: Number → seconds of every mutant that took longer than `HANG`.
    """

    accepted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    crashes: dict[int, str] = field(default_factory=dict)
    hangs: dict[int, float] = field(default_factory=dict)
    slowest: float = 0.0

    @property
    def tried(self) -> int:
        """How many mutants were tried."""
        return self.accepted + self.refused.total() + len(self.crashes)


def run(numbers: Iterable[int], ours: Content) -> Tally:
    """Tries the mutants with these numbers against our content."""
    tally = Tally()
    for number in numbers:
        with TemporaryDirectory() as folder:
            path = mutant(number, Path(folder))
            faulthandler.dump_traceback_later(_GIVE_UP, exit=True)
            start = time.perf_counter()
            try:
                _try(path, ours)
                tally.accepted += 1
            except PackError as error:
                tally.refused[_reason(error)] += 1
            except Exception:  # noqa: BLE001 - that is what is looked for
                tally.crashes[number] = traceback.format_exc()
            seconds = time.perf_counter() - start
            faulthandler.cancel_dump_traceback_later()
        tally.slowest = max(tally.slowest, seconds)
        if seconds > HANG:
            tally.hangs[number] = seconds
    return tally


def _try(path: Path, ours: Content) -> None:
    """Reads, checks, and builds a database of what passes; nothing that passes may hold what no pack may hold."""
    content = read_pack(read_files(path), ours)
    with closing(Database(memory=True)) as database:  # without ours beside it: every constraint but the references
        database.conn.executescript((SQL / "knowledge.sql").read_text("utf-8"))
        _check(database, content)
        add_index(database.conn)


def _check(database: Database, content: Content) -> None:
    for table, made in rows(content, RowStart()):
        database.table(table).insert_all(made)
        for row in made:
            assert not any(odd(value) for value in row.values() if isinstance(value, str)), (table, row)
            if table == "entry_text":
                tags = row["html"].replace("&lt;", "")
                for tag in ("p", "ul", "ol", "li", "em", "strong"):
                    tags = tags.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
                assert "<" not in tags.replace("<br />", "").replace("<ol start=", ""), row["html"]
                plain_text(row["html"])


def _reason(error: PackError) -> str:
    """The first reason without names and numbers; it must be fit to be shown, and there must be one."""
    for language in Language:
        said = error.say(language)
        assert all(c.isprintable() or c == "\n" for c in said), said
        assert len(said) < 20_000
    first = re.sub(r"“.*?”", "…", error.problems[0].expected.en)
    return re.split(r":|, found| \(| at byte", first)[0].strip()
