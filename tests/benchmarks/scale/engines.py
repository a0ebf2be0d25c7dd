"""Ours and its rivals behind one face: the best twenty with a marked excerpt, from an index over the same documents.

Each rival gets the documents of both languages in one index, title and body, and the Dutch analysis that it brings along.
"""

import importlib.util
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Final, Protocol

import tantivy
from whoosh import fields, index
from whoosh.analysis import LanguageAnalyzer
from whoosh.qparser import MultifieldParser

from guidance_kb.language import Language
from guidance_kb.search.searcher import Searcher
from tests.benchmarks.raw import RawFts5
from tests.benchmarks.scale.queries import Asked, Shape

HITS: Final = 20

_DEBIAN: Final = Path("/usr/lib/python3/dist-packages/xapian/__init__.py")
"""Where Debian's python3-xapian puts it; it is in no package index."""


class Engine(Protocol):
    """Something that finds."""

    def search(self, asked: Asked) -> int:
        """Finds and marks; returns how many hits it shows, at most `HITS`."""

    def close(self) -> None:
        """Lets go of the files."""


class Ours:
    """The real query path, with plan, counts, reasons, excerpts and marks."""

    def __init__(self, knowledge: Path) -> None:
        self._searcher = Searcher(knowledge)

    def search(self, asked: Asked) -> int:
        """With the marks, the excerpt and the reason of each hit, as the window shows them."""
        hits = self._searcher.search(asked.text, Language.NL, limit=HITS).hits
        for hit in hits:
            _ = hit.why, hit.excerpt, hit.title_marks  # worked out when they are looked at
        return len(hits)

    def close(self) -> None:
        self._searcher.close()


class Fts5(RawFts5):
    """SQLite's own words, bm25 and snippets."""

    def search(self, asked: Asked) -> int:  # type: ignore[override]
        """By SQLite's own query language."""
        phrases = [f'"{phrase}"' for phrase in asked.phrases]
        if asked.shape is Shape.PREFIX:
            phrases[-1] += " *"
        return len(self._found((" OR " if asked.shape is Shape.ANY else " AND ").join(phrases), HITS))

    def close(self) -> None:
        self.__exit__()


class Whoosh:
    """A Whoosh index with its Dutch analyser; ours takes Whoosh's language parts only."""

    def __init__(self, knowledge: Path, folder: Path) -> None:
        folder.mkdir()
        dutch = LanguageAnalyzer("nl")
        schema = fields.Schema(title=fields.TEXT(dutch, stored=True), body=fields.TEXT(dutch, stored=True))
        with index.create_in(folder, schema).writer(limitmb=256) as writer:
            for title, body in documents(knowledge):
                writer.add_document(title=title, body=body)
        self._index = index.open_dir(folder)
        self._searcher = self._index.searcher()
        self._parser = MultifieldParser(["title", "body"], schema)

    def search(self, asked: Asked) -> int:
        hits = self._searcher.search(self._parser.parse(_query_text(asked)), limit=HITS)
        return len([hit.highlights("body") for hit in hits])

    def close(self) -> None:
        self._searcher.close()
        self._index.close()


class Xapian:
    """Xapian with its Dutch stemmer."""

    def __init__(self, knowledge: Path, folder: Path) -> None:
        self._xapian = xapian = _load_xapian()
        self._stemmer = xapian.Stem("dutch")
        writing = xapian.WritableDatabase(str(folder), xapian.DB_CREATE)
        terms = xapian.TermGenerator()
        terms.set_stemmer(self._stemmer)
        for title, body in documents(knowledge):
            document = xapian.Document()
            document.set_data(body)
            terms.set_document(document)
            terms.index_text(title, 3)
            terms.increase_termpos()
            terms.index_text(body)
            writing.add_document(document)
        writing.close()
        self._database = xapian.Database(str(folder))
        self._parser = xapian.QueryParser()
        self._parser.set_stemmer(self._stemmer)
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self._parser.set_database(self._database)
        self._parser.set_default_op(xapian.Query.OP_AND)

    def search(self, asked: Asked) -> int:
        """With a snippet of each hit."""
        parser = self._xapian.QueryParser
        flags = parser.FLAG_BOOLEAN | parser.FLAG_PHRASE | parser.FLAG_WILDCARD
        enquire = self._xapian.Enquire(self._database)
        enquire.set_query(self._parser.parse_query(_query_text(asked), flags))
        found = enquire.get_mset(0, HITS)
        return len([found.snippet(hit.document.get_data().decode(), 160, self._stemmer) for hit in found])

    def close(self) -> None:
        self._database.close()


class Tantivy:
    """tantivy with a Dutch stemmer, on all cores while it builds."""

    def __init__(self, knowledge: Path, folder: Path) -> None:
        folder.mkdir()
        builder = tantivy.SchemaBuilder()
        for field in ("title", "body"):
            builder.add_text_field(field, stored=True, tokenizer_name="dutch")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._index.register_tokenizer("dutch", analyzer.filter(tantivy.Filter.stemmer("dutch")).build())
        writer = self._index.writer(256_000_000)
        for title, body in documents(knowledge):
            writer.add_document(tantivy.Document(title=title, body=body))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, asked: Asked) -> int:
        """With a snippet of each hit."""
        query = self._query(asked)
        snippets = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        hits = self._searcher.search(query, HITS).hits
        return len([snippets.snippet_from_doc(self._searcher.doc(address)).to_html() for _, address in hits])

    def _query(self, asked: Asked) -> tantivy.Query:
        if asked.shape is Shape.PREFIX:
            beginning = f"{asked.phrases[0]}.*"
            queries = [tantivy.Query.regex_query(self._schema, field, beginning) for field in ("title", "body")]
            return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
        return self._index.parse_query(_query_text(asked), ["title", "body"], conjunction_by_default=True)

    def close(self) -> None:
        """Nothing to do: the files are let go of with the last reference."""


def have_xapian() -> bool:
    """Whether Xapian's Python module is on this machine, for this Python."""
    try:
        _load_xapian()
    except ImportError:
        return False
    return True


def documents(knowledge: Path) -> Iterator[tuple[str, str]]:
    """Title and body of each document."""
    with closing(sqlite3.connect(f"{knowledge.as_uri()}?mode=ro", uri=True)) as connection:
        yield from connection.execute("SELECT title, body FROM document ORDER BY number")


def _query_text(asked: Asked) -> str:
    """The query as Whoosh, Xapian and tantivy all read it."""
    phrases = [f'"{phrase}"' if " " in phrase else phrase for phrase in asked.phrases]
    if asked.shape is Shape.PREFIX:
        phrases[-1] += "*"
    return (" OR " if asked.shape is Shape.ANY else " ").join(phrases)


def _load_xapian() -> ModuleType:
    if "xapian" not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            "xapian", _DEBIAN, submodule_search_locations=[str(_DEBIAN.parent)]
        )
        if spec is None or spec.loader is None or not _DEBIAN.exists():
            raise ImportError(_DEBIAN)
        sys.modules["xapian"] = module = importlib.util.module_from_spec(spec)
        try:
            spec.loader.exec_module(module)
        except ImportError:
            del sys.modules["xapian"]
            raise
    return sys.modules["xapian"]
