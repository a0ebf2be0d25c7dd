"""How quiet the screen is: whether a client can look along, and whether what is said at the side stands still."""

from PySide6.QtCore import QObject, Signal

from guidance_kb.ui.conversation.controller import SessionController


class DisplayMode(QObject):
    """What the counselor asked of the screen, besides the list of items.

    Attributes:
        quiet: Whether no barrier or drive is named on the screen: the client can look along. It stays until it is switched off.
        frozen: Whether signals and what to ask next stay as they are; another conversation is never frozen.

    Signals:
        changed: One of the two is other than it was.
    """

    changed = Signal()

    def __init__(self, controller: SessionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quiet = self.frozen = False
        controller.restarted.connect(lambda: self.set_frozen(frozen=False))

    def set_quiet(self, *, quiet: bool) -> None:
        """Hides what is said at the side, or shows it."""
        if quiet != self.quiet:
            self.quiet = quiet
            self.changed.emit()

    def set_frozen(self, *, frozen: bool) -> None:
        """Holds what is said at the side, or lets it follow again."""
        if frozen != self.frozen:
            self.frozen = frozen
            self.changed.emit()

    def toggle_quiet(self) -> None:
        """Changes the one into the other."""
        self.set_quiet(quiet=not self.quiet)

    def toggle_frozen(self) -> None:
        """Changes the one into the other."""
        self.set_frozen(frozen=not self.frozen)
