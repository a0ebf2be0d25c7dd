"""A downloaded package: whole, damaged, alone, oddly named, huge, or no file at all."""

import hashlib
import os
from pathlib import Path

import pytest

from guidance_kb.errors import KnownError
from guidance_kb.help.package import LARGEST, Age, PackageForm, PackageVerdict, check
from guidance_kb.help.package_messages import sentences
from guidance_kb.help.signature import Signature

NAME = "guidance-kb_0.2.0_amd64.deb"


def packed(folder: Path, name: str = NAME, content: bytes = b"a package") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


def listed(*files: Path, name: str = "SHA256SUMS") -> Path:
    lines = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    sums = files[0].with_name(name)
    sums.write_text(lines, "utf-8")
    return sums


def no_key(folder: Path) -> Path:
    return folder / "no-key.pub"


def test_a_newer_package_that_matches_is_good_and_says_the_next_step(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(packed(tmp_path, "another.zip"), file)
    checked = check(file, "0.1.0", no_key(tmp_path))
    assert (checked.verdict, checked.age, checked.form) == (PackageVerdict.MATCHES, Age.NEWER, PackageForm.DEB)
    assert checked.version == "0.2.0"
    assert checked.is_good
    said = " ".join(text.en for text in sentences(checked))
    assert "matches" in said
    assert NAME in said
    assert "Who it comes from was not checked" in said


def test_a_tampered_package_is_not(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(file)
    file.write_bytes(b"a packagE")
    checked = check(file, "0.1.0", no_key(tmp_path))
    assert checked.verdict is PackageVerdict.DIFFERS
    assert not checked.is_good
    said = " ".join(text.nl for text in sentences(checked))
    assert "Installeer het niet" in said
    assert "sudo" not in said
    assert "Van wie" not in said  # no longer matters


def test_without_a_list_nothing_is_promised(tmp_path: Path) -> None:
    checked = check(packed(tmp_path), "0.1.0", no_key(tmp_path))
    assert checked.verdict is PackageVerdict.NO_LIST
    assert not checked.is_good
    said = [text.en for text in sentences(checked)]
    assert "no SHA256SUMS" in said[0]
    assert "from the same place" in said[-1]
    assert "Get the file" not in said[-1]  # it may well be right


def test_a_list_of_other_files_says_so(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(packed(tmp_path, "another.zip"))
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.NOT_LISTED


@pytest.mark.parametrize(
    ("name", "version", "age", "said"),
    [
        ("guidance-kb_0.2.0_amd64.deb", "0.1.0", Age.NEWER, "0.2.0"),
        ("guidance-kb-0.10.0-linux-x86_64.tar.xz", "0.9.0", Age.NEWER, "0.10.0"),
        ("guidance-kb-0.1.0-windows-setup.exe", "0.1.0", Age.SAME, "0.1.0"),
        ("guidance-kb_0.1.0-1_amd64.deb", "0.1.0", Age.SAME, "0.1.0"),
        ("guidance-kb_1.0.0~rc1_amd64.deb", "1.0.0", Age.OLDER, "1.0.0rc1"),
        ("guidance-kb-1.0.0-rc.2-windows-portable.zip", "1.0.0rc1", Age.NEWER, "1.0.0rc2"),
        ("guidance-kb-0.0.9.tar.xz", "0.1.0", Age.OLDER, "0.0.9"),
        ("guidance-kb-0.2.0.1-linux.tar.xz", "0.1.0", Age.UNKNOWN, ""),
        ("guidance-kb.deb", "0.1.0", Age.UNKNOWN, ""),
        ("my-guidance-kb-0.2.0-linux.tar.xz", "0.1.0", Age.UNKNOWN, ""),
        ("guidance-kb-0.2.0-windows-setup (1).exe", "0.1.0", Age.NEWER, "0.2.0"),
    ],
)
def test_the_version_in_a_name_is_compared(tmp_path: Path, name: str, version: str, age: Age, said: str) -> None:
    file = packed(tmp_path, name)
    listed(file)
    checked = check(file, version, no_key(tmp_path))
    assert (checked.age, checked.version) == (age, said)
    assert checked.is_good is (age in (Age.NEWER, Age.SAME))


def test_an_older_package_is_not_to_be_installed_though_it_matches(tmp_path: Path) -> None:
    file = packed(tmp_path, "guidance-kb_0.0.9_amd64.deb")
    listed(file)
    said = [text.en for text in sentences(check(file, "0.1.0", no_key(tmp_path)))]
    assert any("older than what you have" in one for one in said)
    assert not any("apt install" in one for one in said)


def test_what_is_older_and_damaged_is_refused_once(tmp_path: Path) -> None:
    file = packed(tmp_path, "guidance-kb_0.0.9_amd64.deb")
    listed(file)
    file.write_bytes(b"a packagE")
    said = " ".join(text.en for text in sentences(check(file, "0.1.0", no_key(tmp_path))))
    assert said.count("Do not install it") == 1


@pytest.mark.parametrize("name", ["SHA256SUMS", "SHA256SUMS.txt", "SHA256SUMS.minisig"])
def test_the_list_itself_is_not_what_is_checked(tmp_path: Path, name: str) -> None:
    with pytest.raises(KnownError, match="Choose the package"):
        check(packed(tmp_path, name), "0.1.0", no_key(tmp_path))


@pytest.mark.parametrize("name", ["guidance-kb-0.2.0-linux-x86_64.tar.xz", "guidance-kb-0.2.0-windows-portable.zip"])
def test_the_next_step_of_a_folder_keeps_the_data_of_a_portable_program(tmp_path: Path, name: str) -> None:
    file = packed(tmp_path, name)
    listed(file)
    said = sentences(check(file, "0.1.0", no_key(tmp_path)))[-1]
    assert "map data" in said.nl
    assert "folder data" in said.en


def test_a_bill_of_materials_is_whole_and_nothing_to_install(tmp_path: Path) -> None:
    file = packed(tmp_path, "guidance-kb-0.2.0-linux-x86_64.cdx.json")
    listed(file)
    checked = check(file, "0.1.0", no_key(tmp_path))
    assert (checked.verdict, checked.form) == (PackageVerdict.MATCHES, PackageForm.BILL)
    assert "nothing to install" in sentences(checked)[-1].en


@pytest.mark.parametrize(
    "content",
    [
        "{sum} *{name}\r\n",
        "\ufeff{sum}  {name}\n",
        "# a remark\n\n{SUM}  ./{name}\n",
        "{sum}\t{name}",
    ],
)
def test_lists_of_other_tools_and_systems_are_read(tmp_path: Path, content: str) -> None:
    file = packed(tmp_path)
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    text = content.format(sum=found, SUM=found.upper(), name=file.name)
    (tmp_path / "SHA256SUMS").write_bytes(text.encode())
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.MATCHES


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>not found</html>", b"\xff\xfe\x00", b"abc  guidance-kb_0.2.0_amd64.deb\n", b"\n" * (LARGEST + 1)],
)
def test_what_is_no_list_is_unclear(tmp_path: Path, content: bytes) -> None:
    file = packed(tmp_path)
    (tmp_path / "SHA256SUMS").write_bytes(content)
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.UNCLEAR


def test_a_list_that_contradicts_itself_is_unclear(tmp_path: Path) -> None:
    file = packed(tmp_path)
    sums = listed(file)
    sums.write_text(f"{sums.read_text('utf-8')}{'0' * 64}  {file.name}\n", "utf-8")
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.UNCLEAR


def test_a_list_with_the_ending_of_a_browser_counts(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(file, name="SHA256SUMS.txt")
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.MATCHES


def test_a_name_with_signs_that_cannot_be_printed_is_shown_without_them(tmp_path: Path) -> None:
    file = packed(tmp_path, "guidance-kb-0.2.0-\u202efdp\n.deb")
    checked = check(file, "0.1.0", no_key(tmp_path))
    assert "\u202e" not in checked.name
    assert "\n" not in checked.name


def test_a_large_file_is_read_to_its_end(tmp_path: Path) -> None:
    file = tmp_path / NAME
    with file.open("wb") as stream:
        stream.truncate(64 * 2**20)  # a hole: it takes no room
        stream.seek(0, os.SEEK_END)
        stream.write(b"!")
    wanted = hashlib.sha256()
    with file.open("rb") as stream:
        while piece := stream.read(2**20):
            wanted.update(piece)
    (tmp_path / "SHA256SUMS").write_text(f"{wanted.hexdigest()}  {NAME}\n", "utf-8")
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.MATCHES
    with file.open("r+b") as stream:
        stream.seek(64 * 2**20)
        stream.write(b"?")
    assert check(file, "0.1.0", no_key(tmp_path)).verdict is PackageVerdict.DIFFERS


def test_a_link_a_folder_a_pipe_and_nothing_are_refused(tmp_path: Path) -> None:
    file = packed(tmp_path, "elsewhere.deb")
    link = tmp_path / NAME
    link.symlink_to(file)
    with pytest.raises(KnownError, match="link to another file"):
        check(link)
    with pytest.raises(KnownError, match="is not a file"):
        check(tmp_path)
    pipe = tmp_path / "pipe.deb"
    os.mkfifo(pipe)
    with pytest.raises(KnownError, match="is not a file"):
        check(pipe)
    with pytest.raises(KnownError, match="does not exist"):
        check(tmp_path / "gone.deb")
    with pytest.raises(KnownError, match="cannot be read"):
        check(tmp_path / "a\0b.deb")


def test_a_signature_that_is_configured_and_missing_is_not_good(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(file)
    key = tmp_path / "release.pub"
    key.write_text("untrusted comment: x\nRWQ=\n", "utf-8")
    checked = check(file, "0.1.0", key)
    assert (checked.verdict, checked.signature) == (PackageVerdict.MATCHES, Signature.MISSING)
    assert not checked.is_good
    said = [text.en for text in sentences(checked)]
    assert "no telling who it comes from" in said[1]
    assert "SHA256SUMS.minisig" in said[-1]


def test_a_bad_signature_comes_first_and_outweighs_that_the_file_matches(tmp_path: Path) -> None:
    file = packed(tmp_path)
    listed(file)
    (tmp_path / "SHA256SUMS.minisig").write_text("untrusted comment: x\nnonsense\n", "utf-8")
    key = tmp_path / "release.pub"
    key.write_text("untrusted comment: x\nRWQ=\n", "utf-8")
    checked = check(file, "0.1.0", key)
    assert (checked.verdict, checked.signature) == (PackageVerdict.MATCHES, Signature.BAD)
    said = [text.en for text in sentences(checked)]
    assert "signature" in said[0]
    assert "Do not install it" in said[-1]
    assert not any("arrived undamaged" in one for one in said)
