"""A control does what it promises when a hand presses it: one of three of each view here, all at all sizes in `make sweep`."""

from contextlib import AbstractContextManager
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication
from tools.tour.tour import TourLook

from guidance_kb.ui.shell.window import MainWindow
from tests.sweep.stages import SIZES, STAGES, staged
from tests.sweep.sweep import sweep

_LOOKS = (TourLook(), TourLook(text_size=150))
_EACH = list(zip(STAGES, cycle((size, look) for look in _LOOKS for size in SIZES)))


@pytest.mark.parametrize(
    ("stage", "place"), _EACH, ids=[f"{stage}-{size}-{look.text_size}" for stage, (size, look) in _EACH]
)
@pytest.mark.timeout(300)
def test_every_control_in_sight_keeps_its_promise(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, stage: str, place: tuple[str, TourLook]
) -> None:
    def opened() -> AbstractContextManager[MainWindow]:
        return staged(qapp, tmp_path_factory.mktemp(stage), stage, *place)

    result = sweep(opened, every=3)
    assert result.pressed
    assert result.faults == [], f"{len(result.faults)} of {len(result.pressed)}"
