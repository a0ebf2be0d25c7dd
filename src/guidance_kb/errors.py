"""The two kinds of errors: the user's situation (`KnownError`) or a bug (`BugError`)."""

import re
import traceback
from pathlib import PureWindowsPath
from typing import Final

from guidance_kb.language import Language, Text

_STEERS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters except the line end, and characters that change the writing direction: they can disguise a sentence."""

_STRANGE: Final = re.compile(r"[^\w./-]")
_OURS: Final = "guidance_kb"
_OTHERS: Final = "site-packages"
_LONGEST_SHOWN: Final = 80  # characters


class KnownError(Exception):
    """An error of the user's environment or input, with a sentence that explains it.

    A message may quote any text of a file or of the user; invisible control characters in it are written out.

    Attributes:
        text: What happened, what is safe and what to do, in both languages.
        report: The technical report, which the user can copy for support; empty if the text is enough.
    """

    def __init__(self, nl: str, en: str) -> None:
        self.text = Text(_written_out(nl), _written_out(en))
        super().__init__(self.text.en)
        self.report = ""

    def say(self, language: Language) -> str:
        """Return the message in `language`."""
        return self.text.say(language)


class BugError(Exception):
    """An inconsistency of the program. It is logged with type and place, never with client data."""


def _written_out(text: str) -> str:
    """Return a text with the characters that control a terminal or the writing direction written out as `U+202E`."""
    return _STEERS.sub(lambda found: f"U+{ord(found[0]):04X}", text)


def places(error: BaseException) -> tuple[str, ...]:
    """Return the places of the traceback, the one that raised the error last: `ui/search/view.py:12 show`.

    Messages and source lines are left out, because they may quote a client; whole paths, because they may have the user's name.
    """
    return tuple(
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    )


def type_and_place(error: BaseException) -> str:
    """Return `ValueError search/searcher.py:12 search`: the only part of an error that may be logged."""
    return " ".join([type(error).__name__, *places(error)[-1:]])


def _short(filename: str) -> str:
    """Return the path of a file within this package or a library; for any other file only its name."""
    parts = PureWindowsPath(filename).parts  # splits at both kinds of slashes
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
