"""What compounds add to a term: those that hold it as a part, and the parts that it holds itself."""

from collections.abc import Sequence
from dataclasses import replace
from math import log2
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary
from guidance_kb.search.query.plan import Closeness, Pattern, Term

NEARBY: Final = 8
"""Words that may stand between the parts of a compound: "les in de Nederlandse taal" for taalles."""

_REMEMBERED: Final = 1000
"""Words whose parts are kept: those of the query, which come again with each key."""


class CompoundParts:
    """Adds compounds and parts to terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._parts: dict[str, tuple[str, ...]] = {}

    def add(self, term: Term) -> Term:
        """Returns `term` that is also found in compounds and by its parts; Dutch compounds only, hence in Dutch text only."""
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
        """Returns `term` that is also found by its parts near each other, and by each of them where no document holds it."""
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
        """Returns the parts of a folded word; empty when it is no compound."""
        if word not in self._parts:
            if len(self._parts) >= _REMEMBERED:
                self._parts.clear()
            self._parts[word] = self._vocabulary.split(word)
        return self._parts[word]

    def _shares(self, stems: Sequence[str]) -> dict[str, float]:
        """How much each stem says: the rarer the more. One that stands nowhere cannot be found and gets nothing."""
        held = {stem: documents for stem in stems if (documents := self._vocabulary.documents(stem))}
        worth = {stem: 1.0 / log2(1 + documents) for stem, documents in held.items()}
        return {stem: round(value / sum(worth.values()), 3) for stem, value in worth.items()}
