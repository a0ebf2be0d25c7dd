from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from guidance_kb.ui.core.settings import Scheme
from guidance_kb.ui.look.theme import Motion, Theme
from guidance_kb.ui.look.tokens import MOTION
from guidance_kb.ui.widgets.banner import Banner
from guidance_kb.ui.widgets.busy import Busy
from tests.hand import hand

_MENUS = Qt.UIEffect.UI_FadeMenu


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp)
    made.apply(Scheme.LIGHT, 100)
    yield made
    made.motion.allow(True)


def test_nothing_takes_longer_than_it_may() -> None:
    assert 0 < MOTION <= 150


def test_what_comes_fades_in_once_and_is_then_as_any_other(qtbot: QtBot, theme: Theme) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    running = theme.motion.fade_in(label)
    assert running is not None
    assert running.duration() == MOTION
    assert label.graphicsEffect() is not None
    running.setCurrentTime(MOTION)
    assert label.graphicsEffect() is None


def test_it_does_not_move_what_is_not_seen(qtbot: QtBot, theme: Theme) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    assert theme.motion.fade_in(label) is None


def test_with_less_movement_it_is_simply_there(qtbot: QtBot, theme: Theme) -> None:
    theme.motion.allow(False)
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("De schijf is vol.")
    assert banner.isVisible()
    assert banner.graphicsEffect() is None


def test_a_banner_that_is_put_away_while_it_comes_is_gone(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.say("De schijf is vol.")
    hand.click(banner.close_button)
    assert not banner.isVisible()
    banner.say("En nog iets.")
    assert banner.isVisible()
    running = banner.findChild(QAbstractAnimation)
    assert running is not None
    running.setCurrentTime(MOTION)
    assert banner.graphicsEffect() is None


def test_what_qt_moves_by_itself_follows(qapp: QApplication) -> None:
    for effect in (Qt.UIEffect.UI_General, _MENUS):  # as on a system that unfolds its menus
        QApplication.setEffectEnabled(effect, True)
    motion = Motion(qapp)
    motion.allow(False)
    assert not QApplication.isEffectEnabled(_MENUS)
    motion.allow(True)
    assert QApplication.isEffectEnabled(_MENUS)
    QApplication.setEffectEnabled(_MENUS, False)  # as on one that does not
    motion = Motion(qapp)
    motion.allow(False)
    motion.allow(True)
    assert not QApplication.isEffectEnabled(_MENUS)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)


def test_the_bar_runs_only_if_things_may_move(qtbot: QtBot, theme: Theme) -> None:
    busy = Busy(theme)
    qtbot.addWidget(busy)
    busy.say("De woorden worden doorzocht…")
    bar = busy.findChildren(QProgressBar)[0]
    assert bar.isVisible()
    theme.motion.allow(False)
    assert not bar.isVisible()
    assert busy.text == "De woorden worden doorzocht…"
    theme.motion.allow(True)
    assert bar.isVisible()
