"""The cards of the start page that are created after its first paint."""

from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb import __version__
from guidance_kb.knowledge.names import KINDS
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.casebook.records.session_records import Draft
    from guidance_kb.ui.start.view import StartView


# --- What is new


NEWS = "help-news"
"""The id of the article about changes."""


class NewsBanner(Banner):
    """A banner that reports an update once; hidden after a first installation."""

    def __init__(self, services: Services, version: str = __version__) -> None:
        super().__init__(services.theme, self._read)
        self._settings, self._navigator, self._version = services.settings, services.navigator, version
        self.close_button.clicked.connect(self._put_away)
        if not self._settings.seen_version:
            self._put_away()
        elif self._settings.seen_version != version:
            self._set_texts()

    def _read(self) -> None:
        self._put_away()
        self._navigator.open_page(NEWS)

    def _put_away(self) -> None:
        self._settings.seen_version = self._version
        self.hide()

    def _set_texts(self) -> None:
        text = self.tr("The program was updated: this is version %1.").replace("%1", self._version)
        self.say(text, self.tr("What is new"))

    def retranslate(self) -> None:
        super().retranslate()
        if not self.isHidden():
            self._set_texts()


# --- Continue where you were


_DRAFTS, _LINES = 2, 4
"""The maximum number of conversations, and of lines in total."""

_ASKED = "start: conversations that are not finished"


class ContinuePanel(TranslatedWidget, QFrame):
    """Lines for unfinished conversations and recently read pages. The conversations are removed when the casebook locks.

    Attributes:
        talks, read: The lines for conversations, and those for pages.

    Signals:
        changed: The lines changed.
    """

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self._last_read = LastRead(services.settings)
        self._drafts: tuple[Draft, ...] = ()
        self.talks: list[LinkRow] = []
        self.read: list[LinkRow] = []
        self._content = column(self, spacing=SPACE.xxs, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        service = services.casebook
        service.clear_on_lock(ClientData.UNFINISHED, self._clear_when_locked)
        service.changed.connect(self._ask_when_opened)
        service.erased.connect(self._drop)
        services.packs.changed.connect(self.refresh)

    # ── the casebook ────────────────────────────────────────────────────────────────────────────

    def _ask_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._services.casebook.state is CasebookState.OPEN:
            self.ask()
            self.refresh()

    def _clear_when_locked(self) -> None:
        self._drafts = ()
        self.refresh()

    def ask(self) -> None:
        """Query the unfinished conversations; do nothing unless the casebook is open."""
        self._services.casebook.query(self, _ASKED, lambda store: tuple(store.sessions.drafts()[:_DRAFTS]), self._fill)

    def _fill(self, drafts: "tuple[Draft, ...]") -> None:
        if drafts != self._drafts:
            self._drafts = drafts
            self.refresh()

    def _drop(self, client: int) -> None:
        self._fill(tuple(draft for draft in self._drafts if draft.held.client != client))

    # ── lines ───────────────────────────────────────────────────────────────────────────────────

    @property
    def has_something(self) -> bool:
        """Whether there is any line."""
        return bool(self.talks or self.read)

    def refresh(self) -> None:
        """Rebuild the lines."""
        clear(self._content)
        self.talks = [self._talk(draft) for draft in self._drafts]
        self.read = []
        found = (self._services.library.place(identifier) for identifier in self._last_read.ids)
        for place in islice((each for each in found if each is not None), _LINES - len(self.talks)):
            open_page = partial(self._services.navigator.open_page, place.id)
            line = LinkRow(self._services.theme, open_page, "book-open", role="")
            kind = self.tr("Section") if place.kind == "section" else as_title(KINDS[place.kind])
            line.say(self._services.say(place.title), kind)
            self.read.append(line)
        if self.has_something:
            self._content.addWidget(label(self.tr("Continue where you were"), "heading"))
        for line in (*self.talks, *self.read):
            line.content.setContentsMargins(SPACE.xxs, 3, SPACE.xxs, 3)
            self._content.addWidget(line)
            line.show()
        self._content.addStretch(1)
        self.changed.emit()

    def _talk(self, draft: "Draft") -> LinkRow:
        from guidance_kb.ui.conversation.session.save_status import when  # noqa: PLC0415 - only with an open casebook

        held = draft.held
        line = LinkRow(
            self._services.theme,
            partial(self._services.navigator.resume_conversation, held.id),
            "messages-square",
            role="",
        )
        many = self.tr("one answer") if draft.answered == 1 else self.tr("{count} answers").format(count=draft.answered)
        moment = when(datetime.fromisoformat(held.changed), self._services.language)
        line.say(self.tr("Conversation with {code}").format(code=draft.code), f"{many} · {moment}")
        return line

    def look(self) -> None:
        """Update the lines after reading or a conversation."""
        self.refresh()
        self.ask()

    def retranslate(self) -> None:
        self.refresh()


# --- Practice


class PracticeCard(TranslatedWidget, QFrame):
    """An offer to practise, until the user has practised or dismissed it.

    Attributes:
        begin: The button that opens the practice conversation.
        away: The button that dismisses the offer, and then undoes that until the page is left.

    Signals:
        changed: The offer was dismissed, or that was undone.
    """

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "quiet")
        self._services = services
        self._just_now = False
        self._icon, self._heading, self._text = label(), label(role="heading"), label(role="soft")
        self.begin = button("", "", partial(services.navigator.go_to_room, ViewId.PRACTICE))
        self.away = button("", "quiet", self._move)
        across = row(self, spacing=SPACE.xl, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=SPACE.xs)
        words.addWidget(self._heading)
        words.addWidget(self._text)
        buttons = row(spacing=SPACE.sm)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        words.addSpacing(SPACE.xs)
        add_layout(words, buttons)
        words.addStretch(1)
        add_layout(across, words, 1)
        services.theme.changed.connect(self.retranslate)
        self.look()

    @property
    def offered(self) -> bool:
        """Whether the setting for the offer is on."""
        return self._services.settings.read().practice

    @property
    def has_something(self) -> bool:
        """Whether the offer or the button for undo is shown."""
        return self.offered or self._just_now

    def look(self) -> None:
        """Update the offer, and remove the button for undo."""
        self._just_now = False
        self.retranslate()

    def _move(self) -> None:
        self._services.settings.change(practice=not self.offered)
        self._just_now = not self.offered
        self.retranslate()
        self.changed.emit()

    def retranslate(self) -> None:
        theme, gone = self._services.theme, self._just_now
        self._icon.setPixmap(pixmap("message-circle", theme.tokens.accent, theme.px(SIZE.icon_large)))
        self._icon.setVisible(not gone)
        self._heading.setVisible(not gone)
        self.begin.setVisible(not gone)
        self._heading.setText(self.tr("Practise first?"))
        self._text.setText(
            self.tr("The practice conversation stays at the bottom of this page.")
            if gone
            else self.tr("Three minutes, with a client who does not exist. None of it is kept.")
        )
        self.begin.setText(self.tr("Practise"))
        self.away.setText(self.tr("Undo") if gone else self.tr("Not now"))


# --- Bookmarks


_SHOWN = 3


class Marked(TranslatedWidget, QFrame):
    """Lines for the latest bookmarks, with a button for all.

    Attributes:
        lines: The lines.
        all: The button that opens the bookmarks view.

    Signals:
        changed: The lines changed.
    """

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self.lines: list[LinkRow] = []
        self._content = column(self, spacing=SPACE.xxs, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        self.refresh()
        services.bookmarks.changed.connect(self.refresh)
        services.packs.changed.connect(self.refresh)

    @property
    def has_something(self) -> bool:
        """Whether there are bookmarks."""
        return bool(self._services.bookmarks.kept)

    def refresh(self) -> None:
        """Rebuild the lines."""
        kept = list(self._services.bookmarks.kept.values())
        clear(self._content)
        self.lines = []
        text = self.tr("All") if len(kept) <= _SHOWN else self.tr("All {count}").format(count=len(kept))
        self.all = button(text, "more", partial(self._services.navigator.go_to_room, ViewId.BOOKMARKS))
        self.all.setAccessibleName(self.tr("All bookmarks (Alt+B)"))
        self.all.setToolTip(self.tr("All bookmarks (Alt+B)"))
        head = row()
        head.addWidget(label(self.tr("Bookmarks"), "heading"), 1)
        head.addWidget(self.all)
        add_layout(self._content, head)
        for bookmark in kept[:_SHOWN]:
            place = self._services.library.place(bookmark.id)
            open_page = partial(self._services.navigator.open_page, bookmark.id)
            line = LinkRow(self._services.theme, open_page, "star", role="")
            gone = "" if place else self.tr("no longer in the content")
            line.say(self._services.say(place.title if place else bookmark.title), _short(bookmark.note) or gone)
            line.content.setContentsMargins(SPACE.xxs, 3, SPACE.xxs, 3)
            self.lines.append(line)
            self._content.addWidget(line)
            line.show()
        self._content.addStretch(1)
        self.changed.emit()

    def retranslate(self) -> None:
        self.refresh()


def _short(note: str) -> str:
    """Return the first line of a note, shortened to 90 characters."""
    line = next((line.strip() for line in note.splitlines() if line.strip()), "")
    return line if len(line) <= 90 else f"{line[:89].rstrip(' ,;:.')}…"  # noqa: PLR2004 - about two lines of a column


class StartCards:
    """The cards that are created after the first paint.

    Attributes:
        practice: The offer to practise.
        going_on: The unfinished conversations and recently read pages.
        marked: The bookmarks.
    """

    def __init__(self, view: "StartView", services: Services) -> None:
        self._view, self._services = view, services
        self.practice, self.going_on, self.marked = PracticeCard(services), ContinuePanel(services), Marked(services)
        services.casebook.changed.connect(self._ask_again)

    def look(self) -> None:
        """Update all cards, when the page is shown."""
        self.practice.look()
        self.going_on.look()
        self._services.bookmarks.load()

    def _ask_again(self, what: Changes) -> None:
        if what & (Changes.CLIENTS | Changes.SESSIONS) and self._view.isVisible():
            self.going_on.ask()
