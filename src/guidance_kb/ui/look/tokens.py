"""The one table of looks: the colours of each scheme, and the sizes that all schemes share.

Nothing else in the program names a colour, a size of letters or a radius: widgets ask `theme`, the style sheet writes `$name`.
"""

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """The colours of one scheme, as `#rrggbb`.

    Attributes:
        canvas: Behind everything.
        surface: Cards, lists, the reading pane.
        raised: Hovered rows, fields, chips.
        line: Hairlines between things.
        strong_line: Edges of fields and buttons (3:1 on every background).
        ink: Text.
        soft_ink: Second text: sources, captions (4.5:1 on every background).
        faint: Words and edges of what cannot be used now.
        accent: The one accent: links, the active place, what to do now.
        on_accent: Text on the accent.
        focus: The ring around what has the keyboard (3:1 on every background).
        tint: A light wash of the accent: selection, "discuss now".
        tint_line: The edge of a tint; in high contrast it says what the wash cannot.
        mark: Behind a hit in a text.
        on_mark: Text on a mark.
        note: Behind our own notes.
        note_line: The edge of a note.
        rail: Behind the left rail.
    """

    canvas: str
    surface: str
    raised: str
    line: str
    strong_line: str
    ink: str
    soft_ink: str
    faint: str
    accent: str
    on_accent: str
    focus: str
    tint: str
    tint_line: str
    mark: str
    on_mark: str
    note: str
    note_line: str
    rail: str


LIGHT: Final = Tokens(
    canvas="#f6f4f0",
    surface="#ffffff",
    raised="#f3f1ec",
    line="#e3dfd6",
    strong_line="#86847d",
    ink="#20262b",
    soft_ink="#5a6268",
    faint="#8c8a83",
    accent="#0b665d",
    on_accent="#ffffff",
    focus="#0b665d",
    tint="#e1efec",
    tint_line="#bfdbd5",
    mark="#ffe48f",
    on_mark="#20262b",
    note="#f7f2e4",
    note_line="#e6dcbf",
    rail="#eeebe4",
)

DARK: Final = Tokens(
    canvas="#15191b",
    surface="#1c2124",
    raised="#262c30",
    line="#30373b",
    strong_line="#7d878c",
    ink="#e8ebec",
    soft_ink="#a8b1b5",
    faint="#7d878c",
    accent="#6fcdbd",
    on_accent="#0d1f1c",
    focus="#6fcdbd",
    tint="#1d3733",
    tint_line="#2f5750",
    mark="#6b5a14",
    on_mark="#fff6d6",
    note="#2a2820",
    note_line="#454132",
    rail="#111416",
)

HIGH_CONTRAST: Final = Tokens(
    canvas="#000000",
    surface="#000000",
    raised="#262626",
    line="#8f8f8f",
    strong_line="#ffffff",
    ink="#ffffff",
    soft_ink="#e0e0e0",
    faint="#a6a6a6",
    accent="#66f0dc",
    on_accent="#000000",
    focus="#ffe100",
    tint="#00332d",
    tint_line="#66f0dc",
    mark="#ffe100",
    on_mark="#000000",
    note="#1c1a10",
    note_line="#ffffff",
    rail="#000000",
)


class TypeScale(NamedTuple):
    """Sizes of letters in pixels, at a text size of 100 %.

    Attributes:
        caption: Sources, and what is said beside something.
        small: Chips, tabs and other small controls; excerpts.
        body: Everything else of the window.
        lead: What is read or said: running text, sentences to ask, the search box.
        heading: Of a part.
        title: Of a page.
        far: To be read by two, from a metre away; and its heading and its title.
    """

    caption: int = 12
    small: int = 13
    body: int = 14
    lead: int = 16
    heading: int = 18
    title: int = 24
    far: int = 26
    far_heading: int = 30
    far_title: int = 40


class Spacing(NamedTuple):
    """Room inside and between things in pixels, at a text size of 100 %."""

    xxs: int = 2
    xs: int = 4
    sm: int = 6
    md: int = 8
    lg: int = 10
    xl: int = 12
    xxl: int = 16
    xxxl: int = 24


class Radii(NamedTuple):
    """How round corners are, in pixels at any text size.

    Those of pills grow with the text, so that their ends stay half circles. Qt draws square corners as soon as a radius is more than
    half of the height, so they are a little less than half.

    Attributes:
        tiny: Handles of scroll bars.
        small: Check boxes, and pieces of a bar.
        inner: What stands inside something round: entries of a menu, the ring within a button.
        control: Buttons, fields, rows.
        panel: Cards, tables, banners, what lies over the window.
        pill: Chips and tabs.
        pill_high: The same, for those as high as a button.
    """

    tiny: int = 3
    small: int = 4
    inner: int = 6
    control: int = 8
    panel: int = 12
    pill: int = 12
    pill_high: int = 14


class Sizes(NamedTuple):
    """Sizes of things in pixels, at a text size of 100 %.

    Attributes:
        icon: Beside a line of text.
        icon_small: In a pill or a caption.
        icon_large: Over a title.
        cross: At the end of a chip.
        box: Of a check box.
        line: A line of text: what stands before it is as high.
        chip: The height of a chip.
        arrow: The room for the arrow of a drop-down.
        bar, bar_length: Of a bar that says that something is under way.
        scrollbar: Its width.
        handle: The shortest handle of a scroll bar.
    """

    icon: int = 16
    icon_small: int = 13
    icon_large: int = 30
    cross: int = 11
    box: int = 16
    line: int = 19
    chip: int = 26
    arrow: int = 34
    bar: int = 8
    bar_length: int = 120
    scrollbar: int = 10
    handle: int = 32


class PaperTokens(NamedTuple):
    """What is printed looks the same in every scheme: dark on white, in letters of so many points."""

    sheet: str = "#ffffff"
    ink: str = "#1c1c1c"
    soft_ink: str = "#505050"
    points: float = 10.5


TYPE: Final = TypeScale()
SPACE: Final = Spacing()
RADIUS: Final = Radii()
SIZE: Final = Sizes()
PAPER: Final = PaperTokens()

EDGE: Final = 1
"""The width of a line, in pixels at any text size."""

RING: Final = 2
"""The width of the ring around what has the keyboard."""

STRONG: Final = 600
"""The weight of strong letters; all others are 400."""

MOTION: Final = 120
"""How long anything that moves takes, in milliseconds; nothing takes longer than 150."""
