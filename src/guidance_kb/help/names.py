"""What the ids of things in the help begin with. Light: the window asks before anybody wants help."""

from typing import Final

SETTING: Final = "setting-"
"""A setting, among all that can be found; its key follows."""

LICENCE: Final = "do-licence-"
"""A licence in full; its number follows."""

DOCTOR: Final = "do-doctor"
"""The page that checks the program."""

KEYS: Final = "help-keys"
"""The article with all keys."""


def is_help(identifier: str) -> bool:
    """Whether an id is of something in the help, and not of the knowledge."""
    return identifier.startswith(("help-", "key-", SETTING))


def article_of(identifier: str) -> str:
    """The article in which something of the help is shown: a key stands among all keys."""
    return KEYS if identifier.startswith("key-") else identifier
