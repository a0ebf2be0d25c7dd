"""All weights of the ranking, and what the search does by itself, in one value.

The ablation of `guidance-kb eval` takes them away one at a time.

Why each weight is what it is: docs/search.md.
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
    """The weights.

    Attributes:
        closeness: What a word counts for by how near it is to what was typed; at 0 it is not searched for at all.
        title: What an occurrence in the title counts for.
        keywords: The same among the keywords.
        body: The same in the body.
        phrasings: What a word of a phrasing counts for beside the same word of the body: it was never said there.
        phrased: What a phrasing that says the whole query counts for, as a share of all that its words could be worth.
        left_out: What that grows by for each small word of the query that the other words of a text are not asked for: a phrasing says them
            too.
        linked: What a hit gives of its score to a hit that it is linked to.
        near: When fewer documents are found, those linked to the best of them follow.
        saturation: How soon more occurrences of a word stop adding (the k1 of bm25).
        length: How much a long body counts against a document, 0 to 1 (the b of bm25).
        usual_length: Words of a usual body.
        adjacent: What two words of the query side by side and in order add, as a share of what they are worth.
        reach: Words between two words of the query beyond which nearness adds nothing.
        other_language: What a text in the other language counts for.
        few: When fewer documents hold all the words of a query, those that hold some follow (`Mode.FEW`). On the first judged
            set this took the paraphrases from nDCG@10 0.39 (1: only when nothing holds all) to 0.55, at no cost elsewhere.
        fallback: Whether documents with some of the words are found too, when no or few documents hold all.
        coverage: When any word is enough: how strongly the share of the words found counts.
        spelling: Whether words that stand nowhere are corrected.
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
        """Whether documents that are only as close as this are found."""
        return self.closeness[closeness] > 0
