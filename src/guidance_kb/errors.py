"""What can go wrong: the user's situation (`KnownError`) or a mistake of ours (`BugError`)."""

import re
import traceback
from pathlib import PureWindowsPath
from typing import Final

from guidance_kb.language import Language, Text

_STEERS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but the line end, and those that turn the direction of writing: they make a sentence read as another one."""

_STRANGE: Final = re.compile(r"[^\w./-]")
_OURS: Final = "guidance_kb"
_OTHERS: Final = "site-packages"
_LONGEST_SHOWN: Final = 80  # characters


class KnownError(Exception):
    """The user's environment or input is at fault, and we can say how.

    What is quoted of a file or of what was typed may hold anything; characters that are not seen and steer what is seen are written out.

    Attributes:
        text: What happened, what is safe and what to do, in both languages.
        report: The technical report for whoever helps, to be copied; empty when the text says it all.
    """

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(_written_out(nl), _written_out(en))
        super().__init__(self.text.en)
        self.report = ""

    def say(self, language: Language) -> str:
        """Returns the message in `language`."""
        return self.text.say(language)


class BugError(Exception):
    """The program contradicts itself. Logged with type and place, never with client data."""


def _written_out(text: str) -> str:
    """A text in which characters that steer a terminal, or the direction of writing, stand as `U+202E`."""
    return _STEERS.sub(lambda found: f"U+{ord(found[0]):04X}", text)


def places(error: BaseException) -> tuple[str, ...]:
    """Returns where an error came by, the place that raised it last: `ui/search/view.py:12 show`.

    Nothing else of it: its message, and what the lines held, may be what a client said; a whole path may hold a user's name.
    """
    return tuple(
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    )


def type_and_place(error: BaseException) -> str:
    """Returns `ValueError search/searcher.py:12 search`: all of an error that may be logged."""
    return " ".join([type(error).__name__, *places(error)[-1:]])


def _short(filename: str) -> str:
    """The file within our package, or within a library; of any other its name alone."""
    parts = PureWindowsPath(filename).parts  # takes both kinds of slashes
    for above in (_OURS, _OTHERS):
        if above in parts[:-1]:
            at = len(parts) - parts[::-1].index(above)
            return _STRANGE.sub("_", "/".join(parts[at:]))
    return _STRANGE.sub("_", "/".join(parts[-1:]))


def shown(text: object) -> str:
    """Return a text from a file in a form safe for a message: short, with unprintable characters escaped."""
    short = str(text)[: _LONGEST_SHOWN + 1]
    written = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)
    return written if len(short) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}…"
