"""The rows of the settings page as plain data for the search. Without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from guidance_kb.language import Text
from guidance_kb.preferences.options import GROUPS, NOTHING, OPTIONS, RECORDS_OPTIONS


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
    for option in (*OPTIONS, *RECORDS_OPTIONS):
        names = [] if option.unit else [name for _, name in option.choices]  # nobody looks for a number of minutes
        also = Text(" ".join(name.nl for name in names), " ".join(name.en for name in names))
        yield Searchable(option.title, option.explanation, GROUPS[option.group], option.key, also, option.said)
    yield from (DATA, SETTINGS, ORGANISATION)
