"""The build of the knowledge database: read, check, write the tables, index, replace the previous file."""

import hashlib
import sqlite3
import tempfile
import tomllib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from sqlite_utils import Database

from guidance_kb.errors import KnownError, shown
from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.checks import check
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import EXAMPLES
from guidance_kb.knowledge.authoring.problems import ContentError, Problem
from guidance_kb.knowledge.authoring.rows import RowStart, rows
from guidance_kb.knowledge.schema import SCHEMA, AddIndex
from guidance_kb.language import Text

# --- Reading of a content folder: TOML files to typed tables, each problem with its file, entry and field


_Table = TypeVar("_Table", bound=models.Table)

_NOTHING = Text(
    "verwacht: een map met TOML-bestanden in `knowledge/`, gevonden: geen",
    "expected a folder with TOML files in `knowledge/`, found none",
)

_FORMATS: tuple[tuple[str, type[models.Table]], ...] = (
    ("knowledge/**/*.toml", models.KnowledgeFile),
    ("conversation/*.toml", models.ChecklistFile),
    ("thesaurus/*.toml", models.ThesaurusFile),
    ("phrasings/*.toml", models.PhrasingsFile),
    ("spoken/*.toml", models.SpokenFile),
)


def read_content(folder: Path) -> Content:
    """Read `knowledge/`, `conversation/` and `thesaurus/` below `folder`.

    Raises:
        ContentError: There is no content, a file is not UTF-8 TOML, or a table does not fit the authoring format.
    """
    content = Content()
    problems: list[Problem] = []
    paths = [(path, model) for pattern, model in _FORMATS for path in sorted(folder.glob(pattern))]
    if not paths:
        problems.append(Problem(str(folder), "", "", _NOTHING))
    for path, model in paths:
        name = path.relative_to(folder).as_posix()
        file = _read(path, name, model, problems)
        if isinstance(file, models.ChecklistFile):
            content.versions.append(file.version)
            _take(content.item_theme, file.theme, name, content)
            _take(content.item, file.item, name, content)
        elif file is not None:
            for kind in type(file).model_fields:
                _take(getattr(content, kind), getattr(file, kind), name, content)
    if problems:
        raise ContentError(problems)
    return content


def _take(collected: list[_Table], tables: Sequence[_Table], name: str, content: Content) -> None:
    collected.extend(tables)
    content.files.update((id(table), name) for table in tables)


def _read(path: Path, name: str, model: type[models.Table], problems: list[Problem]) -> models.Table | None:
    """Read one file. If it is invalid, add the problems to `problems` and return None."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        problems.append(Problem(name, "", "", not_utf8(error)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        expected = Text(f"dit bestand kan niet worden gelezen: {reason}", f"this file cannot be read: {reason}")
        problems.append(Problem(name, "", "", expected))
    except (ValueError, RecursionError) as error:  # tomllib also raises ValueError for long numbers
        problems.append(Problem(name, "", "", not_toml(error)))
    else:
        return validated(name, raw, model, problems)
    return None


def validated(name: str, raw: dict[str, Any], model: type[_Table], problems: list[Problem]) -> _Table | None:
    """Return a file as a validated table, or None with the faults added to `problems`.

    Args:
        name: The path of the file, for the problems.
        raw: The contents of the file.
        model: The expected type.
        problems: The list to add to.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        problems.extend(_problem(name, raw, detail) for detail in error.errors())
    return None


def not_utf8(error: UnicodeDecodeError) -> Text:
    """Return the message for a file in another encoding."""
    return Text(
        f"verwacht: UTF-8-tekst, gevonden: een andere codering bij byte {error.start}",
        f"expected UTF-8 text, found another encoding at byte {error.start}",
    )


def not_toml(error: Exception) -> Text:
    """Return the message for a file that is not TOML, in the words of the parser."""
    return Text(f"verwacht: TOML: {error}", f"expected TOML: {error}")


def _problem(name: str, raw: dict[str, Any], detail: ErrorDetails) -> Problem:
    """Turn a validation error at `("entry", 3, "nl", "title")` into the entry's id and the field's name."""
    match detail["loc"]:
        case (str(kind), int(index), *field):
            table = raw[kind][index]
            label = table.get("id") or table.get("name") if isinstance(table, dict) else None
            where = f"{kind} {shown(label) if label else f'number {index + 1}'}"
        case field:
            where = ""
    return Problem(name, where, shown(".".join(map(str, field))), _expected(detail))


def _expected(detail: ErrorDetails) -> Text:
    """Return what was expected in our words, or in the library's for rare kinds of errors."""
    found = f"{detail['input']!r:.60}"
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Text("dit veld is verplicht", "this field is required")
        case "extra_forbidden":
            return Text("er bestaat geen veld met deze naam", "no field of this name exists")
        case "value_error":
            return Text(
                f"alleen gewone tekst, zonder Markdown, gevonden: {found}", f"{context['error']}, found {found}"
            )
        case "string_pattern_mismatch":
            form = EXAMPLES.get(context["pattern"], Text(context["pattern"], context["pattern"]))
            expected = Text(f"de vorm {form.nl}", f"expected the form {form.en}")
        case "model_type" | "dict_type":
            expected = Text("een tabel", "expected a table")
        case "literal_error":
            expected = Text(context["expected"].replace(" or ", " of "), f"expected {context['expected']}")
        case kind:
            dutch = next((text for start, text in _DUTCH.items() if kind.startswith(start)), kind).format(**context)
            expected = Text(dutch, f"{detail['msg'][0].lower()}{detail['msg'][1:]}")
    return Text(f"verwacht: {expected.nl}, gevonden: {found}", f"{expected.en}, found {found}")


_DUTCH = {
    "string_too_long": "hoogstens {max_length} tekens",
    "string_too_short": "ten minste {min_length} teken",
    "too_short": "ten minste {min_length} waarde",
    "less_than_equal": "hoogstens {le}",
    "greater_than_equal": "ten minste {ge}",
    "string": "tekst tussen aanhalingstekens",
    "int": "een heel getal",
    "bool": "true of false",
    "list": "een lijst",
    "date": "een datum, zoals 2026-05-01",
}
"""The library's kinds of errors, by prefix, in Dutch."""


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
