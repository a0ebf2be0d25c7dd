"""Made-up entries with the word statistics of Dutch and English text, as many as are wanted; the same ones each time.

The words follow each other as in the shipped content (a chain of word pairs), which gives the frequent words their frequencies. Between
them stand rare words from an endless list, drawn by a power law, so that the vocabulary grows with the text as it does in natural
text (Heaps' law): compounds of shipped words, with and without a linking letter, and words made up of the shipped letters.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import Final, NamedTuple

from guidance_kb.language import Language

SEED: Final = 20221
RARE: Final = 0.18
"""Share of the words that come from the endless list: about what lies beyond the 3,600 most frequent words of Dutch text."""

TITLE: Final = (5, 9)
BODY: Final = (90, 118)
"""Fewest and most words; the authoring format allows a body of 120."""

_STEEPNESS: Final = 0.6
_OFFSET: Final = 3000.0
"""The law of the rare words: rank r or beyond has the probability (offset / (offset + r)) ^ steepness."""

_COMPOUNDS: Final = {Language.NL: 0.65, Language.EN: 0.05}
_LINKS: Final = ("", "", "", "s", "en")
_PART: Final = 4
_MADE_UP: Final = (4, 14)


class Text(NamedTuple):
    """An entry in one language."""

    title: str
    keywords: str
    body: str


class Like(NamedTuple):
    """What a made-up entry takes over from a shipped one."""

    kind: str
    section: str
    country: str | None
    themes: tuple[str, ...]
    barriers: tuple[str, ...]


class Entry(NamedTuple):
    """A made-up entry."""

    id: str
    like: Like
    texts: dict[Language, Text]


class Tongue:
    """How a language is written, learned from texts."""

    def __init__(self, language: Language, texts: Sequence[str]) -> None:
        self._language = language
        self._random = Random()  # noqa: S311 - the same each time
        self._rare: dict[int, str] = {}
        self._after: dict[str, list[str]] = defaultdict(list)
        self._first: list[str] = []
        written = [text.split() for text in texts]
        for words in written:
            self._first.append(words[0])
            for word, following in pairwise(words):
                self._after[word].append(following)
        plain = sorted({word for words in written for word in words if word.isalpha() and word.islower()})
        self._parts = [word for word in plain if len(word) >= _PART]
        self._letters: dict[str, list[str]] = defaultdict(list)
        for word in self._parts:
            spelled = f"  {word}."
            for place in range(len(word) + 1):
                self._letters[spelled[place : place + 2]].append(spelled[place + 2])

    def text(self, random: Random) -> Text:
        """An entry's text."""
        title = " ".join(self._words(random, random.randint(*TITLE))).rstrip(".,;:?!")
        keywords = "\n".join(self._rare_word(random) for _ in range(random.randint(0, 4)))
        return Text(title[:1].upper() + title[1:], keywords, " ".join(self._words(random, random.randint(*BODY))) + ".")

    def _words(self, random: Random, number: int) -> Iterator[str]:
        word = random.choice(self._first)
        for _ in range(number):
            if random.random() < RARE:
                yield self._rare_word(random)
            else:
                yield word
                following = self._after.get(word)
                word = random.choice(following) if following else random.choice(self._first)

    def _rare_word(self, random: Random) -> str:
        rank = int(_OFFSET * ((1.0 - random.random()) ** (-1.0 / _STEEPNESS) - 1.0))
        if rank not in self._rare:
            self._rare[rank] = self._make(rank)
        return self._rare[rank]

    def _make(self, rank: int) -> str:
        """The word of a rank, the same each time."""
        random = self._random
        random.seed(2 * rank + (self._language is Language.NL))
        if random.random() < _COMPOUNDS[self._language]:
            parts = [random.choice(self._parts) for _ in range(3 if random.random() < 0.2 else 2)]
            return parts[0] + "".join(random.choice(_LINKS) + part for part in parts[1:])
        made = ""
        while not _MADE_UP[0] <= len(made) <= _MADE_UP[1]:
            made, spelled = "", "  "
            while (letter := random.choice(self._letters[spelled[-2:]])) != ".":
                made += letter
                spelled += letter
        return made


_LIKES: Final = """
    SELECT kind, section, country,
        (SELECT json_group_array(theme) FROM entry_theme WHERE entry = entry.id),
        (SELECT json_group_array(target) FROM link WHERE source = entry.id AND type = 'barrier' AND NOT ours)
    FROM entry ORDER BY position
"""


def _texts(shipped: sqlite3.Connection, language: Language) -> Iterator[str]:
    """The titles and bodies of the shipped documents."""
    for texts in shipped.execute("SELECT title, body FROM document WHERE lang = ? ORDER BY number", (language,)):
        yield from texts


class Corpus:
    """Entries as they come: the first thousand of ten thousand are the thousand."""

    def __init__(self, shipped: sqlite3.Connection) -> None:
        self._tongues = {language: Tongue(language, list(_texts(shipped, language))) for language in Language}
        self._likes = [
            Like(kind, section, country, tuple(json.loads(themes)), tuple(json.loads(barriers)))
            for kind, section, country, themes, barriers in shipped.execute(_LIKES)
        ]

    def entries(self, number: int) -> Iterator[Entry]:
        """The first `number` entries."""
        for place in range(number):
            random = Random(SEED + place)  # noqa: S311 - the same each time
            texts = {language: self._tongues[language].text(random) for language in Language}
            yield Entry(f"made-up-{place}", random.choice(self._likes), texts)
