"""Real services and a real window, offscreen; nothing of the user's own settings is touched."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tools.tour.tour import put_away

from guidance_kb.app import make_window, open_searcher
from guidance_kb.casebook.vault.vault import Vault
from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.packs.database import Shipped
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.results.answer import SearchAnswer
from guidance_kb.search.searcher import Searcher
from guidance_kb.ui.core.bookmark_service import BookmarkService
from guidance_kb.ui.core.casebook_service import CasebookService
from guidance_kb.ui.core.jobs import Jobs
from guidance_kb.ui.core.pack_service import PackService
from guidance_kb.ui.core.services import SearcherSource, Services
from guidance_kb.ui.core.settings import Scheme, Settings, SettingsFile
from guidance_kb.ui.core.translation import Translation
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.shell.window import MainWindow
from tests.casebook.conftest import CHEAP
from tests.hand import hand
from tests.ui.navigator import RecordingNavigator


@pytest.fixture(autouse=True)
def _speaks_english(qapp: QApplication) -> Iterator[None]:
    """The application outlives the test: each begins with the texts of the code, whatever ran before (also the tour) left behind."""
    _without_translators(qapp)
    yield
    _without_translators(qapp)
    qapp.processEvents()  # views that are still there hear of it while they can read


def _without_translators(qapp: QApplication) -> None:
    Translation.in_force = Language.EN
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def _no_window_is_left_behind(qapp: QApplication) -> Iterator[None]:
    """A window that is still on the screen after its test was leaked, and would disturb the next."""
    yield
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    # Or the next test gives its style to all that is left; what a test of a widget by itself set, no window needs.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    assert not left, left


class StylingBot(QtBot):
    """The bot of pytest-qt; it gives the style sheet to each window added, as the program gives it to its window when that is complete.

    A style sheet of the application would cost twice the time of the view: it is applied anew each time a part of it gets its parent.

    Attributes:
        theme: Whose style sheet; none where a test makes no services.
    """

    theme: Theme | None = None

    def addWidget(self, widget: QWidget, **more: Any) -> None:  # noqa: ANN401, N802 - pytest-qt's
        """Keeps a widget until the end of the test, and closes it then."""
        super().addWidget(widget, **more)
        if self.theme is not None and widget.isWindow():
            self.theme.dress(widget)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> StylingBot:
    """The bot of pytest-qt, with a style for what is shown."""
    return StylingBot(request)


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    """Settings in a file of the test's own: Dutch, light."""
    file = SettingsFile(tmp_path / "settings.ini")
    file.write(Settings(Language.NL, Scheme.LIGHT))
    return file


@pytest.fixture
def service(tmp_path: Path) -> Iterator[CasebookService]:
    """The service of a casebook that is not there yet; at a cheap cost."""
    made = CasebookService(tmp_path / "casebook", lambda folder: Vault(folder, cost=CHEAP))
    yield made
    made.close()


@pytest.fixture
def packs(tmp_path: Path, knowledge_db: Path) -> Iterator[PackService]:
    """The packs of a user who has none yet."""
    made = PackService(tmp_path / "packs", Shipped(knowledge_db, RESOURCES, SQL / "knowledge.sql"))
    yield made
    made.close()


@pytest.fixture
def bookmarks(qapp: QApplication, tmp_path: Path) -> Iterator[BookmarkService]:
    """The bookmarks of a reader who has none yet."""
    made = BookmarkService(tmp_path / "personal.db")
    yield made
    made.close()


class OpenSearcher(SearcherSource):
    """A searcher that stays open from one test to the next: opening it takes longer than most tests of the window."""

    def close(self) -> None:
        """Leaves it open; `searcher` puts it back on the real knowledge."""


@pytest.fixture(scope="session")
def open_search(knowledge_db: Path) -> Iterator[Searcher]:
    """The search of the real knowledge, as the program opens it."""
    made = open_searcher(knowledge_db)
    yield made
    made.close()


@pytest.fixture
def searcher(open_search: Searcher, knowledge_db: Path) -> Iterator[SearcherSource]:
    """The searcher for a window; a test may have it read another database."""
    yield OpenSearcher(lambda: open_search)
    if open_search._database != knowledge_db:
        open_search.reopen(knowledge_db)


@pytest.fixture
def navigator() -> RecordingNavigator:
    """What views that are tested by themselves ask of the window."""
    return RecordingNavigator()


@pytest.fixture
def services(  # noqa: PLR0917 - fixtures
    qapp: QApplication,
    qtbot: StylingBot,
    library: Library,
    searcher: SearcherSource,
    settings_file: SettingsFile,
    service: CasebookService,
    packs: PackService,
    bookmarks: BookmarkService,
    navigator: RecordingNavigator,
) -> Iterator[Services]:
    """The services of a window, in Dutch, light, at normal text size."""
    translation, theme, jobs = Translation(qapp), Theme(qapp, waits=True), Jobs()
    qtbot.theme = theme
    translation.use(Language.NL)
    theme.apply(Scheme.LIGHT, 100)
    made = Services(
        library,
        searcher,
        jobs,
        service,
        packs,
        theme,
        translation,
        settings_file,
        bookmarks,
        navigator,
    )
    yield made
    jobs.close()


@pytest.fixture
def window(  # noqa: PLR0917 - fixtures
    qapp: QApplication,
    knowledge_db: Path,
    settings_file: SettingsFile,
    service: CasebookService,
    packs: PackService,
    bookmarks: BookmarkService,
    searcher: SearcherSource,
) -> Iterator[MainWindow]:
    """The main window, shown at 1366 × 768."""
    made = make_window(qapp, knowledge_db, settings_file, service, packs, bookmarks, searcher)
    made.resize(1366, 768)
    made.show()
    yield made
    QApplication.processEvents()  # what was posted to it, such as another language, arrives while it can still read
    put_away(made)


@pytest.fixture
def search(qtbot: QtBot, window: MainWindow) -> Callable[[str], None]:
    """Types a query into the window and waits for its answer."""

    def type_query(query: str) -> None:
        window.services.jobs.wait()
        QApplication.processEvents()  # an answer that is on its way takes the keyboard to the results
        window.topbar.box.clear()
        hand.write(window.topbar.box, query)
        qtbot.waitUntil(lambda: window.answered == query, timeout=20_000)

    return type_query


@pytest.fixture
def until_chosen(qtbot: QtBot, window: MainWindow) -> Callable[[Callable[[SearchAnswer], bool]], None]:
    """Waits for an answer that something holds for."""

    def wait(holds: Callable[[SearchAnswer], bool]) -> None:
        qtbot.waitUntil(lambda: window.results.answer is not None and holds(window.results.answer))

    return wait
