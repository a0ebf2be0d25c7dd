"""Handling of unhandled errors: a message for the user (what happened, what is safe, what to do), and a log line with type and place.

The message of an unforeseen error is neither shown nor logged: it may quote a client.
"""

import errno
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QCoreApplication

from guidance_kb.errors import KnownError
from guidance_kb.language import Text

_log = logging.getLogger(__name__)

_REPORT: Final = "report"
"""The attribute of a log record that holds the report."""

_PLAIN: Final = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.EEXIST)
_DAMAGE: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_ERROR")

UNFORESEEN: Final = Text(
    "Er ging iets mis in het programma. Wat al bewaard was, is veilig. Probeer het opnieuw; gebeurt het weer, stuur dan het technische "
    "rapport aan wie u helpt. Er staat niets over cliënten in.",
    "Something went wrong in the program. What was saved before is safe. Please try again; if it happens again, send the technical report "
    "to whoever helps you. It holds nothing about clients.",
)


def as_known(error: BaseException) -> KnownError:
    """Return `error` itself if it is a `KnownError`; log any other error as a bug and return a general one.

    The result has a technical report, except for ordinary situations of the user such as a full disk.
    """
    from guidance_kb.reports import report_of  # noqa: PLC0415 - not needed without errors

    if isinstance(error, KnownError):
        if not error.report and _says_more(error.__cause__):
            error.report = report_of(error).text
        _let_go_of_frames(error)
        return error
    report = report_of(error)
    _log.error("%s", report.line, extra={_REPORT: report})
    known = KnownError(*UNFORESEEN)
    known.report = report.text
    return known


def _says_more(cause: BaseException | None) -> bool:
    """Return whether a helper needs the error of the system or of SQLite; not for a full disk, a lock or a duplicate code."""
    if isinstance(cause, OSError):
        return cause.errno not in _PLAIN
    return str(getattr(cause, "sqlite_errorname", "")).startswith(_DAMAGE)


def _let_go_of_frames(error: BaseException | None) -> None:
    """Remove the tracebacks: an error is kept while it is shown, and its frames would keep views and client data in memory."""
    while error is not None and error.__traceback__ is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


class ReportKeeper(logging.Handler):
    """A log handler that writes the reports of this module to a file of the user, and ignores all other records."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.ERROR)
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write the report of a record, if it has one."""
        from guidance_kb.reports import ErrorFile, Report  # noqa: PLC0415 - as above

        report = getattr(record, _REPORT, None)
        if isinstance(report, Report):
            ErrorFile(self._path).keep(report)


def tell_all(tell: Callable[[KnownError], object]) -> None:
    """Pass every unhandled error to `tell`, also those in Qt slots and events."""

    def on_error(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):  # Ctrl+C in the terminal
            QCoreApplication.quit()
        else:
            tell(as_known(error))

    sys.excepthook = on_error
