"""The nearest topics of words that found nothing: concepts of the thesaurus with a label that looks like them."""

from collections.abc import Iterator, Sequence
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.thesaurus import ThesaurusConcept

MOST: Final = 6
"""Topics that are offered."""

ALIKE: Final = 0.5
"""How much of their letter groups a word and a label share at least (Dice), for the one to be offered for the other."""


class Topics:
    """Knows the topics of the thesaurus by the looks of their labels. The groups of letters are made at the first question."""

    def __init__(self, concepts: Sequence[ThesaurusConcept]) -> None:
        self._concepts = concepts
        self._groups: list[tuple[frozenset[str], ...]] = []

    def nearest(self, query: Sequence[str], language: Language) -> Iterator[str]:
        """Yields the preferred labels, in `language`, of the concepts nearest to the words of a query, the nearest first.

        Only concepts whose preferred label stands in the content are offered: a topic always finds something.
        """
        if not self._groups:
            self._groups = [tuple(_label_groups(concept)) for concept in self._concepts]
        light = frozenset().union(*(stemming(each).stop | stemming(each).negation for each in Language))
        said = (word for text in query for word in words(text) if word not in light)
        wanted = [groups for word in said if (groups := _groups(word))]
        alike = [
            (max((_dice(one, other) for one in wanted for other in of), default=0.0), concept)
            for concept, of in zip(self._concepts, self._groups, strict=True)
        ]
        for likeness, concept in sorted(alike, key=lambda pair: -pair[0])[: 2 * MOST]:
            label = concept.labels(language)[0]
            if likeness >= ALIKE and label.used:
                yield label.text


def _label_groups(concept: ThesaurusConcept) -> Iterator[frozenset[str]]:
    for label in (*concept.nl, *concept.en):
        yield from filter(None, map(_groups, words(label.text)))


def _groups(word: str) -> frozenset[str]:
    """The groups of three letters of a word, its beginning counted as a letter; none of a word that is too short to compare."""
    padded = f" {word}"
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2)) if len(word) > 3 else frozenset()  # noqa: PLR2004


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
