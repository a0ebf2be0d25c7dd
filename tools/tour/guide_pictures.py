"""Pictures of the counselor's guide: parts of the window at full size, so that their texts are readable."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from guidance_kb.language import Language
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.records.clients.view import RecordsView
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from guidance_kb.ui.summary.pages import Which
from guidance_kb.ui.summary.view import SummaryView
from tools.tour.pictures import write_small

_RESULTS: Final = (580, 376)
"""Size in pixels of the results: the expanded query, and two hits."""

_RECORD: Final = (468, 520)
"""Size in pixels of a record: its name and the overview."""


def _search(window: MainWindow) -> QRect:
    return QRect(_place(window.results, window).topLeft(), QSize(*_RESULTS))


def _question(window: MainWindow) -> QRect:
    items = cast("ConversationView", window.view(ViewId.CONVERSATION)).items
    return _place(items.pane, window)


def _signal(window: MainWindow) -> QRect:
    side = cast("ConversationView", window.view(ViewId.CONVERSATION)).side
    return _place(side.tabs[0], window).united(_place(side.signals, window)).united(_place(side.tabs[-1], window))


def _page(window: MainWindow) -> QRect:
    page = cast("SummaryView", window.view(ViewId.SUMMARY)).page
    return _place(page.columns[Which.CLIENT], window)


def _record(window: MainWindow) -> QRect:
    records = cast("RecordsView", cast("RecordsRoom", window.view(ViewId.RECORDS)).records)
    whole = _place(records.page, window)
    return whole.intersected(QRect(whole.x(), whole.y(), *_RECORD))


PARTS: Final[Mapping[str, tuple[str, Callable[[MainWindow], QRect]]]] = {
    "search": ("search", _search),
    "signals": ("question", _question),
    "card": ("signal", _signal),
    "summary-client": ("client-page", _page),
    "timeline": ("record", _record),
}
"""By step: the name of the picture, and the part of the window it shows."""


def keep_part(window: MainWindow, step: str, image: QImage, folder: Path, language: Language) -> None:
    """Write the part of `image`, a picture of the window, that the guide shows of this step, if any."""
    if step not in PARTS:
        return
    name, find = PARTS[step]
    write_small(image.copy(find(window)), folder / "guide" / f"{language}-{name}.png")


def _place(widget: QWidget, window: MainWindow) -> QRect:
    """Return the visible rectangle of a widget in the window, clipped by its scroll areas."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    around = widget.parentWidget()
    while around is not None and around is not window:
        place = place.intersected(QRect(around.mapTo(window, QPoint(0, 0)), around.size()))
        around = around.parentWidget()
    return place
