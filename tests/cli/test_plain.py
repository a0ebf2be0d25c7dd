"""`guidance-kb checklist --plain`."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from guidance_kb.documents.client_texts import client_texts
from guidance_kb.knowledge.library import Library
from tests.cli.conftest import Run

_ROW = re.compile(r"^ +\d+\.\d +\d+\.\d\d  .+$")


@pytest.mark.parametrize(("language", "formula"), [("nl", "Flesch-Douma"), ("en", "Flesch ")])
def test_every_text_has_its_figures(run: Run, library: Library, language: str, formula: str) -> None:
    done = run("checklist", "--plain", "--lang", language)
    assert done.code == 0, done.out
    _, *rows = done.out.rstrip("\n").split("\n")
    texts, totals = "\n".join(rows).split("\n\n")
    assert all(_ROW.match(row) for row in texts.split("\n") + totals.split("\n"))
    assert len(texts.split("\n")) == sum(text.language == language for text in client_texts(library))
    assert "vraag-geld · softer" in texts
    assert totals.count(formula) == len(totals.split("\n")) == 11
    assert ("Leesindex A" in totals) is (language == "nl")


def test_what_is_not_plain_is_told_and_is_an_error(run: Run, knowledge_db: Path, tmp_path: Path) -> None:
    copy = tmp_path / "knowledge.db"
    copy.write_bytes(knowledge_db.read_bytes())
    with closing(sqlite3.connect(copy)) as database, database:
        database.execute("UPDATE item_text SET open = 'Wilt u participeren?' WHERE item = 'vraag-geld' AND lang = 'nl'")
    done = run("checklist", "--plain", "--knowledge", str(copy))
    assert done.code == 1
    assert "! moeilijk woord “participeren”, gewoon gezegd: meedoen" in " ".join(done.out.split())
    assert "bevindingen 1" in done.out
