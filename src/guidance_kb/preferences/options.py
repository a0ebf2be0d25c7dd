"""The table of settings: each setting is declared once. Without Qt.

The keys of the settings file (`ui/core/settings.py`), of the organisation's defaults (`defaults.py`) and the rows and search of the
settings page (`ui/preferences/`) follow from it. A boolean is a switch, a setting with choices a selection, any other a line of text. No
setting holds client data. The settings of the records are kept in the casebook, encrypted (`RecordsSettings`), all others in the file.
"""

# ruff: noqa: FBT003, RUF009
# The rows of the table are calls with positional booleans.

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from enum import Enum, StrEnum, auto
from typing import Any, Final, TypeVar

from guidance_kb.language import Language, Text


class Scheme(StrEnum):
    """The colour scheme: light, dark, high contrast, or the system's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


class Items(StrEnum):
    """The part of the checklist with which a conversation starts."""

    CORE = "core"
    ALL = "all"


class StartRoom(StrEnum):
    """The view with which the program starts; the values are names of views."""

    START = "start"
    SEARCH = "search"
    CONVERSATION = "conversation"


class OptionGroup(StrEnum):
    """Headings under which settings are shown."""

    LOOKS = "looks"
    START = "start"
    SEARCH = "search"
    CONVERSATION = "conversation"
    PAGE = "page"
    RECORDS = "records"


class Storage(Enum):
    """The place in which a setting is kept."""

    FILE = auto()
    CASEBOOK = auto()


GROUPS: Final = {
    OptionGroup.LOOKS: Text("Taal en uiterlijk", "Language and looks"),
    OptionGroup.START: Text("Bij het openen", "When it opens"),
    OptionGroup.SEARCH: Text("Zoeken", "Searching"),
    OptionGroup.CONVERSATION: Text("Gesprek", "Conversation"),
    OptionGroup.PAGE: Text("Blad voor de cliënt", "The client's page"),
    OptionGroup.RECORDS: Text("Dossiers", "Records"),
}
"""The groups in order of display, with their names."""

SIZES: Final = (100, 125, 150, 175, 200)
"""The available text sizes, in percent."""

LONGEST: Final = 120
"""Maximum number of characters of a line of text."""

NOTHING: Final = Text("", "")
"""An empty text in both languages."""

MINUTES: Final = Text("1 minuut", "1 minute"), Text("{count} minuten", "{count} minutes")
MONTHS: Final = Text("1 maand", "1 month"), Text("{count} maanden", "{count} months")
"""The names of one, and of any other number."""

Value = Language | Scheme | Items | StartRoom | int | bool | str

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Option:
    """One setting.

    Attributes:
        key: The name in `Settings` and in every file.
        default: The default value.
        group: The heading under which it is shown.
        title: The name on screen.
        explanation: The effect, in a sentence or two.
        choices: The possible values, each with its name; empty for a switch or a line of text.
        said: Synonyms for the search, one on each line.
        at_next_start: Whether a change takes effect only after a restart.
        limits: The least and the greatest value of a number; the choices are some of those between.
        unit: The names of one and of other numbers, for a setting with limits.
        storage: Where it is kept.
    """

    key: str
    default: Any
    group: OptionGroup
    title: Text
    explanation: Text
    choices: tuple[tuple[Value, Text], ...] = ()
    said: Text = NOTHING
    at_next_start: bool = False
    limits: tuple[int, int] | None = None
    unit: tuple[Text, Text] | None = None
    storage: Storage = Storage.FILE

    @property
    def numbers(self) -> tuple[int, ...]:
        """The choices of a setting with limits."""
        return tuple(int(value) for value, _ in self.choices)

    def within(self, number: int) -> int:
        """Return the number, or the limit that it exceeds."""
        least, greatest = self.limits or (number, number)
        return max(least, min(number, greatest))

    def name_of(self, number: int) -> Text:
        """Return the name of a number, also of one that is no choice."""
        return _counted(number, self.unit or MINUTES)

    def understood(self, written: object) -> Value | None:
        """Parse a value read from a file; return None if it is not valid for this setting."""
        text = ", ".join(written) if isinstance(written, list) else written  # Qt reads a comma as a list separator
        if not isinstance(text, str):
            return None
        if self.choices:
            return next((value for value, _ in self.choices if str(value) == text.strip()), None)
        if isinstance(self.default, bool):
            return {"true": True, "false": False}.get(text.strip().casefold())
        line = " ".join(text.split())
        return line if len(line) <= LONGEST else None


def _counted(number: int, unit: tuple[Text, Text]) -> Text:
    named = unit[number != 1]
    return Text(named.nl.format(count=number), named.en.format(count=number))


def _option(  # noqa: PLR0913 - a row of the table
    default: _Value,
    group: OptionGroup,
    title: Text,
    explanation: Text,
    choices: tuple[tuple[_Value, Text], ...] = (),
    *,
    said: Text = NOTHING,
    at_next_start: bool = False,
    limits: tuple[int, int] | None = None,
    unit: tuple[Text, Text] | None = None,
) -> _Value:
    """Return a dataclass field for a row of the table: the default value with the other attributes as metadata."""
    about: dict[str, Any] = {
        "group": group, "title": title, "explanation": explanation, "choices": choices, "said": said,
        "at_next_start": at_next_start, "limits": limits, "unit": unit,
    }  # fmt: skip
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True)
class Settings:
    """The values of all settings, with their defaults. This class is the table: nothing about a setting is declared elsewhere."""

    language: Language = _option(
        Language.NL,
        OptionGroup.LOOKS,
        Text("Taal", "Language"),
        Text(
            "Van het programma en van de kennis. Met Ctrl+Shift+L wisselt u overal van taal.",
            "Of the program and of the knowledge. Ctrl+Shift+L changes it from anywhere.",
        ),
        (
            (Language.NL, Text("Nederlands", "Nederlands")),
            (Language.EN, Text("English", "English")),
        ),
    )
    scheme: Scheme = _option(
        Scheme.SYSTEM,
        OptionGroup.LOOKS,
        Text("Kleuren", "Colours"),
        Text(
            "Licht, donker of met veel contrast. “Zoals het systeem” volgt wat op uw computer is ingesteld, ook als dat verandert.",
            "Light, dark or with high contrast. “Follow the system” follows what your computer is set to, also when that changes.",
        ),
        (
            (Scheme.SYSTEM, Text("Zoals het systeem", "Follow the system")),
            (Scheme.LIGHT, Text("Licht", "Light")),
            (Scheme.DARK, Text("Donker", "Dark")),
            (Scheme.CONTRAST, Text("Hoog contrast", "High contrast")),
        ),
        said=Text("donkere modus\ndonker thema\nnachtstand", "dark mode\ndark theme\nnight mode"),
    )
    text_size: int = _option(
        100,
        OptionGroup.LOOKS,
        Text("Tekstgrootte", "Text size"),
        Text(
            "Van alle tekst op het scherm. Met Ctrl++ en Ctrl+- maakt u de tekst overal groter en kleiner.",
            "Of all text on the screen. Ctrl++ and Ctrl+- make it larger and smaller from anywhere.",
        ),
        tuple((size, Text(f"{size}%", f"{size}%")) for size in SIZES),
        said=Text("lettergrootte\ngrotere letters\ninzoomen", "font size\nlarger letters\nzoom in"),
    )
    motion: bool = _option(
        True,
        OptionGroup.LOOKS,
        Text("Beweging", "Movement"),
        Text(
            "Berichten en menu’s komen zacht in beeld. Staat dit uit, dan staat alles er meteen.",
            "Messages and menus come into view softly. Without it everything is simply there.",
        ),
        said=Text("animatie\nanimaties", "animation\nmotion"),
    )
    start_room: StartRoom = _option(
        StartRoom.START,
        OptionGroup.START,
        Text("Beginnen met", "Begin with"),
        Text("Wat u ziet als u het programma opent.", "What you see when you open the program."),
        (
            (StartRoom.START, Text("Startpagina", "Start page")),
            (StartRoom.SEARCH, Text("Zoeken", "Search")),
            (StartRoom.CONVERSATION, Text("Gesprek", "Conversation")),
        ),
        at_next_start=True,
    )
    practice: bool = _option(
        True,
        OptionGroup.START,
        Text("Het oefengesprek aanbieden", "Offer the practice conversation"),
        Text(
            "Een kaart op de startpagina, met een cliënt die niet bestaat. Hebt u geoefend, dan verdwijnt de kaart. Onder aan de "
            "startpagina blijft het oefengesprek te vinden.",
            "A card on the start page, with a client who does not exist. It goes once you have practised. At the bottom of the start page "
            "the practice conversation stays.",
        ),
    )
    recent: bool = _option(
        True,
        OptionGroup.SEARCH,
        Text("Recente zoekopdrachten onthouden", "Remember recent searches"),
        Text(
            "De laatste twaalf zoekopdrachten, en wat u het laatst las, blijven op deze computer. Zet u dit uit, dan "
            "worden ze meteen gewist.",
            "The last twelve searches, and what you read last, stay on this computer. They are erased at once when you switch this off.",
        ),
    )
    by_kind: bool = _option(
        False,
        OptionGroup.SEARCH,
        Text("Zoekresultaten per soort", "Search results by kind"),
        Text(
            "Bevindingen, praktijkvoorbeelden en de rest staan dan onder elkaar in groepen. Anders staat wat het beste past bovenaan.",
            "Findings, practices and the rest then stand in groups. Otherwise what fits best is at the top.",
        ),
        said=Text("groeperen\ngroepen", "group\ngrouping"),
    )
    items: Items = _option(
        Items.CORE,
        OptionGroup.CONVERSATION,
        Text("Lijst in het gesprek", "List in the conversation"),
        Text(
            "De kernlijst van ongeveer tien minuten, of meteen alles. In het gesprek zelf kunt u altijd wisselen.",
            "The core list of about ten minutes, or all items at once. In the conversation you can always change.",
        ),
        (
            (Items.CORE, Text("Kernlijst", "Core list")),
            (Items.ALL, Text("Alles", "All items")),
        ),
    )
    follow: bool = _option(
        True,
        OptionGroup.CONVERSATION,
        Text("Kennis volgt vanzelf", "Knowledge follows by itself"),
        Text(
            "De lijst met kennis toont steeds wat past bij wat u aanvinkt en noteert. Staat dit uit, dan blijft de lijst staan en ziet u "
            "hoeveel er nieuw is.",
            "The list of knowledge shows what fits what you tick and note. Without it the list stands still, and says how much is new.",
        ),
    )
    contact_name: str = _option(
        "",
        OptionGroup.PAGE,
        Text("Uw naam", "Your name"),
        Text(
            "Staat op het blad van de cliënt, bij wie de cliënt kan bellen.",
            "Stands on the client's page, where it says whom the client can call.",
        ),
    )
    contact_organisation: str = _option(
        "",
        OptionGroup.PAGE,
        Text("Uw organisatie", "Your organisation"),
        Text("Staat op het blad van de cliënt, onder uw naam.", "Stands on the client's page, below your name."),
    )
    contact_phone: str = _option(
        "",
        OptionGroup.PAGE,
        Text("Uw telefoonnummer", "Your telephone number"),
        Text("Het nummer dat de cliënt kan bellen.", "The number that the client can call."),
    )
    contact_place: str = _option(
        "",
        OptionGroup.PAGE,
        Text("Waar u cliënten ontvangt", "Where you receive clients"),
        Text(
            "Een adres of een kamer. Wordt voorgesteld bij een volgende afspraak hier.",
            "An address or a room. Proposed with a next appointment here.",
        ),
    )
    clipboard: bool = _option(
        True,
        OptionGroup.RECORDS,
        Text("Het klembord leegmaken als de dossiers op slot gaan", "Clear the clipboard when the records lock"),
        Text(
            "Wat u in dit programma kopieerde, gaat van het klembord zodra de dossiers op slot gaan. Wat u elders kopieerde, blijft staan.",
            "What you copied in this program goes from the clipboard as soon as the records lock. What you copied elsewhere stays.",
        ),
    )


@dataclass(frozen=True, slots=True)
class RecordsSettings:
    """The same for the settings of the records: they are kept in the casebook, and travel with it."""

    lock_minutes: int = _option(
        10,
        OptionGroup.RECORDS,
        Text("Vanzelf op slot", "Lock automatically"),
        Text(
            "Na zoveel minuten zonder toets of muis gaan de dossiers op slot. Ook als de computer slaapt of het scherm op slot gaat.",
            "The records lock after so many minutes without a key or the mouse. Also when the computer sleeps or its screen is locked.",
        ),
        tuple((each, _counted(each, MINUTES)) for each in (1, 2, 5, 10, 15, 20, 30, 45, 60)),
        limits=(1, 60),
        unit=MINUTES,
    )
    keep_months: int = _option(
        12,
        OptionGroup.RECORDS,
        Text("Hoe lang dossiers worden bewaard", "How long records are kept"),
        Text(
            "Zo lang blijft een dossier na het einde van de begeleiding. Daarna staat het klaar en beslist u. Er wordt nooit vanzelf "
            "gewist.",
            "How long a record stays after the guidance has ended. Then it is listed, and you decide. Nothing is ever erased by itself.",
        ),
        tuple((each, _counted(each, MONTHS)) for each in (3, 6, 12, 18, 24, 36, 60)),
        limits=(1, 120),
        unit=MONTHS,
    )


OPTIONS: Final = tuple(Option(each.name, each.default, **each.metadata) for each in fields(Settings))
"""The rows of the table that are kept in the file."""

RECORDS_OPTIONS: Final = tuple(
    Option(each.name, each.default, **each.metadata, storage=Storage.CASEBOOK) for each in fields(RecordsSettings)
)
"""The rows that are kept in the casebook."""

LOCK_MINUTES, KEEP_MONTHS = RECORDS_OPTIONS
"""Minutes without a key or the mouse after which the records lock; months that a record is kept after the guidance ended."""


def with_values(settings: Settings, values: dict[str, Value]) -> Settings:
    """Return `settings` with the values in `values` replaced."""
    return replace(settings, **values)  # type: ignore[arg-type]  # which name has which type, `understood` saw to


# --- The rows of the settings page as plain data for the search


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
