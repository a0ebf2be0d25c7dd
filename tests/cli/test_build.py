import hashlib
import shutil
from pathlib import Path

import pytest

from guidance_kb.paths import RESOURCES
from tests.cli.conftest import Run
from tests.knowledge.packs.hostile import EXAMPLE, ID
from tests.knowledge.packs.small import small_pack


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of the content, to break."""
    copy = tmp_path / "resources"
    for folder in ("knowledge", "conversation", "thesaurus"):
        shutil.copytree(RESOURCES / folder, copy / folder)
    return copy


def test_builds_the_same_bytes_as_ever(run: Run, tmp_path: Path, knowledge_db: Path) -> None:
    target = tmp_path / "new" / "knowledge.db"
    done = run("build", "--out", str(target))
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    assert (done.code, done.err) == (0, "")
    assert f"sha256 {digest}" in done.out
    assert "80 delen van het rapport" in done.out
    assert target.read_bytes() == knowledge_db.read_bytes()
    assert run("show", "shame", "--knowledge", str(target)).code == 0


def test_counts_in_english(run: Run, tmp_path: Path) -> None:
    done = run("build", "--out", str(tmp_path / "k.db"), "--lang", "en")
    assert done.out.startswith("Built: ")
    assert "recommendation 9" in done.out


def test_problems_are_named_one_a_line_and_the_old_database_stays(run: Run, resources: Path, tmp_path: Path) -> None:
    (resources / "knowledge" / "zz.toml").write_text('[[entry]]\nid = "Een Fout"\nsection = "2.1.2"\n', "utf-8")
    (resources / "knowledge" / "zzz.toml").write_text("niet = [toml", "utf-8")
    target = tmp_path / "knowledge.db"
    target.write_bytes(b"old")
    done = run("build", "--resources", str(resources), "--out", str(target))
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    first, *problems = done.err.splitlines()
    assert first.startswith("De inhoud kan niet worden gebouwd")
    assert any(line.startswith("knowledge/zz.toml: entry Een Fout: nl: ") for line in problems)
    assert any(line.startswith("knowledge/zzz.toml: ") for line in problems)
    assert target.read_bytes() == b"old"


def test_a_folder_without_content_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "knowledge.db"
    assert "geen map met inhoud" in run("build", "--resources", str(tmp_path / "nee"), "--out", str(target)).complaint
    assert "geen map met inhoud" in run("build", "--resources", str(tmp_path), "--out", str(target)).complaint
    assert not target.exists()


def test_a_target_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    assert "is een map" in run("build", "--out", str(tmp_path)).complaint
    (tmp_path / "file").write_bytes(b"")
    assert "kan niet worden geschreven" in run("build", "--out", str(tmp_path / "file" / "knowledge.db")).complaint


def test_with_packs(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "k.db"
    done = run(
        "build", "--out", str(target), "--pack", str(EXAMPLE), "--pack", str(small_pack(tmp_path / "p", link="money"))
    )
    assert (done.code, done.err) == (0, "")
    assert (
        "Kennispakket Voorbeeldstad (verzonnen voorbeeld) 2026.1\n     2 delen van eigen bronnen\n     4 kennisitems:"
        in done.out
    )
    assert "Kennispakket Klein 1\n" in done.out
    assert run("search", "Geldwinkel", "--json", "--knowledge", str(target)).json["hits"][0]["id"] == f"{ID}-geldwinkel"
    assert [pack["id"] for pack in run("export", "knowledge", "--knowledge", str(target)).json["packs"]] == [
        "pack-klein",
        ID,
    ]


def test_with_a_pack_that_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "k.db"
    done = run("build", "--out", str(target), "--pack", str(small_pack(tmp_path / "p", link="nergens")))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "Het kennispakket wordt niet toegelaten en er is niets gewijzigd (1):",
        "all.toml: entry pack-klein-een: barriers: geen barrier heet “nergens”",
    ]
    assert not target.exists()
