from pathlib import Path

import pytest

from guidance_kb.ui.search.search_controller import MOST, Recent, looks_personal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "recent.txt"


def test_the_newest_comes_first_and_is_there_the_next_time(path: Path) -> None:
    recent = Recent(path)
    recent.add("geen oppas")
    recent.add("eerste weken")
    assert recent.queries == ("eerste weken", "geen oppas")
    assert Recent(path).queries == ("eerste weken", "geen oppas")


def test_the_same_search_is_kept_once(path: Path) -> None:
    recent = Recent(path)
    for query in ("geen oppas", "eerste weken", "  Geen   OPPAS "):
        recent.add(query)
    assert recent.queries == ("Geen OPPAS", "eerste weken")


def test_a_search_that_was_typed_on_is_one(path: Path) -> None:
    recent = Recent(path)
    for query in ("geen op", "geen oppas", "geen"):
        recent.add(query)
    assert recent.queries == ("geen", "geen oppas")


def test_no_more_than_a_handful_is_kept(path: Path) -> None:
    recent = Recent(path)
    for number in range(MOST + 5):
        recent.add(f"vraag{chr(97 + number)}")
    assert len(recent.queries) == MOST
    assert recent.queries[0] == f"vraag{chr(97 + MOST + 4)}"
    assert len(path.read_text("utf-8").splitlines()) == MOST


@pytest.mark.parametrize(
    "query",
    [
        "123456782",
        "1234.56.782",
        "bsn 123 456 782",
        "jan@voorbeeld.nl",
        "06-12345678",
        "+31 6 1234 5678",
        "(020) 123 45 67",
        "12-03-1984",
        "12/3/84",
        "3.11.1990",
        "1984-03-12",
        "geboren 12 maart 1984",
        "12 mrt. 84",
        "born 3 May 1990",
    ],
)
def test_what_looks_like_a_persons_data_is_never_kept(path: Path, query: str) -> None:
    assert looks_personal(query)
    recent = Recent(path)
    recent.add(query)
    assert recent.queries == ()
    assert not path.exists()


@pytest.mark.parametrize(
    "query", ["geen oppas", "2.1.3", "eerste 3 weken", "Carpentieri 2014", "§4.2/6", "mei 2022", "NT2", "10 tot 12 uur"]
)
def test_ordinary_searches_do_not_look_so(query: str) -> None:
    assert not looks_personal(query)


def test_what_is_empty_or_a_whole_text_is_not_kept(path: Path) -> None:
    recent = Recent(path)
    recent.add("   ")
    recent.add("woord " * 100)
    assert recent.queries == ()


def test_all_is_forgotten_with_the_file(path: Path) -> None:
    recent = Recent(path)
    recent.add("geen oppas")
    recent.forget()
    assert recent.queries == ()
    assert not path.exists()


def test_switched_off_it_keeps_nothing_and_forgets_what_was_kept(path: Path) -> None:
    recent = Recent(path)
    recent.add("geen oppas")
    recent.switch(on=False)
    recent.add("eerste weken")
    assert recent.queries == ()
    assert not path.exists()
    recent.switch(on=True)
    recent.add("persona")
    assert recent.queries == ("persona",)


def test_switched_off_from_the_start_it_reads_nothing(path: Path) -> None:
    Recent(path).add("geen oppas")
    assert Recent(path, on=False).queries == ()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"\n\n \n"])
def test_a_damaged_file_is_no_file(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert Recent(path).queries == ()


def test_a_folder_that_cannot_be_written_keeps_them_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    recent = Recent(tmp_path / "file" / "recent.txt")
    recent.add("geen oppas")
    assert recent.queries == ("geen oppas",)
