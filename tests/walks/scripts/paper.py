"""The client's page of a conversation, saved as PDF through the dialog of the system."""

from pathlib import Path

from gi.repository import Atspi
from scripts.contact_by_mouse import NAMED, mark
from scripts.counselor import Counselor

FILE = "plan.pdf"


def walk(counselor: Counselor) -> None:
    """Walks."""
    counselor.go("Gesprek")
    items = counselor.find("Onderwerpen van het gesprek")
    first = counselor.find("Niet besproken", Atspi.Role.LIST_ITEM, items)
    mark(counselor, items, first, NAMED)
    counselor.press(counselor.button("Afronden"))
    save = counselor.button("Opslaan: Blad van de cliënt")
    counselor.press(save)
    counselor.key("Down")  # an open menu is in the tree of AT-SPI only by what has the keyboard
    counselor.read_at(lambda name: name.startswith("Opslaan als PDF"), "the menu")
    assert counselor.at is not None
    counselor.press(counselor.at)
    dialog = counselor.until("the dialog", lambda: _dialog(counselor))
    name = counselor.find("Bestandsnaam", Atspi.Role.TEXT, dialog)
    counselor.press(name)
    counselor.key("Ctrl+A")
    counselor.write(FILE)
    counselor.press(counselor.button("Opslaan", dialog))
    counselor.read("the dialog is gone", lambda: _dialog(counselor) is None)
    counselor.read(f"{FILE} is there", (Path.home() / FILE).exists)
    counselor.answers.append(True)
    counselor.read("announced: Opgeslagen", lambda: any("Opgeslagen" in each for each in counselor.heard))


def _dialog(counselor: Counselor) -> Atspi.Accessible | None:
    return next(
        (each for each in counselor.windows() if each.get_role() in (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER)), None
    )
