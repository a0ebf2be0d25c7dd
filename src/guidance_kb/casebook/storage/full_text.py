"""Full-text search in the counselor's texts: notes, notes with answers, steps, follow-ups and remarks.

The words are indexed by FTS5 inside the encrypted database, folded and stemmed as in the search of the knowledge. Triggers of the schema
maintain the index through the two functions registered here: whatever writes a text (undo, a transfer, a cascade) also updates its words,
and a connection without the functions cannot write a text. Queries are not stored.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from sqlite_utils import Database

from guidance_kb import paths
from guidance_kb.casebook.storage.rows import Row, Rows
from guidance_kb.casebook.storage.settings import CasebookSettings
from guidance_kb.conversation.answers import Answer, By, State
from guidance_kb.language import Language
from guidance_kb.search.index.occurrences import Occurrence
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Closeness
from guidance_kb.search.results.excerpt import Excerpt, excerpt, marks_at

MOST: Final = 50
"""Maximum number of hits."""

_ANALYSIS: Final = "words"
"""The setting that stores the fingerprint of the analysis that made the words."""


class Source(StrEnum):
    """The table of a text."""

    ANSWER = "answer"
    NOTE = "note"
    STEP = "step"
    FOLLOW_UP = "follow_up"
    CLIENT = "client"


class FoundText(NamedTuple):
    """A text that was found.

    Attributes:
        source: The table of the text; `row` is its id there.
        client: The id of the client; `code` is the client code.
        session: The id of the session, if it has one.
        item: For a note with an answer, the item of the checklist; otherwise empty.
        answer: For a note with an answer, the answer without its note; otherwise None.
        moment: When it was written, as stored; for a follow-up, the day for which it is planned.
        excerpt: A part of the text, with the matches highlighted.
    """

    source: Source
    row: int
    client: int
    code: str
    session: int | None
    item: str
    answer: Answer | None
    moment: str
    excerpt: Excerpt


_PLACES: Final = {1: Source.ANSWER, 2: Source.NOTE, 3: Source.STEP, 4: Source.FOLLOW_UP, 5: Source.CLIENT}
"""The table of a place, by its last three bits (`passage` in the schema)."""

_TEXTS: Final = {
    Source.ANSWER: (
        "SELECT a.id, s.client, c.code, a.session, a.item, a.state, a.said_by, a.changed, a.note"
        " FROM answer a JOIN session s ON s.id = a.session JOIN client c ON c.id = s.client WHERE a.id IN"
    ),
    Source.NOTE: (
        "SELECT n.id, n.client, c.code, n.session, '', '', '', n.written, n.text"
        " FROM note n JOIN client c ON c.id = n.client WHERE n.id IN"
    ),
    Source.STEP: (
        "SELECT s.id, s.client, c.code, s.session, '', '', '', s.agreed, s.what"
        " FROM step s JOIN client c ON c.id = s.client WHERE s.id IN"
    ),
    Source.FOLLOW_UP: (
        "SELECT f.id, f.client, c.code, NULL, '', '', '', f.due,"
        " trim(f.remark || char(10) || f.outcome || char(10) || f.location, char(10))"
        " FROM follow_up f JOIN client c ON c.id = f.client WHERE f.id IN"
    ),
    Source.CLIENT: "SELECT c.id, c.id, c.code, NULL, '', '', '', c.opened, c.remark FROM client c WHERE c.id IN",
}  # fmt: skip
"""The query for the texts of each source: the columns of `FoundText`, with the answer as its state and who said it, and the text."""


def register(database: Database) -> None:
    """Register the functions that the triggers of the schema call.

    Triggers may call them only if `trusted_schema` is on (https://sqlite.org/pragma.html#pragma_trusted_schema). The setting guards against
    the schema of a stranger's file; nobody without the key can write this one, and the functions only return text.
    """
    database.execute("PRAGMA trusted_schema = ON")
    database.register_function(_words_of, name="words_of", deterministic=True)
    database.register_function(_stems_of, name="stems_of", deterministic=True)


def _words_of(text: str) -> str:
    return " ".join(words(text))


def _stems_of(text: str, language: str) -> str:
    return " ".join(stemming(Language(language)).stems(words(text)))


class FullText:
    """The full-text index of one open casebook."""

    def __init__(self, rows: Rows, settings: CasebookSettings) -> None:
        self._rows, self._settings = rows, settings

    def search(self, query: str, client: int | None = None, limit: int = MOST) -> list[FoundText]:
        """Return the texts with every word of `query` in one of its forms, the best first; the last word also matches as a prefix.

        Args:
            query: The query as typed; it has no operators and is not stored.
            client: Search only the texts of this client.
            limit: The maximum number of hits.
        """
        wanted = _wanted(query)
        if not wanted:
            return []
        match = " AND ".join(each.match for each in wanted)
        sql = "SELECT rowid FROM word WHERE word MATCH ?"
        order = "ORDER BY rank, rowid DESC LIMIT ?"
        if client is None:
            places = self._rows.all(f"{sql} {order}", match, limit)
        else:
            # The + prevents a lookup for each place.
            of_client = "AND +rowid IN (SELECT place FROM passage WHERE client = ?)"
            places = self._rows.all(f"{sql} {of_client} {order}", match, client, limit)
        texts = self._texts([place for (place,) in places])
        return [_found(_PLACES[place % 8], texts[place], wanted) for (place,) in places]

    def refresh(self) -> bool:
        """Rebuild the index if an update of the program changed the analysis; return whether it did."""
        analysis, before = _fingerprint(), self._settings.read(_ANALYSIS)
        if before == analysis:
            return False
        if before is None:  # the casebook is new
            self._settings.write(_ANALYSIS, analysis)
            return False
        with self._rows.writing():
            (table,) = self._rows.the("SELECT sql FROM sqlite_schema WHERE name = 'word'")
            # Ten times as fast as deleting the rows, and its pages are overwritten too (secure_delete).
            self._rows.run("DROP TABLE word")
            self._rows.run(table)
            self._rows.run("INSERT INTO word (word, rank) VALUES ('secure-delete', 1)")
            self._rows.run("INSERT INTO passage (place, text) SELECT place, text FROM passage")
            self._settings.write(_ANALYSIS, analysis)
        return True

    def _texts(self, places: Sequence[int]) -> dict[int, Row]:
        texts = {}
        for number, source in _PLACES.items():
            ids = [place // 8 for place in places if place % 8 == number]
            if ids:
                sql = f"{_TEXTS[source]} ({', '.join('?' * len(ids))})"
                texts.update({8 * row[0] + number: row for row in self._rows.all(sql, *ids)})
        return texts


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A word of a query: folded, its stem in each language, and whether it also matches as a prefix."""

    word: str
    nl: str
    en: str
    beginning: bool

    @property
    def match(self) -> str:
        """The FTS5 expression; the words have only letters and digits."""
        return f'(words : "{self.word}" {"*" if self.beginning else ""} OR nl : "{self.nl}" OR en : "{self.en}")'

    def fits(self, word: str, nl: str, en: str) -> bool:
        """Return whether a word of a text is one of its forms."""
        whole = word.startswith(self.word) if self.beginning else word == self.word
        return whole or nl == self.nl or en == self.en


def _wanted(query: str) -> list[_Wanted]:
    """Return the words of a query without stop words, unless there are no others."""
    dutch, english = stemming(Language.NL), stemming(Language.EN)
    typed = [word for chunk in query.split() for word in _typed(chunk)]
    telling = [word for word in typed if word not in dutch.stop and word not in english.stop] or typed
    unfinished = telling[-1] if telling and telling[-1] == typed[-1] and not query[-1:].isspace() else None
    return [_Wanted(word, dutch.stem(word), english.stem(word), word == unfinished) for word in dict.fromkeys(telling)]


def _typed(chunk: str) -> list[str]:
    """Return the folded words of a chunk without spaces; for a hyphenated word the joined form, which is indexed for both spellings."""
    found = words(chunk)
    return found[-1:] if len(found) > 1 and found[-1] == "".join(found[:-1]) else found


def _found(source: Source, row: Row, wanted: Sequence[_Wanted]) -> FoundText:
    number, client, code, session, item, state, said_by, moment, text = row
    answer = Answer(State(state), By(said_by)) if state else None
    piece = excerpt(text, marks_at(text, _occurrences(text, wanted)))
    return FoundText(source, number, client, code, session, item, answer, moment, piece)


def _occurrences(text: str, wanted: Sequence[_Wanted]) -> Iterator[Occurrence]:
    standing = words(text)
    forms = zip(standing, stemming(Language.NL).stems(standing), stemming(Language.EN).stems(standing), strict=True)
    for place, (word, nl, en) in enumerate(forms):
        for clause, each in enumerate(wanted):
            if each.fits(word, nl, en):
                yield Occurrence(place, 1, clause, Closeness.EXACT, "")


def _fingerprint() -> str:
    """Return a digest of the stems of the exceptions; it changes with any stem, rule or folding."""
    files = [(paths.RESOURCES / "language" / f"{name}.toml").read_text("utf-8") for name in ("dutch", "english")]
    made = [_stems_of(text, language) for text in files for language in Language]
    return hashlib.sha256("\n".join(made).encode()).hexdigest()
