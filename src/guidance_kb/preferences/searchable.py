"""The rows of the settings page as plain data for the search. Without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Text
from guidance_kb.preferences.options import GROUPS, NOTHING, OPTIONS, OptionGroup


@dataclass(frozen=True, slots=True)
class Searchable:
    """A row of the settings page.

    Attributes:
        title: The name on screen.
        explanation: The effect, in a sentence or two.
        group: The heading under which it is shown.
        target: The key, an argument of `PreferencesView.go_to`.
        also: Further words to find it by: the names of its choices, if it has any.
        said: Synonyms, one on each line.
    """

    title: Text
    explanation: Text
    group: Text
    target: str
    also: Text = NOTHING
    said: Text = NOTHING


LOCK_MINUTES: Final = Searchable(
    Text("Vanzelf op slot", "Lock automatically"),
    Text(
        "Na zoveel minuten zonder toets of muis gaan de dossiers op slot. Ook als de computer slaapt of het scherm op slot gaat.",
        "The records lock after so many minutes without a key or the mouse. Also when the computer sleeps or its screen is locked.",
    ),
    GROUPS[OptionGroup.RECORDS],
    "lock_minutes",
)
KEEP_MONTHS: Final = Searchable(
    Text("Hoe lang dossiers worden bewaard", "How long records are kept"),
    Text(
        "Zo lang blijft een dossier na het einde van de begeleiding. Daarna staat het klaar en beslist u. Er wordt nooit vanzelf gewist.",
        "How long a record stays after the guidance has ended. Then it is listed, and you decide. Nothing is ever erased by itself.",
    ),
    GROUPS[OptionGroup.RECORDS],
    "keep_months",
)
WHERE: Final = Text("Waar uw gegevens staan", "Where your data are")
DATA: Final = Searchable(
    Text("Uw gegevens", "Your data"),
    Text(
        "Bladwijzers, kennispakketten en dossiers. De dossiers zijn versleuteld.",
        "Bookmarks, knowledge packs and records. The records are encrypted.",
    ),
    WHERE,
    "place_data",
)
SETTINGS: Final = Searchable(
    Text("Uw instellingen", "Your settings"),
    Text(
        "Wat u op deze pagina kiest. Nooit iets van een cliënt.",
        "What you choose on this page. Never anything of a client.",
    ),
    WHERE,
    "place_settings",
)
ORGANISATION: Final = Searchable(
    Text("Instellingen van uw organisatie", "Settings of your organisation"),
    Text(
        "Een beheerder kan vooraf instellen wat voor iedereen geldt. Wat u zelf kiest, gaat voor.",
        "An administrator can set beforehand what holds for everybody. What you choose yourself takes precedence.",
    ),
    WHERE,
    "place_defaults",
)


def searchables() -> Iterator[Searchable]:
    """Yield every row of the page, in order."""
    for option in OPTIONS:
        names = [name for _, name in option.choices]
        also = Text(" ".join(name.nl for name in names), " ".join(name.en for name in names))
        yield Searchable(option.title, option.explanation, GROUPS[option.group], option.key, also, option.said)
    yield from (LOCK_MINUTES, KEEP_MONTHS, DATA, SETTINGS, ORGANISATION)
