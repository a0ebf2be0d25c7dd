"""What is a pack, as a folder and as a zip, and what of it is read."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import PackError
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.archive import read_zip, write_zip
from guidance_kb.knowledge.packs.validation import examine, read_files, read_pack, read_packs
from guidance_kb.language import Language
from tests.knowledge.packs.hostile import EXAMPLE, changed, zipped
from tests.knowledge.packs.small import small_pack


def test_the_worked_example_passes(ours: Content) -> None:
    content = read_pack(read_files(EXAMPLE), ours)
    assert content.pack is not None
    assert content.pack.id == "pack-voorbeeldstad"
    kinds = sorted(entry.kind for entry in content.entry)
    assert kinds == ["address", "address", "finding", "practice"]
    assert (len(content.work), len(content.concept)) == (1, 3)
    assert content.file_of(content.entry[0]) == "addresses.toml"


def test_folder_and_zip_are_the_same(tmp_path: Path) -> None:
    folder, archive = read_files(EXAMPLE), read_files(zipped(tmp_path / "pack.zip", {}))
    assert folder == archive
    assert read_zip(write_zip(folder.read)) == folder
    assert write_zip(folder.read) == write_zip(dict(reversed(folder.read.items())))


@pytest.mark.parametrize("top", ["voorbeeld", "Mijn pakket (1)"])
def test_zip_with_the_pack_in_a_folder(tmp_path: Path, top: str) -> None:
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.mkdir(top)
        for file in EXAMPLE.iterdir():
            archive.write(file, f"{top}/{file.name}")
        archive.writestr("__MACOSX/._pack.toml", b"\0\5\26\7")
    assert read_files(path).read == read_files(EXAMPLE).read


def test_other_files_are_left_alone_and_named(pack: Path) -> None:
    (pack / "README.md").write_text("# Een pakket", "utf-8")
    (pack / "logo é.png").write_bytes(b"\x89PNG\0")
    (pack / ".git").mkdir()
    (pack / ".git" / "config.toml").write_bytes(b"\xff")
    (pack / ".DS_Store").write_bytes(b"\0")
    found = read_files(pack)
    assert found.ignored == ("README.md", "logo é.png")
    assert found.read == read_files(EXAMPLE).read


def test_files_in_folders_and_with_line_ends_of_windows(pack: Path, ours: Content) -> None:
    (pack / "entries").mkdir()
    text = (pack / "entries.toml").read_bytes()
    (pack / "entries.toml").unlink()
    (pack / "entries" / "2026.toml").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    content = read_pack(read_files(pack), ours)
    assert {content.file_of(entry) for entry in content.entry} == {"addresses.toml", "entries/2026.toml"}
    assert content.entry[-1].nl.body == read_pack(read_files(EXAMPLE), ours).entry[-1].nl.body


@pytest.mark.parametrize(
    ("what", "says"), [("nothing", "nothing is here"), ("a text", "a folder or a zip"), ("another folder", "pack.toml")]
)
def test_what_is_no_pack(tmp_path: Path, what: str, says: str) -> None:
    path = tmp_path / "x"
    if what == "a text":
        path.write_text("hallo", "utf-8")
    elif what == "another folder":
        path.mkdir()
    with pytest.raises(PackError) as caught:
        read_files(path)
    assert says in caught.value.say(Language.EN)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_file_without_permission(pack: Path) -> None:
    (pack / "entries.toml").chmod(0)
    with pytest.raises(PackError, match="cannot be read"):
        read_files(pack)


def test_most_that_a_limit_allows(pack: Path, ours: Content) -> None:
    """One less than what the hostile packs are refused for."""
    (pack / "big.toml").write_bytes(b"#" * (limits.FILE_BYTES - 1) + b"\n")
    below = pack.joinpath(*"abcde"[: limits.DEPTH])
    below.mkdir(parents=True)
    (below / "x.toml").touch()
    (pack / "deep.toml").write_text(f"# {'[' * 100}\n", "utf-8")
    for number in range(limits.FILES - 13):
        (pack / f"{number}.txt").touch()
    assert read_pack(read_files(pack), ours).pack


def test_brackets_and_dots_in_texts_are_no_nesting(pack: Path, ours: Content) -> None:
    path = pack / "entries.toml"
    path.write_text(
        path.read_text("utf-8").replace("De medewerkers", "[[[[[[[[[[ a.b.c.d.e.f.g.h.i.j [noot] De medewerkers", 1),
        "utf-8",
    )
    assert read_pack(read_files(pack), ours).pack


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_texts_of_several_lines_with_quotes_in_them(pack: Path, ours: Content, quotes: str) -> None:
    path = pack / "sources.toml"
    path.write_text(
        path.read_text("utf-8").replace(
            '"Een jaar Leerplein (verzonnen)"', f"{quotes}Een \"jaar\" 'plein' [[[[[[[[[[{quotes}"
        ),
        "utf-8",
    )
    assert read_pack(read_files(pack), ours).work[0].title == "Een \"jaar\" 'plein' [[[[[[[[[["


def test_every_problem_is_told_and_what_could_be_read(tmp_path: Path, ours: Content) -> None:
    folder = changed("entries.toml", '["debts"]', '["nergens"]')(tmp_path)
    path = folder / "addresses.toml"
    path.write_text(path.read_text("utf-8").replace('"money"', '"ook-nergens"'), "utf-8")
    content, problems = examine(read_files(folder), ours)
    assert content is not None
    assert len(content.entry) == 4
    assert [(problem.file, problem.field) for problem in problems] == [
        ("addresses.toml", "barriers"),
        ("entries.toml", "barriers"),
    ]


def test_several_packs_by_their_ids(tmp_path: Path, ours: Content) -> None:
    paths = [small_pack(tmp_path / name, name, link="money") for name in ("twee", "een")]
    found = read_packs([*paths, EXAMPLE], ours)
    assert [content.pack and content.pack.id for content in found] == ["pack-een", "pack-twee", "pack-voorbeeldstad"]
    shutil.copytree(paths[0], tmp_path / "again")
    with pytest.raises(PackError, match="“pack-twee” is there twice"):
        read_packs([*paths, tmp_path / "again"], ours)


def test_a_name_of_ours_never_begins_like_that_of_a_pack(tmp_path: Path) -> None:
    from tests.knowledge.authoring.folder import THESAURUS, ContentFolder  # noqa: PLC0415

    folder = ContentFolder(tmp_path)
    folder.add(THESAURUS, '\n[[concept]]\nid = "pack-x"\nnl = ["x"]\nen = ["x"]\n')
    assert [problem[:3] for problem in folder.problems()] == [(THESAURUS, "concept pack-x", "id")]


def test_checking_that_takes_too_long_is_given_up(ours: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", -1.0)
    with pytest.raises(PackError, match="takes too long"):
        read_pack(read_files(EXAMPLE), ours)


@pytest.mark.parametrize("quotes", ['"""', "'''"])
@pytest.mark.parametrize("more", [0, 1, 2])
def test_a_long_text_may_end_on_a_quotation(pack: Path, ours: Content, quotes: str, more: int) -> None:
    says = f"Ga mee en zeg: {quotes[0] * more}kom erbij{quotes[0] * more}"
    text = (pack / "pack.toml").read_text("utf-8")
    line = next(line for line in text.splitlines() if line.startswith("publisher = "))
    (pack / "pack.toml").write_text(text.replace(line, f"publisher = {quotes}{says}{quotes}"), "utf-8")
    content = read_pack(read_files(pack), ours)
    assert content.pack is not None
    assert content.pack.publisher == says
