"""The details of the current item beside the list, in a place of their own: taking an item in hand moves nothing."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.conversation.checklist.item_details import ItemDetails
from guidance_kb.ui.widgets.basics import column, label, restyle
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class DetailsPane(TranslatedWidget, QFrame):
    """A frame for the details; what does not fit is reached by scrolling, or by showing all of it.

    Attributes:
        whole: Whether all of the details are wanted, in the room of what is below this pane.

    Signals:
        changed: `whole` changed.
    """

    changed = Signal()

    def __init__(self, details: ItemDetails) -> None:
        super().__init__()
        self.setProperty("role", "beside")
        self._details = details
        self.whole = False
        self._none = label(role="soft")
        self._scroller = ScrollColumn(spacing=0)
        self._scroller.content.addWidget(self._none)
        column(self, spacing=0).addWidget(self._scroller)
        details.note.installEventFilter(self)
        details.focused.connect(self._show_focus)
        self.retranslate()

    def retranslate(self) -> None:
        self._none.setText(self.tr("Choose a question: how to ask it is shown here."))

    def take(self) -> None:
        """Take the details in."""
        self._none.setContentsMargins(12, 10, 12, 10)
        self._scroller.content.addWidget(self._details)
        self.show_item(shown=False)

    def show_item(self, *, shown: bool) -> None:
        """Show the details of an item from their beginning, or how to get one."""
        self._none.setVisible(not shown)
        self._details.setVisible(shown)
        self._scroller.verticalScrollBar().setValue(0)

    def set_whole(self, *, whole: bool) -> None:
        """Show all of the details, or as much as fits above what is below them."""
        if whole is not self.whole:
            self.whole = whole
            self._details.show_whole(whole=whole)
            self.changed.emit()

    def _show_focus(self, focused: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.setProperty("active", focused and self.isAncestorOf(self._details))
        restyle(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the note that gets the keyboard focus."""
        if event.type() is QEvent.Type.FocusIn and self.isAncestorOf(self._details):
            self._scroller.ensureWidgetVisible(self._details.warned, 0, 0)
        return super().eventFilter(watched, event)
