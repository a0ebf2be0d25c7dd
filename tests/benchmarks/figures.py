"""Figures: what was measured, what was aimed at, and the table of them."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    Attributes:
        what: What was measured, in words.
        value: How much.
        unit: `ms`, `s`, `MB`, `×` or `1/s`; empty for a number of things.
        goal: The figure of the design; None where the design names none.
        at_least: Whether the goal is the least (a speed) and not the most (a time).
    """

    what: str
    value: float
    unit: str
    goal: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether the goal was reached; None without a goal."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one measurement, with how they were measured."""

    name: str
    how: str
    figures: tuple[Figure, ...]
    seconds: float = 0.0


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest of `values` below or at which the `share` (0 to 1) of them lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]


def spread(what: str, seconds: Sequence[float], goal: float | None = None) -> tuple[Figure, ...]:
    """The p50, p95 and longest of times in seconds, as milliseconds; `goal` is that of the p95."""
    ms = [1000 * each for each in seconds]
    return (
        Figure(f"{what}, p50", percentile(ms, 0.5), "ms"),
        Figure(f"{what}, p95", percentile(ms, 0.95), "ms", goal),
        Figure(f"{what}, longest", max(ms), "ms"),
    )


def middle(what: str, values: Sequence[float], unit: str, goal: float | None = None) -> Figure:
    """The median of `values`."""
    return Figure(what, median(values), unit, goal)


def markdown(group: Group) -> str:
    """The group as a heading, a paragraph and a table."""
    lines = [f"## {group.name}", "", group.how, "", "| what | measured | goal | met |", "|---|---:|---:|---|"]
    lines += [
        f"| {each.what} | {_say(each.value, each.unit)} | {_goal(each)} | {_met(each)} |" for each in group.figures
    ]
    return "\n".join(lines)


def _say(value: float, unit: str) -> str:
    number = f"{value:,.0f}" if unit in ("", "MB", "1/s") else f"{value:.2f}"
    return f"{number}{'' if unit in ('', '×') else ' '}{unit}".strip()


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"{'≥' if figure.at_least else '≤'} {_say(figure.goal, figure.unit)}"


def _met(figure: Figure) -> str:
    return {None: "", True: "yes", False: "**no**"}[figure.met]


def load() -> float:
    """How many processes wanted a core in the last minute, on average; 0 where the system does not tell."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
