"""What was damaged after a crash is told above the records that opened, and stays until it is put away."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from guidance_kb.casebook.storage.last_changes import LastChangesLost
from guidance_kb.errors import KnownError
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.message_bar import MessageBar
from guidance_kb.ui.core.services import Services
from tests.casebook.conftest import PASSPHRASE
from tests.casebook.logs import Log, crashed


def test_the_window_says_it_when_it_is_open(
    qtbot: QtBot, tmp_path: Path, desk: CasebookService, services: Services, failures: list[KnownError]
) -> None:
    crashed(tmp_path / "casebook", 12)
    log = Log(tmp_path / "casebook")
    log.flip(log.begin(log.frames // 2) + 500)
    bar = MessageBar(services)
    qtbot.addWidget(bar)
    desk.failed.connect(bar.tell)
    desk.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: bool(failures))
    assert desk.state is CasebookState.OPEN
    assert [type(each) for each in failures] == [LastChangesLost]
    assert bar.isVisibleTo(None)
    desk.lock_and_wait()
    desk.unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: desk.state is CasebookState.OPEN)
    assert len(failures) == 1
