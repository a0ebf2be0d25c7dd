"""Names of kinds, categories, answers and levels in output of the program, in both languages.

Qt translates the texts on screen (decision 6): `ui/core/names.py`, `ui/conversation/words.py`; a test checks that both agree.
"""

from collections.abc import Mapping
from typing import Final

from guidance_kb.conversation.answers import By, State
from guidance_kb.conversation.signals import SignalLevel
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

CATEGORIES: Final[Mapping[Category, Text]] = {
    "dispositional": Text("in hoe iemand naar leren kijkt", "in how someone sees learning"),
    "situational": Text("in iemands omstandigheden", "in someone's circumstances"),
    "institutional": Text("in het aanbod en de regels", "in the offer and its rules"),
}

STATES: Final[Mapping[State, Text]] = {
    State.NAMED: Text("genoemd", "named"),
    State.NOT_AN_ISSUE: Text("speelt niet", "not an issue"),
    State.NOT_DISCUSSED: Text("niet besproken", "not discussed"),
    State.DECLINED: Text("wil hier niets over zeggen", "does not want to say"),
}

SPEAKERS: Final[Mapping[By, Text]] = {
    By.CLIENT: Text("door de cliënt gezegd", "said by the client"),
    By.OBSERVED: Text("gezien door de begeleider", "observed by the counselor"),
}

LEVELS: Final[Mapping[SignalLevel, Text]] = {
    SignalLevel.DISCUSS_NOW: Text("nu bespreken", "discuss now"),
    SignalLevel.FOR_INFORMATION: Text("ter informatie", "for information"),
}

TABLES: Final[Mapping[str, Text]] = {
    "section": Text("delen van het rapport", "sections of the report"),
    "entry": Text("kennisitems", "entries"),
    "work": Text("werken", "works"),
    "country": Text("landen", "countries"),
    "theme": Text("thema’s", "themes"),
    "barrier": Text("belemmeringen", "barriers"),
    "drive": Text("drijfveren en basisbehoeften", "drives and basic needs"),
    "item": Text("gespreksvragen", "conversation items"),
    "concept": Text("begrippen", "concepts"),
}
"""The tables of the knowledge database, for counts."""

PACK_TABLES: Final = {**TABLES, "section": Text("delen van eigen bronnen", "parts of its own sources")}
"""The tables of a knowledge pack, for counts."""

PACK: Final = Text("Kennispakket", "Knowledge pack")
CATEGORY: Final = Text("Soort", "Kind")
OURS: Final = Text("Van ons, niet uit het rapport", "Ours, not the report's")
NOT_A_TEST: Final = Text(
    "Dit is een leidraad voor een gesprek, geen gevalideerde test. Er komt geen score uit, en wat niet besproken is, zegt niets.",
    "This is a guide for a conversation, not a validated test. It gives no score, and what was not discussed says nothing.",
)

AGAINST: Final = Text("De cliënt zei hierover", "The client said about this")
"""Heading of the client's own answers against a signal."""
