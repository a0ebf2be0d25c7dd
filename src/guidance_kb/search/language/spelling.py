"""Spelling correction: the closest word of the content or the thesaurus to an unknown word.

The distance models typing errors (transposed letters, a neighbouring key, a missing or extra letter) and words that sound alike (d for t,
ei for ij). Such an error costs less than another letter.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import inf, log2
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import fold
from guidance_kb.search.language.vocabulary import Vocabulary, VocabularyWord, letters

SHORTEST: Final = 4
"""Minimum number of letters of a word that is corrected; shorter ones are close to too many others."""

LONGEST: Final = 40
"""Maximum number of letters of a word that is corrected."""

_ABBREVIATION: Final = 6
"""Maximum number of letters of a word in capitals that is an abbreviation; a longer one is rather typed with the capitals locked."""

_SWAP_ONLY: Final = 4
"""Number of letters up to which only letters in the wrong order are corrected: gled is geld, but adhd is not add."""

_VOWELS: Final = frozenset("aeiouy")

_TWO_ERRORS: Final = 6
"""Number of letters from which two errors are allowed instead of one."""

_OTHER: Final = 1.0
_MISSING: Final = 0.9
_SWAPPED: Final = 0.5
_NEIGHBOUR: Final = 0.6
_SOUNDS_ALIKE: Final = 0.6
_DOUBLED: Final = 0.5
_FIRST: Final = 0.4
"""Costs of errors; `_FIRST` is added if the first letter is wrong, which people notice at once."""

_FAMILIAR: Final = 0.03
_MOST_DOUBLINGS: Final = 10
_GAIN: Final = _FAMILIAR * _MOST_DOUBLINGS
"""Bonus of a word for each doubling of its documents, the number of doublings that count, and the maximum bonus."""

_KEYS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS: Final = ("dt", "sz", "fv", "ck", "iy", "ij", "ei", "gh", "ae", "bp")


def is_abbreviation(typed: str) -> bool:
    """Return whether a word as typed looks like an abbreviation, which has no near word: ADHD, UWV, wvggz."""
    return (typed.isupper() and len(typed) <= _ABBREVIATION) or _VOWELS.isdisjoint(fold(typed))


class Speller:
    """Finds corrections among all words of the knowledge database, held in memory."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_length: dict[Language, dict[int, list[VocabularyWord]]] = {}
        for language in Language:
            by_length = self._by_length[language] = defaultdict(list)
            for word in vocabulary.words(language):
                if word.word.isalpha():
                    by_length[len(word.word)].append(word)

    def meant(self, word: str, language: Language, most: int = 2) -> str:
        """Return the correction of a folded word in `language`; empty if there is no close word.

        Args:
            word: A folded word.
            language: The language of the correction.
            most: The maximum number of errors; a short word may have one.
        """
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return ""
        for errors in range(1, min(most, 1 if len(word) < _TWO_ERRORS else 2) + 1):
            best = self._best(word, language, errors)
            if best:
                return best if len(word) > _SWAP_ONLY or sorted(best) == sorted(word) else ""
        return ""

    def _best(self, word: str, language: Language, errors: int) -> str:
        best, limit = "", errors + _GAIN
        for known in self._near(word, language, errors):
            gain = _FAMILIAR * min(log2(1 + known.documents), _MOST_DOUBLINGS)
            cost = distance(word, known.word, errors, min(limit + gain, errors))
            if cost <= errors and cost - gain < limit:
                best, limit = known.word, cost - gain
        return best

    def _near(self, word: str, language: Language, errors: int) -> Iterator[VocabularyWord]:
        """Yield the words of similar length and letters: each error removes one letter at most, and adds one.

        A word with two errors begins with the right letters: donkere is not bonkers.
        """
        bits = letters(word)
        by_length = self._by_length[language]
        for length in range(max(SHORTEST - 1, len(word) - errors), len(word) + errors + 1):
            for known in by_length.get(length, ()):
                differ = known.letters ^ bits
                if (differ & bits).bit_count() > errors or (differ & known.letters).bit_count() > errors:
                    continue
                if errors == 1 or known.word[0] == word[0] or known.word[:2] == word[1::-1]:
                    yield known


def distance(typed: str, word: str, errors: int, most: float) -> float:
    """Return the weighted Damerau distance from `word` to `typed`.

    Args:
        typed: A folded word.
        word: Another folded word.
        errors: The maximum shift of a letter.
        most: The cost above which it stops and returns infinity.
    """
    before: list[float] = []
    last = [0.0]
    for place in range(len(word)):
        last.append(last[-1] + _gap(word, place))
    for row, letter in enumerate(typed):
        line = [inf] * (len(word) + 1)
        if row < errors:
            line[0] = last[0] + _gap(typed, row)
        missing = _gap(typed, row)
        for column in range(max(0, row - errors), min(len(word), row + errors + 1)):
            other = word[column]
            cost = last[column] + (0.0 if letter == other else _instead(letter, other, first=row == column == 0))
            cost = min(cost, last[column + 1] + missing, line[column] + _gap(word, column))
            if row and column and letter == word[column - 1] and typed[row - 1] == other and letter != other:
                cost = min(cost, before[column - 1] + _SWAPPED)
            line[column + 1] = cost
        if min(line) > most and min(last) > most:
            return inf
        before, last = last, line
    return last[-1]


def _gap(word: str, place: int) -> float:
    """Return the cost of an extra or missing letter."""
    if place == 0:
        return _MISSING + _FIRST
    return _DOUBLED if word[place] == word[place - 1] else _MISSING


def _instead(letter: str, other: str, *, first: bool) -> float:
    return _INSTEAD.get(letter + other, _OTHER) + (_FIRST if first else 0.0)


def _cheap() -> Iterator[tuple[str, float]]:
    for upper, lower in zip(_KEYS, (*_KEYS[1:], ""), strict=True):
        for place, key in enumerate(upper):
            beside = upper[place + 1 : place + 2] + lower[max(0, place - 1) : place + 1]
            for neighbour in beside:
                yield key + neighbour, _NEIGHBOUR
                yield neighbour + key, _NEIGHBOUR
    for one, other in _SOUNDS:
        yield one + other, _SOUNDS_ALIKE
        yield other + one, _SOUNDS_ALIKE


_INSTEAD: Final = dict(_cheap())
