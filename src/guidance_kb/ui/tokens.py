"""The one table of colours. Every widget takes its colours from here, through `theme`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as `#rrggbb`.

    Attributes:
        canvas: Behind everything.
        surface: Cards, lists, the reading pane.
        raised: Hovered rows, fields, chips.
        line: Hairlines between things.
        strong_line: Edges of fields and buttons (3:1 against the surface).
        ink: Text.
        soft_ink: Second text: sources, captions (4.5:1 on every background above).
        accent: The one accent: links, the active place, what to do now.
        on_accent: Text on the accent.
        tint: A light wash of the accent: selection, "discuss now".
        mark: Behind a hit in a text.
        on_mark: Text on a mark.
        note: Behind our own notes.
        rail: Behind the left rail.
    """

    canvas: str
    surface: str
    raised: str
    line: str
    strong_line: str
    ink: str
    soft_ink: str
    accent: str
    on_accent: str
    tint: str
    mark: str
    on_mark: str
    note: str
    rail: str


LIGHT = Tokens(
    canvas="#f6f4f0",
    surface="#ffffff",
    raised="#f3f1ec",
    line="#e3dfd6",
    strong_line="#8c8a83",
    ink="#20262b",
    soft_ink="#5a6268",
    accent="#0b665d",
    on_accent="#ffffff",
    tint="#e1efec",
    mark="#ffe48f",
    on_mark="#20262b",
    note="#f7f2e4",
    rail="#eeebe4",
)

DARK = Tokens(
    canvas="#15191b",
    surface="#1c2124",
    raised="#262c30",
    line="#30373b",
    strong_line="#7d878c",
    ink="#e8ebec",
    soft_ink="#a8b1b5",
    accent="#6fcdbd",
    on_accent="#0d1f1c",
    tint="#1d3733",
    mark="#6b5a14",
    on_mark="#fff6d6",
    note="#2a2820",
    rail="#111416",
)
