"""Reading of a content folder: TOML files to typed tables, every problem with file, entry and field."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring import forms, models
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.problems import ContentError, Problem
from guidance_kb.language import Text

_Table = TypeVar("_Table", bound=models.Table)

_NOTHING = Text(
    "verwacht: een map met TOML-bestanden in `knowledge/`, gevonden: geen",
    "expected a folder with TOML files in `knowledge/`, found none",
)

_FORMATS: tuple[tuple[str, type[models.Table]], ...] = (
    ("knowledge/**/*.toml", models.KnowledgeFile),
    ("conversation/*.toml", models.ChecklistFile),
    ("thesaurus/*.toml", models.ThesaurusFile),
    ("phrasings/*.toml", models.PhrasingsFile),
)


def read_content(folder: Path) -> Content:
    """Read `knowledge/`, `conversation/` and `thesaurus/` below `folder`.

    Raises:
        ContentError: There is no content, a file is not UTF-8 TOML, or a table does not fit the authoring format.
    """
    content = Content()
    problems: list[Problem] = []
    paths = [(path, model) for pattern, model in _FORMATS for path in sorted(folder.glob(pattern))]
    if not paths:
        problems.append(Problem(str(folder), "", "", _NOTHING))
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
    """Read one file. If it is invalid, add the problems to `problems` and return None."""
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        problems.append(Problem(name, "", "", not_utf8(error)))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        expected = Text(f"dit bestand kan niet worden gelezen: {reason}", f"this file cannot be read: {reason}")
        problems.append(Problem(name, "", "", expected))
    except (ValueError, RecursionError) as error:  # tomllib also raises ValueError for long numbers
        problems.append(Problem(name, "", "", not_toml(error)))
    else:
        return validated(name, raw, model, problems)
    return None


def validated(name: str, raw: dict[str, Any], model: type[_Table], problems: list[Problem]) -> _Table | None:
    """Return a file as a validated table, or None with the faults added to `problems`.

    Args:
        name: The path of the file, for the problems.
        raw: The contents of the file.
        model: The expected type.
        problems: The list to add to.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        problems.extend(_problem(name, raw, detail) for detail in error.errors())
    return None


def not_utf8(error: UnicodeDecodeError) -> Text:
    """Return the message for a file in another encoding."""
    return Text(
        f"verwacht: UTF-8-tekst, gevonden: een andere codering bij byte {error.start}",
        f"expected UTF-8 text, found another encoding at byte {error.start}",
    )


def not_toml(error: Exception) -> Text:
    """Return the message for a file that is not TOML, in the words of the parser."""
    return Text(f"verwacht: TOML: {error}", f"expected TOML: {error}")


def _problem(name: str, raw: dict[str, Any], detail: ErrorDetails) -> Problem:
    """Turn a validation error at `("entry", 3, "nl", "title")` into the entry's id and the field's name."""
    match detail["loc"]:
        case (str(kind), int(index), *field):
            table = raw[kind][index]
            label = table.get("id") or table.get("name") if isinstance(table, dict) else None
            where = f"{kind} {shown(label) if label else f'number {index + 1}'}"
        case field:
            where = ""
    return Problem(name, where, shown(".".join(map(str, field))), _expected(detail))


def _expected(detail: ErrorDetails) -> Text:
    """Return what was expected in our words, or in the library's for rare kinds of errors."""
    found = f"{detail['input']!r:.60}"
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Text("dit veld is verplicht", "this field is required")
        case "extra_forbidden":
            return Text("er bestaat geen veld met deze naam", "no field of this name exists")
        case "value_error":
            return Text(
                f"alleen gewone tekst, zonder Markdown, gevonden: {found}", f"{context['error']}, found {found}"
            )
        case "string_pattern_mismatch":
            form = forms.EXAMPLES.get(context["pattern"], Text(context["pattern"], context["pattern"]))
            expected = Text(f"de vorm {form.nl}", f"expected the form {form.en}")
        case "model_type" | "dict_type":
            expected = Text("een tabel", "expected a table")
        case "literal_error":
            expected = Text(context["expected"].replace(" or ", " of "), f"expected {context['expected']}")
        case kind:
            dutch = next((text for start, text in _DUTCH.items() if kind.startswith(start)), kind).format(**context)
            expected = Text(dutch, f"{detail['msg'][0].lower()}{detail['msg'][1:]}")
    return Text(f"verwacht: {expected.nl}, gevonden: {found}", f"{expected.en}, found {found}")


_DUTCH = {
    "string_too_long": "hoogstens {max_length} tekens",
    "string_too_short": "ten minste {min_length} teken",
    "too_short": "ten minste {min_length} waarde",
    "less_than_equal": "hoogstens {le}",
    "greater_than_equal": "ten minste {ge}",
    "string": "tekst tussen aanhalingstekens",
    "int": "een heel getal",
    "bool": "true of false",
    "list": "een lijst",
    "date": "een datum, zoals 2026-05-01",
}
"""The library's kinds of errors, by prefix, in Dutch."""
