"""Phrasings: sentences by which people search for a document, compared with the whole query.

The index contains the words of all phrasings of a document together; here each phrasing is separate, so that "Ik ken er niemand" is similar
to "ken daar niemand", but not to a document with *ken* in one phrasing and *niemand* in another. The weight of a word decreases with the
number of phrasings that have it; stop words have a small weight, because they are often most of a sentence. A full sentence contains more
than any phrasing: three words in common suffice for it.
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
"""Minimum weight in common, as a share of the combined weight of query and phrasing, for the two to count as similar."""

SHARED: Final = 3
"""Number of words in common, stop words included, from which `ALIKE_IN_PART` applies."""

ALIKE_IN_PART: Final = 0.25
"""The minimum share in place of `ALIKE` if at least `SHARED` words are the same: a sentence contains more than the phrasing."""

LIGHT: Final = 0.25
"""Weight of a stop word relative to another word."""

LONGEST: Final = 12
"""Maximum number of words of a query that is compared."""

_RARE: Final = 3
"""The weight of a word is at its maximum if fewer phrasings than this have it."""

_MOST: Final = 200
"""Number of phrasings that are compared: the best by bm25."""


class Phrased(NamedTuple):
    """A document with a phrasing similar to the query: the similarity and the phrasing."""

    likeness: float
    text: str


def add_phrasings(connection: sqlite3.Connection) -> None:
    """Index every phrasing of every document separately, and the weight of each stem."""
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
        self._denials = {
            language: frozenset(stemming(language).stems(sorted(stemming(language).denial))) for language in Language
        }

    def like(self, said: Sequence[str], language: Language) -> Mapping[int, Phrased]:
        """Return the documents in `language` with a phrasing similar to the query, by number.

        Args:
            said: The stems of all words of the query, stop words included.
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
        denials = self._denials[language]
        denied = not denials.isdisjoint(said)
        for stems, document, text, weight in rows:
            having = stems.split()
            if denials.isdisjoint(having) is denied:
                continue  # "ik weet wat ik wil" is not "ik weet niet wat ik wil"
            shared = wanted.keys() & having
            both = sum(wanted[stem] for stem in shared)
            likeness = both / (whole + weight - both)
            enough = ALIKE_IN_PART if len(shared) >= SHARED else ALIKE
            if likeness >= enough and (document not in found or likeness > found[document].likeness):
                found[document] = Phrased(likeness, text)
        return found

    def _weighed(self, said: Sequence[str], language: Language) -> dict[str, float]:
        """Return the weight of each stem of a query; a stem without phrasings has the maximum."""
        weights = {stem: LIGHT if stem in self._stops[language] else 1.0 for stem in said}
        sql = "SELECT stem, weight FROM phrasing_word WHERE lang = ? AND stem IN (SELECT value FROM json_each(?))"
        weights.update(self._connection.execute(sql, (language, json.dumps(list(weights)))))
        return weights


def _weights(phrasings: Sequence[Sequence[str]], stops: frozenset[str]) -> dict[str, float]:
    """Return the weight of each stem: 1 if few phrasings have it, less for frequent ones; multiplied by `LIGHT` for a stop word."""
    having = Counter(stem for stems in phrasings for stem in set(stems))

    def weight(stem: str) -> float:
        rarity = log1p(len(phrasings) / (having[stem] + 1)) / log1p(len(phrasings) / _RARE)
        return round(sqrt(min(rarity, 1.0)) * (LIGHT if stem in stops else 1.0), 4)

    return {stem: weight(stem) for stem in having}


def _stops(stemmer: Stemming) -> frozenset[str]:
    """Return the stems of the stop words without negations, which may reverse the meaning."""
    return frozenset(stemmer.stems(sorted(stemmer.stop - stemmer.negation)))
