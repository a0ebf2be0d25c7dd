"""The rows of the result list: headings (kinds, or sections of the report) with their hits."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, NamedTuple, get_args

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
class OtherResults:
    """The heading of what was found, below the questions for the running conversation."""

    count: int


@dataclass(frozen=True, slots=True)
class MoreResults:
    """A row for the results that are not shown: `shown` of `count` are."""

    shown: int
    count: int


Heading = ResultGroup | Chapter | OtherResults | MoreResults
Row = Heading | Hit

FIRST = 5
"""Number of hits shown of a kind that is not unfolded."""

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def rows(
    answer: SearchAnswer, unfolded: frozenset[str], questions: Sequence[Hit] = (), *, by_kind: bool = False
) -> list[Row]:
    """Return the rows of an answer: in its order; by section if it is in report order; else by kind if that is wanted.

    What to say stands first, and not again below: the `questions` for the running conversation, or the first hit if it is that.
    """
    first: list[Row] = [ResultGroup("item", 0, folded=False, running=True), *questions] if questions else []
    if not first and answer.to_say is not None:
        first = [answer.to_say]
    above = {row.id for row in first if isinstance(row, Hit)}
    if answer.choice.order is SortOrder.SECTION:
        left: Sequence[Row] = _by_section(answer)
    elif by_kind:
        left = _by_kind(answer, unfolded, above)
    else:
        left = [OtherResults(answer.total)] if questions and answer.hits else []
        left = [*left, *answer.hits, *_rest(answer)]
    return [*first, *_without_empty([row for row in left if not isinstance(row, Hit) or row.id not in above])]


def _without_empty(found: Sequence[Row]) -> Iterator[Row]:
    """Leave out the chapters of which no hit is left."""
    for row, following in pairwise((*found, None)):
        if row is not None and (not isinstance(row, Chapter) or isinstance(following, Hit)):
            yield row


def _rest(answer: SearchAnswer) -> list[MoreResults]:
    """Return a row for the hits that are not loaded, if there are any."""
    return [MoreResults(len(answer.hits), answer.total)] if len(answer.hits) < answer.total else []


def _by_section(answer: SearchAnswer) -> list[Row]:
    """Return the hits by section in report order."""
    found: list[Row] = []
    for section, hits in groupby(answer.hits, key=lambda hit: hit.section):
        found.append(Chapter(section))
        found += hits
    return found + _rest(answer)


def _by_kind(answer: SearchAnswer, unfolded: frozenset[str], above: Container[str]) -> list[Row]:
    """Return the hits by kind, the kind of the best hit first; a kind that is not in `unfolded` shows at most `FIRST` hits.

    An answer counts all results but contains only the best: a kind without hits in the answer still has a heading, but not one of which
    the only hit stands `above`.
    """
    groups: dict[Kind, list[Hit]] = {}
    for hit in answer.hits:
        groups.setdefault(hit.kind, []).append(hit)
    for kind in _KINDS:
        if answer.counts.get(kind):
            groups.setdefault(kind, [])
    found: list[Row] = []
    for kind, hits in groups.items():
        left = [hit for hit in hits if hit.id not in above]
        count = answer.counts.get(kind, len(hits)) - (len(hits) - len(left))
        if count > 0:
            shown = left if kind in unfolded else left[:FIRST]
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


class CardText(NamedTuple):
    """What the open card of a hit says, each empty if there is nothing.

    Attributes:
        ask: The sentence to ask.
        also: What else it may be, or how to ask on.
        step: A step that could be agreed, of the counselor.
    """

    ask: str
    also: str
    step: str


def card_text(identifier: str, library: Library, language: Language) -> CardText:
    """Return what the card of a barrier, a drive, a need or a question says."""
    if (barrier := library.barriers.get(identifier)) is not None:
        about = barrier.nl if language is Language.NL else barrier.en
        return CardText(about.ask, about.also, about.step_counselor)
    if (drive := library.drives.get(identifier)) is not None:
        of = drive.nl if language is Language.NL else drive.en
        return CardText(of.ask, of.build_on, of.step_counselor)
    text = library.items[identifier].text(language)
    return CardText(text.open, text.follow_up, "")


class ResultModel(QAbstractListModel):
    """The rows; the delegate reads them with `row`, screen readers get them as text."""

    def __init__(self, library: Library, conversation: RunningConversation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._conversation = library, conversation
        conversation.answered.connect(self._answered)
        self._rows: Sequence[Row] = ()
        self._card: Hit | None = None
        self._language = Language.NL

    def show(self, rows: Sequence[Row], language: Language, card: Hit | None = None) -> None:
        """Replace the rows; `language` is the current language, so that `source` can mark hits found in the other.

        The row `card` is shown as an open card, with what to say.
        """
        self.beginResetModel()
        self._rows = rows
        self._card = card
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

    def card(self, hit: Hit) -> CardText | None:
        """Return what the open card of a hit says; None if it is shown as a row."""
        return card_text(hit.id, self._library, self._language) if hit is self._card else None

    def excerpt(self, hit: Hit) -> Excerpt:
        """Return the excerpt of a hit; of a question the sentence to ask, and what is ours says so."""
        if hit.kind == "item":
            return Excerpt(self.question(hit))
        return hit.excerpt.labelled(self.tr("Ours: ")) if hit.excerpt.ours else hit.excerpt

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
            case OtherResults(count):
                return self.tr("%1 found").replace("%1", figure(count, self._language))
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
        """Return in one line what a hit is, where it is from, and why it was found if no highlight shows it.

        It is from a country, a part of the report or a pack. The reason is that the hit was found in the text of the other language, or
        that it is linked to another hit.
        """
        parts = [as_title(KINDS[hit.kind])]
        if hit.kind == "help":
            return parts[0]
        if origin := self._origin(hit.section):
            parts.append(origin)
        elif hit.country:
            parts.append(self._library.countries[hit.country].name.say(self._language))
        elif hit.kind != "item":
            parts.append(self._library.sections[hit.section].title.say(self._language))
        if hit.found_in is not hit.lang:
            dutch = hit.found_in is Language.NL
            parts.append(self.tr("found in the Dutch text") if dutch else self.tr("found in the English text"))
        elif hit.why and not (hit.title_marks or self._excerpt_marks(hit)):
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
        card = self.card(hit)
        said = ". ".join(filter(None, card)) if card else self.excerpt(hit).text
        if (answer := self.answer(hit)) is not None:
            return f"{hit.title}: {answer_words(answer)}. {kind}. {said}"
        return f"{hit.title}. {said}. {self.source(hit)}"

    def _excerpt_marks(self, hit: Hit) -> Sequence[tuple[int, int]]:
        """Return the ranges that are highlighted in the excerpt that is shown; a card has none."""
        return () if hit is self._card else self.excerpt(hit).marks

    def _marked(self, hit: Hit) -> str:
        """Return the highlighted words of a hit, each once, for users who cannot see the highlights."""
        found = [hit.title[start:end] for start, end in hit.title_marks]
        found += [self.excerpt(hit).text[start:end] for start, end in self._excerpt_marks(hit)]
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
        case OtherResults() | MoreResults():
            return "rest"
