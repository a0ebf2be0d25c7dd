import shutil
from pathlib import Path

import pytest

from guidance_kb import paths
from tests.cli.command import Done
from tests.cli.conftest import Run
from tests.knowledge.packs.hostile import EXAMPLE, ID, zipped
from tests.knowledge.packs.small import BUURT, KIOSK, dutch_pack, small_pack

DESK = f"{ID}-geldwinkel"


class OnOwn:
    """Commands on the program's own knowledge (`make build`), where packs are added to."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def __call__(self, *words: str) -> Done:
        return self._run(*words, GUIDANCE_KB_KNOWLEDGE="")


@pytest.fixture
def own(run: Run, without_phrasings: Path, monkeypatch: pytest.MonkeyPatch) -> OnOwn:
    monkeypatch.setattr(paths, "RESOURCES", without_phrasings)
    return OnOwn(run)


def test_add_search_show_and_remove(own: OnOwn) -> None:
    assert own("packs").out == "Er zijn geen kennispakketten geïnstalleerd.\n"
    added = own("packs", "add", str(EXAMPLE), "--lang", "en")
    assert (added.code, added.err) == (0, "")
    assert added.out == f"Added: Voorbeeldstad (made-up example) 2026.1 [{ID}]\n"
    assert f"[{ID}]" in own("packs", "list").out
    assert own("search", "Geldwinkel", "--json").json["hits"][0]["id"] == DESK
    shown = own("show", DESK)
    assert "Adres: Stationsstraat 20, 0000 AB Voorbeeldstad" in shown.out
    assert "Bron: kennispakket “Voorbeeldstad (verzonnen voorbeeld)” 2026.1" in shown.out
    assert "rapport" not in shown.out.split("Bron: ")[1]
    assert "(adres; kennispakket Voorbeeldstad" in " ".join(own("show", "debts").out.split())
    for name in (f"{ID}-jansen-2025", f"{ID}-c-geldwinkel", f"{ID}-gids/loketten"):
        assert "Uit: kennispakket “Voorbeeldstad" in " ".join(own("show", name).out.split())
    assert own("show", DESK, "--json").json["pack"] == ID
    assert f"goed   Kennispakketten: {ID} 2026.1" in own("doctor").out
    assert own("packs", "remove", ID).out.startswith("Verwijderd: ")
    assert own("show", DESK).complaint.startswith(f"Niets heet “{DESK}”")


def test_a_named_database_has_no_packs(own: OnOwn, run: Run) -> None:
    own("packs", "add", str(EXAMPLE))
    assert run("show", DESK).code == 1


def test_inspect_as_json(own: OnOwn, tmp_path: Path) -> None:
    done = own("packs", "inspect", str(zipped(tmp_path / "pack.zip", {"README.md": b"x"})), "--json")
    assert (done.code, done.err) == (0, "")
    assert list(done.json) == ["pack", "counts", "titles", "problems", "ignored", "replaces", "untranslated"]
    assert done.json["pack"]["en"]["name"] == "Voorbeeldstad (made-up example)"
    assert done.json["counts"] == {"address": 2, "finding": 1, "practice": 1, "section": 2, "work": 1, "concept": 3}
    assert done.json["titles"]["concept"][0] == {"nl": "Leerplein", "en": "Leerplein"}
    assert (done.json["problems"], done.json["ignored"], done.json["replaces"]) == ([], ["README.md"], None)


def test_what_is_refused_is_told(own: OnOwn, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "pack"))
    (folder / "x.toml").write_text('[[entry]]\nid = "money"\n', "utf-8")
    looked = own("packs", "inspect", str(folder))
    assert looked.code == 1
    assert "Dit pakket wordt niet toegelaten (4):" in looked.out
    assert "x.toml: entry money: kind: dit veld is verplicht" in looked.out
    problems = own("packs", "inspect", str(folder), "--json", "--lang", "en").json["problems"]
    assert problems[0] == {
        "file": "x.toml",
        "where": "entry money",
        "field": "en",
        "expected": "this field is required",
    }
    added = own("packs", "add", str(folder))
    assert (added.code, added.out) == (1, "")
    assert "x.toml: entry money: kind: dit veld is verplicht" in added.err.splitlines()
    assert not (tmp_path / "data").exists()


def test_list_as_json(own: OnOwn) -> None:
    assert own("packs", "--json").json == []
    own("packs", "add", str(EXAMPLE))
    [one] = own("packs", "list", "--json").json
    assert (one["id"], one["version"], one["date"], one["aside"]) == (ID, "2026.1", "2026-05-01", None)


@pytest.mark.parametrize("action", ["inspect", "add", "remove"])
def test_a_missing_argument_is_a_usage_error(own: OnOwn, action: str) -> None:
    done = own("packs", action)
    assert (done.code, done.out) == (2, "")
    assert f"guidance-kb packs {action}" in done.err


def test_nothing_to_remove(own: OnOwn) -> None:
    assert "geen kennispakket “pack-x”" in own("packs", "remove", "pack-x").complaint


def test_a_folder_that_is_not_there(own: OnOwn) -> None:
    done = own("packs", "add", "nergens")
    assert (done.code, done.out) == (1, "")
    assert "nergens: hier is niets" in done.err


def test_spoilt_list_is_told_and_the_own_knowledge_is_there(own: OnOwn, tmp_path: Path) -> None:
    (tmp_path / "data" / "packs").mkdir(parents=True)
    (tmp_path / "data" / "packs" / "packs.db").write_bytes(b"x" * 5000)
    done = own("show", "shame")
    assert done.code == 0
    assert "De kennispakketten zijn er nu niet bij" in done.err
    doctor = own("doctor", "--json")
    assert next(check["state"] for check in doctor.json["checks"] if check["id"] == "packs") == "wrong"


def test_a_pack_in_one_language_says_so_in_the_other(own: OnOwn, tmp_path: Path) -> None:
    folder = str(dutch_pack(tmp_path / "buurt"))
    looked = own("packs", "inspect", folder, "--lang", "en").out
    assert "in one language only: 1." in " ".join(looked.split())
    assert "- [not translated] De taalkiosk" in looked
    assert own("packs", "add", folder).code == 0
    for query in ("taalkiosk", "kwetterbuis"):
        assert own("search", query, "--lang", "en", "--json").json["hits"][0]["id"] == KIOSK, query
    assert "[not translated] De taalkiosk" in own("show", KIOSK, "--lang", "en").out
    assert "vertaald" not in own("show", KIOSK).out
    assert "not translated" not in own("show", f"{BUURT}-twee", "--lang", "en").out


def test_packs_are_listed_by_name(own: OnOwn, tmp_path: Path) -> None:
    for id_, name in (("aa", "Zuid 10"), ("bb", "zuid 2"), ("cc", "Één")):
        folder = small_pack(tmp_path / id_, id_)
        about = folder / "pack.toml"
        about.write_text(about.read_text("utf-8").replace(f'name = "{id_.title()}"', f'name = "{name}"'), "utf-8")
        assert own("packs", "add", str(folder)).code == 0
    listed = [line for line in own("packs").out.splitlines() if "[pack-" in line]
    assert [line.split("[")[1] for line in listed] == ["pack-cc]", "pack-bb]", "pack-aa]"]
