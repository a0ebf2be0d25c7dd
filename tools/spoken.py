"""How well the box of a conversation finds the question by what a client says. `make spoken` prints the table.

`tests/search/spoken.tsv` holds phrases as counselors type them, written by somebody who knew the labels of the questions and nothing else.
A second table asks what each writer of `resources/spoken/` wrote, against what the others wrote: by it the search may be changed.
"""

import sqlite3
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, knowledge_database
from guidance_kb.search.index.features import add_features
from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.searcher import Engine, Searcher
from guidance_kb.ui.conversation.checklist.item_finder import MOST

PHRASES: Final = Path(__file__).parents[1] / "tests" / "search" / "spoken.tsv"

_KEYS: Final = 3
"""The key of the box, Return to select and Return to tick; each row further down in the list is one key more."""


_HEADING: Final = (
    "\n| {} | phrases | right question first | in three | not in six | keys beyond the words, mean | most |"
    "\n|---|---:|---:|---:|---:|---:|---:|"
)


class SpokenPhrase(NamedTuple):
    """A phrase with the questions that it belongs to.

    Attributes:
        half: `tuned`, by which the search may be changed, `blind`, or `second blind` and
            `third blind`, written on 2026-12-03 by two who knew no label.
        items: The ids of the questions; any of them is right.
    """

    half: str
    text: str
    items: tuple[str, ...]
    language: Language


def read_phrases(path: Path = PHRASES) -> tuple[SpokenPhrase, ...]:
    """Return the phrases of a table with the columns half, phrase, items and language, and a heading."""
    lines = path.read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return tuple(SpokenPhrase(half, text, tuple(ids.split(",")), Language(lang)) for half, text, ids, lang in rows)


def written() -> Iterator[SpokenPhrase]:
    """Yield the phrases of `resources/spoken/`; `half` is the writer, which is the name of the file."""
    for path in sorted((RESOURCES / "spoken").glob("*.toml")):
        items: dict[tuple[str, Language], list[str]] = {}
        for table in tomllib.loads(path.read_text("utf-8"))["spoken"]:
            for language in Language:
                for text in table.get(language, ()):
                    items.setdefault((text, language), []).append(table["id"])
        for (text, language), right in items.items():
            yield SpokenPhrase(path.stem, text, tuple(right), language)


def rank(searcher: Searcher, phrase: SpokenPhrase) -> int | None:
    """Return the place of the first right question in the list of the box, from 1; None if it is not there."""
    return _place(searcher.items(phrase.text, phrase.language, limit=MOST), phrase)


def ranks_without_writer(database: Path, phrases: Sequence[SpokenPhrase]) -> list[int | None]:
    """Return the rank of each phrase, in a database that was built without these phrases."""
    with closing(sqlite3.connect(":memory:")) as connection:
        with closing(sqlite3.connect(database)) as built:
            built.backup(connection)
        connection.executemany("DELETE FROM spoken WHERE phrase = ?", [(phrase.text,) for phrase in phrases])
        connection.execute("DELETE FROM feature")
        connection.execute("DELETE FROM feature_size")
        add_features(connection)
        engine = Engine(connection, Weights())
        return [_place(engine.items(phrase.text, phrase.language, MOST), phrase) for phrase in phrases]


def _place(found: Sequence[str], phrase: SpokenPhrase) -> int | None:
    return next((place for place, item in enumerate(found, 1) if item in phrase.items), None)


def _line(name: str, ranks: Sequence[int | None]) -> str:
    found = [each for each in ranks if each is not None]
    first, three = (sum(each <= most for each in found) / len(ranks) for most in (1, 3))
    keys = sum(_KEYS + each - 1 for each in found) / len(found)
    most = max(_KEYS + each - 1 for each in found)
    return f"| {name} | {len(ranks)} | {first:.0%} | {three:.0%} | {len(ranks) - len(found)} | {keys:.1f} | {most} |"


def main() -> None:
    """Print the tables, and the phrases of the tuned half whose question is not first."""
    searcher = Searcher(knowledge_database())
    ranks = {phrase: rank(searcher, phrase) for phrase in read_phrases()}
    searcher.close()
    print(_HEADING.format("half"))  # noqa: T201
    for half in dict.fromkeys(phrase.half for phrase in ranks):
        print(_line(half, [place for phrase, place in ranks.items() if phrase.half == half]))  # noqa: T201
    for phrase, place in ranks.items():
        if phrase.half == "tuned" and place != 1:
            print(f"{place or '-'}\t{phrase.text}\t{','.join(phrase.items)}")  # noqa: T201
    print_writers()


def print_writers() -> None:
    """Print how well the phrases of each writer are found by those of the others."""
    print(_HEADING.format("writer, without their own phrases"))  # noqa: T201
    phrases = list(written())
    for writer in dict.fromkeys(phrase.half for phrase in phrases):
        own = [phrase for phrase in phrases if phrase.half == writer]
        places = ranks_without_writer(knowledge_database(), own)
        for language in Language:
            told = [place for phrase, place in zip(own, places, strict=True) if phrase.language is language]
            if told:
                print(_line(f"{writer}, {language}", told))  # noqa: T201


if __name__ == "__main__":
    main()
