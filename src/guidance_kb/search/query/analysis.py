"""The analysis chain in Whoosh's tokenizer and filter protocol: tokenize and fold, then stem.

The chain processes queries. Texts go through the same two steps without token objects (`folding.words`, `Stemming.stems`), which is ten
times as fast; a test checks that both agree.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.language.folding import ranges, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.lean_import import analysis


class FoldingTokenizer(analysis.Tokenizer):
    """`folding.words` as a Whoosh tokenizer: one token for each word, `original` is the folded word."""

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
    """A word of a query: folded form, stem, and range in the original text."""

    word: str
    stem: str
    start: int
    end: int


def analyzer(language: Language) -> analysis.Analyzer:
    """Return the chain for `language`."""
    return FoldingTokenizer() | analysis.StemFilter(stemfn=stemming(language).stem, cachesize=None)


def analyse(text: str, chain: analysis.Analyzer) -> list[Analysed]:
    """Return the words of `text` with their stems."""
    return [Analysed(token.original, token.text, token.startchar, token.endchar) for token in chain(text, mode="query")]
