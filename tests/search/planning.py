"""Plans for the tests, made with a thesaurus of two concepts and a vocabulary of a few words."""

import atexit
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing

from guidance_kb.language import Language, Text
from guidance_kb.paths import SQL
from guidance_kb.search.language.compounds import CompoundParts
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.language.vocabulary import Vocabulary, letters
from guidance_kb.search.query.parser import KINDS, FilterNames
from guidance_kb.search.query.plan import Field, Plan, Value
from guidance_kb.search.query.planner import Planner
from guidance_kb.search.query.thesaurus import Label, Thesaurus, ThesaurusConcept, label


def labels(language: Language, *texts: str) -> tuple[Label, ...]:
    made = [label(text, stemming(language)) for text in texts]
    return tuple(one for one in made if one is not None)


CONCEPTS = (
    ThesaurusConcept(
        "c-barrier",
        labels(Language.NL, "belemmering", "drempel", "barrière", "hoge drempel"),
        labels(Language.EN, "barrier", "threshold"),
    ),
    ThesaurusConcept(
        "c-fear",
        labels(Language.NL, "zelfvertrouwen", "hij durft niet", "bang om te falen"),
        labels(Language.EN, "confidence", "fear of failure"),
    ),
)

NAMES = FilterNames(
    {
        Field.KIND: tuple(Value(kind, name) for kind, name in KINDS.items()),
        Field.COUNTRY: (
            Value("ireland", Text("Ierland", "Ireland")),
            Value("united-kingdom", Text("Verenigd Koninkrijk", "United Kingdom")),
        ),
    }
)

WORDS = {"opvang": 3, "kinderopvang": 5, "taal": 8, "les": 2, "taalles": 1, "taallessen": 1, "bang": 3, "falen": 4}


_OPEN = ExitStack()
"""The databases of the vocabularies, which read on while the tests run."""
atexit.register(_OPEN.close)


def vocabulary(words: Mapping[str, int], compounds: Sequence[tuple[str, str, str, int]] = ()) -> Vocabulary:
    """The vocabulary of Dutch words with the number of documents that hold them."""
    connection = _OPEN.enter_context(closing(sqlite3.connect(":memory:")))
    for statement in (SQL / "search.sql").read_text("utf-8").split(";\n"):
        connection.execute(statement)
    stem = stemming(Language.NL).stem
    connection.executemany(
        "INSERT INTO word VALUES ('nl', ?, ?, ?, ?)",
        [(word, stem(word), documents, letters(word)) for word, documents in words.items()],
    )
    connection.executemany("INSERT INTO compound VALUES (?, ?, ?, ?)", compounds)
    return Vocabulary(connection)


COMPOUNDS = (("opvang", "kinderopvang", "kinderopvang", 5), ("les", "taalles", "taalles", 1))
PLANNER = Planner(Thesaurus(CONCEPTS), NAMES, CompoundParts(vocabulary(WORDS, COMPOUNDS)))


def plan(query: str, language: Language = Language.NL) -> Plan:
    return PLANNER.plan(query, language)
