"""`guidance-kb show`: prints one thing in full, with its source."""

import argparse
import difflib

from guidance_kb.cli.openers import library
from guidance_kb.cli.output import write, write_json
from guidance_kb.cli.sheet import sheet
from guidance_kb.documents.export import thing_as_data
from guidance_kb.errors import KnownError
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language

_TELLS_ENOUGH = 4
"""Minimum number of characters of a partial id for a suggestion."""


def run(arguments: argparse.Namespace) -> int:
    """Print the thing, as JSON or as text.

    Raises:
        KnownError: The id does not exist; the message names similar ids.
    """
    language = Language(arguments.lang)
    with library(arguments) as knowledge:
        data = thing_as_data(knowledge, arguments.id)
        if data is None:
            raise _unknown(knowledge, arguments.id)
        if arguments.json:
            write_json(data)
        else:
            write("\n".join(sheet(knowledge, arguments.id, language)))
        return 0


def _unknown(knowledge: Library, identifier: str) -> KnownError:
    known = [entry.id for entry in knowledge.entries()]
    known += [
        *knowledge.barriers,
        *knowledge.drives,
        *knowledge.items,
        *knowledge.works,
        *knowledge.concepts,
        *knowledge.sections,
    ]
    near = difflib.get_close_matches(identifier.lower()[:100], known, n=3, cutoff=0.6)
    if not near and len(identifier) >= _TELLS_ENOUGH:
        near = [name for name in known if identifier.lower() in name][:3]
    shown = f"{identifier:.80}"
    if not near:
        return KnownError(
            f"Niets heet “{shown}”. Zoek een naam met “guidance-kb search”.",
            f"Nothing is called “{shown}”. Find a name with “guidance-kb search”.",
        )
    names = ", ".join(near)
    return KnownError(
        f"Niets heet “{shown}”. Bedoelde u: {names}?", f"Nothing is called “{shown}”. Did you mean: {names}?"
    )
