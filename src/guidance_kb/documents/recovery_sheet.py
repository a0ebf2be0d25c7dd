"""The printed recovery key."""

import datetime as dt
from typing import Final

from guidance_kb.dates import day_in_words
from guidance_kb.documents.page import heading, page, paragraph, table
from guidance_kb.language import Language, Text

_TITLE: Final = Text("Herstelsleutel van uw dossiers", "Recovery key of your records")
_WHAT: Final = Text(
    "Met deze sleutel opent u uw dossiers in Guidance KB als u de wachtzin vergeten bent. Wie dit papier heeft en bij uw computer "
    "of een reservekopie kan, kan alles lezen. Bewaar het achter slot, niet bij de computer.",
    "With this key you open your records in Guidance KB when you have forgotten the passphrase. Who has this paper and can reach your "
    "computer or a backup can read everything. Keep it behind a lock, not with the computer.",
)
_NUMBER: Final = Text("Groep", "Group")
_LETTERS: Final = Text("Tekens", "Characters")
_HOW: Final = Text("Zo gebruikt u hem", "How to use it")
_STEPS: Final = Text(
    "Open Dossiers, kies “Wachtzin vergeten” en typ de zeven groepen over. Hoofdletters, spaties en streepjes doen er niet toe. "
    "De letters I, L, O en U komen niet voor.",
    "Open Records, choose “Forgotten the passphrase” and type in the seven groups. Capitals, spaces and dashes do not matter. "
    "The letters I, L, O and U do not occur.",
)
_LOST: Final = Text(
    "Zijn de wachtzin en deze sleutel allebei weg, dan kan niemand de dossiers nog openen, de makers van het programma ook niet.",
    "If passphrase and key are both lost, nobody can open the records any more, and neither can the makers of the program.",
)
_MADE: Final = Text("Gemaakt op {}.", "Made on {}.")


def recovery_sheet(key: str, day: dt.date, language: Language) -> str:
    """Return the page to print; `key` as the vault returns it, in groups separated by dashes."""
    groups = [(str(number), f"<b>{group}</b>") for number, group in enumerate(key.split("-"), 1)]
    parts = (
        paragraph(_WHAT.say(language)),
        table((20, 80), (_NUMBER.say(language), _LETTERS.say(language)), groups),
        heading(_HOW.say(language)),
        paragraph(_STEPS.say(language)),
        paragraph(_LOST.say(language)),
        paragraph(_MADE.say(language).format(day_in_words(day, language)), small=True),
    )
    return page(_TITLE.say(language), parts, language)
