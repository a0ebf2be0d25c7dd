"""The thesaurus as SKOS in Turtle, for tools that read vocabularies (docs/thesaurus.md).

- The first label of a language is its `skos:prefLabel`, every other one, including everyday phrases, an `skos:altLabel`: the program shows
them all, and `skos:hiddenLabel` is for forms that are not shown.
- A barrier, drive, need or theme has a concept as its `dcterms:subject`, which is how SKOS vocabularies index resources; `skos:related` is
for concepts only.
- The term of an established vocabulary is a `skos:note`. Its URI is unknown to us, so there is no `skos:exactMatch`.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from guidance_kb.knowledge.library import Library
from guidance_kb.knowledge.model import Concept
from guidance_kb.language import Language, Text

NAMESPACE: Final = "urn:guidance-kb:"
"""The prefix of our URNs: `urn:guidance-kb:concept:c-shame`."""

_KINDS: Final = ("concept", "barrier", "drive", "theme")
_PREFIXES: Final = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    **{kind: f"{NAMESPACE}{kind}:" for kind in _KINDS},
}
_SCHEME: Final = f"<{NAMESPACE}thesaurus>"
_TITLE: Final = Text("Thesaurus van Guidance KB", "Thesaurus of Guidance KB")
_DESCRIPTION: Final = Text(
    "Begrippen rond het bereiken en begeleiden van volwassenen, met vaktermen en alledaagse woorden. De woorden zijn van ons.",
    "Concepts about reaching and guiding adults, with professional and everyday words. The words are ours.",
)
_ESCAPED: Final = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp")
"""Unicode categories of control, format (for instance text direction) and separator characters."""

_LAST_OF_FOUR: Final = 0xFFFF


def thesaurus_as_skos(library: Library) -> str:
    """Return every concept and its indexed resources as Turtle. The same knowledge gives the same text."""
    concepts = library.concepts.values()
    titles: dict[str, Mapping[str, Text]] = {
        "barrier": {one.id: Text(one.nl.name, one.en.name) for one in library.barriers.values()},
        "drive": {one.id: Text(one.nl.name, one.en.name) for one in library.drives.values()},
        "theme": {one.id: one.name for one in library.themes.values()},
    }
    blocks = ["".join(f"@prefix {prefix}: <{address}> .\n" for prefix, address in _PREFIXES.items())]
    blocks.append(_scheme(concepts))
    blocks += map(_concept, concepts)
    for kind, named in titles.items():
        blocks += (_indexed(kind, identifier, title, concepts) for identifier, title in named.items())
    return "\n".join(filter(None, blocks))


def _scheme(concepts: Iterable[Concept]) -> str:
    tops = [concept.id for concept in concepts if not concept.linked("broader")]
    return _about(
        _SCHEME,
        {
            "a": ["skos:ConceptScheme"],
            "dcterms:title": _both(_TITLE),
            "dcterms:description": _both(_DESCRIPTION),
            "skos:hasTopConcept": _names("concept", tops),
        },
    )


def _concept(concept: Concept) -> str:
    broader = concept.linked("broader")
    labels = {language: concept.labels(language) for language in Language}
    note = [literal(f"{concept.scheme}: {concept.term}", Language.EN)] if concept.term else []
    return _about(
        f"concept:{concept.id}",
        {
            "a": ["skos:Concept"],
            "skos:inScheme": [_SCHEME],
            "skos:topConceptOf": [] if broader else [_SCHEME],
            "skos:prefLabel": [literal(words[0], language) for language, words in labels.items()],
            "skos:altLabel": [literal(word, language) for language, words in labels.items() for word in words[1:]],
            "skos:broader": _names("concept", broader),
            "skos:narrower": _names("concept", concept.narrower),
            "skos:related": _names("concept", concept.linked("related")),
            "skos:note": note,
        },
    )


def _indexed(kind: str, identifier: str, title: Text, concepts: Iterable[Concept]) -> str:
    """Return a resource, for instance a barrier, with its concepts as subjects; empty if there are none."""
    subjects = [concept.id for concept in concepts if identifier in concept.linked(kind)]
    if not subjects:
        return ""
    return _about(
        f"{kind}:{identifier}", {"dcterms:title": _both(title), "dcterms:subject": _names("concept", subjects)}
    )


def _about(subject: str, properties: Mapping[str, Iterable[str]]) -> str:
    said = " ;\n    ".join(f"{name} {', '.join(values)}" for name, values in properties.items() if values)
    return f"{subject} {said} .\n"


def _names(kind: str, identifiers: Iterable[str]) -> list[str]:
    """Return ids as prefixed names; they are lower-case words joined by hyphens, which need no escaping."""
    return [f"{kind}:{identifier}" for identifier in identifiers]


def _both(text: Text) -> list[str]:
    return [literal(text.say(language), language) for language in Language]


def literal(text: str, language: Language) -> str:
    """Return `text` as a Turtle literal, with invisible characters escaped."""
    return f'"{"".join(_escaped(text))}"@{language}'


def _escaped(text: str) -> Iterator[str]:
    for character in text:
        if character in _ESCAPED:
            yield _ESCAPED[character]
        elif unicodedata.category(character) in _UNSEEN:
            number = ord(character)
            yield f"\\u{number:04X}" if number <= _LAST_OF_FOUR else f"\\U{number:08X}"
        else:
            yield character
