from pathlib import Path

import pytest

from tests.knowledge.authoring.folder import ContentFolder


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """A fresh copy of the smallest valid content."""
    return ContentFolder(tmp_path)
