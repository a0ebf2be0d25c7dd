"""The display mode: whether the client can look along, and whether the right column is frozen."""

from PySide6.QtCore import QObject, Signal

from guidance_kb.ui.conversation.controller import SessionController


class DisplayMode(QObject):
    """The user's choices for the display, besides the list of items.

    Attributes:
        quiet: Whether no barrier or drive is named on the screen, because the client looks along. It lasts until switched off.
        frozen: Whether signals and proposals do not change. Another conversation starts unfrozen.

    Signals:
        changed: One of the two changed.
    """

    changed = Signal()

    def __init__(self, controller: SessionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quiet = self.frozen = False
        controller.restarted.connect(lambda: self.set_frozen(frozen=False))

    def set_quiet(self, *, quiet: bool) -> None:
        """Set whether the client looks along."""
        if quiet != self.quiet:
            self.quiet = quiet
            self.changed.emit()

    def set_frozen(self, *, frozen: bool) -> None:
        """Set whether signals and proposals are frozen."""
        if frozen != self.frozen:
            self.frozen = frozen
            self.changed.emit()

    def toggle_quiet(self) -> None:
        """Switch `quiet`."""
        self.set_quiet(quiet=not self.quiet)

    def toggle_frozen(self) -> None:
        """Switch `frozen`."""
        self.set_frozen(frozen=not self.frozen)
