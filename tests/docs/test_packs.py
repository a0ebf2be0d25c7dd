"""`docs/packs.md` tells the fields and limits as they are."""

import re
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.models import AddressSource
from guidance_kb.knowledge.authoring.pack import ALLOWED, About
from guidance_kb.knowledge.packs import limits

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text("utf-8")
LIMITS = dict(re.findall(r"^\| (.+?) \| ([\d,]+) \|$", PAGE, re.MULTILINE))


def test_every_field_is_told() -> None:
    told = set(re.findall(r"`\[*(?:entry\.)?([\w.-]+)\]*(?: = […\]\[]+| = true)?`", PAGE))
    fields = (
        {field for _, allowed in ALLOWED for field in allowed}
        | set(About.model_fields)
        | set(AddressSource.model_fields)
    )
    assert fields - told == set()


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("files and folders", limits.FILES),
        ("folders in folders", limits.DEPTH),
        ("bytes of a file", limits.FILE_BYTES),
        ("bytes of all files", limits.BYTES),
        ("bytes of a zip", limits.ZIP_BYTES),
        ("times that a file", limits.ZIP_RATIO),
        ("sections, works, entries", limits.TABLES["entry"]),
        ("concepts", limits.TABLES["concept"]),
        ("values of one list", limits.LIST),
        ("brackets or names", limits.NESTING),
        ("seconds", limits.SECONDS),
    ],
)
def test_every_limit_is_told(words: str, limit: float) -> None:
    told = next(number for text, number in LIMITS.items() if text.startswith(words))
    assert told == f"{limit:,.0f}"
