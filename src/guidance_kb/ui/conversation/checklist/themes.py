"""The themes of the conversation with the progress of each, as a drop-down to go to one."""

from PySide6.QtCore import Qt, Signal

from guidance_kb.conversation.answers import State
from guidance_kb.knowledge.model import Item
from guidance_kb.ui.conversation.controller import SessionController
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.drop_down import DropDown
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget


class ThemeChooser(TranslatedWidget, DropDown):
    """The themes, for a list of one column; where all themes are in view, their headings replace it.

    Signals:
        chosen (str): The user chose a theme to go to.
    """

    chosen = Signal(str)

    def __init__(self, controller: SessionController, services: Services) -> None:
        super().__init__(services.theme)
        self._controller, self._services = controller, services
        self._themes = list(controller.checklist.themes)
        for _ in self._themes:
            self.addItem("")
        self.activated.connect(lambda place: self.chosen.emit(self._themes[place]))
        self.refresh()
        self.mark(self._themes[0])
        controller.changed.connect(self.refresh)
        controller.scope_changed.connect(self.refresh)
        controller.restarted.connect(self.refresh)

    @property
    def marked(self) -> str:
        """The theme of the items in view."""
        return self._themes[self.currentIndex()]

    def mark(self, theme: str) -> None:
        """Mark the theme of the items in view."""
        self.setCurrentIndex(self._themes.index(theme))

    def retranslate(self) -> None:
        self.refresh()

    def refresh(self, _: object = None) -> None:
        """Update the counts and texts."""
        self.setAccessibleName(self.tr("Themes"))
        for place, theme in enumerate(self._themes):
            items = [item for item in self._controller.checklist.of_theme(theme) if self._controller.shown(item.id)]
            discussed = sum(self._discussed(item) for item in items)
            name = self._services.say(self._controller.checklist.themes[theme].name)
            so_far = self.tr("{discussed} of {all} discussed").format(discussed=discussed, all=len(items))
            self.setItemText(place, f"{name} · {discussed}/{len(items)}")  # there is little space
            self.setItemData(place, f"{name}: {so_far}", Qt.ItemDataRole.AccessibleTextRole)

    def _discussed(self, item: Item) -> bool:
        return self._controller.session.answer(item.id).state is not State.NOT_DISCUSSED
