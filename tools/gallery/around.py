"""Widgets around and over the views: the rail, a tile of the start view, lists, tables and menus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QMenu, QScrollBar, QTableWidget, QTableWidgetItem, QWidget

from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.shell.rail import Rail
from guidance_kb.ui.widgets.basics import card, column, label
from guidance_kb.ui.widgets.pressable import ContentButton
from tools.gallery import texts
from tools.gallery.sheet import GallerySheet
from tools.gallery.states import GalleryState, put

_ROWS = (texts.WORD.nl, texts.WORD.en, texts.SHORT.nl)


def lists(sheet: GallerySheet) -> None:
    """Add lists and tables with a selection, and a menu."""
    sheet.part("Lists and menus")
    table, focused = _table(sheet), _table(sheet)
    put(focused, GalleryState.FOCUS, sheet.keyboard)
    bar = QScrollBar(Qt.Orientation.Horizontal)
    bar.setRange(0, 9)
    sheet.stack(
        [("table", table), ("table, focus", focused), ("pop-up with offers", _offers(sheet)), ("menu", _menu(sheet))]
    )
    sheet.stack([("scroll bar", bar)])


def items(sheet: GallerySheet) -> None:
    """Add items of a conversation: normal, hovered, and the current one with its details, below it or beside the list."""
    sheet.part("Items")
    standing = [
        (f"item: {state.value}", put(_item(), state, sheet.keyboard))
        for state in (GalleryState.NORMAL, GalleryState.HOVER)
    ]
    sheet.stack(
        [*standing, ("item in hand", _in_hand(sheet)), ("item in hand, focus", _in_hand(sheet, GalleryState.FOCUS))]
    )
    in_a_line = [
        (f"item in a line: {state.value}", put(_item("line-item"), state, sheet.keyboard))
        for state in (GalleryState.NORMAL, GalleryState.HOVER)
    ]
    sheet.stack(
        [*in_a_line, ("details beside", _beside(active=False)), ("details beside, focus", _beside(active=True))]
    )


def _beside(*, active: bool) -> QFrame:
    made = card("beside")
    made.setProperty("active", "true" if active else "false")  # the style sheet compares strings
    column(made, margins=(SPACE.md, SPACE.sm, SPACE.md, SPACE.md)).addWidget(label(texts.ASK.nl, "say"))
    return made


def _item(role: str = "item") -> QFrame:
    made = card(role)
    inside = column(made, margins=(SPACE.md, SPACE.sm, SPACE.md, SPACE.sm))
    inside.addWidget(label(texts.LONG.nl))
    return made


def _in_hand(sheet: GallerySheet, state: GalleryState = GalleryState.NORMAL) -> QWidget:
    """Return an item with its details, which look like one frame with one focus ring."""
    item, hand = _item(), card("hand")
    item.setProperty("active", "true")  # the style sheet compares strings
    hand.setProperty("active", "true" if state is GalleryState.FOCUS else "false")
    column(hand, margins=(SPACE.md, SPACE.sm, SPACE.md, SPACE.md)).addWidget(label(texts.ASK.nl, "say"))
    both = QWidget()
    down = column(both, spacing=0)
    down.addWidget(put(item, state, sheet.keyboard))
    down.addWidget(hand)
    return both


def doors(sheet: GallerySheet) -> None:
    """Add the rail and the tiles of the start view."""
    sheet.part("Around the rooms")
    rail = Rail(sheet.theme)
    rail.show_room(ViewId.SEARCH)
    rail.setFixedWidth(rail.sizeHint().width())
    sheet.flow([("rail", rail), *((f"door, {state.value}", put(_door(), state, sheet.keyboard)) for state in _STATES)])


_STATES = (GalleryState.NORMAL, GalleryState.HOVER, GalleryState.FOCUS)


def _door() -> QWidget:
    made = ContentButton(_nothing, margins=(SPACE.xxl, SPACE.xxl, SPACE.xxl, SPACE.xxl))
    made.setProperty("role", "door")
    for text, role in ((texts.SHORT.nl, "heading"), (texts.WORD.nl, "soft")):
        made.content.addWidget(label(text, role, wrap=False))
    return made


def _table(sheet: GallerySheet) -> QWidget:
    table = QTableWidget(len(_ROWS), 2)
    table.setHorizontalHeaderLabels([texts.SHORT.nl, texts.SHORT.en])
    for number, text in enumerate(_ROWS):
        table.setItem(number, number % 2, QTableWidgetItem(text))
    table.setCurrentCell(1, 1)
    table.resizeColumnsToContents()
    table.resizeRowsToContents()
    table.horizontalHeader().setStretchLastSection(True)
    table.setFixedHeight(sheet.theme.px(5 * SIZE.handle))
    return table


def _offers(sheet: GallerySheet) -> QWidget:
    popup, offers = card("popup"), QListWidget()
    offers.setProperty("role", "offers")
    offers.addItems(_ROWS)
    offers.setCurrentRow(1)
    offers.setFixedHeight(sheet.theme.px(3 * SIZE.handle))
    inside = column(popup, spacing=SPACE.xs, margins=(SPACE.sm, SPACE.sm, SPACE.sm, SPACE.sm))
    inside.addWidget(label(texts.FETCHING.nl, "caption"))
    inside.addWidget(offers)
    return popup


def _menu(sheet: GallerySheet) -> QWidget:
    """Return a picture of a menu, because a menu is a window of its own."""
    menu = QMenu(sheet)
    for number, text in enumerate(_ROWS):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(number == 0)
    menu.addSeparator()
    menu.addAction(texts.UNDO.nl).setEnabled(False)
    menu.setActiveAction(menu.actions()[1])
    menu.ensurePolished()
    menu.resize(menu.sizeHint())
    shown = label()
    shown.setPixmap(menu.grab())
    return shown


def _nothing() -> None:
    """Do nothing when pressed."""


MAKERS = (items, doors, lists)
