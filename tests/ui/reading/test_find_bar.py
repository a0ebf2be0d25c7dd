import pytest
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.services import Services
from guidance_kb.ui.reading.find_bar import FindBar, found


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Leren, leren en LEREN", "leren", ["Leren", "leren", "LEREN"]),
        ("België en Slovenië", "slovenie", ["Slovenië"]),
        ("e\u0301e\u0301n", "een", ["e\u0301e\u0301n"]),
        ("straße", "strasse", ["straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("een twee", " een ", ["een"]),
        ("wat", "", []),
        ("wat", "  ", []),
        ("wat", "x", []),
        ("a b", ". .", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(text: str, wanted: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in found(text, wanted)] == expected


def test_the_bar_says_which_of_how_many(qtbot: QtBot, services: Services) -> None:
    bar = FindBar(services.theme)
    qtbot.addWidget(bar)
    bar.show_place(1, 7)
    assert bar.told.text() == "2 van 7"
    bar.box.setText("xqzzy")
    bar.show_place(-1, 0)
    assert bar.told.text() == "staat niet op deze pagina"
    bar.box.clear()
    bar.show_place(-1, 0)
    assert bar.told.text() == ""
