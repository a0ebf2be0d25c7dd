"""Checks of steps: each says one thing, and each variant can be reached."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import BarrierSource, DriveSource, Table
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Language, Text

_CHOICE: Final = {
    Language.NL: re.compile(r"(?<!vraagt )(?<!na )(?<!uit )\bof\b|^(?:U )?kiest?\b|\bU kiest\b", re.IGNORECASE),
    Language.EN: re.compile(r"\bor\b|^(?:You )?(?:choose|pick)s?\b|\bYou (?:choose|pick)\b", re.IGNORECASE),
}
"""Words that leave a choice open. After “vraagt”, “gaat na” and “zoekt uit”, “of” means whether, and leaves none."""


def choice_left(text: str, language: Language) -> str | None:
    """Return the word by which a step leaves a choice open, or None: an agreement says one thing."""
    found = _CHOICE[language].search(text)
    return found.group(0) if found else None


Reference = tuple[str, Table, str, str, Collection[str]]
"""A field that refers to other tables: the kind of its table, the table, the field, the kind of what it names, the names."""


def references(content: Content) -> Iterator[Reference]:
    """Yield the items that variants name."""
    for kind, target in _targets(content):
        for number, variant in enumerate(target.variants, 1):
            yield kind, target, f"variants.{number}.when", "item", variant.when
            yield kind, target, f"variants.{number}.unless", "item", variant.unless


def check(content: Content) -> Iterator[Problem]:
    """Yield the steps that leave a choice open, and the variants that an earlier one always hides."""
    for kind, target in _targets(content):
        for field, text, language in _texts(target):
            if word := choice_left(text, language):
                yield Problem(content.file_of(target), f"{kind} {target.id}", field, _one_thing(word))
        for field in _hidden(target):
            yield Problem(content.file_of(target), f"{kind} {target.id}", field, _HIDDEN)


def _targets(content: Content) -> Iterator[tuple[str, BarrierSource | DriveSource]]:
    yield from (("barrier", barrier) for barrier in content.barrier)
    yield from (("drive", drive) for drive in content.drive)


def _texts(target: BarrierSource | DriveSource) -> Iterator[tuple[str, str, Language]]:
    """Yield (field, text, language) of every step of a barrier or drive."""
    for language in Language:
        for field, text in getattr(target, language):
            if field.startswith("step_"):
                yield f"{language}.{field}", text, language
        for number, variant in enumerate(target.variants, 1):
            for field, text in getattr(variant, language):
                yield f"variants.{number}.{language}.{field}", text, language


def _hidden(target: BarrierSource | DriveSource) -> Iterator[str]:
    """Yield the variants that never count: wherever they fit, an earlier one for the same person fits as well."""
    for number, variant in enumerate(target.variants):
        for earlier in target.variants[:number]:
            if (
                earlier.who == variant.who
                and set(earlier.when) <= set(variant.when)
                and set(earlier.unless) <= set(variant.unless)
            ):
                yield f"variants.{number + 1}.when"
                break


def _one_thing(word: str) -> Text:
    return Text(
        f"verwacht: een stap die één ding zegt, gevonden: “{word}”",
        f"expected a step that says one thing, found “{word}”",
    )


_HIDDEN: Final = Text(
    "deze stap komt nooit aan de beurt: een eerdere past altijd ook",
    "this step never counts: an earlier one always fits as well",
)
