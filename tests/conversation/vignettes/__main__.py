"""Prints the table of `docs/vignettes.md`: what was expected of each vignette, what the rules give, and how that was settled."""

import sys

from guidance_kb.knowledge.library import Library
from guidance_kb.paths import knowledge_database
from guidance_kb.conversation.checklist import Checklist
from tests.conversation.vignettes.table import as_markdown


def main() -> None:
    """Prints the table for the knowledge database as it is built now."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    library = Library(knowledge_database())
    try:
        print(as_markdown(Checklist.of(library)), end="")
    finally:
        library.close()


if __name__ == "__main__":
    main()
