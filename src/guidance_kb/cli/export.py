"""`guidance-kb export knowledge`: all knowledge as JSON."""

import argparse

from guidance_kb.cli.opening import library
from guidance_kb.cli.output import write_json
from guidance_kb.documents.export import knowledge_as_data


def run(arguments: argparse.Namespace) -> int:
    """Prints all knowledge."""
    with library(arguments) as knowledge:
        write_json(knowledge_as_data(knowledge))
    return 0
