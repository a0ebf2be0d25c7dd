"""Walks of a counselor through the real program; what they press and read back is in `scripts/`.

One here; all of them on two screens in `make walks` and `make soak`.
"""

import io
import os
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.walks import walks
from tests.walks.walks import Walk

pytestmark = pytest.mark.walks

_NAMES = [f"{width}x{height}" for width, height in walks.SIZES]
SIZES = pytest.mark.parametrize("size", walks.SIZES, ids=_NAMES)
ON_A_SMALL_SCREEN = pytest.mark.parametrize("size", [min(walks.SIZES)], ids=["small"])


def walked(name: str, size: tuple[int, int], knowledge: Path) -> Walk:
    """A walk to its end, in which all was recorded that should be."""
    lacking = walks.missing()
    if lacking and "CI" not in os.environ:
        pytest.skip(f"{lacking}: `sh packaging/environment.sh --tests` as administrator installs it")
    assert not lacking, lacking
    walk = walks.walk(name, size, knowledge)
    transcript = "\n".join([*walk.steps, f"the screen as it was then: {walks.PICTURES}"])
    assert not walk.wrong, f"{transcript}\n{walk.wrong}"
    assert not walk.output, walk.output
    assert walk.recorded == walk.expected, f"{walk.recorded} of {walk.expected} recorded\n{transcript}"
    return walk


@pytest.mark.slow
@SIZES
def test_a_first_contact_by_mouse(knowledge_db: Path, size: tuple[int, int]) -> None:
    assert walked("contact_by_mouse", size, knowledge_db).recorded == 15


@ON_A_SMALL_SCREEN
def test_a_first_contact_by_keys(knowledge_db: Path, size: tuple[int, int]) -> None:
    assert walked("contact_by_keys", size, knowledge_db).recorded == 15


@pytest.mark.slow
@SIZES
def test_something_is_looked_up(knowledge_db: Path, size: tuple[int, int]) -> None:
    assert walked("search", size, knowledge_db).recorded == 4


@pytest.mark.slow
@SIZES
def test_records_are_kept_and_locked(knowledge_db: Path, size: tuple[int, int]) -> None:
    walk = walked("records", size, knowledge_db)
    assert len([step for step in walk.steps if "nothing in the tree says" in step]) == 4


@pytest.mark.slow
@SIZES
def test_two_conversations_with_one_client(knowledge_db: Path, size: tuple[int, int]) -> None:
    assert walked("two_conversations", size, knowledge_db).recorded == 9


@pytest.mark.slow
@SIZES
def test_the_page_of_the_client_is_saved(knowledge_db: Path, size: tuple[int, int]) -> None:
    paper = PdfReader(io.BytesIO(walked("paper", size, knowledge_db).paper))
    assert len(paper.pages) == 1
    assert "Uw plan" in " ".join(paper.pages[0].extract_text().split())
