"""Going on where one was: conversations that are not finished, while the casebook is open, and what was read last."""

from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame

from guidance_kb.ui.core.casebook_service import CasebookState
from guidance_kb.ui.core.names import KindNames
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.look.tokens import SPACE
from guidance_kb.ui.reading.reading_history import LastRead
from guidance_kb.ui.widgets.basics import column, label
from guidance_kb.ui.widgets.layouts import clear
from guidance_kb.ui.widgets.pressable import LinkRow

if TYPE_CHECKING:  # without an open casebook there is none
    from guidance_kb.casebook.records.session_records import Draft

_DRAFTS, _LINES = 2, 4
"""How many conversations are shown, and how many lines in all."""

_ASKED = "start: conversations that are not finished"


class GoingOn(QFrame):
    """A line for each; without any there is nothing to see. When the casebook locks, nothing of it stays.

    Attributes:
        talks, read: The lines.

    Signals:
        conversation_requested (int, int): The conversation with this client is wanted, by their ids.
        page_chosen (str): This is to be read on.
        changed: There is something else to see.
    """

    conversation_requested = Signal(int, int)
    page_chosen = Signal(str)
    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._services = services
        self._names = KindNames(self)
        self._last_read = LastRead(services.settings)
        self._drafts: tuple[Draft, ...] = ()
        self.talks: list[LinkRow] = []
        self.read: list[LinkRow] = []
        self._content = column(self, spacing=SPACE.xxs, margins=(SPACE.xxl, SPACE.xl, SPACE.xxl, SPACE.xl))
        desk = services.casebook
        desk.changed.connect(self._follow)
        desk.erased.connect(self._drop)
        services.packs.changed.connect(self.refresh)

    # ── the casebook ────────────────────────────────────────────────────────────────────────────

    def _follow(self) -> None:
        if self._services.casebook.state is CasebookState.OPEN:
            self.ask()
        else:
            self._drafts = ()
        self.refresh()

    def ask(self) -> None:
        """Asks which conversations are not finished; without an open casebook there are none."""
        self._services.casebook.ask(_ASKED, lambda store: tuple(store.sessions.drafts()[:_DRAFTS]), self._fill)

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
            line = LinkRow(self._services.theme, partial(self.page_chosen.emit, place.id), "book-open", role="")
            kind = self.tr("Section") if place.kind == "section" else self._names.kind(place.kind)
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
            partial(self.conversation_requested.emit, held.client, held.id),
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

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
