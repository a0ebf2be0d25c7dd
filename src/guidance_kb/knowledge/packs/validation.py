"""From the files of a pack to checked content, or to a list of all problems."""

import os
import re
import stat
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring import checks, fairness, models
from guidance_kb.knowledge.authoring.build import not_toml, not_utf8, validated
from guidance_kb.knowledge.authoring.checks import problem
from guidance_kb.knowledge.authoring.content import Content, marked, names
from guidance_kb.knowledge.authoring.pack import ABOUT, ALLOWED, About, PackFile
from guidance_kb.knowledge.authoring.problems import PackError, Problem
from guidance_kb.knowledge.packs import limits
from guidance_kb.knowledge.packs.archive import read_zip
from guidance_kb.knowledge.packs.files import Collector, Files, refused, unreadable
from guidance_kb.knowledge.packs.limits import line_of_odd, odd
from guidance_kb.language import Text

# --- Parsing of a TOML file: UTF-8, without forbidden characters, and nested so little that parsing is fast


_JOINED: Final = re.compile(
    rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{limits.JOINED}}}"""
)
"""Names joined by dots; the time that `tomllib` needs for them is quadratic in their number."""

_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_DEEP: Final = Text(
    f"te diep genest: hoogstens {limits.NESTING} haken of namen in elkaar",
    f"nested too deeply: at most {limits.NESTING} brackets or names in each other",
)


def read(name: str, data: bytes, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the content of a file; None with its problems added to `problems`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(Problem(name, "", "", not_utf8(error)))
        return None
    if character := odd(text):
        problems.append(Problem(name, f"line {line_of_odd(text)}", "", _no(character)))
        return None
    if _JOINED.search(text):
        problems.append(Problem(name, "", "", _DEEP))
        return None
    try:
        raw = tomllib.loads(text)
    except RecursionError:
        problems.append(Problem(name, "", "", _DEEP))
        return None
    except ValueError as error:
        problems.append(Problem(name, "", "", not_toml(error)))
        return None
    found = [*_counts(name, raw), *_values(name, raw)]
    problems += found
    return None if found else raw


def _counts(name: str, raw: dict[str, Any]) -> Iterator[Problem]:
    for kind, most in limits.TABLES.items():
        tables = raw.get(kind)
        if isinstance(tables, list) and len(tables) > most:
            yield Problem(name, "", kind, too_many(most))


def too_many(most: int) -> Text:
    """Return the message that there are more than `most` values."""
    return Text(f"te veel: hoogstens {most}", f"too many: at most {most}")


def _values(name: str, raw: dict[str, Any]) -> Iterator[Problem]:
    """Yield the problems of texts and lists that are forbidden in any field."""
    for kind, tables in raw.items():
        for number, table in enumerate(tables if isinstance(tables, list) else [tables], 1):
            label = (table.get("id") or table.get("name")) if isinstance(table, dict) else None
            where = f"{shown(kind)} {shown(label) if isinstance(label, str) else f'number {number}'}"
            for field, expected in _faults(table, (), 1):
                yield Problem(name, where, field, expected)


def _faults(value: object, path: tuple[str, ...], depth: int) -> Iterator[tuple[str, Text]]:
    if depth > limits.NESTING:
        yield shown(".".join(path)), _DEEP
    elif isinstance(value, str):
        if character := odd(value):
            yield shown(".".join(path)), _no(character)
        if found := _HTML.search(value):
            at = shown(value[found.start() :][:30])
            yield (
                shown(".".join(path)),
                Text(f"verwacht: geen HTML, gevonden: “{at}”", f"expected no HTML, found “{at}”"),
            )
    elif isinstance(value, list):
        if len(value) > limits.LIST:
            yield shown(".".join(path)), too_many(limits.LIST)
            return
        for member in value:
            yield from _faults(member, path, depth + 1)
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _faults(key, path, depth)
            yield from _faults(member, (*path, key), depth + 1)


def _no(character: str) -> Text:
    return Text(f"een teken dat hier niet mag staan: {character}", f"a character that is not allowed here: {character}")


# --- Packs in one language: untranslated texts are copied to the other language, with a mark before the title
#
# Organisations may write in one language; only our own content must have both. A table in one language is completed before any check, so
# that all checks of texts apply to the copies too.


_TABLES: Final = ("section", "entry", "concept")
_OTHER: Final = {"nl": "en", "en": "nl"}

Absent = frozenset[tuple[str, str, str]]
"""The untranslated tables: the file, the table as named in problems, and the missing language."""


def complete(files: Mapping[str, dict[str, Any]]) -> Absent:
    """Copy texts in one language to the other language and return what was missing. The values may be of any type."""
    absent = set()
    for file, raw in files.items():
        if file == ABOUT:
            tables = [("", raw)]
        else:
            found = [(kind, table) for kind in _TABLES for table in _list(raw.get(kind)) if isinstance(table, dict)]
            tables = [(f"{kind} {shown(table.get('id') or table.get('name') or '')}", table) for kind, table in found]
        for where, table in tables:
            if language := _fill(table, is_entry=where.startswith("entry ")):
                absent.add((file, where, language))
    return frozenset(absent)


def told_once(problems: list[Problem], absent: Absent) -> list[Problem]:
    """Return the problems without those of copied texts, because their originals have the same problems."""
    return [each for each in problems if (each.file, each.where, each.field.partition(".")[0]) not in absent]


def untranslated(content: Content) -> int:
    """Return the number of entries in one language only."""
    return sum(names(entry.nl.title, "nl") or names(entry.en.title, "en") for entry in content.entry)


def _fill(table: dict[str, Any], *, is_entry: bool) -> str:
    """Fill in the missing language of a table and return it; empty if the table has both or neither."""
    there = [language for language in _OTHER if language in table]
    if len(there) != 1:
        return ""
    known, other = there[0], _OTHER[there[0]]
    text = table[known]
    table[other] = _marked(text, other) if is_entry and isinstance(text, dict) else text
    address = table.get("address")
    if is_entry and isinstance(address, dict) and f"hours_{known}" in address:
        address.setdefault(f"hours_{other}", address[f"hours_{known}"])
    return other


def _marked(text: dict[str, Any], language: str) -> dict[str, Any]:
    title = text.get("title")
    return {**text, "title": marked(title, language)} if isinstance(title, str) else text


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


# --- Reading from a folder: links are not followed, and only plain files are opened

_OPEN: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Flags to open a file that may have been replaced since it was checked: links are not followed, and a pipe does not block."""

_JUNCTION: Final = 0xA0000003
"""The reparse tag of a directory junction on Windows (IO_REPARSE_TAG_MOUNT_POINT)."""


def read_folder(folder: Path) -> Files:
    """Read the pack in `folder`.

    Raises:
        PackError: It cannot be read, or has content that packs may not have.
    """
    collector = Collector()
    try:
        for name, path in _files(folder, "", collector):
            collector.take(name, _bytes(path, collector.left))
    except OSError as error:
        raise unreadable(folder, error) from error
    return collector.files()


def _files(folder: Path, above: str, collector: Collector) -> Iterator[tuple[str, Path]]:
    """Yield the files to read, each with its path in the pack."""
    with os.scandir(folder) as entries:
        found = sorted(entry.name for entry in _bounded(entries))
    for child in found:
        name = f"{above}{child}"
        if child.startswith("."):
            continue
        wanted = collector.wants(name)
        state = os.lstat(folder / child)
        if stat.S_ISLNK(state.st_mode) or getattr(state, "st_reparse_tag", 0) == _JUNCTION:
            raise refused(
                name,
                "een verwijzing; zet het bestand zelf in de map",
                "a link; put the file itself into the folder",
            )
        if stat.S_ISDIR(state.st_mode):
            yield from _files(folder / child, f"{name}/", collector)
        elif not stat.S_ISREG(state.st_mode):
            raise refused(name, "geen gewoon bestand", "not a plain file")
        elif wanted:
            yield name, folder / child
        else:
            collector.ignore(name)


def _bounded(entries: Iterator["os.DirEntry[str]"]) -> Iterator["os.DirEntry[str]"]:
    """Yield the entries; raise if there are too many, before all their names are in memory."""
    for number, entry in enumerate(entries):
        if number > limits.FILES:
            raise refused("", f"te veel bestanden: hoogstens {limits.FILES}", f"too many files: at most {limits.FILES}")
        yield entry


def _bytes(path: Path, most: int) -> bytes:
    """Return the data of a plain file, at most one byte more than `most`."""
    number = os.open(path, _OPEN)
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise refused(path.name, "geen gewoon bestand", "not a plain file")
        return file.read(most + 1)


# --- Rules for packs in addition to those for all content: prefixed names, and nothing that looks like our content

_SECTION = re.compile(r"[a-z0-9]+([-./][a-z0-9]+)*")
_KINDS = ("section", "work", "entry", "concept")


def pack_problems(content: Content) -> Iterator[Problem]:
    """Yield the problems of content that only we may publish."""
    yield from _names(content)
    yield from _fields(content)
    yield from _fairness(content)


def _names(content: Content) -> Iterator[Problem]:
    """Yield the names that do not begin with that of the pack."""
    assert content.pack is not None  # noqa: S101 - for the type checker: a pack was read
    prefix = f"{content.pack.id}-"
    expected = Text(f"verwacht: een naam die begint met “{prefix}”", f"expected a name that begins with “{prefix}”")
    form = Text(
        "verwacht: kleine letters en cijfers, met - . of / ertussen",
        "expected small letters and digits, with - . or / between",
    )
    for section in content.section:
        if not section.name.startswith(prefix):
            yield problem(content, "section", section, "name", expected)
        elif not _SECTION.fullmatch(section.name):
            yield problem(content, "section", section, "name", form)
    for kind, table in content.identified():
        if not table.id.startswith(prefix):
            yield problem(content, kind, table, "id", expected)


def _fields(content: Content) -> Iterator[Problem]:
    """Yield the fields that are about the report, or that would be shown as our content."""
    expected = Text("dit veld is niet voor kennispakketten", "this field is not for knowledge packs")
    for kind in _KINDS:
        for table in getattr(content, kind):
            for path in _filled(table, ()):
                yield problem(content, kind, table, path, expected)


def _filled(table: BaseModel, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the fields of `table`, and of the tables in it, that are set and not allowed."""
    allowed = next((fields for model, fields in ALLOWED if isinstance(table, model)), frozenset(table.model_fields_set))
    for field in sorted(table.model_fields_set):
        value = getattr(table, field)
        if field not in allowed:
            yield ".".join((*path, field))
        elif isinstance(value, BaseModel):
            yield from _filled(value, (*path, field))


def _fairness(content: Content) -> Iterator[Problem]:
    """Yield the concepts that link a group of people to a barrier or drive: a group does not predict these."""
    for concept in content.concept:
        if not concept.barriers and not concept.drives:
            continue
        texts = [("id", concept.id), *(("nl", label) for label in concept.nl), *(("en", label) for label in concept.en)]
        for field, text in texts:
            if word := fairness.protected_word(text):
                yield problem(content, "concept", concept, field, fairness.protected(word))


def read_files(path: Path) -> Files:
    """Read the files of the pack in a folder or a zip, without checking their contents.

    Raises:
        PackError: There is nothing there, or no readable pack.
    """
    if path.is_dir():
        return read_folder(path)
    if not path.is_file():
        nothing = not path.exists()
        raise refused(
            str(path),
            "hier is niets" if nothing else "verwacht: een map of een zip",
            "nothing is here" if nothing else "expected a folder or a zip",
        )
    try:
        with path.open("rb") as file:
            data = file.read(limits.ZIP_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if not data.startswith(b"PK"):
        raise refused(path.name, "verwacht: een map of een zip", "expected a folder or a zip")
    return read_zip(data)


def read_packs(paths: Iterable[Path], ours: Content) -> list[Content]:
    """Return the checked contents of packs, in the order of their ids.

    Raises:
        PackError: One of them is refused, or two have the same id.
    """
    contents: dict[str, Content] = {}
    for path in paths:
        content = read_pack(read_files(path), ours)
        name = content.pack.id if content.pack else ""
        if name in contents:
            raise refused(str(path), f"“{name}” is er twee keer", f"“{name}” is there twice")
        contents[name] = content
    return [content for _, content in sorted(contents.items())]


def read_pack(files: Files, ours: Content) -> Content:
    """Return the checked content of a pack; see `examine`.

    Raises:
        PackError: The content has problems; the error has all of them.
    """
    content, problems = examine(files, ours)
    if problems or content is None:
        raise PackError(problems)
    return content


def examine(files: Files, ours: Content) -> tuple[Content | None, tuple[Problem, ...]]:
    """Return the content of a pack and its problems.

    Args:
        files: The files of the pack.
        ours: Our content: the pack may link to it, but may not use its names.

    Returns:
        The content, as far as it was understood, or None if even `pack.toml` was not; and the problems, sorted.
    """
    deadline = time.monotonic() + limits.SECONDS
    content, problems, absent = _parse(files)
    if content is not None and not problems:
        problems += checks.problems(content, ours, deadline)
        problems += pack_problems(content)
    return content, tuple(sorted(set(told_once(problems, absent))))


def _parse(files: Files) -> tuple[Content | None, list[Problem], Absent]:
    """Return the content of the files, the problems of each file by itself, and the untranslated tables."""
    problems: list[Problem] = []
    raw = {name: found for name, data in files.read.items() if (found := read(name, data, problems)) is not None}
    absent = complete(raw)
    about = validated(ABOUT, raw.pop(ABOUT), About, problems) if ABOUT in raw else None
    parts = {name: part for name, found in raw.items() if (part := validated(name, found, PackFile, problems))}
    if about is None:
        return None, problems, absent
    content = Content(pack=about)
    for name, part in parts.items():
        for kind in limits.TABLES:
            tables: list[models.Table] = getattr(part, kind)
            getattr(content, kind).extend(tables)
            content.files.update((id(table), name) for table in tables)
    for kind, most in limits.TABLES.items():
        if len(getattr(content, kind)) > most:
            problems.append(Problem("", "", kind, too_many(most)))
    if not content.entry and not content.concept and not problems:
        problems.append(Problem("", "", "", _EMPTY))
    return content, problems, absent


_EMPTY = Text(
    "verwacht: ten minste één kennisitem of begrip, gevonden: geen",
    "expected at least one entry or concept, found none",
)
