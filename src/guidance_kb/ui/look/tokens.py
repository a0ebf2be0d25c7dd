"""Design tokens: the colours of each scheme, and the sizes that all schemes share.

No other module contains a colour, font size or radius: widgets use `theme`, the style sheet uses `$name`.
"""

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """The colours of one scheme, as `#rrggbb`.

    Attributes:
        canvas: Background of the window.
        surface: Cards, lists, the reading pane.
        raised: Hovered rows, fields, chips.
        line: Hairlines between things.
        strong_line: Edges of fields and buttons (3:1 on every background).
        ink: Text.
        soft_ink: Secondary text: sources, captions (4.5:1 on every background).
        faint: Text and edges of disabled controls.
        accent: Links, the current view, the primary action.
        on_accent: Text on the accent.
        focus: The focus ring (3:1 on every background).
        tint: A light wash of the accent: selection, "discuss now".
        tint_line: The edge of a tint; it replaces the wash in high contrast.
        mark: Background of a search hit in a text.
        on_mark: Text on a mark.
        note: Background of the program's own notes.
        note_line: The edge of a note.
        rail: Background of the rail.
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
    """Font sizes in pixels, at a text size of 100 %.

    Attributes:
        caption: Sources and side remarks.
        small: Chips, tabs and other small controls; excerpts.
        body: Everything else in the window.
        lead: Running text, questions to ask, the search box.
        heading: Heading of a part.
        title: Title of a page.
        far: Text for two readers at a distance of one metre; likewise `far_heading` and `far_title`.
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
    """Padding and distances in pixels, at a text size of 100 %."""

    xxs: int = 2
    xs: int = 4
    sm: int = 6
    md: int = 8
    lg: int = 10
    xl: int = 12
    xxl: int = 16
    xxxl: int = 24


class Radii(NamedTuple):
    """Corner radii in pixels, at any text size.

    Those of pills grow with the text, so that their ends stay half circles. Qt draws square corners if a radius exceeds half of the
    height, so they are slightly less than half.

    Attributes:
        tiny: Handles of scroll bars.
        small: Check boxes and segments of a bar.
        inner: Items inside a rounded container: menu entries, the ring within a button.
        control: Buttons, fields, rows.
        panel: Cards, tables, banners, overlays.
        pill: Chips and tabs.
        pill_high: Chips and tabs as high as a button.
    """

    tiny: int = 3
    small: int = 4
    inner: int = 6
    control: int = 8
    panel: int = 12
    pill: int = 12
    pill_high: int = 14


class Sizes(NamedTuple):
    """Sizes of controls in pixels, at a text size of 100 %.

    Attributes:
        icon: An icon beside a line of text.
        icon_small: An icon in a pill or a caption.
        icon_large: An icon above a title.
        cross: The cross at the end of a chip.
        box: A check box.
        line: The height of a line of text, and of an icon before it.
        chip: The height of a chip.
        arrow: The width reserved for the arrow of a combo box.
        bar, bar_length: Height and length of a progress bar.
        scrollbar: The width of a scroll bar.
        handle: The minimum length of a scroll bar's handle.
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
    """Colours and text size (points) of printed pages, the same in every scheme."""

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
"""The width of an edge, in pixels at any text size."""

RING: Final = 2
"""The width of the focus ring, in pixels at any text size."""

STRONG: Final = 600
"""The font weight of strong text; all other text has 400."""

MOTION: Final = 120
"""The duration of an animation in milliseconds; the limit is 150."""
