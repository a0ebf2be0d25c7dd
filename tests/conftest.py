"""The knowledge database, built once a test process from the real `resources/`, and what is read from it."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt; a test machine has no screen
os.environ["QT_FONT_DPI"] = "96"  # looks are compared pixel by pixel, or nearly

from guidance_kb.conversation.checklist import Checklist
from guidance_kb.knowledge.authoring.build import build
from guidance_kb.knowledge.library import Library
from guidance_kb.paths import RESOURCES, SQL
from guidance_kb.search.index.index import add_index
from guidance_kb.ui.shell.gc_timer import collect_due

gc.disable()  # as in the program: what is left of a window goes between two tests, on the thread that made it


def pytest_xdist_auto_num_workers() -> int:
    """Four for two processors: a press takes 90 ms, in which a processor has nothing to do; three left a seventh of them idle."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def _garbage_goes_between_two_tests() -> Iterator[None]:
    yield
    collect_due()


@pytest.fixture(scope="session")
def knowledge_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a knowledge database of the real content; each xdist worker builds its own. Read it, never write it."""
    target = tmp_path_factory.mktemp("knowledge") / "knowledge.db"
    build(RESOURCES, SQL / "knowledge.sql", target, add_index)
    return target


@pytest.fixture(scope="session")
def without_phrasings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real `resources/` without phrasings and what clients say: built with a pack in half the time, and the same to a pack."""
    target = tmp_path_factory.mktemp("resources") / "resources"
    return Path(shutil.copytree(RESOURCES, target, ignore=shutil.ignore_patterns("phrasings", "spoken")))


@pytest.fixture(scope="session")
def library(knowledge_db: Path) -> Iterator[Library]:
    """The real content, read; for the thread of the test."""
    opened = Library(knowledge_db)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def checklist(library: Library) -> Checklist:
    """The real checklist."""
    return Checklist.of(library)
