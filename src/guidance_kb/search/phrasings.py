"""Phrasings: what people say who look for a text, compared with the query as a whole.

The index has the words of all phrasings of a document together; here each phrasing stands by itself. "Ik ken er niemand" is then near to
"ken daar niemand", and a text that has *ken* in one phrasing and *niemand* in another is not. The small words count a little: they often
are most of what is said.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.folding import words
from guidance_kb.search.stemming import Stemming, stemming

ALIKE: Final = 0.5
"""How much of what a query and a phrasing say together, they say both, for the one to be taken for the other."""

LIGHT: Final = 0.25
"""What a stop word counts for beside another word."""

LONGEST: Final = 12
"""Words of a query that is compared; nobody says a longer one in haste."""

_MOST: Final = 80
"""Phrasings that are compared: the best by bm25."""


class Phrased(NamedTuple):
    """A document with a phrasing that is like the query: how much, and which."""

    likeness: float
    text: str


def add_phrasings(connection: sqlite3.Connection) -> None:
    """Indexes every phrasing of every document by itself."""
    for language in Language:
        rows = connection.execute("SELECT number, phrasings FROM document WHERE lang = ? ORDER BY number", (language,))
        stems = stemming(language).stems
        connection.executemany(
            f"INSERT INTO phrasing_{language} (stems, document, text) VALUES (?, ?, ?)",  # noqa: S608
            (
                (" ".join(stems(words(phrasing))), number, phrasing)
                for number, phrasings in rows
                for phrasing in phrasings.splitlines()
            ),
        )


class Phrasings:
    """Compares queries with the phrasings of a knowledge database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stops = {language: _stops(stemming(language)) for language in Language}

    def like(self, said: Sequence[str], language: Language) -> Mapping[int, Phrased]:
        """Returns the documents in `language` with a phrasing like what was said, by number.

        Args:
            said: The stems of all words of the query, small words too.
            language: The language of the stems.
        """
        if not 1 < len(said) <= LONGEST:
            return {}
        table = f"phrasing_{language}"
        sql = f"SELECT stems, document, text FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT {_MOST}"  # noqa: S608
        stops = self._stops[language]
        telling = [stem for stem in said if stem not in stops] or said
        wanted = set(said)
        found: dict[int, Phrased] = {}
        for stems, document, text in self._connection.execute(sql, (" OR ".join(f'"{stem}"' for stem in telling),)):
            likeness = _likeness(wanted, set(stems.split()), stops)
            if likeness >= ALIKE and (document not in found or likeness > found[document].likeness):
                found[document] = Phrased(likeness, text)
        return found


def _likeness(said: Collection[str], phrasing: Collection[str], stops: frozenset[str]) -> float:
    """What both say as a share of what they say together."""

    def weights(stems: Collection[str]) -> Iterator[float]:
        return (LIGHT if stem in stops else 1.0 for stem in stems)

    said, phrasing = set(said), set(phrasing)
    return sum(weights(said & phrasing)) / sum(weights(said | phrasing))


def _stops(stemmer: Stemming) -> frozenset[str]:
    """The stems of the stop words; a negation is none here: it turns what is said around."""
    return frozenset(stemmer.stems(sorted(stemmer.stop - stemmer.negation)))
