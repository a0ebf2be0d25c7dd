"""Expansion of a term with synonyms: the other labels of the concepts that it names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Closeness, Expansion, Pattern, Term
from guidance_kb.search.query.thesaurus import ThesaurusConcept

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
