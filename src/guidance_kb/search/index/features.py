"""How people say it: which documents fit a phrase as a whole, by the words that people use, apart from the words of the documents.

A phrase is split into features: stems, pairs of adjacent stems, parts of compounds, and short letter sequences, so that other spellings of
a word still match. The build counts them for each document that has phrasings: in its texts, its phrasings, what clients say for an item of
the checklist (`resources/spoken/`), and, for an item, the phrasings of the barriers and drives that it is firm evidence for. A document
ranks by how likely a phrase is, if it was said of that document: naive Bayes, in which a text counts as much as another of any length, and
a rare feature more than a common one.
"""

import json
import re
import sqlite3
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import hypot, log
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary

LONGEST: Final = 40
"""Maximum number of words of a phrase that are compared."""

_STOP, _NEGATION, _PAIR, _PART, _LETTERS = 0.5, 0.8, 0.8, 0.7, 0.2
"""Weights of a feature relative to another stem. Found, as those below, by phrasings of one writer against those of the others."""

_SEQUENCE: Final = 5
_SHORTEST: Final = 4
"""Number of letters of a sequence, and of the shortest word that is split into sequences."""

_TITLE, _TEXT, _EVIDENCE = 3.0, 0.6, 0.4
"""Weights of a title, of another text, and of what is said of a document that is firm evidence, relative to a phrasing."""

_UNSEEN: Final = 0.05
"""What a feature counts for a document that was never seen with it."""

_OTHER_LANGUAGE: Final = 0.85

_BEGINNING: Final = 0.65
_MOST_BEGINNINGS: Final = 12
"""Weight and maximum number of stems that begin with a last word that is still being typed."""

_SPEECH: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.NL: {"nie": "niet", "effe": "even", "ff": "even", "m": "mijn", "mn": "mijn", "k": "ik", "nix": "niks"}
    | {"niets": "niks", "da": "dat", "wa": "wat", "zn": "zijn", "em": "hem"},
    Language.EN: dict.fromkeys(("dont", "cant", "wont", "didnt", "doesnt", "isnt", "cannot", "aint", "couldnt"), "not")
    | {"gonna": "going", "wanna": "want"},
}
"""Spellings of speech; an apostrophe is folded away before."""


class FeatureReader:
    """Splits phrases in one language into weighted features."""

    def __init__(self, language: Language, parts: Callable[[str], Sequence[str]]) -> None:
        self._stemmer = stemmer = stemming(language)
        self._speech = _SPEECH[language]
        self._parts = parts if language is Language.NL else lambda _word: ()
        self._light = dict.fromkeys(stemmer.stems(sorted(stemmer.negation)), _NEGATION)
        self._light |= dict.fromkeys(stemmer.stems(sorted(stemmer.stop - stemmer.negation)), _STOP)

    def read(self, text: str) -> dict[str, float]:
        """Return the features of a phrase with their weights."""
        said = [self._speech.get(word, word) for word in words(text)[:LONGEST]]
        stems = self._stemmer.stems(said)
        found = {stem: self._light.get(stem, 1.0) for stem in stems}
        for one, next_ in pairwise(stems):
            found[f"{one} {next_}"] = _PAIR / 2 if one in self._light and next_ in self._light else _PAIR
        for word, stem in zip(said, stems, strict=True):
            if stem in self._light or len(word) < _SHORTEST:
                continue
            for part in self._stemmer.stems(list(self._parts(word))):
                found[part] = max(found.get(part, 0.0), _PART)
            padded = f"^{word}$"
            for start in range(len(padded) - _SEQUENCE + 1):
                found[f"#{padded[start : start + _SEQUENCE]}"] = _LETTERS
        return found


_SENTENCE: Final = re.compile(r"(?<=[.?!]) |\n")

_HUNDREDTHS: Final = 100
"""A weight is kept in hundredths, in two bytes."""


def add_features(connection: sqlite3.Connection) -> None:
    """Write how strongly each feature points to each document that has phrasings."""
    for language in Language:
        reader = FeatureReader(language, Vocabulary(connection).split)
        read = cache(reader.read)
        texts = [(place, weight, read(text)) for place, weight, text in _texts(connection, language)]
        rarities = _rarities([features for _, _, features in texts])
        amounts: dict[str, dict[int, float]] = defaultdict(dict)
        sizes: dict[int, float] = defaultdict(float)
        for place, weight, features in texts:
            rare = {feature: own * rarities[feature] for feature, own in features.items()}
            share = weight / (hypot(*rare.values()) or 1.0)
            for feature, amount in rare.items():
                amounts[feature][place] = amounts[feature].get(place, 0.0) + share * amount
                sizes[place] += share * amount
        unseen = _UNSEEN * len(amounts)
        usual = sum(log(size + unseen) for size in sizes.values()) / len(sizes) if sizes else 0.0
        connection.executemany(
            "INSERT INTO feature_size (lang, place, size) VALUES (?, ?, ?)",
            ((language, place, round(log(size + unseen) - usual, 3)) for place, size in sorted(sizes.items())),
        )
        connection.executemany(
            "INSERT INTO feature (lang, feature, rarity, weights) VALUES (?, ?, ?, ?)",
            (
                (language, feature, round(rarities[feature], 3), _packed(having, rarities[feature]))
                for feature, having in sorted(amounts.items())
            ),
        )


def _rarities(texts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return for each feature how rare it is among the texts; 1 if all have it."""
    counts = Counter(feature for features in texts for feature in features)
    return {feature: 1.0 + log((1 + len(texts)) / (1 + count)) for feature, count in counts.items()}


def _packed(having: Mapping[int, float], rarity: float) -> bytes:
    """Return how much likelier a feature is for each document that has it than for one that has not, as a logarithm."""
    places = sorted(having)
    weights = [round(_HUNDREDTHS * rarity * log(1.0 + having[place] / _UNSEEN)) for place in places]
    return struct.pack(f"<{len(places)}I{len(places)}H", *places, *weights)


def _unpacked(weights: bytes) -> Iterator[tuple[int, float]]:
    """Yield the documents of a feature, each with the weight in hundredths."""
    number = len(weights) // 6
    values = struct.unpack(f"<{number}I{number}H", weights)
    return zip(values[:number], values[number:], strict=True)


def _texts(connection: sqlite3.Connection, language: Language) -> Iterator[tuple[int, float, str]]:
    """Yield the texts of every document in `language` that has phrasings: its place, the weight and the text."""
    rows = connection.execute(
        "SELECT (number - 1) / 2, title, keywords, body, phrasings FROM document"
        " WHERE lang = ? AND (phrasings <> '' OR kind = 'item') ORDER BY number",
        (language,),
    )
    for place, title, keywords, body, phrasings in rows.fetchall():
        yield place, _TITLE, title
        yield from ((place, _TEXT, text) for text in _SENTENCE.split(body))
        yield from ((place, 1.0, text) for text in (*keywords.splitlines(), *phrasings.splitlines()))
    place_of = "(SELECT (number - 1) / 2 FROM document WHERE id = {} AND lang = 'nl')"
    said = f"SELECT {place_of.format('item')}, phrase FROM spoken WHERE lang = ? ORDER BY item, position"  # noqa: S608
    yield from ((place, 1.0, phrase) for place, phrase in connection.execute(said, (language,)))
    firm = "state = 'named' AND strength = 'firm' ORDER BY evidence.item, evidence.position"
    of_items = (
        f"SELECT {place_of.format('target')}, phrase FROM spoken JOIN evidence USING (item)"  # noqa: S608
        f" WHERE lang = ? AND {firm}, spoken.position"
    )
    yield from ((place, _EVIDENCE, phrase) for place, phrase in connection.execute(of_items, (language,)))
    of_targets = (
        f"SELECT {place_of.format('item')}, title, phrasings FROM evidence JOIN document ON id = target"  # noqa: S608
        f" WHERE lang = ? AND {firm}"
    )
    for place, title, phrasings in connection.execute(of_targets, (language,)):
        yield from ((place, _EVIDENCE, text) for text in (title, *phrasings.splitlines()))


class FeatureIndex:
    """Scores the documents of a knowledge database by how likely it is that a phrase is said of them."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._readers = {language: FeatureReader(language, vocabulary.split) for language in Language}
        sql = "SELECT place, size FROM feature_size WHERE lang = ?"
        self._sizes = {language: dict(connection.execute(sql, (language,)).fetchall()) for language in Language}

    def scores(self, text: str, language: Language) -> dict[int, float]:
        """Return the scores of the documents, by their place in a `Documents` set; of two languages the better one counts.

        Args:
            text: What somebody says, in any words; the last one may be incomplete. Nothing of it is kept.
            language: The language to prefer.
        """
        scores = self._in(language, text)
        for place, score in self._in(language.other, text).items():
            scores[place] = max(scores.get(place, 0.0), _OTHER_LANGUAGE * score)
        return scores

    def _in(self, language: Language, text: str) -> dict[int, float]:
        features = self._readers[language].read(text)
        sql = (
            "SELECT feature, rarity, weights FROM feature"
            " WHERE lang = ? AND feature IN (SELECT value FROM json_each(?)) ORDER BY feature"
        )
        known: set[str] = set()
        scores: dict[int, float] = {}
        whole = 0.0
        for feature, rarity, weights in self._connection.execute(sql, (language, json.dumps(list(features)))):
            known.add(feature)
            own = features[feature]
            whole += own * rarity
            own /= _HUNDREDTHS
            for place, weight in _unpacked(weights):
                scores[place] = scores.get(place, 0.0) + own * weight
        typed = [_SPEECH[language].get(word, word) for word in words(text)[-1:]]
        if typed and stemming(language).stem(typed[0]) not in known:
            for place, weight in self._begun(typed[0], language).items():
                scores[place] = scores.get(place, 0.0) + _BEGINNING / _HUNDREDTHS * weight
        sizes = self._sizes[language]
        return {place: score - whole * sizes[place] for place, score in scores.items()}

    def _begun(self, word: str, language: Language) -> dict[int, float]:
        """Return for each document the greatest weight, in hundredths, of a stem that begins with `word`."""
        sql = (
            "SELECT weights FROM feature WHERE lang = ? AND feature > ? AND feature < ?"
            " AND instr(feature, ' ') = 0 ORDER BY feature LIMIT ?"
        )
        found: dict[int, float] = {}
        for (weights,) in self._connection.execute(sql, (language, word, f"{word}\U0010ffff", _MOST_BEGINNINGS)):
            for place, weight in _unpacked(weights):
                found[place] = max(found.get(place, 0.0), weight)
        return found
