"""The proof of erasing in words."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guidance_kb.casebook.backup.backups import Backup
from guidance_kb.casebook.privacy.erasure import BackupWithClient, Proof
from guidance_kb.casebook.privacy.traces import TraceSearch
from guidance_kb.dates import moment_in_words
from guidance_kb.documents.erasure import erasure_lines, erasure_page
from guidance_kb.language import Language, Text

BACKUP = Backup(Path("/tmp/20261124-140231Z"), datetime(2026, 11, 24, 14, 2, 31, tzinfo=UTC), replaced=False, size=1)  # noqa: S108
MADE = moment_in_words(BACKUP.made, Language.NL)
UNTIL = datetime(2027, 2, 23, 12, 0, tzinfo=UTC)
PLACE = Text("Instellingen", "Settings")


def proof(**changes: object) -> Proof:
    fields: dict[str, object] = {
        "code": "K-1 <b>", "erased": "2026-11-24T12:00:00Z", "rows": {"client": 1, "note": 3, "step": 0}, "ids": 2, "texts": 5, "words": 40,
        "searched": (TraceSearch(PLACE, 12, ()),), "compacted": True, "backups": (), "aside": (),
    }  # fmt: skip
    return Proof(**{**fields, **changes})  # type: ignore[arg-type]


def test_when_nothing_is_left() -> None:
    lines = list(erasure_lines(proof(), Language.NL))
    assert lines[0].startswith("Gewist op 24 november 2026")
    assert "notities 3" in lines[0]
    assert "stappen" not in lines[0]
    assert "2 kenmerken, 5 teksten en 40 zoekwoorden" in lines[1]
    assert lines[2] == "Er is niets meer gevonden."
    assert lines[3] == "- Instellingen: 12 bekeken, niets gevonden"
    assert lines[4:] == ["Geen enkele reservekopie bevat dit dossier nog."]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"searched": (TraceSearch(PLACE, 12, ("a.html", "a.html")),)}, "- Settings: 12 looked at, found in a.html"),
        (
            {"searched": (TraceSearch(PLACE, 12, (), unread=2),)},
            "- Settings: 12 looked at, nothing found; 2 could not be read",
        ),
        ({"compacted": False}, "The disk was too full"),
    ],
)
def test_when_something_is_left_it_is_not_called_gone(changes: dict[str, object], said: str) -> None:
    lines = list(erasure_lines(proof(**changes), Language.EN))
    assert lines[2].startswith("Not everything is gone yet")
    assert any(line.startswith(said) for line in lines)


def test_the_backups_with_their_end_and_what_was_set_aside() -> None:
    holding = (BackupWithClient(BACKUP, UNTIL, readable=True), BackupWithClient(BACKUP, UNTIL, readable=False))
    lines = list(erasure_lines(proof(backups=holding, aside=("damaged-20260101-000000",)), Language.NL))
    assert lines[5] == f"- {MADE}; blijft tot uiterlijk 23 februari 2027"
    assert lines[6] == f"- {MADE}; blijft tot uiterlijk 23 februari 2027 (niet te lezen, dus misschien)"
    assert "damaged-20260101-000000" in lines[7]


def test_a_backup_is_named_by_its_moment_and_whether_it_is_from_before_a_restore() -> None:
    before = BackupWithClient(replace(BACKUP, replaced=True), UNTIL, readable=True)
    line = list(erasure_lines(proof(backups=(before,)), Language.EN))[5]
    assert line.startswith("- 24 November 2026, ")
    assert "(from before a restore); stays until 23 February 2027 at the latest" in line
    assert BACKUP.name not in line


def test_the_page_holds_the_lines() -> None:
    page = erasure_page(proof(), Language.EN)
    assert "Erased: K-1 &lt;b&gt;" in page
    assert "<li>Settings: 12 looked at, nothing found</li>" in page
