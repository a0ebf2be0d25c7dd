"""What every widget with texts of its own does when the language changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class TranslatedWidget(_Widget):
    """A mixin, named before the Qt class: it calls `retranslate` when Qt sends a LanguageChange.

    At runtime it is no widget itself: PySide makes one C++ object for a class, and `super()` finds the Qt class behind this one.
    """

    def retranslate(self) -> None:
        """Set every text in the language now in force."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Pass every event on, and call `retranslate` after a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
