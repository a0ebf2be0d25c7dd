"""What holds for packs beyond what holds for all content: names of their own, and nothing that passes for ours."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from guidance_kb.knowledge.authoring import fairness
from guidance_kb.knowledge.authoring.checks import problem
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.pack import ALLOWED
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

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
    """A group of people does not predict what drives or hinders someone (product.md, principles)."""
    for concept in content.concept:
        if not concept.barriers and not concept.drives:
            continue
        texts = [("id", concept.id), *(("nl", label) for label in concept.nl), *(("en", label) for label in concept.en)]
        for field, text in texts:
            if word := fairness.protected_word(text):
                yield problem(content, "concept", concept, field, fairness.protected(word))
