"""The metadata of the knowledge database for Datasette: title, source, tables and columns (from docs/knowledge-database.md), queries."""

import re
import sqlite3
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_ROW = re.compile(r"^\| (?P<names>`[^|]*`) \| (?P<row>[^|]*) \| (?P<columns>.*) \|$", re.MULTILINE)
_COLUMN = re.compile(r"((?:`\w+`(?:, )?)+)(?: \(((?:[^()]|\([^()]*\))*)\))?")
_SIZES = ("word", "compound", "posting", "beginning")
_FACETS = {
    "answer": ["country", "state", "theme"],
    "barrier": ["category"],
    "document": ["lang", "kind", "country"],
    "entry": ["kind", "country", "section"],
    "entry_text": ["lang"],
    "evidence": ["strength", "state"],
    "item": ["theme", "core"],
    "link": ["type", "ours"],
    "source": ["section"],
    "work": ["year"],
}


def documented(page: str) -> dict[str, dict[str, Any]]:
    """Return each table with its description and columns, from the tables of the page."""
    found: dict[str, dict[str, Any]] = {}
    for match in _ROW.finditer(page):
        columns: dict[str, str] = {}
        for names, text in _COLUMN.findall(match["columns"]):
            columns |= dict.fromkeys(_meant(re.findall(r"`(\w+)`", names)), _plain(text)) if text else {}
        for table in re.findall(r"`(\w+)`", match["names"]):
            found[table] = {"description": f"A row is {_plain(match['row'])}.", "columns": columns}
    return found


def metadata(database: Path) -> dict[str, Any]:
    """Return the metadata for a knowledge database; the tables of the index are hidden, but accessible."""
    connection = sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)
    facts: dict[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
    shape = {
        table: [column[1] for column in connection.execute(f"PRAGMA table_info('{table}')")]
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    connection.close()
    said = documented((ROOT / "docs" / "knowledge-database.md").read_text("utf-8"))
    tables = {name: _table(name, columns, said.get(name, {})) for name, columns in shape.items()}
    return {
        "title": "Guidance KB",
        "description": "What is known about reaching and motivating adults for career guidance, in Dutch and English, from one report. "
        "Every statement names its section; what we add is marked as ours. No client data is in here.",
        "source": facts["report"],
        "license": "Program and wording: MIT. The report remains its publisher's.",
        "about": f"checklist {facts['checklist']}, content {facts['content'][:12]}",
        "databases": {
            database.stem: {"queries": tomllib.loads((HERE / "queries.toml").read_text("utf-8")), "tables": tables}
        },
    }


def _meant(names: list[str]) -> list[str]:
    """Return the columns that a text in brackets describes: the last one before it, and the same in the other language."""
    stem = names[-1].removesuffix("_nl").removesuffix("_en")
    return [name for name in names if name == names[-1] or name in {f"{stem}_nl", f"{stem}_en"}]


def _table(name: str, columns: list[str], said: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"description": said.get("description", "")}
    made["columns"] = {column: text for column, text in said.get("columns", {}).items() if column in columns}
    made["facets"] = [column for column in _FACETS.get(name, []) if column in columns]
    if name.startswith(("search_", "phrasing_")) or name in _SIZES:
        made["hidden"] = True
    label = next((column for column in ("title_en", "name_en", "title", "authors") if column in columns), None)
    return made | ({"label_column": label} if label else {})


def _plain(text: str) -> str:
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("*", "").strip()
