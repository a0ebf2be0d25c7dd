"""The rules of a checklist as a page to print or keep: what holds for all of them, then one after the other (product.md, C13)."""

from collections.abc import Mapping
from typing import Any, Final

from guidance_kb.documents.names import NOT_A_TEST
from guidance_kb.documents.page import bullets, heading, page, paragraph
from guidance_kb.documents.rules import principles, rules
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text

_TITLE: Final = Text("Alle regels", "All rules")
_WHAT: Final = Text(
    "Checklist {0}: welke antwoorden welk signaal geven. De vragen en regels zijn van Guidance KB. Bron: {1}.",
    "Checklist {0}: which answers raise which signal. The questions and rules are Guidance KB's. Source: {1}.",
)


def rules_page(library: Library, document: Mapping[str, Any], language: Language) -> str:
    """Returns the rules of a checklist document as an HTML page.

    Args:
        library: The knowledge, for the names of barriers and drives.
        document: The checklist as `guidance-kb checklist --json` prints it, and as the casebook keeps it with a conversation.
        language: Of everything on the page.
    """
    parts = [
        paragraph(_WHAT.say(language).format(document.get("version", "?"), library.meta["report"]), small=True),
        paragraph(NOT_A_TEST.say(language)),
        bullets(principle.say(language) for principle in principles(document)),
    ]
    for rule in rules(library, document):
        parts += [
            heading(rule.name.say(language), 3),
            paragraph(rule.category.say(language), small=True),
            bullets(line.say(language) for line in rule.lines),
        ]
    return page(_TITLE.say(language), parts, language)
