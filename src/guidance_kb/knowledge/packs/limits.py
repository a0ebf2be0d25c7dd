"""The limits of a pack: far above the needs of an organisation, far below the capacity of the program."""

import re
import unicodedata
from typing import Final

# Characters that a pack may not contain: they are invisible, or they disguise the text.


_ODD: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, except tab and line ends
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"  # invisible, or shown as a space
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # directions, joiners, separators
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"  # surrogates, private use and noncharacters
    "\U000e0000-\U0010ffff"  # tags and private use
    "]"
)


def odd(text: str) -> str:
    """Return the name of the first forbidden character in `text`, such as `U+202E RIGHT-TO-LEFT OVERRIDE`; empty if there is none."""
    found = _ODD.search(text)
    if found is None:
        return ""
    return f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".rstrip()


def line_of_odd(text: str) -> int:
    """Return the line number of the first forbidden character, from 1; 0 if there is none."""
    found = _ODD.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


FILES: Final = 500
"""Maximum number of files and folders in a pack, including ignored ones."""

DEPTH: Final = 5
"""Maximum depth of nested folders."""

FILE_BYTES: Final = 1_000_000
"""Maximum bytes of one file."""

BYTES: Final = 32_000_000
"""Maximum bytes of all files that are read."""

ZIP_BYTES: Final = 10_000_000
"""Maximum bytes of a zip."""

ZIP_RATIO: Final = 200
"""Maximum ratio of the unpacked to the packed size of a file in a zip; text seldom exceeds 20."""

NESTING: Final = 8
"""Maximum depth of nested TOML values; the format needs three."""

JOINED: Final = 100
"""Maximum number of names joined by dots, checked before the file is parsed."""

TABLES: Final = {"section": 20_000, "work": 20_000, "entry": 20_000, "concept": 5_000}
"""Maximum number of tables of each kind in a pack."""

LIST: Final = 200
"""Maximum number of values in one list: links, keywords or labels."""

SECONDS: Final = 60.0
"""Maximum time for the checks of a pack."""
