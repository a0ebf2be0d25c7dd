"""Errors that nobody handled: told in one sentence, logged with type and place, never with what they say."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from guidance_kb.errors import KnownError, type_and_place

_log = logging.getLogger(__name__)


def as_known(error: BaseException) -> KnownError:
    """What the reader is told of an error: what a `KnownError` says; any other is a mistake of ours and goes to the log."""
    if isinstance(error, KnownError):
        return error
    _log.error("%s", type_and_place(error))
    return KnownError(
        "Er ging iets mis in het programma. Er is niets verloren; probeer het opnieuw.",
        "Something went wrong in the program. Nothing is lost; please try again.",
    )


def tell_all(tell: Callable[[KnownError], object]) -> None:
    """From now on `tell` says every error that nobody handled; Qt passes on those of its slots and events."""

    def on_error(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):  # Ctrl+C in the terminal that the program was started from
            QCoreApplication.quit()
        else:
            tell(as_known(error))

    sys.excepthook = on_error
