"""Reads a content folder: TOML files to typed tables, every problem named with file, entry and field."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guidance_kb.knowledge.authoring import models
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import ContentError, Problem

_Table = TypeVar("_Table", bound=models.Table)

_FORMATS: tuple[tuple[str, type[models.Table]], ...] = (
    ("knowledge/**/*.toml", models.KnowledgeFile),
    ("conversation/*.toml", models.ChecklistFile),
    ("thesaurus/*.toml", models.ThesaurusFile),
)


def read_content(folder: Path) -> Content:
    """Reads `knowledge/`, `conversation/` and `thesaurus/` below `folder`.

    Raises:
        ContentError: There is no content, a file is not UTF-8 TOML, or it holds a table that is not of the authoring format.
    """
    content = Content()
    problems: list[Problem] = []
    paths = [(path, model) for pattern, model in _FORMATS for path in sorted(folder.glob(pattern))]
    if not paths:
        problems.append(Problem(str(folder), "", "", "expected a folder with TOML files in `knowledge/`, found none"))
    for path, model in paths:
        name = path.relative_to(folder).as_posix()
        file = _read(path, name, model, problems)
        if isinstance(file, models.ChecklistFile):
            content.versions.append(file.version)
            _take(content.item_theme, file.theme, name, content)
            _take(content.item, file.item, name, content)
        elif file is not None:
            for kind in type(file).model_fields:
                _take(getattr(content, kind), getattr(file, kind), name, content)
    if problems:
        raise ContentError(problems)
    return content


def _take(collected: list[_Table], tables: Sequence[_Table], name: str, content: Content) -> None:
    collected.extend(tables)
    content.files.update((id(table), name) for table in tables)


def _read(path: Path, name: str, model: type[models.Table], problems: list[Problem]) -> models.Table | None:
    """Reads one file; what is wrong with it goes to `problems`, and then nothing is returned."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        problems.append(Problem(name, "", "", f"expected UTF-8 text, found another encoding at byte {error.start}"))
    except OSError as error:
        problems.append(Problem(name, "", "", f"this file cannot be read: {error.strerror}"))
    except (ValueError, RecursionError) as error:  # tomllib also lets the plain ValueError of a number too long through
        problems.append(Problem(name, "", "", f"expected TOML: {error}"))
    else:
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            problems.extend(_problem(name, raw, detail) for detail in error.errors())
    return None


def _problem(name: str, raw: dict[str, Any], detail: ErrorDetails) -> Problem:
    """Turns a validation error at `("entry", 3, "nl", "title")` into the entry's id and the field's name."""
    match detail["loc"]:
        case (str(kind), int(index), *field):
            table = raw[kind][index]
            label = table.get("id") or table.get("name") if isinstance(table, dict) else None
            where = f"{kind} {label or f'number {index + 1}'}"
        case field:
            where = ""
    return Problem(name, where, ".".join(map(str, field)), _expected(detail))


def _expected(detail: ErrorDetails) -> str:
    """Says in our words what was expected; the library's own words for the rare rest."""
    match detail["type"]:
        case "missing":
            return "this field is required"
        case "extra_forbidden":
            return "no field of this name exists"
        case "string_pattern_mismatch":
            return f"expected the form {detail['ctx']['pattern']}, found {detail['input']!r:.60}"
        case "value_error":
            return f"{detail['ctx']['error']}, found {detail['input']!r:.60}"
        case "literal_error":
            return f"expected {detail['ctx']['expected']}, found {detail['input']!r:.60}"
        case _:
            return f"{detail['msg'][0].lower()}{detail['msg'][1:]}, found {detail['input']!r:.60}"
