"""The search for items of the checklist by what a client says, apart from the ranking of documents.

A phrase is split into features: stems, pairs of adjacent stems, parts of compounds, and short letter sequences, so that other spellings of
a word still match. The build counts them for each item, in the texts of the item, its phrasings, what clients say (`resources/spoken/`),
and the phrasings of the barriers and drives that it is firm evidence for. An item ranks by how likely a phrase is, if it was said for that
item: naive Bayes, in which a text counts as much as another of any length, and a rare feature more than a common one.
"""

import json
import sqlite3
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

_TITLE, _TEXT, _EVIDENCE = 3.0, 0.6, 0.2
"""Weights of a label, of another text of the item, and of a phrasing of a barrier or drive, relative to a phrasing of the item."""

_UNSEEN: Final = 0.03
"""What a feature counts for an item that was never seen with it."""

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


def add_item_features(connection: sqlite3.Connection) -> None:
    """Write how strongly each feature points to each item."""
    for language in Language:
        reader = FeatureReader(language, Vocabulary(connection).split)
        read = cache(reader.read)
        texts = [(item, weight, read(text)) for item, weight, text in _texts(connection, language)]
        rarities = _rarities([features for _, _, features in texts])
        amounts: dict[str, dict[str, float]] = defaultdict(dict)
        sizes: dict[str, float] = defaultdict(float)
        for item, weight, features in texts:
            rare = {feature: own * rarities[feature] for feature, own in features.items()}
            length = hypot(*rare.values()) or 1.0
            for feature, amount in rare.items():
                amounts[feature][item] = amounts[feature].get(item, 0.0) + weight * amount / length
                sizes[item] += weight * amount / length
        unseen = _UNSEEN * len(amounts)
        usual = sum(log(size + unseen) for size in sizes.values()) / len(sizes) if sizes else 0.0
        connection.executemany(
            "INSERT INTO item_size (lang, item, size) VALUES (?, ?, ?)",
            ((language, item, round(log(size + unseen) - usual, 3)) for item, size in sorted(sizes.items())),
        )
        connection.executemany(
            "INSERT INTO item_feature (lang, feature, rarity, weights) VALUES (?, ?, ?, ?)",
            (
                (language, feature, round(rarities[feature], 3), json.dumps(weights, separators=(",", ":")))
                for feature, having in sorted(amounts.items())
                if (weights := _weights(having, rarities[feature]))
            ),
        )


def _rarities(texts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return for each feature how rare it is among the texts; 1 if all have it."""
    counts = Counter(feature for features in texts for feature in features)
    return {feature: 1.0 + log((1 + len(texts)) / (1 + count)) for feature, count in counts.items()}


def _weights(having: Mapping[str, float], rarity: float) -> dict[str, float]:
    """Return how much likelier a feature is for each item that has it than for one that has not, as a logarithm."""
    return {item: round(rarity * log(1.0 + amount / _UNSEEN), 2) for item, amount in sorted(having.items())}


def _texts(connection: sqlite3.Connection, language: Language) -> Iterator[tuple[str, float, str]]:
    """Yield the texts of every item in `language`: the item, the weight and the text."""
    rows = connection.execute(
        "SELECT item, label, topic, open, softer, follow_up, observe, phrasings"
        " FROM item_text JOIN document ON id = item AND document.lang = item_text.lang WHERE item_text.lang = ?"
        " ORDER BY item",
        (language,),
    )
    for item, label, *texts, phrasings in rows.fetchall():
        yield item, _TITLE, label
        yield from ((item, _TEXT, text) for text in texts)
        yield from ((item, 1.0, text) for text in phrasings.splitlines())
    spoken = "SELECT item, phrase FROM spoken WHERE lang = ? ORDER BY item, position"
    yield from ((item, 1.0, phrase) for item, phrase in connection.execute(spoken, (language,)))
    targets = connection.execute(
        "SELECT item, title, phrasings FROM evidence JOIN document ON id = target"
        " WHERE lang = ? AND state = 'named' AND strength = 'firm' ORDER BY item, evidence.position",
        (language,),
    )
    for item, title, phrasings in targets:
        yield from ((item, _EVIDENCE, text) for text in (title, *phrasings.splitlines()))


class ItemFeatures:
    """Finds items of a knowledge database by what a client says."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._readers = {language: FeatureReader(language, vocabulary.split) for language in Language}
        sql = "SELECT item, size FROM item_size WHERE lang = ?"
        self._sizes = {language: dict(connection.execute(sql, (language,)).fetchall()) for language in Language}

    def find(self, text: str, language: Language, limit: int) -> tuple[str, ...]:
        """Return the ids of up to `limit` items, the best first. Nothing of `text` is kept.

        Args:
            text: What the client says, in any words; the last one may be incomplete.
            language: The language to prefer.
            limit: The maximum number of items.
        """
        scores = self._scores(text, language)
        for item, score in self._scores(text, language.other).items():
            scores[item] = max(scores.get(item, 0.0), _OTHER_LANGUAGE * score)
        return tuple(sorted(scores, key=lambda item: (-scores[item], item))[:limit])

    def _scores(self, text: str, language: Language) -> dict[str, float]:
        features = self._readers[language].read(text)
        sql = (
            "SELECT feature, rarity, weights FROM item_feature"
            " WHERE lang = ? AND feature IN (SELECT value FROM json_each(?)) ORDER BY feature"
        )
        known: set[str] = set()
        scores: dict[str, float] = {}
        whole = 0.0
        for feature, rarity, weights in self._connection.execute(sql, (language, json.dumps(list(features)))):
            known.add(feature)
            whole += features[feature] * rarity
            for item, weight in json.loads(weights).items():
                scores[item] = scores.get(item, 0.0) + features[feature] * weight
        typed = [_SPEECH[language].get(word, word) for word in words(text)[-1:]]
        if typed and stemming(language).stem(typed[0]) not in known:
            for item, weight in self._begun(typed[0], language).items():
                scores[item] = scores.get(item, 0.0) + _BEGINNING * weight
        return {item: score - whole * self._sizes[language][item] for item, score in scores.items()}

    def _begun(self, word: str, language: Language) -> dict[str, float]:
        """Return for each item the greatest weight of a stem that begins with `word`."""
        sql = (
            "SELECT weights FROM item_feature WHERE lang = ? AND feature > ? AND feature < ?"
            " AND instr(feature, ' ') = 0 ORDER BY feature LIMIT ?"
        )
        found: dict[str, float] = {}
        for (weights,) in self._connection.execute(sql, (language, word, f"{word}\U0010ffff", _MOST_BEGINNINGS)):
            for item, weight in json.loads(weights).items():
                found[item] = max(found.get(item, 0.0), weight)
        return found
