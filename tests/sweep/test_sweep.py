"""A control does what it promises when a hand presses it: one of four of a few views here, all of every view in `make sweep`."""

from contextlib import AbstractContextManager

import pytest
from PySide6.QtWidgets import QApplication
from tools.tour.tour import TourLook

from guidance_kb.ui.shell.window import MainWindow
from tests.sweep.stages import staged
from tests.sweep.sweep import sweep

SHORT = {
    "start": "1366x768",
    "search": "1024x700",
    "listening": "1024x700",
    "summary": "1366x768",
    "locked": "1024x700",
}
"""Views and the size of the window in which they are swept here."""


@pytest.mark.parametrize(("stage", "size"), SHORT.items())
@pytest.mark.timeout(300)
def test_every_control_in_sight_keeps_its_promise(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, stage: str, size: str
) -> None:
    def opened() -> AbstractContextManager[MainWindow]:
        return staged(qapp, tmp_path_factory.mktemp(stage), stage, size, TourLook())

    result = sweep(opened, every=4)
    assert result.pressed
    assert result.faults == [], f"{len(result.faults)} of {len(result.pressed)}"
