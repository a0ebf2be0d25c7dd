"""Other engines over the same documents, in the same run: what our search has to be better than. `make eval` prints them beside ours.

Each gets a fair chance: title, keywords and body, an index a language with the analysis of that language, its own ranking; the query in
both languages, all of its words and, when nothing holds them all, any of them.
"""

import importlib.util
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.index import create_in
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup

from guidance_kb.cli.evaluate import QUERIES
from guidance_kb.language import Language
from guidance_kb.paths import knowledge_database
from guidance_kb.search.evaluation import tables
from guidance_kb.search.evaluation.judgements import JudgedQuery, read_judged, resolved
from guidance_kb.search.evaluation.measures import DEPTH, measured
from guidance_kb.search.evaluation.ours import answers
from guidance_kb.search.language.folding import words as folded_words
from guidance_kb.search.language.stems import stemming

_DEBIAN: Final = Path("/usr/lib/python3/dist-packages/xapian/__init__.py")
"""Where Debian's python3-xapian puts it, for Debian's own Python; it is in no package index."""


class Document(NamedTuple):
    """What is indexed of a document in one language."""

    id: str
    title: str
    keywords: str
    body: str


class RivalHit(NamedTuple):
    """A document that was found; the highest score comes first."""

    score: float
    id: str


class Index(Protocol):
    """The documents of one language, as an engine holds them."""

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Returns the best `DEPTH` documents that hold every word, or else any."""

    def close(self) -> None:
        """Lets go of the index."""


class RawFts5:
    """SQLite alone: its own words (unicode61) and its own bm25, every column alike."""

    weights = "1.0, 1.0, 1.0"

    def __init__(self, language: Language, documents: Sequence[Document], _folder: Path) -> None:
        self.language = language
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE entry USING fts5 (id UNINDEXED, title, keywords, body, tokenize = 'unicode61')"
        )
        self._connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?)", ((id_, *map(self.read, texts)) for id_, *texts in documents)
        )

    def read(self, text: str) -> str:
        """Returns what is indexed, or asked, of a text."""
        return text

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Returns the best documents by bm25."""
        match = (" AND " if every else " OR ").join(f'"{self.read(word)}"' for word in words)
        rows = self._connection.execute(
            f"SELECT -bm25(entry, 0.0, {self.weights}), id FROM entry WHERE entry MATCH ? ORDER BY 1 DESC LIMIT ?",  # noqa: S608
            (match, DEPTH),
        )
        return [RivalHit(score, id_) for score, id_ in rows]

    def close(self) -> None:
        """Closes the database."""
        self._connection.close()


class StemmedFts5(RawFts5):
    """SQLite with our folding, our stems and our weights of the columns, and nothing else of ours."""

    weights = "3.0, 2.0, 1.0"

    def read(self, text: str) -> str:
        """Returns the stems of a text."""
        return " ".join(stemming(self.language).stems(folded_words(text)))


class WhooshIndex:
    """Whoosh with its analyser of the language and its BM25F. Only an index made here is opened: opening one can run what is in it."""

    def __init__(self, language: Language, documents: Sequence[Document], folder: Path) -> None:
        text = TEXT(LanguageAnalyzer(language.value))
        schema = Schema(id=STORED(), title=text, keywords=text, body=text)
        self._index = create_in(str(folder), schema)
        with self._index.writer() as writer:
            for document in documents:
                writer.add_document(**document._asdict())
        self._searcher = self._index.searcher()
        self._every, self._any = (
            MultifieldParser(["title", "keywords", "body"], schema, fieldboosts={"title": 3.0}, group=group)
            for group in (AndGroup, OrGroup)
        )

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Returns the best documents by BM25F."""
        text = " ".join(words).lower()  # in capitals, AND is an operator
        query = (self._every if every else self._any).parse(text)
        return [RivalHit(hit.score, hit["id"]) for hit in self._searcher.search(query, limit=DEPTH)]

    def close(self) -> None:
        """Closes the index."""
        self._searcher.close()
        self._index.close()


class Xapian:
    """Xapian with its stemmer and our stop words (it has none), words counted three times in the title and twice among the keywords."""

    def __init__(self, language: Language, documents: Sequence[Document], folder: Path) -> None:
        import xapian  # noqa: PLC0415 - `xapian_is_there` has loaded it

        stemmer = xapian.Stem("dutch" if language is Language.NL else "english")
        terms = xapian.TermGenerator()
        terms.set_stemmer(stemmer)
        self._database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
        for id_, *texts in documents:
            document = xapian.Document()
            document.set_data(id_)
            terms.set_document(document)
            for text, weight in zip(texts, (3, 2, 1), strict=True):
                terms.index_text(text, weight)
                terms.increase_termpos()
            self._database.add_document(document)
        self._database.commit()
        self._enquire = xapian.Enquire(self._database)
        stopper = xapian.SimpleStopper()
        for word in stemming(language).stop:
            stopper.add(word)
        self._parser = xapian.QueryParser()
        self._parser.set_stopper(stopper)
        self._parser.set_stemmer(stemmer)
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self._every, self._any = xapian.Query.OP_AND, xapian.Query.OP_OR

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Returns the best documents by its bm25."""
        self._parser.set_default_op(self._every if every else self._any)
        self._enquire.set_query(self._parser.parse_query(" ".join(words), 0))  # 0: no operators
        return [
            RivalHit(match.weight, match.document.get_data().decode()) for match in self._enquire.get_mset(0, DEPTH)
        ]

    def close(self) -> None:
        """Closes the database."""
        self._database.close()


Engine = Callable[[Language, Sequence[Document], Path], Index]
"""Makes the index of a language in an empty folder."""

ENGINES: Final[Mapping[str, Engine]] = MappingProxyType(
    {"raw FTS5": RawFts5, "FTS5 with stems": StemmedFts5, "Whoosh index": WhooshIndex, "Xapian": Xapian}
)
"""All rivals by name."""


def present() -> dict[str, Engine]:
    """Returns the rivals that this machine has."""
    return {name: engine for name, engine in ENGINES.items() if engine is not Xapian or xapian_is_there()}


def xapian_is_there() -> bool:
    """Whether Xapian can be imported; makes Debian's importable, which an environment of its own does not see."""
    if sys.modules.get("xapian") is not None:
        return True
    spec = importlib.util.find_spec("xapian")
    if spec is None and _DEBIAN.exists():
        spec = importlib.util.spec_from_file_location(
            "xapian", _DEBIAN, submodule_search_locations=[str(_DEBIAN.parent)]
        )
    if spec is None or spec.loader is None:
        return False
    sys.modules["xapian"] = module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except ImportError:  # made for another Python
        del sys.modules["xapian"]
        return False
    return True


def rival_answers(engine: Engine, database: Path, judged: Sequence[JudgedQuery]) -> list[list[str]]:
    """Returns the ids that a rival finds for each query, the best first, at most `DEPTH`, over the documents of a knowledge database."""
    with _indexes(engine, database) as indexes:
        return [_answer(indexes, one) for one in judged]


@contextmanager
def _indexes(engine: Engine, database: Path) -> Iterator[dict[Language, Index]]:
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="guidance-kb-eval-")))
        indexes: dict[Language, Index] = {}
        for language, documents in read_documents(database).items():
            folder = scratch / language
            folder.mkdir()
            indexes[language] = stack.enter_context(closing(engine(language, documents, folder)))
        yield indexes


def _answer(indexes: Mapping[Language, Index], judged: JudgedQuery) -> list[str]:
    """The ids from both languages, each once; where the scores are equal, those in the language of the query first."""
    words = re.findall(r"\w+", judged.query)
    for every in (True, False) if words else ():
        hits = [
            hit for lang in (judged.language, judged.language.other) for hit in indexes[lang].found(words, every=every)
        ]
        if hits:
            hits.sort(key=lambda hit: -hit.score)
            return list(dict.fromkeys(hit.id for hit in hits))[:DEPTH]
    return []


def read_documents(database: Path) -> dict[Language, list[Document]]:
    """Returns all documents of a knowledge database by language, in the order of the report."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return {
            language: [
                Document(*row)
                for row in connection.execute(
                    "SELECT id, title, keywords, body FROM document WHERE lang = ? ORDER BY number", (language,)
                )
            ]
            for language in Language
        }


def main() -> None:
    """Prints nDCG@10 by kind of ours and of each engine that is on this machine, on our own judged queries."""
    knowledge = knowledge_database()
    judged = resolved(read_judged(QUERIES), knowledge)
    here = present()
    engines = [measured("Guidance KB", judged, answers(knowledge, judged, with_help=True))]
    engines += [measured(name, judged, rival_answers(engine, knowledge, judged)) for name, engine in here.items()]
    print("### Engines, nDCG@10 by kind", tables.by_engine(engines), sep="\n\n")  # noqa: T201
    for absent in ENGINES.keys() - here:
        print(f"\nNot on this machine: {absent}.")  # noqa: T201


if __name__ == "__main__":
    main()
