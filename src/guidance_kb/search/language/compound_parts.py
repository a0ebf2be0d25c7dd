"""Expansion of a term with Dutch compounds: compounds that contain it, and its own parts."""

from collections.abc import Sequence
from dataclasses import replace
from math import log2
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query.plan import Closeness, Pattern, Term

NEARBY: Final = 8
"""Number of words allowed between the parts of a compound: "les in de Nederlandse taal" for taalles."""

_REMEMBERED: Final = 1000
"""Number of words whose parts are cached: those of the query recur at every keystroke."""


class CompoundParts:
    """Adds compounds and parts to terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._parts: dict[str, tuple[str, ...]] = {}

    def add(self, term: Term) -> Term:
        """Return `term` with patterns for compounds and parts; they are Dutch only, so for Dutch text only."""
        words = term.nl[0].words
        if term.phrase or term.starred or term.nl[0].spread:
            return term
        if len(words) > 1:
            return self._by_parts(term, words)
        searched = {pattern.words for pattern in term.nl if pattern.stemmed}
        larger = tuple(
            Pattern(Closeness.COMPOUND, (found.stem,), stemmed=True, label=found.word)
            for found in self._vocabulary.compounds(words[0])
            if (found.stem,) not in searched
        )
        term = replace(term, nl=term.nl + larger) if larger else term
        parts = self.parts(words[0])
        return self._by_parts(term, parts) if parts else term

    def _by_parts(self, term: Term, parts: Sequence[str]) -> Term:
        """Return `term` with a pattern of its parts near each other, and one for each part in case no document matches."""
        stems = tuple(stemming(Language.NL).stems(list(parts)))
        together = Pattern(Closeness.PARTS, stems, stemmed=True, spread=NEARBY, label=" + ".join(parts))
        labels = dict(zip(stems, parts, strict=True))
        shares = self._shares(list(labels))
        single = tuple(
            Pattern(Closeness.PART, (stem,), stemmed=True, label=labels[stem], share=share)
            for stem, share in shares.items()
        )
        return replace(term, nl=(*term.nl, together), parts=single)

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word; empty if it is not a compound."""
        if word not in self._parts:
            if len(self._parts) >= _REMEMBERED:
                self._parts.clear()
            self._parts[word] = self._vocabulary.split(word)
        return self._parts[word]

    def _shares(self, stems: Sequence[str]) -> dict[str, float]:
        """Return the relative weight of each stem: the rarer, the greater. Stems without documents are left out."""
        held = {stem: documents for stem in stems if (documents := self._vocabulary.documents(stem))}
        worth = {stem: 1.0 / log2(1 + documents) for stem, documents in held.items()}
        return {stem: round(value / sum(worth.values()), 3) for stem, value in worth.items()}
