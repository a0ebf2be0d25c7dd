"""Ranking for long queries: any of the words, by BM25 over the fields of a document.

Of a sentence of ten words no text has all, and the text that has most of them need not be the best: what counts is how rare the words of a
text are, how often it has them, and how long it is. The formula of `score` is for the few words that people type: it wants each word to be
there, rather in the title. Both give a share of the rarity of the words, so that a similar phrasing and links add as much to one as to the
other.
"""

from collections.abc import Iterable, Sequence
from math import log
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.query.plan import Closeness, Plan
from guidance_kb.search.ranking.score import Weights

SATURATION: Final = 2.5
"""How soon further occurrences of a word stop adding (k1)."""

LENGTH: Final = 0.75
"""How much a long text counts against a document (b). Texts of packs differ more in length than ours."""

STEM_BM25: Final = "bm25(0.0, 0.0, 0.0, 0.0, 3.0, 2.0, 1.0, 0.5)"
"""The weights of the columns for the choice of candidates by FTS5: the stems only."""


class Fields(NamedTuple):
    """What the ranking has to know of the documents of a language.

    Attributes:
        documents: Their number.
        usual: The mean number of words of the title, the keywords, the body and the phrasings.
    """

    documents: int
    usual: Sequence[float]


class LongRanking:
    """Scores documents of one language for one long query.

    Attributes:
        whole: The highest score that the words together can give.
    """

    def __init__(
        self, plan: Plan, language: Language, holding: Sequence[int], fields: Fields, weights: Weights
    ) -> None:
        """Prepare for the `holding` documents of each clause of a plan."""
        documents, usual = fields
        self._rarity = [log(1.0 + (documents - count + 0.5) / (count + 0.5)) for count in holding]
        self.whole = sum(self._rarity)
        columns = (weights.title, weights.keywords, weights.body, weights.phrasings * weights.body)
        self._columns = [
            (weight, 1.0 - LENGTH, LENGTH / max(mean, 1.0)) for weight, mean in zip(columns, usual, strict=True)
        ]
        self._single: dict[str, list[tuple[int, float]]] = {}
        self._several: list[tuple[int, float, tuple[str, ...]]] = []
        for clause, words, closeness in stems_of(plan, language):
            close = 1.0 if closeness is Closeness.STEM else weights.closeness[closeness]
            if len(words) == 1:
                self._single.setdefault(words[0], []).append((clause, close))
            else:
                self._several.append((clause, close, words))
        self._wanted = {*self._single, *(stem for _, _, words in self._several for stem in words)}

    def score(self, columns: Sequence[str]) -> float:
        """Return the score of a document by the stems of its columns: how much it has of each word, times how rare the word is."""
        amount = [0.0] * len(self._rarity)
        for (weight, base, slope), text in zip(self._columns, columns, strict=True):
            if not text:
                continue
            stems = text.split()
            found = [stem for stem in stems if stem in self._wanted]
            if found:
                self._add(amount, found, weight / (base + slope * len(stems)))
        return sum(rare * much / (much + SATURATION) for rare, much in zip(self._rarity, amount, strict=True) if much)

    def _add(self, amount: list[float], found: Sequence[str], worth: float) -> None:
        for stem in found:
            for clause, close in self._single.get(stem, ()):
                amount[clause] += close * worth
        for clause, close, words in self._several:
            if all(word in found for word in words):
                amount[clause] += close * worth


def stems_of(plan: Plan, language: Language) -> Iterable[tuple[int, tuple[str, ...], Closeness]]:
    """Yield the stems that count for each clause: those of its words, and of synonyms of one word."""
    for number, clause in enumerate(plan.clauses):
        for term in clause:
            for pattern in term.patterns(language):
                if pattern.stemmed and (pattern.closeness is Closeness.STEM or len(pattern.words) == 1):
                    yield number, pattern.words, pattern.closeness


def candidates_text(plan: Plan, language: Language, holding: Sequence[int], most: int) -> str:
    """Return the MATCH text for the candidates: any of the stems.

    The rarest words come first, as long as they have fewer than `most` documents together.
    """
    stems: dict[int, list[str]] = {}
    for number, words, _ in stems_of(plan, language):
        stems.setdefault(number, []).extend(words)
    chosen: dict[str, None] = {}
    total = 0
    for number in sorted(stems, key=lambda clause: holding[clause]):
        total += holding[number]
        if chosen and total > most:
            break
        chosen.update(dict.fromkeys(stems[number]))
    either = " OR ".join(f'"{stem}"' for stem in chosen)
    return f"{{title_stems keywords_stems body_stems phrasings_stems}} : ({either})" if either else ""
