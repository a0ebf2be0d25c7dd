"""The rows of the result list: headings (kinds, or sections of the report) with their hits."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, get_args

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from guidance_kb.conversation.answers import Answer
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Kind
from guidance_kb.knowledge.names import KINDS, PLURALS
from guidance_kb.language import Language, figure
from guidance_kb.search.results.answer import Hit, SearchAnswer
from guidance_kb.search.results.choice import SortOrder
from guidance_kb.search.results.excerpt import Excerpt
from guidance_kb.ui.core.answers import answer_words
from guidance_kb.ui.core.running_conversation import RunningConversation
from guidance_kb.ui.core.translation import as_title

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """The heading of a kind, with the number of results and whether some of them are folded.

    Attributes:
        running: Whether these are the questions for the conversation that is running.
    """

    kind: Kind
    count: int
    folded: bool
    running: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """The heading of a section of the report; `section` is its number."""

    section: str


@dataclass(frozen=True, slots=True)
class MoreResults:
    """A row for the results that are not loaded, in report order: `shown` of `count` are shown."""

    shown: int
    count: int


Heading = ResultGroup | Chapter | MoreResults
Row = Heading | Hit

FIRST = 5
"""Number of hits shown of a kind that is not unfolded."""

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def rows(answer: SearchAnswer, unfolded: frozenset[str], questions: Sequence[Hit] = ()) -> list[Row]:
    """Return the rows of an answer: by section if it is in report order, by kind otherwise.

    The `questions` for the running conversation come first, and not again below; by kind, all other questions follow them unfolded.
    """
    if not questions:
        return list(_by_section(answer) if answer.choice.order is SortOrder.SECTION else _by_kind(answer, unfolded))
    asked = {hit.id for hit in questions}
    if answer.choice.order is SortOrder.SECTION:
        others = [row for row in _by_section(answer) if not isinstance(row, Hit) or row.id not in asked]
        return [ResultGroup("item", 0, folded=False, running=True), *questions, *_without_empty(others)]
    more = [hit for hit in answer.hits if hit.kind == "item" and hit.id not in asked]
    count, loaded = answer.counts.get("item", 0), sum(hit.kind == "item" for hit in answer.hits)
    shown = "item" in unfolded
    heading = ResultGroup("item", count, folded=not shown and bool(more or loaded < count), running=True)
    return [heading, *questions, *(more if shown else ()), *_by_kind(answer, unfolded, without="item")]


def _without_empty(found: Sequence[Row]) -> Iterator[Row]:
    """Leave out the chapters of which no hit is left."""
    for row, following in zip(found, (*found[1:], None), strict=True):
        if not isinstance(row, Chapter) or isinstance(following, Hit):
            yield row


def _by_section(answer: SearchAnswer) -> list[Row]:
    """Return the hits by section in report order, with a `MoreResults` row at the end if not all hits are loaded."""
    found: list[Row] = []
    for section, hits in groupby(answer.hits, key=lambda hit: hit.section):
        found.append(Chapter(section))
        found += hits
    if len(answer.hits) < answer.total:
        found.append(MoreResults(len(answer.hits), answer.total))
    return found


def _by_kind(answer: SearchAnswer, unfolded: frozenset[str], without: Kind | None = None) -> list[Row]:
    """Return the hits by kind, the kind of the best hit first; a kind that is not in `unfolded` shows at most `FIRST` hits.

    An answer counts all results but contains only the best: a kind without hits in the answer still has a heading.
    """
    groups: dict[Kind, list[Hit]] = {}
    for hit in answer.hits:
        groups.setdefault(hit.kind, []).append(hit)
    for kind in _KINDS:
        if answer.counts.get(kind):
            groups.setdefault(kind, [])
    found: list[Row] = []
    for kind, hits in groups.items():
        if kind == without:
            continue
        shown = hits if kind in unfolded else hits[:FIRST]
        count = answer.counts.get(kind, len(hits))
        found.append(ResultGroup(kind, count, folded=kind not in unfolded and len(shown) < count))
        found += shown
    return found


def question_hits(items: Iterable[str], answer: SearchAnswer, library: Library, language: Language) -> list[Hit]:
    """Return hits for items, in their order: those of the answer with their highlights, others without."""
    known = {hit.id: hit for hit in answer.hits if hit.kind == "item"}
    return [known.get(item) or _hit(item, library, language) for item in items if item in library.items]


def _hit(item: str, library: Library, language: Language) -> Hit:
    found = library.items[item]
    text = found.text(language)
    return Hit(item, "item", text.label, found.sections[0], "", language, language, 0.0, (), Excerpt(text.open), ())


class ResultModel(QAbstractListModel):
    """The rows; the delegate reads them with `row`, screen readers get them as text."""

    def __init__(self, library: Library, conversation: RunningConversation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._conversation = library, conversation
        conversation.answered.connect(self._answered)
        self._rows: Sequence[Row] = ()
        self._language = Language.NL

    def show(self, rows: Sequence[Row], language: Language) -> None:
        """Replace the rows; `language` is the current language, so that `source` can mark hits found in the other."""
        self.beginResetModel()
        self._rows = rows
        self._language = language
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the row at `index`."""
        return self._rows[index.row()]

    def _answered(self, item: str) -> None:
        """Show another answer in the row of a question."""
        if (number := self.number_of(item)) >= 0:
            self.dataChanged.emit(self.index(number), self.index(number))

    def answer(self, row: Row) -> Answer | None:
        """Return the answer to a question of the running conversation; None for any other row."""
        access = self._conversation.access
        if access is None or not isinstance(row, Hit) or row.kind != "item":
            return None
        return access.answer(row.id)

    def question(self, hit: Hit) -> str:
        """Return the sentence that asks a question."""
        return f"“{self._library.items[hit.id].text(self._language).open}”"

    def id_of(self, index: Index) -> str:
        """Return the id of the hit at `index`; empty for a heading."""
        row = self.row(index)
        return row.id if isinstance(row, Hit) else ""

    def first_hit(self) -> int:
        """Return the row number of the first hit, or -1."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Hit)), -1)

    def number_of(self, identifier: str) -> int:
        """Return the row number of the hit with this id, or -1."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, Hit) and row.id == identifier), -1)

    def folded(self, names: Container[str]) -> list[Heading]:
        """Return the folded headings whose `name_of` is in `names`."""
        return [row for row in self._rows if not isinstance(row, Hit) and folded(row) and name_of(row) in names]

    def heading(self, heading: Heading) -> str:
        """Return the text of a heading."""
        match heading:
            case ResultGroup(running=True):
                return self.tr("Items for this conversation")
            case ResultGroup(kind, count):
                return f"{as_title(PLURALS[kind])} · {figure(count, self._language)}"
            case Chapter("help"):
                return as_title(PLURALS["help"])
            case Chapter(section):
                title = self._library.sections[section].title.say(self._language)
                origin = self._origin(section)
                return f"{title} · {origin}" if origin else self._library.sections[section].named(self._language)
            case MoreResults(shown, count):
                text = self.tr("The first %1 of %2")
                return text.replace("%1", figure(shown, self._language)).replace("%2", figure(count, self._language))

    def source(self, hit: Hit) -> str:
        """Return the origin of a hit in one line: section or pack, country, and the reason if no highlight shows it.

        The reason is that the hit was found in the text of the other language, or that it is linked to another hit.
        """
        if hit.kind == "help":
            return as_title(KINDS["help"])
        parts = [self._origin(hit.section) or self._library.sections[hit.section].named(self._language)]
        if hit.country:
            parts.append(self._library.countries[hit.country].name.say(self._language))
        if hit.found_in is not hit.lang:
            dutch = hit.found_in is Language.NL
            parts.append(self.tr("found in the Dutch text") if dutch else self.tr("found in the English text"))
        elif hit.why and not (hit.title_marks or hit.excerpt.marks):
            parts.append(hit.why[0])
        return " · ".join(parts)

    def _origin(self, section: str) -> str:
        """Return the name of the pack that contains a section; empty for sections of the report."""
        pack = self._library.packs.get(self._library.sections[section].pack or "")
        return self.tr("from the pack %1").replace("%1", pack.name.say(self._language)) if pack else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the text of a row; the accessible text includes kind, excerpt and source."""
        row = self._rows[index.row()]
        if not isinstance(row, Hit):
            if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, ResultGroup) and row.folded:
                return f"{self.heading(row)}, " + self.tr("Show all")
            return (
                self.heading(row) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
            )
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._marked(row)
        return None

    def _spoken(self, hit: Hit) -> str:
        kind = as_title(KINDS[hit.kind])
        if (answer := self.answer(hit)) is not None:
            return f"{hit.title}: {answer_words(answer)}. {kind}. {self.question(hit)}"
        return f"{hit.title}. {kind}. {hit.excerpt.text}. {self.source(hit)}"

    def _marked(self, hit: Hit) -> str:
        """Return the highlighted words of a hit, each once, for users who cannot see the highlights."""
        found = [hit.title[start:end] for start, end in hit.title_marks]
        found += [hit.excerpt.text[start:end] for start, end in hit.excerpt.marks]
        return self.tr("Marked: %1").replace("%1", ", ".join(dict.fromkeys(found))) if found else ""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make hits and folded headings selectable; the arrow keys skip headings without folded hits."""
        row = self._rows[index.row()]
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if isinstance(row, Hit) or folded(row) else Qt.ItemFlag.NoItemFlags


def folded(heading: Heading) -> bool:
    """Return whether more results belong to a heading than are shown."""
    return isinstance(heading, MoreResults) or (isinstance(heading, ResultGroup) and heading.folded)


def name_of(heading: Heading) -> str:
    """Return an identifier of a heading that does not depend on the language."""
    match heading:
        case ResultGroup(kind):
            return kind
        case Chapter(section):
            return f"§{section}"
        case MoreResults():
            return "rest"
