"""How well the box of a conversation finds the question by what a client says. `make spoken` prints the table.

`tests/search/spoken.tsv` holds phrases as counselors type them, written by somebody who knew the labels of the questions and nothing else.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from guidance_kb.language import Language
from guidance_kb.paths import knowledge_database
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.conversation.checklist.item_finder import MOST

PHRASES: Final = Path(__file__).parents[1] / "tests" / "search" / "spoken.tsv"

_KEYS: Final = 3
"""The key of the box, Return to select and Return to tick; each row further down in the list is one key more."""


class SpokenPhrase(NamedTuple):
    """A phrase with the questions that it belongs to.

    Attributes:
        half: `tuned`, by which the search may be changed, `blind`, or `second blind`, written on 2026-12-03 by somebody who knew no label.
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


def rank(searcher: Searcher, phrase: SpokenPhrase) -> int | None:
    """Return the place of the first right question in the list of the box, from 1; None if it is not there."""
    found = searcher.items(phrase.text, phrase.language, limit=MOST)
    return next((place for place, item in enumerate(found, 1) if item in phrase.items), None)


def _line(name: str, ranks: Sequence[int | None]) -> str:
    found = [each for each in ranks if each is not None]
    first, three = (sum(each <= most for each in found) / len(ranks) for most in (1, 3))
    keys = sum(_KEYS + each - 1 for each in found) / len(found)
    most = max(_KEYS + each - 1 for each in found)
    return f"| {name} | {len(ranks)} | {first:.0%} | {three:.0%} | {len(ranks) - len(found)} | {keys:.1f} | {most} |"


def main() -> None:
    """Print the table, and the phrases of the tuned half whose question is not first."""
    searcher = Searcher(knowledge_database())
    ranks = {phrase: rank(searcher, phrase) for phrase in read_phrases()}
    print("| half | phrases | right question first | in three | not in six | keys beyond the words, mean | most |")  # noqa: T201
    print("|---|---:|---:|---:|---:|---:|---:|")  # noqa: T201
    for half in dict.fromkeys(phrase.half for phrase in ranks):
        print(_line(half, [place for phrase, place in ranks.items() if phrase.half == half]))  # noqa: T201
    for phrase, place in ranks.items():
        if phrase.half == "tuned" and place != 1:
            print(f"{place or '-'}\t{phrase.text}\t{','.join(phrase.items)}")  # noqa: T201
    searcher.close()


if __name__ == "__main__":
    main()
