"""The prefixes of ids in the help; a separate module, so that the window can use them without importing the help."""

from typing import Final

SETTING: Final = "setting-"
"""A setting; its key follows."""

LICENCE: Final = "do-licence-"
"""A licence text; its number follows."""

DOCTOR: Final = "do-doctor"
"""The page that checks the program."""

KEYS: Final = "help-keys"
"""The article with all keys."""


def is_help(identifier: str) -> bool:
    """Return whether an id belongs to the help, not to the knowledge."""
    return identifier.startswith(("help-", "key-", SETTING))


def article_of(identifier: str) -> str:
    """Return the id of the article that shows a text of the help: keys are in the article with all keys."""
    return KEYS if identifier.startswith("key-") else identifier
