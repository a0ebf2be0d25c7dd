"""The conversation in hand, as far as the rules go: how its answers and signals stand, and by which rules."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, SignalInstance

from guidance_kb.conversation.answers import Answer
from guidance_kb.conversation.signals import SignalLevel
from guidance_kb.ui.core.services import Services

if TYPE_CHECKING:  # a page of rules can be read before any conversation
    from guidance_kb.casebook.records.session_records import Rules
    from guidance_kb.ui.conversation.view import ConversationView

_NONE: Final[Mapping[str, Answer]] = MappingProxyType({})


class InHand(QObject):
    """Follows the conversation view; without one there are no answers, and the rules are those of today.

    While the client may look along, nothing is known of the conversation here either. Nothing stays of one that was put down or locked.

    Attributes:
        then: The checklist that a finished conversation was held by, as the casebook keeps it; None where today's is the same.

    Signals:
        changed: Something of this is other than it was.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._view: ConversationView | None = None
        self._session: int | None = None
        self.then: Mapping[str, Any] | None = None

    def follow(self, view: "ConversationView") -> None:
        """Follows this view from now on, and no other."""
        if self._view is view:
            return
        if self._view is not None:
            for each in _happenings(self._view):
                each.disconnect(self._tell)
            self._view.saver.stood.disconnect(self._look)
        for each in _happenings(view):
            each.connect(self._tell)
        view.saver.stood.connect(self._look)
        self._view = view
        self._look()
        self.changed.emit()

    def _tell(self, _: object = None) -> None:
        self.changed.emit()

    @property
    def answers(self) -> Mapping[str, Answer]:
        """How its items stand."""
        return _NONE if self._view is None or self._view.calm.quiet else self._view.controller.session.answers

    @property
    def levels(self) -> Mapping[str, SignalLevel]:
        """How far each signal goes that shows in it, by target."""
        if self._view is None or self._view.calm.quiet:
            return {}
        return {signal.target: signal.level for signal in self._view.controller.signals}

    @property
    def finished(self) -> date | None:
        """The day on which it was finished, if it is by rules that are no longer those of today."""
        moment = self._view.saver.finished if self._view is not None and self.then is not None else None
        return datetime.fromisoformat(moment).astimezone().date() if moment else None

    def _look(self) -> None:
        """Gets the rules of a finished conversation of another version from the casebook."""
        saver = self._view.saver if self._view is not None else None
        old = saver.session if saver is not None and saver.finished and saver.checklist else None
        if old == self._session:
            return
        self._session, self.then = old, None
        self.changed.emit()
        if old is not None:
            self._services.casebook.ask(
                "rules of its day",
                lambda store: store.sessions.signals_of(old).rules,
                lambda rules: self._arrived(old, rules),
            )

    def _arrived(self, session: int, rules: "Rules") -> None:
        if session == self._session:
            self.then = json.loads(rules.document)
            self.changed.emit()


def _happenings(view: "ConversationView") -> tuple[SignalInstance, ...]:
    """What tells that a conversation stands otherwise."""
    return view.controller.changed, view.controller.restarted, view.calm.changed
