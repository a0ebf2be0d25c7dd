"""What is asked: the same queries at every size, drawn from the first thousand made-up entries, which every size holds."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from random import Random
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from tests.benchmarks.scale.corpus import Corpus

_EACH: Final = 40
"""Queries of a class."""

_SAMPLE: Final = 1000
_SHORTEST: Final = 4
_KNOWN: Final = 10
"""Entries of the sample that hold a word which people combine with others."""

_MOST_PHRASES: Final = 12


class Shape(Enum):
    """How the words of a query belong together."""

    ALL = auto()
    ANY = auto()
    PREFIX = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: as our search box gets it, and as words or phrases for the others; without those only we are asked."""

    text: str
    phrases: tuple[str, ...] = ()
    shape: Shape = Shape.ALL


def questions(corpus: Corpus, shipped: sqlite3.Connection) -> dict[str, tuple[Asked, ...]]:
    """The queries by class. A space at the end says that the last word is finished, and no beginning of words."""
    random = Random(7)  # noqa: S311 - the same each time
    stop = stemming(Language.NL).stop
    texts = [
        [word for word in words(entry.texts[Language.NL].body) if word.isalpha() and len(word) >= _SHORTEST]
        for entry in corpus.entries(_SAMPLE)
    ]
    held = Counter(word for text in texts for word in set(text) - stop)
    known = {word for word, entries in held.items() if entries >= _KNOWN}
    ranked = [word for word, _ in held.most_common()]
    spread = [ranked[int(len(ranked) ** (place / _EACH))] for place in range(_EACH)]

    def together(number: int) -> list[str]:
        """Words that stand together in an entry, as people ask for what there is."""
        return random.sample(sorted(known.intersection(random.choice(texts))), number)

    starts = list(dict.fromkeys(random.choice(random.choice(texts))[:3] for _ in range(20 * _EACH)))
    return {
        "one word": _each(lambda place: _finished([spread[place]])),
        "a common word": _each(lambda place: _finished([ranked[place]])),
        "two words": _each(lambda _: _finished(together(2))),
        "three words": _each(lambda _: _finished(together(3))),
        "OR of three": _each(lambda _: _either(together(3))),
        "prefix of three letters": _each(lambda place: Asked(starts[place], (starts[place],), Shape.PREFIX)),
        "with synonyms": tuple(_expanded(shipped, random)),
        "a typing error": _each(lambda place: Asked(_mistyped(ranked[50 + 7 * place]) + " ")),
        "with a filter": _each(lambda _: Asked(f"land:ierland {together(1)[0]} ")),
    }


def _each(make: Callable[[int], Asked]) -> tuple[Asked, ...]:
    return tuple(make(place) for place in range(_EACH))


def _finished(terms: Sequence[str]) -> Asked:
    return Asked(" ".join(terms) + " ", tuple(terms))


def _either(terms: Sequence[str]) -> Asked:
    return Asked(" OR ".join(terms) + " ", tuple(terms), Shape.ANY)


def _expanded(shipped: sqlite3.Connection, random: Random) -> list[Asked]:
    """Labels of the thesaurus; the others are asked for the concept's labels in both languages, as we search them."""
    labels: dict[str, list[str]] = {}
    for concept, label in shipped.execute(
        "SELECT concept, label FROM concept_label ORDER BY concept, lang DESC, position"
    ):
        labels.setdefault(concept, []).append(label.replace("'", " "))
    return [
        Asked(f"{several[0]} ", tuple(several[:_MOST_PHRASES]), Shape.ANY)
        for several in random.sample(list(labels.values()), _EACH)
    ]


def _mistyped(word: str) -> str:
    """The word with two letters that changed places."""
    middle = len(word) // 2
    return word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
