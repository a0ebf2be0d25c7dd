"""All weights of the ranking and switches of the search, as one value.

The ablation of `guidance-kb eval` changes them one at a time. docs/search.md gives the reason for each value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from guidance_kb.search.query.plan import Closeness


def _closeness() -> Mapping[Closeness, float]:
    return MappingProxyType(
        {
            Closeness.EXACT: 1.0,
            Closeness.STEM: 0.9,
            Closeness.PREFIX: 0.65,
            Closeness.SYNONYM: 0.5,
            Closeness.COMPOUND: 0.45,
            Closeness.PARTS: 0.4,
            Closeness.PART: 0.2,
        }
    )


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the ranking.

    Attributes:
        closeness: Weight of a match by its closeness to the typed word; 0 means that it is not searched.
        title: Weight of an occurrence in the title.
        keywords: Weight of an occurrence in the keywords.
        body: Weight of an occurrence in the body.
        phrasings: Weight of a word of a phrasing, relative to the body: the text itself does not contain it.
        phrased: Weight of a phrasing that matches the whole query, as a share of the maximum score of its words.
        left_out: Increase of `phrased` for each stop word of the query: phrasings match those too.
        linked: Share of its score that a hit adds to a hit linked to it.
        near: If fewer documents are found, documents linked to the best of them are added.
        saturation: How soon further occurrences of a word stop adding (the k1 of bm25).
        length: How much a long body counts against a document, 0 to 1 (the b of bm25).
        usual_length: Number of words of a usual body.
        adjacent: Bonus for two adjacent words of the query in order, as a share of their score.
        reach: Number of words between two words of the query beyond which nearness adds nothing.
        other_language: Factor for a text in the other language.
        few: If fewer documents match all words of a query, partial matches follow (`Mode.FEW`). On the first judged set this raised the
            paraphrases from nDCG@10 0.39 (with 1: only if nothing matches all) to 0.55, at no cost elsewhere.
        fallback: Whether to find partial matches if no or few documents match all words.
        coverage: For partial matches: the exponent of the share of words found.
        spelling: Whether to correct unknown words.
    """

    closeness: Mapping[Closeness, float] = field(default_factory=_closeness)
    title: float = 3.0
    keywords: float = 2.0
    body: float = 1.0
    phrasings: float = 0.5
    phrased: float = 0.5
    left_out: float = 0.1
    linked: float = 0.15
    near: int = 10
    saturation: float = 1.5
    length: float = 0.3
    usual_length: float = 60.0
    adjacent: float = 0.6
    reach: int = 6
    other_language: float = 0.85
    few: int = 6
    fallback: bool = True
    coverage: float = 1.0
    spelling: bool = True

    def searches(self, closeness: Closeness) -> bool:
        """Return whether matches of this closeness are searched."""
        return self.closeness[closeness] > 0
