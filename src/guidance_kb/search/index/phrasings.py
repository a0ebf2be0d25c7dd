"""Phrasings: what people say who look for a text, compared with the query as a whole.

The index has the words of all phrasings of a document together; here each phrasing stands by itself. "Ik ken er niemand" is then near to
"ken daar niemand", and a text that has *ken* in one phrasing and *niemand* in another is not. A word counts for more the fewer phrasings
have it; the small words count a little: they often are most of what is said. Who says a whole sentence says more than any phrasing: three
words of it in one phrasing are enough.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p, sqrt
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import Stemming, stemming

ALIKE: Final = 0.5
"""How much of what a query and a phrasing say together, they say both, for the one to be taken for the other."""

SHARED: Final = 3
"""Words that both say, small ones too, for which `ALIKE_IN_PART` is enough."""

ALIKE_IN_PART: Final = 0.25
"""The same as `ALIKE` where as many as `SHARED` words are the same: a sentence has more in it than the phrasing."""

LIGHT: Final = 0.25
"""What a stop word counts for beside another word."""

LONGEST: Final = 12
"""Words of a query that is compared; nobody says a longer one in haste."""

_RARE: Final = 3
"""In fewer phrasings than this, a word weighs no more."""

_MOST: Final = 200
"""Phrasings that are compared: the best by bm25."""


class Phrased(NamedTuple):
    """A document with a phrasing that is like the query: how much, and which."""

    likeness: float
    text: str


def add_phrasings(connection: sqlite3.Connection) -> None:
    """Indexes every phrasing of every document by itself, and what each stem weighs."""
    for language in Language:
        rows = connection.execute("SELECT number, phrasings FROM document WHERE lang = ? ORDER BY number", (language,))
        stemmer = stemming(language)
        phrasings = [
            (stemmer.stems(words(phrasing)), number, phrasing)
            for number, several in rows
            for phrasing in several.splitlines()
        ]
        weights = _weights([stems for stems, _, _ in phrasings], _stops(stemmer))
        connection.executemany(
            "INSERT INTO phrasing_word (lang, stem, weight) VALUES (?, ?, ?)",
            ((language, stem, weights[stem]) for stem in sorted(weights)),
        )
        connection.executemany(
            f"INSERT INTO phrasing_{language} (stems, document, text, weight) VALUES (?, ?, ?, ?)",  # noqa: S608
            (
                (" ".join(stems), number, phrasing, sum(map(weights.__getitem__, sorted(set(stems)))))
                for stems, number, phrasing in phrasings
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
        sql = f"SELECT stems, document, text, weight FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT {_MOST}"  # noqa: S608
        stops = self._stops[language]
        telling = [stem for stem in said if stem not in stops] or said
        wanted = self._weighed(said, language)
        whole = sum(wanted.values())
        found: dict[int, Phrased] = {}
        rows = self._connection.execute(sql, (" OR ".join(f'"{stem}"' for stem in telling),))
        for stems, document, text, weight in rows:
            shared = wanted.keys() & stems.split()
            both = sum(wanted[stem] for stem in shared)
            likeness = both / (whole + weight - both)
            enough = ALIKE_IN_PART if len(shared) >= SHARED else ALIKE
            if likeness >= enough and (document not in found or likeness > found[document].likeness):
                found[document] = Phrased(likeness, text)
        return found

    def _weighed(self, said: Sequence[str], language: Language) -> dict[str, float]:
        """What each stem of a query weighs; one that no phrasing has weighs most."""
        weights = {stem: LIGHT if stem in self._stops[language] else 1.0 for stem in said}
        sql = "SELECT stem, weight FROM phrasing_word WHERE lang = ? AND stem IN (SELECT value FROM json_each(?))"
        weights.update(self._connection.execute(sql, (language, json.dumps(list(weights)))))
        return weights


def _weights(phrasings: Sequence[Sequence[str]], stops: frozenset[str]) -> dict[str, float]:
    """What each stem weighs: most, 1, where few phrasings have it; a stop word `LIGHT` of that."""
    having = Counter(stem for stems in phrasings for stem in set(stems))

    def weight(stem: str) -> float:
        rarity = log1p(len(phrasings) / (having[stem] + 1)) / log1p(len(phrasings) / _RARE)
        return round(sqrt(min(rarity, 1.0)) * (LIGHT if stem in stops else 1.0), 4)

    return {stem: weight(stem) for stem in having}


def _stops(stemmer: Stemming) -> frozenset[str]:
    """The stems of the stop words; what is listed as a negation is none here: it may turn what is said around."""
    return frozenset(stemmer.stems(sorted(stemmer.stop - stemmer.negation)))
