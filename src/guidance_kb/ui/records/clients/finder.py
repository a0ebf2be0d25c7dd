"""Searching in what was written: behind the lock, and nowhere kept. It is not the search of the knowledge, and stands apart from it."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QListView, QWidget

from guidance_kb.casebook.storage.full_text import MOST, FoundText
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.records.clients.controller import RecordController
from guidance_kb.ui.records.clients.found_model import FoundDelegate, FoundModel
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.field_icons import FieldIcons

_SEARCH = "records: search in notes"
_LONGEST = 500
"""Characters that can be typed: every word more takes the worker longer, on which also is saved."""
_PAUSE = 80
"""Milliseconds without a key after which is searched."""


class Texts(QListView):
    """The texts found.

    Signals:
        opened (Found): One is wanted where it stands.
    """

    opened = Signal(object)

    def __init__(self, model: FoundModel, services: Services) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(FoundDelegate(model, services.theme, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        services.theme.changed.connect(self.scheduleDelayedItemsLayout)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.found(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RecordFinder(QWidget):
    """A box, whether only this client's texts are meant, and what was found.

    Signals:
        opened (Found): A text is wanted where it stands.
    """

    opened = Signal(object)

    def __init__(self, controller: RecordController, services: Services) -> None:
        super().__init__()
        self._controller, self._services = controller, services
        self.box, self.only, self.said = QLineEdit(), QCheckBox(), label(role="caption")
        self.model = FoundModel(services, self)
        self.list = Texts(self.model, services)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.search)
        self.box.setClearButtonEnabled(True)
        FieldIcons(self.box, services.theme)
        self.box.setMaxLength(_LONGEST)
        inside = column(self, spacing=8)
        for part in (self.box, self.only, self.said):
            inside.addWidget(part)
        inside.addWidget(self.list, 1)
        self.box.textChanged.connect(self._pause.start)
        self.box.returnPressed.connect(self._to_list)
        self.only.toggled.connect(self.search)
        self.list.opened.connect(self.opened)
        controller.shown.connect(self._follow)
        controller.refreshed.connect(self._again)
        self._follow()
        self._speak()

    def search(self) -> None:
        """Searches for what stands in the box."""
        self._pause.stop()
        query = self.box.text()
        client = self._controller.client if self.only.isChecked() else None
        if query.strip():
            self._services.casebook.ask(_SEARCH, lambda store: store.words.search(query, client), self._show)
        else:
            self._services.casebook.ask(_SEARCH, lambda _store: [], self._show)

    def _again(self) -> None:
        if self.isVisible() and self.box.text().strip():
            self.search()

    def _show(self, found: list[FoundText]) -> None:
        self.model.show(found)
        self._say()

    def _to_list(self) -> None:
        self.search()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, _: object = None) -> None:
        """Offers to search in one record only while one is shown."""
        there = self._controller.client is not None
        self.only.setEnabled(there)
        if not there:
            self.only.setChecked(False)
        elif self.only.isChecked():
            self.search()

    def _say(self) -> None:
        count = self.model.rowCount()
        if not self.box.text().strip():
            said = self.tr(
                "Searches notes, notes with answers, steps, follow-ups and remarks. What you search for is not kept."
            )
        elif count == MOST:
            said = self.tr("The best {count}").format(count=count)
        else:
            said = (
                self.tr("Found nothing with all these words")
                if not count
                else self.tr("Found: {count}").format(count=count)
            )
        self.said.setText(said)

    def _speak(self) -> None:
        self.box.setPlaceholderText(self.tr("Search in notes"))
        self.box.setAccessibleName(self.tr("Search in notes"))
        self.only.setText(self.tr("Only of the client shown"))
        self.list.setAccessibleName(self.tr("Texts found"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Says everything again in another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
            self.list.viewport().update()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102 - Qt's name
        super().focusInEvent(event)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
