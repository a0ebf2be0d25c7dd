"""`python -m tests.ui.contrasts`: the lowest contrasts of each scheme, as the table that stands in docs/accessibility.md."""

import dataclasses
import sys
from collections.abc import Iterator
from typing import NamedTuple

from guidance_kb.ui.look.tokens import Tokens
from tests.ui.stylesheet import colour, declared
from tests.ui.test_contrast import EDGED, FOCUSED, GROUNDS, SCHEMES, SHAPE, TEXT, WORDS, border, contrast, grounds

_LOWEST = 3
"""Pairs of words that are told of a scheme."""


class Pair(NamedTuple):
    """A colour on another; the lowest first when sorted."""

    ratio: float
    upon: str
    name: str

    def __str__(self) -> str:
        return f"{self.name} on {self.upon} {self.ratio:.2f}"


def of_words(tokens: Tokens) -> list[Pair]:
    """Every colour of words on everything that they may stand on, the lowest contrast first."""
    found = {_pair(tokens, name, ground) for name in ("ink", "soft_ink", "accent") for ground in GROUNDS}
    found |= {_pair(tokens, "on_mark", "mark"), _pair(tokens, "on_accent", "accent")}
    for case in WORDS:
        whole = dataclasses.replace(case, part=None)
        for said in (declared(case, "color") or declared(whole, "color"), declared(case, "placeholder-text-color")):
            if said:
                found |= {_pair(tokens, colour(said), ground) for ground in grounds(case)}
    return sorted(found)


def of_shapes(tokens: Tokens) -> list[Pair]:
    """The edges of controls and the ring of the keyboard on everything that they may lie on, the lowest contrast first."""
    return sorted({_pair(tokens, border(case), ground) for case in (*EDGED, *FOCUSED) for ground in GROUNDS})


def _pair(tokens: Tokens, name: str, ground: str) -> Pair:
    return Pair(contrast(getattr(tokens, name), getattr(tokens, ground)), ground, name)


def table() -> Iterator[str]:
    """The lines of the table."""
    yield "| scheme | asked of words | lowest of words | asked of shapes | lowest of edges and rings |"
    yield "|---|---|---|---|---|"
    for scheme, tokens in SCHEMES.items():
        words, shapes = of_words(tokens)[:_LOWEST], of_shapes(tokens)[0]
        yield f"| {scheme} | {TEXT[scheme]} | {', '.join(map(str, words))} | {SHAPE} | {shapes} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
