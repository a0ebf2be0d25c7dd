"""Follows a running note and the ticks of a conversation: the few entries that fit, each with its reason (product.md, C11).

A note is read as a query of which any word is enough: first the concepts that it names, sentence by sentence, then its words that say most.
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
from guidance_kb.search.query.synonym_expansion import expanded
from guidance_kb.search.query.thesaurus import Thesaurus, ThesaurusConcept
from guidance_kb.search.ranking.ranker import Candidate, Ranker, Wanted
from guidance_kb.search.results.choice import SortOrder

LONGEST: Final = 2000
"""Characters of a note that are read: its last ones, which are about what is said now."""

MOST_CONCEPTS: Final = 8
MOST_WORDS: Final = 4
"""Concepts, and other words, of a note that are searched for: the last ones named, and those in the fewest documents."""

LOOSE: Final = 4
"""Words of a sentence that may stand between those of a label, so that a long sentence does not name what it never says."""

SHORTEST: Final = 5
"""Letters of a word that is searched for though no concept has it."""

COMMON: Final = 0.08
"""A word in more of the documents than this share says too little."""

TICKED: Final = 2.0
"""What ticks count for beside the words of a note: what was ticked last counts as much as the best that the note brings."""

FADING: Final = 0.85
"""What a tick still counts for when one more was made after it: the conversation is about what was said last."""

HINTED: Final = 0.5
OURS: Final = 0.8
"""What it counts for when the answer only hints at what the entry is linked to, and when only we make that link and not the report."""

CROWD: Final = 0.25
"""How much less an entry counts that is linked to much: the power of their number."""

ABOUT_AS_WELL: Final = 0.5
"""The share of the best score from which on a text of another kind goes before one of a kind that there are enough of."""

_KINDS: Final = ("finding", "practice", "recommendation", "persona", "method")
_ENTRIES: Final = (PlanFilter(Field.KIND, tuple(Value(kind, Text(kind, kind)) for kind in _KINDS)),)
_SENTENCE = re.compile(r"[.!?;:\n\r]+")
_NOTED: Final = Text("u noteerde: {}", "you noted: {}")
_BY: Final = Text("past bij: {}", "goes with: {}")


@dataclass(frozen=True, slots=True)
class Followed:
    """An entry that fits what is said.

    Attributes:
        id: Of the entry.
        kind: Of the entry.
        title: In the asked language.
        section: Its place in the report.
        reasons: Why it fits, in the asked language: words of the note, and what was ticked.
        noted: The words of the note that it fits, in the order of the note.
        named: The ids of the ticked questions that point to what it is linked to, in the order of the conversation.
    """

    id: str
    kind: str
    title: str
    section: str
    reasons: tuple[str, ...]
    noted: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


class _Tick(NamedTuple):
    """What ticks say for an entry.

    Attributes:
        linked: To how many barriers, drives and needs it is linked in all: what is about everything says little about what was ticked.
        targets: The names of what the ticks point to, with what that counts for.
        items: The questions that were ticked.
    """

    linked: int
    targets: dict[str, float]
    items: dict[str, None]

    @property
    def score(self) -> float:
        """Half of all there is for what was ticked last; each target takes its share of what is left."""
        return TICKED * (1 - prod(1 - weight / 2 for weight in self.targets.values())) / float(self.linked**CROWD)


_NO_TICK: Final = _Tick(1, {}, {})


class Follower:
    """Finds what fits a note and ticks in one knowledge database."""

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
        """Returns the entries that fit; see `Searcher.follow`."""
        plan = self._plan(note[-LONGEST:], language)
        found = (
            self._ranker.first(Wanted(plan, language, _ENTRIES, SortOrder.RELEVANCE, 4 * limit)) if plan.clauses else []
        )
        found = [candidate for candidate in found if not candidate.near]  # what only comes with another was not said
        ticks = self._by_ticks(ticked, aside, language)
        best = max((candidate.score for candidate in found), default=1.0)
        scores = {candidate.id: candidate.score / best for candidate in found}
        for entry, tick in ticks.items():
            scores[entry] = scores.get(entry, 0.0) + tick.score
        first = self._mixed(scores, limit)
        noted = {candidate.id: _noted(candidate, plan) for candidate in found}
        return [self._followed(entry, noted.get(entry, ()), ticks.get(entry, _NO_TICK), language) for entry in first]

    # ── what a note says ────────────────────────────────────────────────────────────────────────

    def _plan(self, note: str, language: Language) -> Plan:
        concepts: dict[str, tuple[ThesaurusConcept, Term]] = {}
        rest: dict[str, Term] = {}
        for sentence in _SENTENCE.split(note):
            said = words(sentence)
            stems = {each: stemming(each).stems(said) for each in Language}
            named: set[int] = set()
            for match in self._thesaurus.find(stems, language, loose=LOOSE):
                named.update(match.places)
                concepts.pop(match.concept.id, None)  # named again: now among the last
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
        """The words that say most: those of the content that stand in the fewest documents."""
        most = COMMON * self._ranker.documents[language]
        held = {stem: self._vocabulary.documents(stem, language) for stem in words if stem not in _stopped(language)}
        telling = sorted((count, stem) for stem, count in held.items() if 0 < count <= most)
        return [words[stem] for _, stem in telling[:MOST_WORDS]]

    # ── what was ticked ─────────────────────────────────────────────────────────────────────────

    def _by_ticks(self, ticked: Sequence[str], aside: Collection[str], language: Language) -> dict[str, _Tick]:
        """The entries linked to what the ticked questions point to, but for what was set aside."""
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
        """The best entries, of each kind at most half while there are others that fit about as well."""
        ranked = sorted(scores, key=lambda entry: -scores[entry])  # of those alike, what the report links stands first
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
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def _said(said: Sequence[str], stems: Mapping[Language, Sequence[str]], places: Sequence[int]) -> Term:
    """The term of the words at these places of a sentence."""
    spread = ANYWHERE if len(places) > 1 else 0
    nl, en = (
        (Pattern(Closeness.STEM, tuple(stems[each][place] for place in places), stemmed=True, spread=spread),)
        for each in Language
    )
    return Term(" ".join(said[place] for place in places), nl, en)


def _noted(candidate: Candidate, plan: Plan) -> tuple[str, ...]:
    """The words of the note that an entry was found by, in the order of the note."""
    found = candidate.found
    clauses = sorted({at.clause for column in found.columns for at in column})
    return tuple(plan.clauses[clause][0].text for clause in clauses)


def _stopped(language: Language) -> frozenset[str]:
    stemmer = stemming(language)
    return frozenset(stemmer.stems(sorted(stemmer.stop | stemmer.negation)))
