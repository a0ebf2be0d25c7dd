"""Prints the tables of `docs/vignettes.md`: what was expected of vignettes and stories, and what the rules give."""

import sys

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import knowledge_database
from tests.conversation.stories.table import stories_as_markdown
from tests.conversation.vignettes.table import as_markdown


def main() -> None:
    """Prints the tables for the knowledge database as it is built now."""
    library = Library(knowledge_database())
    try:
        checklist = Checklist.of(library)
        tables = (as_markdown(checklist), stories_as_markdown(checklist))
        sys.stdout.buffer.write("\n".join(tables).encode())
    finally:
        library.close()


if __name__ == "__main__":
    main()
