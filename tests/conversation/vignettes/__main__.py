"""Prints the table of `docs/vignettes.md`: what was expected of each vignette, what the rules give, and how that was settled."""

import sys

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import knowledge_database
from tests.conversation.vignettes.table import as_markdown


def main() -> None:
    """Prints the table for the knowledge database as it is built now."""
    library = Library(knowledge_database())
    try:
        sys.stdout.buffer.write(as_markdown(Checklist.of(library)).encode())
    finally:
        library.close()


if __name__ == "__main__":
    main()
