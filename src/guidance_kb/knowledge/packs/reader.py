"""From the files of a pack to checked content, or to everything that is wrong with it."""

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

# Reads a TOML file of a pack: UTF-8 without odd characters, and not nested so deeply that reading it would take long.


_JOINED: Final = re.compile(
    rf"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{limits.JOINED}}}"""
)
"""Names joined by dots: the time that `tomllib` takes for them grows by the square of their number."""

_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_DEEP: Final = Text(
    f"te diep genest: hoogstens {limits.NESTING} haken of namen in elkaar",
    f"nested too deeply: at most {limits.NESTING} brackets or names in each other",
)


def read(name: str, data: bytes, problems: list[Problem]) -> dict[str, Any] | None:
    """Returns what a file holds, or None with what is wrong with it in `problems`."""
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
    """Says that there are more than `most` of something."""
    return Text(f"te veel: hoogstens {most}", f"too many: at most {most}")


def _values(name: str, raw: dict[str, Any]) -> Iterator[Problem]:
    """What no text and no list of a pack may be, whatever field it stands in."""
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


# Packs in one language: what is not translated stands in the other language too, and says so before its title.
#
# An organisation that works in Dutch writes in Dutch; the program asks both languages of us, and of nobody else. Where all of a table is in
# one language, the other is filled from it before anything is checked: whatever holds for texts holds for these.


_TABLES: Final = ("section", "entry", "concept")
_OTHER: Final = {"nl": "en", "en": "nl"}

Absent = frozenset[tuple[str, str, str]]
"""What is not translated: the file, the table in it as a problem names it, and the language that is not there."""


def complete(files: Mapping[str, dict[str, Any]]) -> Absent:
    """Fills in what the files of a pack say in one language only, and returns what that was. Any value may stand in them."""
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
    """The problems, but for those of a text that is only there because another was: that one has them too."""
    return [each for each in problems if (each.file, each.where, each.field.partition(".")[0]) not in absent]


def untranslated(content: Content) -> int:
    """How many entries are in one language only."""
    return sum(names(entry.nl.title, "nl") or names(entry.en.title, "en") for entry in content.entry)


def _fill(table: dict[str, Any], *, is_entry: bool) -> str:
    """Fills in the language that a table lacks, and returns which; empty when it has both, or none."""
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


# Reads the files of a pack from a folder: no link is followed, nothing but plain files is opened.

_OPEN: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Neither follows a link nor waits at a pipe that took the place of the file since it was looked at."""

_JUNCTION: Final = 0xA0000003
"""What Windows calls a folder that is a link (IO_REPARSE_TAG_MOUNT_POINT)."""


def read_folder(folder: Path) -> Files:
    """Reads the pack in `folder`.

    Raises:
        PackError: It cannot be read, or holds what no pack may hold.
    """
    collector = Collector()
    try:
        for name, path in _files(folder, "", collector):
            collector.take(name, _bytes(path, collector.left))
    except OSError as error:
        raise unreadable(folder, error) from error
    return collector.files()


def _files(folder: Path, above: str, collector: Collector) -> Iterator[tuple[str, Path]]:
    """The files to read, each with its path below the pack."""
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
    """Stops at a folder with far too many files, before all their names are in memory."""
    for number, entry in enumerate(entries):
        if number > limits.FILES:
            raise refused("", f"te veel bestanden: hoogstens {limits.FILES}", f"too many files: at most {limits.FILES}")
        yield entry


def _bytes(path: Path, most: int) -> bytes:
    """Reads a plain file, one byte more than `most` at the most."""
    number = os.open(path, _OPEN)
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise refused(path.name, "geen gewoon bestand", "not a plain file")
        return file.read(most + 1)


# What holds for packs beyond what holds for all content: names of their own, and nothing that passes for ours.

_SECTION = re.compile(r"[a-z0-9]+([-./][a-z0-9]+)*")
_KINDS = ("section", "work", "entry", "concept")


def pack_problems(content: Content) -> Iterator[Problem]:
    """Finds what a pack does that only we may do."""
    yield from _names(content)
    yield from _fields(content)
    yield from _fairness(content)


def _names(content: Content) -> Iterator[Problem]:
    """Every name begins with that of the pack."""
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
    """No field that is about the report, or that would be shown as ours."""
    expected = Text("dit veld is niet voor kennispakketten", "this field is not for knowledge packs")
    for kind in _KINDS:
        for table in getattr(content, kind):
            for path in _filled(table, ()):
                yield problem(content, kind, table, path, expected)


def _filled(table: BaseModel, path: tuple[str, ...]) -> Iterator[str]:
    """The fields of `table`, and of the tables in it, that are filled and not allowed."""
    allowed = next((fields for model, fields in ALLOWED if isinstance(table, model)), frozenset(table.model_fields_set))
    for field in sorted(table.model_fields_set):
        value = getattr(table, field)
        if field not in allowed:
            yield ".".join((*path, field))
        elif isinstance(value, BaseModel):
            yield from _filled(value, (*path, field))


def _fairness(content: Content) -> Iterator[Problem]:
    """A group of people does not predict what drives or hinders someone."""
    for concept in content.concept:
        if not concept.barriers and not concept.drives:
            continue
        texts = [("id", concept.id), *(("nl", label) for label in concept.nl), *(("en", label) for label in concept.en)]
        for field, text in texts:
            if word := fairness.protected_word(text):
                yield problem(content, "concept", concept, field, fairness.protected(word))


def read_files(path: Path) -> Files:
    """Reads the files of the pack in a folder or a zip, without looking at what they say.

    Raises:
        PackError: There is nothing there, or not a pack that may be read.
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
    """Returns the checked contents of packs, in the order of their ids.

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
    """Returns the checked content of a pack; see `examine`.

    Raises:
        PackError: With every problem found.
    """
    content, problems = examine(files, ours)
    if problems or content is None:
        raise PackError(problems)
    return content


def examine(files: Files, ours: Content) -> tuple[Content | None, tuple[Problem, ...]]:
    """Returns what a pack says, and what is wrong with it.

    Args:
        files: The files of the pack.
        ours: Our content, which the pack may link to and whose names it may not take.

    Returns:
        The content, as far as it could be understood, or None when not even `pack.toml` could; and the problems, sorted.
    """
    deadline = time.monotonic() + limits.SECONDS
    content, problems, absent = _parse(files)
    if content is not None and not problems:
        problems += checks.problems(content, ours, deadline)
        problems += pack_problems(content)
    return content, tuple(sorted(set(told_once(problems, absent))))


def _parse(files: Files) -> tuple[Content | None, list[Problem], Absent]:
    """Returns what the files say, what is wrong with each of them by itself, and what is in one language only."""
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
