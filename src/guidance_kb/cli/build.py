"""`guidance-kb build`: builds the knowledge database from the content folder."""

import argparse
import hashlib
import time
from collections import Counter
from pathlib import Path

from guidance_kb import paths
from guidance_kb.cli.output import write
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.authoring.build import write as write_database
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.model import Kind
from guidance_kb.knowledge.names import KINDS, PACK, PACK_TABLES, TABLES
from guidance_kb.knowledge.packs.validation import read_packs
from guidance_kb.language import Language, Text
from guidance_kb.search.index.index import add_index

_BUILT = Text("Gebouwd: {} ({:.1f} MB) in {:.1f} s", "Built: {} ({:.1f} MB) in {:.1f} s")


def run(arguments: argparse.Namespace) -> int:
    """Build the database, and print its contents, its hash and the time taken."""
    language = Language(arguments.lang)
    resources: Path = arguments.resources or paths.RESOURCES
    target: Path = arguments.out or paths.knowledge_database()
    _check(resources, target)
    start = time.perf_counter()
    content = read(resources)
    packs = read_packs(arguments.pack, content)
    write_database(content, packs, paths.SQL / "knowledge.sql", target, add_index)
    seconds = time.perf_counter() - start
    data = target.read_bytes()
    write(_BUILT.say(language).format(target, len(data) / 1e6, seconds))
    for one in (content, *packs):
        _print(one, language)
    write(f"  sha256 {hashlib.sha256(data).hexdigest()}")
    return 0


def _check(resources: Path, target: Path) -> None:
    """Refuse a source folder without content, which would give an empty database, and a folder as target."""
    if not (resources / "knowledge").is_dir():
        raise KnownError(
            f"“{resources}” is geen map met inhoud: er is geen map “knowledge” in.",
            f"“{resources}” is not a content folder: it holds no folder “knowledge”.",
        )
    if target.is_dir():
        raise KnownError(
            f"“{target}” is een map. Noem achter --out een bestand, zoals knowledge.db.",
            f"“{target}” is a folder. Name a file after --out, such as knowledge.db.",
        )


def _print(content: Content, language: Language) -> None:
    """Print the number of things of each kind; for a pack its name first, and only the kinds that it has."""
    names = TABLES
    if content.pack:
        names = {field: name for field, name in PACK_TABLES.items() if getattr(content, field)}
        told = content.pack.nl if language is Language.NL else content.pack.en
        write(f"{PACK.say(language)} {told.name} {content.pack.version}")
    kinds: Counter[Kind] = Counter(entry.kind for entry in content.entry)
    for field, name in names.items():
        detail = ""
        if field == "entry":
            detail = ": " + ", ".join(
                f"{label.say(language)} {kinds[kind]}" for kind, label in KINDS.items() if kind in kinds
            )
        write(f"{len(getattr(content, field)):>6} {name.say(language)}{detail}")
