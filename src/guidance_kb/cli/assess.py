"""`guidance-kb assess`: answers in, signals out; nothing is stored."""

import argparse
from collections.abc import Mapping
from typing import Any

from guidance_kb.cli.input_files import read_json
from guidance_kb.cli.openers import library
from guidance_kb.cli.output import wrapped, write, write_json
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.conversation.assessment import assess, read_answers
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.documents.answers import state_in_words
from guidance_kb.documents.names import LEVELS, NOT_A_TEST
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import numbers
from guidance_kb.knowledge.names import KINDS
from guidance_kb.language import Language, Text

_NOTHING = Text("De antwoorden wijzen nergens op.", "The answers point to nothing.")
_WHY = Text("waarom", "why")
_ASK = Text("om te vragen", "to ask")
_GAPS = Text("Niet besproken: {} van de {} onderwerpen.", "Not discussed: {} of {} subjects.")
_NEXT = Text("Om nu te vragen", "To ask next")


def run(arguments: argparse.Namespace) -> int:
    """Print the signals, as JSON or as text."""
    language = Language(arguments.lang)
    with library(arguments) as knowledge:
        checklist = Checklist.of(knowledge)
        answers = read_answers(read_json(arguments.answers), checklist)
        assessed = assess(knowledge, checklist, answers, language)
        if arguments.json:
            write_json(assessed)
            return 0
        write("\n".join(wrapped(NOT_A_TEST.say(language))))
        for signal in assessed["signals"]:
            _print(knowledge, signal, language)
        if not assessed["signals"]:
            write(_NOTHING.say(language))
        write("\n" + _GAPS.say(language).format(len(assessed["gaps"]), len(checklist.items)))
        if assessed["ask_next"]:
            write(f"{_NEXT.say(language)}:")
        for item in assessed["ask_next"]:
            write("\n".join(wrapped(f"- “{checklist.items[item].text(language).open}” [{item}]", "  ", "  ")))
        return 0


def _print(knowledge: Library, signal: Mapping[str, Any], language: Language) -> None:
    kind = KINDS["need" if signal["category"] == "need" else signal["kind"]].say(language)
    write(f"\n{signal['name']} ({kind}; {LEVELS[SignalLevel(signal['level'])].say(language)})")
    write("\n".join(wrapped(signal["signal"], "  ")))
    for reason in signal["because"]:
        said = state_in_words(Answer(State(reason["state"]), By(reason["by"])), language)
        write("\n".join(wrapped(f"{_WHY.say(language)}: {reason['label']}: {said}", "  ")))
    sources = numbers(knowledge.sections[name] for name in signal["sources"])
    write("\n".join(wrapped(f"{_ASK.say(language)}: “{signal['ask']}” · {sources}", "  ")))
