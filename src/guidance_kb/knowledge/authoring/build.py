"""The build of the knowledge database: read, check, write the tables, index, replace the previous file."""

import hashlib
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.checks import check
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.rows import RowStart, rows
from guidance_kb.knowledge.authoring.source_files import read_content
from guidance_kb.knowledge.schema import SCHEMA, AddIndex


def build(resources: Path, schema: Path, target: Path, add_index: AddIndex) -> Content:
    """Build `target` from the content below `resources`. The same content gives the same bytes.

    Args:
        resources: The content folder.
        schema: The SQL file that creates the tables.
        target: The database file to write; it is replaced only by a complete new one.
        add_index: Adds the search index.

    Raises:
        ContentError: The content is invalid; its problems name the places.
        KnownError: The database cannot be written.
    """
    content = read(resources)
    write(content, (), schema, target, add_index)
    return content


def read(resources: Path) -> Content:
    """Read and check the content below `resources`.

    Raises:
        ContentError: The content is invalid; its problems name the places.
    """
    content = read_content(resources)
    check(content)
    return content


def fingerprint(resources: Path) -> str:
    """Return the hash of the content below `resources`; a database built from it stores the same hash as `content`.

    Raises:
        ContentError: The content cannot be read.
    """
    content, digest = read_content(resources), hashlib.sha256()
    for table, table_rows in rows(content, RowStart()):
        digest.update(repr((table, table_rows)).encode())
    return digest.hexdigest()


def write(content: Content, packs: Sequence[Content], schema: Path, target: Path, add_index: AddIndex) -> None:
    """Write checked content, followed by that of `packs` in order, to `target`.

    The database is written beside `target` and moved over it when complete, so that a failure changes nothing.

    Raises:
        KnownError: The database cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".build-") as folder:
            fresh = Path(folder) / "knowledge.db"
            _write(fresh, (content, *packs), schema.read_text("utf-8"), add_index)
            fresh.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise KnownError(
            f"De kennisbank kan niet worden geschreven naar {target}: {error}. De vorige is onveranderd.",
            f"The knowledge database cannot be written to {target}: {error}. The previous one is unchanged.",
        ) from error


def _write(path: Path, contents: Sequence[Content], schema: str, add_index: AddIndex) -> None:
    with closing(Database(path)) as database:  # also on failure: Windows cannot remove an open file
        connection = database.conn
        connection.executescript(schema)
        connection.execute("PRAGMA foreign_keys = ON")
        with database.atomic():
            digest = hashlib.sha256()  # of the shipped content only, so that packs do not change it
            start = RowStart()
            for content in contents:
                for table, table_rows in rows(content, start):
                    if content.pack is None:
                        digest.update(repr((table, table_rows)).encode())
                    database.table(table).insert_all(table_rows, batch_size=500)
                start = start.after(content)
            meta = sorted(_meta(contents[0], digest.hexdigest()).items())
            database.table("meta").insert_all({"key": key, "value": value} for key, value in meta)
            add_index(connection)
        connection.execute("VACUUM")  # makes the order of pages independent of the order of writing


def _meta(content: Content, digest: str) -> dict[str, str]:
    return {
        "schema": SCHEMA,
        "content": digest,
        "checklist": content.versions[0] if content.versions else "",
        "report": "Hoe bereiken we kwetsbare doelgroepen voor loopbaanbegeleiding? (Euroguidance Nederland, 2022)",
    }
