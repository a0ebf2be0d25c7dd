"""The knowledge for colleagues in a browser: Datasette really started, on this computer only, and asked."""

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "build" / "tools" / "publish"
pytestmark = pytest.mark.skipif(
    not TOOLS.exists(), reason="Datasette is not installed: `make publish-test` installs it"
)


@pytest.fixture(scope="module")
def address(knowledge_db: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        ROOT / "packaging" / "publish" / "serve.py",
        "--database",
        knowledge_db,
        "--port",
        str(port),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    ) as served:
        assert served.stdout is not None
        said = []
        for line in served.stdout:  # ends when it runs or when the program ends; the test's own limit ends a silence
            said.append(line)
            if "running on" in line:
                break
        assert f"http://127.0.0.1:{port}" in said[-1], "".join(said)
        yield f"http://127.0.0.1:{port}"
        with contextlib.suppress(ProcessLookupError):
            os.killpg(served.pid, 15)


def ask(address: str, path: str) -> Any:  # noqa: ANN401 - whatever the JSON holds
    with urlopen(f"{address}/{path}", timeout=30) as answer:  # noqa: S310 - the loopback address of the fixture
        return json.load(answer)


def test_a_question_in_dutch_is_answered_with_the_place_in_the_report(address: str) -> None:
    rows = ask(address, "knowledge/zoeken.json?_shape=array&woorden=kinderopvang")
    assert rows
    assert all(row["bron"].startswith("§") and row["titel"] for row in rows)
    assert {"bevinding", "belemmering"} <= {row["soort"] for row in rows}


@pytest.mark.parametrize("typed", ["", '"', "C++", "NOT (", "drempel-vrij", "Financiële"])
def test_whatever_is_typed_is_a_question_and_no_fault(address: str, typed: str) -> None:
    assert isinstance(ask(address, f"knowledge/search.json?_shape=array&words={quote(typed)}"), list)


def test_accents_and_capitals_do_not_matter(address: str) -> None:
    plain = ask(address, "knowledge/zoeken.json?_shape=array&woorden=financiele")
    assert plain == ask(address, f"knowledge/zoeken.json?_shape=array&woorden={quote('FINANCIËLE')}")


def test_an_entry_comes_with_its_source_in_both_languages(address: str) -> None:
    rows = ask(address, "knowledge/finding.json?_shape=array&entry=eerste-weken-meeste-uitval")
    assert [row["lang"] for row in rows] == ["nl", "en"]
    assert all("Quigley" in row["works"] and row["section"].startswith("§2.2") for row in rows)


def test_each_question_that_stands_ready_gives_rows(address: str) -> None:
    ready = {"search": "words=shame", "country": "country=ireland", "barrier": "barrier=shame", "rules": ""}
    for name, filled in ready.items():
        assert ask(address, f"knowledge/{name}.json?_shape=array&{filled}"), name


def test_it_tells_source_and_licence_and_describes_tables_and_columns(address: str) -> None:
    told = ask(address, "-/metadata.json")
    assert "Euroguidance" in told["source"]
    tables = told["databases"]["knowledge"]["tables"]
    assert "claim of the report" in tables["entry"]["description"]
    assert tables["entry"]["columns"]["as_of"].startswith("YYYY")
    assert not [name for name, table in tables.items() if not table.get("hidden") and not table["description"]]


def test_nothing_can_be_written(address: str) -> None:
    with pytest.raises(HTTPError) as refused:
        ask(address, f"knowledge.json?_shape=array&sql={quote('DELETE FROM entry')}")  # noqa: S608 - it has to be refused
    refused.value.close()
    assert refused.value.code == 400
    assert ask(address, "-/databases.json")[0]["is_mutable"] is False
