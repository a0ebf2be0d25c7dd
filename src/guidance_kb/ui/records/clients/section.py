"""The base class of the parts of a record: it rebuilds a part only if its data changed, and keeps the focus."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QPushButton, QWidget

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.record import Record
from guidance_kb.ui.records.clients.record_format import RecordFormatter
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import FlowLayout, add_layout, clear, show_all
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

Action = tuple[str, Callable[[], object]]
"""The text of a button, and its action."""


class What(NamedTuple):
    """The contents of an entry: an icon, a text, and a caption below it."""

    icon: str
    text: str
    below: str


class RecordSection(TranslatedWidget, QWidget):
    """Shows a part of the current record; `build` fills the layout `content`."""

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self.controller, self.services = controller, services
        self.says = RecordFormatter(services, self)
        self.content = column(spacing=8)
        self._built: object = None
        self._stale = True
        controller.shown.connect(self._refresh)
        controller.changed.connect(self._refresh)
        services.theme.changed.connect(self.rebuild)

    def facts(self, record: Record) -> object:
        """Return the data of a record that this part shows; the part is rebuilt only if this value changes."""
        raise NotImplementedError

    def build(self, record: Record) -> None:
        """Fill `content`, which is empty."""
        raise NotImplementedError

    def set_texts(self) -> None:
        """Set the texts of widgets that `build` does not create."""

    def show_all(self) -> None:
        """Also show the entries that are left out at first."""

    def _refresh(self, record: Record | None) -> None:
        built = None if record is None else (record.id, self.facts(record))
        if built != self._built or built is None:
            self._built = built
            self.rebuild()

    def rebuild(self) -> None:
        """Rebuild `content`; if this part is hidden, once it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            clear(self.content)  # the old contents may be of another client
        else:
            self._make()

    def _make(self) -> None:
        self._stale = False
        focused = QApplication.focusWidget()
        before = self._buttons() if focused is not None and self.isAncestorOf(focused) else []
        name, place = (focused.objectName(), before.index(focused)) if focused in before else ("", -1)
        clear(self.content)
        if self.controller.record is not None:
            self.build(self.controller.record)
            show_all(self.content)
        if place >= 0 and QApplication.focusWidget() is not focused:
            now = self._buttons()
            same = [each for each in now if each.objectName() == name]
            for each in (*same, *now[place : place + 1], *now[-1:])[:1]:
                each.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[QPushButton]:
        return [each for each in self.findChildren(QPushButton) if each.isVisibleTo(self)]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._make()

    def retranslate(self) -> None:
        self.set_texts()
        self.rebuild()


class SectionEntry(QFrame):
    """An entry of a list: an icon, a text, a caption, and buttons. One button is beside the text, several are below it.

    Args:
        services: The services of the window.
        what: The contents.
        actions: The buttons. Their object names are `name-0`, `name-1` and so on, by which the focus is restored after a rebuild.
        name: The prefix of the object names.
    """

    def __init__(self, services: Services, what: What, actions: Sequence[Action] = (), name: str = "") -> None:
        super().__init__()
        theme = services.theme
        drawing = label()
        drawing.setPixmap(pixmap(what.icon, theme.tokens.accent, theme.px(16)))
        drawing.setFixedWidth(theme.px(18))
        words = column(spacing=1)
        words.addWidget(label(what.text))
        words.addWidget(label(what.below, "caption"))
        across = row(self, spacing=8, margins=(2, 3, 0, 3))
        across.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        add_layout(across, words, 1)
        buttons: QLayout = across
        if len(actions) > 1:
            buttons = FlowLayout(spacing=6)
            words.addSpacing(3)
            add_layout(words, buttons)
        for number, (said, act) in enumerate(actions):
            made = button(said, "toggle", act)
            made.setObjectName(f"{name}-{number}")
            made.setAccessibleName(f"{said}: {what.text}, {what.below}")
            buttons.addWidget(made)
            buttons.setAlignment(made, Qt.AlignmentFlag.AlignTop)
