from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.search.ranking.score import Weights
from guidance_kb.search.searcher import Searcher
from tests.search.samples import make_database


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_database(tmp_path_factory.mktemp("search") / "sample.db")


@pytest.fixture(scope="session")
def searcher(sample_db: Path) -> Iterator[Searcher]:
    with closing(Searcher(sample_db, Weights(linked=0.0))) as opened:
        yield opened
