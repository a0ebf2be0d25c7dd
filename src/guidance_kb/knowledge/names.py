"""The names of kinds, categories and tables of the knowledge, in both languages, for the window, printed pages and the command line."""

from collections.abc import Mapping
from typing import Final

from guidance_kb.knowledge.model import Category, Kind
from guidance_kb.language import Text

KINDS: Final[Mapping[Kind, Text]] = {
    "recommendation": Text("aanbeveling", "recommendation"),
    "barrier": Text("belemmering", "barrier"),
    "drive": Text("drijfveer", "drive"),
    "need": Text("basisbehoefte", "basic need"),
    "finding": Text("bevinding", "finding"),
    "practice": Text("praktijkvoorbeeld", "practice"),
    "persona": Text("persona", "persona"),
    "method": Text("onderzoeksmethode", "method of the research"),
    "address": Text("adres", "address"),
    "item": Text("gespreksvraag", "conversation item"),
    "help": Text("hulp bij het programma", "help with the program"),
}

PLURALS: Final[Mapping[Kind, Text]] = {
    "recommendation": Text("aanbevelingen", "recommendations"),
    "barrier": Text("belemmeringen", "barriers"),
    "drive": Text("drijfveren", "drives"),
    "need": Text("basisbehoeften", "basic needs"),
    "finding": Text("bevindingen", "findings"),
    "practice": Text("praktijkvoorbeelden", "practices"),
    "persona": Text("persona’s", "personas"),
    "method": KINDS["method"],
    "address": Text("adressen", "addresses"),
    "item": Text("gespreksvragen", "conversation items"),
    "help": KINDS["help"],
}
"""The heading of a group, and what is counted."""

CATEGORIES: Final[Mapping[Category, Text]] = {
    "dispositional": Text("in hoe iemand naar leren kijkt", "in how someone sees learning"),
    "situational": Text("in iemands omstandigheden", "in someone's circumstances"),
    "institutional": Text("in het aanbod en de regels", "in the offer and its rules"),
}

TERMS: Final[Mapping[Category, Text]] = {
    "dispositional": Text("dispositioneel", "dispositional"),
    "situational": Text("situationeel", "situational"),
    "institutional": Text("institutioneel", "institutional"),
}
"""The report's own words for the categories; a filter takes them too."""

IN_FULL: Final[Mapping[Category, Text]] = {
    category: Text(*(f"{said} ({term})" for said, term in zip(CATEGORIES[category], TERMS[category], strict=True)))
    for category in CATEGORIES
}
"""The categories in everyday words, with the report's own behind them."""

TABLES: Final[Mapping[str, Text]] = {
    "section": Text("delen van het rapport", "sections of the report"),
    "entry": Text("kennisitems", "entries"),
    "work": Text("werken", "works"),
    "country": Text("landen", "countries"),
    "theme": Text("thema’s", "themes"),
    "barrier": PLURALS["barrier"],
    "drive": Text("drijfveren en basisbehoeften", "drives and basic needs"),
    "item": PLURALS["item"],
    "concept": Text("begrippen", "concepts"),
}
"""The tables of the knowledge database, for counts."""

PACK_TABLES: Final = {**TABLES, "section": Text("delen van eigen bronnen", "parts of its own sources")}
"""The same, of a knowledge pack."""

PACK: Final = Text("Kennispakket", "Knowledge pack")
CATEGORY: Final = Text("Soort", "Kind")
OURS: Final = Text("Van ons, niet uit het rapport", "Ours, not the report's")
