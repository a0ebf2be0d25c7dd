"""Interrupted conversations, offered with a summary of each and never restored silently."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from guidance_kb.casebook.records.session_records import Draft
from guidance_kb.conversation.checklist import Checklist
from guidance_kb.errors import KnownError
from guidance_kb.ui.conversation.session.save_status import when
from guidance_kb.ui.conversation.session.session_persistence import SessionPersistence
from guidance_kb.ui.core.casebook_service import CasebookState, Changes
from guidance_kb.ui.core.clear_on_lock import ClientData
from guidance_kb.ui.core.services import Services
from guidance_kb.ui.widgets.basics import button, column, label
from guidance_kb.ui.widgets.layouts import FlowLayout
from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

if TYPE_CHECKING:  # a conversation needs no casebook, and is shown before one is opened
    from guidance_kb.casebook.storage.store import Store


def cut_off(store: "Store") -> tuple[Draft, ...]:
    """Return the drafts that are stored as open. Runs on the worker; if no conversation is open here, they were interrupted."""
    return tuple(draft for draft in store.sessions.drafts() if draft.held.in_hand)


class RecoveryBanner(TranslatedWidget, QFrame):
    """One interrupted conversation at a time, with its client, time and progress. It asks the casebook each time that opens."""

    def __init__(self, persistence: SessionPersistence, checklist: Checklist, services: Services) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._persistence, self._checklist, self._services, self._service = (
            persistence,
            checklist,
            services,
            services.casebook,
        )
        self.drafts: list[Draft] = []
        self._left: int | None = None
        self.discarded: Draft | None = None
        self._what, self._found = label(role="strong"), label()
        self.go_on = button("", "", self._go_on)
        self.leave = button("", "quiet", self._leave)
        self.discard = button("", "quiet", self._discard)
        self.undo = button("", "quiet", self._undo)
        self.close_it = button("", "quiet", self._close)
        choices = QWidget()
        flow = FlowLayout(choices, spacing=6)
        for each in (self.go_on, self.leave, self.discard, self.undo, self.close_it):
            flow.addWidget(each)
        content = column(self, spacing=6, margins=(14, 10, 10, 10))
        for part in (self._what, self._found, choices):
            content.addWidget(part)
        self.retranslate()
        self._service.clear_on_lock(ClientData.INTERRUPTED, self._clear_when_locked)
        self._service.changed.connect(self._ask_when_opened)
        self._service.erased.connect(self._drop_client)
        persistence.status_changed.connect(self._drop_what_is_in_hand)
        self.refresh()
        self._ask_when_opened(Changes.STATE)

    def _ask_when_opened(self, what: Changes) -> None:
        if Changes.STATE in what and self._service.state is CasebookState.OPEN:
            self._ask()

    def _clear_when_locked(self) -> None:
        self.drafts, self.discarded, self._left = [], None, None
        self.refresh()

    def _ask(self) -> None:
        left, self._persistence.left = self._persistence.left, None

        def work(store: "Store") -> tuple[tuple[Draft, ...], int | None]:
            """Return the interrupted drafts and the one that was open at the lock, and the id of the latter."""
            put_down = None if left is None else left.session
            drafts = cut_off(store)
            if put_down is not None:
                drafts += tuple(
                    each for each in store.sessions.drafts() if each.held.id == put_down and each not in drafts
                )
            return drafts, put_down

        self._service.query(self, "conversations cut off", work, self._arrived)

    def _arrived(self, found: tuple[tuple[Draft, ...], int | None]) -> None:
        drafts, self._left = found
        self.drafts = [draft for draft in drafts if draft.held.id != self._persistence.session]
        self.refresh()
        if self.isVisible():
            self.take_focus()

    def take_focus(self) -> bool:
        """Focus the first button if there is a draft to offer and no conversation in progress; return whether that was so."""
        asks = bool(self.drafts) and not self._persistence.is_busy
        if asks:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        return asks

    def _drop_what_is_in_hand(self) -> None:
        if any(draft.held.id == self._persistence.session for draft in self.drafts):
            self.drafts = [draft for draft in self.drafts if draft.held.id != self._persistence.session]
            self.refresh()

    def _drop_client(self, client: int) -> None:
        self.drafts = [draft for draft in self.drafts if draft.held.client != client]
        if self.discarded is not None and self.discarded.held.client == client:
            self.discarded = None
        self.refresh()

    # ── actions ─────────────────────────────────────────────────────────────────────────────────

    def _go_on(self) -> None:
        self._persistence.resume(self.drafts[0].held.id)

    def _leave(self) -> None:
        draft = self.drafts.pop(0)
        self._service.execute(self, lambda store: store.sessions.put_down(draft.held.id))
        self.refresh()

    def _discard(self) -> None:
        draft = self.drafts.pop(0)
        self.discarded = draft
        self.refresh()
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._service.execute(self, lambda store: store.sessions.discard(draft.held.id), None, self._failed)

    def _undo(self) -> None:
        draft, self.discarded = self.discarded, None
        if draft is None:
            return

        def work(store: "Store") -> bool:
            last = store.undo.last(draft.held.client)
            return (
                last is not None
                and last.kind.value == "session_discarded"
                and bool(store.undo.take_back(draft.held.client))
            )

        def done(back: bool) -> None:  # noqa: FBT001 - the result of the work
            if back:
                self.drafts.insert(0, draft)
            self.refresh()

        self._service.execute(self, work, done, self._failed)

    def _close(self) -> None:
        self.discarded = None
        self.refresh()

    def _failed(self, error: KnownError) -> None:
        self.discarded = None
        self._service.failed.emit(error)
        self._ask()

    # ── texts ───────────────────────────────────────────────────────────────────────────────────

    def retranslate(self) -> None:
        self.go_on.setText(self.tr("Continue with it"))
        self.leave.setText(self.tr("Leave it as a draft"))
        self.discard.setText(self.tr("Throw it away"))
        self.undo.setText(self.tr("Undo"))
        self.close_it.setText(self.tr("Close"))
        self.refresh()

    def refresh(self) -> None:
        """Show the first draft, or that a draft was thrown away, or hide the banner."""
        gone = self.discarded is not None
        for each in (self.go_on, self.leave, self.discard):
            each.setVisible(not gone)
        for each in (self.undo, self.close_it):
            each.setVisible(gone)
        self._found.setVisible(not gone)
        if gone:
            self._what.setText(self.tr("The draft was thrown away."))
        elif self.drafts:
            self._describe(self.drafts[0])
        else:
            self._what.setText("")
            self._found.setText("")
        self.setVisible(gone or bool(self.drafts))

    def _describe(self, draft: Draft) -> None:
        locked = draft.held.id == self._left
        self._what.setText(
            (
                self.tr("The conversation with {code} was kept as a draft when the records locked.")
                if locked
                else self.tr("The conversation with {code} was cut off. Nothing that was saved is lost.")
            ).format(code=draft.code)
        )
        moment = when(datetime.fromisoformat(draft.held.changed), self._services.language)
        many = self.tr("one answer") if draft.answered == 1 else self.tr("{count} answers").format(count=draft.answered)
        said = self.tr("Last saved {when}; {answers}").format(when=moment, answers=many)
        item = self._checklist.items.get(draft.last_item or "")
        if item is not None:  # by its topic: the label would claim it even if it was denied
            said += self.tr("; the last was “{item}”").format(item=item.text(self._services.language).topic)
        more = len(self.drafts) - 1
        if more:
            said += self.tr(" · {more} more after this").format(more=more)
        self._found.setText(said)
