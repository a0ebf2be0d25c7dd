"""Checks of the checklist as a whole: targets of evidence, order, one question at a time, labels, topics that claim nothing."""

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from guidance_kb.knowledge.authoring.content import Content
from guidance_kb.knowledge.authoring.models import ItemSource
from guidance_kb.knowledge.authoring.problems import Problem
from guidance_kb.language import Text

_Fault = tuple[ItemSource, str, Text]
"""An item, the field, and what is expected of the field."""

MAX_CORE_LABEL = 46
"""Maximum number of characters of a label of the ten-minute list, whose rows are one line in two columns."""


def check(content: Content) -> Iterator[Problem]:
    """Yield the problems of the items; broken links are skipped, because `checks` reports them."""
    for rule in (_evidence, _opening, _circles, _questions, _labels, _topics):
        for item, field, expected in rule(content):
            yield Problem(content.file_of(item), f"item {item.id}", field, expected)


def _evidence(content: Content) -> Iterator[_Fault]:
    for item in content.item:
        for evidence in item.evidence:
            if (evidence.barrier is None) == (evidence.drive is None):
                yield item, "evidence", _ONE_OF_TWO


def _opening(content: Content) -> Iterator[_Fault]:
    """Check that an item of the ten-minute list is opened by none and that every other item is opened by at least one."""
    for item in content.item:
        if item.core == bool(item.opens_after):
            yield item, "opens_after", _CORE if item.core else _DEEPER


def _circles(content: Content) -> Iterator[_Fault]:
    """Check that no item can be opened only by itself."""
    items = {item.id: item for item in content.item}
    sorter = TopologicalSorter({item.id: [name for name in item.opens_after if name in items] for item in content.item})
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        if len(circle) > 2:  # noqa: PLR2004 - `checks` reports one that names itself
            yield items[min(circle)], "opens_after", _circle(circle)


def _circle(circle: list[str]) -> Text:
    found = " → ".join(circle)
    return Text(
        f"deze vragen openen elkaar in een kring: {found}", f"these questions open each other in a circle: {found}"
    )


def _questions(content: Content) -> Iterator[_Fault]:
    """Check that each way to ask ends in the one question that it contains: a client answers only one of two."""
    for item in content.item:
        for language in ("nl", "en"):
            for field in ("open", "softer", "follow_up"):
                text = getattr(getattr(item, language), field)
                if text.find("?") != len(text) - 1:
                    yield item, f"{language}.{field}", _ONE_QUESTION


def _labels(content: Content) -> Iterator[_Fault]:
    """Check that each label of the ten-minute list fits on one line."""
    for item in content.item:
        for language in ("nl", "en"):
            if item.core and len(getattr(item, language).label) > MAX_CORE_LABEL:
                yield item, f"{language}.label", _ONE_LINE


def _topics(content: Content) -> Iterator[_Fault]:
    """Check topics: a topic names the subject of an item whose answer is not “named”, so it claims nothing and is unique."""
    for language in ("nl", "en"):
        taken = {_folded(getattr(thing, language).name) for thing in (*content.barrier, *content.drive)}
        seen: set[str] = set()
        for item in content.item:
            text = getattr(item, language)
            topic = _folded(text.topic)
            for wrong, expected in (
                (topic == _folded(text.label), _LABEL),
                (topic in taken, _NAME),
                (topic in seen, _TWICE),
                (bool(_NO_NAME.search(text.topic)), _SENTENCE),
                (bool(_DENIAL.search(topic)), _DENIES),
            ):
                if wrong:
                    yield item, f"{language}.topic", expected
            seen.add(topic)


def _folded(text: str) -> str:
    """Return the words of a text in a form for comparison."""
    return " ".join(re.findall(r"\w+", text.casefold()))


_NO_NAME = re.compile(r"[:;“”\"·]|[.?!,]$")
"""Punctuation that a name in a line (“topic: answer · note”) may not contain or end in."""

_DENIAL = re.compile(r"\b(niet|niets|niemand|nooit|geen|zonder|not|nothing|nobody|never|no|none|without|cannot)\b")
"""Words of denial, which a topic may not contain: “No device: not an issue” would be a double negation."""

_ONE_QUESTION = Text(
    "verwacht: één vraag, aan het eind: wie er twee hoort, beantwoordt er een",
    "expected one question, at the end: people who hear two answer one",
)
_ONE_LINE = Text(
    f"verwacht: hoogstens {MAX_CORE_LABEL} tekens, zodat een vraag van de kernlijst op één regel past",
    f"expected at most {MAX_CORE_LABEL} characters, so that an item of the ten-minute list fits on one line",
)
_LABEL = Text(
    "verwacht: de naam van het onderwerp, gevonden: het label, dat iets beweert",
    "expected the name of the subject, found the label, which claims something",
)
_NAME = Text(
    "zo heet al een belemmering of drijfveer: noem het onderwerp zelf",
    "a barrier or drive is called that: name the subject itself",
)
_TWICE = Text("een andere vraag heeft dit onderwerp al", "another item has this topic already")
_SENTENCE = Text(
    "verwacht: een naam, zonder leestekens van een zin", "expected a name, without the punctuation of a sentence"
)
_DENIES = Text(
    "verwacht: een naam die niets ontkent: “Geld voor een cursus”",
    "expected a name that denies nothing: “Money for a course”",
)
_ONE_OF_TWO = Text(
    "verwacht: een belemmering of een drijfveer, een van beide", "expected a barrier or a drive, one of the two"
)
_DEEPER = Text(
    "verwacht: ten minste één vraag waarna deze zin heeft",
    "expected at least one item after which this one is worthwhile",
)
_CORE = Text(
    "een vraag van de kernlijst staat er altijd: niets hoeft haar te openen",
    "an item of the ten-minute list is always there: nothing opens it",
)
