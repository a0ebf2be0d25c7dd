"""Splitting of Dutch compounds: kinderopvangtoeslag into kinderopvang and toeslag, kinderopvang into kinder and opvang.

A general word list gives nonsense (kind + erop + vang); with only the words of the content and the thesaurus errors are rare, and the
remaining ones are listed in `resources/language/compounds.toml`.
"""

import tomllib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming

SHORTEST: Final = 4
"""Minimum number of letters of a part that is not among the short ones."""

LONGEST: Final = 50
"""Maximum number of letters of a word that is split."""


class _Way(NamedTuple):
    """A way to split the start of a word; among those with equally many parts the minimum is the best."""

    linking: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compounds:
    """Rules of compounds, apart from the known words.

    Attributes:
        links: Linking letters between two parts; the first is empty.
        parts: Words that are parts, known or not.
        stems: Their stems, for inflected forms at the end.
        short: Parts with fewer than `SHORTEST` letters.
        never: Words that are not parts.
        whole: Stems of words that are not split.
        shortest: Number of letters of the shortest part.
    """

    links: tuple[str, ...]
    parts: frozenset[str]
    stems: frozenset[str]
    short: frozenset[str]
    never: frozenset[str]
    whole: frozenset[str]
    shortest: int

    def is_part(self, word: str) -> bool:
        """Return whether a known word may be a part."""
        return (len(word) >= SHORTEST or word in self.short) and word.isalpha() and word not in self.never

    def may_have_parts(self, word: str) -> bool:
        """Return whether a folded word may be a compound."""
        return 2 * SHORTEST - 1 <= len(word) <= LONGEST and stemming(Language.NL).stem(word) not in self.whole

    def split(self, word: str, known: Container[str], endings: Container[str] = ()) -> tuple[str, ...]:
        """Return the parts of `word` without linking letters, as few as possible; empty if it is not a compound.

        Args:
            word: A folded word.
            known: The words that may be parts, subject to `is_part`.
            endings: Endings of `word` that may be the last part because they are a form of a known word.
        """
        if not self.may_have_parts(word):
            return ()
        ways = {0: _Way(0, ())}
        reached = {0}
        while ways:  # one part more in each round: the first way to the end has the fewest
            longer: dict[int, _Way] = {}
            for start, way in ways.items():
                for end, one in self._ways(way, word, start, known):
                    if end not in reached:
                        longer[end] = min(one, longer.get(end, one))
            whole = [
                _Way(way.linking, (*way.words, word[start:]))
                for start, way in longer.items()
                if self.is_part(word[start:]) and self._ends(word[start:], known, endings)
            ]
            if whole:
                return min(whole).words
            reached.update(longer)
            ways = longer
        return ()

    def _ways(self, way: _Way, word: str, start: int, known: Container[str]) -> Iterator[tuple[int, _Way]]:
        """Yield each way to add one part at `start`, with the index after the part and its linking letters."""
        for end in range(start + self.shortest, len(word)):
            part = word[start:end]
            if (part in known or part in self.parts) and self.is_part(part):
                for link in self.links:
                    if word.startswith(link, end) and end + len(link) < len(word):
                        yield end + len(link), _Way(way.linking + len(link), (*way.words, part))

    def _ends(self, last: str, known: Container[str], endings: Container[str]) -> bool:
        return last in known or last in endings or stemming(Language.NL).stem(last) in self.stems


@cache
def compounds() -> Compounds:
    """Return the rules of Dutch compounds, read once."""
    data = tomllib.loads((paths.RESOURCES / "language" / "compounds.toml").read_text("utf-8"))
    dutch = stemming(Language.NL)
    return Compounds(
        links=("", *data["links"]),
        parts=frozenset(data["parts"]),
        stems=frozenset(dutch.stems(data["parts"])),
        short=frozenset(data["short"]),
        never=frozenset(data["never"]) | dutch.stop | dutch.negation,
        whole=frozenset(dutch.stems(data["whole"])),
        shortest=min(SHORTEST, *map(len, data["short"])),
    )
