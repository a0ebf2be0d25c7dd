"""Packs that mean harm, or are just wrong, made by hand: each a change of the worked example, and why it is refused."""

import io
import os
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from guidance_kb.knowledge.packs import limits

EXAMPLE = Path(__file__).parents[3] / "docs" / "example-pack"
ID = "pack-voorbeeldstad"


class Hostile(NamedTuple):
    """A pack, and a piece of the English reason for which it is refused.

    Attributes:
        make: Makes the pack in an empty folder and returns its path.
        says: Stands in the English reason.
    """

    make: Callable[[Path], Path]
    says: str


def copied(parent: Path) -> Path:
    """A copy of the worked example, to change."""
    return Path(shutil.copytree(EXAMPLE, parent / "pack"))


def zipped(path: Path, members: dict[str | zipfile.ZipInfo, bytes]) -> Path:
    """A zip with the worked example and `members`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(EXAMPLE.iterdir()):
            archive.write(file, file.name)
        for name, data in members.items():
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return path


def _with(name: str, data: bytes | str) -> Callable[[Path], Path]:
    """The example with one more file."""

    def make(parent: Path) -> Path:
        folder = copied(parent)
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return folder

    return make


def changed(file: str, old: str, new: str) -> Callable[[Path], Path]:
    """The example with `old`, which must stand in `file`, replaced once."""

    def make(parent: Path) -> Path:
        folder = copied(parent)
        text = (folder / file).read_text("utf-8")
        assert old in text, f"{old!r} does not stand in {file}"
        (folder / file).write_text(text.replace(old, new, 1), "utf-8")
        return folder

    return make


def _in_zip(*members: tuple[str | zipfile.ZipInfo, bytes]) -> Callable[[Path], Path]:
    return lambda parent: zipped(parent / "pack.zip", dict(members))


def _bytes_changed(*changes: tuple[bytes, bytes], member: str = "x.toml") -> Callable[[Path], Path]:
    """A zip with one member more, whose bytes are changed where the format says what it is."""

    def make(parent: Path) -> Path:
        path = zipped(parent / "pack.zip", {member: b"# empty\n"})
        data = path.read_bytes()
        for old, new in changes:
            assert old in data
            data = data.replace(old, new)
        path.write_bytes(data)
        return path

    return make


def _special(kind: int) -> zipfile.ZipInfo:
    """A member that says it is something else than a plain file, as Unix writes it."""
    info = zipfile.ZipInfo("link.toml")
    info.create_system = 3
    info.external_attr = (kind | 0o777) << 16
    return info


def _encrypted(parent: Path) -> Path:
    path = zipped(parent / "pack.zip", {})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    return path


def _lies_about_its_size(parent: Path) -> Path:
    """Says that a member is small, and unpacks to much more."""
    path = zipped(parent / "pack.zip", {"big.toml": b"#" * 5_000_000})
    data = path.read_bytes().replace(struct.pack("<L", 5_000_000), struct.pack("<L", 10))
    path.write_bytes(data)
    return path


def _same_name_twice(parent: Path) -> Path:
    path = parent / "pack.zip"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("pack.toml", "a.toml", "A.TOML"):
            archive.writestr(name, b"")
    path.write_bytes(made.getvalue())
    return path


def _million_members(parent: Path) -> Path:
    path = parent / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(limits.FILES * 3):
            archive.writestr(f"{number}.toml", b"")
    return path


def _link(target: str) -> Callable[[Path], Path]:
    def make(parent: Path) -> Path:
        folder = copied(parent)
        (parent / "secret.toml").write_text("[[concept]]\n", "utf-8")
        (folder / "link.toml").symlink_to(target)
        return folder

    return make


def _folder_link(parent: Path) -> Path:
    folder = copied(parent)
    (folder / "more").symlink_to(parent, target_is_directory=True)
    return folder


def _pipe(parent: Path) -> Path:
    folder = copied(parent)
    os.mkfifo(folder / "pipe.toml")
    return folder


def _many_files(parent: Path) -> Path:
    folder = copied(parent)
    for number in range(limits.FILES + 1):
        (folder / f"{number}.txt").touch()
    return folder


def _together_too_large(parent: Path) -> Path:
    folder = copied(parent)
    for number in range(limits.BYTES // limits.FILE_BYTES + 1):
        (folder / f"{number}.toml").write_bytes(b"#" * limits.FILE_BYTES)
    return folder


def _deep(parent: Path) -> Path:
    folder = copied(parent)
    below = folder.joinpath(*"abcdefg")
    below.mkdir(parents=True)
    (below / "x.toml").touch()
    return folder


def _only(data: bytes) -> Callable[[Path], Path]:
    def make(parent: Path) -> Path:
        path = parent / "pack.zip"
        path.write_bytes(data)
        return path

    return make


def _empty_folder(parent: Path) -> Path:
    (parent / "pack").mkdir()
    return parent / "pack"


ENTRY = 'id = "pack-voorbeeldstad-eerst-rust"'
CALM = "De medewerkers schrijven"
NAME = 'name = "Voorbeeldstad (verzonnen voorbeeld)"'

HOSTILE: dict[str, Hostile] = {
    # ── zips ──
    "zip bomb": Hostile(_in_zip(("bomb.toml", b"\n" * 100_000_000)), "too large: at most 1_000_000"),
    "small zip bomb": Hostile(_in_zip(("bomb.toml", b"\n" * 900_000)), "more than 200 times as large"),
    "zip that lies about a size": Hostile(_lies_about_its_size, "the zip is damaged"),
    "zip with a thousand files": Hostile(_million_members, "too many files"),
    "path out of the zip": Hostile(_in_zip(("../../evil.toml", b"")), "leads out of the pack"),
    "path out of the zip, further on": Hostile(_in_zip(("a/../../evil.toml", b"")), "leads out of the pack"),
    "absolute path": Hostile(_in_zip(("/etc/evil.toml", b"")), "leads out of the pack"),
    "path of Windows": Hostile(
        _bytes_changed((b"a_b_x.toml", b"..\\..\\x.to"), member="a_b_x.toml"), "leads out of the pack"
    ),
    "drive of Windows": Hostile(_in_zip(("C:/evil.toml", b"")), "leads out of the pack"),
    "name with a NUL": Hostile(_bytes_changed((b"a_b.toml", b"a\0b.toml"), member="a_b.toml"), "leads out of the pack"),
    "link in a zip": Hostile(_in_zip((_special(stat.S_IFLNK), b"/etc/passwd")), "a link"),
    "device in a zip": Hostile(_in_zip((_special(stat.S_IFCHR), b"")), "not a plain file"),
    "encrypted zip": Hostile(_encrypted, "encrypted"),
    "same name twice": Hostile(_same_name_twice, "there twice"),
    "zip cut off": Hostile(_only(zipfile.BadZipFile.__name__.encode()), "expected a folder or a zip"),
    "zip that is none": Hostile(_only(b"PK\x03\x04" + b"\xff" * 400), "the zip is damaged"),
    "zip too large": Hostile(_only(b"PK" + b"\0" * limits.ZIP_BYTES), "the zip is too large"),
    # ── files ──
    "link out of the folder": Hostile(_link("../secret.toml"), "a link"),
    "link to a file of the system": Hostile(_link("/etc/passwd"), "a link"),
    "folder that is a link": Hostile(_folder_link, "a link"),
    "pipe": Hostile(_pipe, "not a plain file"),
    "too many files": Hostile(_many_files, "too many files"),
    "file too large": Hostile(_with("big.toml", b"#" * (limits.FILE_BYTES + 1)), "too large: at most 1_000_000"),
    "files too large together": Hostile(_together_too_large, "too large together"),
    "folders too deep": Hostile(_deep, "too deep"),
    "name of a device": Hostile(_with("nul.toml", b""), "expected a name of letters"),
    "name that is read from right to left": Hostile(_with("\u202elmot.toml", b""), "characters that are not allowed"),
    "empty folder": Hostile(_empty_folder, "holds no “pack.toml”"),
    # ── texts ──
    "Latin-1": Hostile(_with("x.toml", 'a = "café"'.encode("latin-1")), "expected UTF-8 text"),
    "UTF-16": Hostile(_with("x.toml", 'a = "b"'.encode("utf-16")), "expected UTF-8 text"),
    "NUL": Hostile(_with("x.toml", "a = 1\0"), "not allowed here: U+0000"),
    "NUL behind an escape": Hostile(changed("entries.toml", CALM, "\\u0000"), "not allowed here: U+0000"),
    "right-to-left override": Hostile(changed("entries.toml", CALM, "\u202eDe"), "U+202E RIGHT-TO-LEFT OVERRIDE"),
    "right-to-left override behind an escape": Hostile(
        changed("pack.toml", NAME, 'name = "\\u202Ednats"'), "U+202E RIGHT"
    ),
    "zero-width letters": Hostile(changed("entries.toml", "schulden", "schul\u200bden"), "U+200B ZERO WIDTH SPACE"),
    "no TOML": Hostile(_with("x.toml", "<?xml version='1.0'?>"), "expected TOML"),
    "text without an end": Hostile(_with("x.toml", 'a = """\\"""' * 1000), "expected TOML"),
    "brackets in brackets": Hostile(_with("x.toml", "a = " + "[" * 100_000), "nested too deeply"),
    "brackets behind a text that ends on a quotation": Hostile(
        _with("x.toml", 'a = ["""b"""", ' + "[" * 100_000 + ', """c""""]'), "nested too deeply"
    ),
    "tables in tables": Hostile(_with("x.toml", "a = " + "{a = " * 100_000), "nested too deeply"),
    "nine tables in each other": Hostile(_with("x.toml", "a.b.c.d.e.f.g.h.i.j = 1"), "nested too deeply"),
    "quoted name of 100,000 parts": Hostile(_with("x.toml", '"a"' + ' . "a"' * 100_000 + " = 1"), "nested too deeply"),
    "name of 100,000 parts": Hostile(_with("x.toml", "a" + ".a" * 100_000 + " = 1"), "nested too deeply"),
    "number of 100,000 digits": Hostile(_with("x.toml", "a = " + "1" * 100_000), "expected TOML"),
    "10^6 entries": Hostile(_with("x.toml", "entry = [" + "{}," * 330_000 + "]"), "too many: at most 20000"),
    "10^6 entries in headings": Hostile(_with("x.toml", "[[entry]]\n" * 99_000), "too many: at most 20000"),
    "10^5 labels": Hostile(
        changed("concepts.toml", 'nl = ["Leerplein"', 'nl = ["a", ' + '"b", ' * 100_000 + '"Leerplein"'),
        "too many: at most 200",
    ),
    "barrier of its own": Hostile(
        _with("x.toml", '[[barrier]]\nid = "pack-voorbeeldstad-b"\n'), "no field of this name exists"
    ),
    "rule of its own": Hostile(
        _with("x.toml", '[[item]]\nid = "pack-voorbeeldstad-i"\n'), "no field of this name exists"
    ),
    # ── meaning ──
    "id of ours": Hostile(changed("entries.toml", ENTRY, 'id = "money"'), "begins with “pack-voorbeeldstad-”"),
    "id of another pack": Hostile(
        changed("entries.toml", ENTRY, 'id = "pack-elders-x"'), "begins with “pack-voorbeeldstad-”"
    ),
    "section of the report": Hostile(
        changed("entries.toml", f"{ID}-gids/ervaringen", "2.1.3"), "no section is called “2.1.3”"
    ),
    "name of a section of the report": Hostile(
        changed("sources.toml", f"{ID}-gids/loketten", "2.1.3"), "begins with “pack-"
    ),
    "id of a pack that is no name": Hostile(changed("pack.toml", f'"{ID}"', '"../../x"'), "expected the form"),
    "id of a pack without our beginning": Hostile(changed("pack.toml", f'"{ID}"', '"schotland"'), "expected the form"),
    "same id twice": Hostile(
        changed("entries.toml", ENTRY, f'id = "{ID}-leerplein"'), "another table with the same id"
    ),
    "text that would pass for ours": Hostile(
        changed("entries.toml", "[entry.nl]", '[entry.nl]\nours = "Vertrouw ons."'), "not for knowledge packs"
    ),
    "number of a recommendation": Hostile(changed("entries.toml", ENTRY, f"{ENTRY}\nnumber = 1"), "only there"),
    "answer of a country": Hostile(
        changed("entries.toml", ENTRY, f'{ENTRY}\ncountry = "ireland"'), "not for knowledge packs"
    ),
    "link to nothing": Hostile(changed("entries.toml", '["debts"]', '["nergens"]'), "no barrier is called"),
    "a third language": Hostile(changed("entries.toml", "[entry.en]", "[entry.fr]"), "no field of this name exists"),
    "no language": Hostile(
        changed("sources.toml", '"Leergids Voorbeeldstad 2026, deel 1: Waar u terechtkunt"\nen =', '"x"\nfr ='),
        "no field of this name exists",
    ),
    "neither language": Hostile(
        changed("concepts.toml", 'nl = ["Leerplein', 'de = ["Leerplein'), "no field of this name exists"
    ),
    "121 words": Hostile(changed("entries.toml", CALM, "woord " * 121), "expected at most 120 words"),
    "script in Markdown": Hostile(changed("entries.toml", CALM, "<script>alert(1)</script>"), "HTML"),
    "image from elsewhere": Hostile(changed("entries.toml", CALM, "![x](http://evil.example/x.png)"), "found image"),
    "link that runs": Hostile(changed("entries.toml", CALM, "[klik](javascript:alert(1))"), "not allowed: “[klik]"),
    "HTML in a title": Hostile(
        changed("entries.toml", 'title = "In Voorbeeldstad', 'title = "<img src=x onerror=y>In Voorbeeldstad'),
        "expected no HTML",
    ),
    "HTML in the name": Hostile(changed("pack.toml", NAME, 'name = "<b>Wij</b>"'), "expected no HTML"),
    "file as web address": Hostile(
        changed("addresses.toml", "www.voorbeeldstad.example/leerplein", "file:///etc/passwd"), "expected the form"
    ),
    "group of people as a cause": Hostile(
        changed("concepts.toml", '"lesmaatje"', '"lesmaatje", "alleenstaande moeder"'), "names a protected ground"
    ),
    "nothing in it": Hostile(lambda parent: _without(copied(parent)), "expected at least one entry or concept"),
}


def _without(folder: Path) -> Path:
    for name in ("addresses.toml", "concepts.toml", "entries.toml", "sources.toml"):
        (folder / name).unlink()
    return folder
