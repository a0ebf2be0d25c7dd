"""The page of what a pack brings says so, and never that it stands in the report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.build import read
from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from guidance_kb.paths import RESOURCES
from guidance_kb.ui.look.tokens import LIGHT
from guidance_kb.ui.reading.page import PageWriter
from tests.knowledge.packs.hostile import ID
from tests.knowledge.packs.small import with_example


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = with_example(Path(tmp_path_factory.mktemp("packed")) / "knowledge.db", read(RESOURCES))
    yield library
    library.close()


@pytest.fixture
def writer(qapp: object, packed: Library) -> PageWriter:
    return PageWriter(packed)


def test_an_address(writer: PageWriter) -> None:
    page = writer.write(f"{ID}-leerplein", Language.EN, LIGHT)
    assert page is not None
    assert (
        "From the pack Voorbeeldstad (made-up example) 2026.1 (Gemeente Voorbeeldstad (voorbeeld), 1 May 2026)" in page
    )
    assert "Learning Guide Voorbeeldstad 2026, part 1: Where to go" in page
    assert "Source: §" not in page
    assert "Marktplein 1, 0000 AA Voorbeeldstad" in page
    assert "www.voorbeeldstad.example/leerplein" in page
    assert "<a href=" in page
    assert page.count("<a href=") == page.count('<a href="open:')


def test_a_barrier_of_ours_says_which_links_are_of_a_pack(writer: PageWriter) -> None:
    page = writer.write("debts", Language.EN, LIGHT)
    assert page is not None
    title = "Geldwinkel Voorbeeldstad: help with debts and with paying for a course"
    assert f'{title}</a> <span class="soft">from the pack Voorbeeldstad (made-up example)</span>' in page
    assert "Source: §" in page
    assert page.count("from the pack") == 2
