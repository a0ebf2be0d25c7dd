"""A real casebook at a cheap cost, made through the service as the window does it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from tests.casebook.conftest import CHEAP, PASSPHRASE, put_casebook


@pytest.fixture
def made(tmp_path: Path) -> Vault:
    """A casebook that is on the disk before the window comes."""
    vault = Vault(tmp_path / "casebook", cost=CHEAP)
    put_casebook(vault)
    return vault


@pytest.fixture
def locked(qtbot: QtBot, made: Vault, service: CasebookService) -> CasebookService:
    """The service of a casebook that is closed."""
    service.look()
    qtbot.waitUntil(lambda: service.state is CasebookState.LOCKED)
    return service


@pytest.fixture
def opened(qtbot: QtBot, locked: CasebookService) -> CasebookService:
    """The service of a casebook that is open."""
    with qtbot.waitSignal(locked.changed):
        locked.unlock(PASSPHRASE)
    assert locked.state is CasebookState.OPEN
    return locked


@pytest.fixture
def failures(service: CasebookService) -> Iterator[list[KnownError]]:
    """What the service had the window say."""
    told: list[KnownError] = []
    hear: Callable[[KnownError], None] = told.append
    service.failed.connect(hear)
    yield told
    service.failed.disconnect(hear)
