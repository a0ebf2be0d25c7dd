from importlib import import_module
from pkgutil import iter_modules

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot
from tools.gallery.states import GalleryState
from tools.gallery.view import Gallery

from guidance_kb.ui import widgets
from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.theme import Theme
from guidance_kb.ui.look.tokens import HIGH_CONTRAST
from guidance_kb.ui.widgets.basics import button
from guidance_kb.ui.widgets.pressable import ScrollColumn
from guidance_kb.ui.widgets.suggestions import Suggestions
from tests.hand import hand
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


def test_everything_that_the_style_sheet_speaks_of_is_shown(gallery: Gallery) -> None:
    shown = gallery.sheet.findChildren(QWidget)
    spoken_of = {
        (rule.selector.type, attribute.partition("=")[2].strip('"'))
        for rule in RULES
        for attribute in rule.selector.attributes
        if attribute.startswith("role=")
    }
    assert len(spoken_of) > 30
    lacking = {
        (kind, role)
        for kind, role in spoken_of
        if not any(each.property("role") == role and each.inherits(kind) for each in shown)
    }
    assert not lacking


def test_every_one_of_our_own_widgets_is_shown(gallery: Gallery) -> None:
    shown = {type(each) for each in gallery.sheet.findChildren(QWidget)}
    ours = {
        made
        for module in iter_modules(widgets.__path__, f"{widgets.__name__}.")
        for made in vars(import_module(module.name)).values()
        if isinstance(made, type) and issubclass(made, QWidget) and made.__module__ == module.name
    }
    assert len(ours) > 10
    assert {made for made in ours if not any(issubclass(each, made) for each in shown)} == {
        ScrollColumn,
        Suggestions,
    }, "a place to scroll in has no looks of its own, and a list over the window is not part of a sheet"


@pytest.mark.parametrize(
    ("state", "flag"),
    [
        (GalleryState.HOVER, QStyle.StateFlag.State_MouseOver),
        (GalleryState.PRESSED, QStyle.StateFlag.State_Sunken),
        (GalleryState.FOCUS, QStyle.StateFlag.State_HasFocus),
        (GalleryState.ON, QStyle.StateFlag.State_On),
    ],
)
def test_each_button_stands_in_its_state(gallery: Gallery, state: GalleryState, flag: QStyle.StateFlag) -> None:
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
    disabled = [each for name, each in gallery.sheet.shown.items() if name.endswith(GalleryState.DISABLED.value)]
    assert len(disabled) > 10
    assert not any(each.isEnabled() for each in disabled)


_TOLD_FROM = {
    GalleryState.FOCUS: GalleryState.NORMAL,
    GalleryState.ON: GalleryState.NORMAL,
    GalleryState.DISABLED: GalleryState.NORMAL,
    GalleryState.ON_FOCUS: GalleryState.ON,
    GalleryState.ON_DISABLED: GalleryState.ON,
}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
def test_each_state_is_told_from_the_one_without_it(gallery: Gallery, scheme: Scheme) -> None:
    gallery.show_look(scheme)
    pictures = {name: each.grab().toImage() for name, each in gallery.sheet.shown.items()}
    names = {each.partition(": ")[0] for each in pictures}
    alike = []
    for state, without in _TOLD_FROM.items():
        pairs = [(f"{name}: {without.value}", f"{name}: {state.value}") for name in names]
        pairs = [pair for pair in pairs if pair[0] in pictures and pair[1] in pictures]
        assert len(pairs) >= 4
        alike += [now for before, now in pairs if pictures[before] == pictures[now]]
    assert alike == []


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
    hand.click(choices[Scheme.CONTRAST.value])
    hand.click(choices["150%"])
    theme = gallery.sheet.theme
    assert (theme.tokens, theme.scale) == (HIGH_CONTRAST, 1.5)
    assert choices["150%"].isChecked()


def test_a_button_of_the_gallery_is_one_of_the_program(gallery: Gallery) -> None:
    assert type(gallery.sheet.shown["Buttons, primary: normal"]) is type(button("", "primary"))
