"""How the safe window looks: its words have room and can be read, in each case, language, text size and scheme."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from guidance_kb.errors import KnownError
from guidance_kb.language import Language
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.startup.cases import Case, cannot_keep, missing_files, no_knowledge, unforeseen
from guidance_kb.ui.startup.start import plain
from guidance_kb.ui.startup.window import SafeWindow
from tests.hand import hand
from tests.ui.geometry import faults
from tests.ui.test_contrast import contrast

FOLDER = Path("/home/een.medewerker/AppData/Local/guidance-kb")
ERROR = KnownError(
    "De kennisbank kan niet worden geopend: het bestand is beschadigd of hoort bij een andere versie van het programma.",
    "The knowledge database cannot be opened: the file is damaged or belongs to another version of the program.",
)
CASES = {
    "cannot keep": cannot_keep(PermissionError(), FOLDER, portable=False),
    "cannot keep, portable": cannot_keep(OSError(), FOLDER, portable=True),
    "no knowledge": no_knowledge(ERROR, FOLDER / "knowledge.db", named=True, packs=True),
    "missing files": missing_files(["styles/window.qss", "translations/nl.qm"], FOLDER),
    "unforeseen": unforeseen(ERROR, packs=True),
}


@pytest.fixture
def as_before(qapp: QApplication) -> Iterator[None]:
    """Gives the application back as it was."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    qapp.setStyleSheet("")  # a test of another window may have left one
    yield
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.usefixtures("as_before")
def test_all_words_have_room_on_a_small_screen(qapp: QApplication, qtbot: QtBot, case: Case, percent: int) -> None:
    plain(qapp, Scheme.LIGHT)
    for language in Language:
        window = SafeWindow(case, language, lambda _: "ok\n" * 40, percent)
        qtbot.addWidget(window)
        window.show()
        assert not faults(window), language
        assert window.height() <= 768
        hand.click(window.check)
        assert not faults(window), language
        assert window.width() <= 1366
        assert window.height() <= 768


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "place",
    [
        r"C:\Gebruikers\een.medewerker.met.een.lange.naam\AppData\Local\Instelling voor begeleiding\Guidance KB\kennisbank\knowledge.db",
        "/home/" + "zonder-een-enkele-plek-om-af-te-breken_" * 5 + "/knowledge.db",
    ],
    ids=["Windows", "one long name"],
)
@pytest.mark.usefixtures("as_before")
def test_a_long_path_goes_on_in_the_next_line_and_is_copied_as_it_is(
    qapp: QApplication, qtbot: QtBot, place: str, percent: int
) -> None:
    plain(qapp, Scheme.LIGHT)
    case = no_knowledge(ERROR, Path(place), named=True, packs=False)
    window = SafeWindow(case, Language.EN, lambda _: "", percent)
    qtbot.addWidget(window)
    window.show()
    assert not faults(window)
    [scroll] = window.findChildren(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    hand.click(window.text)
    hand.press("Ctrl+A")
    hand.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == window.text.said
    assert place in window.text.said


@pytest.mark.parametrize(
    ("scheme", "least"), [(Scheme.LIGHT, 4.5), (Scheme.DARK, 4.5), (Scheme.CONTRAST, 7.0)], ids=str
)
@pytest.mark.usefixtures("as_before")
def test_its_words_can_be_read_in_every_scheme(qapp: QApplication, qtbot: QtBot, scheme: Scheme, least: float) -> None:
    plain(qapp, scheme)
    window = SafeWindow(CASES["unforeseen"], Language.NL, lambda _: "", 100)
    qtbot.addWidget(window)
    window.show()
    role = QPalette.ColorRole
    pairs = ((role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button))
    for widget in (window.text, window.found, window.findChildren(QPushButton)[0]):
        palette = widget.palette()
        for words, ground in (*pairs, (role.HighlightedText, role.Highlight)):
            assert contrast(palette.color(words).name(), palette.color(ground).name()) >= least
