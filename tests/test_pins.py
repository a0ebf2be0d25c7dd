"""What a pinned library has to keep true, with the reason for the pin."""

import sys

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_qt_returns_none_with_a_reference(qapp: QApplication) -> None:
    """PySide6 6.12.0 gives every `void` call's None away without a reference; Python 3.11 then dies after some thousands of calls."""
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(1000):
        font.setPixelSize(12)
    assert abs(sys.getrefcount(None) - before) < 100
