"""A field that holds bullets, and keeps what is typed beside them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.secret_line import SecretLine
from tests.hand import hand


@pytest.fixture
def field(qtbot: QtBot) -> SecretLine:
    made = SecretLine()
    qtbot.addWidget(made)
    made.resize(300, 32)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def held(field: SecretLine) -> str:
    """What the field itself holds, which assistive technology sees."""
    interface = QAccessible.queryAccessibleInterface(field).textInterface()
    assert interface is not None
    inside = QLineEdit.text(field)
    assert interface.text(0, interface.characterCount()) == inside
    return inside


def holds(field: SecretLine, secret: str) -> bool:
    return field.text() == secret and held(field) == "●" * len(secret)


def test_what_is_typed_is_kept_and_a_bullet_for_each_letter_held(field: SecretLine) -> None:
    heard: list[tuple[str, str]] = []
    field.textChanged.connect(lambda told: heard.append((told, field.text())))
    hand.keys("geheim 7")
    assert holds(field, "geheim 7")
    assert heard[-1] == ("●" * 8, "geheim 7")
    assert {letter for told, _ in heard for letter in told} == {"●"}


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["Backspace"], "geheim zin va"),
        (["Home", "Delete"], "eheim zin van"),
        (["Left", "Left", "Left", "Backspace"], "geheim zinvan"),
        (["Home", "Shift+Right", "Shift+Right", "Shift+Right", "Delete"], "eim zin van"),
        (["Shift+Left", "Shift+Left", "Shift+Left", "X"], "geheim zin X"),
        (["Home", "Right", "Shift+Right", "Shift+Right", "X"], "gXeim zin van"),
        (["Ctrl+A", "X"], "X"),
        (["Ctrl+A", "Backspace"], ""),
    ],
)
def test_what_is_taken_out_or_replaced_is_that_of_the_secret(
    qtbot: QtBot, field: SecretLine, keys: list[str], left: str
) -> None:
    hand.keys("geheim zin van")
    for key in keys:
        if key == "X":
            qtbot.keyClicks(field, "X")
        else:
            hand.press(key)
    assert holds(field, left)


def test_another_secret_of_the_same_length_is_a_change(field: SecretLine) -> None:
    field.setText("abc")
    heard: list[str] = []
    field.textChanged.connect(lambda _: heard.append(field.text()))
    field.setText("xyz")
    field.setText("xyz")
    assert heard == ["xyz"]
    field.clear()
    assert heard == ["xyz", ""]


def test_it_holds_no_more_than_it_may(field: SecretLine) -> None:
    field.setMaxLength(4)
    hand.keys("abcdef")
    assert holds(field, "abcd")
    field.setSelection(0, 2)
    hand.keys("xyz")
    assert holds(field, "xycd")
    field.setText("uvwxyz")
    assert holds(field, "uvwx")


@pytest.mark.usefixtures("clipboard")
def test_it_is_pasted_and_never_copied(field: SecretLine) -> None:
    QGuiApplication.clipboard().setText("fiets vis")
    hand.keys("ab")
    hand.press("Left")
    hand.press("Ctrl+V")
    assert holds(field, "afiets visb")
    for shown in (False, True):
        field.setText("geheim")
        field.show_secret(shown=shown)
        hand.press("Ctrl+A")
        hand.press("Ctrl+C")
        hand.press("Ctrl+X")
        assert QGuiApplication.clipboard().text() == "fiets vis"
        assert holds(field, "")


@pytest.mark.usefixtures("clipboard")
def test_it_is_pasted_by_its_menu(qtbot: QtBot, field: SecretLine) -> None:
    QGuiApplication.clipboard().setText("fiets")
    hand.click(field, button=Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    paste = next(each for each in menu.actions() if each.objectName() == "edit-paste")
    hand.item(menu, paste)
    qtbot.waitUntil(lambda: holds(field, "fiets"))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_undo_brings_nothing_back(field: SecretLine) -> None:
    hand.keys("geheim")
    hand.press("Ctrl+A")
    hand.press("Delete")
    hand.press("Ctrl+Z")
    assert holds(field, "")


def test_what_an_input_method_writes_is_kept_too(field: SecretLine) -> None:
    field.setText("caf")
    written = QInputMethodEvent("´", [])
    QApplication.sendEvent(field, written)
    assert holds(field, "caf")
    written = QInputMethodEvent("", [])
    written.setCommitString("é")
    QApplication.sendEvent(field, written)
    assert holds(field, "café")
    written = QInputMethodEvent("", [])
    written.setCommitString("ff", -2, 2)
    QApplication.sendEvent(field, written)
    assert holds(field, "caff")


def test_signs_outside_of_the_first_plane_are_one_character_each(field: SecretLine) -> None:
    field.insert("a🚲b")
    hand.press("Left")
    hand.press("Backspace")
    assert holds(field, "ab")


@pytest.mark.parametrize(
    ("written", "secret"), [("wachtwoord", "wachtwoord"), ("●●●xy●●", "gehxyim"), ("●●●●●●z", "geheimz")]
)
def test_what_comes_in_by_another_way_is_hidden_too(field: SecretLine, written: str, secret: str) -> None:
    field.setText("geheim"[:3] + "im" if "xy" in written else "geheim")
    QLineEdit.setText(field, written)  # as an assistive technology does that writes into a field
    assert holds(field, secret)


def test_shown_it_is_seen_and_still_not_heard(field: SecretLine) -> None:
    field.setText("geheim")
    bullets = field.grab().toImage()
    field.show_secret(shown=True)
    letters = field.grab().toImage()
    assert letters != bullets
    assert holds(field, "geheim")
    field.setText("anders")
    assert field.grab().toImage() != letters
    field.show_secret(shown=False)
    assert field.grab().toImage() == bullets


def test_shown_it_is_clicked_where_its_letters_are(qtbot: QtBot, field: SecretLine) -> None:
    field.show_secret(shown=True)
    field.setText("iiiiiiiiiiWWWWW")  # in bullets the place lies elsewhere
    width = field.fontMetrics().horizontalAdvance("iiiiiiiiii")
    hand.click(field, QPoint(width + 5, field.height() // 2))
    assert abs(field.cursorPosition() - 10) <= 1
    before = field.cursorPosition()
    qtbot.keyClicks(field, "-")
    assert holds(field, "iiiiiiiiiiWWWWW"[:before] + "-" + "iiiiiiiiiiWWWWW"[before:])
    middle = field.height() // 2
    hand.drag(field, QPoint(3, middle), QPoint(width + 5, middle))
    assert len(field.selectedText()) >= 8
    qtbot.keyClicks(field, "z")
    assert field.text().startswith("z")
    assert field.text().endswith("WWWW")


def test_shown_a_long_one_is_seen_at_its_end(field: SecretLine) -> None:
    field.show_secret(shown=True)
    field.setText("lantaarn fiets waterval groen " * 4 + "a")
    end = field.grab().toImage()
    field.setText("lantaarn fiets waterval groen " * 4 + "W")
    assert field.grab().toImage() != end
    field.setCursorPosition(0)
    assert field.grab().toImage() != end
