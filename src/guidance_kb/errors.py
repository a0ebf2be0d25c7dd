"""What can go wrong: the user's situation (`KnownError`) or a mistake of ours (`BugError`)."""

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
