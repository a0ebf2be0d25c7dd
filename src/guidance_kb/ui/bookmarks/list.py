"""The list of bookmarks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from guidance_kb.ui.bookmarks.delegate import BookmarkDelegate
from guidance_kb.ui.bookmarks.model import BookmarkModel
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.widgets.announcement import follow_selection


class BookmarkList(QListView):
    """As wide as its column, one choice, by keyboard and mouse; what is chosen stays in sight."""

    def __init__(self, model: BookmarkModel, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(BookmarkDelegate(model, theme, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)  # a note makes a row higher
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        follow_selection(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # the rows are as high as their width makes them
            self.scheduleDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
