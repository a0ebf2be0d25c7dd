"""The query language, parsed by Whoosh's query parser with a small set of plugins.

    drempel geld            both words
    "lage drempel"          these words in this order
    drempel -geld           without the word (also NIET, NOT)
    drempel OF geld         one of the two (also OR and |)
    opvang*                 words that begin with it
    land:ierland            a filter (land, soort, thema, belemmering, drijfveer; country, kind, theme, barrier, drive)

Parentheses have no meaning, and invalid syntax is read as words: no input is an error.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from whoosh import analysis, qparser
from whoosh.qparser import syntax

from guidance_kb.knowledge.model import Kind
from guidance_kb.knowledge.names import KINDS as KIND_NAMES
from guidance_kb.knowledge.names import TERMS
from guidance_kb.language import Language, Text
from guidance_kb.search.language.folding import ranges, words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Field, PlanFilter, Value

# The analysis chain in Whoosh's tokenizer and filter protocol: tokenize and fold, then stem.
#
# The chain processes queries. Texts go through the same two steps without token objects (`folding.words`, `Stemming.stems`), which is ten
# times as fast; a test checks that both agree.


class FoldingTokenizer(analysis.Tokenizer):
    """`folding.words` as a Whoosh tokenizer: one token for each word, `original` is the folded word."""

    def __call__(  # noqa: D102 - Whoosh's protocol, documented there
        self, value: str, *, removestops: bool = True, mode: str = "", **_others: object
    ) -> Iterator[analysis.Token]:
        for position, (word, (start, end)) in enumerate(zip(words(value), ranges(value), strict=True)):
            token = analysis.Token(positions=True, chars=True, removestops=removestops, mode=mode)
            token.text = token.original = word
            token.pos = position
            token.startchar, token.endchar = start, end
            yield token


class Analysed(NamedTuple):
    """A word of a query: folded form, stem, and range in the original text."""

    word: str
    stem: str
    start: int
    end: int


def analyzer(language: Language) -> analysis.Analyzer:
    """Return the chain for `language`."""
    return FoldingTokenizer() | analysis.StemFilter(stemfn=stemming(language).stem, cachesize=None)


def analyse(text: str, chain: analysis.Analyzer) -> list[Analysed]:
    """Return the words of `text` with their stems."""
    return [Analysed(token.original, token.text, token.startchar, token.endchar) for token in chain(text, mode="query")]


FIELDS: Final = {
    "land": Field.COUNTRY,
    "country": Field.COUNTRY,
    "soort": Field.KIND,
    "kind": Field.KIND,
    "thema": Field.THEME,
    "theme": Field.THEME,
    "belemmering": Field.BARRIER,
    "barrier": Field.BARRIER,
    "belemmeringssoort": Field.CATEGORY,
    "category": Field.CATEGORY,
    "drijfveer": Field.DRIVE,
    "drive": Field.DRIVE,
}
"""The names of filters, in both languages."""

LONGEST: Final = 5000
"""Maximum number of characters of a query that are read."""

_FIELD = rf"(?<![^\s\-\u2212\u2013])(?i:{'|'.join(FIELDS)}):"
_SPACED: Final = re.compile(rf"({_FIELD})\s+(?=[^\s:])")
"""A filter with a space before its value: `land: ierland`."""

_OPEN: Final = re.compile(rf"{_FIELD}\s*$")
"""A filter without a value: it is still being typed."""

_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'


class Shape(Enum):
    """The form in which a piece of a query was typed."""

    WORD = auto()
    PHRASE = auto()
    PREFIX = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the query between spaces or quotation marks; `last` if it ends the query."""

    shape: Shape
    text: str
    last: bool = False


@dataclass(frozen=True, slots=True)
class QueryCondition:
    """A filter as typed: `land:ierland`."""

    field: Field
    value: str
    excluded: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed query: clauses of alternatives, excluded pieces, and filters."""

    clauses: tuple[tuple[Piece, ...], ...]
    excluded: tuple[Piece, ...]
    conditions: tuple[QueryCondition, ...]


class QueryReader:
    """Parses queries. Keep one instance: building Whoosh's parser costs more than using it."""

    def __init__(self) -> None:
        names = "|".join(FIELDS)
        self._parser = qparser.QueryParser(
            "text",
            None,
            plugins=[
                # Dashes and operators count only at a word boundary, so that drempel-vrij is one piece.
                qparser.PlusMinusPlugin(
                    plusexpr=r"(?!)", minusexpr=r"(?<!\S)(?:[-\u2212\u2013](?=[^\s-])|(?:NOT|NIET)\s+(?=\S))"
                ),
                qparser.FieldsPlugin(
                    rf"(?<![^\s\-\u2212\u2013])(?P<text>(?i:{names})):(?=[^\s:])", remove_unknown=False
                ),
                qparser.PhrasePlugin(rf"[{_QUOTES}](?P<text>[^{_QUOTES}]*)[{_QUOTES}](?P<slop>)"),
                # The look-behinds also prevent an attempt at every character of "aaaa…" and "----…".
                qparser.PrefixPlugin(rf"(?<![^\s:(\-])(?<![:(\-]{{2}})(?P<text>[^\s*{_QUOTES}]+)[*](?=\s|$)"),
                qparser.OperatorsPlugin(
                    Or=r"(?<=\s)(?:OR|OF|\|)(?=\s)", And=r"(?!)", AndNot=None, AndMaybe=None, Not=None, Require=None
                ),
            ],
        )

    def read(self, query: str) -> Parsed:
        """Parse `query`. Never raises."""
        text = _OPEN.sub("", _SPACED.sub(r"\1", query[:LONGEST]))
        tree = self._parser.process(text)
        banned: list[syntax.SyntaxNode] = []
        wanted: list[syntax.SyntaxNode] = list(tree)
        if isinstance(tree, syntax.AndNotGroup):
            wanted, banned = list(_inside(wanted[0])), list(_leaves(wanted[1]))
        clauses: list[tuple[Piece, ...]] = []
        conditions: list[QueryCondition] = []
        for node in wanted:
            pieces: list[Piece] = []
            for leaf in _leaves(node):
                if leaf.fieldname is None:
                    pieces.append(_piece(leaf, text))
                else:
                    conditions.append(_condition(leaf, excluded=False))
            if pieces:
                clauses.append(tuple(pieces))
        excluded: list[Piece] = []
        for node in banned:
            for leaf in _leaves(node):
                if leaf.fieldname is None:
                    excluded.append(_piece(leaf, text))
                else:
                    conditions.append(_condition(leaf, excluded=True))
        return Parsed(tuple(clauses), tuple(excluded), tuple(conditions))


def _inside(node: syntax.SyntaxNode) -> Iterator[syntax.SyntaxNode]:
    """Yield the members of a group that are all required, or the node itself."""
    if isinstance(node, syntax.GroupNode) and not isinstance(node, syntax.OrGroup):
        yield from node
    else:
        yield node


def _leaves(node: syntax.SyntaxNode) -> Iterator[syntax.TextNode]:
    if isinstance(node, syntax.GroupNode):
        for child in node:
            yield from _leaves(child)
    elif isinstance(node, syntax.TextNode):
        yield node


def _piece(leaf: syntax.TextNode, query: str) -> Piece:
    if isinstance(leaf, qparser.PhrasePlugin.PhraseNode):
        return Piece(Shape.PHRASE, leaf.text)
    if isinstance(leaf, qparser.PrefixPlugin.PrefixNode):
        return Piece(Shape.PREFIX, leaf.text)
    return Piece(Shape.WORD, leaf.text, last=leaf.endchar == len(query))


def _condition(leaf: syntax.TextNode, *, excluded: bool) -> QueryCondition:
    return QueryCondition(FIELDS[(leaf.fieldname or "").lower()], leaf.text, excluded)


# --- Filters: from the typed text to values


KINDS: Final[Mapping[Kind, Text]] = {
    "finding": KIND_NAMES["finding"],
    "practice": KIND_NAMES["practice"],
    "recommendation": KIND_NAMES["recommendation"],
    "persona": KIND_NAMES["persona"],
    "address": KIND_NAMES["address"],
    "method": Text("onderzoeksmethode", "method"),
    "barrier": KIND_NAMES["barrier"],
    "drive": KIND_NAMES["drive"],
    "need": KIND_NAMES["need"],
    "item": Text("gespreksvraag", "conversation question"),
    "help": Text("hulp", "help"),
}
"""The kinds of documents, in the order in which a filter offers them, by what is typed."""

_NAMES: Final = {
    Field.COUNTRY: "SELECT id, name_nl, name_en FROM country ORDER BY position",
    Field.THEME: "SELECT id, name_nl, name_en FROM theme ORDER BY position",
    Field.BARRIER: (
        "SELECT id, nl.name, en.name FROM barrier JOIN barrier_text nl ON nl.barrier = id AND nl.lang = 'nl'"
        " JOIN barrier_text en ON en.barrier = id AND en.lang = 'en' ORDER BY position"
    ),
    Field.DRIVE: (
        "SELECT id, nl.name, en.name FROM drive JOIN drive_text nl ON nl.drive = id AND nl.lang = 'nl'"
        " JOIN drive_text en ON en.drive = id AND en.lang = 'en' ORDER BY position"
    ),
}


class FilterNames:
    """The values of each filter, found by any of their names."""

    def __init__(self, values: Mapping[Field, tuple[Value, ...]]) -> None:
        self._values = values

    def of(self, field: Field) -> tuple[Value, ...]:
        """Return all values of a filter, in display order."""
        return self._values.get(field, ())

    def find(self, field: Field, typed: str) -> tuple[Value, ...]:
        """Return the values whose name has exactly the typed words, else those with words that begin with them."""
        wanted = words(typed)
        if not wanted:
            return ()
        values = self.of(field)
        return tuple(value for value in values if _is(value, wanted)) or tuple(
            value for value in values if _begins(value, wanted)
        )


def read_filter_names(connection: sqlite3.Connection) -> FilterNames:
    """Read the names of countries, themes, barriers and drives from a knowledge database."""
    values = {
        field: tuple(Value(identifier, name) for identifier, name in known.items())
        for field, known in ((Field.KIND, KINDS), (Field.CATEGORY, TERMS))
    }
    for field, sql in _NAMES.items():
        values[field] = tuple(Value(name, Text(nl, en)) for name, nl, en in connection.execute(sql))
    return FilterNames(values)


def resolve(
    conditions: tuple[QueryCondition, ...], names: FilterNames
) -> tuple[tuple[PlanFilter, ...], tuple[str, ...]]:
    """Return the filters, and the typed text of unknown values. Repeated fields are combined as alternatives."""
    filters: dict[tuple[Field, bool], dict[str, Value]] = {}
    unknown: list[str] = []
    for condition in conditions:
        field = condition.field
        found = names.find(field, condition.value)
        if not found and field is Field.BARRIER:  # belemmering:institutioneel
            field = Field.CATEGORY
            found = names.find(field, condition.value)
        if found:
            filters.setdefault((field, condition.excluded), {}).update({value.id: value for value in found})
        else:
            unknown.append(condition.value)
    return (
        tuple(PlanFilter(field, tuple(values.values()), excluded) for (field, excluded), values in filters.items()),
        tuple(unknown),
    )


def _is(value: Value, wanted: list[str]) -> bool:
    if wanted == words(value.id):
        return True
    return any(
        set(stemming(language).stems(wanted)) == set(stemming(language).stems(words(value.name.say(language))))
        for language in Language
    )


def _begins(value: Value, wanted: list[str]) -> bool:
    return any(
        all(any(word.startswith(part) for word in name) for part in wanted)
        for name in (words(value.id), words(value.name.nl), words(value.name.en))
    )
