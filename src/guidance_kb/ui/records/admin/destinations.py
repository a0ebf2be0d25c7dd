"""The administration pages, and the actions in the client menu that open them."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu


class AdminPart(Enum):
    """The parts of the page about all records, each a tab."""

    BACKUPS = auto()
    RETENTION = auto()
    TAKE_IN = auto()
    TEXTS = auto()


class OfClient(Enum):
    """The pages about one client."""

    COPY = auto()
    HAND_OVER = auto()
    ERASE = auto()


class ClientMenu(QObject):
    """Adds the administration actions to the menu of a client.

    Signals:
        chosen (OfClient, int): The user chose a page, for the client with this id.
    """

    chosen = Signal(object, int)

    def fill(self, menu: QMenu, client: int) -> None:
        """Add the actions for a client, in the current language."""
        for wanted, said in (
            (OfClient.COPY, self.tr("A copy for the client…")),
            (OfClient.HAND_OVER, self.tr("Hand over to a colleague…")),
            (OfClient.ERASE, self.tr("Erase for good…")),
        ):
            menu.addAction(said, partial(self.chosen.emit, wanted, client))
