"""Which columns hold moments, days and JSON is what the comments of the schema say."""

import re

from guidance_kb import paths
from guidance_kb.casebook.records.session_records import DAYS, JSON, MOMENTS

COLUMN = re.compile(r"^(?:    |ALTER TABLE \w+ ADD COLUMN )(\w+) TEXT[^\n]*?-- ([^\n]+)$", re.MULTILINE)


def test_as_the_schema_says() -> None:
    said: dict[str, set[str]] = {"moment": set(), "day": set(), "JSON": set()}
    for file in sorted((paths.SQL / "casebook").glob("*.sql")):
        for column, comment in COLUMN.findall(file.read_text("utf-8")):
            kind = re.match(r"(moment|day|JSON)\b", comment)
            if kind:
                said[kind[1]].add(column)
    assert said["moment"] == MOMENTS
    assert said["JSON"] <= JSON
    assert said["day"] == DAYS
