"""The views of the window as a counselor comes to them, for the sweep: those of the portraits, and some more."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, cast

from PySide6.QtWidgets import QApplication
from tools.tour.tour import TourLook, put_away, settle, wait_until

from guidance_kb.app import make_window
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.paths import knowledge_database
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.casebook_service import CasebookState as Casebook
from guidance_kb.ui.core.navigation import ViewId
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.settings import Settings, SettingsFile
from guidance_kb.ui.records.room import RecordsRoom
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import CHEAP
from tests.ui.portraits import Sitting

SIZES: Final = {"1366x768": (1366, 768), "1024x700": (1024, 700)}
"""The inside of a window on the usual laptop and on the smallest screen that is used."""

_CLIENTS: Final = 300
"""Records in a long list."""

_BEFORE: Final = (
    "start",
    "search",
    "nothing",
    "many",
    "countries",
    "map",
    "bookmarks-empty",
    "bookmarks",
    "settings",
    "help",
)
_AFTER: Final = (
    "keys", "listening", "signals", "summary", "locked", "records-empty", "timeline", "clients", "due",
)  # fmt: skip

_AS_OPENED: Final = tuple(
    room for room in ViewId if room not in (*_BEFORE, *_AFTER, ViewId.CONVERSATION, ViewId.RECORDS)
)
"""The views that have no stage of their own: they are swept as they open, a new one too."""

STAGES: Final = (*_BEFORE, *_AS_OPENED, *_AFTER)


class _Stage(Sitting):
    """The views of the portraits, and those that no portrait is taken of."""

    def views(self) -> Iterator[str]:
        """Brings one view after the other on the screen, and yields its name while it is there."""
        window = self._window
        for name in super().views():
            yield name
            if name == "nothing":
                self._ask("werk" if self._dutch else "work")
                yield "many"
            elif name == "help":
                for room in _AS_OPENED:
                    window.go_to_room(room)
                    yield str(room)
                window.go_to_room(ViewId.HELP)
                window.helping.toggle_keys()
                yield "keys"
            elif name == "timeline":
                self._many_clients()
                yield "clients"

    def _many_clients(self) -> None:
        window, service, added = self._window, self._window.services.casebook, [0]
        service.execute(
            service, lambda store: [store.clients.add(f"L-{number:03}").id for number in range(_CLIENTS)], added.extend
        )
        wait_until(lambda: len(added) > 1)
        window.go_to_room(ViewId.START)
        window.go_to_room(ViewId.RECORDS)
        room = cast("RecordsRoom", window.view(ViewId.RECORDS))
        if room.records is not None:
            room.records.show_clients()


@contextmanager
def staged(application: QApplication, folder: Path, name: str, size: str, look: TourLook) -> Iterator[MainWindow]:
    """A window of a size in a look, in which a view is as a counselor comes to it.

    Args:
        application: Of the test.
        folder: An empty one, for what a user would have.
        name: One of `STAGES`.
        size: Of the window, one of `SIZES`.
        look: Of the window.
    """
    settings = SettingsFile(folder / "settings.ini")
    settings.write(Settings(look.language, look.scheme, look.text_size))
    service = CasebookService(folder / "casebook", lambda casebook: Vault(casebook, cost=CHEAP))
    packs = PackService(folder / "packs", Shipped.ours())
    window = make_window(
        application, knowledge_database(), settings, service, packs, BookmarkService(folder / "personal.db")
    )
    window.services.theme.motion.allow(False)
    window.resize(*SIZES[size])
    window.show()
    window.activateWindow()
    window.warm_up()
    try:
        views = _Stage(window).views()
        while next(views) != name:
            pass
        settle()
        yield window
    finally:
        if service.state is Casebook.OPEN:
            service.lock()
        put_away(window)
