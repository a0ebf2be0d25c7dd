"""Each control in sight does what it promises when a hand presses it. The whole sweep, of all views at all sizes, is `make sweep`."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from guidance_kb.tour import Look
from tests.hand import Hand
from tests.sweep.stages import SIZES, STAGES, staged
from tests.sweep.sweep import sweep

_LOOKS = (Look(), Look(text_size=150))
_EACH = [(size, look) for look in _LOOKS for size in SIZES]


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.timeout(300)
def test_every_control_in_sight_keeps_its_promise(  # noqa: PLR0917 - fixtures
    qapp: QApplication, knowledge_db: Path, tmp_path_factory: pytest.TempPathFactory, hand: Hand, stage: str
) -> None:
    size, look = _EACH[STAGES.index(stage) % len(_EACH)]

    def opened() -> object:
        return staged(qapp, knowledge_db, tmp_path_factory.mktemp(stage), stage, SIZES[size], look)

    result = sweep(opened, hand)
    assert result.faults == [], f"{len(result.faults)} of {len(result.pressed)}"
