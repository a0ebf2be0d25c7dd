"""The search for items of the checklist by what a client says, apart from the ranking of documents.

A phrase is split into features: stems, pairs of adjacent stems, parts of compounds, and short letter sequences, so that other spellings of
a word still match. The build computes how strongly each feature points to each item, from the texts of the item, its phrasings, what
clients say (`resources/spoken/`), and the phrasings of the barriers and drives that it is firm evidence for. The score of an item is the
sum over the features of a phrase.
"""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary

LONGEST: Final = 40
"""Maximum number of words of a phrase that are compared."""

_STOP, _NEGATION, _PAIR, _PART, _LETTERS = 0.25, 0.6, 0.8, 0.7, 0.2
"""Weights of a feature relative to another stem. Found, as those below, by phrasings of one writer against those of the others."""

_SEQUENCE: Final = 5
_SHORTEST: Final = 4
"""Number of letters of a sequence, and of the shortest word that is split into sequences."""

_TITLE, _TEXT, _EVIDENCE = 4.0, 1.0, 0.2
"""Weights of a label, of another text of the item, and of a phrasing of a barrier or drive, relative to a phrasing of the item."""

_ENOUGH: Final = 0.5
"""The number of texts with a feature at which half of the effect of further ones is reached."""

_CONCENTRATION: Final = 1.5
"""Weight of the share of a feature that an item has, relative to whether it has the feature at all."""

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
        amounts: dict[str, dict[str, float]] = defaultdict(dict)
        texts: Counter[str] = Counter()
        sizes: dict[str, float] = defaultdict(float)
        cache: dict[str, dict[str, float]] = {}
        number = 0
        for item, weight, text in _texts(connection, language):
            number += 1
            sizes[item] += weight
            if text not in cache:
                cache[text] = reader.read(text)
            for feature in cache[text]:
                texts[feature] += 1
                amounts[feature][item] = amounts[feature].get(item, 0.0) + weight
        connection.executemany(
            "INSERT INTO item_feature (lang, feature, weights) VALUES (?, ?, ?)",
            (
                (language, feature, json.dumps(_weights(having, texts[feature], number, sizes), separators=(",", ":")))
                for feature, having in sorted(amounts.items())
            ),
        )


def _weights(having: Mapping[str, float], texts: int, number: int, sizes: Mapping[str, float]) -> dict[str, float]:
    """Return the weight of a feature for each item that has it: its rarity, and the share of it that the item has."""
    by_item = log(1.0 + (len(sizes) - len(having) + 0.5) / (len(having) + 0.5))
    by_text = log(1.0 + number / (texts + 0.5))
    rates = {item: amount / sizes[item] for item, amount in having.items()}
    whole = sum(rates.values())
    return {
        item: round(by_item * amount / (amount + _ENOUGH) + _CONCENTRATION * by_text * rates[item] / whole, 3)
        for item, amount in sorted(having.items())
    }


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
            "SELECT feature, weights FROM item_feature"
            " WHERE lang = ? AND feature IN (SELECT value FROM json_each(?)) ORDER BY feature"
        )
        rows = dict(self._connection.execute(sql, (language, json.dumps(list(features)))))
        scores: dict[str, float] = {}
        for feature, weights in rows.items():
            for item, weight in json.loads(weights).items():
                scores[item] = scores.get(item, 0.0) + features[feature] * weight
        typed = [_SPEECH[language].get(word, word) for word in words(text)[-1:]]
        if typed and stemming(language).stem(typed[0]) not in rows:
            for item, weight in self._begun(typed[0], language).items():
                scores[item] = scores.get(item, 0.0) + _BEGINNING * weight
        return scores

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
