"""How much a pack may be: far more than an organisation needs, far less than what would stop the program."""

import re
import unicodedata
from typing import Final

# Characters that have no place in a pack: they are not seen, or they make what is seen another thing than what is there.


_ODD: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but tab and line ends
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0"  # not seen, or seen as a space
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # directions, joiners, separators
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"  # no characters, or of nobody's script
    "\U000e0000-\U0010ffff"  # tags and private use
    "]"
)


def odd(text: str) -> str:
    """Returns the name of the first character of `text` that a pack may not hold, or nothing: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    found = _ODD.search(text)
    if found is None:
        return ""
    return f"U+{ord(found[0]):04X} {unicodedata.name(found[0], '')}".rstrip()


def line_of_odd(text: str) -> int:
    """The number of the line of the first such character, from 1."""
    found = _ODD.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


FILES: Final = 500
"""Files and folders of a pack, also those that are not read."""

DEPTH: Final = 5
"""Folders in folders."""

FILE_BYTES: Final = 1_000_000
"""Bytes of one file."""

BYTES: Final = 32_000_000
"""Bytes of all files that are read."""

ZIP_BYTES: Final = 10_000_000
"""Bytes of a zip."""

ZIP_RATIO: Final = 200
"""How many times its packed size a file of a zip may become; text seldom passes 20."""

NESTING: Final = 8
"""Values in values of TOML; the format needs three."""

JOINED: Final = 100
"""Names joined by dots, before the file is parsed."""

TABLES: Final = {"section": 20_000, "work": 20_000, "entry": 20_000, "concept": 5_000}
"""Tables of each kind in a pack."""

LIST: Final = 200
"""Values of one list: links, keywords or labels."""

SECONDS: Final = 60.0
"""How long the checks of a pack may take."""
