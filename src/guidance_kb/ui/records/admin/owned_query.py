"""Asking the casebook's worker on behalf of a widget that may be gone when the answer comes."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from guidance_kb.casebook.storage.store import Store
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.casebook_service import CasebookService

_T = TypeVar("_T")

Failed = Callable[[KnownError], object]


class OwnedQuery:
    """As the desk itself; an answer for nobody is dropped, an error for nobody is said by the window.

    Args:
        desk: That is asked.
        owner: On whose behalf.
    """

    def __init__(self, desk: CasebookService, owner: QObject) -> None:
        self._desk, self._owner = desk, owner

    def ask(self, key: str, work: Callable[[Store], _T], done: Callable[[_T], object]) -> None:
        """As `CasebookService.ask`."""
        self._desk.ask(key, work, self._for_owner(done))

    def do(self, work: Callable[[Store], _T], done: Callable[[_T], object], failed: Failed) -> None:
        """As `CasebookService.do`."""
        self._desk.do(work, self._for_owner(done), self._told(failed))

    def with_vault(self, work: Callable[[Vault], _T], done: Callable[[_T], object], failed: Failed) -> None:
        """As `CasebookService.with_vault`."""
        self._desk.with_vault(work, self._for_owner(done), self._told(failed))

    def _for_owner(self, done: Callable[[_T], object]) -> Callable[[_T], object]:
        return lambda result: done(result) if isValid(self._owner) else None

    def _told(self, failed: Failed) -> Failed:
        return lambda error: failed(error) if isValid(self._owner) else self._desk.failed.emit(error)
