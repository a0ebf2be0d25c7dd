"""A pack that is installed: what it says of itself, what it brings, and the button that removes it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.packs.words import PackWords
from guidance_kb.ui.widgets.basics import button, card, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout

if TYPE_CHECKING:
    from guidance_kb.knowledge.packs.manager import Installed


class InstalledCard(QFrame):
    """One pack.

    Args:
        installed: The pack.
        brings: How many of each kind are found of it now.
        services: The window's.
        on_remove: Called when it is to be removed.
    """

    def __init__(
        self,
        installed: "Installed",
        brings: Mapping[str, int],
        services: Services,
        on_remove: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.installed = installed
        self._brings, self._services, self._words = brings, services, PackWords(self)
        self._name, self._made = label(role="heading"), label(role="caption")
        self._description, self._contact = label(), label(role="caption")
        self.brings = label(role="soft")
        self._note = card("note")
        self.aside = label()
        column(self._note, margins=(12, 8, 12, 8)).addWidget(self.aside)
        self.remove = button("", "", on_remove)
        self._lay_out()
        self._note.setVisible(installed.aside is not None)
        self.brings.setVisible(bool(brings))
        self._speak()

    def _lay_out(self) -> None:
        whole = column(self, spacing=6, margins=(18, 14, 14, 14))
        head = row(spacing=12)
        named = column(spacing=2)
        named.addWidget(self._name)
        named.addWidget(self._made)
        add_layout(head, named, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(whole, head)
        for widget in (self._note, self._description, self.brings, self._contact):
            whole.addWidget(widget)

    def _speak(self) -> None:
        pack, say = self.installed.pack, self._services.say
        name = f"{say(pack.name)} {pack.version}"
        self._name.setText(name)
        self._made.setText(self._words.made(pack))
        self._description.setText(say(pack.description))
        self._contact.setText(self._words.contact(pack))
        self.brings.setText(self.tr("Brings %1.").replace("%1", self._words.counted(self._brings)))
        if self.installed.aside:
            text = self.tr(
                "Set aside, and not searched: it does not fit this version of the program. It is back when a newer version of the pack is "
                "added, or when it fits again.\n%1"
            )
            self.aside.setText(text.replace("%1", say(self.installed.aside)))
        self.remove.setText(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove %1").replace("%1", name))
        self.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
