"""What can go wrong: the user's situation (`KnownError`) or a mistake of ours (`BugError`)."""

import traceback

from guidance_kb.language import Language, Text


class KnownError(Exception):
    """The user's environment or input is at fault, and we can say how.

    Attributes:
        text: What happened, what is safe and what to do, in both languages.
    """

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(nl, en)

    def say(self, language: Language) -> str:
        """Returns the message in `language`."""
        return self.text.say(language)


class BugError(Exception):
    """The program contradicts itself. Logged with type and place, never with client data."""


def type_and_place(error: BaseException) -> str:
    """Returns `ValueError …/searcher.py:12`: all of an error that may be logged; its message may hold what a client said."""
    frames = traceback.extract_tb(error.__traceback__)
    return " ".join([type(error).__name__, *(f"{frame.filename}:{frame.lineno}" for frame in frames[-1:])])
