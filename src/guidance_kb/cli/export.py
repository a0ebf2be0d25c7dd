"""`guidance-kb export`: all knowledge as JSON, or the thesaurus as SKOS (Turtle)."""

import argparse
import json
from pathlib import Path

from guidance_kb.cli.opening import library
from guidance_kb.cli.output import write
from guidance_kb.documents.export import concept_as_data, knowledge_as_data
from guidance_kb.documents.skos import thesaurus_as_skos
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Prints what is asked, or writes it to a file.

    Raises:
        KnownError: The file cannot be written.
    """
    with library(arguments) as knowledge:
        text = _exported(knowledge, arguments.what, as_json=arguments.json)
    if arguments.out is None:
        write(text)
    else:
        _save(text, arguments.out)
    return 0


def _exported(knowledge: Library, what: str, *, as_json: bool) -> str:
    if what == "knowledge":
        return _json(knowledge_as_data(knowledge))
    if as_json:
        return _json([concept_as_data(concept) for concept in knowledge.concepts.values()])
    return thesaurus_as_skos(knowledge).rstrip("\n")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


def _save(text: str, path: Path) -> None:
    try:
        path.write_text(f"{text}\n", "utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KnownError(
            f"“{path}” kan niet worden geschreven: {reason}. Noem achter --out een bestand in een map die er is.",
            f"“{path}” cannot be written: {reason}. Name a file after --out, in a folder that is there.",
        ) from error
