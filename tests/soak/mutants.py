"""Changes the worked example pack at random: bytes, values, shapes, names, zips. The same number gives the same mutant."""

import datetime as dt
import json
import random
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.knowledge.packs.hostile import EXAMPLE

Files = dict[str, bytes]

EXAMPLE_FILES: Files = {path.name: path.read_bytes() for path in sorted(EXAMPLE.iterdir())}

ODD = [
    "",
    " ",
    "\0",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\ud7ff",
    "é",
    "😀",
    "ﷺ",
    "<b>",
    "<script>",
    "**",
    "[x](y)",
    "![",
    "`",
    "\\",
    '"""',
    "'''",
    "\r",
    "\n\n",
]
STRANGE: list[Any] = [
    "", "x" * 500, "woord " * 130, "[" * 3000, "*a **a " * 400, "- a\n  " * 600, "money", "2.1.3",
    "pack-voorbeeldstad-x", "\u202e", "\0", "<img src=x>",
    "../../x", "file:///etc/passwd", 0, -1, 2**63, 10**40, 1.5, float("nan"), float("inf"), True, [],
    [[]], [[[[[[[[[[]]]]]]]]]], {}, {"a": {"b": {}}},
    ["x"] * 300, list(range(50)), dt.date(2026, 1, 1), dt.datetime(2026, 1, 1, tzinfo=dt.UTC), dt.time(1, 2),
]  # fmt: skip


def mutant(number: int, folder: Path) -> Path:
    """Makes the mutant with this number in an empty folder, as a folder or as a zip, and returns its path."""
    chance = random.Random(number)  # noqa: S311 - the same every time is what is wanted
    files = dict(EXAMPLE_FILES)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(_CHANGES)(chance, files)
    return _as_zip(chance, files, folder) if chance.random() < 0.5 else _as_folder(files, folder)


def _as_folder(files: Files, folder: Path) -> Path:
    for name, data in files.items():
        path = folder / "pack" / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except (OSError, ValueError):  # a name that no file can have here
            continue
    return folder / "pack"


def _as_zip(chance: random.Random, files: Files, folder: Path) -> Path:
    path = folder / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name or "x")
            info.external_attr = (
                chance.choice((0, 0, 0, 0o100644 << 16, 0o120777 << 16)) if chance.random() < 0.1 else 0
            )
            archive.writestr(info, data, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    if chance.random() < 0.5:
        path.write_bytes(_bytes(chance, path.read_bytes()))
    return path


def _bytes(chance: random.Random, data: bytes) -> bytes:
    """Changes a few bytes: other ones, fewer, more, twice."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(5):
            case 0 if at < len(changed):
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.choice((1, 1, 2, 10, 200))]
            case 2:
                changed[at:at] = chance.choice(ODD).encode() * chance.choice((1, 1, 3, 50))
            case 3:
                changed[at:at] = changed[at : at + chance.choice((1, 5, 40, 400))] * chance.choice((1, 2, 30))
            case _:
                changed[at:at] = chance.randbytes(chance.choice((1, 2, 8)))
    return bytes(changed)


def _some_bytes(chance: random.Random, files: Files) -> None:
    name = chance.choice(list(files))
    files[name] = _bytes(chance, files[name])


def _some_lines(chance: random.Random, files: Files) -> None:
    """Lines that change places, go, or come twice: often still TOML."""
    name = chance.choice(list(files))
    lines = files[name].splitlines(keepends=True)
    if lines:
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                lines[here], lines[there] = lines[there], lines[here]
            case 1:
                del lines[here]
            case _:
                lines.insert(here, lines[there])
    files[name] = b"".join(lines)


def _value(chance: random.Random, files: Files) -> None:
    """Another value somewhere, or a value in the place of another."""
    name = chance.choice(list(files))
    try:
        raw = tomllib.loads(files[name].decode())
    except (ValueError, RecursionError):  # an earlier change left no TOML
        return
    places = list(_places(raw))
    if not places:
        return
    holder, key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            other, at = chance.choice(places)
            holder[key] = other[at]
        case 1 if isinstance(holder[key], str):
            text = holder[key]
            at = chance.randrange(len(text) + 1)
            holder[key] = text[:at] + chance.choice(ODD) * chance.choice((1, 1, 200)) + text[at:]
        case 2:
            for _ in range(chance.choice((1, 3, 12, 400))):
                holder[key] = [holder[key]] if chance.random() < 0.5 else {"x": holder[key]}
        case 3 if isinstance(holder, dict):
            holder[chance.choice(("ours", "note", "extra", "pack", "number", "id", ""))] = holder.pop(key)
        case _:
            holder[key] = chance.choice(STRANGE)
    try:
        files[name] = "".join(f"{json.dumps(k)} = {_toml(v)}\n" for k, v in raw.items()).encode()
    except (RecursionError, UnicodeEncodeError):
        return


def _names(chance: random.Random, files: Files) -> None:
    """A file goes, changes its name, or comes twice."""
    name = chance.choice(list(files))
    new = chance.choice(
        (
            "../x.toml",
            "/x.toml",
            "a/b/c/d/e/f/g.toml",
            "PACK.toml",
            "x.txt",
            ".x.toml",
            "\u202ex.toml",
            "a\\b.toml",
            "con.toml",
            "é.toml",
            "x" * 200,
        )
    )
    match chance.randrange(3):
        case 0:
            files[new] = files.pop(name)
        case 1:
            files[new] = files[name]
        case _:
            del files[name]
    if not files:
        files["x.toml"] = b""


_CHANGES: list[Callable[[random.Random, Files], None]] = [_some_bytes, _some_lines, _value, _value, _value, _names]


def _places(value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Every place in a value where another could stand."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


def _toml(value: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    match value:
        case bool():
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list():
            return f"[{', '.join(map(_toml, value))}]"
        case dict():
            return "{" + ", ".join(f"{json.dumps(k, ensure_ascii=False)} = {_toml(v)}" for k, v in value.items()) + "}"
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return repr(value)
