"""What a pack would bring: each kind with its titles, of which the first are shown until all are asked for."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QWidget

from guidance_kb.language import Text
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.packs.words import PackWords
from guidance_kb.ui.widgets.basics import button, column, label

FIRST: Final = 5
"""How many titles of a kind are shown at first."""

MOST: Final = 300
"""How many are shown at all: the rest is counted."""


class Titles(QWidget):
    """One kind."""

    def __init__(self, kind: str, titles: Sequence[Text], services: Services) -> None:
        super().__init__()
        self._kind, self._titles, self._services = kind, titles, services
        self._words = PackWords(self)
        self._all = False
        self._heading, self._list, self._rest = label(role="strong"), label(), label(role="soft")
        self.unfold = button("", "link", self._unfold)
        whole = column(self, spacing=2)
        for widget in (self._heading, self._list, self._rest, self.unfold):
            whole.addWidget(widget)
        self._speak()

    @property
    def text(self) -> str:
        """What it says, heading and titles."""
        return f"{self._heading.text()}\n{self._list.text()}"

    def _unfold(self) -> None:
        self._all = True
        self._speak()

    def _speak(self) -> None:
        shown = self._titles[: MOST if self._all else FIRST]
        more = len(self._titles) - len(shown)
        several = self._words.several(self._kind)
        self._heading.setText(f"{several} · {QLocale().toString(len(self._titles))}")
        self._list.setText("\n".join(f"–  {self._services.say(title)}" for title in shown))
        self.unfold.setText(self.tr("%1 more").replace("%1", QLocale().toString(more)))
        self.unfold.setAccessibleName(f"{several}: {self.unfold.text()}")
        self.unfold.setVisible(more > 0 and not self._all)
        self._rest.setText(self.tr("and %1 more").replace("%1", QLocale().toString(more)))
        self._rest.setVisible(more > 0 and self._all)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)


def titles(brought: Mapping[str, Sequence[Text]], services: Services) -> list[Titles]:
    """A widget for each kind."""
    return [Titles(kind, found, services) for kind, found in brought.items()]
