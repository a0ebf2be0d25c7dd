"""Recommendations during a conversation: a few entries that fit the running note and the ticked items, with reasons.

A note is read as a query of which any word suffices: first the concepts that it names, sentence by sentence, then its most specific words.
Nothing of it is kept, logged or written.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil, prod
from typing import Final, NamedTuple

from guidance_kb.language import Language, Text
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query.plan import ANYWHERE, Closeness, Field, Mode, Pattern, Plan, PlanFilter, Term, Value
from guidance_kb.search.query.thesaurus import Thesaurus, ThesaurusConcept, expanded
from guidance_kb.search.ranking.ranker import Candidate, Ranker, Wanted, occurrences_of
from guidance_kb.search.results.choice import SortOrder

LONGEST: Final = 2000
"""Number of characters of a note that are read: the last ones, which are about the current subject."""

MOST_CONCEPTS: Final = 8
MOST_WORDS: Final = 4
"""Maximum number of concepts and of other words of a note that are searched: the concepts named last, and the rarest words."""

LOOSE: Final = 4
"""Number of words of a sentence allowed between those of a label, so that a long sentence does not match a label by accident."""

SHORTEST: Final = 5
"""Minimum number of letters of a word that is searched without a concept."""

COMMON: Final = 0.08
"""Share of documents above which a word is too common."""

TICKED: Final = 2.0
"""Weight of ticks relative to the words of a note: the last tick counts as much as the best match of the note."""

FADING: Final = 0.85
"""Factor for a tick for each later one: the conversation is about what was said last."""

HINTED: Final = 0.5
OURS: Final = 0.8
"""Factors for an answer that is only weak evidence for the linked target, and for a link that is ours and not the report's."""

CROWD: Final = 0.25
"""Exponent by which the number of links of an entry reduces its score."""

ABOUT_AS_WELL: Final = 0.5
"""Share of the best score from which an entry of another kind precedes one of a kind that has enough."""

_KINDS: Final = ("finding", "practice", "recommendation", "persona", "method")
_ENTRIES: Final = (PlanFilter(Field.KIND, tuple(Value(kind, Text(kind, kind)) for kind in _KINDS)),)
_SENTENCE = re.compile(r"[.!?;:\n\r]+")
_NOTED: Final = Text("u noteerde: {}", "you noted: {}")
_BY: Final = Text("past bij: {}", "goes with: {}")


@dataclass(frozen=True, slots=True)
class Followed:
    """An entry that fits the conversation.

    Attributes:
        id: The id of the entry.
        kind: The kind of the entry.
        title: The title in the requested language.
        section: Its section in the report.
        reasons: The reasons in the requested language: words of the note, and targets of ticked items.
        noted: The words of the note that it matches, in the order of the note.
        named: The ids of the ticked items with evidence for its targets, in the order of the conversation.
    """

    id: str
    kind: str
    title: str
    section: str
    reasons: tuple[str, ...]
    noted: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class _Tick(NamedTuple):
    """The result of the ticks for an entry.

    Attributes:
        linked: The number of barriers, drives and needs it is linked to: an entry about everything says little about the tick.
        targets: The names of the targets of the ticks, with their weights.
        items: The ticked items.
    """

    linked: int
    targets: dict[str, float]
    items: dict[str, None]

    @property
    def score(self) -> float:
        """The score: half of the maximum for the last tick; each further target adds its share of the remainder."""
        return TICKED * (1 - prod(1 - weight / 2 for weight in self.targets.values())) / float(self.linked**CROWD)


_NO_TICK: Final = _Tick(1, {}, {})


class Follower:
    """Finds entries for a note and ticks in one knowledge database."""

    def __init__(
        self, connection: sqlite3.Connection, thesaurus: Thesaurus, vocabulary: Vocabulary, ranker: Ranker
    ) -> None:
        self._connection = connection
        self._thesaurus = thesaurus
        self._vocabulary = vocabulary
        self._ranker = ranker

    def follow(
        self, note: str, language: Language, ticked: Sequence[str], aside: Collection[str], limit: int
    ) -> list[Followed]:
        """Return the entries that fit; see `Searcher.follow`."""
        plan = self._plan(note[-LONGEST:], language)
        wanted = Wanted(plan, language, _ENTRIES, SortOrder.RELEVANCE, 4 * limit)
        found = self._ranker.first(wanted)[: wanted.limit] if plan.clauses else []
        found = [candidate for candidate in found if not candidate.near]  # neighbours were not mentioned themselves
        ticks = self._by_ticks(ticked, aside, language)
        best = max((candidate.score for candidate in found), default=1.0)
        scores = {candidate.id: candidate.score / best for candidate in found}
        for entry, tick in ticks.items():
            scores[entry] = scores.get(entry, 0.0) + tick.score
        first = self._mixed(scores, limit)
        noted = {candidate.id: _noted(candidate, plan) for candidate in found}
        return [self._followed(entry, noted.get(entry, ()), ticks.get(entry, _NO_TICK), language) for entry in first]

    # --- Notes

    def _plan(self, note: str, language: Language) -> Plan:
        concepts: dict[str, tuple[ThesaurusConcept, Term]] = {}
        rest: dict[str, Term] = {}
        for sentence in _SENTENCE.split(note):
            said = words(sentence)
            stems = {each: stemming(each).stems(said) for each in Language}
            named: set[int] = set()
            for match in self._thesaurus.find(stems, language, loose=LOOSE):
                named.update(match.places)
                concepts.pop(match.concept.id, None)  # named again: move it to the end
                concepts[match.concept.id] = match.concept, _said(said, stems, match.places)
            rest |= {
                stems[language][place]: _said(said, stems, (place,))
                for place, word in enumerate(said)
                if place not in named and len(word) >= SHORTEST and word.isalpha()
            }
        terms = [expanded(term, (concept,)) for concept, term in list(concepts.values())[-MOST_CONCEPTS:]]
        terms += self._telling(rest, language)
        return Plan("", tuple((term,) for term in terms), mode=Mode.ANY)

    def _telling(self, words: Mapping[str, Term], language: Language) -> list[Term]:
        """Return the most specific words: those of the content with the fewest documents."""
        most = COMMON * self._ranker.documents[language]
        held = {stem: self._vocabulary.documents(stem, language) for stem in words if stem not in _stopped(language)}
        telling = sorted((count, stem) for stem, count in held.items() if 0 < count <= most)
        return [words[stem] for _, stem in telling[:MOST_WORDS]]

    # --- Ticked items

    def _by_ticks(self, ticked: Sequence[str], aside: Collection[str], language: Language) -> dict[str, _Tick]:
        """Return the entries linked to the targets of ticked items, without dismissed targets."""
        sql = (
            "SELECT link.source, document.title, evidence.item, evidence.strength, link.ours,"  # noqa: S608
            " (SELECT count(*) FROM link AS each WHERE each.source = link.source AND each.type IN ('barrier', 'drive'))"
            " FROM evidence JOIN link ON link.target = evidence.target"
            " JOIN document ON document.id = evidence.target AND document.lang = ?"
            " JOIN entry ON entry.id = link.source JOIN item ON item.id = evidence.item"
            f" WHERE evidence.state = 'named' AND evidence.item IN ({_marks(ticked)}) AND evidence.target NOT IN ({_marks(aside)})"
            " ORDER BY link.ours, entry.position, document.number, item.position"
        )
        ages = {item: age for age, item in enumerate(reversed(ticked))}
        found: dict[str, _Tick] = {}
        for entry, name, item, strength, ours, linked in self._connection.execute(
            sql, (language, *ticked, *sorted(aside))
        ):
            tick = found.setdefault(entry, _Tick(linked, {}, {}))
            weight = FADING ** ages[item] * (HINTED if strength == "weak" else 1) * (OURS if ours else 1)
            tick.targets[name] = max(weight, tick.targets.get(name, 0.0))
            tick.items[item] = None
        return found

    def _mixed(self, scores: Mapping[str, float], limit: int) -> list[str]:
        """Return the best entries, at most half of them of one kind while others fit about as well."""
        ranked = sorted(scores, key=lambda entry: -scores[entry])  # for equal scores, links of the report come first
        chosen: list[str] = []
        kinds: Counter[str] = Counter()
        for entry in ranked:
            if len(chosen) == limit or scores[entry] < ABOUT_AS_WELL * scores[ranked[0]]:
                break
            (kind,) = self._connection.execute("SELECT kind FROM entry WHERE id = ?", (entry,)).fetchone()
            kinds[kind] += 1
            if kinds[kind] <= ceil(limit / 2):
                chosen.append(entry)
        rest = (entry for entry in ranked if entry not in chosen)
        wanted = {*chosen, *islice(rest, limit - len(chosen))}
        return [entry for entry in ranked if entry in wanted]

    def _followed(self, entry: str, noted: tuple[str, ...], tick: _Tick, language: Language) -> Followed:
        sql = "SELECT kind, title, section FROM document WHERE id = ? AND lang = ?"
        kind, title, section = self._connection.execute(sql, (entry, language)).fetchone()
        reasons = (
            *(_NOTED.say(language).format(words) for words in noted),
            *(_BY.say(language).format(name) for name in tick.targets),
        )
        return Followed(entry, kind, title, section, reasons, noted, tuple(tick.items))


def _marks(values: Collection[str]) -> str:
    """Return as many SQL placeholders as there are values."""
    return ", ".join("?" * len(values))


def _said(said: Sequence[str], stems: Mapping[Language, Sequence[str]], places: Sequence[int]) -> Term:
    """Return the term of the words at these indexes of a sentence."""
    spread = ANYWHERE if len(places) > 1 else 0
    nl, en = (
        (Pattern(Closeness.STEM, tuple(stems[each][place] for place in places), stemmed=True, spread=spread),)
        for each in Language
    )
    return Term(" ".join(said[place] for place in places), nl, en)


def _noted(candidate: Candidate, plan: Plan) -> tuple[str, ...]:
    """Return the words of the note that an entry matches, in the order of the note."""
    found = occurrences_of(candidate.found)
    clauses = sorted({at.clause for column in found.columns for at in column})
    return tuple(plan.clauses[clause][0].text for clause in clauses)


def _stopped(language: Language) -> frozenset[str]:
    stemmer = stemming(language)
    return frozenset(stemmer.stems(sorted(stemmer.stop | stemmer.negation)))
