"""Builds the knowledge database: read, check, write the tables, index, and only then put it in place."""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.checks import check
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.reading import read_content
from guidance_kb.knowledge.authoring.rows import rows
from guidance_kb.knowledge.schema import SCHEMA


def build(resources: Path, schema: Path, target: Path, add_index: Callable[[sqlite3.Connection], object]) -> Content:
    """Builds `target` from the content below `resources`; the same content gives the same bytes.

    The database is written beside `target` and moved over it when it is whole, so that a failed build changes nothing.

    Args:
        resources: The content folder.
        schema: The SQL file that makes the tables.
        target: The database file to write.
        add_index: Adds the search index, in the same transaction (the `search` room's, which this room does not know).

    Raises:
        ContentError: The content is not right; its problems say where.
        KnownError: The database cannot be written.
    """
    content = read_content(resources)
    check(content)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".build-") as folder:
            fresh = Path(folder) / "knowledge.db"
            _write(fresh, content, schema.read_text("utf-8"), add_index)
            fresh.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise KnownError(
            f"De kennisbank kan niet worden geschreven naar {target}: {error}. De vorige is onveranderd.",
            f"The knowledge database cannot be written to {target}: {error}. The previous one is unchanged.",
        ) from error
    return content


def _write(path: Path, content: Content, schema: str, add_index: Callable[[sqlite3.Connection], object]) -> None:
    with closing(Database(path)) as database:  # also on failure: an open file cannot be removed on Windows
        connection = database.conn
        connection.executescript(schema)
        connection.execute("PRAGMA foreign_keys = ON")
        with database.atomic():
            for table, table_rows in rows(content):
                database.table(table).insert_all(table_rows, batch_size=500)
            meta = sorted(_meta(content).items())
            database.table("meta").insert_all({"key": key, "value": value} for key, value in meta)
            add_index(connection)
        connection.execute("VACUUM")  # one order of pages, whatever the order of writing


def _meta(content: Content) -> dict[str, str]:
    digest = hashlib.sha256()
    for table, table_rows in rows(content):
        digest.update(repr((table, table_rows)).encode())
    return {
        "schema": SCHEMA,
        "content": digest.hexdigest(),
        "checklist": content.versions[0] if content.versions else "",
        "report": "Hoe bereiken we kwetsbare doelgroepen voor loopbaanbegeleiding? (Euroguidance Nederland, 2022)",
    }
