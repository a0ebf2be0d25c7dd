"""Finds at build time where the labels of several words stand: near each other, as a synonym is searched.

FTS5 takes long to find those, because their words are common and it looks at every place of each.
"""

import sqlite3
from typing import Final

from guidance_kb.language import Language
from guidance_kb.search.plan import Closeness, Pattern
from guidance_kb.search.postings import add_posting
from guidance_kb.search.postings_reader import matching
from guidance_kb.search.stems import stemming
from guidance_kb.search.synonym_expansion import NEARBY
from guidance_kb.search.thesaurus import label

FEWEST: Final = 1000
"""Entries below which nothing takes long."""


def add_labels(connection: sqlite3.Connection, entries: int) -> None:
    """Writes the documents of each label, also of those that stand nowhere, when there are enough `entries`."""
    if entries <= FEWEST:
        return
    for language in Language:
        texts = connection.execute("SELECT label FROM concept_label WHERE lang = ?", (language,))
        labels = [label(text, stemming(language)) for (text,) in texts]
        for stems in sorted({found.stems for found in labels if found is not None and len(found.stems) > 1}):
            pattern = Pattern(Closeness.SYNONYM, stems, stemmed=True, spread=NEARBY)
            add_posting(connection, language, stems, matching(connection, [pattern], language))
