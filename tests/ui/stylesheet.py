"""Reads the style sheet as Qt does, to know which colours come to stand on which: the cascade, without its inheritance from parents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from guidance_kb.paths import RESOURCES

SHEET = (RESOURCES / "styles" / "window.qss").read_text("utf-8")

TRANSPARENT = "transparent"
_SIMPLE = re.compile(
    r"(?P<type>\*|\w+)?(?:#(?P<id>\w+))?(?P<attributes>(?:\[[^]]+\])*)(?:::(?P<part>[\w-]+))?(?P<states>(?::[\w-]+)*)$"
)
_KINDS = {"QLabel": ("QFrame",), "QTextBrowser": ("QFrame",), "QPlainTextEdit": ("QFrame",)}
"""What is a kind of what, as far as the sheet says anything of both."""


@dataclass(frozen=True)
class Selector:
    """One selector of the sheet, or a widget that it could be about."""

    type: str
    id: str | None = None
    attributes: frozenset[str] = frozenset()
    part: str | None = None
    states: frozenset[str] = frozenset()
    within: str = ""

    @staticmethod
    def read(text: str) -> "Selector":
        """Reads `QFrame#rail QToolButton[role="quiet"]:checked`."""
        *within, last = text.split()
        found = _SIMPLE.match(last)
        assert found, text
        return Selector(
            found["type"] or "*",
            found["id"],
            frozenset(re.findall(r"\[([^]]+)\]", found["attributes"])),
            found["part"],
            frozenset(found["states"].split(":")[1:]),
            " ".join(within),
        )

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much it weighs against others, with what it stands within: names, attributes and states, types."""
        around = [Selector.read(each) for each in self.within.split() if each != ">"]
        own = (bool(self.id), len(self.attributes) + len(self.states), self.type != "*")
        ids, marks, types = zip(own, *(each.weight for each in around), strict=True)
        return sum(ids), sum(marks), sum(types)

    def says_of(self, widget: "Selector") -> bool:
        """Whether it is about a widget."""
        named = {attribute.partition("=")[0] for attribute in widget.attributes}
        return (
            self.type in ("*", widget.type, *_KINDS.get(widget.type, ()))
            and self.id in (None, widget.id)
            and all(each in widget.attributes or each in named for each in self.attributes)
            and self.part == widget.part
            and self.states <= widget.states
            and self.within in ("", widget.within)
        )

    def with_state(self, state: str) -> "Selector":
        """The same widget in one more state."""
        return replace(self, states=self.states | {state})

    def __str__(self) -> str:
        attributes = "".join(f"[{each}]" for each in sorted(self.attributes))
        part = f"::{self.part}" if self.part else ""
        states = "".join(f":{each}" for each in sorted(self.states))
        name = f"#{self.id}" if self.id else ""
        return f"{self.within} {self.type}{name}{attributes}{part}{states}".strip()


@dataclass(frozen=True)
class Rule:
    """What the sheet declares of one selector."""

    selector: Selector
    declared: dict[str, str] = field(hash=False)


def rules() -> Iterator[Rule]:
    """The rules of the sheet, in its order."""
    for selectors, body in re.findall(r"([^{}]+)\{((?:\$\{\w+\}|[^{}])*)\}", _without_comments()):
        declared = {}
        for line in body.split(";"):
            name, _, value = line.partition(":")
            if value:
                declared[name.strip()] = value.strip()
        for selector in selectors.split(","):
            yield Rule(Selector.read(selector.strip()), declared)


def _without_comments() -> str:
    return re.sub(r"/\*.*?\*/", "", SHEET, flags=re.DOTALL)


RULES = list(rules())


def declared(widget: Selector, name: str) -> str:
    """What the sheet has for a property of a widget in the end; nothing when it says nothing."""
    said = [
        (rule.selector.weight, place, rule.declared[name])
        for place, rule in enumerate(RULES)
        if name in rule.declared and rule.selector.says_of(widget)
    ]
    return max(said)[2] if said else ""


def colour(value: str) -> str:
    """The token in `$name`, or in `${edge} solid $name`; `transparent` when there is none."""
    named: list[str] = re.findall(r"\$(\w+)", value)
    return named[-1] if named else TRANSPARENT
