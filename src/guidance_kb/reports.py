"""Technical reports of errors, for support: the type, the place in the code, the time and the versions, never the message.

Messages, values of variables and lines of files may quote a client, and whole paths have the user's name, so none of these is read. The
latest reports are kept in a small file of the user, one JSON object per line, and can be erased.
"""

import errno
import json
import platform
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from guidance_kb import __version__
from guidance_kb.errors import places

MOST: Final = 20
"""Maximum number of kept reports; the oldest is removed first."""

_LARGEST: Final = 256 * 1024
"""Maximum number of bytes read from the file; the program's own is far smaller."""

_DEEPEST: Final = 12
"""Maximum number of places per error, the last ones; the first are those of Qt and the start, and the same for all errors."""

_CAUSES: Final = 4
_NAME: Final = re.compile(r"[A-Z][A-Z0-9_]{1,60}")


@dataclass(frozen=True, slots=True)
class Report:
    """The parts of an error that may be reported.

    Attributes:
        when: The time in ISO 8601, with the time zone.
        system: Versions of the program, Python, Qt and the system.
        errors: The error and its causes, each with the places of its traceback, as lines of text.
        times: How often it occurred, without another error in between.
    """

    when: str
    system: str
    errors: tuple[str, ...]
    times: int = 1

    @property
    def text(self) -> str:
        """The report as text, for copying."""
        often = f" (×{self.times})" if self.times > 1 else ""
        return "\n".join([f"{self.when}{often}", self.system, *self.errors])

    @property
    def line(self) -> str:
        """The error and its place, in one line."""
        last = next((line for line in reversed(self.errors) if line.startswith(" ")), "")
        return f"{self.errors[0] if self.errors else '?'} {last.strip()}".strip()


def report_of(error: BaseException) -> Report:
    """Return the report of an error that was raised."""
    lines: list[str] = []
    for number, each in enumerate(_chain(error)):
        lines.append(("" if number == 0 else "because of ") + _kind(each))
        lines.extend(f"  {place}" for place in places(each)[-_DEEPEST:])
    return Report(datetime.now().astimezone().isoformat(timespec="seconds"), system(), tuple(lines))


def system() -> str:
    """Return the versions of the program and its environment in one line; Qt's only if it is loaded."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", None)
    return " · ".join(
        [
            f"guidance-kb {__version__}",
            f"Python {platform.python_version()}",
            *([f"Qt {qt}"] if qt else []),
            f"{platform.system()} {platform.release()} {platform.machine()}",
        ]
    )


class ErrorFile:
    """The file at `path` with the latest reports. Reading and writing never raise, because they run while another error is handled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def all(self) -> list[Report]:
        """Return the reports, the oldest first; unreadable ones are left out."""
        try:
            with self.path.open("rb") as file:
                lines = file.read(_LARGEST).decode("utf-8", "replace").splitlines()
        except OSError:
            return []
        return [report for line in lines if (report := _read(line))][-MOST:]

    def keep(self, report: Report) -> None:
        """Add a report; if it repeats the last one, only increase its count."""
        kept = self.all()
        if kept and (kept[-1].errors, kept[-1].system) == (report.errors, report.system):
            report = replace(report, times=kept.pop().times + 1)
        lines = [json.dumps(asdict(each), ensure_ascii=False) for each in [*kept, report][-MOST:]]
        fresh = self.path.with_name(f"{self.path.name}.new")
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text("".join(f"{line}\n" for line in lines), "utf-8")
            fresh.replace(self.path)

    def erase(self) -> bool:
        """Remove all reports and return whether none is left."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        return not self.all()


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and its causes."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen and len(seen) < _CAUSES:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _kind(error: BaseException) -> str:
    """Return the type, with the error code of the system or SQLite."""
    codes = []
    if isinstance(error, OSError) and isinstance(error.errno, int):
        codes.append(errno.errorcode.get(error.errno, str(error.errno)))
    name = getattr(error, "sqlite_errorname", None)
    if isinstance(name, str) and _NAME.fullmatch(name):
        codes.append(name)
    return " ".join([type(error).__name__, *codes])


def _read(line: str) -> Report | None:
    try:
        data: Any = json.loads(line)
        when, used, errors, times = data["when"], data["system"], data["errors"], data["times"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    is_ours = isinstance(errors, list) and all(isinstance(each, str) for each in (when, used, *errors))
    return Report(when, used, tuple(errors), times) if is_ours and isinstance(times, int) else None
