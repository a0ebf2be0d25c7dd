"""Knowledge databases of made-up entries, with the shipped content before them."""

import json
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from guidance_kb.knowledge.authoring.build import build
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.index.index import add_index
from tests.benchmarks.scale.corpus import Corpus, Entry


class Built(NamedTuple):
    """What a build took: the search index alone, in seconds, and the size of the file in MB, of which the plain tables."""

    index_s: float
    mb: float
    tables_mb: float


def make_shipped(path: Path) -> Path:
    """Builds the tables of the shipped content, without an index."""
    build(RESOURCES, SQL / "knowledge.sql", path, lambda _: None)
    return path


def make_knowledge(path: Path, shipped: Path, entries: Iterable[Entry]) -> Built:
    """Adds made-up entries to what the search reads of the shipped content, and the real index over both."""
    shutil.copy(shipped, path)
    with closing(sqlite3.connect(path)) as connection:
        for entry in entries:
            _add(connection, entry)
        connection.commit()
        tables = path.stat().st_size
        start = time.process_time()
        add_index(connection)
        connection.commit()
        index_s = time.process_time() - start
        connection.execute("VACUUM")
    return Built(index_s, path.stat().st_size / 1e6, tables / 1e6)


def _add(connection: sqlite3.Connection, entry: Entry) -> None:
    kind, section, country, themes, barriers = entry.like
    connection.execute(
        "INSERT INTO entry (id, position, kind, section, country) SELECT ?, 1 + max(position), ?, ?, ? FROM entry",
        (entry.id, kind, section, country),
    )
    connection.executemany("INSERT INTO entry_theme VALUES (?, ?, 0)", [(entry.id, theme) for theme in themes])
    connection.executemany(
        "INSERT INTO link VALUES (?, ?, 'barrier', 0, 0)", [(entry.id, target) for target in barriers]
    )
    connection.executemany(
        "INSERT INTO document (id, lang, kind, section, country, title, keywords, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(entry.id, language.value, kind, section, country, *text) for language, text in entry.texts.items()],
    )


def build_authored(folder: Path, corpus: Corpus, number: int) -> float:
    """Builds a content folder of `number` made-up entries beside the shipped ones, all checks included; returns seconds."""
    resources = folder / "resources"
    shutil.copytree(RESOURCES, resources)
    made_up = "\n".join(line for entry in corpus.entries(number) for line in _toml(entry))
    (resources / "knowledge" / "entries" / "made-up.toml").write_text(made_up, "utf-8")
    start = time.process_time()
    build(resources, SQL / "knowledge.sql", folder / "authored.db", add_index)
    return time.process_time() - start


def _toml(entry: Entry) -> Iterator[str]:
    """The entry in the authoring format; a JSON string is a TOML string too."""
    yield "[[entry]]"
    yield f'id = "{entry.id}"'
    yield f'kind = "{entry.like.kind}"'
    yield f'section = "{entry.like.section}"'
    if entry.like.kind == "recommendation":
        yield "number = 1"
    if entry.like.country:
        yield f'country = "{entry.like.country}"'
    yield f"themes = {json.dumps(entry.like.themes)}"
    yield f"barriers = {json.dumps(entry.like.barriers)}"
    for language in Language:
        text = entry.texts[language]
        yield f"[entry.{language}]"
        yield f"title = {json.dumps(text.title)}"
        yield f"body = {json.dumps(text.body)}"
        yield f"keywords = {json.dumps([word for word in text.keywords.splitlines() if word])}"
