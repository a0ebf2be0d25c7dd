"""Knowledge that follows: the few entries that fit what was ticked and noted, each with its reason (product.md, C11).

What is read is never moved: while the pointer or the keyboard is in the list, or it is frozen, what fits now waits, and the head says how
much of it is new.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from guidance_kb.ui.conversation.agreements.entrylist import EntryList
from guidance_kb.ui.conversation.signals.card_context import CardContext
from guidance_kb.ui.conversation.signals.recommendations import Recommendations
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout

if TYPE_CHECKING:  # as heavy as the search, which the worker imports
    from guidance_kb.search.recommendations import Followed


class KnowledgePage(QWidget):
    """The list, and above it whether it follows.

    Attributes:
        news: Says how many entries wait that are not shown, and shows them.
    """

    def __init__(self, desk: CardContext) -> None:
        super().__init__()
        self._desk = desk
        self._following = Recommendations(desk, self)
        self._waiting: tuple[Followed, ...] | None = None
        self._wanted_from: QWidget | None = None
        self.list = EntryList(desk)
        self._state = label(role="caption")
        self.news = button("", "more", self._show_news)
        self._build()
        self._speak()
        self._following.arrived.connect(self._arrived)
        self._following.cleared.connect(self._clear)
        self.list.left.connect(self._catch_up)
        desk.calm.changed.connect(self._catch_up)
        desk.services.settings.changed.connect(self._catch_up)
        QApplication.instance().focusChanged.connect(self._focus_went)  # type: ignore[union-attr]

    def _build(self) -> None:
        self.news.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the conversation
        keeping = self.news.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # so that nothing moves when there is news
        self.news.setSizePolicy(keeping)
        head = row(spacing=6, margins=(4, 0, 10, 0))
        head.addWidget(self._state, 1)
        head.addWidget(self.news)
        content = column(self, spacing=6)
        add_layout(content, head)
        content.addWidget(self.list, 1)

    # ── following ───────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102 - Qt's name
        super().showEvent(event)
        if self._following.has_something and not self.list.shown:
            self.list.empty.hide()  # for the moment until it comes: that nothing fits is not known yet
        self._following.wake()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102 - Qt's name
        self._following.sleep()
        super().hideEvent(event)

    @property
    def _is_held(self) -> bool:
        """Whether the list stays as it is: frozen or not to follow, or somebody reads in it, or is about to press what shows the news."""
        return self._desk.calm.frozen or not self._follows or self.list.is_read or self.news.hasFocus()

    @property
    def _follows(self) -> bool:
        """Whether it follows by itself, as chosen among the settings."""
        return self._desk.services.settings.read().follow

    def take_focus(self) -> None:
        """Gives the keyboard to the first row; when there is none yet, as soon as it comes, unless it went elsewhere meanwhile."""
        if not self._follows:
            self._show_waiting()
            self._tell()
        if self.list.shown:
            self.list.take_focus()
        else:
            self._wanted_from = QApplication.focusWidget()
            self._following.ask_again()

    def stay_away(self) -> None:
        """Does not take the keyboard when rows come after all: something else was done meanwhile."""
        self._wanted_from = None

    def _arrived(self, found: "tuple[Followed, ...]") -> None:
        self._waiting = found
        self._catch_up()
        wanted_from, self._wanted_from = self._wanted_from, None
        if wanted_from is not None and QApplication.focusWidget() is wanted_from:
            self._show_waiting()
            self._tell()
            self.list.take_focus()

    def _catch_up(self) -> None:
        """Shows what waits, unless the list is held; then it says how much of it is new."""
        if not self._is_held:
            self._show_waiting()
        self._tell()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            found, self._waiting = self._waiting, None
            self.list.show_entries(found)

    def _show_news(self) -> None:
        """Shows what waits after all; the keyboard goes from the news to the list."""
        had_focus = self.news.hasFocus()
        self._show_waiting()
        if had_focus:
            self.list.take_focus()
        self._tell()

    def _focus_went(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and self.isAncestorOf(before):
            self._catch_up()

    def _clear(self) -> None:
        """Nothing of the conversation before stays."""
        self._waiting = None
        self.list.clear()
        self._tell()

    # ── what it says ────────────────────────────────────────────────────────────────────────────

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
            if self.isVisible():
                self._following.ask_again()

    def _speak(self) -> None:
        self.list.setAccessibleName(self.tr("Knowledge that fits what is said"))
        self.news.setToolTip(self.tr("Show what fits now"))
        self._tell()

    def _tell(self) -> None:
        """Says whether it follows, and how many entries wait that are not shown."""
        frozen = self._desk.calm.frozen
        follows = self.tr("Follows what you tick and note") if self._follows else self.tr("Waits until you ask")
        self._state.setText(self.tr("Frozen") if frozen else follows)
        new = 0 if self._waiting is None else len({one.id for one in self._waiting} - set(self.list.shown))
        self.news.setText(self.tr("{count} new").format(count=new))
        self.news.setVisible(new > 0)
