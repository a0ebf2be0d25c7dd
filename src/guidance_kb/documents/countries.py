"""Answers of the interviewed countries by theme, for the screen, for print and as CSV."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final
from unicodedata import category

from guidance_kb.documents.page import heading, labelled, page, paragraph, table
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Barrier, Country, CountryAnswer, Entry, Theme
from guidance_kb.language import Language, Text

NOT_ASKED: Final = Text(
    "Niet gevraagd in het interview, of niet in het rapport", "Not asked in the interview, or not in the report"
)
NOT_ABOUT: Final = Text("Niets over deze belemmering", "Nothing about this barrier")

_BESIDE: Final = 2
"""Number of countries that are compared side by side with their full answers."""

_FIVE: Final = Text("Wat vijf landen antwoordden", "What five countries answered")
_TWO: Final = Text("{} naast {}", "{} beside {}")
_ABOUT: Final = Text("Alleen wat gaat over de belemmering: {}", "Only what is about the barrier: {}")
_FROM: Final = Text(
    "Uit de interviews van 2022, in onze woorden. Bron: {}.",
    "From the interviews of 2022, in our own words. Source: {}.",
)
_NONE: Final = Text("Geen antwoord gaat hierover.", "No answer is about this.")
_COUNTRY: Final = Text("Land", "Country")
_ANSWER: Final = Text("Antwoord", "Answer")
_THEME: Final = Text("Thema", "Theme")
_QUESTION: Final = Text("Vraag", "Question")
_NOTE: Final = Text("Over dit interview", "About this interview")
_SOURCE: Final = Text("Bron", "Source")

_FORMULA: Final = tuple("=+-@＝＋－＠\t\r\n")
"""Initial characters for which a spreadsheet would evaluate a cell."""

_SEPARATORS: Final = {Language.NL: ";", Language.EN: ","}
"""The separator that Excel expects: Dutch numbers contain commas."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of one country to one theme: its entries; without any, `why_empty` has the reason."""

    answer: CountryAnswer
    entries: tuple[Entry, ...]

    @property
    def why_empty(self) -> Text:
        """The reason why there are no entries."""
        return NOT_ABOUT if self.answer.section else NOT_ASKED


@dataclass(frozen=True, slots=True)
class CountryQuestion:
    """One theme with the answer of every country."""

    theme: Theme
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CountryComparison:
    """Some of the interviewed countries, theme by theme.

    Attributes:
        countries: From left to right.
        questions: The themes in the order of the interview guide; with a barrier only those with an answer about it.
        barrier: The barrier that all entries are about, or None.
    """

    countries: tuple[Country, ...]
    questions: tuple[CountryQuestion, ...]
    barrier: Barrier | None = None

    @property
    def entries(self) -> int:
        """The number of entries."""
        return sum(len(cell.entries) for question in self.questions for cell in question.cells)

    @property
    def beside(self) -> bool:
        """Whether the comparison is of two countries side by side."""
        return len(self.countries) == _BESIDE


def comparison(library: Library, countries: Sequence[str] = (), barrier: str = "") -> CountryComparison:
    """Return the answers of countries.

    Args:
        library: The knowledge.
        countries: The ids of interviewed countries; empty for all of them.
        barrier: The id of the barrier that entries must be about, or empty.
    """
    interviewed = {country.id: country for country in library.countries.values() if country.interviewed}
    wanted = tuple(interviewed[country] for country in countries or interviewed)
    answers = {(answer.theme, answer.country): answer for answer in library.answers}
    about = {link.id for link in library.links(barrier) if link.type == "barrier"} if barrier else None

    def cell(answer: CountryAnswer) -> Cell:
        entries = library.entries_of_section(answer.section) if answer.section else []
        return Cell(answer, tuple(entry for entry in entries if about is None or entry.id in about))

    questions = [
        CountryQuestion(theme, tuple(cell(answers[theme.id, country.id]) for country in wanted))
        for theme in library.themes.values()
    ]
    kept = [each for each in questions if about is None or any(found.entries for found in each.cells)]
    return CountryComparison(wanted, tuple(kept), library.barriers.get(barrier))


def barriers_in(library: Library, compared: CountryComparison) -> dict[str, int]:
    """Return the number of entries of a comparison for each barrier that has any, in the order of the content."""
    entries = {entry.id for question in compared.questions for cell in question.cells for entry in cell.entries}
    counts = {
        barrier: len(entries & {link.id for link in library.links(barrier) if link.type == "barrier"})
        for barrier in library.barriers
    }
    return {barrier: count for barrier, count in counts.items() if count}


def title(compared: CountryComparison, language: Language) -> str:
    """Return the title of a comparison."""
    if compared.beside:
        return _TWO.say(language).format(*(country.name.say(language) for country in compared.countries))
    return _FIVE.say(language)


# --- Page


def countries_page(library: Library, compared: CountryComparison, language: Language) -> str:
    """Return a comparison as an HTML page: of two countries the full answers, of more the titles of their findings."""
    parts = [paragraph(_FROM.say(language).format(library.meta["report"]), small=True)]
    if compared.barrier:
        parts.append(paragraph(_ABOUT.say(language).format(compared.barrier.text(language).name)))
    if not compared.questions:
        parts.append(paragraph(_NONE.say(language)))
    for question in compared.questions:
        parts += [
            heading(question.theme.name.say(language), 3),
            paragraph(question.theme.ask.say(language), small=True),
        ]
        made = _beside if compared.beside else _listed
        parts += made(library, compared, question, language)
    notes = [(country.name.say(language), country.note) for country in compared.countries]
    parts += [heading(_NOTE.say(language), 3), *(labelled(name, note.say(language)) for name, note in notes if note)]
    return page(title(compared, language), parts, language)


def _beside(library: Library, compared: CountryComparison, question: CountryQuestion, language: Language) -> list[str]:
    """Return two columns with the full answers."""

    def whole(cell: Cell) -> str:
        if not cell.entries:
            return paragraph(cell.why_empty.say(language), small=True)
        return "".join(
            f"{heading(entry.text(language).title, 4)}{entry.text(language).html}"
            f'<p class="small">{escape(library.sections[entry.section].named(language))}</p>'
            for entry in cell.entries
        )

    names = [country.name.say(language) for country in compared.countries]
    return [table((50, 50), names, [[whole(cell) for cell in question.cells]])]


def _listed(library: Library, compared: CountryComparison, question: CountryQuestion, language: Language) -> list[str]:
    """Return a row for each country with an answer, and below them the names of those without."""
    rows, without = [], []
    for country, cell in zip(compared.countries, question.cells, strict=True):
        name = country.name.say(language)
        if cell.entries:
            rows.append([escape(name), "".join(paragraph(line) for line in _findings(library, cell, language))])
        elif not cell.answer.section:
            without.append(name)
    made = [table((18, 82), (_COUNTRY.say(language), _ANSWER.say(language)), rows)] if rows else []
    return [*made, paragraph(f"{NOT_ASKED.say(language)}: {', '.join(without)}", small=True)] if without else made


def _findings(library: Library, cell: Cell, language: Language) -> list[str]:
    return [f"{entry.text(language).title} ({library.sections[entry.section].number})" for entry in cell.entries]


# --- Data


def countries_csv(library: Library, compared: CountryComparison, language: Language) -> str:
    """Return a comparison as CSV: a row for each theme, a column for each country; then remarks on the interviews, and the source.

    Rows end in CR and LF. No cell can be read as a formula by a spreadsheet.
    """
    lines: list[list[str]] = [
        [_THEME.say(language), _QUESTION.say(language), *(country.name.say(language) for country in compared.countries)]
    ]
    for question in compared.questions:
        cells = [
            "\n".join(_findings(library, cell, language)) or cell.why_empty.say(language) for cell in question.cells
        ]
        lines.append([question.theme.name.say(language), question.theme.ask.say(language), *cells])
    notes = (country.note.say(language) if country.note else "" for country in compared.countries)
    lines.append([_NOTE.say(language), "", *notes])
    if compared.barrier:
        lines.append([_ABOUT.say(language).format(compared.barrier.text(language).name)])
    lines.append([_SOURCE.say(language), library.meta["report"]])
    wide = len(lines[0])
    return _csv([[*line, *[""] * (wide - len(line))] for line in lines], _SEPARATORS[language])


def csv_file(text: str) -> bytes:
    """Return CSV as the content of a file; the byte order mark tells Excel that it is UTF-8."""
    return codecs.BOM_UTF8 + text.encode()


def countries_as_data(compared: CountryComparison) -> list[dict[str, Any]]:
    """Return a comparison as a list of answers with the ids of their entries, for other tools."""
    return [
        {
            "theme": cell.answer.theme,
            "country": cell.answer.country,
            "state": cell.answer.state,
            "section": cell.answer.section,
            "entries": [entry.id for entry in cell.entries],
        }
        for question in compared.questions
        for cell in question.cells
    ]


def _csv(lines: Iterable[Sequence[str]], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\r\n").writerows([map(_harmless, line) for line in lines])
    return written.getvalue()


def _harmless(text: str) -> str:
    """Return a cell that a spreadsheet shows literally, without control characters."""
    clean = "".join(character for character in text if character == "\n" or category(character) not in ("Cc", "Cs"))
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
