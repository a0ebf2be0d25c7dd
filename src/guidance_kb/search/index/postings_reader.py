"""Which documents hold a clause, a language: single stems and beginnings from the postings, everything else from FTS5."""

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from operator import itemgetter
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.index.documents import Documents, documents_at
from guidance_kb.search.index.postings import Stems, are_common, key, read_beginning
from guidance_kb.search.query.plan import ANYWHERE, Clause, Closeness, Pattern, Term
from guidance_kb.search.query.synonym_expansion import NEARBY
from guidance_kb.search.ranking.match import patterns_text

_MATCH: Final = {
    language: f"SELECT (rowid - 1) / 2 FROM search_{language} WHERE search_{language} MATCH ?"  # noqa: S608
    for language in Language
}


class PostingsReader:
    """Answers for one knowledge database. Remembers what it was asked until it is told to forget."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[int, Language, bool], tuple[Term, Documents]] = {}

    def forget(self) -> None:
        """Forgets: for the next query."""
        self._known.clear()

    def any_of(self, terms: Clause, language: Language, *, named: bool = False) -> Documents:
        """Returns the documents that hold any of `terms` in their text in `language`.

        Args:
            terms: The terms of a clause, or those that are excluded.
            language: Of the text.
            named: Only those that have its words in the title or the keywords, next to each other or not.
        """
        found = 0
        for term in terms:
            key = (id(term), language, named)
            known = self._known.get(key)
            if known is None:  # the term is kept, so that no other gets its id
                known = self._known[key] = (
                    term,
                    self._patterns(_needed(term, language, named=named), language, named=named),
                )
            found |= known[1]
        return found

    def is_common(self, terms: Clause, language: Language) -> bool:
        """Whether a word that FTS5 looks for in the terms, also one of several, stands in very many documents."""
        stems = sorted({word for term in terms for one in term.patterns(language) if one.stemmed for word in one.words})
        return are_common(self._connection, language, stems)

    def _patterns(self, patterns: Iterable[Pattern], language: Language, *, named: bool) -> Documents:
        found = 0
        single: list[str] = []
        several: list[tuple[str, ...]] = []
        near: list[Pattern] = []
        rest: list[Pattern] = []
        for pattern in patterns:
            if pattern.stemmed and len(pattern.words) == 1:
                single += pattern.words
            elif pattern.stemmed and (named or pattern.spread == ANYWHERE):
                several.append(pattern.words)
            elif pattern.stemmed and pattern.spread == NEARBY:
                near.append(pattern)
            elif (beginning := self._beginning(pattern, language, named=named)) is not None:
                found |= beginning
            else:
                rest.append(pattern)
        labels = {key(pattern.words) for pattern in near}
        stems = Stems(self._connection, language, {*single, *chain.from_iterable(several), *labels}, named=named)
        found |= stems.any((*single, *labels))
        rest += [pattern for pattern in near if key(pattern.words) not in stems]
        for words in several:
            found |= stems.all(words)
        return found | matching(self._connection, rest, language, named=named)

    def _beginning(self, pattern: Pattern, language: Language, *, named: bool) -> Documents | None:
        if not pattern.prefix or len(pattern.words) > 1:
            return None
        return read_beginning(self._connection, language, pattern.words[0], named=named)


def matching(
    connection: sqlite3.Connection, patterns: Collection[Pattern], language: Language, *, named: bool = False
) -> Documents:
    """Returns the documents in `language` with any of `patterns`, from FTS5."""
    if not patterns:
        return 0
    rows = connection.execute(_MATCH[language], (patterns_text(patterns, named=named),))
    return documents_at(list(map(itemgetter(0), rows)))


def _needed(term: Term, language: Language, *, named: bool) -> Sequence[Pattern]:
    """The patterns without the exact word: who has that has its stem, and a word that begins so.

    Where it only counts what is `named`, words near each other do not: that takes long, and decides little.
    """
    patterns = [pattern for pattern in term.patterns(language) if pattern.spread <= 0 or not named]
    if any(pattern.closeness in (Closeness.STEM, Closeness.PREFIX) for pattern in patterns):
        return [pattern for pattern in patterns if pattern.closeness is not Closeness.EXACT]
    return patterns
