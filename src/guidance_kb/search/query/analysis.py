"""The analysis chain, in Whoosh's tokenizer and filter protocol: cut and fold, then stem.

The chain reads queries. Texts take the same two steps without a token object a word (`folding.words`, `Stemming.stems`), because
that is ten times as fast; a test holds the two together.
"""

from collections.abc import Iterator
from typing import NamedTuple

from whoosh import analysis

from guidance_kb.language import Language
from guidance_kb.search.language.folding import ranges, words
from guidance_kb.search.language.stems import stemming


class FoldingTokenizer(analysis.Tokenizer):
    """Whoosh's view of `folding.words`: one token a word, `original` is the folded word."""

    def __call__(  # noqa: D102 - Whoosh's protocol, documented there
        self, value: str, *, removestops: bool = True, mode: str = "", **_others: object
    ) -> Iterator[analysis.Token]:
        for position, (word, (start, end)) in enumerate(zip(words(value), ranges(value), strict=True)):
            token = analysis.Token(positions=True, chars=True, removestops=removestops, mode=mode)
            token.text = token.original = word
            token.pos = position
            token.startchar, token.endchar = start, end
            yield token


class Analysed(NamedTuple):
    """A word of a query: folded, its stem, and its range in the original text."""

    word: str
    stem: str
    start: int
    end: int


def analyzer(language: Language) -> analysis.Analyzer:
    """Returns the chain for `language`."""
    return FoldingTokenizer() | analysis.StemFilter(stemfn=stemming(language).stem, cachesize=None)


def analyse(text: str, chain: analysis.Analyzer) -> list[Analysed]:
    """Returns the words of `text` with their stems."""
    return [Analysed(token.original, token.text, token.startchar, token.endchar) for token in chain(text, mode="query")]
