"""The thesaurus: concepts with labels in both languages, recognised in a query by any of their labels.

A label of several words matches in any order and with other words between ("wie past er op de kinderen" in "wie past er vanavond op mijn
kinderen"); all its words except stop words are required. Negations are required too: "geen oppas" is not "oppas".
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.language.folding import fold, words
from guidance_kb.search.language.stems import Stemming, stemming
from guidance_kb.search.query.plan import Closeness, Expansion, Pattern, Term

_HYPHEN = re.compile(r"(?<=[^ \-])-(?=[^ \-])")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a concept with its stems, without stop words unless it has only these.

    `used` is False if a stem does not occur in the content, or if the label is a saying: such a label names its concept but is not
    searched.
    """

    text: str
    stems: tuple[str, ...]
    used: bool = True


@dataclass(frozen=True, slots=True)
class ThesaurusConcept:
    """A concept with its labels, the preferred one first."""

    id: str
    nl: tuple[Label, ...]
    en: tuple[Label, ...]

    def labels(self, language: Language) -> tuple[Label, ...]:
        """Return the labels in `language`."""
        return self.nl if language is Language.NL else self.en


class Match(NamedTuple):
    """A concept found in a query, and the indexes of the words that name it."""

    concept: ThesaurusConcept
    places: tuple[int, ...]


class Thesaurus:
    """All concepts, indexed by stem.

    Attributes:
        concepts: All concepts.
    """

    def __init__(self, concepts: Iterable[ThesaurusConcept]) -> None:
        self.concepts = tuple(concepts)
        self._by_stem: dict[Language, dict[str, list[tuple[Label, ThesaurusConcept]]]] = {
            language: {} for language in Language
        }
        for concept in self.concepts:
            for language in Language:
                for label in concept.labels(language):
                    self._by_stem[language].setdefault(label.stems[0], []).append((label, concept))

    def find(
        self, stems: Mapping[Language, Sequence[str]], first: Language, *, loose: int | None = None
    ) -> list[Match]:
        """Find the concepts that a sequence of words names: longer labels first, each word in one label only.

        Args:
            stems: The stem of each word, in each language; the sequences are equally long.
            first: The language to prefer for a word that is a label in both.
            loose: The number of other words allowed between those of a label; unlimited if None.
        """
        found: dict[tuple[int, ...], list[Match]] = {}
        for language in (first, first.other):
            for places, matches in self._named(stems[language], language).items():
                if loose is None or places[-1] - places[0] < len(places) + loose:
                    found.setdefault(places, matches)
        chosen: list[Match] = []
        taken: set[int] = set()
        for places in sorted(found, key=lambda places: (-len(places), places)):
            if taken.isdisjoint(places):
                taken.update(places)
                chosen += found[places]
        return sorted(chosen, key=lambda match: match.places)

    def _named(self, stems: Sequence[str], language: Language) -> dict[tuple[int, ...], list[Match]]:
        place = {stem: number for number, stem in reversed(list(enumerate(stems)))}
        found: dict[tuple[int, ...], list[Match]] = {}
        for stem in place:
            for label, concept in self._by_stem[language].get(stem, ()):
                if all(part in place for part in label.stems):
                    places = tuple(sorted({place[part] for part in label.stems}))
                    matches = found.setdefault(places, [])
                    if all(match.concept is not concept for match in matches):
                        matches.append(Match(concept, places))
        return found


def label(text: str, stemmer: Stemming) -> Label | None:
    """Return the label `text`, or None if it has no word. A hyphenated word is one word: walk-in is not the word "walk"."""
    all_words = words(_HYPHEN.sub("", fold(text)))
    said = [word for word in all_words if word not in stemmer.stop] or all_words
    return Label(text, tuple(dict.fromkeys(stemmer.stems(said)))) if said else None


_SAYING: Final = 4
"""Number of words from which a label is a saying. Without its stop words it says other things in a text: of "wie past er op de kinderen"
remains what also stands in a text on what suits children.
"""


def is_saying(label: str) -> bool:
    """Return whether a label is a whole sentence."""
    return len(words(label)) >= _SAYING


def read(connection: sqlite3.Connection) -> Thesaurus:
    """Read the thesaurus of a knowledge database."""
    rows = connection.execute(
        "SELECT concept, lang, label FROM concept_label JOIN concept ON concept.id = concept"
        " ORDER BY concept.position, lang, concept_label.position"
    )
    labels: dict[str, dict[Language, list[Label]]] = {}
    for concept, lang, text in rows:
        language = Language(lang)
        found = label(text, stemming(language))
        if found is not None:
            labels.setdefault(concept, {Language.NL: [], Language.EN: []})[language].append(found)
    for language in Language:
        every = {stem for of in labels.values() for found in of[language] for stem in found.stems}
        standing = _standing(connection, language, every)
        for of in labels.values():
            of[language] = [
                replace(found, used=standing.issuperset(found.stems) and not is_saying(found.text))
                for found in of[language]
            ]
    return Thesaurus(
        ThesaurusConcept(concept, tuple(of[Language.NL]), tuple(of[Language.EN])) for concept, of in labels.items()
    )


def _standing(connection: sqlite3.Connection, language: Language, stems: Iterable[str]) -> set[str]:
    """Return those of `stems` that occur in the content."""
    sql = "SELECT stem FROM posting WHERE lang = ? AND named = 0 AND stem IN (SELECT value FROM json_each(?))"
    return {stem for (stem,) in connection.execute(sql, (language, json.dumps(sorted(stems))))}


# Expansion of a term with synonyms: the other labels of the concepts that it names.


MOST_LABELS: Final = 16
"""Maximum number of additional labels of a term in each language."""

NEARBY: Final = 3
"""Number of words allowed between the words of a synonym."""


def expanded(term: Term, concepts: Sequence[ThesaurusConcept]) -> Term:
    """Return `term` with patterns for the labels of `concepts`."""
    if not concepts:
        return term
    patterns = {language: list(term.patterns(language)) for language in Language}
    labels: dict[Language, dict[str, list[str]]] = {language: {} for language in Language}
    for language in Language:
        for concept, pattern in islice(_synonyms(term, concepts, language), MOST_LABELS):
            patterns[language].append(pattern)
            labels[language].setdefault(concept.id, []).append(pattern.label)
    expansions = tuple(
        Expansion(concept.id, *(tuple(labels[language].get(concept.id, ())) for language in Language))
        for concept in concepts
    )
    return replace(term, nl=tuple(patterns[Language.NL]), en=tuple(patterns[Language.EN]), expansions=expansions)


def _synonyms(
    term: Term, concepts: Sequence[ThesaurusConcept], language: Language
) -> Iterator[tuple[ThesaurusConcept, Pattern]]:
    """Yield the labels that find more than the term and each other: a label whose stems include those of a shorter one adds nothing."""
    searched = {frozenset(pattern.words) for pattern in term.patterns(language) if pattern.stemmed}
    labels = [(concept, label) for concept in concepts for label in concept.labels(language) if label.used]
    everything = searched | {frozenset(label.stems) for _, label in labels}
    for concept, label in labels:
        stems = frozenset(label.stems)
        if stems not in searched and not any(other < stems for other in everything):
            searched.add(stems)
            spread = NEARBY if len(label.stems) > 1 else 0
            yield concept, Pattern(Closeness.SYNONYM, label.stems, stemmed=True, spread=spread, label=label.text)
