"""The cards of the start page that its first paint does not need: made and filled after it."""

from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb.knowledge.names import KINDS
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.core.translation import as_title
from guidance_kb.ui.look.icons import pixmap
from guidance_kb.ui.look.tokens import SIZE, SPACE
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.basics import button, column, label, row
from guidance_kb.ui.widgets.layouts import add_layout, clear
from guidance_kb.ui.widgets.pressable import LinkRow
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:
    from guidance_kb.casebook.records.session_records import Draft
    from guidance_kb.ui.start.view import StartView


# Going on where one was: conversations that are not finished, while the casebook is open, and what was read last.


_DRAFTS, _LINES = 2, 4
"""How many conversations are shown, and how many lines in all."""

_ASKED = "start: conversations that are not finished"


class GoingOn(TranslatedWidget, QFrame):
    """A line for each; without any there is nothing to see. When the casebook locks, nothing of it stays.

    Attributes:
        talks, read: The lines.

    Signals:
        changed: There is something else to see.
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
        desk = services.casebook
        desk.clear_on_lock(ClientData.UNFINISHED, self._clear_when_locked)
        desk.changed.connect(self._ask_when_opened)
        desk.erased.connect(self._drop)
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
        """Asks which conversations are not finished; without an open casebook there are none."""
        self._services.casebook.query(self, _ASKED, lambda store: tuple(store.sessions.drafts()[:_DRAFTS]), self._fill)

    def _fill(self, drafts: "tuple[Draft, ...]") -> None:
        if drafts != self._drafts:
            self._drafts = drafts
            self.refresh()

    def _drop(self, client: int) -> None:
        self._fill(tuple(draft for draft in self._drafts if draft.held.client != client))

    # ── what is shown ───────────────────────────────────────────────────────────────────────────

    @property
    def has_something(self) -> bool:
        """Whether there is anything to go on with."""
        return bool(self.talks or self.read)

    def refresh(self) -> None:
        """Shows what there is to go on with now."""
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
        """Looks what there is by now: somebody has read, or held a conversation, meanwhile."""
        self.refresh()
        self.ask()

    def retranslate(self) -> None:
        self.refresh()


# The offer to practise first: calm, and gone once somebody has practised or put it away; it can always be had back.


class PracticeCard(TranslatedWidget, QFrame):
    """An offer, with a button to take it up and one to put it away.

    Attributes:
        begin, away: The buttons; once it is put away, `away` takes that back until the page is left.

    Signals:
        changed: It was put away, or taken back.
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
        """Whether it is still offered."""
        return self._services.settings.read().practice

    @property
    def has_something(self) -> bool:
        """Whether there is anything to see: the offer, or the way to take back that it was put away just now."""
        return self.offered or self._just_now

    def look(self) -> None:
        """Looks whether it is still offered: somebody may have practised meanwhile. What was put away before is gone now."""
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


# The bookmarks on the start page: the last few, and the way to all of them. They come after the first paint.


_SHOWN = 3


class Marked(TranslatedWidget, QFrame):
    """A line for each; without any there is nothing to see.

    Attributes:
        lines: Those shown.
        all: The way to all of them.

    Signals:
        changed: There is something else to see.
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
        """Whether there are any."""
        return bool(self._services.bookmarks.kept)

    def refresh(self) -> None:
        """Shows what is kept now."""
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
    """The first line of a note, cut where it is long."""
    line = next((line.strip() for line in note.splitlines() if line.strip()), "")
    return line if len(line) <= 90 else f"{line[:89].rstrip(' ,;:.')}…"  # noqa: PLR2004 - two lines of a column


class StartRest:
    """The offer to practise, where one was, and what was marked.

    Attributes:
        practice, going_on, marked: The cards.
    """

    def __init__(self, view: "StartView", services: Services) -> None:
        self._view, self._services = view, services
        self.practice, self.going_on, self.marked = PracticeCard(services), GoingOn(services), Marked(services)
        services.casebook.changed.connect(self._ask_again)

    def look(self) -> None:
        """Looks what there is by now: one was elsewhere, or it was never looked at."""
        self.practice.look()
        self.going_on.look()
        self._services.bookmarks.load()

    def _ask_again(self, what: Changes) -> None:
        if what & (Changes.CLIENTS | Changes.SESSIONS) and self._view.isVisible():
            self.going_on.ask()
