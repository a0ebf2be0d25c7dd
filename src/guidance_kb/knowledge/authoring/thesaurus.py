"""Checks of the thesaurus as a whole: unique labels, no cycles, no links between groups of people and barriers."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final

from guidance_kb.errors import shown
from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import ConceptSource
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

MAX_LABEL: Final = 60
"""Maximum number of characters of a label: a label is short enough to type."""

MAX_LEVELS: Final = 8
"""Maximum number of levels below a top concept; nobody would browse deeper."""

_Fault = tuple[ConceptSource, str, Text]
"""A concept, the field, and what is expected of the field."""


def check(content: Content, beside: Content) -> Iterator[Problem]:
    """Yield the problems of the concepts; broken links are skipped, because `checks` reports them.

    Args:
        content: The concepts to check.
        beside: The shipped content, if `content` is a pack: its concepts may be below shipped ones. Their labels may coincide; otherwise a
            new shipped label would invalidate packs.
    """
    for rule in (_labels(content), _established(content), _hierarchy(content, beside)):
        for concept, field, expected in rule:
            yield Problem(content.file_of(concept), f"concept {concept.id}", field, expected)


def fold(label: str) -> str:
    """Return `label` as a reader perceives it: without case, accents and punctuation, with single spaces."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", label).casefold())
    plain = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())


# --- Labels


def _labels(content: Content) -> Iterator[_Fault]:
    reasons = {concept.id: set(map(fold, concept.shared)) for concept in content.concept}
    doubled: dict[str, set[str]] = defaultdict(set)
    for language in ("nl", "en"):
        owners: dict[str, list[ConceptSource]] = defaultdict(list)
        for concept in content.concept:
            labels: list[str] = getattr(concept, language)
            yield from ((concept, language, expected) for expected in _unfit(labels))
            for label in dict.fromkeys(map(fold, labels)):
                owners[label].append(concept)
        for label, concepts in owners.items():
            if len(concepts) > 1:
                yield from _doubled(label, concepts, language, reasons)
                for concept in concepts:
                    doubled[concept.id].add(label)
    for concept in content.concept:
        for label in concept.shared:
            if fold(label) not in doubled[concept.id]:
                name = shown(label)
                expected = Text(f"“{name}” staat in geen twee begrippen", f"“{name}” does not stand in two concepts")
                yield concept, "shared", expected


def _unfit(labels: list[str]) -> Iterator[Text]:
    """Yield the faults of the labels of one concept in one language."""
    seen: set[str] = set()
    for label in labels:
        folded, name = fold(label), shown(label)
        if not folded:
            yield Text(f"verwacht: een woord, gevonden: “{name}”", f"expected a word, found “{name}”")
        if (length := len(label)) > MAX_LABEL:
            yield Text(
                f"verwacht: hoogstens {MAX_LABEL} tekens, gevonden: {length} (“{name}”)",
                f"expected at most {MAX_LABEL} characters, found {length} (“{name}”)",
            )
        if folded in seen:
            yield Text(f"“{name}” staat hier twee keer", f"“{name}” stands here twice")
        seen.add(folded)


def _doubled(
    label: str, concepts: list[ConceptSource], language: str, reasons: Mapping[str, set[str]]
) -> Iterator[_Fault]:
    """Yield the faults of a label that several concepts have: a missing reason, or several concepts that prefer it."""
    name = shown(label)
    silent = [concept for concept in concepts if label not in reasons[concept.id]]
    for concept in silent:
        other = next(other.id for other in concepts if other is not concept)
        expected = Text(
            f"“{name}” staat ook in {other}; zeg in beide waarom, onder `shared`",
            f"“{name}” stands in {other} too; say why in both, under `shared`",
        )
        yield concept, language, expected
    if silent:
        return
    preferring = [concept for concept in concepts if fold(getattr(concept, language)[0]) == label]
    for concept in preferring[1:]:
        first = preferring[0].id
        expected = Text(
            f"“{name}” is de voorkeursterm van {first} al", f"“{name}” is the preferred label of {first} already"
        )
        yield concept, language, expected


def _established(content: Content) -> Iterator[_Fault]:
    """Check that the term of an established vocabulary names the vocabulary and is the preferred English label."""
    for concept in content.concept:
        if (concept.scheme is None) != (concept.term is None):
            expected = Text("verwacht: `scheme` en `term` samen", "expected `scheme` and `term` together")
            yield concept, "term", expected
        if concept.term is not None and fold(concept.term) != fold(concept.en[0]):
            name = shown(concept.term)
            expected = Text(f"verwacht: “{name}” als eerste Engelse label", f"expected “{name}” as first English label")
            yield concept, "term", expected


# --- Hierarchy


def _hierarchy(content: Content, beside: Content) -> Iterator[_Fault]:
    """Check that there are no cycles, that broader concepts are not related as well, and that groups are separate."""
    concepts = {concept.id: concept for concept in (*beside.concept, *content.concept)}
    broader = {
        name: [other for other in concept.broader if other in concepts and other != name]
        for name, concept in concepts.items()
    }
    try:
        downwards = tuple(TopologicalSorter(broader).static_order())
    except CycleError as error:
        circle: list[str] = error.args[1]
        way = shown(" → ".join(circle))
        concept = next(concept for concept in content.concept if concept.id in circle)
        yield concept, "broader", Text(f"dit gaat in een kring: {way}", f"this goes in a circle: {way}")
        return
    levels: dict[str, int] = {}
    groups: set[str] = set()
    for name in downwards:
        levels[name] = 1 + max((levels[other] for other in broader[name]), default=0)
        if concepts[name].group or not groups.isdisjoint(broader[name]):
            groups.add(name)
    for concept in content.concept:
        if levels[concept.id] > MAX_LEVELS:
            expected = Text(f"verwacht: hoogstens {MAX_LEVELS} niveaus", f"expected at most {MAX_LEVELS} levels")
            yield concept, "broader", expected
            return
    yield from _related(content, broader)
    yield from _groups(content, groups)


def _related(content: Content, broader: Mapping[str, list[str]]) -> Iterator[_Fault]:
    for concept in content.concept:
        for other in concept.related:
            if other in broader and (other in _wider(concept.id, broader) or concept.id in _wider(other, broader)):
                expected = Text(
                    f"“{other}” is al breder of smaller dan dit", f"“{other}” is broader or narrower than this already"
                )
                yield concept, "related", expected


def _wider(name: str, broader: Mapping[str, list[str]]) -> set[str]:
    """Return all broader concepts, transitively."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        new = set(broader[ahead.pop()]) - found
        found |= new
        ahead += new
    return found


def _groups(content: Content, groups: set[str]) -> Iterator[_Fault]:
    """Check that a group of people has no link to a barrier or drive; narrower concepts are groups too."""
    expected = Text(
        "verwacht: geen, want een groep mensen voorspelt niet wat iemand drijft of hindert",
        "expected none: a group of people does not predict what drives or hinders someone",
    )
    for concept in content.concept:
        if concept.id in groups:
            yield from ((concept, field, expected) for field in ("barriers", "drives") if getattr(concept, field))
