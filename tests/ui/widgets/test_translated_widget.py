"""A widget of any Qt class sets its texts again at a change of language, and only then."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSplitter,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from guidance_kb.ui.widgets.translated_widget import TranslatedWidget

QT_CLASSES: tuple[type[QWidget], ...] = (
    QWidget,
    QFrame,
    QDialog,
    QListView,
    QToolButton,
    QPushButton,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QMainWindow,
)


def _counted(qt_class: type[QWidget], parent: QWidget | None = None) -> tuple[QWidget, list[str]]:
    heard: list[str] = []

    class Counted(TranslatedWidget, qt_class):  # type: ignore[misc, valid-type]
        def retranslate(self) -> None:
            heard.append("language")

    return Counted(parent), heard


def test_every_qt_class_hears_it_once(qtbot: QtBot) -> None:
    told = {}
    for qt_class in QT_CLASSES:
        widget, heard = _counted(qt_class)
        qtbot.addWidget(widget)
        for kind in (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            QApplication.sendEvent(widget, QEvent(kind))
        told[qt_class.__name__] = heard
    assert told == {qt_class.__name__: ["language"] for qt_class in QT_CLASSES}


def test_children_hear_it_too(qtbot: QtBot) -> None:
    parent, _ = _counted(QFrame)
    qtbot.addWidget(parent)
    _, heard = _counted(QToolButton, parent)
    QApplication.sendEvent(parent, QEvent(QEvent.Type.LanguageChange))
    assert heard == ["language"]


def test_qt_hears_what_changes(qtbot: QtBot) -> None:
    """A line edit measures its text anew when Qt tells it of another font."""
    field, _ = _counted(QLineEdit)
    plain = QLineEdit()
    for one in (field, plain):
        qtbot.addWidget(one)
        font = one.font()
        font.setPointSize(40)
        one.setFont(font)
        one.setText("mmmm")  # type: ignore[attr-defined]
    where = Qt.InputMethodQuery.ImCursorRectangle
    assert field.inputMethodQuery(where) == plain.inputMethodQuery(where)
