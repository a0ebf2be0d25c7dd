import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from guidance_kb.cli import arguments
from guidance_kb.ui.gallery.states import State
from guidance_kb.ui.gallery.view import Gallery
from guidance_kb.ui.settings import Scheme
from guidance_kb.ui.theme import Theme
from guidance_kb.ui.tokens import HIGH_CONTRAST
from guidance_kb.ui.widgets.basics import button
from tests.ui.stylesheet import RULES


@pytest.fixture
def gallery(qapp: QApplication, qtbot: QtBot) -> Gallery:
    theme = Theme(qapp)
    theme.motion.allow(False)
    made = Gallery(theme)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.sheet.setFocus()
    qtbot.waitUntil(made.sheet.keyboard.hasFocus)
    return made


def test_every_button_of_the_style_sheet_is_shown(gallery: Gallery) -> None:
    roles = {
        attribute.partition("=")[2].strip('"')
        for rule in RULES
        if rule.selector.type == "QPushButton"
        for attribute in rule.selector.attributes
    }
    shown = {each.property("role") for each in gallery.sheet.shown.values() if isinstance(each, QPushButton)}
    assert roles - {""} <= shown


@pytest.mark.parametrize(
    ("state", "flag"),
    [
        (State.HOVER, QStyle.StateFlag.State_MouseOver),
        (State.PRESSED, QStyle.StateFlag.State_Sunken),
        (State.FOCUS, QStyle.StateFlag.State_HasFocus),
        (State.ON, QStyle.StateFlag.State_On),
    ],
)
def test_each_button_stands_in_its_state(gallery: Gallery, state: State, flag: QStyle.StateFlag) -> None:
    standing = [
        widget
        for name, widget in gallery.sheet.shown.items()
        if name.endswith(f": {state.value}") and isinstance(widget, QPushButton)
    ]
    assert standing
    for widget in standing:
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        assert option.state & flag


def test_what_cannot_be_used_is_shown_too(gallery: Gallery) -> None:
    disabled = [each for name, each in gallery.sheet.shown.items() if name.endswith(State.DISABLED.value)]
    assert len(disabled) > 10
    assert not any(each.isEnabled() for each in disabled)


def test_nothing_is_wider_than_the_sheet_or_lies_over_another(gallery: Gallery) -> None:
    for size in (100, 150, 200):
        gallery.show_look(size=size)
        gallery.sheet.resize(gallery.sheet.width(), gallery.sheet.heightForWidth(gallery.sheet.width()))
        QApplication.processEvents()
        places = [
            each.rect().translated(each.mapTo(gallery.sheet, each.rect().topLeft()))
            for each in gallery.sheet.shown.values()
        ]
        for number, place in enumerate(places):
            assert place.right() < gallery.sheet.width(), (size, list(gallery.sheet.shown)[number])
            assert not any(place.intersects(other) for other in places[number + 1 :]), (
                size,
                list(gallery.sheet.shown)[number],
            )


def test_every_look_can_be_chosen(gallery: Gallery) -> None:
    choices = {each.text(): each for each in gallery.findChildren(QAbstractButton) if each.parent() is gallery}
    choices[Scheme.CONTRAST.value].click()
    choices["150 %"].click()
    theme = gallery.sheet.theme
    assert (theme.tokens, theme.scale) == (HIGH_CONTRAST, 1.5)
    assert choices["150 %"].isChecked()


def test_a_developer_opens_it_by_an_option_that_the_help_does_not_tell() -> None:
    parser = arguments.parser()
    assert parser.parse_args(["--gallery"]).gallery
    assert not parser.parse_args([]).gallery
    assert "gallery" not in parser.format_help()


def test_a_button_of_the_gallery_is_one_of_the_program(gallery: Gallery) -> None:
    assert type(gallery.sheet.shown["Buttons, primary: normal"]) is type(button("", "primary"))
