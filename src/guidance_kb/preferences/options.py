"""What can be chosen in the program: one table, in which each setting is declared once. No Qt.

From it follow what the file of the settings may hold (`ui/core/settings.py`), what an organisation may set beforehand (`defaults.py`), the
page with all settings and the search in it (`ui/preferences/`). A setting whose type says yes or no is a switch, one with choices is one
of them, any other a line of text. Nothing of a client belongs here.
"""

# ruff: noqa: FBT003, RUF009
# The rows of the table are calls, and the defaults of switches stand in them as they are.

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from guidance_kb.language import Language, Text


class Scheme(StrEnum):
    """Light, dark, high contrast, or as the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


class Items(StrEnum):
    """How much of the checklist a conversation begins with."""

    CORE = "core"
    ALL = "all"


class StartRoom(StrEnum):
    """What the program opens with: some of the rooms of the window, by their names there."""

    START = "start"
    SEARCH = "search"
    CONVERSATION = "conversation"


class OptionGroup(StrEnum):
    """What settings stand together."""

    LOOKS = "looks"
    START = "start"
    SEARCH = "search"
    CONVERSATION = "conversation"
    PAGE = "page"
    RECORDS = "records"


GROUPS: Final = {
    OptionGroup.LOOKS: Text("Taal en uiterlijk", "Language and looks"),
    OptionGroup.START: Text("Bij het openen", "When it opens"),
    OptionGroup.SEARCH: Text("Zoeken", "Searching"),
    OptionGroup.CONVERSATION: Text("Gesprek", "Conversation"),
    OptionGroup.PAGE: Text("Blad voor de cliënt", "The client's page"),
    OptionGroup.RECORDS: Text("Dossiers", "Records"),
}
"""The groups in the order in which they are shown, and what they are called."""

SIZES: Final = (100, 125, 150, 175, 200)
"""The text sizes on offer, in percent."""

LONGEST: Final = 120
"""Signs that a line of text may have."""

NOTHING: Final = Text("", "")
"""No words, in either language."""

Value = Language | Scheme | Items | StartRoom | int | bool | str

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Option:
    """One setting.

    Attributes:
        key: Its name in `Settings` and in every file.
        default: What holds when nobody chose anything.
        group: With what it stands.
        title: What it is called.
        explanation: What it does, in a sentence or two.
        choices: What can be chosen, each with its name; empty for a switch or a line of text.
        said: What else people call it who look for it, each on a line.
        at_next_start: Whether it does nothing before the program is opened again.
    """

    key: str
    default: Any
    group: OptionGroup
    title: Text
    explanation: Text
    choices: tuple[tuple[Value, Text], ...] = ()
    said: Text = NOTHING
    at_next_start: bool = False

    def understood(self, written: object) -> Value | None:
        """The value that stands in a file; None for what is no value of this setting."""
        text = ", ".join(written) if isinstance(written, list) else written  # Qt takes a comma for a list
        if not isinstance(text, str):
            return None
        if self.choices:
            return next((value for value, _ in self.choices if str(value) == text.strip()), None)
        if isinstance(self.default, bool):
            return {"true": True, "false": False}.get(text.strip().casefold())
        line = " ".join(text.split())
        return line if len(line) <= LONGEST else None


def _option(  # noqa: PLR0913 - a row of the table
    default: _Value,
    group: OptionGroup,
    title: Text,
    explanation: Text,
    choices: tuple[tuple[_Value, Text], ...] = (),
    *,
    said: Text = NOTHING,
    at_next_start: bool = False,
) -> _Value:
    """A row of the table: the default of a field, with all that is to be known of it."""
    about: dict[str, Any] = {
        "group": group, "title": title, "explanation": explanation, "choices": choices, "said": said,
        "at_next_start": at_next_start,
    }  # fmt: skip
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True)
class Settings:
    """What somebody can choose, and what holds when they do not. This is the table: nothing of a setting is said elsewhere."""

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
    clipboard: bool = _option(
        True,
        OptionGroup.RECORDS,
        Text("Het klembord leegmaken als de dossiers op slot gaan", "Clear the clipboard when the records lock"),
        Text(
            "Wat u in dit programma kopieerde, gaat van het klembord zodra de dossiers op slot gaan. Wat u elders kopieerde, blijft staan.",
            "What you copied in this program goes from the clipboard as soon as the records lock. What you copied elsewhere stays.",
        ),
    )


OPTIONS: Final = tuple(Option(each.name, each.default, **each.metadata) for each in fields(Settings))
"""The rows of the table."""


def with_values(settings: Settings, values: dict[str, Value]) -> Settings:
    """The settings with other values under the names of `values`."""
    return replace(settings, **values)  # type: ignore[arg-type]  # which name has which type, `understood` saw to
