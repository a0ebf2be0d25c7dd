"""All keys of the window in one table: the window makes its shortcuts from it, the help lists them, and the search finds them.

A shortcut of the window (`made`) is created only from this table (`ui.core.window_shortcuts`). The focused widget (a list, a box, a page)
handles the others. Those of a conversation name the command of each key (`ui.conversation.checklist.key_bindings`).
"""

from enum import Enum
from typing import Final, NamedTuple

from guidance_kb.language import Text


class KeyGroup(Enum):
    """The place where keys work."""

    EVERYWHERE = Text("Overal", "Everywhere")
    SEARCHING = Text("Bij het zoeken", "When searching")
    READING = Text("In wat u leest", "In what you read")
    CONVERSATION = Text("In een gesprek", "In a conversation")
    SUMMARY = Text("In een samenvatting", "In a summary")
    RECORDS = Text("In de dossiers", "In the records")
    ELSEWHERE = Text("Verder", "And further")


class Shortcut(NamedTuple):
    """A line of the table; a tuple, because every start imports it.

    Attributes:
        name: The name of the shortcut in the code.
        keys: The keys in Qt's portable text format: `Ctrl+Shift+C`.
        does: The action, as shown to the user.
        made: Whether the window creates a QShortcut for it; otherwise the focused widget handles the keys.
        commands: In a conversation, the command of each of `keys`, in the same order.
        anywhere: Whether the keys work everywhere in the conversation, not only on an item.
        ends: Keys that end the action of the others; `does` names them.
    """

    name: str
    keys: tuple[str, ...]
    group: KeyGroup
    does: Text
    made: bool = True
    commands: tuple[str, ...] = ()
    anywhere: bool = False
    ends: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the shortcut among the texts of the help."""
        return f"key-{self.name}"


def _room(number: int, name: str, nl: str, en: str) -> Shortcut:
    return Shortcut(f"room-{name}", (f"Alt+{number}",), KeyGroup.EVERYWHERE, Text(nl, en))


_EVERYWHERE: Final = (
    Shortcut("keys", ("F1",), KeyGroup.EVERYWHERE, Text("deze toetsen tonen", "show these keys")),
    Shortcut(
        "search",
        ("Ctrl+K",),
        KeyGroup.EVERYWHERE,
        Text("naar het zoekvak, waar u ook bent", "to the search box, from anywhere"),
    ),
    Shortcut("back", ("Alt+Left",), KeyGroup.EVERYWHERE, Text("terug naar waar u was", "back to where you were")),
    Shortcut("forward", ("Alt+Right",), KeyGroup.EVERYWHERE, Text("weer vooruit", "forward again")),
    _room(1, "start", "naar Start", "go to Start"),
    _room(2, "search", "naar zoeken", "to searching"),
    _room(3, "countries", "naar de landen", "to the countries"),
    _room(4, "map", "naar de verbanden", "to the links"),
    _room(5, "conversation", "naar het gesprek", "to the conversation"),
    _room(6, "records", "naar de dossiers", "to the records"),
    _room(7, "help", "naar de hulp", "to the help"),
    Shortcut("bookmarks", ("Alt+B",), KeyGroup.EVERYWHERE, Text("alle bladwijzers", "all bookmarks")),
    Shortcut("settings", ("Ctrl+,",), KeyGroup.EVERYWHERE, Text("naar de instellingen", "to the settings")),
    Shortcut("lock", ("Ctrl+L",), KeyGroup.EVERYWHERE, Text("de dossiers op slot", "lock the records")),
    Shortcut(
        "hide",
        ("F9",),
        KeyGroup.EVERYWHERE,
        Text("alles meteen verbergen, en weer tonen", "hide everything at once, and bring it back"),
    ),
    Shortcut(
        "language",
        ("Ctrl+Shift+L",),
        KeyGroup.EVERYWHERE,
        Text("Nederlands of Engels", "Dutch or English"),
    ),
    Shortcut(
        "larger",
        ("Ctrl++", "Ctrl+="),
        KeyGroup.EVERYWHERE,
        Text(
            "grotere tekst, ook met Ctrl en het wieltje van de muis",
            "larger text, also with Ctrl and the wheel of the mouse",
        ),
    ),
    Shortcut("smaller", ("Ctrl+-",), KeyGroup.EVERYWHERE, Text("kleinere tekst", "smaller text")),
    Shortcut("quit", ("Ctrl+Q",), KeyGroup.EVERYWHERE, Text("het programma sluiten", "close the program")),
)

_SEARCHING: Final = (
    Shortcut(
        "results",
        ("Down", "Up"),
        KeyGroup.SEARCHING,
        Text(
            "van het zoekvak naar de resultaten en terug; in het lege vak: recente zoekopdrachten",
            "from the search box into the results and back; in the empty box: recent searches",
        ),
        made=False,
    ),
    Shortcut(
        "leave-box",
        ("Esc",),
        KeyGroup.SEARCHING,
        Text(
            "uit het zoekvak, naar wat u ziet; uw woorden blijven staan",
            "out of the search box, to what you see; your words stay",
        ),
        made=False,
    ),
    Shortcut(
        "complete",
        ("Tab",),
        KeyGroup.SEARCHING,
        Text(
            "het filter overnemen dat tijdens het typen wordt aangeboden",
            "take the filter that is offered while you type",
        ),
        made=False,
    ),
    Shortcut(
        "chip",
        ("Del", "Backspace"),
        KeyGroup.SEARCHING,
        Text("het woord of filter weghalen waar u op staat", "take away the word or filter that has the keyboard"),
        made=False,
    ),
)

_QUESTIONS: Final = (
    Shortcut(
        "tick",
        ("1", "2", "3", "0"),
        KeyGroup.SEARCHING,
        Text(
            "tijdens een gesprek, op een vraag of haar pagina: genoemd, speelt niet, zegt liever niets, niet besproken",
            "during a conversation, on an item or its page: named, not an issue, would rather not say, not discussed",
        ),
        made=False,
    ),
    Shortcut(
        "tick-in-words",
        ("Ctrl+Return", "Ctrl+Enter"),
        KeyGroup.SEARCHING,
        Text(
            "tijdens een gesprek, op een vraag: genoemd, met wat u typte als woorden van de cliënt",
            "during a conversation, on an item: named, with what you typed as the client's words",
        ),
        made=False,
    ),
    Shortcut(
        "to-conversation",
        ("Esc",),
        KeyGroup.SEARCHING,
        Text(
            "tijdens een gesprek, uit de resultaten of een pagina: terug naar het gesprek, waar u was",
            "during a conversation, out of the results or a page: back to the conversation, where you were",
        ),
        made=False,
    ),
)
"""The keys of the search while a conversation is running."""

_READING: Final = (
    Shortcut(
        "find",
        ("Ctrl+F",),
        KeyGroup.READING,
        Text(
            "zoeken op de pagina die u ziet; elders: naar het zoekvak",
            "find on the page that you see; elsewhere: to the search box",
        ),
    ),
    Shortcut("next-hit", ("F3",), KeyGroup.READING, Text("naar de volgende treffer", "to the next hit")),
    Shortcut("previous-hit", ("Shift+F3",), KeyGroup.READING, Text("naar de vorige treffer", "to the previous hit")),
    Shortcut(
        "search-selected",
        ("Ctrl+E",),
        KeyGroup.READING,
        Text("zoeken naar de woorden die u heeft geselecteerd", "search for the words that are selected"),
    ),
    Shortcut(
        "copy",
        ("Ctrl+Shift+C",),
        KeyGroup.READING,
        Text(
            "kopiëren met bron: wat u heeft geselecteerd, en anders de hele tekst",
            "copy with source: what you have selected, or else the whole text",
        ),
    ),
    Shortcut(
        "copy-plainly",
        ("Ctrl+C",),
        KeyGroup.READING,
        Text("kopiëren wat u heeft geselecteerd, zonder bron", "copy what you have selected, without a source"),
        made=False,
    ),
    Shortcut(
        "open-beside",
        ("Ctrl+Return", "Ctrl+Enter"),
        KeyGroup.READING,
        Text(
            "een resultaat, bladwijzer of link ernaast openen, naast wat u leest; met de muis: Ctrl en klikken op een link",
            "open a result, bookmark or link beside what you read; with the mouse: Ctrl and a click on a link",
        ),
        made=False,
    ),
    Shortcut(
        "menu",
        ("Shift+F10", "Menu"),
        KeyGroup.READING,
        Text(
            "het menu van een resultaat, link, bladwijzer of tekst, zoals met de rechterknop",
            "the menu of a result, link, bookmark or text, as with the right button",
        ),
        made=False,
    ),
    Shortcut(
        "bookmark",
        ("Ctrl+D",),
        KeyGroup.READING,
        Text("bladwijzer plaatsen of weghalen", "bookmark, or remove the bookmark"),
    ),
    Shortcut(
        "bookmark-note",
        ("Ctrl+Shift+D",),
        KeyGroup.READING,
        Text("een notitie bij de bladwijzer schrijven", "write a note with the bookmark"),
    ),
    Shortcut(
        "part-before",
        ("Alt+PgUp",),
        KeyGroup.READING,
        Text("naar wat er in het rapport voor staat", "to what comes before in the report"),
    ),
    Shortcut(
        "part-after",
        ("Alt+PgDown",),
        KeyGroup.READING,
        Text("naar wat er in het rapport na komt", "to what comes after in the report"),
    ),
    Shortcut(
        "to-results",
        ("Esc",),
        KeyGroup.READING,
        Text("terug naar de resultaten", "back to the results"),
        made=False,
    ),
    Shortcut(
        "reading-cursor",
        ("F7",),
        KeyGroup.READING,
        Text(
            "een cursor om regel voor regel te lezen en te selecteren; met een schermlezer is hij er al",
            "a cursor to read line by line and to select; with a screen reader it is there",
        ),
        made=False,
    ),
)


def _talking(
    commands: dict[str, str], nl: str, en: str, *, anywhere: bool = False, ends: tuple[str, ...] = ()
) -> Shortcut:
    """Return a shortcut of a conversation, each key with its command; it is named after the first command."""
    keys, given = tuple(commands), tuple(commands.values())
    does = Text(nl, en)
    return Shortcut(f"talk-{given[0]}", keys, KeyGroup.CONVERSATION, does, False, given, anywhere, ends)  # noqa: FBT003


# A letter of a command needs Shift: without it, letters begin what the client says, in the box that finds an item. About half of what
# clients say begins with one of these letters (2026-12-03: 48 of 93 spoken phrases), so a letter cannot be both.
_CONVERSATION: Final = (
    _talking({"Up": "before", "Down": "after"}, "naar de vorige of volgende vraag", "to the item before or after"),
    _talking(
        {"Left": "column-before", "Right": "column-after"},
        "naar de vraag ernaast, in de vorige of volgende kolom",
        "to the item beside it, in the column before or after",
    ),
    _talking(
        {"Space": "whole"},
        "alles van de vraag tonen, of weer het korte",
        "show all of the item, or the short form again",
    ),
    _talking(
        {"/": "find-item"},
        "een vraag zoeken met wat de cliënt zegt, of typ gewoon; Enter gaat erheen, nog eens Enter tikt aan, Ctrl+Enter bewaart uw woorden",
        "find an item by what the client says, or just type; Enter goes to it, Enter again ticks it, Ctrl+Enter keeps your words",
        anywhere=True,
    ),
    _talking(
        {"Shift+W": "goal"},
        "opschrijven wat de cliënt wil, in eigen woorden; eruit met Enter of Escape",
        "write what the client wants, in the client's words; leave it with Enter or Escape",
        anywhere=True,
    ),
    _talking(
        {"1": "named", "2": "not-an-issue", "3": "declined", "0": "not-discussed"},
        "genoemd, speelt niet, zegt liever niets, niet besproken",
        "named, not an issue, would rather not say, not discussed",
    ),
    _talking(
        {"Return": "next-open", "Enter": "next-open"},
        "naar de volgende vraag die nog niet is besproken",
        "to the next item that was not discussed",
    ),
    _talking({"Shift+O": "by"}, "gezegd door de cliënt, of zelf gezien", "said by the client, or observed by you"),
    _talking(
        {"Shift+N": "note"},
        "een notitie maken; eruit met Escape of Ctrl+Enter",
        "write a note; leave it with Escape or Ctrl+Enter",
        ends=("Esc", "Ctrl+Return", "Ctrl+Enter"),
    ),
    _talking(
        {"Shift+C": "card"},
        "de kaart openen waar deze vraag op wijst; zonder kaart: waarom niet",
        "unfold the card of what this item points to; without a card: why not",
    ),
    _talking(
        {"Shift+G": "go"},
        "naar de eerste vraag die wordt voorgesteld",
        "to the first item that is proposed to ask next",
        anywhere=True,
    ),
    _talking(
        {"Shift+V": "ask-next"},
        "naar de voorstellen, om er een te kiezen",
        "to the proposals, to choose one",
        anywhere=True,
    ),
    _talking(
        {"Shift+K": "knowledge"},
        "naar de kennis die past bij wat is gezegd",
        "to the knowledge that fits what was said",
        anywhere=True,
    ),
    _talking({"Esc": "back"}, "terug naar de vraag waar u was", "back to the item in hand", anywhere=True),
    _talking(
        {"Shift+M": "more"}, "meer vragen bij dit onderwerp, of minder", "more questions under this heading, or fewer"
    ),
    _talking(
        {"PgUp": "heading-before", "PgDown": "heading-after"},
        "naar het vorige of volgende onderwerp",
        "to the heading before or after",
    ),
    _talking({"Home": "first", "End": "last"}, "naar de eerste of de laatste vraag", "to the first or the last item"),
    _talking(
        {"Shift+H": "quiet"},
        "stil: de cliënt kan meekijken, er staat geen signaal bij naam",
        "quiet: the client can watch, no signal is named",
        anywhere=True,
    ),
    _talking(
        {"Shift+B": "freeze"},
        "de signalen bevriezen, of weer laten meelopen",
        "freeze the signals, or let them follow again",
        anywhere=True,
    ),
    Shortcut(
        "practice-next",
        ("F2",),
        KeyGroup.CONVERSATION,
        Text("bij het oefenen: verder", "while practising: go on"),
    ),
    Shortcut(
        "undo",
        ("Ctrl+Z",),
        KeyGroup.CONVERSATION,
        Text(
            "het laatste terugnemen; ook in een samenvatting en een dossier",
            "take back the last thing; also in a summary and a record",
        ),
    ),
    Shortcut(
        "show-to-client",
        ("F8",),
        KeyGroup.CONVERSATION,
        Text("het eigen scherm van de cliënt: diens plan, groot", "the client's own screen: their plan, large"),
    ),
    Shortcut(
        "summary",
        ("Ctrl+Shift+S",),
        KeyGroup.CONVERSATION,
        Text("naar de samenvatting, en terug", "to the summary, and back"),
    ),
)

_REST: Final = (
    Shortcut(
        "print", ("Ctrl+P",), KeyGroup.SUMMARY, Text("het blad van het tabblad afdrukken", "print the page of the tab")
    ),
    Shortcut("new-client", ("Ctrl+N",), KeyGroup.RECORDS, Text("een nieuwe cliënt", "a new client")),
    Shortcut(
        "call", ("Ctrl+T",), KeyGroup.RECORDS, Text("noteren wat een telefoontje opleverde", "what came of a call")
    ),
    Shortcut("search-notes", ("Ctrl+Shift+F",), KeyGroup.RECORDS, Text("zoeken in notities", "search in notes")),
    Shortcut(
        "remove-bookmark",
        ("Del",),
        KeyGroup.ELSEWHERE,
        Text("bij de bladwijzers: weghalen wat gekozen is", "among the bookmarks: remove what is chosen"),
    ),
    Shortcut(
        "put-back",
        ("Ctrl+Z",),
        KeyGroup.ELSEWHERE,
        Text("bij de bladwijzers: terugzetten wat is weggehaald", "among the bookmarks: put back what was removed"),
    ),
    Shortcut(
        "choose-all-bookmarks",
        ("Ctrl+A",),
        KeyGroup.ELSEWHERE,
        Text("bij de bladwijzers: alle kiezen", "among the bookmarks: choose all"),
        made=False,
    ),
    Shortcut(
        "walk-links",
        ("Left", "Right", "Up", "Down"),
        KeyGroup.ELSEWHERE,
        Text("bij de verbanden: van het een naar het ander", "among the links: from one thing to the next"),
        made=False,
    ),
    Shortcut(
        "focus-links",
        ("Space",),
        KeyGroup.ELSEWHERE,
        Text(
            "bij de verbanden: alleen die van één ding tonen; Escape toont alles",
            "among the links: show only those of one thing; Escape shows all",
        ),
        made=False,
    ),
)

TABLE: Final = (*_EVERYWHERE, *_SEARCHING, *_QUESTIONS, *_READING, *_CONVERSATION, *_REST)
"""All shortcuts, in the order of the key list."""

BY_NAME: Final = {shortcut.name: shortcut for shortcut in TABLE}
"""The shortcuts by name."""
