"""Every command of every page is there, and prints what the page says: as `make docs-check` does."""

import sys
from pathlib import Path

import pytest

from tests.docs.check import is_wrong, outcomes
from tests.docs.pages import PAGES, ROOT, commands

WITH_COMMANDS = [page for page in PAGES if any(commands(page))]


@pytest.mark.skipif(sys.platform == "win32", reason="the pages are written for a shell of Unix")
@pytest.mark.timeout(300)
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_is_as_the_page_says(page: Path, knowledge_db: Path) -> None:
    assert knowledge_db.exists()
    wrong = [f"{command.text}: {outcome}" for command, outcome in outcomes(page) if is_wrong(outcome)]
    assert not wrong, "\n".join(wrong)  # in full: what the page says, and what it is
