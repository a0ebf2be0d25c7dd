"""Other search engines on the same documents and queries, for comparison. `make eval` prints them beside ours.

Each gets a fair chance: title, keywords and body, an index for each language with the analysis of that language, its own ranking; the query
in both languages, with all of its words and, if no document has them all, with any of them.
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
from guidance_kb.search.evaluation.judgements import JudgedQuery, read_judged, resolved
from guidance_kb.search.evaluation.measures import DEPTH, answers, by_engine, measured
from guidance_kb.search.language.folding import words as folded_words
from guidance_kb.search.language.stems import stemming

_DEBIAN: Final = Path("/usr/lib/python3/dist-packages/xapian/__init__.py")
"""Path of Debian's python3-xapian, which is for Debian's own Python and is in no package index."""


class Document(NamedTuple):
    """The indexed texts of a document in one language."""

    id: str
    title: str
    keywords: str
    body: str


class RivalHit(NamedTuple):
    """A document that was found; the highest score is first."""

    score: float
    id: str


class Index(Protocol):
    """The index of one language in an engine."""

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Return the best `DEPTH` documents with every word, or with any."""

    def close(self) -> None:
        """Close the index."""


class RawFts5:
    """SQLite alone: its own tokenizer (unicode61) and bm25, with equal weights of the columns."""

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
        """Return the text to index or to search."""
        return text

    def found(self, words: Sequence[str], *, every: bool) -> list[RivalHit]:
        """Return the best documents by bm25."""
        match = (" AND " if every else " OR ").join(f'"{self.read(word)}"' for word in words)
        rows = self._connection.execute(
            f"SELECT -bm25(entry, 0.0, {self.weights}), id FROM entry WHERE entry MATCH ? ORDER BY 1 DESC LIMIT ?",  # noqa: S608
            (match, DEPTH),
        )
        return [RivalHit(score, id_) for score, id_ in rows]

    def close(self) -> None:
        """Close the database."""
        self._connection.close()


class StemmedFts5(RawFts5):
    """SQLite with our folding, stems and column weights, and nothing else of ours."""

    weights = "3.0, 2.0, 1.0"

    def read(self, text: str) -> str:
        """Return the stems of a text."""
        return " ".join(stemming(self.language).stems(folded_words(text)))


class WhooshIndex:
    """Whoosh with its analyser of the language and BM25F. It opens only indexes created here: a foreign one may run code."""

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
        """Return the best documents by BM25F."""
        text = " ".join(words).lower()  # in capitals, AND is an operator
        query = (self._every if every else self._any).parse(text)
        return [RivalHit(hit.score, hit["id"]) for hit in self._searcher.search(query, limit=DEPTH)]

    def close(self) -> None:
        """Close the index."""
        self._searcher.close()
        self._index.close()


class Xapian:
    """Xapian with its stemmer and our stop words (it has none); words count three times in the title and twice in the keywords."""

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
        """Return the best documents by Xapian's bm25."""
        self._parser.set_default_op(self._every if every else self._any)
        self._enquire.set_query(self._parser.parse_query(" ".join(words), 0))  # 0: no operators
        return [
            RivalHit(match.weight, match.document.get_data().decode()) for match in self._enquire.get_mset(0, DEPTH)
        ]

    def close(self) -> None:
        """Close the database."""
        self._database.close()


Engine = Callable[[Language, Sequence[Document], Path], Index]
"""Creates the index of a language in an empty folder."""

ENGINES: Final[Mapping[str, Engine]] = MappingProxyType(
    {"raw FTS5": RawFts5, "FTS5 with stems": StemmedFts5, "Whoosh index": WhooshIndex, "Xapian": Xapian}
)
"""All engines by name."""


def present() -> dict[str, Engine]:
    """Return the engines that this machine has."""
    return {name: engine for name, engine in ENGINES.items() if engine is not Xapian or xapian_is_there()}


def xapian_is_there() -> bool:
    """Return whether Xapian can be imported; this makes Debian's importable, which a virtual environment does not see."""
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
    except ImportError:  # built for another Python
        del sys.modules["xapian"]
        return False
    return True


def rival_answers(engine: Engine, database: Path, judged: Sequence[JudgedQuery]) -> list[list[str]]:
    """Return the ids that an engine finds for each query in a knowledge database, the best first, at most `DEPTH`."""
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
    """Return the ids from both languages without duplicates; for equal scores, those in the language of the query are first."""
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
    """Return all documents of a knowledge database by language, in report order."""
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
    """Print nDCG@10 by kind of our search and of each engine on this machine, on our judged queries."""
    knowledge = knowledge_database()
    judged = resolved(read_judged(QUERIES), knowledge)
    here = present()
    engines = [measured("Guidance KB", judged, answers(knowledge, judged, with_help=True))]
    engines += [measured(name, judged, rival_answers(engine, knowledge, judged)) for name, engine in here.items()]
    print("### Engines, nDCG@10 by kind", by_engine(engines), sep="\n\n")  # noqa: T201
    for absent in ENGINES.keys() - here:
        print(f"\nNot on this machine: {absent}.")  # noqa: T201


if __name__ == "__main__":
    main()
