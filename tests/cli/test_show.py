import pytest

from guidance_kb.knowledge.library import Library
from guidance_kb.language import Language
from tests.cli.conftest import Run

ENTRY = "willen-is-nog-geen-cursus"


def test_json_of_an_entry(run: Run, library: Library) -> None:
    data = run("show", ENTRY, "--json").json
    assert list(data) == [
        "id", "kind", "section", "works", "country", "theme", "themes", "number", "original_name", "as_of", "pack", "address",
        "barriers", "drives", "related", "links_ours", "nl", "en",
    ]  # fmt: skip
    assert list(data["nl"]) == list(data["en"]) == ["title", "body", "ours", "dated", "note", "keywords"]
    entry = library.entry(ENTRY)
    assert entry is not None
    assert data["nl"]["body"] == entry.nl.body
    assert data["works"] == list(entry.works)
    assert set(data["links_ours"]) <= {*data["barriers"], *data["drives"], *data["related"]}


def test_an_entry_to_read(run: Run) -> None:
    out = run("show", ENTRY).out
    assert f"bevinding · {ENTRY}" in out
    assert "Van ons, niet uit het rapport:" in out
    assert "Naverteld uit: Hoe bereiken we kwetsbare" in out
    assert "§2.1.1 (" in out


@pytest.mark.parametrize("language", Language)
def test_everything_that_can_be_opened_is_shown(run: Run, library: Library, language: Language) -> None:
    for identifier in (
        "shame",
        "social-nearness",
        "autonomy",
        next(iter(library.items)),
        "carpentieri-2014",
        "2.1.2",
        next(iter(library.concepts)),
    ):
        done = run("show", identifier, "--lang", language)
        assert (done.code, done.err) == (0, "")
        assert identifier in done.out
        assert run("show", identifier, "--json").json["id"] == identifier


def test_a_concept_to_read(run: Run) -> None:
    out = run("show", "c-basic-skills", "--lang", "en").out
    assert out.startswith("basic skills\nconcept · c-basic-skills\n\nen: basic skills, ")
    assert "\nEstablished term: basic skills (Cedefop)\n" in out
    assert "\nBroader: lifelong learning [c-lifelong-learning]\n" in out
    assert "\nNarrower: digital skills [c-digital-skills], literacy [c-literacy], " in out
    assert "[reading-and-language]" in out
    assert "\nVerwant: " in run("show", "c-literacy").out
    assert "[motivating]" in run("show", "c-demotivation").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wilen-is-nog-geen-cursus", ENTRY),
        ("SHAME", "shame"),
        ("carpentieri", "carpentieri-2014"),
        ("zelfconcept", "zelfconcept"),
    ],
)
def test_an_unknown_id_gets_a_suggestion(run: Run, typed: str, meant: str) -> None:
    complaint = run("show", typed).complaint
    assert complaint.startswith(f"Niets heet “{typed}”. Bedoelde u: ")
    assert meant in complaint
    assert "Did you mean: " in run("show", typed, "--lang", "en").complaint


@pytest.mark.parametrize("typed", ["", "%", "'; DROP TABLE entry", "x" * 10_000, "a\nb\x1b[31m", "☃"])
def test_odd_ids_are_one_short_line(run: Run, typed: str) -> None:
    complaint = run("show", typed).complaint
    assert len(complaint) < 400
    assert "\x1b" not in complaint
