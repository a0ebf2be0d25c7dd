"""`make plain`: how plain the texts are that a client hears or reads."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from guidance_kb.cli.output import wrapped, write
from guidance_kb.knowledge.authoring.plain_language import LanguageFinding, findings
from guidance_kb.knowledge.authoring.readability import Figures, measure
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language, Text
from guidance_kb.paths import knowledge_database
from tools.client_texts import ClientText, client_texts

_HEAD: Final = Text("   woorden/zin  lettergrepen/woord  tekst", "words/sentence      syllables/word  text")
_COUNTED: Final = Text("{}: teksten {}, bevindingen {}", "{}: texts {}, findings {}")
_ALL: Final = Text("alles", "everything")


@dataclass(frozen=True, slots=True)
class _Read:
    """A text with its figures and its violations."""

    text: ClientText
    figures: Figures
    found: tuple[LanguageFinding, ...]


def run(library: Library, language: Language) -> int:
    """Print every text of one language; return 1 if something in them is not plain."""
    each = [
        _Read(text, measure(text.text, language), findings(text.text, language))
        for text in client_texts(library)
        if text.language is language
    ]
    _print(each, language)
    return 1 if any(read.found for read in each) else 0


def _print(each: Sequence[_Read], language: Language) -> None:
    write(_HEAD.say(language))
    for read in each:
        write(_row(read.figures, f"{read.text.of} · {read.text.field}"))
        for finding in read.found:
            write("\n".join(wrapped(f"! {finding.say().say(language)}", " " * 36, "  ")))
    write()
    for name, group in _groups(each):
        figures = sum((read.figures for read in group), Figures())
        found = sum(len(read.found) for read in group)
        counted = _COUNTED.say(language).format(name or _ALL.say(language), len(group), found)
        write(_row(figures, " · ".join([counted, *_indexes(figures, language)])))


def _row(figures: Figures, what: str) -> str:
    return f"{figures.words_a_sentence:14.1f}  {figures.syllables_a_word:18.2f}  {what}"


def _groups(each: Sequence[_Read]) -> Iterable[tuple[str, Sequence[_Read]]]:
    """Return the texts by kind (a question, a step, a page), and all of them under an empty name."""
    groups: dict[str, list[_Read]] = {}
    for read in each:
        of = read.text.of.split(":")[0]
        groups.setdefault(of if of in _PAGES else read.text.field, []).append(read)
    return [*groups.items(), ("", each)]


_PAGES: Final = ("client-page", "access-page", "privacy")


def _indexes(figures: Figures, language: Language) -> list[str]:
    if language is Language.NL:
        return [f"Flesch-Douma {figures.reading_ease(language):.0f}", f"Leesindex A {figures.reading_index:.0f}"]
    return [f"Flesch {figures.reading_ease(language):.0f}"]


def main(arguments: Sequence[str]) -> int:
    """Print the texts of the requested language; return the exit code, 1 if something in them is not plain."""
    parser = argparse.ArgumentParser("python -m tools.plain_language", description=__doc__)
    parser.add_argument("language", nargs="?", choices=[*Language], default=Language.NL, type=Language)
    parser.add_argument("--knowledge", type=Path, default=knowledge_database())
    asked = parser.parse_args(arguments)
    with closing(Library(asked.knowledge)) as library:
        return run(library, asked.language)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
