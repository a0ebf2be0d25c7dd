"""A conversation that goes on until somebody kills it: `python -m tests.ui.conversation.talking FOLDER KNOWLEDGE`.

Makes a casebook in FOLDER, opens the window, and answers one item after the other with a note; prints each item once the window says that
everything is saved.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything of Qt

from tools.tour.tour import wait_until

from guidance_kb.app import make_application, make_window
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.conversation.answers import State as Answered
from guidance_kb.ui.conversation.session.session_persistence import SaveStatus
from guidance_kb.ui.conversation.view import ConversationView
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService, CasebookState
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.settings import SettingsFile
from tests.casebook.conftest import CHEAP, PASSPHRASE

CODE = "2026-007"


def talk(folder: Path, knowledge: Path) -> None:
    """Holds the conversation, over and over."""
    service = CasebookService(folder / "casebook", lambda place: Vault(place, cost=CHEAP))
    application, bookmarks = make_application(), BookmarkService(folder / "personal.db")
    window = make_window(application, knowledge, SettingsFile(folder / "settings.ini"), service, bookmarks=bookmarks)
    window.show()
    service.with_vault(service, lambda vault: vault.create(PASSPHRASE))
    wait_until(lambda: service.state is CasebookState.LOCKED)
    service.unlock(PASSPHRASE)
    wait_until(lambda: service.state is CasebookState.OPEN)
    window.go_to_room(ViewId.CONVERSATION)
    view = window.view(ViewId.CONVERSATION)
    assert isinstance(view, ConversationView)
    service.execute(service, lambda store: store.clients.add(CODE), lambda client: view.start_for(client.id))
    wait_until(lambda: view.persistence.status is SaveStatus.NOTHING_SAID)
    for item in view.controller.checklist.items:
        view.items.go_to(item)
        view.controller.set_state(item, Answered.NAMED)
        view.controller.set_note(item, f"over {item}")
        view.controller.toggle_by(item)  # typing is over
        wait_until(lambda: view.persistence.status is SaveStatus.KEPT and view.persistence.saved_at is not None)
        sys.stdout.write(f"{item}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    talk(Path(sys.argv[1]), Path(sys.argv[2]))
