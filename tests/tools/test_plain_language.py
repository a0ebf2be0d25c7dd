"""`make plain`."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tools.client_texts import client_texts
from tools.plain_language import main

from guidance_kb.knowledge.library import Library

_ROW = re.compile(r"^ +\d+\.\d +\d+\.\d\d  .+$")


@pytest.mark.parametrize(("language", "formula"), [("nl", "Flesch-Douma"), ("en", "Flesch ")])
def test_every_text_has_its_figures(
    capsys: pytest.CaptureFixture[str], library: Library, language: str, formula: str
) -> None:
    assert main([language]) == 0
    _, *rows = capsys.readouterr().out.rstrip("\n").split("\n")
    texts, totals = "\n".join(rows).split("\n\n")
    assert all(_ROW.match(row) for row in texts.split("\n") + totals.split("\n"))
    assert len(texts.split("\n")) == sum(text.language == language for text in client_texts(library))
    assert "vraag-geld · softer" in texts
    assert totals.count(formula) == len(totals.split("\n")) == 13
    assert ("Leesindex A" in totals) is (language == "nl")


def test_what_is_not_plain_is_told_and_is_an_error(
    capsys: pytest.CaptureFixture[str], knowledge_db: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "knowledge.db"
    copy.write_bytes(knowledge_db.read_bytes())
    with closing(sqlite3.connect(copy)) as database, database:
        database.execute("UPDATE item_text SET open = 'Wilt u participeren?' WHERE item = 'vraag-geld' AND lang = 'nl'")
    assert main(["--knowledge", str(copy)]) == 1
    out = capsys.readouterr().out
    assert "! moeilijk woord “participeren”, gewoon gezegd: meedoen" in " ".join(out.split())
    assert "bevindingen 1" in out
