"""The scripts of packaging/release, importable by name."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Puts packaging/release where its scripts look for each other."""
    folder = ROOT / "packaging" / "release"
    monkeypatch.syspath_prepend(str(folder))
    return folder
