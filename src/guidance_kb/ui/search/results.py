"""The list of results."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from guidance_kb.search.answer import Hit
from guidance_kb.ui.search.delegate import ResultDelegate
from guidance_kb.ui.search.model import ResultModel
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.widgets.announcement import follow_selection


class ResultList(QListView):
    """The list of results: as wide as its column, one choice, by keyboard and mouse.

    Signals:
        left_upwards: The up key was pressed on the first row: back to the search box.
        entered: Enter was pressed on a hit: to its page.
    """

    left_upwards = Signal()
    entered = Signal()

    def __init__(self, model: ResultModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(model, theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102 - Qt's name
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= self._model.first_hit():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.on_hit:
                self.entered.emit()

    @property
    def on_hit(self) -> bool:
        """Whether a hit is pointed at, and not a heading."""
        return self.currentIndex().isValid() and isinstance(self._model.row(self.currentIndex()), Hit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # the rows are as high as their width makes them
            self.scheduleDelayedItemsLayout()
