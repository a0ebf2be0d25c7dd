"""Names in a query that mean a list rather than words of a text: a kind, a country, or a view of the window.

"aanbevelingen" asks for the nine recommendations, not for the texts that mention recommendations; "Ierland" for the interview with
Ireland; "landen vergelijken" for the view that does so. Only a query that consists of such names is read in this way.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from guidance_kb.knowledge.model import Kind
from guidance_kb.language import Language, Text
from guidance_kb.search.language.folding import words
from guidance_kb.search.language.stems import stemming
from guidance_kb.search.query.plan import Value, ViewOffer

_KINDS: Final[Mapping[Kind, str]] = {
    "recommendation": "aanbeveling aanbevelingen recommendation recommendations",
    "persona": "persona personas",
    "barrier": "belemmering belemmeringen barrier barriers",
    "drive": "drijfveer drijfveren drive drives",
    "need": "basisbehoefte basisbehoeften behoeften need needs",
    "finding": "bevinding bevindingen finding findings",
    "practice": "praktijkvoorbeeld praktijkvoorbeelden voorbeelden practice practices examples",
    "method": "onderzoeksmethode methode method",
    "address": "adressen addresses",
    "item": "vragen gespreksvragen gespreksvraag questions items",
}
"""The words for a kind. "vraag" and "need help" are usually about something else, but alone in a query they mean little."""

_ADJECTIVES: Final = {
    "scotland": "schots schotse scottish scots",
    "ireland": "iers ierse irish",
    "flanders": "vlaams vlaamse flemish",
    "germany": "duits duitse german",
    "slovenia": "sloveens sloveense slovenian slovene",
    "finland": "fins finse finnish",
    "italy": "italiaans italiaanse italian",
    "netherlands": "nederlands nederlandse dutch",
    "sweden": "zweeds zweedse swedish",
    "united-kingdom": "brits britse british",
}
"""The adjectives of a country; they name it beside a kind only: "Nederlands" alone is the language."""

_ALL: Final = frozenset(
    words(
        "alle allemaal all elke every lijst list overzicht overview toon show geef give zie see rapport report zegt "
        "says basic een one twee two drie three vier four vijf five zes six zeven seven acht eight negen nine tien ten "
        "twaalf twelve"
    )
)
"""Words that say no more than "all of them" beside a name; figures and stop words say no more either."""

_SINGLE: Final = frozenset(("aanbeveling", "recommendation"))
"""The names before a figure that stands for one of them."""

_LONGEST: Final = 8
"""Number of words from which a query is more than names."""

_KIND: Final = "SELECT number FROM document WHERE lang = 'nl' AND kind = ? ORDER BY number"
_IN: Final = "country IN (SELECT value FROM json_each(?))"
_KIND_IN_COUNTRIES: Final = f"SELECT number FROM document WHERE lang = 'nl' AND kind = ? AND {_IN} ORDER BY number"  # noqa: S608
_ABOUT: Final = f"SELECT number FROM document WHERE lang = 'nl' AND {_IN} ORDER BY number"  # noqa: S608
_INTERVIEW: Final = (
    "SELECT number FROM document JOIN section ON section.name = document.section"  # noqa: S608
    f" WHERE lang = 'nl' AND {_IN}"
    " AND EXISTS (SELECT 1 FROM answer WHERE answer.country = document.country AND answer.section = document.section)"
    " ORDER BY section.position, number"
)

_OPERATORS: Final = re.compile(r'["“”„«»:*|]|(?<!\S)[-\u2212\u2013]|(?<!\S)(?:OF|OR|NOT|NIET)(?!\S)')


@dataclass(frozen=True, slots=True)
class Listing:
    """A query that names a kind or a country, and nothing else.

    Attributes:
        kind: The kind; None if only a country is named.
        countries: The ids of the named countries.
        words: The words of the query without those that only say "all of them".
        figure: The only figure in the query: "aanbeveling 3" is one of the nine; 0 without one.
    """

    kind: Kind | None
    countries: tuple[str, ...]
    words: str
    figure: int = 0


COUNTRIES: Final = "countries"
"""The id of the view that compares countries."""

VIEWS: Final[Mapping[str, tuple[Text, Text]]] = {
    "start": (Text("Start", "Start"), Text("start startscherm beginscherm", "start home start_page")),
    COUNTRIES: (
        Text("Landen", "Countries"),
        Text("landen landenvergelijking landenoverzicht", "countries country_comparison"),
    ),
    "map": (
        Text("Verbanden", "Links"),
        Text(
            "verbanden kaart verbandenkaart kaart_verbanden wat_hangt_waarmee_samen", "links map connections links_map"
        ),
    ),
    "conversation": (
        Text("Gesprek", "Conversation"),
        Text("gesprek_beginnen gesprek_starten nieuw_gesprek", "start_conversation new_conversation"),
    ),
    "records": (Text("Dossiers", "Records"), Text("dossiers dossier", "records")),
    "bookmarks": (Text("Bladwijzers", "Bookmarks"), Text("bladwijzers bladwijzer favorieten", "bookmarks favourites")),
    "settings": (
        Text("Instellingen", "Settings"),
        Text("instellingen instelling voorkeuren", "settings preferences options"),
    ),
    "help": (Text("Hulp", "Help"), Text("help handleiding", "help manual")),
    "packs": (Text("Kennispakketten", "Knowledge packs"), Text("kennispakketten kennispakket", "knowledge_packs")),
    "practice": (Text("Oefenen", "Practise"), Text("oefengesprek gesprek_oefenen", "practice_conversation")),
}
"""The views that can be asked for: the name in the window, and what people type for it, the words of one joined by `_`.

The window has the same ids; a test compares the names.
"""

_COMPARE: Final = frozenset(
    words("vergelijk vergelijken vergelijking vergeleken compare compared comparing comparison")
)
_COUNTRY_WORDS: Final = frozenset(words("land landen country countries"))
_GO: Final = frozenset(words("ga naar open toon scherm venster tabblad go show screen view page pagina"))


class Names:
    """Recognises names in queries on one knowledge database."""

    def __init__(self, connection: sqlite3.Connection, countries: Iterable[Value]) -> None:
        self._connection = connection
        self._kinds = {word: kind for kind, several in _KINDS.items() for word in several.split()}
        names = ((name, value.id) for value in countries for name in {value.name.nl, value.name.en})
        self._countries = [(tuple(words(name)), identifier) for name, identifier in names]
        self._adjectives = {word: country for country, several in _ADJECTIVES.items() for word in several.split()}
        self._stop = frozenset().union(*(stemming(language).stop for language in Language))
        self._views = dict(_view_names(self._stop))
        self._themes = [
            (identifier, Text(nl, en), frozenset((*_stems(nl, Language.NL), *_stems(en, Language.EN))))
            for identifier, nl, en in connection.execute("SELECT id, name_nl, name_en FROM theme ORDER BY position")
        ]

    # --- Kinds and countries

    def listing(self, query: str) -> Listing | None:
        """Return the kind or the country that a query names and nothing else; None for any other query."""
        said = words(query)
        if not said or len(said) > _LONGEST or _OPERATORS.search(query):
            return None
        kinds: set[Kind] = set()
        countries: list[str] = []
        kept: list[str] = []
        adjectives = 0
        at = 0
        while at < len(said):
            word = said[at]
            country, length = self._country(said, at)
            if country:
                countries.append(country)
            elif word in self._kinds:
                kinds.add(self._kinds[word])
            elif word in self._adjectives:
                adjectives += 1
                countries.append(self._adjectives[word])
            elif not (word in _ALL or word.isdigit() or word in self._stop):
                return None
            if word not in _ALL and not word.isdigit():
                kept += said[at : at + length]
            at += length
        if len(kinds) > 1 or (not kinds and (adjectives or len(countries) != 1)):
            return None
        figures = [int(word) for word in said if word.isdecimal()]
        return Listing(
            next(iter(kinds), None),
            tuple(dict.fromkeys(countries)),
            " ".join(kept),
            figures[0] if len(figures) == 1 and said[0] in _SINGLE else 0,
        )

    def listed(self, listing: Listing) -> list[int]:
        """Return the numbers of the Dutch documents of a listing, in their order in the knowledge.

        Of a country these are the answers of its interview, or without an interview all that is about it.
        """
        countries = json.dumps(listing.countries)
        if listing.kind is None:
            return self._numbers(_INTERVIEW, countries) or self._numbers(_ABOUT, countries)
        if listing.countries:
            return self._numbers(_KIND_IN_COUNTRIES, listing.kind, countries)
        numbers = self._numbers(_KIND, listing.kind)
        first = numbers[listing.figure - 1 : listing.figure] if listing.figure else []
        return [*first, *(number for number in numbers if number not in first)]

    def _numbers(self, sql: str, *values: str) -> list[int]:
        return [number for (number,) in self._connection.execute(sql, values)]

    def _country(self, said: Sequence[str], at: int) -> tuple[str, int]:
        """Return the country whose name begins at a word, and the number of words to go on by."""
        for name, country in self._countries:
            if tuple(said[at : at + len(name)]) == name:
                return country, len(name)
        return "", 1

    def offer(self, query: str) -> ViewOffer | None:
        """Return the view that a query asks for, if it does."""
        if _OPERATORS.search(query):
            return None
        said = words(query)
        if len(said) > _LONGEST:
            return None
        heavy = [word for word in said if word not in self._stop]
        view = self._views.get(_key(heavy)) or self._views.get(_key(word for word in heavy if word not in _GO))
        if view is not None:
            return ViewOffer(view, VIEWS[view][0])
        countries = sum(1 for at in range(len(said)) if self._country(said, at)[0])
        if not _COMPARE.isdisjoint(said) and (countries or not _COUNTRY_WORDS.isdisjoint(said)):
            return ViewOffer(COUNTRIES, VIEWS[COUNTRIES][0], *self._row(said))
        return None

    def _row(self, said: Sequence[str]) -> tuple[str, Text]:
        """Return the theme that most of the words name, if one does."""
        left = [word for word in said if word not in self._stop and word not in _COMPARE | _COUNTRY_WORDS]
        stems = {stemming(language).stem(word) for language in Language for word in left}
        found = max(self._themes, key=lambda theme: len(theme[2] & stems), default=None)
        return (found[0], found[1]) if found is not None and found[2] & stems else ("", Text("", ""))


def _key(said: Iterable[str]) -> frozenset[str]:
    return frozenset(said)


def _view_names(stop: frozenset[str]) -> Iterator[tuple[frozenset[str], str]]:
    for view, (_, typed) in VIEWS.items():
        for name in f"{typed.nl} {typed.en}".split():
            yield _key(word for word in name.split("_") if word not in stop), view


def _stems(text: str, language: Language) -> list[str]:
    stemmer = stemming(language)
    return [stemmer.stem(word) for word in words(text) if word not in stemmer.stop]
