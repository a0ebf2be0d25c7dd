"""`guidance-kb checklist`: prints the items, the rules in words, or an empty form."""

import argparse

from guidance_kb.cli.openers import library
from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.documents.checklist import checklist_as_data
from guidance_kb.documents.names import NOT_A_TEST
from guidance_kb.documents.rules import rules_as_text
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Evidence, Item, numbers
from guidance_kb.language import Language, Text

_CORE = Text("kern", "core")
_POINTS_TO = Text("wijst op", "points to")
_STRENGTHS = {"firm": Text("stevig", "firm"), "weak": Text("zwak", "weak")}

_ABSENT = Text(", als het niet speelt", ", when it is not an issue")


def run(arguments: argparse.Namespace) -> int:
    """Print the checklist, as JSON, as text or as a form."""
    language = Language(arguments.lang)
    with library(arguments) as knowledge:
        checklist = Checklist.of(knowledge)
        if arguments.rules:
            _print_rules(knowledge, checklist, language)
            return 0
        if arguments.form:
            _print_form(arguments.form, knowledge, checklist, language)
            return 0
        if arguments.json:
            write_json(checklist_as_data(checklist))
            return 0
        write(f"Checklist {checklist.version}")
        write("\n".join(wrapped(NOT_A_TEST.say(language))))
        for theme in checklist.themes.values():
            write(f"\n{theme.name.say(language)}")
            for item in checklist.of_theme(theme.id):
                _print(item, knowledge, language)
        return 0


def _print_form(kind: str, knowledge: Library, checklist: Checklist, language: Language) -> None:
    from guidance_kb.documents.form import FormKind, core_form, empty_form  # noqa: PLC0415 - it brings the records, for steps
    from guidance_kb.documents.page import for_browser  # noqa: PLC0415

    form = {FormKind.CORE: core_form, FormKind.WHOLE: empty_form}[FormKind(kind)]
    write(for_browser(form(knowledge, checklist, language)).rstrip("\n"))


def _print_rules(knowledge: Library, checklist: Checklist, language: Language) -> None:
    write(f"Checklist {checklist.version}")
    for paragraph in rules_as_text(knowledge, checklist_as_data(checklist), language):
        write("")
        for line in paragraph.splitlines():
            write("\n".join(wrapped(line, *("  ", "  ") if line.startswith("- ") else ())))


def _print(item: Item, knowledge: Library, language: Language) -> None:
    text = item.text(language)
    core = f" · {_CORE.say(language)}" if item.core else ""
    targets = ", ".join(_points_to(knowledge, evidence, language) for evidence in item.evidence)
    write("\n".join(wrapped(f"- {text.label} [{item.id}{core}]", "  ", "  ")))
    write("\n".join(wrapped(f"“{text.open}”", "    ")))
    points_to = f"{_POINTS_TO.say(language)}: {targets} · " if targets else ""
    write("\n".join(wrapped(f"{points_to}{numbers(knowledge.sections[name] for name in item.sections)}", "    ")))


def _points_to(knowledge: Library, evidence: Evidence, language: Language) -> str:
    title = knowledge.title(evidence.target)
    name = title.say(language) if title else evidence.target
    strength = _STRENGTHS[evidence.strength].say(language)
    return f"{name} ({strength}{_ABSENT.say(language) if evidence.state == 'not_an_issue' else ''})"
