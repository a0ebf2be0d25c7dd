"""The query language in examples: for the sheet beside the search box and for the help. A test runs each of them."""

from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Text


@dataclass(frozen=True, slots=True)
class Example:
    """A query and what it does, in both languages side by side, because the two are run by one test."""

    query: Text
    meaning: Text


EXAMPLES: Final = (
    Example(
        Text("drempel geld", "barrier money"),
        Text("beide woorden, in elke volgorde en vorm", "both words, in any order and form"),
    ),
    Example(
        Text('"eerste weken"', '"first weeks"'),
        Text("deze woorden naast elkaar", "these words next to each other"),
    ),
    Example(
        Text("drempel -geld", "barrier -money"),
        Text("het eerste, zonder het tweede (ook NIET)", "the first, without the second (also NOT)"),
    ),
    Example(
        Text("drempel OF geld", "transport OR distance"),
        Text("een van de twee", "one of the two"),
    ),
    Example(
        Text("opvang*", "motiv*"),
        Text("elk woord dat zo begint", "every word that begins so"),
    ),
    Example(
        Text("land:ierland", "country:ireland"),
        Text("alles over dit land", "all about this country"),
    ),
    Example(
        Text("soort:aanbeveling", "kind:recommendation"),
        Text("alles van deze soort", "all of this kind"),
    ),
    Example(
        Text("thema:motiveren", "theme:motivating"),
        Text("wat landen over dit thema zeiden", "what countries said on this theme"),
    ),
    Example(
        Text("belemmering:schulden", "barrier:debts"),
        Text("wat over deze belemmering gaat", "what is about this barrier"),
    ),
    Example(
        Text("belemmeringssoort:situationeel", "category:situational"),
        Text("wat over zulke belemmeringen gaat", "what is about such barriers"),
    ),
    Example(
        Text("drijfveer:autonomie", "drive:autonomy"),
        Text("wat over deze drijfveer gaat", "what is about this drive"),
    ),
    Example(
        Text("land:vlaanderen werk*", "country:flanders work*"),
        Text("alles bij elkaar", "all of it together"),
    ),
)
"""What can be typed, from the simple to the combined."""
