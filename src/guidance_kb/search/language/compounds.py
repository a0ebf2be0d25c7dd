"""Splitting of Dutch compounds: kinderopvangtoeslag into kinderopvang and toeslag, kinderopvang into kinder and opvang.

A general word list gives nonsense (kind + erop + vang); with only the words of the content and the thesaurus errors are rare, and the
remaining ones are listed in `resources/language/compounds.toml`.
"""

import tomllib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import log2
from typing import TYPE_CHECKING, Final, NamedTuple

from guidance_kb import paths
from guidance_kb.language import Language
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Closeness, Pattern, Term

if TYPE_CHECKING:  # it imports this module
    from guidance_kb.search.language.vocabulary import Vocabulary


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


# --- Expansion of a term: the compounds that contain it, and its own parts


NEARBY: Final = 8
"""Number of words allowed between the parts of a compound: "les in de Nederlandse taal" for taalles."""

_REMEMBERED: Final = 1000
"""Number of words whose parts are cached: those of the query recur at every keystroke."""


class CompoundParts:
    """Adds compounds and parts to terms."""

    def __init__(self, vocabulary: "Vocabulary") -> None:
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

    def stands(self, word: str) -> bool:
        """Return whether a folded word stands in the content as it is, in either language."""
        return self._vocabulary.stands(word)

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
