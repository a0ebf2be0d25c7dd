"""The pages of keeping, and the part of a client's menu that leads to them."""

from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu


class KeepingPart(Enum):
    """The parts of the page about all records."""

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
    """Adds to the menu of a client what is done here.

    Signals:
        chosen (OfClient, int): A page is wanted, for the client with this id.
    """

    chosen = Signal(object, int)

    def fill(self, menu: QMenu, client: int) -> None:
        """Adds the actions of a client, in the language now in force."""
        for wanted, said in (
            (OfClient.COPY, self.tr("A copy for the client…")),
            (OfClient.HAND_OVER, self.tr("Hand over to a colleague…")),
            (OfClient.ERASE, self.tr("Erase for good…")),
        ):
            menu.addAction(said, partial(self.chosen.emit, wanted, client))
