"""The themes of the conversation with the progress of each, as a list or, if there is little space, as a drop-down."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from guidance_kb.conversation.answers import State
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.pressable import LinkRow, ScrollColumn
from guidance_kb.ui.widgets.roles import speak_as
from guidance_kb.ui.widgets.roving import Roving
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class ThemeOverview(TranslatedWidget, QWidget):
    """The progress of each theme, shown in `list` or `combo` as `set_narrow` decides.

    Signals:
        chosen (str): The user chose a theme to go to.
    """

    chosen = Signal(str)

    def __init__(self, controller: SessionController, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._controller, self._services = controller, services
        self._themes = list(controller.checklist.themes)
        self.list = ScrollColumn(spacing=2, margins=(0, 8, 4, 8))
        self.combo = DropDown(services.theme)
        self.lines: dict[str, LinkRow] = {}
        for theme in self._themes:
            line = LinkRow(services.theme, partial(self._press, theme), role="")
            line.setCheckable(True)
            speak_as(
                line, QAccessible.Role.RadioButton
            )  # it navigates to a theme; a check box would suggest that the theme is done
            self.lines[theme] = line
            self.list.content.addWidget(line)
            self.combo.addItem("")
        Roving(self).set_widgets(list(self.lines.values()))
        self.combo.activated.connect(lambda place: self.chosen.emit(self._themes[place]))
        self.refresh()
        self.mark(self._themes[0])
        controller.changed.connect(self.refresh)
        controller.scope_changed.connect(self.refresh)
        controller.restarted.connect(self.refresh)

    def _press(self, theme: str) -> None:
        self.mark(theme)
        self.chosen.emit(theme)

    def mark(self, theme: str) -> None:
        """Mark the theme of the items in view."""
        for name, line in self.lines.items():
            line.setChecked(name == theme)
        self.combo.setCurrentIndex(self._themes.index(theme))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the drop-down or the list."""
        self.list.setVisible(not narrow)
        self.combo.setVisible(narrow)

    def retranslate(self) -> None:
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Update the counts and texts."""
        self.list.setAccessibleName(self.tr("Themes"))
        self.combo.setAccessibleName(self.tr("Themes"))
        for place, theme in enumerate(self._themes):
            items = [item for item in self._controller.checklist.of_theme(theme) if self._controller.shown(item.id)]
            discussed = sum(self._discussed(item) for item in items)
            name = self._services.say(self._controller.checklist.themes[theme].name)
            so_far = self.tr("{discussed} of {all} discussed").format(discussed=discussed, all=len(items))
            self.lines[theme].say(name, so_far)
            self.combo.setItemText(place, f"{name} · {discussed}/{len(items)}")  # there is little space
            self.combo.setItemData(place, f"{name}: {so_far}", Qt.ItemDataRole.AccessibleTextRole)

    def _discussed(self, item: Item) -> bool:
        return self._controller.session.answer(item.id).state is not State.NOT_DISCUSSED
