"""What the interviewed countries answered, theme by theme, to look at, print or take along as CSV (product.md, S19)."""

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
"""How many countries stand side by side, each with the whole of its answers."""

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
"""What a cell begins with that a spreadsheet would calculate instead of show."""

_SEPARATORS: Final = {Language.NL: ";", Language.EN: ","}
"""What Excel expects between two cells: in the Netherlands the comma is in the numbers."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one country answered to one theme: its entries; with none, `answer` and the barrier of the comparison say why."""

    answer: CountryAnswer
    entries: tuple[Entry, ...]

    @property
    def why_empty(self) -> Text:
        """Why there are no entries."""
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
        questions: The themes in the order of the interview guide; with a barrier only those that some answer about it belongs to.
        barrier: What all entries are about, or None.
    """

    countries: tuple[Country, ...]
    questions: tuple[CountryQuestion, ...]
    barrier: Barrier | None = None

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return sum(len(cell.entries) for question in self.questions for cell in question.cells)

    @property
    def beside(self) -> bool:
        """Whether it is two countries side by side."""
        return len(self.countries) == _BESIDE


def comparison(library: Library, countries: Sequence[str] = (), barrier: str = "") -> CountryComparison:
    """Return what countries answered.

    Args:
        library: The knowledge.
        countries: The ids of interviewed countries; without any all of them.
        barrier: The id of the barrier that entries have to be about, or empty.
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
    """How many entries of a comparison each barrier has, in the order of the content; those that have none are left out."""
    entries = {entry.id for question in compared.questions for cell in question.cells for entry in cell.entries}
    counts = {
        barrier: len(entries & {link.id for link in library.links(barrier) if link.type == "barrier"})
        for barrier in library.barriers
    }
    return {barrier: count for barrier, count in counts.items() if count}


def title(compared: CountryComparison, language: Language) -> str:
    """What a comparison is called."""
    if compared.beside:
        return _TWO.say(language).format(*(country.name.say(language) for country in compared.countries))
    return _FIVE.say(language)


# ── as a page ───────────────────────────────────────────────────────────────────────────────────


def countries_page(library: Library, compared: CountryComparison, language: Language) -> str:
    """Return a comparison as an HTML page to print or keep: of two countries the whole answers, of more their findings in a line each."""
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
        parts += _beside(compared, question, language) if compared.beside else _listed(compared, question, language)
    notes = [(country.name.say(language), country.note) for country in compared.countries]
    parts += [heading(_NOTE.say(language), 3), *(labelled(name, note.say(language)) for name, note in notes if note)]
    return page(title(compared, language), parts, language)


def _beside(compared: CountryComparison, question: CountryQuestion, language: Language) -> list[str]:
    """Two columns with the whole answers."""

    def whole(cell: Cell) -> str:
        if not cell.entries:
            return paragraph(cell.why_empty.say(language), small=True)
        return "".join(
            f"{heading(entry.text(language).title, 4)}{entry.text(language).html}"
            f'<p class="small">§{escape(entry.section)}</p>'
            for entry in cell.entries
        )

    names = [country.name.say(language) for country in compared.countries]
    return [table((50, 50), names, [[whole(cell) for cell in question.cells]])]


def _listed(compared: CountryComparison, question: CountryQuestion, language: Language) -> list[str]:
    """A row a country that has an answer, and below them those that have none."""
    rows, without = [], []
    for country, cell in zip(compared.countries, question.cells, strict=True):
        name = country.name.say(language)
        if cell.entries:
            rows.append([escape(name), "".join(paragraph(line) for line in _findings(cell, language))])
        elif not cell.answer.section:
            without.append(name)
    made = [table((18, 82), (_COUNTRY.say(language), _ANSWER.say(language)), rows)] if rows else []
    return [*made, paragraph(f"{NOT_ASKED.say(language)}: {', '.join(without)}", small=True)] if without else made


def _findings(cell: Cell, language: Language) -> list[str]:
    return [f"{entry.text(language).title} (§{entry.section})" for entry in cell.entries]


# ── as data ─────────────────────────────────────────────────────────────────────────────────────


def countries_csv(library: Library, compared: CountryComparison, language: Language) -> str:
    """Return a comparison as CSV: a row a theme, a column a country; then what to know of the interviews, and the source.

    Rows end on CR and LF. No cell is taken for a formula by a spreadsheet.
    """
    lines: list[list[str]] = [
        [_THEME.say(language), _QUESTION.say(language), *(country.name.say(language) for country in compared.countries)]
    ]
    for question in compared.questions:
        cells = ["\n".join(_findings(cell, language)) or cell.why_empty.say(language) for cell in question.cells]
        lines.append([question.theme.name.say(language), question.theme.ask.say(language), *cells])
    notes = (country.note.say(language) if country.note else "" for country in compared.countries)
    lines.append([_NOTE.say(language), "", *notes])
    if compared.barrier:
        lines.append([_ABOUT.say(language).format(compared.barrier.text(language).name)])
    lines.append([_SOURCE.say(language), library.meta["report"]])
    wide = len(lines[0])
    return _csv([[*line, *[""] * (wide - len(line))] for line in lines], _SEPARATORS[language])


def csv_file(text: str) -> bytes:
    """Return CSV as the content of a file; the mark at its beginning tells Excel that it is UTF-8."""
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
    """A cell that a spreadsheet shows as it is, without characters that no document may hold."""
    clean = "".join(character for character in text if character == "\n" or category(character) not in ("Cc", "Cs"))
    return f"'{clean}" if clean.startswith(_FORMULA) else clean
