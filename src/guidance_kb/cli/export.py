"""`guidance-kb export`: knowledge as JSON, the thesaurus as SKOS (Turtle), the countries' answers as CSV, bookmarks as Markdown."""

import argparse
import json
from pathlib import Path

from guidance_kb import paths
from guidance_kb.cli.openers import library
from guidance_kb.cli.output import write
from guidance_kb.documents.bookmarks import as_data, as_markdown
from guidance_kb.documents.countries import comparison, countries_as_data, countries_csv, csv_file
from guidance_kb.documents.export import concept_as_data, knowledge_as_data
from guidance_kb.documents.page import save
from guidance_kb.documents.skos import thesaurus_as_skos
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.bookmarks import Bookmarks, bookmark_statuses
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language


def run(arguments: argparse.Namespace) -> int:
    """Print the export, or write it to a file.

    Raises:
        KnownError: The file cannot be written, the bookmarks cannot be read, or the format does not exist for this export.
    """
    if arguments.markdown and arguments.what != "bookmarks":
        raise KnownError("--markdown is er alleen voor bookmarks.", "--markdown is there for bookmarks only.")
    if arguments.csv and arguments.what != "countries":
        raise KnownError("--csv is er alleen voor countries.", "--csv is there for countries only.")
    language, content = Language(arguments.lang), None
    with library(arguments) as knowledge:
        if arguments.what == "bookmarks":
            text = _bookmarks(knowledge, language, as_json=arguments.json)
        elif arguments.what == "countries" and not arguments.json:
            text = countries_csv(knowledge, comparison(knowledge), language)
            content = csv_file(text)
        else:
            text = _exported(knowledge, arguments.what, as_json=arguments.json)
    if arguments.out is None:
        write(text.rstrip("\r\n"))
    else:
        _save(content or f"{text}\n".encode(), arguments.out)
    return 0


def _exported(knowledge: Library, what: str, *, as_json: bool) -> str:
    if what == "knowledge":
        return _json(knowledge_as_data(knowledge))
    if what == "countries":
        return _json(countries_as_data(comparison(knowledge)))
    if as_json:
        return _json([concept_as_data(concept) for concept in knowledge.concepts.values()])
    return thesaurus_as_skos(knowledge).rstrip("\n")


def _bookmarks(knowledge: Library, language: Language, *, as_json: bool) -> str:
    found = bookmark_statuses(knowledge.place, Bookmarks(paths.personal_database()).all())
    return _json(as_data(knowledge, found)) if as_json else as_markdown(knowledge, found, language).rstrip("\n")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _save(content: bytes, path: Path) -> None:
    """Write a file, completely or not at all; errors name the file."""
    try:
        save(path, content)
    except KnownError as error:
        raise KnownError(
            f"“{path}”: {error.text.nl} Noem achter --out een bestand in een map die er is.",
            f"“{path}”: {error.text.en} Name a file after --out, in a folder that is there.",
        ) from error
