from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import RESOURCES
from tests.knowledge.authoring.folder import ContentFolder
from tests.knowledge.packs import small
from tests.knowledge.packs.hostile import copied
from tests.knowledge.packs.small import Program


@pytest.fixture(scope="session")
def ours() -> Content:
    """Our own content, read and checked."""
    return read(RESOURCES)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the worked example, to change."""
    return copied(tmp_path)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A small program that was built, without packs."""
    content = ContentFolder(tmp_path)
    content.build()
    return Program(content, tmp_path / "user" / "packs")


@pytest.fixture(scope="session")
def with_example(ours: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The real content with the worked example, read."""
    library = small.with_example(tmp_path_factory.mktemp("packed") / "knowledge.db", ours)
    yield library
    library.close()
