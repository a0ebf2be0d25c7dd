"""Follows a running note and the ticks of a conversation: the few entries that fit, each with its reason (product.md, C11).

A note is read as a query of which any word is enough: first the concepts that it names, sentence by sentence, then its words that say most.
Nothing of it is kept, logged or written.
"""

import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Language, Text
from guidance_kb.search.choice import Order
from guidance_kb.search.expanding import expanded
from guidance_kb.search.folding import words
from guidance_kb.search.plan import ANYWHERE, Closeness, Field, Filter, Mode, Pattern, Plan, Term, Value
from guidance_kb.search.ranker import Candidate, Ranker, Wanted
from guidance_kb.search.stemming import stemming
from guidance_kb.search.thesaurus import Concept, Thesaurus
from guidance_kb.search.vocabulary import Vocabulary

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

TICKED: Final = 1.0
"""What a tick counts for beside the words of a note: about a concept named in a title."""

_KINDS: Final = ("finding", "practice", "recommendation", "persona", "method")
_ENTRIES: Final = (Filter(Field.KIND, tuple(Value(kind, Text(kind, kind)) for kind in _KINDS)),)
_SENTENCE = re.compile(r"[.!?;:\n\r]+")
_NOTED: Final = Text("u noteerde: {}", "you noted: {}")
_BY: Final = Text("past bij: {}", "goes with: {}")


@dataclass(frozen=True, slots=True)
class Followed:
    """An entry that fits what is said.

    Attributes:
        id: Of the entry.
        kind: Of the entry.
        title: In the language `lang`.
        section: Its place in the report.
        lang: The language of the text that was found.
        reasons: Why it fits, in the asked language: words of the note, and what was ticked.
    """

    id: str
    kind: str
    title: str
    section: str
    lang: Language
    reasons: tuple[str, ...]


class Follower:
    """Finds what fits a note and ticks in one knowledge database."""

    def __init__(
        self, connection: sqlite3.Connection, thesaurus: Thesaurus, vocabulary: Vocabulary, ranker: Ranker
    ) -> None:
        self._connection = connection
        self._thesaurus = thesaurus
        self._vocabulary = vocabulary
        self._ranker = ranker

    def follow(self, note: str, language: Language, ticked: Collection[str], limit: int) -> list[Followed]:
        """Returns the entries that fit; see `Searcher.follow`."""
        plan = self._plan(note[-LONGEST:], language)
        found = self._ranker.first(Wanted(plan, language, _ENTRIES, Order.RELEVANCE, 4 * limit)) if plan.clauses else []
        found = [candidate for candidate in found if not candidate.near]  # what only comes with another was not said
        ticks = self._by_ticks(ticked, language)
        best = max((candidate.score for candidate in found), default=1.0)
        scores = {candidate.id: candidate.score / best for candidate in found}
        for entry, targets in ticks.items():
            scores[entry] = scores.get(entry, 0.0) + TICKED * (1 - 0.5 ** len(targets))
        first = sorted(scores, key=lambda entry: (-scores[entry], entry))[:limit]
        reasons = {candidate.id: _noted(candidate, plan, language) for candidate in found}
        for entry, targets in ticks.items():
            reasons[entry] = (*reasons.get(entry, ()), *(_BY.say(language).format(name) for name in targets))
        langs = {candidate.id: candidate.lang for candidate in found}
        return [self._followed(entry, langs.get(entry, language), reasons[entry]) for entry in first]

    # ── what a note says ────────────────────────────────────────────────────────────────────────

    def _plan(self, note: str, language: Language) -> Plan:
        concepts: dict[str, tuple[Concept, Term]] = {}
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

    def _by_ticks(self, ticked: Collection[str], language: Language) -> dict[str, list[str]]:
        """The entries linked to what the ticked questions point to, with the names of that."""
        marks = ", ".join("?" * len(ticked))
        sql = (
            "SELECT DISTINCT link.source, document.title FROM evidence JOIN link ON link.target = evidence.target"  # noqa: S608
            " JOIN document ON document.id = evidence.target AND document.lang = ?"
            " JOIN entry ON entry.id = link.source"
            f" WHERE evidence.state = 'named' AND evidence.item IN ({marks})"
            " ORDER BY link.ours, entry.position, document.number"
        )
        found: dict[str, list[str]] = {}
        for entry, name in self._connection.execute(sql, (language, *sorted(ticked))):
            found.setdefault(entry, []).append(name)
        return found

    def _followed(self, entry: str, lang: Language, reasons: tuple[str, ...]) -> Followed:
        sql = "SELECT kind, title, section FROM document WHERE id = ? AND lang = ?"
        kind, title, section = self._connection.execute(sql, (entry, lang)).fetchone()
        return Followed(entry, kind, title, section, lang, reasons)


def _said(said: Sequence[str], stems: Mapping[Language, Sequence[str]], places: Sequence[int]) -> Term:
    """The term of the words at these places of a sentence."""
    spread = ANYWHERE if len(places) > 1 else 0
    nl, en = (
        (Pattern(Closeness.STEM, tuple(stems[each][place] for place in places), stemmed=True, spread=spread),)
        for each in Language
    )
    return Term(" ".join(said[place] for place in places), nl, en)


def _noted(candidate: Candidate, plan: Plan, language: Language) -> tuple[str, ...]:
    """The words of the note that an entry was found by, in the order of the note."""
    found = candidate.found
    clauses = sorted({at.clause for column in found.columns for at in column})
    return tuple(_NOTED.say(language).format(plan.clauses[clause][0].text) for clause in clauses)


def _stopped(language: Language) -> frozenset[str]:
    stemmer = stemming(language)
    return frozenset(stemmer.stems(sorted(stemmer.stop | stemmer.negation)))
