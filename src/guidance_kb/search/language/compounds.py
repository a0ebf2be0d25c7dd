"""Takes Dutch compounds apart: kinderopvangtoeslag is kinderopvang and toeslag, kinderopvang is kinder and opvang.

A general word list gives nonsense (kind + erop + vang); with the words of the content and the thesaurus alone there is little to go
wrong, and what still does stands in `resources/language/compounds.toml`.
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
"""Letters of a part, unless it stands among the short ones."""

LONGEST: Final = 50
"""Letters of a word that is taken apart; nobody types a longer one."""


class _Way(NamedTuple):
    """A way to read the beginning of a word; of those with equally many parts the smallest is the best."""

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
        shortest: Letters of the shortest part.
    """

    links: tuple[str, ...]
    parts: frozenset[str]
    stems: frozenset[str]
    short: frozenset[str]
    never: frozenset[str]
    whole: frozenset[str]
    shortest: int

    def is_part(self, word: str) -> bool:
        """Whether a known word may be a part."""
        return (len(word) >= SHORTEST or word in self.short) and word.isalpha() and word not in self.never

    def may_have_parts(self, word: str) -> bool:
        """Whether it makes sense to take a folded word apart."""
        return 2 * SHORTEST - 1 <= len(word) <= LONGEST and stemming(Language.NL).stem(word) not in self.whole

    def split(self, word: str, known: Container[str], endings: Container[str] = ()) -> tuple[str, ...]:
        """Returns the parts of `word`, without what links them: as few as possible; empty when it is no compound.

        Args:
            word: A folded word.
            known: The words that may be parts, if `is_part` agrees.
            endings: The ends of `word` that may be the last part because they are a form of a known word.
        """
        if not self.may_have_parts(word):
            return ()
        ways = {0: _Way(0, ())}
        reached = {0}
        while ways:  # by one part more each time, so that the first way to the end has the fewest
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
        """The ways to go on from `start` by one part, each with where that leads: past the part and what links it to the next."""
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
        shortest=min(SHORTEST, *map(len, data["short"])),
    )
