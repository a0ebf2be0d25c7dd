"""Labels of several words, found at build time: the same documents as FTS5 finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.language import Language
from guidance_kb.search.index import index
from guidance_kb.search.index.index import add_labels
from guidance_kb.search.index.postings import Stems, key, matching
from guidance_kb.search.query.plan import Closeness, Pattern
from guidance_kb.search.query.thesaurus import NEARBY

NL = Language.NL


def opened(sample_db: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    with closing(sqlite3.connect(sample_db)) as sample:
        sample.backup(connection)
    return connection


def test_nothing_is_written_for_few_documents(sample_db: Path) -> None:
    with closing(opened(sample_db)) as connection:
        before = connection.total_changes
        add_labels(connection, index.FEWEST)
        assert connection.total_changes == before


@pytest.mark.parametrize(("stems", "documents"), [(("weinig", "geld"), 3), (("les", "drempel"), 0)])
def test_labels_have_the_documents_that_fts5_finds(sample_db: Path, stems: tuple[str, ...], documents: int) -> None:
    with closing(opened(sample_db)) as connection:
        connection.execute("INSERT INTO concept_label VALUES ('c-money', 'nl', 90, ?)", (" ".join(stems),))
        assert key(stems) not in Stems(connection, NL, [key(stems)], named=False)
        add_labels(connection, index.FEWEST + 1)
        found = Stems(connection, NL, [key(stems)], named=False)
        pattern = Pattern(Closeness.SYNONYM, stems, stemmed=True, spread=NEARBY)
        assert key(stems) in found, "also when it stands nowhere, so that nobody has to look again"
        assert found.any([key(stems)]) == matching(connection, [pattern], NL)
        assert found.any([key(stems)]).bit_count() == documents
