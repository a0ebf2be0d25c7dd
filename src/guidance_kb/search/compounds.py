"""Takes Dutch compounds apart: kinderopvangtoeslag is kinderopvang and toeslag, kinderopvang is kinder and opvang.

A general word list gives nonsense (kind + erop + vang); with the words of the content and the thesaurus alone there is little to go
wrong, and what still does stands in `resources/language/compounds.toml`.
"""

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.search.stemming import stemming

SHORTEST: Final = 4
"""Letters of a part, unless it stands among the short ones."""

LONGEST: Final = 50
"""Letters of a word that is taken apart; nobody types a longer one."""


class _Way(NamedTuple):
    """A way to read the beginning of a word; the smallest is the best."""

    parts: int
    linking: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compounds:
    """What compounds are made of, beyond the words that are known.

    Attributes:
        links: Letters that may stand between two parts; the first is none.
        parts: Words that are parts, known or not.
        stems: Their stems, for their other forms at the end.
        short: Parts that have fewer than `SHORTEST` letters.
        never: Words that are no part.
        whole: Stems of words that are not taken apart.
    """

    links: tuple[str, ...]
    parts: frozenset[str]
    stems: frozenset[str]
    short: frozenset[str]
    never: frozenset[str]
    whole: frozenset[str]

    @property
    def shortest(self) -> int:
        """Letters of the shortest part."""
        return min(SHORTEST, *map(len, self.short))

    def is_part(self, word: str) -> bool:
        """Whether a known word may be a part."""
        return (len(word) >= SHORTEST or word in self.short) and word.isalpha() and word not in self.never

    def may_have_parts(self, word: str) -> bool:
        """Whether it makes sense to take a folded word apart."""
        return 2 * SHORTEST - 1 <= len(word) <= LONGEST and stemming(Language.NL).stem(word) not in self.whole

    def split(self, word: str, known: Collection[str], endings: Collection[str] = ()) -> tuple[str, ...]:
        """Returns the parts of `word`, without what links them: as few as possible; empty when it is no compound.

        Args:
            word: A folded word.
            known: The words that may be parts, if `is_part` agrees.
            endings: The ends of `word` that may be the last part because they are a form of a known word.
        """
        if not self.may_have_parts(word):
            return ()
        best: dict[int, _Way] = {0: _Way(0, 0, ())}
        for end in range(1, len(word) + 1):
            ways = [
                _Way(best[start].parts + 1, best[start].linking + linking, (*best[start].words, part))
                for start in best
                for part, linking in self._parts(word, start, end, known, endings)
            ]
            if ways:
                best[end] = min(ways)
        return best[len(word)].words if len(word) in best else ()

    def _parts(
        self, word: str, start: int, end: int, known: Collection[str], endings: Collection[str]
    ) -> Iterator[tuple[str, int]]:
        """The readings of a piece of `word` as one part, with how many letters link it to the next."""
        piece = word[start:end]
        if end == len(word):
            stem = stemming(Language.NL).stem(piece)
            if start > 0 and self.is_part(piece) and (piece in known or piece in endings or stem in self.stems):
                yield piece, 0
            return
        for link in self.links:
            part = piece.removesuffix(link)
            if (not link or part != piece) and self.is_part(part) and (part in known or part in self.parts):
                yield part, len(link)


@cache
def compounds() -> Compounds:
    """Returns what is known of Dutch compounds, read once."""
    data = tomllib.loads((paths.RESOURCES / "language" / "compounds.toml").read_text("utf-8"))
    dutch = stemming(Language.NL)
    return Compounds(
        links=("", *data["links"]),
        parts=frozenset(data["parts"]),
        stems=frozenset(dutch.stems(data["parts"])),
        short=frozenset(data["short"]),
        never=frozenset(data["never"]) | dutch.stop | dutch.negation,
        whole=frozenset(dutch.stems(data["whole"])),
    )
