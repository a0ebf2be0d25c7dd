"""The watchdog sees a stall, and names who held the window up. No times: it is planted, and longer than any that is allowed."""

import subprocess
import sys

import pytest

from guidance_kb.paths import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarms")
def test_a_planted_stall_is_seen_and_named() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.watchdog", "planted"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    planted = [line for line in told.splitlines() if "a planted stall" in line]
    assert len(planted) == 1, told
    assert "watchdog/__main__.py" in planted[0]
    assert "hold_up" in planted[0]
